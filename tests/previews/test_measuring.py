"""core.previews: what the headers of files say, read by a worker."""

from __future__ import annotations

import wave
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from core.previews.previews import Previews


@pytest.fixture
async def previews(tmp_path: Path) -> AsyncIterator[Previews]:
    found = Previews(tmp_path / "cache")
    yield found
    found.close()


def a_photo(path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2024:05:06 07:08:09"
    Image.new("RGB", (301, 47)).save(path, "JPEG", exif=exif)


def a_pdf(path: Path) -> None:
    pages = [Image.new("RGB", (30, 40)) for _ in range(3)]
    pages[0].save(path, "PDF", save_all=True, append_images=pages[1:])


def a_sound(path: Path) -> None:
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 1, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(8000 * 90))


def a_video(path: Path) -> None:
    import av

    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=5)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for _ in range(10):
            picture = av.VideoFrame.from_image(Image.new("RGB", (64, 48)))  # type: ignore[no-untyped-call]
            container.mux(stream.encode(picture))
        container.mux(stream.encode())


def a_tiff(path: Path) -> None:
    Image.new("L", (70, 80)).save(path, "TIFF")


@pytest.mark.parametrize(
    ("make", "facts"),
    [
        (a_photo, {"pixels": [301, 47], "taken": "2024-05-06 07:08:09"}),
        (a_tiff, {"pixels": [70, 80]}),
        (a_pdf, {"pages": 3}),
        (a_sound, {"seconds": 90.0}),
        (a_video, {"pixels": [64, 48], "seconds": 2.0}),
        (lambda path: path.write_text("only text"), {}),
        (lambda path: path.write_bytes(b"%PDF-1.7\n" + b"/Pages " * 99), {}),
        (lambda path: path.write_bytes(b"\xff\xd8\xff" + bytes(3000)), {}),
        (lambda path: path.write_bytes(b"ID3" + b"\xff" * 3000), {}),
        (lambda path: None, {}),  # it is missing
    ],
)
async def test_what_headers_say(
    previews: Previews, tmp_path: Path, make: Any, facts: dict[str, Any]
) -> None:
    make(tmp_path / "file")
    assert await previews.measure(tmp_path / "file") == facts

"""Thumbnails: real pictures, hostile files, and a worker whose death costs nobody anything."""

import asyncio
import io
import os
import signal
import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from core.files.thumbnails import Thumbnails

FAKE_WORKER = """
import json, os, sys, time
for line in sys.stdin:
    path = json.loads(line)["source"]
    if "die" in path: os._exit(3)
    if "hang" in path: time.sleep(3600)
    if "babble" in path: print("[1, 2"); sys.stdout.flush(); continue
    open(json.loads(line)["target"], "w").close()
    print(json.dumps({"error": None})); sys.stdout.flush()
"""


@pytest.fixture
def thumbnails(tmp_path: Path) -> Iterator[Thumbnails]:
    thumbnails = Thumbnails(tmp_path / "cache")
    yield thumbnails
    thumbnails.close()


def picture(path: Path, kind: str = "JPEG", mode: str = "RGB", **options: object) -> Path:
    """400 x 200: red on the left, blue on the right."""
    image = Image.new("RGB", (400, 200), "red")
    image.paste("blue", (200, 0, 400, 200))
    image.convert(mode).save(path, kind, **options)
    return path


def colour(image: Image.Image, x: float, y: float) -> str:
    at = (int(image.width * x), int(image.height * y))
    red, _, blue = image.convert("RGB").getpixel(at)  # type: ignore[misc]
    return "red" if red > 180 > 80 > blue else "blue" if blue > 180 > 80 > red else "other"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_header(width: int, height: int) -> bytes:
    size = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size)


def png_with_bomb() -> bytes:
    text = b"Comment\0\0" + zlib.compress(bytes(1 << 26))
    return png_header(10, 10) + chunk(b"zTXt", text) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"), ("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "RGBA"), ("PNG", "P"),
        ("PNG", "1"), ("GIF", "P"), ("WEBP", "RGB"), ("BMP", "RGB"),
        ("TIFF", "RGB"), ("AVIF", "RGB"),
    ],
)  # fmt: skip
async def test_picture_of_a_picture(
    thumbnails: Thumbnails, tmp_path: Path, kind: str, mode: str
) -> None:
    found = await thumbnails.get(picture(tmp_path / "any name é", kind, mode))
    assert found is not None and found.parent == tmp_path / "cache"
    with Image.open(found) as small:
        assert (small.format, small.size) == ("WEBP", (256, 128))
        if mode not in ("L", "1"):
            assert (colour(small, 0.1, 0.5), colour(small, 0.9, 0.5)) == ("red", "blue")


async def test_orientation_is_applied_and_metadata_stripped(
    thumbnails: Thumbnails, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: rotate by 90 degrees clockwise to see it upright
    exif[0x010F] = "Secret Camera"
    found = await thumbnails.get(picture(tmp_path / "turned.jpg", exif=exif))
    assert found is not None
    with Image.open(found) as small:
        assert small.size == (128, 256)
        assert (colour(small, 0.5, 0.1), colour(small, 0.5, 0.9)) == ("red", "blue")
        assert not small.getexif()
    assert b"Secret" not in found.read_bytes()


async def test_transparency_is_kept(thumbnails: Thumbnails, tmp_path: Path) -> None:
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    found = await thumbnails.get(tmp_path / "clear.png")
    assert found is not None
    with Image.open(found) as small:
        assert small.convert("RGBA").getpixel((100, 100)) == (0, 0, 0, 0)


async def test_sixteen_bits_are_scaled(thumbnails: Thumbnails, tmp_path: Path) -> None:
    Image.frombytes("I;16", (300, 300), struct.pack("<H", 0x8000) * 90_000).save(tmp_path / "g.png")
    found = await thumbnails.get(tmp_path / "g.png")
    assert found is not None
    with Image.open(found) as small:
        assert small.convert("L").getpixel((5, 5)) in range(120, 137)


async def test_first_frame_of_an_animation(thumbnails: Thumbnails, tmp_path: Path) -> None:
    frames = [Image.new("RGB", (300, 300), c) for c in ("red", "blue", "blue")]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    found = await thumbnails.get(tmp_path / "a.gif")
    assert found is not None
    with Image.open(found) as small:
        assert colour(small, 0.5, 0.5) == "red" and getattr(small, "n_frames", 1) == 1


async def test_small_picture_is_not_enlarged(thumbnails: Thumbnails, tmp_path: Path) -> None:
    Image.new("RGB", (20, 10)).save(tmp_path / "tiny.png")
    found = await thumbnails.get(tmp_path / "tiny.png")
    assert found is not None
    with Image.open(found) as small:
        assert small.size == (20, 10)


async def test_cached_by_content(thumbnails: Thumbnails, tmp_path: Path) -> None:
    path = picture(tmp_path / "a.jpg")
    first = await thumbnails.get(path)
    assert first is not None
    made = first.stat().st_mtime_ns
    assert await thumbnails.get(path.rename(tmp_path / "renamed")) == first
    assert first.stat().st_mtime_ns == made
    picture(tmp_path / "renamed", "PNG")
    assert await thumbnails.get(tmp_path / "renamed") not in (None, first)


async def test_many_at_once(thumbnails: Thumbnails, tmp_path: Path) -> None:
    paths = [picture(tmp_path / f"{n % 5}.jpg") for n in range(20)]
    found = await asyncio.gather(*(thumbnails.get(path) for path in paths))
    assert None not in found and len(set(found)) == 5


def hostile(kind: str) -> bytes:
    gif = io.BytesIO()
    Image.new("P", (10, 10)).save(gif, "GIF")
    jpeg = io.BytesIO()
    Image.effect_noise((400, 400), 50).save(jpeg, "JPEG")
    return {
        "20,000 x 20,000 PNG": png_header(20_000, 20_000) + chunk(b"IDAT", b""),
        "65,500 x 65,500 PNG": png_header(65_500, 65_500) + chunk(b"IDAT", b""),
        "text bomb": png_with_bomb(),
        "PostScript named .jpg": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n",
        "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>',
        "HTML": b"<html><script>alert(1)</script>",
        "empty": b"",
        "truncated": jpeg.getvalue()[:5000],
        "text": b"hello",
    }[kind]


@pytest.mark.parametrize(
    "kind",
    ["20,000 x 20,000 PNG", "65,500 x 65,500 PNG", "text bomb", "PostScript named .jpg", "SVG",
     "HTML", "empty", "truncated", "text"],
)  # fmt: skip
async def test_hostile_file_has_no_picture_and_harms_nobody(
    thumbnails: Thumbnails, tmp_path: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    path = tmp_path / "photo.jpg"
    path.write_bytes(hostile(kind))
    assert await thumbnails.get(path) is None
    assert await thumbnails.get(path) is None
    assert len([r for r in caplog.records if "photo.jpg" in r.getMessage()]) == 1
    assert await thumbnails.get(picture(tmp_path / "good.png")) is not None


async def test_what_is_no_regular_file_has_no_picture(
    thumbnails: Thumbnails, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(picture(tmp_path / "a.jpg"))
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", "missing", "", "x\0"):
        assert await thumbnails.get(tmp_path / name) is None


async def test_killed_worker_is_started_again(thumbnails: Thumbnails, tmp_path: Path) -> None:
    assert await thumbnails.get(picture(tmp_path / "a.jpg")) is not None
    process = thumbnails._worker._process
    assert process is not None
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert await thumbnails.get(picture(tmp_path / "b.jpg")) is not None


@pytest.mark.parametrize("kind", ["die", "hang", "babble"])
async def test_worker_that_fails_on_a_file(
    tmp_path: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    thumbnails = Thumbnails(tmp_path / "cache", (sys.executable, "-c", FAKE_WORKER), timeout=2)
    try:
        (tmp_path / kind).write_text("x")
        (tmp_path / "good").write_text("x")
        assert await thumbnails.get(tmp_path / kind) is None
        assert "the worker ended on it" in caplog.text and kind in caplog.text
        assert await thumbnails.get(tmp_path / "good") is not None
        assert sorted(p.suffix for p in (tmp_path / "cache").iterdir()) == [".none", ".webp"]
    finally:
        thumbnails.close()


async def test_worker_that_cannot_start_is_an_error_but_no_verdict(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path / "cache", ("/does/not/exist",))
    (tmp_path / "x").write_text("x")
    assert await thumbnails.get(tmp_path / "x") is None
    assert list((tmp_path / "cache").iterdir()) == []
    thumbnails.close()


async def test_close_ends_the_worker(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path / "cache")
    await thumbnails.get(picture(tmp_path / "a.jpg"))
    process = thumbnails._worker._process
    thumbnails.close()
    assert process is not None and process.poll() is not None


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_worker_has_limits(thumbnails: Thumbnails, tmp_path: Path) -> None:
    await thumbnails.get(picture(tmp_path / "a.jpg"))
    assert thumbnails._worker._process is not None
    limits = Path(f"/proc/{thumbnails._worker._process.pid}/limits").read_text()
    values = {line[:25].strip(): line[25:].split()[0] for line in limits.splitlines()}
    assert values["Max address space"] == str(1 << 30)
    assert values["Max core file size"] == "0"
    assert 20 <= int(values["Max cpu time"]) <= 30

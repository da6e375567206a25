"""What is drawn of files: of each kind that there is, upright, and of no other."""

from __future__ import annotations

import io
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from core.thumbnails.cache import Thumbnails
from core.workers.process import COMMAND
from tests.support import samples
from tests.support.samples import colour

Draw = Callable[[bytes], "Image.Image | None"]

WITHOUT_EXTRAS = (
    "import sys; sys.modules.update(dict.fromkeys(('av', 'pillow_heif', 'pypdfium2')));"
    f"sys.path.insert(0, {COMMAND[-1]!r}); from program import service; service.main()"
)


@pytest.fixture(scope="module")
def thumbnails(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Thumbnails]:
    thumbnails = Thumbnails(tmp_path_factory.mktemp("pictures"))
    yield thumbnails
    thumbnails.close()


async def drawn(thumbnails: Thumbnails, path: Path) -> Image.Image:
    """The picture of a file that has one."""
    found = await thumbnails.get(path)
    assert found is not None
    with Image.open(found) as picture:
        assert picture.format == "WEBP" and getattr(picture, "n_frames", 1) == 1
        picture.load()
        return picture


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"), ("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "RGBA"), ("PNG", "P"),
        ("PNG", "1"), ("GIF", "P"), ("WEBP", "RGB"), ("BMP", "RGB"),
        ("TIFF", "RGB"), ("AVIF", "RGB"),
    ],
)  # fmt: skip
async def test_picture(thumbnails: Thumbnails, tmp_path: Path, kind: str, mode: str) -> None:
    path = tmp_path / "any name é"
    samples.image().convert(mode).save(path, kind)
    small = await drawn(thumbnails, path)
    assert small.size == (256, 128)
    if mode not in ("L", "1"):
        assert (colour(small, 0.1, 0.5), colour(small, 0.9, 0.5)) == ("red", "blue")


@pytest.mark.parametrize("kind", ["heic", "pdf", *samples.VIDEOS])
async def test_what_the_extras_draw(thumbnails: Thumbnails, tmp_path: Path, kind: str) -> None:
    make = {"heic": samples.heic, "pdf": samples.pdf}.get(kind, lambda: samples.video(kind))
    small = await drawn(thumbnails, written(tmp_path / "any name é", make()))
    assert small.size == (256, 128)
    if kind not in ("asf", "mpeg"):  # these are not wound, and begin with black
        assert (colour(small, 0.1, 0.5), colour(small, 0.9, 0.5)) == ("red", "blue")


@pytest.mark.parametrize("kind", ["jpeg", "heic", "mp4"])
async def test_turned_upright(thumbnails: Thumbnails, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "turned"
    if kind == "jpeg":
        exif = Image.Exif()
        exif[0x0112] = 6  # rotate by 90 degrees clockwise to see it upright
        samples.image().save(path, "JPEG", exif=exif)
    else:
        path.write_bytes(
            samples.heic(6) if kind == "heic" else samples.video(matrix=samples.QUARTER)
        )
    small = await drawn(thumbnails, path)
    assert small.size == (128, 256)
    assert (colour(small, 0.5, 0.1), colour(small, 0.5, 0.9)) == ("red", "blue")


async def test_metadata_is_stripped(thumbnails: Thumbnails, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    samples.image().save(tmp_path / "a.jpg", exif=exif)
    small = await drawn(thumbnails, tmp_path / "a.jpg")
    assert not small.getexif() and set(small.info) <= {
        "loop",
        "background",
        "timestamp",
        "duration",
    }
    found = await thumbnails.get(tmp_path / "a.jpg")
    assert found is not None and b"Secret" not in found.read_bytes()


async def test_transparency_is_kept(thumbnails: Thumbnails, tmp_path: Path) -> None:
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    small = await drawn(thumbnails, tmp_path / "clear.png")
    assert small.convert("RGBA").getpixel((100, 100)) == (0, 0, 0, 0)


async def test_sixteen_bits_are_scaled(thumbnails: Thumbnails, tmp_path: Path) -> None:
    Image.frombytes("I;16", (300, 300), struct.pack("<H", 0x8000) * 90_000).save(tmp_path / "g.png")
    small = await drawn(thumbnails, tmp_path / "g.png")
    assert small.convert("L").getpixel((5, 5)) in range(120, 137)


async def test_mirrored_film_is_not_turned(thumbnails: Thumbnails, tmp_path: Path) -> None:
    film = written(tmp_path / "mirrored", samples.video(matrix=samples.MIRRORED))
    small = await drawn(thumbnails, film)
    assert small.size == (256, 128)
    assert (colour(small, 0.1, 0.05), colour(small, 0.9, 0.05)) == ("blue", "red")
    assert colour(small, 0.1, 0.97) == "other"


@pytest.mark.parametrize("kind", ["mpegts", "mpeg"])
async def test_film_with_one_key_frame(thumbnails: Thumbnails, tmp_path: Path, kind: str) -> None:
    film = written(tmp_path / "long", samples.video(kind, keys_every=600))
    assert (await drawn(thumbnails, film)).size == (256, 128)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
async def test_colours_of_other_profiles(thumbnails: Thumbnails, tmp_path: Path, mode: str) -> None:
    picture = Image.new("RGB", (300, 300), (200, 100, 100)).convert(mode)
    picture.save(tmp_path / "p3.png", icc_profile=samples.display_p3())
    red, green, *_ = (await drawn(thumbnails, tmp_path / "p3.png")).getpixel((9, 9))  # type: ignore[misc]
    assert red in range(209, 220) and green in range(88, 99)


async def test_profile_that_is_broken_is_left_out(thumbnails: Thumbnails, tmp_path: Path) -> None:
    samples.image().save(tmp_path / "a.png", icc_profile=b"no profile")
    assert colour(await drawn(thumbnails, tmp_path / "a.png"), 0.1, 0.5) == "red"


@pytest.mark.parametrize(
    ("mode", "kind", "low", "high"),
    [("F", "f", 0.0, 1.0), ("F", "f", -1e6, 1e9), ("I", "i", 0, 900), ("I", "i", -(2**31), 5)],
)
async def test_measurements_are_shades_of_grey(
    thumbnails: Thumbnails, tmp_path: Path, mode: str, kind: str, low: float, high: float
) -> None:
    row = struct.pack(f"={kind}", low) * 150 + struct.pack(f"={kind}", high) * 150
    Image.frombytes(mode, (300, 300), row * 300).save(tmp_path / "measured.tiff")
    small = (await drawn(thumbnails, tmp_path / "measured.tiff")).convert("L")
    assert small.getpixel((5, 5)) in range(5) and small.getpixel((250, 5)) in range(251, 256)


async def test_png_with_a_long_text(thumbnails: Thumbnails, tmp_path: Path) -> None:
    picture = io.BytesIO()
    samples.image().save(picture, "PNG")
    head, rest = picture.getvalue()[:33], picture.getvalue()[33:]
    text = b"prompt\0\0" + zlib.compress(b"x" * (3 << 20))
    long = head + samples.chunk(b"zTXt", text) + rest
    small = await drawn(thumbnails, written(tmp_path / "long.png", long))
    assert colour(small, 0.1, 0.5) == "red"


@pytest.mark.row(57)
@pytest.mark.parametrize(
    "content",
    [
        samples.gif_of_many_frames(100_000),
        samples.animated_png(),
        samples.tiff_of_many_pages(200),
    ],
    ids=["GIF", "PNG", "TIFF"],
)
async def test_first_of_many_pictures(
    thumbnails: Thumbnails, tmp_path: Path, content: bytes
) -> None:
    small = await drawn(thumbnails, written(tmp_path / "many", content))
    assert colour(small, 0.1, 0.1) == "red"


async def test_small_picture_is_not_enlarged(thumbnails: Thumbnails, tmp_path: Path) -> None:
    Image.new("RGB", (20, 10)).save(tmp_path / "tiny.png")
    assert (await drawn(thumbnails, tmp_path / "tiny.png")).size == (20, 10)


@pytest.mark.parametrize(("kind", "extra"), [("heic", "heif"), ("pdf", "pdf"), ("mp4", "video")])
async def test_without_the_extra_there_is_an_icon_until_it_is_installed(
    tmp_path: Path,
    kind: str,
    extra: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level("INFO")
    make = {"heic": samples.heic, "pdf": samples.pdf, "mp4": samples.video}[kind]
    path = written(tmp_path / "photo", make())
    without = Thumbnails(tmp_path / "cache", (sys.executable, "-c", WITHOUT_EXTRAS))
    installed = Thumbnails(tmp_path / "cache")
    try:
        assert await without.get(path) is None
        assert f"satchel[{extra}]" in caplog.text
        samples.image().save(tmp_path / "picture", "PNG")
        assert await without.get(tmp_path / "picture") is not None
        monkeypatch.setattr("core.thumbnails.cache.decoder_versions", lambda: "others")
        assert await installed.get(path) is not None
    finally:
        without.close()
        installed.close()


NO_PICTURES = {
    "PostScript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n",
    "ICNS": lambda: b"icns\0\0\0\x10ic07\0\0\0\x08",
    "SVG": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>',
    "HTML": lambda: b"<html><script>alert(1)</script>",
    "list of films": lambda: b"#EXTM3U\n#EXTINF:1\nfile:///etc/passwd\n",
    "films to be joined": lambda: b"ffconcat version 1.0\nfile /etc/passwd\n",
    "empty": lambda: b"",
    "text": lambda: b"hello",
}  # fmt: skip
DAMAGED = {
    "20,000 x 20,000 PNG": lambda: samples.png_header(20_000, 20_000) + samples.chunk(b"IDAT", b""),
    "65,500 x 65,500 PNG": lambda: samples.png_header(65_500, 65_500) + samples.chunk(b"IDAT", b""),
    "text bomb": lambda: samples.png_with_bomb(b"zTXt", b"Comment\0\0"),
    "profile bomb": lambda: samples.png_with_bomb(b"iCCP", b"profile\0\0"),
    "noise after the first bytes of a PNG": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "half a JPEG": lambda: _half(_jpeg()),
    "half a HEIC": lambda: _half(samples.heic()),
    "half a PDF": lambda: _half(samples.pdf()),
    "beginning of a film": lambda: samples.video()[:64],
    "film of noise": lambda: samples.video("matroska")[:300] + bytes(range(256)) * 400,
    "PDF without pages": lambda: samples.pdf().replace(b"[3 0 R 5 0 R]/Count 2", b"[]/Count 0"),
}  # fmt: skip


def _jpeg() -> bytes:
    found = io.BytesIO()
    Image.effect_noise((400, 400), 50).save(found, "JPEG")
    return found.getvalue()


def _half(content: bytes) -> bytes:
    return content[: len(content) // 2]


@pytest.mark.row(57, 58)
@pytest.mark.parametrize("kind", [*NO_PICTURES, *DAMAGED])
async def test_hostile_file_has_no_picture_and_harms_nobody(
    thumbnails: Thumbnails, tmp_path: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    path = written(tmp_path / "photo.jpg", (NO_PICTURES | DAMAGED)[kind]())
    assert await thumbnails.get(path) is None
    assert await thumbnails.get(path) is None
    (line,) = [r.getMessage() for r in caplog.records if "photo.jpg" in r.getMessage()]
    assert "died" not in line
    assert any(r.levelname == "WARNING" for r in caplog.records) == (kind in DAMAGED)
    samples.image().save(tmp_path / "good.png")
    assert await thumbnails.get(tmp_path / "good.png") is not None

"""The actions that ship with Satchel: smaller pictures, a PDF of pictures, unpacked archives."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from PIL import Image

from core.jobs.working import Cancelled
from tests.support.actions import Watcher, shipped
from tests.support.language import spoken
from tests.support.samples import animated_png

ORIENTATION = 0x0112


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    (tmp_path / "shelf").mkdir()
    return tmp_path / "shelf"


def picture(path: Path, size: tuple[int, int], mode: str = "RGB", **options: object) -> Path:
    Image.new(mode, size, "teal").save(path, **options)  # type: ignore[arg-type]
    return path


def test_a_picture_gets_smaller_and_stays_upright(shelf: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # to be turned by 90 degrees
    exif[0x010F] = "Camera"
    made = shipped("shrink_pictures", picture(shelf / "a.jpg", (4000, 2000), exif=exif))
    assert made.names == ("a (small).jpg",)
    with Image.open(shelf / "a (small).jpg") as small:
        assert small.size == (800, 1600)
        assert small.getexif().get(ORIENTATION, 1) == 1 and small.getexif()[0x010F] == "Camera"


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "1", "CMYK", "I;16"])
def test_every_kind_of_colour_can_be_shrunk(shelf: Path, mode: str) -> None:
    suffix = ".tiff" if mode in ("CMYK", "I;16") else ".png"
    file = shelf / f"a{suffix}"
    Image.new(mode, (1000, 10)).save(file)
    [name] = shipped("shrink_pictures", file, choice="800").names
    assert name == ("a (small).png" if mode == "RGBA" else "a (small).jpg")
    with Image.open(shelf / name) as small:
        assert small.size == (800, 8)


def test_small_pictures_stay_and_others_are_refused(shelf: Path) -> None:
    made = shipped("shrink_pictures", picture(shelf / "a.png", (10, 20)))
    assert not made.names
    assert made.notes == ("“a.png” is small already: 10 × 20 pixels.",)
    (shelf / "b.jpg").write_bytes(b"no picture")
    with pytest.raises(ValueError, match=r"“b.jpg” is not a picture"):
        shipped("shrink_pictures", shelf / "b.jpg")
    with pytest.raises(ValueError, match=r"“b.jpg” is not a picture"):
        shipped("pictures_to_pdf", shelf / "b.jpg")


def test_results_are_named_in_the_persons_language(shelf: Path) -> None:
    tall = picture(shelf / "b.jpg", (1000, 2000))
    with spoken(SATCHEL_LANG="de"):
        assert shipped("shrink_pictures", tall).names == ("b (klein).jpg",)
        assert shipped("pictures_to_pdf", tall, tall).names == ("b und 1 weitere.pdf",)


def test_pictures_become_pages_in_their_order(shelf: Path) -> None:
    first = picture(shelf / "b.jpg", (300, 150))
    second = picture(shelf / "a.png", (150, 300), "RGBA")
    (shelf / "moving.png").write_bytes(animated_png())
    made = shipped("pictures_to_pdf", first, second, shelf / "moving.png")
    assert made.names == ("b and 2 more.pdf",)
    assert made.notes == ("“moving.png” has several pictures: the first one is a page.",)
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(shelf / made.names[0])
    sizes = [tuple(map(round, page.get_size())) for page in document]
    assert sizes[:2] == [(144, 72), (72, 144)] and len(sizes) == 3  # points: 150 pixels an inch
    document.close()


def zipped(path: Path, *members: tuple[str | ZipInfo, bytes], packed: int = ZIP_STORED) -> Path:
    with ZipFile(path, "w", packed) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def test_an_archive_becomes_a_folder_of_its_name(shelf: Path) -> None:
    members = [("a.txt", b"a"), ("deep/er/b.txt", b"b"), ("__MACOSX/._a.txt", b"litter")]
    file = zipped(shelf / "things.zip", *members, packed=ZIP_DEFLATED)
    assert shipped("unpack_zip", file).names == ("things",)
    assert shipped("unpack_zip", file).names == ("things (2)",)
    files = [path for path in (shelf / "things").rglob("*") if path.is_file()]
    found = {path.relative_to(shelf / "things").as_posix(): path.read_bytes() for path in files}
    assert found == {"a.txt": b"a", "deep/er/b.txt": b"b"}


def linked() -> ZipInfo:
    info = ZipInfo("link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def encrypted(path: Path) -> None:
    data = bytearray(zipped(path, ("a.txt", b"a")).read_bytes())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + place] |= 1
    path.write_bytes(data)


def lying(path: Path) -> None:
    """An archive that says it is smaller than it is."""
    data = bytearray(zipped(path, ("a.txt", b"a" * 5000), packed=ZIP_DEFLATED).read_bytes())
    for sign, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(sign) + place
        data[at : at + 4] = (10).to_bytes(4, "little")
    path.write_bytes(data)


def huge_directory(path: Path) -> None:
    data = bytearray(zipped(path, ("a.txt", b"a")).read_bytes())
    at = data.index(b"PK\x05\x06") + 12
    data[at : at + 4] = (1 << 30).to_bytes(4, "little")
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: zipped(path, ("good", b""), ("../evil", b"")), "outside its folder"),
        (lambda path: zipped(path, ("/etc/evil", b"")), "outside its folder"),
        (lambda path: zipped(path, ("..\\evil", b"")), "outside its folder"),
        (lambda path: zipped(path, ("C:evil", b"")), "outside its folder"),
        (lambda path: zipped(path, ("good", b""), (linked(), b"/etc")), "a link or a device"),
        (lambda path: zipped(path, ("d/" * 40 + "x", b"")), "nested too deeply"),
        (
            lambda path: zipped(path, ("x", bytes(20_000_000)), packed=ZIP_DEFLATED),
            "looks like a bomb",
        ),
        (lambda path: zipped(path, *((f"{n}", b"") for n in range(10_001))), "has 10,001 files"),
        (lambda path: zipped(path), "is empty"),
        (encrypted, "needs a password"),
        (lying, "is broken|larger than the archive says"),
        (huge_directory, "too many files"),
        (lambda path: path.write_bytes(b"no archive"), "is not a ZIP file"),
        (lambda path: path.write_bytes(b"PK\x05\x06" + b"\xff" * 18), "too many files|broken"),
    ],
)
def test_a_hostile_archive_is_refused_whole(
    shelf: Path, make: Callable[[Path], object], why: str
) -> None:
    make(shelf / "x.zip")
    with pytest.raises(ValueError, match=why):
        shipped("unpack_zip", shelf / "x.zip")
    left = [path for path in shelf.parent.rglob("*") if path.is_file()]
    assert left == [shelf / "x.zip"]


def test_a_broken_or_cancelled_archive_leaves_nothing(shelf: Path) -> None:
    file = zipped(shelf / "x.zip", ("a", b"a" * 100), ("second", b"b" * 100))
    with pytest.raises(Cancelled):
        shipped("unpack_zip", file, watcher=Watcher(1))
    data = bytearray(file.read_bytes())
    data[data.index(b"b" * 100)] ^= 1
    file.write_bytes(data)
    with pytest.raises(ValueError, match="“x.zip” is broken: Bad CRC-32"):
        shipped("unpack_zip", file)
    assert [path for path in shelf.parent.rglob("*") if path.is_file()] == [file]

"""Unpack ZIP: the files of an archive, in a folder of its name; hostile archives are refused."""

import stat
import zlib
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from core.files.distinct_names import distinct_paths
from core.files.portable_names import portable_path
from core.language.texts import _

NAME = "Unpack ZIP"
ICON = "file-archive"
TAKES = "application/zip,.zip"

MOST_FILES = 10_000
MOST_BYTES = 20_000_000_000
MOST_DEPTH = 32
MOST_DIRECTORY = 32_000_000
"""Bytes of the list of names at the end of an archive, which is read into the memory."""

MOST_RATIO = 200
"""How many times larger than its packed form a file may be, from `SMALL` bytes on."""

SMALL = 10_000_000

BLOCK = 1 << 20

END, END_SIZE = b"PK\x05\x06", 22


def run(files: list[Path], folder: Path, job: Any) -> None:
    """Unpack each archive into a folder of its name."""
    for file in files:
        unpack(file, folder / (file.stem or _("Archive")), job)


def unpack(file: Path, folder: Path, job: Any) -> None:
    """Unpack one archive, all of it or nothing.

    Raises:
        ValueError: it is none, is broken, or is not safe to unpack; the text says why.
    """
    name = file.name
    check_directory(file)
    try:
        with ZipFile(file) as archive:
            members = wanted(archive, name)
            total = sum(member.file_size for member, _path in members)
            folder.mkdir()
            done = 0
            for member, path in members:
                done = write(archive, member, folder / path, job, done, total)
    except (BadZipFile, LargeZipFile, EOFError, zlib.error) as error:
        raise ValueError(_("“{name}” is broken: {reason}", name=name, reason=error)) from error
    except NotImplementedError as error:
        raise ValueError(
            _("“{name}” is packed in a way that cannot be read here", name=name)
        ) from error


def check_directory(file: Path) -> None:
    """Refuse an archive whose list of names would fill the memory."""
    with file.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - END_SIZE - 65_535))
        tail = stream.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) < at + END_SIZE:
        raise ValueError(_("“{name}” is not a ZIP file", name=file.name))
    if int.from_bytes(tail[at + 12 : at + 16], "little") > MOST_DIRECTORY:
        raise ValueError(_("“{name}” has too many files to unpack here", name=file.name))


def wanted(archive: ZipFile, name: str) -> list[tuple[ZipInfo, str]]:
    """The files to write, each with its path in the folder.

    Raises:
        ValueError: one of them, or all together, must not be unpacked.
    """
    members = [each for each in archive.infolist() if not each.is_dir() and not is_litter(each)]
    if not members:
        raise ValueError(_("“{name}” is empty", name=name))
    if len(members) > MOST_FILES:
        raise ValueError(
            _(
                "“{name}” has {count} files, and {most} are unpacked at most",
                name=name,
                count=len(members),
                most=MOST_FILES,
            )
        )
    for member in members:
        check(member, name)
    if (total := sum(member.file_size for member in members)) > MOST_BYTES:
        raise ValueError(
            _(
                "“{name}” would fill {size} GB, and {most} GB are unpacked at most",
                name=name,
                size=round(total / 1e9),
                most=round(MOST_BYTES / 1e9),
            )
        )
    paths = distinct_paths(portable_path(slashed(member)) for member in members)
    return list(zip(members, paths, strict=True))


def check(member: ZipInfo, archive: str) -> None:
    """Refuse a member with a dangerous name, of a dangerous kind, or that is a bomb."""
    name, shown = slashed(member), member.filename[:100]
    kind = stat.S_IFMT(member.external_attr >> 16)
    if member.flag_bits & 1:
        raise ValueError(_("“{name}” needs a password, which cannot be given here", name=archive))
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise ValueError(
            _("“{name}” is not safe: “{file}” is a link or a device", name=archive, file=shown)
        )
    if name.startswith("/") or name[1:2] == ":" or ".." in PurePosixPath(name).parts:
        raise ValueError(
            _(
                "“{name}” is not safe: “{file}” would be written outside its folder",
                name=archive,
                file=shown,
            )
        )
    if name.count("/") > MOST_DEPTH:
        raise ValueError(_("“{name}” has folders that are nested too deeply", name=archive))
    packed = max(member.compress_size, 1)
    if member.file_size > SMALL and member.file_size > MOST_RATIO * packed:
        raise ValueError(
            _(
                "“{name}” looks like a bomb: “{file}” would be {count} times its packed size",
                name=archive,
                file=shown,
                count=member.file_size // packed,
            )
        )


def slashed(member: ZipInfo) -> str:
    """Its path, with the separators that all systems agree on."""
    return member.filename.replace("\\", "/")


def is_litter(member: ZipInfo) -> bool:
    """Whether the Finder added it."""
    path = PurePosixPath(slashed(member))
    return path.parts[:1] == ("__MACOSX",) or path.name == ".DS_Store"


def write(archive: ZipFile, member: ZipInfo, path: Path, job: Any, done: int, total: int) -> int:
    """Write one file; how many bytes are written of all.

    Raises:
        ValueError: it has more bytes than the archive says.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    left = member.file_size
    with archive.open(member) as packed, path.open("xb") as file:
        while block := packed.read(BLOCK):
            if (left := left - len(block)) < 0:
                name = member.filename[:100]
                raise ValueError(_("“{name}” is larger than the archive says", name=name))
            file.write(block)
            done += len(block)
            job.report(done / total if total else None, member.filename[-80:])
    return done

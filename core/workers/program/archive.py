"""The names in an archive: nothing is unpacked."""

import tarfile
import time
import zipfile
from datetime import datetime

MAX_NAMES = 1000
"""Names that are listed."""

MAX_NAME = 500
"""Characters that are shown of a name."""

MAX_SECONDS = 2.0
"""Seconds for a packed archive, whose names are found only by unpacking all of it."""

Member = tuple[str, int, str]
"""Name, size in bytes, and time, or "" for none."""


def read_archive(source: str) -> dict[str, object]:
    """The first names in a ZIP or a tar archive."""
    if zipfile.is_zipfile(source):
        with zipfile.ZipFile(source) as archive:
            members = archive.infolist()
            names = [_of_zip(each) for each in members[:MAX_NAMES]]
            size = sum(each.file_size for each in members)
            return {"members": names, "total": len(members), "unpacked": size}
    with tarfile.open(source) as packed:
        return _of_tar(packed)


def _of_tar(packed: tarfile.TarFile) -> dict[str, object]:
    names, size, is_whole = [], 0, True
    end = time.monotonic() + MAX_SECONDS
    for number, member in enumerate(packed):
        if number == MAX_NAMES or time.monotonic() > end:
            is_whole = False
            break
        size += member.size
        names.append((_name(member.name + "/" * member.isdir()), member.size, _time(member.mtime)))
    total, unpacked = (len(names), size) if is_whole else (None, None)
    return {"members": names, "total": total, "unpacked": unpacked}


def _of_zip(member: zipfile.ZipInfo) -> Member:
    year, month, day, hour, minute, _ = member.date_time
    found = f"{year}-{month:02}-{day:02} {hour:02}:{minute:02}"
    return _name(member.filename), member.file_size, found if month and day else ""


def _name(name: str) -> str:
    return name if len(name) <= MAX_NAME else f"{name[:MAX_NAME]}…"


def _time(seconds: float) -> str:
    try:
        return datetime.fromtimestamp(seconds).isoformat(" ", "minutes")
    except (OverflowError, OSError, ValueError):
        return ""

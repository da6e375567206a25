"""Files that a person has chosen: in the window, or in a browser, which has sent them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from core.files.media import guess_type
from core.files.names import readable
from core.files.pools import ENGINE
from core.files.received import File
from core.web.app import Application
from desktop.errors import WindowError


def named(file: str | PathLike[str] | File) -> tuple[Path, str]:
    """Where a file lies, and what it is called."""
    if isinstance(file, File):
        return file.path, file.name
    return Path(file).absolute(), readable(Path(file).name)


def files_at(paths: Sequence[Path]) -> list[File]:
    """What was chosen in the window, where it lies."""
    return [file_at(path) for path in paths]


def file_at(path: Path) -> File:
    name = readable(path.name)
    try:
        found = path.stat()
    except OSError as error:
        raise WindowError(f"“{name}” cannot be read: {error.strerror}.") from error
    return File(
        name=name,
        size=found.st_size,
        type=guess_type(name),
        lastModified=found.st_mtime_ns // 1_000_000,
        path=path,
        saved=True,  # it is the person's own: to save it makes a copy, and nobody removes it
    )


async def uploaded(application: Application, session_id: str, ids: list[str]) -> list[File]:
    """What a browser has sent; removed after the handler unless that saves it."""
    uploads = application.uploads
    files = await ENGINE.obtain(uploads.discard, uploads.take, session_id, ids)
    task = asyncio.current_task()
    assert task is not None, "this is a coroutine"
    task.add_done_callback(lambda _: ENGINE.begin(uploads.discard, files))
    return files

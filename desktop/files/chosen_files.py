"""Files that a person has chosen, in the window or in a browser, which uploads them."""

from __future__ import annotations

import asyncio
import contextlib
import weakref
from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from core.executors import DATA_FOLDER
from core.files.received_file import File
from core.language.reasons import reason
from core.language.texts import _
from core.live.context import handling_task
from core.media.types import guess_type
from core.uploads.claims import Claims
from core.web.app import Application
from core.words import well_formed
from desktop.errors import WindowError


def named(
    file: str | PathLike[str] | File | tuple[str, str | PathLike[str]],
) -> tuple[Path, str]:
    """Path and name of a file, which a pair names."""
    if isinstance(file, File):
        return file.path, file.name
    if isinstance(file, tuple):
        name, path = file
        return Path(path).absolute(), well_formed(name)
    return Path(file).absolute(), well_formed(Path(file).name)


def files_at(paths: Sequence[Path]) -> list[File]:
    """Files chosen in the window, at their own paths."""
    return [file_at(path) for path in paths]


def file_at(path: Path) -> File:
    name = well_formed(path.name)
    try:
        found = path.stat()
    except OSError as error:
        raise WindowError(
            _("“{name}” cannot be read: {reason}.", name=name, reason=reason(error))
        ) from error
    return File(
        name=name,
        size=found.st_size,
        type=guess_type(name),
        lastModified=found.st_mtime_ns // 1_000_000,
        path=path,
        saved=True,  # it is the person's own: saving copies it, and nothing removes it
    )


async def uploaded(application: Application, session_id: str, ids: list[str]) -> list[File]:
    """Files that a browser has uploaded. Those not saved are removed with their `File` objects.

    They are kept until the handler ends, so that `file.path` stays valid, and after that as long as
    a task keeps the `File`.
    """
    claims = application.uploads.claims
    files = await DATA_FOLDER.obtain(claims.discard, claims.take, session_id, ids)
    loop = asyncio.get_running_loop()
    for file in files:
        weakref.finalize(file, discard_unsaved, loop, claims, vars(file)).atexit = False
    if (task := handling_task()) is not None:
        held = [*files]
        task.add_done_callback(lambda _: held.clear())
    return files


def discard_unsaved(loop: asyncio.AbstractEventLoop, claims: Claims, state: dict[str, Any]) -> None:
    """Discard a file that the program no longer holds, unless it was saved. Any thread."""
    file = File.__new__(File)
    vars(file).update(state)
    with contextlib.suppress(RuntimeError):  # the server has ended; the next one discards it
        loop.call_soon_threadsafe(DATA_FOLDER.begin, claims.discard, [file])

"""File: a file that a user sent, as handlers receive it."""

import base64
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from ..executors import PROGRAM_FILES
from ..language.reasons import reason
from ..language.texts import _
from ..words import well_formed
from . import disk
from .digests import of_file
from .errors import FileError, NotDurable
from .placement import Placement
from .session_folder import SessionFolder
from .targets import is_folder


@dataclass(eq=False)
class File:
    """A received file: whole, synced to disk, and removed after the handler unless it is saved.

    `name` is its own name where this system can hold it (`core.files.names`), and always one step
    of a path; escape it in HTML and commands. `size` is in bytes, `type` the media type from the
    browser, `lastModified` in ms since 1970, `path` where the file is now (after `save()`, the new
    place), `folder` its folders below one that was dropped (`holiday/beach`).
    `received` is where it was before it was saved.
    `error` says what went wrong with it, for the user (`fail()`).
    Fields can also be read as items, `file["name"]`, like JustPy's dictionaries.

    Files of a form that are saved are durable when the handler has ended, before any browser learns
    of it; other files when `save` returns. The files of a form share their `placement`.

    `read`, `save` and `digest` block; `await file.aread()`, ... do the same off the event loop.
    """

    name: str
    size: int
    type: str
    lastModified: int  # as the browser calls it
    path: Path
    upload_id: str = ""
    folder: str = ""
    saved: bool = False
    error: str = ""
    digests: dict[str, str] = field(default_factory=dict)
    placement: Placement | None = field(default=None, repr=False)
    received: Path = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.received = self.path

    def open(self) -> BinaryIO:
        """The file, opened for reading bytes."""
        return self.path.open("rb")

    def read(self) -> bytes:
        """All of the file, in memory."""
        return self.path.read_bytes()

    @property
    def file_content(self) -> str:
        """All of the file as base64, encoded on demand: 4/3 of its size, in memory."""
        return base64.b64encode(self.read()).decode("ascii")

    def digest(self, algorithm: str = "xxh3") -> str:
        """A hash of the content in hex: ``xxh3`` (128 bits), ``sha256`` or ``sha1``.

        Already known if the input asked for it (`Input(digest='sha256')`); else reads the file.
        """
        if algorithm not in self.digests:
            self.digests[algorithm] = of_file(self.path, algorithm).hexdigest()
        return self.digests[algorithm]

    def save(
        self,
        target: "str | os.PathLike[str] | SessionFolder",
        name: str | None = None,
        *,
        below: str = "",
    ) -> Path:
        """Keep the file, whole or not at all; return its path.

        In a `SessionFolder` as `target`, the file keeps the folders that it was dropped with. In a
        folder that exists, or a text that ends with a slash (`"out/"`, made if missing), the file
        keeps its name, with a number (`photo (2).jpg`) if that is taken. Anything else is the
        file's new path; a file there is replaced, as by `open(path, "wb")`. The first save is a
        rename if both places share a file system; further saves make copies.

        Args:
            name: the name of the file in `target`, which is a folder then.
            below: the folder of a `SessionFolder` to put it in (`holiday/beach`), made if missing.

        Raises:
            FileError: the file was not saved; or `target` is new and has no extension, so that it
                could mean a folder: the message shows how to write either.
            NotDurable: a FileError; the file is in place but may not survive a power cut.
        """
        wanted = target.folder if isinstance(target, SessionFolder) else Path(target)
        placement = self.placement or Placement()
        try:
            new, copy = name or self.name, self.saved
            if isinstance(target, SessionFolder):
                inside = "/".join(filter(None, [below, self.folder]))
                self.path = placement.add(wanted, self.path, new, inside, follow=False, copy=copy)
            elif name is not None or is_folder(target, self.name):
                self.path = placement.add(wanted, self.path, new, copy=copy)
            else:
                self.path = placement.replace(self.path, wanted, copy=copy)
            self.saved = True
        except NotDurable as error:
            self.path, self.saved, error.file = error.path, True, self
            raise
        except OSError as error:
            message = _(
                "“{name}” was not saved as “{path}”: {reason}.",
                name=self.name,
                path=well_formed(str(wanted)),
                reason=reason(error),
            )
            raise FileError(message, self) from error
        if self.placement is None:
            self._sync(placement)
        return self.path

    async def aread(self) -> bytes:
        """All of the file, in memory."""
        return await PROGRAM_FILES.run(self.read)

    async def adigest(self, algorithm: str = "xxh3") -> str:
        """A hash of the content in hex, as of `digest`."""
        return await PROGRAM_FILES.run(self.digest, algorithm)

    async def asave(
        self,
        target: "str | os.PathLike[str] | SessionFolder",
        name: str | None = None,
        *,
        below: str = "",
    ) -> Path:
        """Keep the file as `save` does; return its path."""
        return await PROGRAM_FILES.run(lambda: self.save(target, name, below=below))

    def entrust(self) -> None:
        """Leave the file to whoever moves it later: it is not removed after the handler."""
        self.saved = True

    def fail(self, reason: str) -> None:
        """Show the user, in the file's row of the form, what went wrong with it.

        The other files count as done. Whether the file was saved does not change.
        """
        self.error = reason

    def discard(self) -> None:
        """Remove the file unless it was saved, or moved away by other means."""
        if not self.saved or self.path != self.received:  # a copied file may still be there
            disk.unlink(self.received)

    def __getitem__(self, field: str) -> Any:
        if field.startswith("_") or not hasattr(self, field):
            raise KeyError(field)
        return getattr(self, field)

    def _sync(self, placement: Placement) -> None:
        try:
            placement.sync()
        except NotDurable as error:
            error.file = self
            raise

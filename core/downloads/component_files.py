"""Addresses of files that a component shows: unguessable, and valid as long as the component."""

from __future__ import annotations

import os
import secrets
import threading
import weakref
from dataclasses import dataclass
from pathlib import Path

from ..elements.component import Component
from ..files.addresses import quoted
from ..files.entries import Entry
from ..files.errors import FileError
from ..files.names import legal_name
from ..files.received_file import File

ADDRESS = "/_satchel/shown/"

Shown = str | os.PathLike[str] | File | Entry | bytes
"""The path of a file, a received file, a file of the session, or bytes."""


@dataclass(frozen=True)
class ComponentFile:
    """A file, or bytes, at an address."""

    content: Path | bytes
    name: str
    owner_number: int
    _owner: weakref.ref[Component]

    def is_for(self, session_id: str) -> bool:
        """Whether a page of this session shows the component."""
        owner = self._owner()
        return owner is not None and owner.is_shown_to(session_id)


class ComponentFiles:
    """The files of all components. Any thread may call it.

    Components may exist before the application that serves them, so this is one for the process;
    an application learns nothing of another one's, because their sessions differ.
    """

    def __init__(self) -> None:
        self._files: dict[str, ComponentFile] = {}
        self._tokens: dict[int, set[str]] = {}  # by the number of the component
        # Reentrant: the garbage collector may run a finalizer while the lock is held.
        self._changing = threading.RLock()

    def __len__(self) -> int:
        return len(self._files)

    def add(self, owner: Component, content: Path | bytes, name: str) -> str:
        """Add a file; its address."""
        token, number = secrets.token_urlsafe(16), owner.component_id
        with self._changing:
            self._files[token] = ComponentFile(content, name, number, weakref.ref(owner))
            if number not in self._tokens:
                self._tokens[number] = set()
                weakref.finalize(owner, self._end, number).atexit = False
            self._tokens[number].add(token)
        return f"{ADDRESS}{token}/{quoted(name)}"

    def forget(self, address: str) -> None:
        """End an address."""
        token = address.removeprefix(ADDRESS).partition("/")[0]
        with self._changing:
            if found := self._files.pop(token, None):
                self._tokens[found.owner_number].discard(token)

    def _end(self, number: int) -> None:
        """The component is gone."""
        with self._changing:
            for token in self._tokens.pop(number):
                self._files.pop(token)

    def find(self, token: str, session_id: str) -> ComponentFile | None:
        """The file of a token, if a page of this session shows its component."""
        found = self._files.get(token)
        return found if found is not None and found.is_for(session_id) else None


component_files = ComponentFiles()


def file_address(file: Shown, owner: Component, name: str | None = None) -> str:
    """An address at which the browsers that show a component get a file.

    Nobody else gets it, wherever the file is; the address ends with the component, or with
    `forget_address`. The bytes are served so that they can do nothing, as users' files are. After
    the address, ``?download`` saves the file, and ``?thumbnail`` is a small picture of it.

    Args:
        file: a path, a received `File` (save it: others are removed after the handler), an `Entry`
            of the session's folder, or bytes.
        owner: the component.
        name: the file's name; required for bytes.

    Raises:
        FileError: bytes without a name.
    """
    if isinstance(file, Entry):
        return file.address
    if isinstance(file, File):
        return component_files.add(owner, file.path.absolute(), legal_name(name or file.name))
    if isinstance(file, bytes):
        if name is None:
            raise FileError("Bytes need a name: file_address(content, owner, name='report.csv').")
        return component_files.add(owner, file, legal_name(name))
    path = Path(file).absolute()
    return component_files.add(owner, path, name or path.name)


def forget_address(address: str) -> None:
    """End an address of `file_address` before its component ends."""
    component_files.forget(address)

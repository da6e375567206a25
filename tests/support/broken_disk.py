"""A disk that fails at the n-th call, once or from then on, as a system reports it."""

from __future__ import annotations

import builtins
import ctypes
import errno
import io
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core.files import disk as core_disk

if sys.platform == "win32":
    import msvcrt

PASSING = (errno.EIO, errno.ENOSPC)
"""The errors of one call."""

LASTING = (errno.EDQUOT, errno.EROFS)
"""The errors of all calls from one on."""

_BY_DESCRIPTOR = ("write", "fsync", "ftruncate")
_BY_PATH = ("open", "rename", "replace", "link", "unlink", "remove", "mkdir", "rmdir", "truncate")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class BrokenDisk:
    """Counts the calls that change what lies below a folder, and lets some of them fail.

    Attributes:
        calls: their names, in order.
        paths: what each of them was about.
        links: whether the system knows no rename to a name that must be free.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._folder = os.path.realpath(folder)
        self._counting = threading.Lock()
        self.calls: list[str] = []
        self.paths: list[str] = []
        self.links = False
        self.heal()
        for name in _BY_DESCRIPTOR:
            monkeypatch.setattr(os, name, self._by_descriptor(name, getattr(os, name)))
        for name in _BY_PATH:
            monkeypatch.setattr(os, name, self._by_path(name, getattr(os, name)))
        if hasattr(os, "copy_file_range"):
            monkeypatch.setattr(os, "copy_file_range", self._copying(os.copy_file_range))
        opening = self._opening(io.open)
        monkeypatch.setattr(io, "open", opening)
        monkeypatch.setattr(builtins, "open", opening)
        _patch_system_calls(monkeypatch, self)

    def forget(self) -> None:
        """Count from here on."""
        self.calls.clear()
        self.paths.clear()

    def heal(self) -> None:
        """Stop failing."""
        self._first, self._last, self._number = 0, 0, 0

    def fail(self, first: int, number: int, *, lasts: bool, failed: Callable[[str], None]) -> None:
        """Let the call with this index fail with an error, alone or with all that follow."""
        self.forget()
        self._tell = failed
        self._first, self._number = first, number
        self._last = 1 << 30 if lasts else first + 1

    def failures(self) -> Iterator[Failure]:
        """Each of the calls that something makes, once and from then on, with two errors each.

        What it is must be done between `begin` and `end` of each.
        """
        for lasts in (False, True):
            for number in LASTING if lasts else PASSING:
                failure = Failure(self, 0, number, lasts)
                yield failure
                assert failure.happened
                while failure.happened:
                    failure = Failure(self, failure.index + 1, number, lasts)
                    yield failure

    def call(self, name: str, *places: Any) -> None:
        """Count a call that names these places; OSError if it is one of those that fail."""
        if not any(self._is_below(place) for place in places):
            return
        with self._counting:
            index = len(self.calls)
            self.calls.append(name)
            self.paths.append(_path(places[0]))
        if self._number and self._first <= index < self._last:
            self._tell(name)
            raise OSError(self._number, os.strerror(self._number), str(places[0]))

    def _is_below(self, place: Any) -> bool:
        return _path(place).startswith(self._folder)

    def _by_descriptor(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(descriptor: int, *rest: Any) -> Any:
            self.call(name, descriptor)
            return real(descriptor, *rest)

        return call

    def _by_path(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *rest: Any, **options: Any) -> Any:
            around = options.get("dir_fd", options.get("src_dir_fd"))  # a folder that is held
            places = [path if around is None else around]
            if name in ("rename", "replace", "link"):
                into = options.get("dst_dir_fd")
                places.append(rest[0] if into is None else into)
            self.call(name, *places)
            return real(path, *rest, **options)

        return call

    def _copying(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(reader: int, writer: int, *rest: Any, **options: Any) -> Any:
            self.call("copy_file_range", writer)
            return real(reader, writer, *rest, **options)

        return call

    def _opening(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *rest: Any, **options: Any) -> Any:
            if not isinstance(path, int):
                self.call("open", path)
            return real(path, *rest, **options)

        return call


def _path(place: Any) -> str:
    """The path of a file, or of what a descriptor is open on; empty where there is none."""
    try:
        if isinstance(place, int):
            return _opened(place)
        return os.path.abspath(os.fsdecode(place))
    except (OSError, TypeError):
        return ""


def _opened(descriptor: int) -> str:
    if sys.platform != "win32":
        return os.readlink(f"/proc/self/fd/{descriptor}").removesuffix(" (deleted)")
    path = ctypes.create_unicode_buffer(1024)
    handle = ctypes.c_void_p(msvcrt.get_osfhandle(descriptor))
    ctypes.windll.kernel32.GetFinalPathNameByHandleW(handle, path, len(path), 0)
    return path.value.removeprefix("\\\\?\\")


class Failure:
    """One call that fails.

    Attributes:
        happened: whether it came to that call.
        lasts: whether all that follow fail, too.
    """

    def __init__(self, disk: BrokenDisk, index: int, number: int, lasts: bool) -> None:
        self._disk, self.index, self._number, self.lasts = disk, index, number, lasts
        self.happened = False
        self._call = ""

    def begin(self) -> None:
        """From here on calls are counted."""
        self._disk.fail(self.index, self._number, lasts=self.lasts, failed=self._failed)

    def end(self) -> None:
        """Stop failing and counting."""
        self._disk.heal()

    def _failed(self, call: str) -> None:
        if not self.happened:
            self.happened, self._call = True, call

    def __str__(self) -> str:
        how = "from then on" if self.lasts else "once"
        return f"{self._call} (call {self.index}), {errno.errorcode[self._number]}, {how}"


def _patch_system_calls(monkeypatch: pytest.MonkeyPatch, disk: BrokenDisk) -> None:
    """What is called past `os`."""
    from core.files import atomic_rename

    rename_new = atomic_rename.rename_new

    def rename_new_or_fail(
        source: str | Path, target: str | Path, of: int | None, into: int | None
    ) -> bool:
        disk.call("renameat2", source if of is None else of, target if into is None else into)
        return not disk.links and rename_new(source, target, of, into)

    monkeypatch.setattr(atomic_rename, "rename_new", rename_new_or_fail)
    sync = core_disk.sync_file_system

    def sync_file_system(path: Path) -> bool:
        disk.call("syncfs", path)
        return sync(path)

    monkeypatch.setattr(core_disk, "sync_file_system", sync_file_system)


def tree(folder: Path) -> dict[str, bytes]:
    """All that lies in a folder; folders have no content."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


def clear(folder: Path) -> None:
    for path in folder.iterdir():
        core_disk.remove(path)

"""Small texts in files that only their owner can read (0600); most outlive a launch.

Paths keep their bytes, UTF-8 or not.
"""

import contextlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop.system.errors import FolderError

Result = TypeVar("Result")


def kept(path: Path, make: Callable[[], str]) -> str:
    """The file's text; if it is missing or empty, the result of `make()` is stored first.

    Two starts at the same moment agree: the second one to store gets the text of the first.

    Raises:
        FolderError: the file cannot be read or written.
    """
    try:
        return read(path) or store_first(path, make())
    except (OSError, UnicodeDecodeError) as error:
        raise FolderError(
            f"{path} cannot be used: {error}. Remove the file, or name another data folder "
            "with --data-dir DIR."
        ) from error


def read(path: Path) -> str:
    """The file's text without surrounding blanks; empty if there is no such file."""
    try:
        return _patiently(lambda: path.read_text("utf-8", "surrogateescape")).strip()
    except FileNotFoundError:
        return ""


def store_first(path: Path, text: str) -> str:
    temporary = write_beside(path, text)
    try:
        os.link(temporary, path)
    except FileExistsError:
        if found := read(path):
            return found
        _replace(temporary, path)  # it was empty: left by a crash or a full disk
    except OSError:  # a file system without hard links
        _replace(temporary, path)
    finally:
        discard(temporary)
    return text


def store(path: Path, text: str) -> None:
    """Replace the file's text; never leaves half of it."""
    temporary = write_beside(path, text)
    try:
        _replace(temporary, path)
    except BaseException:
        discard(temporary)
        raise


def discard(path: Path) -> None:
    """Remove a file that is not needed; if that fails, it stays."""
    with contextlib.suppress(OSError):
        _patiently(lambda: path.unlink(missing_ok=True))


def _replace(temporary: Path, path: Path) -> None:
    _patiently(lambda: os.replace(temporary, path))


def _patiently(call: Callable[[], Result]) -> Result:
    """As `disk.patiently`; but core, which takes long to import, only where a file is in use."""
    try:
        return call()
    except PermissionError:
        from core.files import disk

        return disk.patiently(call)


def write_beside(path: Path, text: str) -> Path:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        discard(temporary)
        raise
    return temporary


def remember(path: Path, text: str) -> None:
    """Store a convenience: failures are ignored."""
    with contextlib.suppress(OSError):
        store(path, text)


def recall(path: Path) -> str:
    """The text that `remember` stored; empty if it is gone or unreadable."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return read(path)
    return ""

"""--debug: the files of a program, and whether one of them was saved.

They are polled: there are few, and a check takes microseconds. Notifications of changes differ
between systems, and do not arrive on network drives and in containers.
"""

import hashlib
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

from core.elements.client_module import script_folders
from core.files.file_versions import is_settled

# Files beside the modules that programs commonly read, and that pages load.
READ_BESIDE = (".html", ".css", ".js")

Stamp = tuple[int, int, bytes] | None  # time, size, digest; None without a file


def of_program(folder: Path) -> set[str]:
    """The files of the modules that are loaded and lie in the folder, and those of their pages.

    Installed packages and hidden folders (a virtual environment) are not the program's.
    """
    files = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
    files |= {sys.argv[0]}
    for place in {folder, *script_folders()}:
        files |= {str(path) for path in place.iterdir() if path.suffix in READ_BESIDE}
    return {file for file in files if file and is_inside(file, folder)}


def of_error(error: BaseException, folder: Path) -> set[str]:
    """The files in the folder that an error concerns: fixing it means saving one of them."""
    files = {frame.filename for frame in traceback.extract_tb(error.__traceback__)}
    if isinstance(error, SyntaxError) and error.filename:
        files.add(error.filename)
    if isinstance(error, ImportError) and error.name:
        module = folder.joinpath(*error.name.split("."))
        files |= {str(module.with_suffix(".py")), str(module / "__init__.py")}
    return {file for file in files if is_inside(file, folder)} | of_program(folder)


def is_inside(file: str, folder: Path) -> bool:
    path = Path(file)
    if not path.is_relative_to(folder):
        return False
    parts = path.relative_to(folder).parts
    return "site-packages" not in parts and not any(part.startswith(".") for part in parts)


class Watch:
    """Files, as they were at the last check."""

    def __init__(self) -> None:
        self.known: dict[str, Stamp] = {}

    def add(self, files: Iterable[str]) -> None:
        for file in files:
            if file not in self.known:
                self.known[file] = stamp(file, None)

    def changed(self) -> bool:
        """Whether the content of a file has changed since the last check."""
        found = False
        for file, old in list(self.known.items()):
            self.known[file] = new = stamp(file, old)
            # Some editors remove a file and write it again: only its return is a change.
            if new is None:
                self.known[file] = old
            elif old is None or new[2] != old[2]:
                found = True
        return found


def stamp(file: str, old: Stamp) -> Stamp:
    """The file's state now; it is read only if time or size differ."""
    try:
        status = Path(file).stat()
        if old and old[:2] == (status.st_mtime_ns, status.st_size) and is_settled(status):
            return old
        digest = hashlib.sha256(Path(file).read_bytes()).digest()
        return status.st_mtime_ns, status.st_size, digest
    except OSError:
        return None

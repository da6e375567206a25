"""The file chooser: the files that a person can choose in a file input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..live import protocol
from ..media.types import OCTET_STREAM, guess_type
from .accessible_names import described
from .actionability import check_enabled
from .dom import Element
from .errors import NotPossible


@dataclass(frozen=True)
class ChosenFile:
    """A file that was chosen.

    Attributes:
        folder: its folders, from the chosen one down.
    """

    path: Path
    folder: str = ""

    def described(self) -> protocol.ChosenFile:
        """The properties that a browser reports (https://w3c.github.io/FileAPI/#file-section)."""
        found = self.path.stat()
        kind = guess_type(self.path.name)
        return {
            "name": self.path.name,
            "size": found.st_size,
            "type": "" if kind == OCTET_STREAM else kind,
            "lastModified": int(found.st_mtime * 1000),
        }


def choose_files(element: Element, paths: Sequence[Path]) -> list[ChosenFile]:
    """The files in an input after these paths are chosen.

    Raises:
        NotPossible: a browser does not offer these.
    """
    what = described(element)
    if element.tag != "input" or element.attributes.get("type") != "file":
        raise NotPossible(f"{what} is not a file input: files cannot be chosen in it.")
    check_enabled(element)
    accepts_folder = "webkitdirectory" in element.attributes
    if len(paths) > 1 and not accepts_folder and "multiple" not in element.attributes:
        raise NotPossible(f"{what} accepts one file: it is not multiple.")
    for path in paths:
        if not path.exists():
            raise NotPossible(f"{path} does not exist, so it cannot be chosen.")
        if path.is_dir() and not accepts_folder:
            raise NotPossible(f"{path} is a folder, and {what} accepts files: set webkitdirectory.")
    return [file for path in paths for file in _files(path)]


def _files(path: Path) -> Iterator[ChosenFile]:
    if not path.is_dir():
        yield ChosenFile(path)
        return
    for file in sorted(path.rglob("*")):
        if file.is_file():
            yield ChosenFile(file, file.parent.relative_to(path.parent).as_posix())

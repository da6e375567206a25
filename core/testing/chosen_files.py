"""The files that a person chose in a file input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..media.types import OCTET_STREAM, guess_type
from .accessible_names import described
from .dom import Element
from .errors import NotPossible
from .possible import check_enabled


@dataclass(frozen=True)
class Chosen:
    """A file.

    Attributes:
        folder: the folders that it lay in, below and with the one that was chosen.
    """

    path: Path
    folder: str = ""

    def told(self) -> dict[str, Any]:
        """What a browser tells about it."""
        found = self.path.stat()
        told = guess_type(self.path.name)
        return {
            "name": self.path.name,
            "size": found.st_size,
            "type": "" if told == OCTET_STREAM else told,
            "lastModified": int(found.st_mtime * 1000),
        }


def chosen(element: Element, paths: Sequence[Path]) -> list[Chosen]:
    """The files that an input has when these paths are chosen in it.

    Raises:
        NotPossible: a browser would not let anybody choose them.
    """
    what = described(element)
    if element.tag != "input" or element.attributes.get("type") != "file":
        raise NotPossible(f"{what} is no file input: no file can be chosen in it.")
    check_enabled(element)
    takes_folder = "webkitdirectory" in element.attributes
    if len(paths) > 1 and not takes_folder and "multiple" not in element.attributes:
        raise NotPossible(f"{what} takes one file: it is not multiple.")
    for path in paths:
        if not path.exists():
            raise NotPossible(f"There is no file {path} to choose.")
        if path.is_dir() and not takes_folder:
            raise NotPossible(f"{path} is a folder, and {what} takes files: set webkitdirectory.")
    return [file for path in paths for file in _files(path)]


def _files(path: Path) -> Iterator[Chosen]:
    if not path.is_dir():
        yield Chosen(path)
        return
    for file in sorted(path.rglob("*")):
        if file.is_file():
            yield Chosen(file, file.parent.relative_to(path.parent).as_posix())

"""Desktop entries: the programs of a Linux desktop, as their `.desktop` files describe them.

After the Desktop Entry Specification 1.5 of freedesktop.org.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 1 << 20
"""Of a file; larger ones describe no program."""

GROUP = "[Desktop Entry]"
ESCAPES = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
ESCAPE = re.compile(r"\\([sntr\\])")
# A quote that is not closed goes on to the end: the search must not begin anew at each one.
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*+)(?:"|\\?\Z)|([^\s"]+)', re.DOTALL)
QUOTED_ESCAPE = re.compile(r"\\(.)")


@dataclass(frozen=True)
class DesktopEntry:
    """A program that opens files.

    Attributes:
        id: of its file, such as ``org.gnome.eog.desktop``.
        path: of its file.
        name: in the person's language.
        words: its command line, with field codes such as ``%f``.
        icon: its name or path; "" without one.
        folder: where it wants to run; "" if that is all the same.
        types: the MIME types that it opens.
    """

    id: str
    path: Path
    name: str
    words: tuple[str, ...]
    icon: str
    folder: str
    types: tuple[str, ...]

    def command(self, file: Path) -> list[str]:
        """The command that opens a file: no shell takes part in it."""
        filled = [each for word in self.words for each in self._filled(word, file)]
        takes_files = any(code in word for word in self.words for code in ("%f", "%F", "%u", "%U"))
        return filled if takes_files else [*filled, str(file)]

    def _filled(self, word: str, file: Path) -> Iterator[str]:
        if word == "%i":
            yield from ("--icon", self.icon) if self.icon else ()
            return
        values = {
            "f": str(file),
            "F": str(file),
            "u": file.as_uri(),
            "U": file.as_uri(),
            "c": self.name,
            "k": str(self.path),
            "%": "%",
        }
        text = re.sub("%(.)", lambda found: values.get(found[1], ""), word)
        if text or "%" not in word:
            yield text


def read(path: Path, entry_id: str) -> DesktopEntry | None:
    """Read a program's file; None if it is no program that can open files here. Blocks."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        return None
    values = _values(data.decode("utf-8", "replace")) if len(data) <= MOST_BYTES else {}
    words = tuple(_words(_text(values.get("Exec", ""))))
    is_usable = (
        values.get("Type") == "Application"
        and bool(words)
        and "true" not in (values.get("Hidden"), values.get("Terminal"))
        and shutil.which(words[0]) is not None
        and ("TryExec" not in values or shutil.which(_text(values["TryExec"])) is not None)
    )
    if not is_usable:
        return None
    return DesktopEntry(
        id=entry_id,
        path=path,
        name=_text(_localised(values, "Name")) or entry_id.removesuffix(".desktop"),
        words=words,
        icon=_text(values.get("Icon", "")),
        folder=_text(values.get("Path", "")),
        types=tuple(part for part in values.get("MimeType", "").split(";") if part),
    )


def _values(text: str) -> dict[str, str]:
    """The keys of the group that describes the program."""
    found: dict[str, str] = {}
    is_inside = False
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.startswith("["):
            is_inside = stripped == GROUP
        elif is_inside and not stripped.startswith("#") and "=" in stripped:
            name, _, value = stripped.partition("=")
            found.setdefault(name.rstrip(), value.lstrip())
    return found


def _localised(values: Mapping[str, str], name: str) -> str:
    """The value in the language of the system."""
    language = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    locale = (language or "").partition(".")[0].partition("@")[0]
    for each in (locale, locale.partition("_")[0]):
        if found := values.get(f"{name}[{each}]"):
            return found
    return values.get(name, "")


def _text(value: str) -> str:
    return ESCAPE.sub(lambda found: ESCAPES[found[1]], value)


def _words(command: str) -> Iterator[str]:
    """The words of a command line, of which some are quoted."""
    for quoted, plain in QUOTED.findall(command):
        yield plain or QUOTED_ESCAPE.sub(r"\1", quoted)

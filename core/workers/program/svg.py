"""Whether a browser can draw an SVG in good time: references to references multiply."""

import os
import re
from functools import cache
from xml.parsers import expat

from .errors import Unsuitable

MAX_BYTES = 8 << 20
"""Bytes of a drawing."""

MAX_ELEMENTS = 50_000
"""Elements that are drawn, each as often as it is referred to."""

MAX_ENTITY = 200
"""Characters of an entity, which must not contain others."""

_REFERENCE = re.compile(r"^#(.+)$|url\(\s*[\"']?#([^\"')]+)")


def read_svg(source: str) -> dict[str, object]:
    """Nothing, if the drawing can be shown.

    Raises:
        Unsuitable: it would keep a browser busy.
    """
    if os.path.getsize(source) > MAX_BYTES:
        raise Unsuitable(f"a drawing may have at most {MAX_BYTES:,} bytes")
    counted = _Elements()
    with open(source, "rb") as file:
        counted.parser.ParseFile(file)
    if counted.drawn() > MAX_ELEMENTS:
        raise Unsuitable(f"it would take more than {MAX_ELEMENTS:,} elements to draw it")
    return {}


class _Elements:
    """Counts the elements inside each one that has an id, and what they refer to."""

    def __init__(self) -> None:
        self._counts = {"": 0}
        self._references: dict[str, list[str]] = {"": []}
        self._open: list[str] = []  # for each open element its id, or ""
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = self._entity

    def drawn(self) -> int:
        """How many elements are drawn, if each is drawn whenever it is referred to."""

        @cache
        def weight(name: str) -> int:
            referred = self._references.get(name, ())
            return self._counts.get(name, 0) + sum(weight(other) for other in referred)

        return weight("")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        own = attributes.get("id", "")
        if own:
            self._counts.setdefault(own, 0)
            self._references.setdefault(own, [])
        self._open.append(own)
        found = [match[1] or match[2] for value in attributes.values() for match in _found(value)]
        for name in {"", *self._open}:
            self._counts[name] += 1
            self._references[name] += found

    def _end(self, tag: str) -> None:
        self._open.pop()

    def _entity(self, name: str, is_parameter: bool, value: str | None, *rest: object) -> None:
        if value is None or "&" in value or "%" in value or len(value) > MAX_ENTITY:
            raise Unsuitable("it contains entities")


def _found(value: str) -> list[re.Match[str]]:
    return list(_REFERENCE.finditer(value[:10_000]))

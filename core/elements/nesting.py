"""Nesting of elements: which ones a browser's parser leaves inside others, and which it moves out.

The parser closes a ``<p>`` before a ``<div>``, moves text out of a ``<table>``, drops a ``<tr>``
outside of a table (https://html.spec.whatwg.org/multipage/parsing.html). The renderer writes such
elements into a ``<template>``, which the client unwraps (``dom/parse-html.js``).
"""

from __future__ import annotations

from functools import cache

from ..words import names

_HEADINGS = names("h1 h2 h3 h4 h5 h6")
_TABLE = names("caption col colgroup table tbody td tfoot th thead tr")
_CELLS = names("caption td th")
_FOREIGN = names("desc foreignObject title")  # of SVG; they contain HTML

# An open element -> what the parser does not leave inside it, at any depth up to a boundary.
_MOVED_OUT = {
    "a": names("a"),
    "button": names("button"),
    "dd": names("dd dt"),
    "dt": names("dd dt"),
    "form": names("form"),
    "li": names("li"),
    "p": _HEADINGS
    | names(
        """
        address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption
        figure footer form header hgroup hr li main menu nav ol p pre search section summary table
        ul
        """
    ),
}

# Elements inside which the parser ignores that an outer one is open.
_SCOPE = _CELLS | names("object select table template")
_ITEM = names(
    """
    article aside blockquote button dd details dl dt fieldset figcaption figure footer form header
    hgroup li main menu nav object ol pre search section select summary table tbody td template
    tfoot th thead tr ul
    """
)
_BOUNDARIES = {
    "a": _CELLS | names("object template"),
    "button": _SCOPE,
    "dd": _ITEM | _HEADINGS,
    "dt": _ITEM | _HEADINGS,
    "form": names("template"),
    "li": _ITEM | _HEADINGS,
    "p": _SCOPE | names("button"),
}

# An element -> the only ones that may be its children.
_ROWS = names("script style template tr")
_ONLY = {
    "table": names("caption colgroup script style tbody template tfoot thead tr"),
    "tbody": _ROWS,
    "thead": _ROWS,
    "tfoot": _ROWS,
    "tr": names("script style td template th"),
    "colgroup": names("col template"),
    "select": names("hr optgroup option script template"),
    "optgroup": names("option template"),
    "option": names("template"),
}
_TEXTLESS = names("colgroup table tbody tfoot thead tr")


class Place(dict[str, "Place | None"]):
    """Where elements are written: tag -> the place inside such an element, None if it is moved out.

    Each tag is looked up once, so that rendering costs one dictionary access per element.

    Attributes:
        holds_text: whether the parser leaves text here.
    """

    def __init__(self, parent: str, still_open: frozenset[str]) -> None:
        super().__init__()
        self.parent = parent
        self.still_open = still_open
        self.holds_text = parent not in _TEXTLESS

    def __missing__(self, tag: str) -> Place | None:
        self[tag] = None if self.moved_out_of(tag) else self._inside(tag)
        return self[tag]

    def moved_out_of(self, tag: str) -> str | None:
        """The tag of the element out of which the parser moves one of this tag, if it does."""
        if self.parent in ("svg", "template"):
            return None
        if self.parent in _ONLY:
            return None if tag in _ONLY[self.parent] else self.parent
        if tag in _HEADINGS and self.parent in _HEADINGS:
            return self.parent
        if tag in _TABLE and tag != "table":
            return self.parent or "div"
        return next((each for each in sorted(self.still_open) if tag in _MOVED_OUT[each]), None)

    def _inside(self, tag: str) -> Place:
        if self.parent == "svg" and tag not in _FOREIGN:
            return _place("svg", self.still_open)
        boundary = "table" if self.parent == "svg" else tag  # those of SVG are boundaries of all
        staying = {each for each in self.still_open if boundary not in _BOUNDARIES[each]}
        opened = {tag} & _MOVED_OUT.keys() if self.parent != "svg" else set()
        return _place(tag, frozenset(staying | opened))


@cache
def _place(tag: str, still_open: frozenset[str]) -> Place:
    return Place(tag, still_open)


ALONE = _place("template", frozenset())
"""What is parsed on its own: anything is allowed there."""

BODY = _place("div", frozenset())
"""Where the components of a page are."""

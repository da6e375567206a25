"""Which elements a browser's parser leaves inside which others, and which it moves out.

The parser closes a ``<p>`` before a ``<div>``, moves text out of a ``<table>``, drops a ``<tr>``
that stands in none (https://html.spec.whatwg.org/multipage/parsing.html). What it would tear out,
the renderer writes into a ``<template>``, which the client unwraps (``dom/parse-html.js``).
"""

from __future__ import annotations

from functools import cache

from ..words import names

_HEADINGS = names("h1 h2 h3 h4 h5 h6")
_TABLE = names("caption col colgroup table tbody td tfoot th thead tr")
_CELLS = names("caption td th")
_FOREIGN = names("desc foreignObject title")  # in SVG: HTML stands inside these

# An open element -> what the parser does not leave inside of it, at any depth up to a boundary.
_TEARS = {
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

# The boundaries: inside of them the parser has forgotten that the element is open.
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

# An element -> all that may stand in it directly.
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
    """Tag -> the place inside such an element here; None where the parser would tear it out.

    Found out once for each place and tag, so that rendering costs one look-up per element.

    Attributes:
        holds_text: whether text is left here.
    """

    def __init__(self, parent: str, still_open: frozenset[str]) -> None:
        super().__init__()
        self.parent = parent
        self.still_open = still_open
        self.holds_text = parent not in _TEXTLESS

    def __missing__(self, tag: str) -> Place | None:
        self[tag] = None if self.torn_from(tag) else self._inside(tag)
        return self[tag]

    def torn_from(self, tag: str) -> str | None:
        """The tag of the element that would not keep one of this tag, if there is one."""
        if self.parent in ("svg", "template"):
            return None
        only = _ONLY.get(self.parent)
        if only is not None:
            return None if tag in only else self.parent
        if tag in _HEADINGS and self.parent in _HEADINGS:
            return self.parent
        if tag in _TABLE and tag != "table":
            return self.parent or "div"
        return next((each for each in sorted(self.still_open) if tag in _TEARS[each]), None)

    def _inside(self, tag: str) -> Place:
        if self.parent == "svg" and tag not in _FOREIGN:
            return _place("svg", self.still_open)
        forgets = "table" if self.parent == "svg" else tag  # what is foreign is a boundary as well
        staying = {each for each in self.still_open if forgets not in _BOUNDARIES[each]}
        opened = {tag} & _TEARS.keys() if self.parent != "svg" else set()
        return _place(tag, frozenset(staying | opened))


@cache
def _place(tag: str, still_open: frozenset[str]) -> Place:
    return Place(tag, still_open)


ALONE = _place("template", frozenset())
"""What is parsed by itself: anything may stand there."""

BODY = _place("div", frozenset())
"""Where the components of a page stand."""

"""Elements as clean HTML, for uses other than a live page: files, e-mails, other programs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from ..words import names
from .attribute_names import CLIENT_ATTRIBUTES, html_name
from .element import Element, visible_children
from .reactive import react
from .render import DROP_NEWLINE, Renderer, escaped, text_html, text_of, written

# Browsers do not show white space around and between these.
BLOCKS = names("""
    address article aside blockquote body caption col colgroup dd details dialog div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu
    nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul
    """)
# White space between these elements of SVG is not shown either.
DRAWN = names("""
    animate animateMotion animateTransform circle clipPath defs ellipse filter foreignObject g image
    line linearGradient marker mask path pattern polygon polyline radialGradient rect set stop
    symbol use
    """)
# Attributes that only a live page needs.
_LIVE = frozenset(map(html_name, CLIENT_ATTRIBUTES))

_INLINE = re.compile(r"(?:^|[\s:])(?:inline|contents)|display\s*:\s*(?:inline|contents)")
_KEEPS_SPACES = re.compile(r"(?:^|[\s:])whitespace-|white-space")


def to_html(elements: Iterable[Element], indent: int = 0, step: int = 0) -> str:
    """The HTML of elements, without what only a live page needs.

    Lines are broken only where browsers do not show white space, by the elements, their classes
    and styles: text is never changed.

    Args:
        indent: spaces before the outermost elements.
        step: spaces per level; 0 puts everything on one line.
    """
    shown = [element for element in elements if element.show]
    for element in shown:
        _derive(element)
    writer = _Writer(step)
    return "\n".join(writer.lines(shown, indent)) if step else writer.line(shown)


def _derive(element: Element) -> None:
    if element.is_reactive:
        react(element)
    for child in visible_children(element):
        _derive(child)


class _Writer:
    def __init__(self, step: int) -> None:
        self._step = step
        self._renderer = Renderer()

    def lines(self, elements: list[Element], indent: int) -> Iterator[str]:
        """Elements on lines of their own, where white space is not shown."""
        for is_block, group in itertools.groupby(elements, _is_block):
            if is_block:
                for element in group:
                    yield from self._block(element, indent)
            else:
                yield " " * indent + self.line(group)

    def line(self, elements: Iterable[Element]) -> str:
        """Elements on one line, apart from line breaks in their own text."""
        return "".join(map(self._element, elements))

    def _block(self, element: Element, indent: int) -> Iterator[str]:
        if not _is_loose(element):
            yield " " * indent + self.line([element])
            return
        yield " " * indent + self._start_tag(element)
        yield from self.lines(visible_children(element), indent + self._step)
        yield " " * indent + f"</{element.html_tag}>"

    def _element(self, element: Element) -> str:
        start = self._start_tag(element)
        return start if element.is_void else f"{start}{self._content(element)}</{element.html_tag}>"

    def _content(self, element: Element) -> str:
        if element.inner_html:
            return element.inner_html
        if element._has_raw_text:
            return escaped(text_of(element), quote=False)
        return text_html(element) + self.line(visible_children(element))

    def _start_tag(self, element: Element) -> str:
        found = self._renderer.attributes(element)
        attributes = "".join(written(name, value) for name, value in found if name not in _LIVE)
        line = "\n" if element.html_tag in DROP_NEWLINE else ""
        return f"<{element.html_tag}{attributes}>{line}"


def _is_loose(element: Element) -> bool:
    """Whether browsers show no white space around the children of a block."""
    keeps_spaces = element.html_tag == "pre" or _KEEPS_SPACES.search(_looks(element))
    if element.inner_html or element.text or keeps_spaces:
        return False
    return any(map(_is_block, visible_children(element)))


def _is_block(element: Element) -> bool:
    tag = element.html_tag
    return tag in DRAWN or (tag in BLOCKS and not _INLINE.search(_looks(element)))


def _looks(element: Element) -> str:
    return f"{element.classes} {element.style}"

"""Components as clean HTML, for other uses than a live page: files, e-mails, other programs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from html import escape

from ..words import names
from .attributes import html_name
from .component import OURS, Component
from .render import Renderer, text_html
from .tags import Textarea
from .visibility import react, visible_children

# Elements around and between which white space is not shown.
BLOCKS = names("""
    address article aside blockquote body caption col colgroup dd details dialog div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu
    nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul
    """)
# Elements of SVG between which there may be white space, as there is no text beside them.
DRAWN = names("""
    animate animateMotion animateTransform circle clipPath defs ellipse filter foreignObject g image
    line linearGradient marker mask path pattern polygon polyline radialGradient rect set stop
    symbol use
    """)
# What only a live page needs.
_LIVE = frozenset(map(html_name, OURS))

_INLINE = re.compile(r"(?:^|[\s:])(?:inline|contents)|display\s*:\s*(?:inline|contents)")
_KEEPS_SPACES = re.compile(r"(?:^|[\s:])whitespace-|white-space")


def to_html(components: Iterable[Component], indent: int = 0, step: int = 0) -> str:
    """The HTML of components, without what only a live page needs.

    Lines are broken only where the elements, their classes and styles tell that no browser shows
    white space: text is never changed.

    Args:
        indent: spaces before the outermost elements.
        step: spaces per level; 0 puts everything on one line.
    """
    shown = [component for component in components if component.show]
    for component in shown:
        _derive(component)
    writer = _Writer(step)
    return "\n".join(writer.lines(shown, indent)) if step else writer.line(shown)


def _derive(component: Component) -> None:
    if component.is_reactive:
        react(component)
    for child in visible_children(component):
        _derive(child)


class _Writer:
    def __init__(self, step: int) -> None:
        self._step = step
        self._renderer = Renderer()

    def lines(self, components: list[Component], indent: int) -> Iterator[str]:
        """Elements with those inside on lines of their own, where that does not matter."""
        for is_block, group in itertools.groupby(components, _is_block):
            if is_block:
                for component in group:
                    yield from self._block(component, indent)
            else:
                yield " " * indent + self.line(group)

    def line(self, components: Iterable[Component]) -> str:
        """Elements on one line, but for the breaks in their own text."""
        return "".join(self._start_tag(each) + self._rest(each) for each in components)

    def _block(self, component: Component, indent: int) -> Iterator[str]:
        if not _is_loose(component):
            yield " " * indent + self.line([component])
            return
        yield " " * indent + self._start_tag(component)
        yield from self.lines(visible_children(component), indent + self._step)
        yield " " * indent + f"</{component.html_tag}>"

    def _rest(self, component: Component) -> str:
        if component.is_void:
            return ""
        return self._content(component) + f"</{component.html_tag}>"

    def _content(self, component: Component) -> str:
        if component.inner_html:
            return component.inner_html
        if isinstance(component, Textarea):
            return escape(str(component.value or ""), quote=False)
        return text_html(component) + self.line(visible_children(component))

    def _start_tag(self, component: Component) -> str:
        attributes = "".join(
            f" {name}" if value is True else f' {name}="{escape(value)}"'
            for name, value in self._renderer.attributes(component)
            if name not in _LIVE
        )
        end = "\n" if component.html_tag in ("pre", "textarea") else ""  # browsers drop it
        return f"<{component.html_tag}{attributes}>{end}"


def _is_loose(component: Component) -> bool:
    """Whether white space before and after the blocks in a block is not shown."""
    keeps_spaces = component.html_tag == "pre" or _KEEPS_SPACES.search(_looks(component))
    if component.inner_html or component.text or keeps_spaces:
        return False
    return any(map(_is_block, visible_children(component)))


def _is_block(component: Component) -> bool:
    tag = component.html_tag
    return tag in DRAWN or (tag in BLOCKS and not _INLINE.search(_looks(component)))


def _looks(component: Component) -> str:
    return f"{component.classes} {component.style}"

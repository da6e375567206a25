"""Components as clean HTML, for other uses than a live page: files, e-mails, other programs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from .component import OURS, Component
from .render import Renderer, html_name, text_html
from .tags import Textarea
from .visible import react, visible_children
from .words import names

# Elements around and between which white space is not shown.
BLOCKS = names("""
    address article aside blockquote body caption center col colgroup dd details dialog div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu
    nav ol optgroup option p search section select summary table tbody td tfoot th thead tr ul
    """)
# Elements of SVG that hold others and no text.
DRAWINGS = names("""
    clipPath defs feComponentTransfer feDiffuseLighting feMerge feSpecularLighting filter g
    linearGradient marker mask pattern radialGradient svg switch symbol
    """)
# What only a live page needs.
_LIVE = frozenset(map(html_name, OURS))

_INLINE = re.compile(r"(?:^|[\s:])(?:inline|contents)|display\s*:|white-space")
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
    if not step or not all(map(_is_block, shown)):
        return " " * (indent if step else 0) + "".join(map(writer.compact, shown))
    return "\n".join(writer.lines(component, indent) for component in shown)


def _derive(component: Component) -> None:
    if component.is_reactive:
        react(component)
    for child in visible_children(component):
        _derive(child)


class _Writer:
    def __init__(self, step: int) -> None:
        self._step = step
        self._renderer = Renderer()

    def lines(self, component: Component, indent: int) -> str:
        """An element with each element inside on lines of its own, where that does not matter."""
        start = " " * indent + self._start_tag(component)
        if not _is_loose(component):
            return start + self._rest(component)
        inner = [self.lines(child, indent + self._step) for child in visible_children(component)]
        return "\n".join([start, *inner, " " * indent + f"</{component.html_tag}>"])

    def compact(self, component: Component) -> str:
        """An element on one line, but for the breaks in its own text."""
        return self._start_tag(component) + self._rest(component)

    def _rest(self, component: Component) -> str:
        if component.is_void:
            return ""
        return self._content(component) + f"</{component.html_tag}>"

    def _content(self, component: Component) -> str:
        if component.inner_html:
            return component.inner_html
        if isinstance(component, Textarea):
            return escape(str(component.value or ""), quote=False)
        return text_html(component) + "".join(map(self.compact, visible_children(component)))

    def _start_tag(self, component: Component) -> str:
        attributes = "".join(
            f" {name}" if value is True else f' {name}="{escape(value)}"'
            for name, value in self._renderer.attributes(component)
            if name not in _LIVE
        )
        end = "\n" if component.html_tag in ("pre", "textarea") else ""  # browsers drop it
        return f"<{component.html_tag}{attributes}>{end}"


def _is_loose(component: Component) -> bool:
    """Whether white space between the children of a component is not shown."""
    children = visible_children(component)
    if not children or component.text or _KEEPS_SPACES.search(_looks(component)):
        return False
    if component.html_tag in DRAWINGS:
        return True
    return component.html_tag in BLOCKS and all(map(_is_block, children))


def _is_block(component: Component) -> bool:
    return component.html_tag in BLOCKS and not _INLINE.search(_looks(component))


def _looks(component: Component) -> str:
    return f"{component.classes} {component.style}"

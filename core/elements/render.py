"""Renderer: a tree of elements -> HTML, for the first paint and for additions."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Literal

from .attributes import ATTRIBUTES
from .element import Element
from .nesting import ALONE, BODY, Place
from .subscriptions import events_text

logger = logging.getLogger(__name__)

# Parsers drop a newline at the start of these: we add one, so that they keep that of the text.
DROP_NEWLINE = frozenset({"pre", "textarea"})

_CLASSES = re.compile(r"""\bclass\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


class Renderer:
    """Writes HTML; collects its class names, and CSS that uses variables.

    An element that browsers' parsers would move out of its parent (`nesting`) is written into a
    ``<template>``, from which the client takes it.

    Args:
        link: quotes an address for HTML (`core.web` also quotes names of the session's files).
        submit_to: the address to which browsers without script send forms; empty for none.
        failed: called with the error of a value that cannot be shown and is left out; without it,
            rendering raises the error.
    """

    def __init__(
        self,
        link: Callable[[str], str] = str,
        submit_to: str = "",
        failed: Callable[[Exception, str], None] | None = None,
    ) -> None:
        self.link = link
        self.failed = failed
        self.submit_to = submit_to
        self.classes: set[str] = set()
        self.css: set[str] = set()
        self._has_warned = False

    def html(self, elements: Iterable[Element], place: Place = BODY) -> str:
        """The HTML of elements that are siblings at a place."""
        return "".join([self._element(each, place) for each in elements if each.show])

    def content(self, of: Element | Iterable[Element]) -> str:
        """The HTML inside an element, or of the elements of a page."""
        if not isinstance(of, Element):
            return self.html(of)
        return self._content(of, ALONE[of.html_tag] or ALONE)

    def _element(self, element: Element, place: Place) -> str:
        tag = element.html_tag
        inside = place[tag]
        if inside is None:
            return self._apart(element, place)
        found = self.attributes(element)
        attributes = "".join([written(name, value) for name, value in found]) if found else ""
        start = f'<{tag} data-c="{element.component_id}"{attributes}>'
        if element.is_void:
            return start
        line = "\n" if tag in DROP_NEWLINE else ""
        return f"{start}{line}{self._content(element, inside)}</{tag}>"

    def _apart(self, element: Element, place: Place) -> str:
        if not self._has_warned:
            self._has_warned = True
            outer = place.moved_out_of(element.html_tag)
            logger.warning(
                "%r is in a <%s>, where HTML does not allow a <%s>. Browsers show it only after "
                "the page's script has started; in another element it would be visible before.",
                *(element, outer, element.html_tag),
            )
        return f"<template data-nested>{self._element(element, ALONE)}</template>"

    def _content(self, element: Element, inside: Place) -> str:
        try:
            if element.inner_html:
                return self.raw(str(element.inner_html))
            if element._has_raw_text:
                return escaped(text_of(element), quote=False)
            text = text_html(element)
        except Exception as error:
            text = ""
            self.left_out(error, element, "text")
        if element.html_entity:
            self.raw(text)
        if text and not inside.holds_text:
            text = f"<template data-nested>{text}</template>"
        children = element._children
        return text + self.html(tuple(children), inside) if children else text

    def left_out(self, error: Exception, element: Element, name: str) -> None:
        """Report that a value of an element cannot be shown; raise the error without `failed`."""
        if self.failed is None:
            raise error
        self.failed(error, f"{name} of {element!r:.100} cannot be shown, and is left out")

    def raw(self, html: str) -> str:
        """HTML of a program, unchanged; its class names and variables are noted."""
        self.classes.update(a or b for a, b in _CLASSES.findall(html))
        self.uses(html)
        return html

    def uses(self, css: str) -> None:
        """Note CSS of a program that uses variables: they may be those of the theme."""
        if "var(--" in css:
            self.css.add(css)

    def attributes(self, element: Element) -> list[tuple[str, str | Literal[True]]]:
        """The HTML names and values of all attributes that the element shows."""
        presets, own = element.presets, element.__dict__
        known = ATTRIBUTES[type(element)]
        found: list[tuple[str, str | Literal[True]]] = []
        # A copy, since another thread may set an attribute at the same time.
        for name, value in ({**presets, **own} if presets else own.copy()).items():
            if (attribute := known[name]) is not None:
                try:
                    shown = attribute.write(self, value)
                except Exception as error:
                    self.left_out(error, element, name)
                    continue
                if shown is not None and shown is not False:
                    found.append((attribute.name, shown))
        if element._is_plain and not element._handlers:
            return found
        try:
            events = events_text(element)
        except Exception as error:
            events = None
            self.left_out(error, element, "events")
        if events is not None:
            found.append(("data-e", events))
        if not element._is_plain:
            found += element._state_attributes()
            if self.submit_to:
                found += element._scriptless_attributes(self.submit_to)
        return found


def written(name: str, value: str | bool) -> str:
    """An attribute, as it is written in a tag."""
    return f' {name}="{escaped(value)}"' if isinstance(value, str) else f" {name}"


def escaped(text: str, quote: bool = True) -> str:
    """The text as HTML. Most texts need no change, and searching is faster than replacing."""
    needs = "&" in text or "<" in text or ">" in text or (quote and ('"' in text or "'" in text))
    return escape(text, quote) if needs else text


def text_of(element: Element) -> str:
    """The text before the children."""
    text = element.text
    return "" if text is None else str(text)


def text_html(element: Element) -> str:
    """The text before the children, as HTML."""
    text = text_of(element)
    return text if not text or element.html_entity else escaped(text, quote=False)

"""Component tree -> HTML: for the first paint and for what is added later."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Literal

from .attributes import ATTRIBUTES, Attributes
from .component import Component
from .forms import Control
from .nesting import ALONE, BODY, Place
from .subscriptions import events_text
from .tags import Form, Optgroup, Option, Pre, Select, Textarea

logger = logging.getLogger(__name__)

# How the names begin that controls get which have none of their own.
OUR_NAME = "satchel-"

_CLASSES = re.compile(r"""\bclass\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What all components of a class have in common."""

    attributes: Attributes
    start: str  # of the content
    is_plain: bool  # without handlers, nothing but attributes stands in the tag


class _Kinds(dict[type[Component], _Kind]):
    def __missing__(self, of: type[Component]) -> _Kind:
        start = "\n" if issubclass(of, Pre | Textarea) else ""  # the parser drops it, not ours
        is_plain = not issubclass(of, Control | Form | Option)
        self[of] = found = _Kind(ATTRIBUTES[of], start, is_plain)
        return found


_KINDS = _Kinds()


class Renderer:
    """Writes HTML and collects the class names that it met, and CSS that uses variables.

    An element that the parser of browsers would tear out of the one it stands in (`nesting`) is
    written into a ``<template>``; the client puts it where it belongs.

    Args:
        link: makes an address fit for HTML (`core.web` quotes names of the session's files).
        submit_to: where browsers without script send forms; empty: there are none.
        failed: is told of a value that cannot be shown, which is left out; without it, rendering
            ends with the error.
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

    def html(self, components: Iterable[Component], place: Place = BODY) -> str:
        """The HTML of components, one after the other, to stand at a place."""
        return "".join([self._element(each, place) for each in components if each.show])

    def content(self, of: Component | Iterable[Component]) -> str:
        """The HTML inside a component, or of the components of a page."""
        if not isinstance(of, Component):
            return self.html(of)
        return self._content(of, ALONE[of.html_tag] or ALONE)

    def _element(self, component: Component, place: Place) -> str:
        tag = component.html_tag
        inside = place[tag]
        if inside is None:
            return self._apart(component, place)
        found = self.attributes(component)
        attributes = "".join([written(name, value) for name, value in found]) if found else ""
        start = f'<{tag} data-c="{component.component_id}"{attributes}>'
        if component.is_void:
            return start
        return f"{start}{_KINDS[type(component)].start}{self._content(component, inside)}</{tag}>"

    def _apart(self, component: Component, place: Place) -> str:
        if not self._has_warned:
            self._has_warned = True
            outer = place.torn_from(component.html_tag)
            logger.warning(
                "%r stands in a <%s>, where HTML allows no <%s>. Browsers show it only when their "
                "script has started; another element around it would be shown at once.",
                *(component, outer, component.html_tag),
            )
        return f"<template data-nested>{self._element(component, ALONE)}</template>"

    def _content(self, component: Component, inside: Place) -> str:
        try:
            if component.inner_html:
                return self.raw(str(component.inner_html))
            if isinstance(component, Textarea):
                return escaped("" if component.value is None else str(component.value), quote=False)
            text = text_html(component)
        except Exception as error:
            text = ""
            self.left_out(error, component, "text")
        if component.html_entity:
            self.raw(text)
        if text and not inside.holds_text:
            text = f"<template data-nested>{text}</template>"
        children = component._children
        return text + self.html(tuple(children), inside) if children else text

    def left_out(self, error: Exception, component: Component, name: str) -> None:
        """Tell that a value of a component cannot be shown; raise the error if nobody listens."""
        if self.failed is None:
            raise error
        self.failed(error, f"{name} of {component!r:.100} cannot be shown, and is left out")

    def raw(self, html: str) -> str:
        """A program's own HTML, of which only class names and variables are looked at."""
        self.classes.update(a or b for a, b in _CLASSES.findall(html))
        self.uses(html)
        return html

    def uses(self, css: str) -> None:
        """Note CSS of a program that uses variables: they may be those of the theme."""
        if "var(--" in css:
            self.css.add(css)

    def attributes(self, component: Component) -> list[tuple[str, str | Literal[True]]]:
        """The HTML names and values of all attributes that the element shows."""
        kind, presets, own = _KINDS[type(component)], component.presets, component.__dict__
        known = kind.attributes
        found: list[tuple[str, str | Literal[True]]] = []
        # A copy in any case: another thread may set an attribute meanwhile.
        for name, value in ({**presets, **own} if presets else own.copy()).items():
            if (attribute := known[name]) is not None:
                try:
                    shown = attribute.write(self, value)
                except Exception as error:
                    self.left_out(error, component, name)
                    continue
                if shown is not None and shown is not False:
                    found.append((attribute.name, shown))
        if kind.is_plain and not component._handlers:
            return found
        try:
            events = events_text(component)
        except Exception as error:
            events = None
            self.left_out(error, component, "events")
        if events is not None:
            found.append(("data-e", events))
        if isinstance(component, Option) and _is_selected(component):
            found.append(("selected", True))
        if self.submit_to:
            found += self._without_script(component)
        return found

    def _without_script(self, component: Component) -> list[tuple[str, str | Literal[True]]]:
        """What lets a browser send a form by itself: names and an address, where it has none."""
        if isinstance(component, Control):
            return [] if getattr(component, "name", None) else [("name", field_name(component))]
        if not isinstance(component, Form) or "submit" not in component.handlers:
            return []
        if getattr(component, "action", None):
            return []
        address = f"{self.submit_to}&form={component.component_id}"
        return [("action", address), ("method", "post"), ("enctype", "multipart/form-data")]


def field_name(control: Control) -> str:
    """The name under which a browser without script sends a control."""
    return str(getattr(control, "name", None) or f"{OUR_NAME}{control.component_id}")


def written(name: str, value: str | bool) -> str:
    """An attribute as it stands in a tag."""
    return f' {name}="{escaped(value)}"' if isinstance(value, str) else f" {name}"


def escaped(text: str, quote: bool = True) -> str:
    """The text as HTML. Most texts need no change, which is found out faster than made."""
    needs = "&" in text or "<" in text or ">" in text or (quote and ('"' in text or "'" in text))
    return escape(text, quote) if needs else text


def text_of(component: Component) -> str:
    """The text before the children."""
    text = component.text
    return "" if text is None else str(text)


def text_html(component: Component) -> str:
    """The text before the children, as HTML."""
    text = text_of(component)
    return text if not text or component.html_entity else escaped(text, quote=False)


def _is_selected(option: Option) -> bool:
    value = str(getattr(option, "value", option.text))
    for select in _selects(option):
        chosen = select.value
        return value in map(str, chosen) if isinstance(chosen, list) else value == str(chosen)
    return False


def _selects(component: Component) -> Iterator[Select]:
    """The selects in which an option, or a group of options, stands."""
    for ref in component._parents:
        parent = ref()
        if isinstance(parent, Select):
            yield parent
        elif isinstance(parent, Optgroup):
            yield from _selects(parent)

"""Component tree -> HTML: for the first paint and for what is added later."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any

from .component import CONTENT, EFFECTS, EVENT_OPTIONS, Component
from .forms import Control
from .nesting import ALONE, BODY, Place
from .subscriptions import events_text
from .tags import Form, Optgroup, Option, Pre, Select, Textarea

logger = logging.getLogger(__name__)

# HTML attributes whose values "true" and "false" both mean something, so that False is no absence.
ENUMERATED = frozenset({"contenteditable", "draggable", "spellcheck", "translate"})

# Attributes with an address that may lead to a file of the session.
LINKS = frozenset({"href", "src"})

# How the names begin that controls get which have none of their own.
OUR_NAME = "satchel-"

_NO_ATTRIBUTES = CONTENT | EVENT_OPTIONS

_CLASSES = re.compile(r"""\bclass\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


class Renderer:
    """Writes HTML and collects the class names that it met, and CSS that uses variables.

    An element that the parser of browsers would tear out of the one it stands in (`nesting`) is
    written into a ``<template>``; the client puts it where it belongs.

    Args:
        link: makes an address fit for HTML (`core.web` quotes names of the session's files).
        submit_to: where browsers without script send forms; empty: there are none.
    """

    def __init__(self, link: Callable[[str], str] = str, submit_to: str = "") -> None:
        self.link = link
        self.submit_to = submit_to
        self.classes: set[str] = set()
        self.css: set[str] = set()
        self._has_warned = False

    def html(self, components: Iterable[Component], place: Place = BODY) -> str:
        """The HTML of components, one after the other, to stand at a place."""
        out: list[str] = []
        for component in components:
            if component.show:
                self._write(component, out, place)
        return "".join(out)

    def content(self, of: Component | Iterable[Component]) -> str:
        """The HTML inside a component, or of the components of a page."""
        if not isinstance(of, Component):
            return self.html(of)
        out: list[str] = []
        self._write_content(of, out, ALONE[of.html_tag] or ALONE)
        return "".join(out)

    def _write(self, component: Component, out: list[str], place: Place) -> None:
        inside = place[component.html_tag]
        if inside is None:
            self._write_apart(component, out, place)
            return
        out.append(f'<{component.html_tag} data-c="{component.component_id}"')
        for name, value in self.attributes(component):
            out.append(f" {name}" if value is True else f' {name}="{escape(value)}"')
        out.append(">")
        if component.is_void:
            return
        if isinstance(component, Pre | Textarea):
            out.append("\n")  # the parser drops it, and not one of the text's own
        self._write_content(component, out, inside)
        out.append(f"</{component.html_tag}>")

    def _write_apart(self, component: Component, out: list[str], place: Place) -> None:
        if not self._has_warned:
            self._has_warned = True
            outer = place.torn_from(component.html_tag)
            logger.warning(
                "%r stands in a <%s>, where HTML allows no <%s>. Browsers show it only when their "
                "script has started; another element around it would be shown at once.",
                *(component, outer, component.html_tag),
            )
        out.append("<template data-nested>")
        self._write(component, out, ALONE)
        out.append("</template>")

    def _write_content(self, component: Component, out: list[str], inside: Place) -> None:
        if component.inner_html:
            out.append(self.raw(component.inner_html))
            return
        if isinstance(component, Textarea):
            text = "" if component.value is None else str(component.value)
            out.append(escape(text, quote=False))
            return
        text = text_html(component)
        if component.html_entity:
            self.raw(text)
        out.append(
            text if inside.holds_text or not text else f"<template data-nested>{text}</template>"
        )
        for child in tuple(component._children):
            if child.show:
                self._write(child, out, inside)

    def raw(self, html: str) -> str:
        """A program's own HTML, of which only class names and variables are looked at."""
        self.classes.update(a or b for a, b in _CLASSES.findall(html))
        self.uses(html)
        return html

    def uses(self, css: str) -> None:
        """Note CSS of a program that uses variables: they may be those of the theme."""
        if "var(--" in css:
            self.css.add(css)

    def attributes(self, component: Component) -> Iterable[tuple[str, Any]]:
        """The HTML names and values of all attributes that the element shows."""
        rendered = component.rendered
        for name, value in {**component.presets, **component.__dict__}.items():
            if name in rendered or name.startswith(("aria_", "data_")):
                found = self.attribute(component, name, value)
                if found is not None:
                    yield found
        if (events := events_text(component)) is not None:
            yield "data-e", events
        if isinstance(component, Option) and _is_selected(component):
            yield "selected", True
        if self.submit_to:
            yield from self._without_script(component)

    def _without_script(self, component: Component) -> Iterable[tuple[str, str]]:
        """What lets a browser send a form by itself: names and an address, where it has none."""
        if isinstance(component, Control):
            if not getattr(component, "name", None):
                yield "name", field_name(component)
        elif isinstance(component, Form) and "submit" in component.handlers:
            yield from self._address(component)

    def _address(self, form: Form) -> Iterable[tuple[str, str]]:
        if getattr(form, "action", None):
            return
        yield "action", f"{self.submit_to}&form={form.component_id}"
        yield "method", "post"
        yield "enctype", "multipart/form-data"

    def attribute(
        self, component: Component, name: str, value: Any
    ) -> tuple[str, str | bool] | None:
        """The HTML name and value of an attribute, or None if the element does not show it."""
        if name == "classes":
            self.classes.add(value := str(value or ""))
            return ("class", value) if value else None
        if name == "set_focus":
            return ("autofocus", True) if value else None
        if name == "style":
            self.uses(value := str(value or ""))
            return ("style", value) if value else None
        if name in _NO_ATTRIBUTES or (name == "value" and isinstance(component, Textarea | Select)):
            return None
        if name == "value" and isinstance(component, Control):
            return None if value is None else ("value", str(value))
        if name in EFFECTS:
            return self._effect(name, value)
        return self._html_attribute(html_name(name), value)

    def _effect(self, name: str, value: Any) -> tuple[str, str] | None:
        """What the browser's side of the engine must know to move the element."""
        if not value:
            return None
        if name == "transition":
            self.classes.update(str(classes) for classes in value.values())
            return EFFECTS[name], json.dumps(value)
        if name == "drag_options":
            value = value.get("drag_classes", "")
            self.classes.add(value)
        return EFFECTS[name], str(value)

    def _html_attribute(self, name: str, value: Any) -> tuple[str, str | bool] | None:
        if isinstance(value, bool) and (name in ENUMERATED or name.startswith(("aria-", "data-"))):
            return name, "true" if value else "false"
        if value is None or value is False or not isinstance(value, str | int | float):
            return None
        if name in LINKS and isinstance(value, str):
            value = self.link(value)
        return name, value if value is True else str(value)


def field_name(control: Control) -> str:
    """The name under which a browser without script sends a control."""
    return str(getattr(control, "name", None) or f"{OUR_NAME}{control.component_id}")


def html_name(name: str) -> str:
    """The HTML name of a Python attribute: ``stop_color``, ``for_``, ``_in``."""
    return name.strip("_").replace("_", "-")


def text_of(component: Component) -> str:
    """The text before the children."""
    return "" if component.text is None else str(component.text)


def text_html(component: Component) -> str:
    """The text before the children, as HTML."""
    text = text_of(component)
    return text if component.html_entity else escape(text, quote=False)


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

"""HTML text -> components."""

from __future__ import annotations

import contextvars
import keyword
import re
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from ..words import names
from . import handlers
from .component import Component
from .lookup import component_by_tag
from .tags import Div, Span, Template, Tspan
from .with_blocks import add_new, leave_all

# The white space of HTML, which browsers collapse; they keep no-break and ideographic spaces.
_SPACES = re.compile(r"[ \t\n\f\r]+")

# Text in these keeps its line breaks; elsewhere, white space between elements is layout.
PREFORMATTED = frozenset({"pre", "textarea", "code"})

# After these, a space within a line separates words.
INLINE = names(
    """
    a abbr b bdi bdo button cite code data dfn em i img input kbd label mark q s samp select small
    span strong sub sup time u var
    """
)
SVG_TEXT = frozenset({"text", "tspan", "textPath"})


def parse_html(source: str, *, command_prefix: str = "jp.", **attributes: Any) -> Component:
    """Make components of HTML.

    ``@click="name"`` binds the function that has this name where `parse_html` is called; other text
    is the body of a handler, with ``self`` and ``msg``.

    Args:
        source: one or several elements.
        command_prefix: the prefix of class names in ``commands``.
        **attributes: of the component that is returned, such as ``a=page``.

    Returns:
        The component of the only element, or a `Div` around several. It has ``name_dict``, which
        maps ``name`` attributes to components (to a list if several share one), and ``commands``,
        the lines of Python that build the tree.
    """
    return _parse(source, _names_of_caller(), attributes, command_prefix)


def parse_html_file(
    path: str | Path, *, command_prefix: str = "jp.", **attributes: Any
) -> Component:
    """Make components of an HTML file, as `parse_html` does."""
    source = Path(path).read_text(encoding="utf-8")
    return _parse(source, _names_of_caller(), attributes, command_prefix)


def _names_of_caller() -> dict[str, Any]:
    """The names that are in use where the function that calls this one is called."""
    frame = sys._getframe(2)
    return {**frame.f_globals, **frame.f_locals}


def _parse(
    source: str, names: Mapping[str, Any], attributes: dict[str, Any], prefix: str
) -> Component:
    parser = contextvars.copy_context().run(_read, source, names, prefix)
    root = parser.root()
    parents = attributes.pop("a", None), attributes.pop("add_to", None)
    for name, value in attributes.items():
        setattr(root, name, value)
    add_new(root, *parents)
    root.name_dict = parser.name_dict
    root.commands = parser.commands
    return root


def _read(source: str, names: Mapping[str, Any], prefix: str) -> _Parser:
    """Read the source, in a context of its own, so that no ``with`` block adopts the components."""
    leave_all()
    parser = _Parser(names, prefix)
    parser.feed(source)
    parser.close()
    return parser


class _Parser(HTMLParser):
    """Builds the tree, and the commands that build it."""

    def __init__(self, names: Mapping[str, Any], prefix: str) -> None:
        super().__init__(convert_charrefs=True)
        self._names = names
        self._prefix = prefix
        self._top = Div()
        self._stack: list[Component] = [self._top]
        self._variables: dict[Component, str] = {self._top: "root"}
        self.name_dict: dict[str, Component | list[Component]] = {}
        self.commands: list[str] = [f"root = {prefix}Div()"]

    def root(self) -> Component:
        """The only element of the source, or the Div around several."""
        if len(self._top) != 1 or self._top.text:
            return self._top
        root = self._top[0]
        self._top.delete_components()
        first = self.commands[1].removesuffix("a=root)").removesuffix(", ") + ")"
        self.commands = [first, *self.commands[2:]]
        return root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        component = component_by_tag(tag)
        written: dict[str, str] = {}
        for name, text in attrs:
            value: Any = True if text is None else text
            if name.startswith("@"):
                written[name[1:]] = self._bind(component, name[1:], str(value))
                continue
            name = _python_name(component, name)
            if name in written or not _is_free(component, name):
                continue  # browsers use the first of two as well
            setattr(component, name, value)
            if name == "name":
                self._remember(component, value)
            written[name] = repr(value)
        self._add(component, written)
        if not component.is_void:
            self._stack.append(component)

    def _bind(self, component: Component, event: str, text: str) -> str:
        """Bind a handler, and return its Python."""
        function = self._names.get(text)
        if callable(function):
            component.on(event, function)
            return text
        component.on(event, handlers.compile_text(event, text, self._names))
        return repr(text)

    def handle_endtag(self, tag: str) -> None:
        """Close the element and those inside it that are open, as browsers do."""
        for depth in range(len(self._stack) - 1, 0, -1):
            if self._stack[depth].html_tag.lower() == tag:
                del self._stack[depth:]
                return

    def handle_data(self, data: str) -> None:
        parent = self._stack[-1]
        if parent.html_tag not in PREFORMATTED:
            data, line_breaks = _SPACES.sub(" ", data), "\n" in data
            if data == " " and (line_breaks or not self._separates()):
                return
        if len(parent) == 0:
            parent.text = f"{parent.text}{data}"
            self.commands.append(f"{self._variables[parent]}.text = {parent.text!r}")
        else:
            between = Tspan if parent.html_tag in SVG_TEXT else Span
            self._add(between(text=data), {"text": repr(data)})

    def _separates(self) -> bool:
        """Whether a space here separates words, and is not just layout of the source."""
        parent = self._stack[-1]
        return len(parent) > 0 and parent.last().html_tag in INLINE

    def handle_comment(self, data: str) -> None:
        """Keep a comment in an element that is never shown: patches only address elements."""
        html = f"<!--{data}-->"
        self._add(Template(inner_html=html), {"inner_html": repr(html)})

    def _add(self, component: Component, written: Mapping[str, str]) -> None:
        parent = self._stack[-1]
        parent.add(component)
        variable = f"c{len(self._variables)}"
        self._variables[component] = variable
        keywords = [f"{name}={value}" for name, value in written.items() if name.isidentifier()]
        arguments = ", ".join([*keywords, f"a={self._variables[parent]}"])
        self.commands.append(f"{variable} = {self._prefix}{component.class_name}({arguments})")

    def _remember(self, component: Component, name: str) -> None:
        known = self.name_dict.setdefault(name, component)
        if isinstance(known, list):
            known.append(component)
        elif known is not component:
            self.name_dict[name] = [known, component]


def _python_name(component: Component, name: str) -> str:
    """The attribute of the component: the parser makes all names lower case."""
    if name == "class":
        return "classes"
    wanted = name.replace("-", "_")
    for known in component.rendered:
        if known.strip("_").lower() == wanted:
            return known
    return f"{wanted}_" if keyword.iskeyword(wanted) else wanted


def _is_free(component: Component, name: str) -> bool:
    """Whether a program's own attribute of this name hides nothing of the component."""
    found = getattr(type(component), name, None)
    return name in component.rendered or not (callable(found) or isinstance(found, property))

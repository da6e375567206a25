"""HTML text -> components."""

from __future__ import annotations

import contextvars
import keyword
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

# Elements without an end tag (https://html.spec.whatwg.org/#void-elements).
VOID = names("area base br col embed hr img input link meta source track wbr")

# Text in these is kept with its line breaks; elsewhere white space between elements is layout.
PREFORMATTED = frozenset({"pre", "textarea", "code"})

# After these a space in one line separates words.
INLINE = names(
    """
    a abbr b bdi bdo button cite code data dfn em i img input kbd label mark q s samp select small
    span strong sub sup time u var
    """
)
SVG_TEXT = frozenset({"text", "tspan", "textPath"})


def parse_html(source: str, *, command_prefix: str = "jp.", **attributes: Any) -> Component:
    """Make components of HTML.

    ``@click="name"`` binds the function of that name where `parse_html` is called; any other text
    is the body of a handler, with ``self`` and ``msg``.

    Args:
        source: one or several elements.
        command_prefix: the prefix of class names in ``commands``.
        **attributes: of the component that is returned, such as ``a=page``.

    Returns:
        The component of the one element, or a `Div` around several. It has ``name_dict``, which
        maps ``name`` attributes to components (to a list where several share one), and
        ``commands``, the lines of Python that would build the tree.
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
    """Read the source; runs in a context of its own, where no ``with`` block adopts the parts."""
    leave_all()
    parser = _Parser(names, prefix)
    parser.feed(source)
    parser.close()
    return parser


class _Parser(HTMLParser):
    """Builds the tree, and the commands that would build it."""

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
        """The one element of the source, or the Div around all."""
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
            self._remember(component, name, value)
            written[name] = repr(value)
        self._add(component, written)
        if tag not in VOID:
            self._stack.append(component)

    def _bind(self, component: Component, event: str, text: str) -> str:
        """Bind a handler; returns the Python that names it."""
        function = self._names.get(text)
        if callable(function):
            component.on(event, function)
            return text
        component.on(event, handlers.compile_text(event, text, self._names))
        return repr(text)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and those inside it that were left open, as browsers do."""
        for depth in range(len(self._stack) - 1, 0, -1):
            if self._stack[depth].html_tag.lower() == tag:
                del self._stack[depth:]
                return

    def handle_data(self, data: str) -> None:
        parent = self._stack[-1]
        if parent.html_tag not in PREFORMATTED:
            if not data.strip() and not self._separates(data):
                return
            data = _collapse(data)
        if len(parent) == 0:
            parent.text = f"{parent.text}{data}"
            self.commands.append(f"{self._variables[parent]}.text = {parent.text!r}")
        else:
            between = Tspan if parent.html_tag in SVG_TEXT else Span
            self._add(between(text=data), {"text": repr(data)})

    def _separates(self, space: str) -> bool:
        """Whether a space separates words, and does not only lay out the source."""
        parent = self._stack[-1]
        return "\n" not in space and len(parent) > 0 and parent.last().html_tag in INLINE

    def handle_comment(self, data: str) -> None:
        """Keep a comment in an element that is never shown: patches can address only elements."""
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

    def _remember(self, component: Component, name: str, value: Any) -> None:
        if name != "name":
            return
        known = self.name_dict.get(value)
        if known is None:
            self.name_dict[value] = component
        elif isinstance(known, list):
            known.append(component)
        else:
            self.name_dict[value] = [known, component]


def _python_name(component: Component, name: str) -> str:
    """The attribute of the component: parsers give all names in lower case."""
    if name == "class":
        return "classes"
    wanted = name.replace("-", "_")
    for known in component.rendered:
        if known.strip("_").lower() == wanted:
            return known
    return f"{wanted}_" if keyword.iskeyword(wanted) else wanted


def _is_free(component: Component, name: str) -> bool:
    """Whether a program's own attribute of this name would hide nothing of the component's."""
    found = getattr(type(component), name, None)
    return name in component.rendered or not (callable(found) or isinstance(found, property))


def _collapse(text: str) -> str:
    """White space as one space, kept at the ends: it separates words from the elements beside."""
    if text.isspace():
        return " "
    start = " " if text[0].isspace() else ""
    end = " " if text[-1].isspace() else ""
    return f"{start}{' '.join(text.split())}{end}"

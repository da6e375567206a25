"""HTML text -> components."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from .component import Component
from .lookup import component_by_tag
from .tags import Div, Span
from .words import names

# Elements without an end tag (https://html.spec.whatwg.org/#void-elements).
VOID = names("area base br col embed hr img input link meta source track wbr")

# Text in these is kept with its line breaks; elsewhere white space between elements is layout.
PREFORMATTED = frozenset({"pre", "textarea", "code"})


class Comment(Span):
    """An HTML comment. It stands in an element that is not shown, so that patches can name it."""

    def __init__(self, comment: str = "", **attributes: Any) -> None:
        super().__init__(inner_html=f"<!--{comment}-->", hidden_=True, **attributes)


def parse_html(source: str, **attributes: Any) -> Component:
    """Make components of HTML.

    ``@click="name"`` binds the function of that name where `parse_html` is called; any other text
    is the body of a handler, with ``self`` and ``msg``.

    Args:
        source: one or several elements.
        **attributes: of the component that is returned, such as ``a=page``.

    Returns:
        The component of the one element, or a `Div` around several. It has ``name_dict``, which
        maps ``name`` attributes to components (to a list where several share one), and
        ``commands``, the lines of Python that would build the tree.
    """
    frame = inspect.currentframe()
    caller = frame.f_back if frame else None
    names = {**caller.f_globals, **caller.f_locals} if caller else {}
    return _parse(source, names, attributes)


def parse_html_file(path: str | Path, **attributes: Any) -> Component:
    """Make components of an HTML file, as `parse_html` does."""
    frame = inspect.currentframe()
    caller = frame.f_back if frame else None
    names = {**caller.f_globals, **caller.f_locals} if caller else {}
    return _parse(Path(path).read_text(encoding="utf-8"), names, attributes)


def _parse(source: str, names: Mapping[str, Any], attributes: dict[str, Any]) -> Component:
    parser = _Parser(names)
    parser.feed(source)
    parser.close()
    root = parser.root()
    parents = [attributes.pop(name, None) for name in ("a", "add_to")]
    for name, value in attributes.items():
        setattr(root, name, value)
    for parent in parents:
        if parent is not None:
            parent.add(root)
    root.name_dict = parser.name_dict
    root.commands = parser.commands
    return root


class _Parser(HTMLParser):
    """Builds the tree, and the commands that would build it."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        super().__init__(convert_charrefs=True)
        self._names = names
        self._top = Div()
        self._stack: list[Component] = [self._top]
        self._variables: dict[Component, str] = {self._top: "root"}
        self.name_dict: dict[str, Component | list[Component]] = {}
        self.commands: list[str] = ["root = jp.Div()"]

    def root(self) -> Component:
        """The one element of the source, or the Div around all."""
        if len(self._top) != 1 or self._top.text:
            return self._top
        root = self._top[0]
        self._top.delete_components()
        self.commands = [
            line.replace(", a=root)", ")").replace("(a=root)", "()") for line in self.commands[1:]
        ]
        return root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        component = component_by_tag(tag)
        written = []
        for name, text in attrs:
            value: Any = True if text is None else text
            if name.startswith("@"):
                component.on(name[1:], self._names.get(str(value), value))
            else:
                name = _python_name(component, name)
                setattr(component, name, value)
                self._remember(component, name, value)
            written.append((name, value))
        self._add(component, written)
        if tag not in VOID:
            self._stack.append(component)

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
            if not data.strip():
                return
            data = _collapse(data)
        if len(parent) == 0:
            parent.text = f"{parent.text}{data}"
            self.commands.append(f"{self._variables[parent]}.text = {parent.text!r}")
        else:
            self._add(Span(text=data), [("text", data)])

    def handle_comment(self, data: str) -> None:
        self._add(Comment(data), [("comment", data)])

    def _add(self, component: Component, written: list[tuple[str, Any]]) -> None:
        parent = self._stack[-1]
        parent.add(component)
        variable = f"c{len(self._variables)}"
        self._variables[component] = variable
        keywords = [f"{name}={value!r}" for name, value in written if name.isidentifier()]
        arguments = ", ".join([*keywords, f"a={self._variables[parent]}"])
        self.commands.append(f"{variable} = jp.{component.class_name}({arguments})")

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
    """The attribute of the component: parsers tell all names in lower case."""
    if name == "class":
        return "classes"
    wanted = name.replace("-", "_")
    for known in component.rendered:
        if known.strip("_").lower() == wanted:
            return known
    return wanted


def _collapse(text: str) -> str:
    """White space as one space, kept at the ends: it separates words from the elements beside."""
    start = " " if text[0].isspace() else ""
    end = " " if text[-1].isspace() else ""
    return f"{start}{' '.join(text.split())}{end}"

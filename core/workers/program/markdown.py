"""Markdown as a tree of a few harmless elements: raw HTML stays text, pictures become words."""

import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .encoding import decoded
from .text import MAX_BYTES, highlighted, lexer_named, lexer_of

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

MAX_NODES = 20_000
"""Elements and texts that are shown."""

_PLAIN = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "em", "strong", "s",
    "table", "thead", "tbody", "tr", "th", "td", "hr", "br",
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto"}

Node = str | list[object]
"""A text, or an element: its name, its attributes and its children."""


def read_markdown(source: str) -> dict[str, object]:
    """The beginning of a document."""
    with open(source, "rb") as file:
        raw = file.read(MAX_BYTES)
        size = os.fstat(file.fileno()).st_size
    text, _ = decoded(raw)
    nodes, _ = markdown_nodes(text)
    return {"nodes": nodes, "shown": len(raw), "size": size}


def markdown_nodes(text: str) -> tuple[list[Node], bool]:
    """The nodes of a document, and whether they are all of it."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("js-default", {"html": False, "linkify": False})
    tree = Tree()
    nodes = tree.children(SyntaxTreeNode(parser.parse(text)))
    return nodes, tree.is_whole


class Tree:
    """Makes nodes of a syntax tree, as many as are shown."""

    def __init__(self) -> None:
        self._left = MAX_NODES

    @property
    def is_whole(self) -> bool:
        """Whether there were not more."""
        return self._left >= 0

    def children(self, parent: "SyntaxTreeNode") -> list[Node]:
        """The nodes of what is in a node of the syntax tree."""
        found: list[Node] = []
        for child in parent.children:
            self._left -= 1
            if self._left < 0:
                break
            found += self._nodes(child)
        return found

    def _nodes(self, node: "SyntaxTreeNode") -> list[Node]:
        if node.type in ("text", "html_inline", "html_block"):
            return [node.content]
        if node.type == "softbreak":
            return ["\n"]
        if node.type == "code_inline":
            return [["code", {}, [node.content]]]
        if node.type in ("fence", "code_block"):
            return [["pre", {}, self._code(node)]]
        if node.type == "image":
            return [["i", {}, [f"[{node.content or 'picture'}]"]]]
        if node.type == "link":
            return [["a", _link(str(node.attrs.get("href", ""))), self.children(node)]]
        if node.tag in _PLAIN:
            start = node.attrs.get("start")
            attributes = {"start": start} if isinstance(start, int) else {}
            return [[node.tag, attributes, self.children(node)]]
        return self.children(node)  # an inline container, or an element that we do not know

    def _code(self, node: "SyntaxTreeNode") -> list[Node]:
        language = node.info.split(" ")[0] if node.type == "fence" else ""
        lexer = lexer_of(f"code.{language}", "") or lexer_named(language)
        tokens = list(highlighted(node.content, lexer))
        self._left -= len(tokens)
        return [["span", {"kind": kind}, [text]] if kind else text for kind, text in tokens]


def _link(address: str) -> dict[str, str]:
    try:
        harmless = urlsplit(address).scheme.lower() in _SCHEMES
    except ValueError:
        harmless = False
    return {"href": address} if harmless else {}

"""Markdown: words with headings, lists, tables and links, without HTML of their own."""

from collections.abc import Iterable
from html import escape
from typing import Any

import core as jp
from core.workers.program.markdown import Node, markdown_nodes
from core.workers.program.text import MAX_BYTES

from .code import tokens_html

_REST = '<p class="kit-markdown-rest">The rest is not shown: the text is too long.</p>'


class Markdown(jp.Div):
    """Shows Markdown. HTML in it stays text, links lead to web and mail addresses only, and
    pictures become their words: text of anybody does no harm.

    Args:
        text: CommonMark, with tables and ~~struck~~ words. Of very long texts, 256 KiB are shown.
        attributes: as for `core.Div`.

    Raises:
        TypeError: the text is not a string.
    """

    def __init__(self, text: str = "", **attributes: Any) -> None:
        classes = f"kit-markdown {attributes.pop('classes', '')}".strip()
        super().__init__(**{**attributes, "classes": classes})
        self.source = text

    @property
    def source(self) -> str:
        """The Markdown; setting it shows another text."""
        return self._source

    @source.setter
    def source(self, text: str) -> None:
        if not isinstance(text, str):
            raise TypeError(f"kit.Markdown shows text, not {text!r:.100}.")
        self._source = text
        nodes, is_whole = markdown_nodes(text[:MAX_BYTES])
        rest = "" if is_whole and len(text) <= MAX_BYTES else _REST
        self.inner_html = _html(nodes) + rest


def _html(nodes: Iterable[Any]) -> str:
    return "".join(escape(node) if isinstance(node, str) else _element(*node) for node in nodes)


def _element(tag: str, attributes: dict[str, Any], children: list[Node]) -> str:
    if tag == "span":
        return tokens_html([(attributes["kind"], "".join(map(str, children)))])
    if tag in ("br", "hr"):
        return f"<{tag}>"
    given = {**attributes, **_ROLES.get(tag, {})}
    if "href" in attributes:
        given |= {"target": "_blank", "rel": "noopener noreferrer"}
    written = "".join(f' {name}="{escape(str(value))}"' for name, value in given.items())
    return f"<{tag}{written}>{_html(children)}</{tag}>"


_ROLES = {"pre": {"tabindex": "0", "role": "region", "aria-label": "Code"}}
"""Code may be wider than the page: keys scroll it."""

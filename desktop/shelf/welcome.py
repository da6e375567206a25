"""Welcome: what an empty shelf is for, in words and a picture; what is said of one that is gone."""

from functools import cache
from importlib.resources import files

import core as jp
from core import kit
from core.language.texts import _
from desktop.shelf import wording
from desktop.shelf.several import wording as names

LOOK = "order: -1; inline-size: 12.5rem; max-inline-size: 100%; color: var(--satchel-muted)"
"""Of the picture: above the words, in colours of the theme, light and dark."""


def welcome() -> kit.Empty:
    """What a shelf without files shows."""
    said = kit.Empty(_(wording.EMPTY), _(wording.WELCOME), classes="grow mb-1")
    jp.Svg(inner_html=_picture(), style=LOOK, viewBox="0 0 200 96", aria_hidden="true", a=said)
    return said


@cache
def _picture() -> str:
    """The shapes of the picture, in one group, which has the lines' look."""
    text = files("assets").joinpath("icons", "in-and-out.svg").read_text(encoding="utf-8")
    shapes = text.partition(">")[2].partition("</svg>")[0]
    look = 'fill="none" stroke="currentColor" stroke-width="2"'
    return f'<g {look} stroke-linecap="round" stroke-linejoin="round">{shapes}</g>'


def gone_page(key: str) -> jp.WebPage:
    """Says that there is no such shelf, and leads to the others."""
    gone = kit.Page(title="Satchel")
    said = kit.Empty(names.shelf_is_gone(names.shelf_name(key)), _(names.GONE), icon="folder")
    jp.A(text=_(names.SHOW_OTHERS), href="/", classes="kit-button", a=said)
    return gone.add(said)

"""Pages as objects, without a browser."""

from __future__ import annotations

import functools
from http.cookies import CookieError
from pathlib import Path

import pytest

import core as jp
from core.serving import Program
from tests.support.local import local
from tests.support.native import until


def test_cookies_that_http_does_not_know() -> None:
    page = jp.WebPage()
    with pytest.raises(CookieError):
        page.set_cookie("a b", "value")
    with pytest.raises(ValueError, match="encode it"):
        page.set_cookie("name", "日本")


def test_pages_in_use_are_found_by_their_id(tmp_path: Path) -> None:
    kept = [jp.WebPage(), jp.WebPage(delete_flag=False)]
    assert [jp.WebPage.instances[page.page_id] for page in kept] == kept
    with local(tmp_path, program=routes(kept), page_grace=0.0) as served:
        client = served.session()
        for number in (0, 1):
            assert client.get(f"/{number}").status_code == 200
        until(lambda: kept[0].page_id not in jp.WebPage.instances, "the page is let go")
        assert kept[1].page_id in jp.WebPage.instances
    kept[1].remove_page()
    kept[1].remove_page()
    assert kept[1].page_id not in jp.WebPage.instances


def routes(pages: list[jp.WebPage]) -> Program:
    program = Program()
    for number, page in enumerate(pages):
        program.add_route(f"/{number}", functools.partial(lambda *, page: page, page=page))
    return program


def test_a_page_and_its_components() -> None:
    page, text = jp.WebPage(), jp.P()
    assert page.add(text, jp.B()) is page
    assert page.add_component(jp.I(), 1) is page
    assert [part.html_tag for part in page.get_components()] == ["p", "i", "b"]
    assert (len(page), page.last().html_tag) == (3, "b")
    page.remove_component(text)
    with pytest.raises(ValueError, match="is not a child"):
        page.remove_component(text)
    assert len(page.delete_components()) == 0


def test_an_icon_has_the_classes_of_its_name() -> None:
    icon = jp.Icon(icon="cog", classes="text-xl")
    assert icon.classes == "text-xl fa fa-cog"
    icon.icon = "bomb"
    icon.set_class("text-sm")
    assert icon.classes.split() == ["text-sm", "fa", "fa-bomb"]
    assert jp.Icon().classes == "fa fa-dog"

"""What cannot be shown is refused where it is set, and one such value never takes a page away."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import core as jp
from tests.support.channels import Tab, joined, visit
from tests.support.local import Local, local

REFUSED: list[tuple[str, Any, str]] = [
    ("classes", ["a"], r"classes takes text such as 'p-2 text-lg', not \['a'\]"),
    ("style", {"color": "red"}, "style takes text such as"),
    ("inner_html", ["<b>"], "inner_html takes text such as"),
    ("transition", "duration-200", "transition takes a dictionary such as"),
    ("transition", {"enter": 5}, "transition takes a dictionary such as"),
    ("drag_options", "opacity-50", "drag_options takes a dictionary such as"),
    ("event_modifiers", ["ctrl"], "event_modifiers takes a dictionary such as"),
    ("additional_properties", "clientX", "additional_properties takes a list of names"),
    ("additional_properties", [1], "additional_properties takes a list of names"),
]
REFUSED_BY_PAGES = ["title", "css", "body_classes", "head_html", "redirect", "favicon", "cache"]


@pytest.mark.parametrize(("name", "value", "message"), REFUSED)
def test_a_value_that_cannot_be_shown_is_refused_where_it_is_set(
    name: str, value: Any, message: str
) -> None:
    with pytest.raises(TypeError, match=message):
        jp.Div(**{name: value})
    component = jp.Div(text="as before")
    before = component.to_html()
    with pytest.raises(TypeError, match=message):
        setattr(component, name, value)
    assert component.to_html() == before


@pytest.mark.parametrize("name", REFUSED_BY_PAGES)
def test_pages_take_texts(name: str) -> None:
    page = jp.WebPage()
    with pytest.raises(TypeError, match=f"{name} of a page takes text"):
        setattr(page, name, ["a"])


def test_a_policy_that_no_header_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="one line of ASCII"):
        jp.WebPage(csp="img-src 'self'\nX: y")


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), "soon", [1]])
def test_pages_wait_for_a_number_of_seconds(seconds: Any) -> None:
    page = jp.WebPage(reload_interval=60)
    with pytest.raises(TypeError, match="reload_interval of a page takes a number of seconds"):
        page.reload_interval = seconds
    page.reload_interval = None


def test_a_title_without_a_text_is_refused() -> None:
    page = jp.WebPage(title="as before")
    with pytest.raises(RuntimeError, match="this has no text"):
        page.title = Odd()
    assert page.title == "as before"


async def test_a_number_that_json_cannot_hold_is_no_request_id() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        await jp.WebPage().run_javascript("1", request_id=float("nan"))


class Odd:
    """A value that cannot be written."""

    def __str__(self) -> str:
        raise RuntimeError("this has no text, as the test wants it")


class Board:
    """A page for everybody with a button that breaks something and one that mends it."""

    def __init__(self) -> None:
        self.page = jp.WebPage(title="Board")
        self.out = jp.P(text="as before", a=self.page)
        self.odd: Any = jp.Div(text="odd", a=self.page)
        self.breaks = jp.Button(a=self.page, click=self.break_it)
        self.mends = jp.Button(a=self.page, click=self.mend_it)
        self.how = "text"

    def break_it(self, msg: Any) -> None:
        if self.how == "inside":
            self.odd.drag_options = options = {"drag_classes": "p-1"}
            options["drag_classes"] = Odd()  # type: ignore[assignment]
        elif self.how == "patch":
            self.odd.add(Broken())
        elif self.how == "page":
            self.page.react = lambda: 1 / 0  # type: ignore[method-assign,assignment,return-value]
        else:
            setattr(self.odd, self.how, ["a"] if self.how == "classes" else Odd())
        self.out.text = "broken"

    def mend_it(self, msg: Any) -> None:
        self.out.text = "mended"


class Broken(jp.Div):
    """A component of a program that fails where nobody expects it."""

    @property
    def show(self) -> bool:  # type: ignore[override]
        raise RuntimeError("nobody can say whether this is shown, as the test wants it")


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def served(tmp_path: Path, board: Board) -> Iterator[Local]:
    logging.disable()  # pytest would keep the frames of the errors
    with local(tmp_path, lambda: board.page) as running:
        yield running
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("how", ["classes", "text", "value_", "inside", "page"])
def test_a_page_with_a_value_that_cannot_be_shown_lives_on(
    served: Local, board: Board, how: str
) -> None:
    if how == "value_":
        board.odd = jp.Input(a=board.page)
    board.how = how.rstrip("_")
    token = visit(served)
    visit(served, 2)
    with joined(served, token) as first, joined(served, token, 2) as other:
        error = first.click(board.breaks)["error"]
        assert (error is not None) == (how == "classes")  # refused, so that the handler failed
        shown = "as before" if how == "classes" else "broken"
        assert shown in served.session(3).get("/").text  # newcomers get the page
        assert first.click(board.mends)["error"] is None
        until_text(first, "mended")
        until_text(other, "mended")
    with joined(served, token) as again:  # a browser that needs the whole page gets it
        assert "mended" in again.settled_text()


def test_after_a_patch_that_failed_events_and_pushes_go_on(served: Local, board: Board) -> None:
    board.how = "patch"
    token = visit(served)
    with joined(served, token) as first:
        assert "Something went wrong" in first.click(board.breaks)["error"]
        first.click(board.mends)  # could no longer be found
        for _ in range(3):
            first.fire(board.mends)
        first.settled()  # the channel is open
        board.odd.delete_components()
        assert first.click(board.mends)["error"] is None
        assert "mended" in first.settled_text()


def until_text(tab: Tab, text: str) -> None:
    """Read on until the browser received the text."""
    while text not in json.dumps(tab.got):
        tab.until("seq")


LONE = "a\ud800b"


def test_a_lone_surrogate_that_somebody_typed_harms_nobody(served: Local, board: Board) -> None:
    field = jp.Input(a=board.page)
    area = jp.Textarea(a=board.page)

    def copy(msg: Any) -> None:
        board.page.title = board.out.text = msg.value

    field.on("input", copy)
    token = visit(served)
    with joined(served, token) as first:
        for component in (field, area):
            first.fire(component, "input", value=LONE)
        first.settled()
        posted = {"t": "event", "c": field.component_id, "e": "input", "data": {"value": "\ud801"}}
        first.send(**posted)
        first.settled()
        assert field.value == "\ufffd"
        assert area.value == "a\ufffdb"
        html = served.session(2).get("/")
        assert html.status_code == 200
        assert "a\ufffdb" in html.text


def test_a_lone_surrogate_of_the_program_harms_nobody(served: Local, board: Board) -> None:
    board.out.text = f"{LONE} \N{GRINNING FACE}"
    board.odd.title = board.page.title = board.page.css = LONE
    html = served.session().get("/")
    assert html.status_code == 200
    assert "a\ufffdb \N{GRINNING FACE}" in html.text
    with joined(served, visit(served)) as first:
        board.out.text = "other \ud800"
        first.click(board.mends)
        assert "mended" in first.settled_text()


def test_a_lone_surrogate_in_bytes_is_no_message(served: Local, board: Board) -> None:
    token = visit(served)
    body = f'{{"t": "join", "page": "{token}", "seq": 1, "window": "'.encode() + b'\xed\xa0\x80"}'
    assert served.session().post("/_satchel/post", content=body).status_code == 400


def test_the_error_of_a_page_function_may_name_anything(tmp_path: Path) -> None:
    def function() -> jp.WebPage:
        raise ValueError(LONE)

    logging.disable()
    with local(tmp_path, function, debug=True) as served:
        for accept in ("text/html", "text/plain"):
            answer = served.session().get("/", headers={"Accept": accept})
            assert answer.status_code == 500
            assert "a\ufffdb" in answer.text
    logging.disable(logging.NOTSET)

"""Keywords that mean nothing: misspelt ones, and those that other frameworks use."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

import core as jp
from core.elements import keywords


@pytest.fixture(autouse=True)
def nothing_reported_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keywords, "reported", set())


@pytest.fixture
def debugging(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keywords, "is_watching", False)  # restored afterwards
    keywords.watch()


class Picker(jp.Div):
    """A component of a program, with a constructor and so with keywords of its own."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)


class Plain(jp.Button):
    """A class of a program with the keywords of its base."""

    classes = "m-4"


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (lambda: jp.Button(clik=print), "Button does not know clik. Did you mean 'click'?"),
        (lambda: Plain(clik=print), "Plain does not know clik. Did you mean 'click'?"),
        (lambda: jp.Button(onClick=print), "Did you mean 'click'?"),
        (lambda: jp.Button(command=print), "Did you mean 'click'?"),
        (lambda: jp.Input(on_value_change=print), "Did you mean 'change'?"),
        (lambda: jp.Div(when_done=lambda: None), "the function is never called"),
        (lambda: jp.WebPage(onclick=print), "WebPage does not know onclick. Did you mean 'click'?"),
        (lambda: jp.WebPage(on_load=print), "the function is never called"),
        (lambda: jp.Select(options=["a"]), "Add a jp.Option"),
        (lambda: jp.Input(label="Name"), "Add a jp.Label"),
        (lambda: jp.Button(enabled=False), "disabled=True"),
        (lambda: jp.Div(visible=False), "show=False"),
        (lambda: jp.Table(rows=[["a"]]), "jp.AutoTable"),
        (lambda: jp.Button(tooltip="Go"), "Use 'title'."),
    ],
)
def test_what_would_be_swallowed_is_reported_with_its_line(
    caplog: pytest.LogCaptureFixture, made: Any, message: str
) -> None:
    for _ in range(2):
        made()
    assert len(caplog.messages) == 1 and message in caplog.text
    line = inspect.getsourcelines(made)[1]
    assert f"({__file__}, line {line})" in caplog.messages[0]


@pytest.mark.parametrize(
    "made",
    [
        lambda: jp.Button(onclick=print, on_focus=print),
        lambda: jp.Input(on_change=print, on_input=print),
        lambda: jp.Textarea(rows=3),
        lambda: jp.Option(label="a"),
        lambda: jp.Div(remembered=1, kind=dict, data_rows=3),
        lambda: Picker(options=["a"], on_pick=print, visible=True),
        lambda: jp.WebPage(on_click=print, counter=1),
    ],
)
def test_what_is_known_or_the_programs_own_is_not(
    caplog: pytest.LogCaptureFixture, made: Any
) -> None:
    made()
    assert not caplog.messages


def test_each_line_is_reported(caplog: pytest.LogCaptureFixture) -> None:
    jp.Button(enabled=True)
    jp.Button(enabled=True)
    assert len(caplog.messages) == 2


class Rated(jp.Div):
    """A component of a program, with a keyword of its own."""

    def __init__(self, **attributes: Any) -> None:
        self.stile = "plain"
        super().__init__(**attributes)


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (lambda: jp.Button(clik=print), "Button does not know clik. Did you mean 'click'?"),
        (
            lambda: jp.Button(when_done=print),
            "Button does not know when_done. There is no event of this name",
        ),
        (lambda: jp.Input(placehodler="a"), "know placehodler. Did you mean 'placeholder'?"),
        (lambda: jp.Input(maxsize="1 kB"), "know maxsize. Did you mean 'max_size'?"),
        (lambda: jp.Input(type="nubmer"), "know type='nubmer'. Did you mean 'number'?"),
        (lambda: jp.WebPage(tilte="a"), "WebPage does not know tilte. Did you mean 'title'?"),
        (lambda: jp.Div(clas="m-4"), "Div does not know clas. Did you mean 'class"),
        (lambda: jp.Div(txt="m-4"), "Div does not know txt. Did you mean 'text'?"),
        (lambda: Rated(stile="fancy"), ""),
        (lambda: jp.Div(remembered=1, names=[], row_number=7, todos=[]), ""),
        (lambda: jp.WebPage(counter=1, user="x", on_click=print, data={}), ""),
        (lambda: jp.Input(type="datetime-local", debounce=1, max_size=1, on_change=print), ""),
        (lambda: jp.A(scroll=True, bookmark=jp.P(), a=jp.Div(), data_x=1), ""),
    ],
)
def test_misspelt_keywords_in_debug_mode(
    debugging: None, caplog: pytest.LogCaptureFixture, made: Any, message: str
) -> None:
    for _ in range(2):
        made()
    assert len(caplog.messages) == bool(message)
    assert message in caplog.text


def test_misspelt_keywords_are_the_programs_own(caplog: pytest.LogCaptureFixture) -> None:
    assert jp.Button(clas="m-4").clas == "m-4" and not caplog.messages  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (lambda: jp.Div("hello"), r"Div takes keywords: write jp.Div\(text='hello'\)"),
        (lambda: jp.Hello("hello"), r"jp.Hello\(text='hello'\)"),
        (lambda: jp.Input("Ada"), r"jp.Input\(value='Ada'\)"),
        (lambda: jp.Textarea("Ada"), r"jp.Textarea\(value='Ada'\)"),
        (lambda: jp.WebPage("Files"), r"jp.WebPage\(title='Files'\)"),
        (lambda: jp.Div(jp.P()), r"Div takes keywords: other components go into children=\["),
    ],
)
def test_a_value_without_a_keyword_names_the_keyword(made: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        made()

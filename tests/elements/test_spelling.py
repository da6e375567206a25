"""What people write who know other frameworks, without debug mode."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

import core as jp
from core.elements import keywords


@pytest.fixture(autouse=True)
def nothing_told_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keywords, "_reported", set())


class Picker(jp.Div):
    """A component of a program, with a constructor and so with keywords of its own."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)


class Plain(jp.Button):
    """A class of a program that takes what its base takes."""

    classes = "m-4"


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (lambda: jp.Button(clik=print), "Button does not know clik. Did you mean 'click'?"),
        (lambda: Plain(clik=print), "Plain does not know clik. Did you mean 'click'?"),
        (lambda: jp.Button(onClick=print), "Did you mean 'click'?"),
        (lambda: jp.Button(command=print), "Did you mean 'click'?"),
        (lambda: jp.Input(on_value_change=print), "Did you mean 'change'?"),
        (lambda: jp.Div(when_done=lambda: None), "nothing calls the function"),
        (lambda: jp.WebPage(onclick=print), "WebPage does not know onclick. Did you mean 'click'?"),
        (lambda: jp.WebPage(on_load=print), "nothing calls the function"),
        (lambda: jp.Select(options=["a"]), "Add a jp.Option"),
        (lambda: jp.Input(label="Name"), "A jp.Label"),
        (lambda: jp.Button(enabled=False), "disabled=True"),
        (lambda: jp.Div(visible=False), "show=False"),
        (lambda: jp.Table(rows=[["a"]]), "jp.AutoTable"),
        (lambda: jp.Button(tooltip="Go"), "It is 'title' here"),
    ],
)
def test_what_would_be_swallowed_is_told_with_its_line(
    caplog: pytest.LogCaptureFixture, made: Any, told: str
) -> None:
    for _ in range(2):
        made()
    assert len(caplog.messages) == 1 and told in caplog.text
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


def test_each_line_is_told_of(caplog: pytest.LogCaptureFixture) -> None:
    jp.Button(enabled=True)
    jp.Button(enabled=True)
    assert len(caplog.messages) == 2


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (lambda: jp.Div("hello"), r"Div takes keywords: write jp.Div\(text='hello'\)"),
        (lambda: jp.Hello("hello"), r"jp.Hello\(text='hello'\)"),
        (lambda: jp.Input("Ada"), r"jp.Input\(value='Ada'\)"),
        (lambda: jp.Textarea("Ada"), r"jp.Textarea\(value='Ada'\)"),
        (lambda: jp.WebPage("Files"), r"jp.WebPage\(title='Files'\)"),
        (lambda: jp.Div(jp.P()), r"Div takes keywords: other components go into children=\["),
    ],
)
def test_a_value_without_a_keyword_names_the_keyword(made: Any, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        made()

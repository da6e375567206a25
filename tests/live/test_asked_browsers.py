"""Questions and scripts on the wire: who is asked, and what happens if no answer comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import core as jp
from tests.support.channels import Tab, joined, visit
from tests.support.local import Local, local


class Asking:
    """A page for everybody whose buttons ask."""

    def __init__(self) -> None:
        self.page = jp.WebPage()
        self.out = jp.P(text="-", a=self.page)
        self.script = jp.Button(a=self.page, click=self.run_script)
        self.question = jp.Button(a=self.page, click=self.confirm)

    async def run_script(self) -> None:
        await self._show(self.page.run_javascript("6 * 7"))

    async def confirm(self) -> None:
        await self._show(self.page.confirm("Really?"))

    async def _show(self, answer: Any) -> None:
        try:
            self.out.text = repr(await answer)
        except Exception as error:
            self.out.text = f"{type(error).__name__}: {error}"


@pytest.fixture
def asking() -> Asking:
    return Asking()


@pytest.fixture
def served(tmp_path: Path, asking: Asking) -> Iterator[Local]:
    with local(tmp_path, lambda: asking.page) as running:
        yield running


def asked_script(tab: Tab) -> int:
    """The number under which a browser answers with the value of a script."""
    while True:
        for operation in tab.until("ops")["ops"]:
            if operation[0] == "j":
                channel, number = operation[4]
                assert channel in {each.get("channel") for each in tab.got}
                return int(number)


def test_only_the_browser_that_acted_gives_the_value(served: Local, asking: Asking) -> None:
    token = visit(served)
    visit(served, 2)
    with joined(served, token) as tab, joined(served, token, 2) as other:
        tab.fire(asking.script)
        number = asked_script(tab)
        other.send(t="answer", ask=number, result="forged")
        other.settled()
        tab.send(t="answer", ask=number, result=42)
        tab.until("ack")
    assert asking.out.text == "42"


def test_a_browser_that_is_sent_the_whole_page_misses_the_script(
    served: Local, asking: Asking
) -> None:
    with joined(served, visit(served)) as tab:
        tab.fire(asking.script)
        asked_script(tab)
        tab.send(t="resync")
        tab.until("ack")
    assert asking.out.text.startswith("PageLeft: The browser was sent the whole page")


@pytest.mark.parametrize("kind", ["script", "question"])
def test_a_browser_that_leaves_gives_no_answer(served: Local, asking: Asking, kind: str) -> None:
    token = visit(served)
    with joined(served, token) as witness:
        with joined(served, token) as tab:
            tab.fire(getattr(asking, kind))
            tab.until("ask") if kind == "question" else asked_script(tab)
        while "PageLeft" not in asking.out.text:
            witness.until("ops")
    assert asking.out.text == "PageLeft: The page was closed before it answered."


@pytest.mark.parametrize(
    "answer", [{"result": "yes"}, {"result": 1}, {}, {"result": {"yes": True}}]
)
def test_only_true_is_a_yes(served: Local, asking: Asking, answer: dict[str, Any]) -> None:
    with joined(served, visit(served)) as tab:
        tab.fire(asking.question)
        tab.send(t="answer", ask=tab.until("ask")["ask"], **answer)
        tab.until("ack")
    assert asking.out.text == "False"

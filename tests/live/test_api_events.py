"""Events and their handlers: changes, order, errors, in Chromium."""

from __future__ import annotations

import asyncio
import functools
import re
import threading
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import core as jp
from core.elements.handlers import DOM_EVENTS
from tests.conftest import Live, Serve
from tests.support.api import shows

pytestmark = pytest.mark.browser

Show = Callable[..., Live]


@shows("before", "after", "before, handler, after")
def test_before_the_handler_and_after(live: Show) -> None:
    """What the handler changed is shown before `after` ends; what that changed is shown too."""
    box = jp.Div()
    may_end = threading.Event()

    def add(text: str) -> None:
        jp.P(text=text, a=box)

    def after(self: jp.Component, msg: jp.Msg) -> None:
        assert may_end.wait(15)
        add(f"after {msg.event_type} of {self.id}")

    button = jp.Button(text="button", id="b", before=lambda: add("before"), after=after)
    button.on("click", lambda: add("click"))
    shown = live(box, button)
    shown.element(button).click()
    texts = shown.element(box).locator("p")
    expect(texts).to_have_text(["before", "click"])
    may_end.set()
    expect(texts).to_have_text(["before", "click", "after click of b"])


# The texts that an element has had.
RECORD = """
    element => {
        window.texts = [element.textContent];
        new MutationObserver(() => window.texts.push(element.textContent))
            .observe(element, { characterData: true, childList: true, subtree: true });
    }
"""


@shows("a handler's return value", "Component.update")
def test_a_handler_that_returns_something(live: Show) -> None:
    """Nothing is sent but what it sent itself; what it changed comes with the next update."""
    line = jp.P(text="0")
    returned = [True, False, 0, "text"]

    def silent() -> Any:
        line.text = f"never {len(returned)}"
        return returned.pop()

    async def sends() -> bool:
        line.text = "sent"
        await line.update()
        line.text = "never"
        return True

    button, sender = jp.Button(text="silent", click=silent), jp.Button(text="sends", click=sends)
    shown = live(line, button, sender)
    shown.element(line).evaluate(RECORD)
    for number in range(4):
        shown.element(button).click()
        shown.do(functools.partial(setattr, line, "text", str(number + 1)))
    shown.element(sender).click()
    expect(shown.element(line)).to_have_text("sent")
    shown.do(lambda: setattr(line, "text", "last"))
    texts = shown.page.evaluate("window.texts")
    assert list(dict.fromkeys(texts)) == ["0", "1", "2", "3", "4", "sent", "last"]
    assert returned == []


@shows("plain handlers", "async handlers")
def test_handlers_do_not_block_each_other(page: Page, serve: Serve) -> None:
    """A plain one that takes long stops neither async ones of its page nor other pages."""
    program = serve(
        """
        import threading
        go_on, opened = threading.Event(), jp.asyncio.Event()
        def main():
            wp = jp.WebPage()
            out = jp.P(id='out', a=wp)
            def plain():
                assert go_on.wait(30)
                out.text += 'plain '
            async def waits():
                await opened.wait()
                out.text += 'waited '
            async def opens():
                opened.set()
                out.text += 'opened '
            def free():
                go_on.set()
            for function in (plain, waits, opens, free):
                jp.Button(text=function.__name__, click=function, a=wp)
            return wp
        jp.justpy(main)
        """
    )
    page.goto(program.url)
    out = page.locator("#out")
    for name in ("plain", "waits", "opens"):
        page.get_by_role("button", name=name).click()
    expect(out).to_have_text("opened waited")
    other = page.context.new_page()
    other.goto(program.url)
    other.get_by_role("button", name="free").click()
    expect(out).to_have_text("opened waited plain")


@shows("a handler that raises")
def test_a_handler_that_raises(page: Page, serve: Serve) -> None:
    """The traceback is in the log; the user sees that it failed, and goes on."""
    program = serve(
        """
        def main():
            wp = jp.WebPage()
            out = jp.P(id='out', text='0', a=wp)
            def fails():
                out.text = 'half'
                raise RuntimeError('a secret detail')
            async def fails_too():
                raise RuntimeError('another secret detail')
            def works():
                out.text = 'works'
            for function in (fails, fails_too, works):
                jp.Button(text=function.__name__, id=function.__name__, click=function, a=wp)
            return wp
        jp.justpy(main)
        """
    )
    page.goto(program.url)
    page.click("#fails")
    said = page.get_by_text(re.compile("reference [0-9a-f]{6}"))
    expect(said).to_have_count(1)
    page.click("#fails_too")
    expect(said).to_have_count(2)
    references = re.findall("reference ([0-9a-f]{6})", " ".join(said.all_inner_texts()))
    assert all(f"reference {reference}" in program.log for reference in references)
    assert "Traceback" in program.log and "RuntimeError: a secret detail" in program.log
    assert "RuntimeError: another secret detail" in program.log and "ERROR" in program.log
    assert "secret detail" not in page.content()
    expect(page.locator("#out")).to_have_text("half")
    page.click("#works")
    expect(page.locator("#out")).to_have_text("works")


@shows("an event of a component that is gone", "an event that nobody subscribed to")
def test_events_that_are_not_wanted(live: Show, caplog: pytest.LogCaptureFixture) -> None:
    """A page that pretends gets no handler called, and works on."""
    clicks: list[str] = []
    gone = jp.Button(text="gone", id="gone", click=lambda: clicks.append("gone"))
    quiet = jp.Button(text="quiet", id="quiet", mouseover=lambda: None)
    shown = live(gone, quiet)
    shown.page.evaluate("window.gone = document.getElementById('gone')")
    shown.do(lambda: gone.delete())
    expect(shown.page.locator("#gone")).to_have_count(0)
    shown.page.evaluate("document.body.append(gone)")
    shown.page.evaluate("document.getElementById('quiet').dataset.e = 'click'")
    shown.page.click("#gone")
    shown.page.click("#quiet")
    shown.do(lambda: None)
    assert clicks == []
    warnings = [each.getMessage() for each in caplog.records if each.levelname == "WARNING"]
    assert any("which is not on the page" in text for text in warnings), warnings
    assert any("has no handler for 'click'" in text for text in warnings), warnings


@pytest.mark.parametrize("key", ["Enter", "Tab"])
def test_a_field_that_removes_itself(
    live: Show, caplog: pytest.LogCaptureFixture, key: str
) -> None:
    """No warning about the blur that follows, at once or because its element is removed."""
    box = jp.Div()

    async def done(self: Any, msg: Any) -> None:
        box.remove(self)
        jp.P(text=f"said {self.value}", id="said", a=box)

    jp.Input(id="field", a=box, change=done, blur=lambda: None, focusout=lambda: None)
    shown = live(box)
    shown.page.locator("#field").press_sequentially("yes")
    shown.page.keyboard.press(key)
    expect(shown.page.locator("#said")).to_have_text("said yes")
    shown.do(lambda: None)
    assert [each.getMessage() for each in caplog.records if each.levelname == "WARNING"] == []


def test_a_field_that_is_removed_while_somebody_types(
    live: Show, caplog: pytest.LogCaptureFixture
) -> None:
    """Browsers then send a change event that nobody caused."""
    field = jp.Input(id="field", change=lambda: None, input=lambda: None)
    shown = live(jp.Div(children=[field]))
    shown.page.locator("#field").press_sequentially("yes")
    shown.do(lambda: field.delete())
    expect(shown.page.locator("#field")).to_have_count(0)
    shown.do(lambda: None)
    assert [each.getMessage() for each in caplog.records if each.levelname == "WARNING"] == []


@shows("Component.on(method)", "HandlerFunction")
def test_a_bound_method(live: Show) -> None:
    """It keeps its object; the component is `msg.target`."""

    class Counter:
        count = 0

        def clicked(self, msg: jp.Msg) -> None:
            self.count += 1
            msg.target.text = f"{self.count}"

        async def clicked_too(self, msg: jp.Msg) -> None:
            self.clicked(msg)

    counter = Counter()
    functions: list[jp.HandlerFunction] = [counter.clicked, counter.clicked_too]
    first, second = (jp.Button(text="0", click=function) for function in functions)
    shown = live(first, second)
    for number, button in enumerate((first, second, first), 1):
        shown.element(button).click()
        expect(shown.element(button)).to_have_text(str(number))


@shows("Component.allowed_events", "Component.add_event")
def test_events_that_a_component_may_have(live: Show) -> None:
    button = jp.Button(text="button")
    assert (
        button.allowed_events
        == DOM_EVENTS | {"files_dropped"}
        >= {"click", "mouseover", "drop", "click__out"}
    )
    with pytest.raises(ValueError, match="allow it with component.add_event"):
        button.on("longpress", lambda: None)
    button.add_event("longpress")
    button.on("longpress", "self.text = 'pressed'")
    assert "longpress" in button.allowed_events
    assert "longpress" not in jp.Button().allowed_events
    shown = live(button)
    shown.element(button).dispatch_event("longpress")
    expect(shown.element(button)).to_have_text("pressed")


def test_a_handler_of_any_kind_is_awaited(live: Show) -> None:
    """A lambda that returns a coroutine, too."""
    out = jp.P(text="old")

    async def later() -> None:
        await asyncio.sleep(0)
        out.text = "new"

    button = jp.Button(text="button", click=lambda: later())
    shown = live(out, button)
    shown.element(button).click()
    expect(shown.element(out)).to_have_text("new")

"""What the harness for tests of pages refuses and sees, as a browser does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

import core as jp
from core.testing import HandlerFailed, NotPossible, NotSeen, Page, serve


def controls() -> jp.WebPage:
    page = jp.WebPage()
    heard = jp.P(text="nothing", id="heard", a=page)

    def hear(self: jp.Component, msg: jp.Msg) -> None:
        heard.text = f"heard {msg.event_type}"

    jp.Button(text="Off", disabled=True, click=hear, a=page)
    jp.Span(text="icon", a=jp.Button(disabled=True, click=hear, a=page))
    group = jp.Fieldset(disabled=True, a=page)
    jp.Button(text="First", click=hear, a=jp.Legend(a=group))
    jp.Button(text="Second", click=hear, a=group)
    jp.Button(text="Hidden", click=hear, a=jp.Div(hidden_=True, a=page))
    jp.Button(text="Inert", click=hear, a=jp.Div(inert=True, a=page))
    jp.P(text="Words", input=hear, a=page)
    jp.Input(placeholder="fixed", readonly=True, input=hear, a=page)
    jp.Input(placeholder="off", disabled=True, input=hear, a=page)
    jp.Input(placeholder="box", type="checkbox", title="box", change=hear, a=page)
    jp.Input(placeholder="number", type="number", input=hear, a=page)
    jp.Input(placeholder="short", maxlength=3, input=hear, a=page)
    select = jp.Select(aria_label="Kind", a=page)
    jp.Option(text="a", value="a", a=select)
    jp.Input(type="file", aria_label="File", a=page)
    jp.Input(type="file", disabled=True, aria_label="No file", a=page)
    jp.A(text="nowhere", a=page)
    return page


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (lambda page: page.find("Off").click(), "<button.*Off is disabled"),
        (lambda page: page.find("icon").click(), "<button.*is disabled"),
        (lambda page: page.find("Second").click(), "Second is disabled"),
        (lambda page: page.find("Hidden").click(), "is hidden"),
        (lambda page: page.find("Inert").click(), "is inert"),
        (lambda page: page.find("Words").type("x"), "<p>Words does not accept text"),
        (lambda page: page.find("fixed").type("x"), "is readonly"),
        (lambda page: page.find("off").type("x"), "is disabled"),
        (lambda page: page.find("box").type("x"), "does not accept text"),
        (lambda page: page.find("number").type("ten"), "accepts a number, not 'ten'"),
        (lambda page: page.find("short").type("four"), "accepts 3 characters"),
        (lambda page: page.find("short").type("a\nb"), "has one line"),
        (lambda page: page.find("Words").select("x"), "<p>Words is not a select"),
        (lambda page: page.find("Kind").select(["a"]), "accepts one value"),
        (lambda page: page.find("Words").choose(__file__), "<p>Words is not a file input"),
        (lambda page: page.find("number").choose(__file__), "is not a file input"),
        (lambda page: page.find("No file").choose(__file__), "is disabled"),
        (lambda page: page.find("File").choose("/no/such"), "no.such does not exist"),
        (lambda page: page.find("File").choose(Path(__file__).parent), "set webkitdirectory"),
        (lambda page: page.find("Words").download(), "<p>Words is not a link.*page.downloads"),
        (lambda page: page.find("nowhere").download(), "is not a link"),
    ],
)
def test_what_is_impossible_in_a_browser_is_refused(act: Callable[[Page], None], why: str) -> None:
    with serve(controls) as user:
        page = user.open()
        with pytest.raises(NotPossible, match=why):
            act(page)
        assert "nothing" in page.text


def test_the_first_legend_of_a_disabled_fieldset_can_be_used() -> None:
    with serve(controls) as user:
        page = user.open()
        page.find("First", tag="button").click()
        assert "heard click" in page.text


def test_texts_are_shown_as_they_are() -> None:
    """A change of `text` is not HTML: it has no character references."""

    def escapes() -> jp.WebPage:
        page = jp.WebPage()
        first = jp.P(text="&lt;", a=page)
        second = jp.Textarea(value="\n<b>&amp;", aria_label="notes", a=page)

        def change() -> None:
            first.text = "&lt;b&gt; & <i>"
            second.value = "&gt;"

        jp.Button(text="Change", click=change, a=page)
        return page

    with serve(escapes) as user:
        page = user.open()
        assert page.find(tag="p").text == "&lt;"
        assert page.find("notes").value == "\n<b>&amp;"
        page.find("Change").click()
        assert page.find(tag="p").text == "&lt;b&gt; & <i>"
        assert page.find("notes").value == "&gt;"


def test_raw_html_is_read_as_browsers_read_it() -> None:
    def raw() -> jp.WebPage:
        page = jp.WebPage()
        jp.Div(inner_html="<p>one<p>two<ul><li>a<li>b</ul><table><tr><td>c</table>", a=page)
        outside = jp.P(text="around", a=page)
        jp.Div(text="in a paragraph", a=outside)
        jp.Noscript(inner_html="<p>without scripts</p>", a=page)
        body = jp.Tbody(a=jp.Table(a=page))
        chart = jp.Svg(a=page)

        def grow() -> None:
            jp.Td(text="new cell", a=jp.Tr(a=body))
            jp.LinearGradient(id="fade", a=chart)

        jp.Button(text="Grow", click=grow, a=page)
        return page

    with serve(raw) as user:
        page = user.open()
        assert [p.text for p in page.find_all(tag="p")] == ["one", "two", "around in a paragraph"]
        assert [li.text for li in page.find_all(role="listitem")] == ["a", "b"]
        cell = page.find("c", role="cell").element
        assert cell.parent and cell.parent.parent and cell.parent.parent.tag == "tbody"
        assert "without scripts" not in page.text
        page.find("Grow").click()
        new = page.find("new cell", role="cell").element
        assert new.parent and new.parent.tag == "tr"
        gradient = page.find(tag="lineargradient").element
        assert gradient.parent and gradient.parent.tag == "svg"


def test_sees_what_a_handler_lets_the_browser_save(tmp_path: Path) -> None:
    (file := tmp_path / "a.txt").write_text("of a file")

    def saving() -> jp.WebPage:
        page = jp.WebPage()
        jp.Button(text="Bytes", click=lambda: page.download(b"some", "b.bin"), a=page)
        jp.Button(text="Path", click=lambda: page.download(file), a=page)
        return page

    with serve(saving) as user:
        page = user.open()
        assert page.downloads == []
        page.find("Bytes").click()
        page.find("Path").click()
        first, second = page.downloads
        assert (first.name, first.response.content) == ("b.bin", b"some")
        assert second.response.text == "of a file"
        assert 'filename="a.txt"' in second.response.headers["Content-Disposition"]


def test_clicks_while_a_handler_runs() -> None:
    def long() -> jp.WebPage:
        page = jp.WebPage()
        told = asyncio.Event()
        out = jp.P(text="idle", a=page)

        async def work() -> None:
            out.text = "at work"
            await page.update()
            await told.wait()
            out.text = "cancelled"

        async def cancel() -> None:
            told.set()

        async def fail() -> None:
            raise ValueError("no luck")

        jp.Button(text="Start", click=work, a=page)
        jp.Button(text="Cancel", click=cancel, a=page)
        jp.Button(text="Fail", click=fail, a=page)
        return page

    with serve(long) as user:
        page = user.open()
        with page.find("Start").clicking():
            page.wait_for(lambda: "at work" in page.text)
            page.find("Cancel").click()
        assert "cancelled" in page.text
        with pytest.raises(HandlerFailed, match="no luck"), page.find("Fail").clicking():
            pass


def test_chooses_a_folder(tmp_path: Path) -> None:
    (tmp_path / "trip" / "day 1").mkdir(parents=True)
    (tmp_path / "trip" / "a.txt").write_text("a")
    (tmp_path / "trip" / "day 1" / "b.txt").write_text("b")

    def form() -> jp.WebPage:
        page = jp.WebPage()
        out = jp.P(a=page)

        def chosen(self: jp.Input, msg: jp.Msg) -> None:
            out.text = f"{len(msg.files)} files"

        def submit(self: jp.Form, msg: jp.Msg) -> None:
            out.text = sorted((str(file.folder), file.name) for file in msg.files)

        form = jp.Form(submit=submit, a=page)
        jp.Input(type="file", webkitdirectory=True, title="Folder", change=chosen, a=form)
        jp.Button(text="Send", a=form)
        return page

    with serve(form) as user:
        page = user.open()
        page.find("Folder").choose(tmp_path / "trip")
        assert "2 files" in page.text
        page.find("Send").click()
        assert page.find(tag="p").text == "[('trip', 'a.txt'), ('trip/day 1', 'b.txt')]"


def test_a_radio_button_stays_checked_and_the_others_go_out() -> None:
    def form() -> jp.WebPage:
        page = jp.WebPage()
        for value in ("a", "b"):
            jp.Input(type="radio", name="kind", value=value, title=value, a=page)
        jp.Div(text="looks like one", role="radio", a=page)
        return page

    with serve(form) as user:
        page = user.open()
        for name in ("a", "a", "b"):
            page.find(name).click()
            states = [page.find(each).element.checked for each in ("a", "b")]
            assert states == [name == "a", name == "b"]
        page.find("looks like one").click()
        assert not page.find("looks like one").element.checked


def test_only_submit_buttons_submit() -> None:
    def form() -> jp.WebPage:
        page = jp.WebPage()
        out = jp.P(a=page)
        form = jp.Form(submit=lambda: setattr(out, "text", "sent"), a=page)
        jp.Div(text="Looks like one", role="button", a=form)
        jp.Button(text="Plain", type="button", a=form)
        jp.Span(text="in it", a=jp.Button(a=form))
        return page

    with serve(form) as user:
        page = user.open()
        page.find("Looks like one").click()
        page.find("Plain").click()
        assert "sent" not in page.text
        page.find("in it").click()
        assert "sent" in page.text


def test_what_is_not_there_any_more_is_refused() -> None:
    def leaving() -> jp.WebPage:
        page = jp.WebPage()
        button = jp.Button(text="Go", a=page)
        button.on("click", lambda: button.delete())
        return page

    with serve(leaving) as user:
        button = user.open().find("Go")
        button.click()
        with pytest.raises(NotPossible, match="no longer on the page"):
            button.click()


def test_says_which_elements_there_are_instead() -> None:
    with serve(controls) as user:
        page = user.open()
        with pytest.raises(NotSeen, match="0 elements with text='Third', role='button'") as caught:
            page.find("Third", role="button")
        assert "Second" in str(caught.value) and "<select" not in str(caught.value)
        with pytest.raises(NotSeen) as caught:
            page.find("Sort")
        assert "\n  <button" in str(caught.value) and "more" in str(caught.value)

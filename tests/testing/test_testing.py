"""The user without a browser: acts and sees as a user of a browser does."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

import core as jp
from core.testing import HandlerFailed, NotPossible, NotSeen, serve


def counter() -> jp.WebPage:
    page = jp.WebPage(title="Counter")
    count = jp.Div(text="0", a=page)

    def click() -> None:
        count.text = int(count.text) + 1
        jp.P(text=f"click {count.text}", a=page)

    jp.Button(text="Count", click=click, a=page)
    return page


def test_clicks_and_reads() -> None:
    with serve(counter) as user:
        page = user.open()
        page.find("Count", role="button").click()
        page.find("Count", role="button").click()
        assert page.text == "2 Count click 1 click 2"
        assert page.title == "Counter"
        assert [each.text for each in page.find_all(tag="p")] == ["click 1", "click 2"]


def test_a_click_goes_outwards_until_a_component_keeps_it() -> None:
    def nested() -> jp.WebPage:
        page = jp.WebPage()
        outer = jp.Section(click=lambda self, msg: setattr(self, "title", "heard"), a=page)
        jp.Button(text="Goes on", click=lambda: None, a=outer)
        jp.Button(text="Stops", click=lambda: None, event_propagation=False, a=outer)
        return page

    with serve(nested) as user:
        page = user.open()
        page.find("Stops", role="button").click()
        assert "title" not in page.find(tag="section").element.attributes
        page.find("Goes on", role="button").click()
        assert page.find(tag="section").element.attributes["title"] == "heard"


def test_says_what_the_page_shows_instead() -> None:
    expected = "0 elements with text='Cuont'.*Count"
    with serve(counter) as user, pytest.raises(NotSeen, match=expected):
        user.open().find("Cuont")


def test_types_checks_selects_and_submits() -> None:
    def form() -> jp.WebPage:
        page = jp.WebPage()
        result = jp.Div(a=page)

        def submit(self: jp.Form, msg: jp.Msg) -> None:
            result.text = repr([(c.name, c.value, c.checked) for c in msg.form_data if c.name])

        form = jp.Form(submit=submit, a=page)
        jp.Input(name="age", type="number", placeholder="age", a=form)
        jp.Input(name="agree", type="checkbox", aria_label="agree", a=form)
        color = jp.Select(name="color", aria_label="color", a=form)
        for value in ("red", "blue"):
            jp.Option(value=value, text=value, a=color)
        jp.Button(type="submit", text="Send", a=form)
        return page

    with serve(form) as user:
        page = user.open()
        page.find("age").type("42")
        page.find("agree").click()
        page.find("color").select("blue")
        page.find("Send").click()
        assert "[('age', 42, False), ('agree', '', True), ('color', 'blue', None)]" in page.text


def test_serves_an_app_with_all_that_it_declares() -> None:
    app = jp.App(counter)
    app.program.startup = lambda: started.append(True)
    started: list[bool] = []

    @app.route("/other")
    def other() -> jp.WebPage:
        return jp.WebPage(title="Other")

    with serve(app) as user:
        assert started == [True]
        assert user.open().title == "Counter"
        assert user.open("/other").title == "Other"


def test_finds_controls_by_their_labels() -> None:
    def labelled() -> jp.WebPage:
        page = jp.WebPage()
        name = jp.Input(a=page)
        jp.Label(text="Name", for_component=name, a=page)
        around = jp.Label(a=page)
        jp.Input(type="checkbox", a=around)
        jp.Span(text="News", a=around)
        jp.P(text="Name it", a=page)
        return page

    with serve(labelled) as user:
        page = user.open()
        page.find("Name").type("Ada")
        assert page.find("Name").value == "Ada"
        page.find("News").click()
        assert page.find("News", role="checkbox").element.checked
        assert page.find("News", tag="span").text == "News"


def test_a_label_is_not_made_of_what_its_control_holds() -> None:
    def around() -> jp.WebPage:
        page = jp.WebPage()
        kind = jp.Label(text="Kind", a=page)
        select = jp.Select(a=kind)
        for value in "ab":
            jp.Option(text=value, value=value, a=select)
        jp.Textarea(value="so far", a=jp.Label(text="Notes", a=page))
        jp.Img(src="/cat.jpg", alt="A cat", a=page)
        return page

    with serve(around) as user:
        page = user.open()
        assert page.find("Kind", tag="select").value == "a"  # as browsers have it
        page.find("Kind", tag="select").select("b")
        assert page.find("Kind", role="combobox").value == "b"
        assert page.find("Notes", role="textbox").value == "so far"
        assert page.find("A cat").element.tag == "img"
        with pytest.raises(NotPossible, match=r"'zzz', only \['a', 'b'\]"):
            page.find("Kind", tag="select").select("zzz")
        assert page.find("Kind", tag="select").value == "b"


def test_says_which_elements_match() -> None:
    def two() -> jp.WebPage:
        page = jp.WebPage()
        jp.Button(text="Save", id="upper", a=page)
        jp.Div(text="Save", a=page)
        return page

    with serve(two) as user, pytest.raises(NotSeen) as caught:
        user.open().find("Save")
    lines = str(caught.value).splitlines()
    assert lines[0] == "2 elements with text='Save':"
    assert 'id="upper"' in lines[1] and lines[1].startswith("  <button")
    assert lines[2].startswith("  <div") and lines[2].endswith(">Save")


def test_submits_what_a_browser_would(tmp_path: Path) -> None:
    def form() -> jp.WebPage:
        page = jp.WebPage()
        result = jp.Div(a=page)
        form = jp.Form(submit=lambda: setattr(result, "text", "submitted"), a=page)
        jp.Input(required=True, a=jp.Label(text="Name", a=form))
        jp.Input(type="checkbox", required=True, aria_label="Agreed", a=form)
        kind = jp.Select(required=True, aria_label="Kind", a=form)
        jp.Option(text="First", value="first", a=kind)
        jp.Input(type="file", required=True, accept=".txt", aria_label="File", a=form)
        jp.Button(type="submit", text="Send", a=form)
        jp.Button(type="submit", text="Draft", formnovalidate=True, a=form)
        return page

    (right := tmp_path / "a.txt").write_text("text")
    (wrong := tmp_path / "a.csv").write_text("a,b")
    with serve(form) as user:
        page = user.open()
        send = page.find("Send")
        for name, give in (
            ("Name", lambda: page.find("Name").type("Ada")),
            ("Agreed", lambda: page.find("Agreed").click()),
            ("File", lambda: page.find("File").choose(wrong)),
            ("a.csv", lambda: page.find("File").choose(right)),
        ):
            with pytest.raises(NotPossible, match=name):
                send.click()
            assert "submitted" not in page.text
            give()
        with pytest.raises(NotPossible, match="accepts one file"):
            page.find("File").choose(right, wrong)
        send.click()
        assert "submitted" in page.text
        user.open().find("Draft").click()


def test_sends_files_and_collects_downloads(tmp_path: Path) -> None:
    sent = tmp_path / "notes.txt"
    sent.write_bytes(b"some notes")

    def form(request: jp.Request) -> jp.WebPage:
        page = jp.WebPage()

        def submit(self: jp.Form, msg: jp.Msg) -> None:
            folder = jp.SessionFolder(tmp_path / "files" / "sessions" / msg.session_id)
            for file in msg.files:
                name = folder.add(file.path, file.name).name
                jp.A(text=name, href=f"/static/{msg.session_id}/{name}", download=name, a=page)

        form = jp.Form(submit=submit, a=page)
        jp.Input(type="file", multiple=True, aria_label="files", a=form)
        jp.Button(type="submit", text="Send", a=form)
        return page

    with serve(form, folder=tmp_path / "files") as user:
        page = user.open()
        page.find("files").choose(sent)
        page.find("Send").click()
        assert page.find("notes.txt", role="link").download().content == b"some notes"


def test_a_handler_that_fails_fails_the_test() -> None:
    def failing() -> jp.WebPage:
        page = jp.WebPage()
        jp.Button(text="Divide", click=lambda: 1 / 0, a=page)
        return page

    with serve(failing) as user, pytest.raises(HandlerFailed, match="ZeroDivisionError"):
        user.open().find("Divide").click()


def test_waits_for_what_the_program_does_by_itself() -> None:
    def later() -> jp.WebPage:
        page = jp.WebPage()
        text = jp.Div(text="working", a=page)

        async def work() -> None:
            await asyncio.sleep(0.05)
            text.text = "done"
            await page.update()

        async def start() -> None:
            asyncio.get_running_loop().create_task(work())

        jp.Button(text="Start", click=start, a=page)
        return page

    with serve(later) as user:
        page = user.open()
        page.find("Start").click()
        page.wait_for(lambda: "done" in page.text)


@pytest.mark.parametrize("other", ["never served", "stopped"])
def test_tasks_are_run_from_threads_of_the_program(other: str) -> None:
    """run_task() finds the application that is served, also one of another App."""
    app = jp.App()
    if other == "stopped":
        with serve(app):
            pass

    def started() -> jp.WebPage:
        page = jp.WebPage()
        out = jp.P(text="waiting", a=page)

        async def show() -> None:
            out.text = "from a thread"
            await page.update()

        def click() -> None:
            threading.Thread(target=lambda: app.run_task(show())).start()

        jp.Button(text="Start", click=click, a=page)
        return page

    with serve(started) as user:
        page = user.open()
        page.find("Start").click()
        page.wait_for(lambda: "from a thread" in page.text)

"""Pages in a browser with script off: forms send themselves, and the answer is a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import core as jp
from core.serving import Program
from tests.support.local import Local, local, sign_in


@pytest.fixture
def page(chromium: Browser, site: Local) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False)
    context.set_default_timeout(15_000)
    sign_in(site, context)
    yield context.new_page()
    context.close()


@pytest.fixture
def got() -> list[Any]:
    return []


@pytest.fixture
def site(tmp_path: Path, got: list[Any]) -> Iterator[Local]:
    def submitted(form: jp.Form, msg: jp.Msg) -> None:
        items = {item.placeholder or item.id: item for item in msg.form_data}
        got.append({name: (item.value, item.checked) for name, item in items.items()})
        got.append([(file.name, file.read()) for file in msg.files])
        if msg.page.title == "fails":
            raise ValueError("a mistake of the program")
        msg.page.redirect = "/next" if msg.page.title == "moves" else None
        form.said.text = f"{len(msg.files)} files"

    def form(request: jp.Request) -> jp.WebPage:
        wp = jp.WebPage(title=request.query_params.get("title", "form"))
        form = jp.Form(a=wp, submit=submitted)
        jp.Input(a=jp.Div(a=form), id="text", value="before")
        jp.Input(a=form, id="number", type="number", value=1)
        jp.Input(a=form, id="yes", type="checkbox")
        jp.Input(a=form, id="no", type="checkbox")
        jp.Textarea(a=form, id="area", value="some\ntext")
        select = jp.Select(a=form, id="one", value="b")
        several = jp.Select(a=form, id="several", multiple=True, value=["a"])
        for control in (select, several):
            for letter in "abc":
                jp.Option(a=control, value=letter, text=letter)
        for number in (1, 2):
            jp.Input(a=form, type="radio", name="radio", value=str(number), id=f"radio{number}")
        jp.Input(a=form, type="file", id="files", name="files", multiple=True, max_size=10**6)
        jp.Button(a=form, text="Send", type="submit")
        form.said = jp.P(a=form, id="said")
        return wp

    program = Program()
    program.add_route("/form", form)
    program.add_route("/next", lambda: jp.PlainTextResponse("Elsewhere"))
    with local(tmp_path, program=program) as served:
        yield served


@pytest.mark.browser
def test_a_form_without_script_reaches_its_handler(
    site: Local, page: Page, got: list[Any], tmp_path: Path
) -> None:
    files = [tmp_path / "a #1.txt", tmp_path / "b.bin"]
    for path in files:
        path.write_bytes(path.name.encode() * 100_000)
    page.goto(f"{site.url}/form")
    for _ in range(2):  # the answer is a page like the first
        page.locator("#text").fill("ä & b")
        page.locator("#number").fill("7")
        page.locator("#yes").check()
        page.locator("#several").select_option(["b", "c"])
        page.locator("#radio2").check()
        page.locator("#files").set_input_files(files)
        page.get_by_role("button", name="Send").click()
        expect(page.locator("#said")).to_have_text("2 files")
        expect(page.locator("#text")).to_have_value("ä & b")
        expect(page.locator("#yes")).to_be_checked()
        expect(page.locator("#radio2")).to_be_checked()
        values, sent = got[-2:]
        assert {name: value[0] for name, value in values.items()} | {"files": ""} == {
            **{"text": "ä & b", "number": 7, "yes": "", "no": "", "area": "some\ntext"},
            **{"one": "b", "several": ["b", "c"], "radio1": "1", "radio2": "2", "files": ""},
        }
        checked = {name for name, value in values.items() if value[1]}
        assert checked == {"yes", "radio2"}
        assert sent == [(path.name, path.read_bytes()) for path in files]
    page.locator("#files").set_input_files([])
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#said")).to_have_text("0 files")
    assert site.parts() == []


@pytest.mark.browser
def test_what_else_a_handler_may_do(site: Local, page: Page) -> None:
    page.goto(f"{site.url}/form?title=moves")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Elsewhere")).to_be_visible()


@pytest.mark.browser
def test_a_form_that_is_not_taken_is_shown_again_with_what_was_entered(
    site: Local, page: Page, tmp_path: Path
) -> None:
    said = page.get_by_role("alert")
    page.goto(f"{site.url}/form?title=fails")
    page.locator("#text").fill("mine")
    page.get_by_role("button", name="Send").click()
    expect(said).to_contain_text("Something went wrong")
    expect(said).to_contain_text("What you entered is still in the form")
    assert said.evaluate("element => getComputedStyle(element).borderTopWidth") == "1px"
    expect(page.locator("#text")).to_have_value("mine")
    large = tmp_path / "large.txt"
    large.write_bytes(b"x" * 1_000_001)
    page.goto(f"{site.url}/form")
    page.locator("#area").fill("long")
    page.locator("#files").set_input_files([large])
    page.get_by_role("button", name="Send").click()
    expect(said).to_contain_text("large.txt")
    expect(said).to_contain_text("not the files: choose them again, then")
    expect(page.locator("#area")).to_have_value("long")
    page.get_by_role("button", name="Send").click()  # and it can be sent from there
    expect(page.locator("#said")).to_have_text("0 files")
    expect(said).to_have_count(0)


def action_of(site: Local, title: str) -> str:
    """Where the form of a fresh page is posted to."""
    html = site.session().get(f"/form?title={title}").text
    return html.partition(' action="')[2].partition('"')[0].replace("&amp;", "&")


def test_a_refused_file_is_no_failure_of_the_program(site: Local) -> None:
    content = {"files": ("large.txt", b"x" * 1_000_001)}
    answer = site.session().post(action_of(site, "form"), files=content)
    assert answer.status_code == 422
    assert "large.txt" in answer.text
    answer = site.session().post(action_of(site, "fails"), files=content)
    assert answer.status_code == 500
    assert "large.txt" in answer.text and "log" in answer.text


@pytest.mark.row(47)
def test_forms_of_others_and_of_no_page(site: Local) -> None:
    people = {"Accept": "text/html"}
    for address in ("/_satchel/submit?page=x", action_of(site, "form").partition("&form")[0]):
        answer = site.session().post(address, files={"files": ("a", b"x")}, headers=people)
        assert answer.status_code == 404
        assert "<h1>The form was not sent</h1>" in answer.text
        assert "nothing was submitted" in answer.text and 'href="/"' in answer.text
    broken = {**people, "Content-Type": "multipart/form-data; boundary=x"}
    answer = site.session().post(action_of(site, "form"), content=b"no form", headers=broken)
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/html")
    assert "fill it in again" in answer.text and 'id="area"' in answer.text
    action = action_of(site, "form")
    content = {"files": ("a.txt", b"x")}
    assert site.session().post(action, files=content).status_code == 200
    wrong = action.partition("&form")[0]
    for number in ("", "&form=", "&form=0", "&form=99999999", "&form=-1", "&form=x"):
        assert site.session().post(wrong + number, files=content).status_code == 404
    assert site.session(2).post(action, files=content).status_code == 404
    elsewhere = {"Origin": "http://evil.example"}
    assert site.session(1, **elsewhere).post(action, files=content).status_code == 403
    site.server.stop()
    assert site.parts() == []

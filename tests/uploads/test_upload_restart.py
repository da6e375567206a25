"""Uploads to a real program: it tells what it has stored; when it is killed, they wait for it."""

from __future__ import annotations

import hashlib
import os
import re
import socket
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Serve
from tests.support.upload_site import make_file
from tests.support.uploading import Network

pytestmark = pytest.mark.browser

PROGRAM = """
def received(form, msg):
    for file in msg.files:
        form.output.text = f'{file.name}: {file.digest("sha256")}'

def page():
    wp = jp.WebPage()
    form = jp.Form(a=wp, submit=received)
    jp.Input(type='file', multiple=True, a=form)
    form.output = jp.P(a=wp, id='output')
    return wp

jp.justpy(page)
"""

SIZE = 24 * 2**20

# At this rate (bytes per second) there is time to do something to the program.
SLOW = 2**20


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_the_program_tells_what_it_has_stored(page: Page, serve: Serve, tmp_path: Path) -> None:
    page.goto(serve(PROGRAM).url)
    page.evaluate(
        "window.told = [];"
        "document.addEventListener('satchel-stored', ({ detail }) => told.push(detail[1]))"
    )
    Network(page).limit(6 * SLOW)
    content = os.urandom(SIZE)
    page.set_input_files("input", make_file(tmp_path, "film.bin", content))
    expect(page.locator("#output")).to_contain_text("film.bin", timeout=60_000)
    told = page.evaluate("told")
    assert told == sorted(set(told))
    assert len(told) > 3
    assert told[-1] == SIZE


def test_an_upload_outlives_the_program(page: Page, serve: Serve, tmp_path: Path) -> None:
    port = str(free_port())
    first = serve(PROGRAM, "--port", port)
    page.goto(first.url)
    network = Network(page)
    network.limit(SLOW)
    content = os.urandom(SIZE)
    page.set_input_files("input", make_file(tmp_path, "film.bin", content))
    expect(page.locator(".satchel-state")).to_have_text(re.compile(r"^\d\d%"), timeout=30_000)
    first.kill()
    expect(page.locator(".satchel-state")).to_have_text("Reconnecting…")
    network.limit(-1)
    serve(PROGRAM, "--port", port)
    wanted = f"film.bin: {hashlib.sha256(content).hexdigest()}"
    expect(page.locator("#output")).to_have_text(wanted, timeout=60_000)


def form(variable: str, heading: str = "", **attributes: str) -> str:
    given = "".join(f", {name}={value!r}" for name, value in attributes.items())
    title = f"    jp.H2(text={heading!r}, a=wp)\n" if heading else ""
    return (
        f"{title}    {variable} = jp.Form(a=wp, submit=received)\n"
        f"    jp.Input(type='file', multiple=True, a={variable}{given})\n"
        f"    {variable}.output = jp.P(a=wp, id='{variable}')\n"
    )


def program(*forms: str) -> str:
    head, rest = PROGRAM.split("    form = ")
    return head + "".join(forms) + "    return wp\n" + rest.split("    return wp\n")[1]


GALLERY = {"plain": form("gallery"), "titled": form("gallery", "Public gallery")}
INVOICES = {
    "plain": form("invoices"),
    "titled": form("invoices", "Invoices"),
    "named": form("invoices", name="invoices"),
}


@pytest.mark.parametrize(
    ("before", "after", "arrives"),
    [
        ([INVOICES["named"]], [GALLERY["plain"], INVOICES["named"]], True),
        ([INVOICES["titled"]], [GALLERY["titled"], INVOICES["titled"]], True),
        ([INVOICES["titled"]], [GALLERY["titled"]], False),
        ([INVOICES["plain"]], [GALLERY["plain"], INVOICES["plain"]], False),
    ],
)
def test_what_was_sent_goes_to_no_other_form_of_the_next_program(
    page: Page, serve: Serve, tmp_path: Path, before: list[str], after: list[str], arrives: bool
) -> None:
    port = str(free_port())
    first = serve(program(*before), "--port", port)
    page.goto(first.url)
    network = Network(page)
    network.limit(SLOW)
    page.set_input_files("input", make_file(tmp_path, "bill.bin", os.urandom(SIZE)))
    expect(page.locator(".satchel-state")).to_have_text(re.compile(r"^\d\d%"), timeout=30_000)
    first.kill()
    network.limit(-1)
    serve(program(*after), "--port", port)
    expect(page.locator("#gallery")).to_be_attached(timeout=60_000)  # the next page is there
    if arrives:
        expect(page.locator("#invoices")).to_contain_text("bill.bin", timeout=60_000)
    else:
        expect(page.get_by_role("status")).to_contain_text("choose them again", timeout=60_000)
    expect(page.locator("#gallery")).to_have_text("")

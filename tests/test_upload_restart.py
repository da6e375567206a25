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
from tests.upload_site import make_file

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
SLOW = 6 * 2**20


def slow_down(page: Page, rate: int) -> None:
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": rate},
    )


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
    slow_down(page, SLOW)
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
    slow_down(page, SLOW)
    content = os.urandom(SIZE)
    page.set_input_files("input", make_file(tmp_path, "film.bin", content))
    expect(page.locator(".satchel-state")).to_have_text(re.compile(r"^\d\d%"), timeout=30_000)
    first.kill()
    expect(page.locator(".satchel-state")).to_have_text("Connecting again…")
    serve(PROGRAM, "--port", port)
    wanted = f"film.bin: {hashlib.sha256(content).hexdigest()}"
    expect(page.locator("#output")).to_have_text(wanted, timeout=60_000)

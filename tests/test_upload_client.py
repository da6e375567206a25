"""The browser's side of an upload: choosing, dropping and pasting files, progress, cancelling.

A page with plain forms, our client modules and the real upload engine, in Debian's Chromium.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.files.uploads import UploadLimits, Uploads

pytestmark = pytest.mark.browser

ASSETS = Path(__file__).parent.parent / "assets"
CSP = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"

PAGE = """<!doctype html>
<html lang="en"><title>Upload</title>
<link rel="stylesheet" href="/_satchel/client/satchel.css">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
<h1>Files</h1>
<form id="several"><label>Files <input type="file" name="files" multiple></label>
  <textarea name="note"></textarea> <button>Upload</button></form>
<form id="picture"><input type="file" name="first" disabled>
  <input type="file" name="picture" accept="image/*,.svgz"> <button>Send</button></form>
<form id="eager"><p>Drop here</p><input type="file" name="eager" multiple></form>
<label id="outside">Alone <input type="file" name="alone"></label>
<p id="elsewhere">Nothing here</p>
<img id="own" draggable="true" alt="own">
</html>"""

STYLE = """
body { font-family: sans-serif; max-width: 50rem; margin: 2rem auto; }
form, label, #elsewhere { display: block; padding: 1rem; margin-bottom: 1rem; }
@media (prefers-color-scheme: dark) { body { background: #12151c; color: #e8ebf1; } }
"""

# What events.js does in a real page: submit -> sendFiles -> handler -> finished.
SCRIPT = """
import { finished, sendFiles, uploadsActive } from '/_satchel/client/uploads.js';
import { installDrop } from '/_satchel/client/drop.js';

window.uploadsActive = uploadsActive;
const changes = [];

function say(text) {
  const toast = document.createElement('div');
  toast.className = 'satchel-toast';
  toast.textContent = text;
  document.body.append(toast);
}

function chosen(form) {
  const inputs = [...form.elements].filter((element) => element.type === 'file');
  return inputs.map((input) => ({ input, files: [...input.files] }));
}

async function submit(form) {
  const ids = await sendFiles(form, chosen(form));
  const answer = await fetch('/handler', { method: 'POST', body: JSON.stringify(ids) });
  finished(form, answer.ok ? null : await answer.text());
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  submit(event.target).catch((error) => say(error.name + ': ' + error.message));
});
document.addEventListener('change', ({ target }) => {
  changes.push([target.name, ...[...(target.files ?? [])].map(({ name }) => name)].join(' '));
  document.documentElement.dataset.changes = changes.join(', ');
});
installDrop(say);
document.documentElement.dataset.ready = '';
"""


@dataclass
class Received:
    name: str
    content: bytes
    type: str
    modified: int


@dataclass
class Site:
    """The server under the page, and what a test may make it do."""

    folder: Path
    url: str = ""
    received: list[list[Received]] = field(default_factory=list)
    delivered: list[list[str]] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    refusals: dict[str, tuple[int, str]] = field(default_factory=dict)
    handler_error: str = ""
    open: threading.Event = field(default_factory=threading.Event)
    handle: threading.Event = field(default_factory=threading.Event)
    cut: Callable[[], None] = lambda: None  # resets every connection

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self.uploads = Uploads(self.folder, UploadLimits())
        self.open.set()
        self.handle.set()

    def app(self) -> ASGIApp:
        routes = [
            Route("/", lambda _: HTMLResponse(PAGE)),
            Route("/page.css", lambda _: Response(STYLE, media_type="text/css")),
            Route("/page.js", lambda _: Response(SCRIPT, media_type="text/javascript")),
            Route("/handler", self._handler, methods=["POST"]),
            Mount("/_satchel/client", StaticFiles(directory=ASSETS / "client")),
            Mount("/_satchel/vendor", StaticFiles(directory=ASSETS / "vendor")),
            *self.uploads.routes(),
        ]
        return Gate(self, Starlette(routes=routes))

    async def _handler(self, request: Request) -> Response:
        selections = await request.json()
        await asyncio.to_thread(self.handle.wait)
        for ids in selections:
            files = self.uploads.take("me", ids)
            self.delivered.append(ids)
            self.received.append(
                [Received(f.name, f.read(), f.type, f.lastModified) for f in files]
            )
            self.uploads.discard(files)
        if self.handler_error:
            return PlainTextResponse(self.handler_error, 500)
        return JSONResponse({})

    @property
    def stored(self) -> list[str]:
        """What lies in the upload folder; of a delivered upload only its description does."""
        names = {entry.name for entry in self.folder.iterdir()}
        delivered = {f"{id}.json" for ids in self.delivered for id in ids}
        return sorted(names - delivered)


@dataclass
class Gate:
    """In front of the engine: session and CSP as the guard sets them, and faults on request."""

    site: Site
    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        scope.setdefault("state", {})["session_id"] = "me"
        if not scope["path"].startswith("/uploads"):
            return await self.app(scope, receive, self._with_csp(send))
        self.site.requests.append(scope["method"])
        status, text = self.site.refusals.get(scope["method"], (0, ""))
        if status:
            return await PlainTextResponse(text, status)(scope, receive, send)
        await self.app(scope, self._held(scope, receive), send)

    def _with_csp(self, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"].append((b"content-security-policy", CSP.encode()))
            await send(message)

        return sending

    def _held(self, scope: Scope, receive: Receive) -> Receive:
        """While the gate is shut, a PATCH gets its first bytes and then nothing."""
        first = True

        async def receiving() -> Message:
            nonlocal first
            if scope["method"] == "PATCH" and not first:
                await asyncio.to_thread(self.site.open.wait)
            first = False
            return await receive()

        return receiving


def reset_connections(server: uvicorn.Server) -> None:
    """As a cable that is pulled: no answer, no good-bye."""
    for connection in list(server.server_state.connections):
        connection.loop.call_soon_threadsafe(connection.transport.abort)


@contextlib.contextmanager
def serving(site: Site) -> Iterator[Site]:
    config = uvicorn.Config(
        site.app(), port=0, log_config=None, http="httptools", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    site.cut = lambda: reset_connections(server)
    listening = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    site.url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    try:
        yield site
    finally:
        site.open.set()
        site.handle.set()
        server.should_exit = True
        thread.join()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with serving(Site(tmp_path / "uploads")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    options = ["--disable-gpu", "--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--no-sandbox")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=options)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 900, "height": 900})
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(site.url)
    page.wait_for_selector("html[data-ready]")
    yield page
    context.close()
    assert not problems


def make_file(folder: Path, name: str, content: bytes = b"content") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def drag(page: Page, kind: str, selector: str, *paths: Path) -> None:
    """One step of a file drag from outside (dragEnter, dragOver, drop, dragCancel)."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    page.context.new_cdp_session(page).send(
        "Input.dispatchDragEvent",
        {
            "type": kind,
            "x": box["x"] + box["width"] / 2,
            "y": box["y"] + box["height"] / 2,
            "data": {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1},
        },
    )


def drop(page: Page, selector: str, *paths: Path) -> None:
    for kind in ("dragEnter", "dragOver", "drop"):
        drag(page, kind, selector, *paths)


def expect_change(page: Page, text: str) -> None:
    """The `change` events that the page has seen: each the input's name and its files' names."""
    expect(page.locator("html")).to_have_attribute("data-changes", text)


def send(page: Page, *paths: Path) -> None:
    page.set_input_files("[name=files]", list(paths))
    page.click("text=Upload")


# --- sending ---


def test_chosen_files_reach_the_handler(page: Page, site: Site, tmp_path: Path) -> None:
    big = os.urandom(3 * 2**20)
    small = make_file(tmp_path, "日本 #1.txt", b"small")
    os.utime(small, (1_700_000_000, 1_700_000_000))
    send(page, small, make_file(tmp_path, "big.bin", big), make_file(tmp_path, "empty.txt", b""))
    expect(page.locator(".satchel-title")).to_have_text("3 files done")
    [files] = site.received
    assert [(f.name, f.content) for f in files] == [
        ("日本 #1.txt", b"small"),
        ("big.bin", big),
        ("empty.txt", b""),
    ]
    assert (files[0].type, files[0].modified) == ("text/plain", 1_700_000_000_000)


def test_small_files_need_one_request_each(page: Page, site: Site, tmp_path: Path) -> None:
    send(page, *(make_file(tmp_path, f"{n}.txt") for n in range(5)))
    expect(page.locator(".satchel-title")).to_have_text("5 files done")
    assert site.requests == ["POST"] * 5


def test_the_panel_folds_away_when_done(page: Page, site: Site, tmp_path: Path) -> None:
    send(page, make_file(tmp_path, "a.txt"))
    expect(page.locator(".satchel-progress")).to_have_attribute("data-mode", "done")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert page.locator("#several").evaluate("(form) => form.elements.length") == 3


def test_progress_is_shown_per_file_and_in_total(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    files = [make_file(tmp_path, f"part{n}.bin", os.urandom(2**21)) for n in range(5)]
    send(page, *files)
    rows = page.locator(".satchel-row")
    expect(rows).to_have_count(5)
    expect(rows.nth(0)).to_contain_text("part0.bin")
    expect(rows.nth(0)).to_contain_text("2.1 MB")
    expect(rows.nth(0).locator(".satchel-state")).to_have_text(re.compile("%|Saving"))
    expect(page.locator(".satchel-row[data-state=sending]")).to_have_count(3)
    expect(page.locator(".satchel-row[data-state=queued]")).to_have_count(2)
    expect(page.locator(".satchel-amount")).to_contain_text("of 10.5 MB")
    assert page.evaluate("uploadsActive()") == 5
    site.open.set()
    expect(page.locator(".satchel-title")).to_have_text("5 files done")
    assert page.evaluate("uploadsActive()") == 0


def test_the_panel_is_no_part_of_the_form_data(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    send(page, make_file(tmp_path, "a.bin", os.urandom(2**21)))
    expect(page.locator("#several .satchel-cancel")).to_be_visible()
    assert page.locator("#several").evaluate("(form) => form.elements.length") == 3


def test_the_panel_survives_a_new_rendering_of_the_form(
    page: Page, site: Site, tmp_path: Path
) -> None:
    site.open.clear()
    send(page, make_file(tmp_path, "a.bin", os.urandom(2**21)))
    expect(page.locator(".satchel-row")).to_have_count(1)
    page.evaluate("document.querySelector('#several').innerHTML = '<p>rendered anew</p>'")
    expect(page.locator("#several > p + .satchel-progress")).to_be_visible()
    site.open.set()
    expect(page.locator(".satchel-title")).to_have_text("1 file done")


def test_while_the_handler_runs_the_panel_says_so(page: Page, site: Site, tmp_path: Path) -> None:
    site.handle.clear()
    send(page, make_file(tmp_path, "a.txt"))
    expect(page.locator(".satchel-head")).to_contain_text("Working")
    expect(page.locator(".satchel-cancel")).to_be_hidden()
    site.handle.set()
    expect(page.locator(".satchel-title")).to_have_text("1 file done")


def test_what_the_handler_says_stays_until_closed(page: Page, site: Site, tmp_path: Path) -> None:
    site.handler_error = "The disk is full. Remove something first."
    send(page, make_file(tmp_path, "a.txt"))
    expect(page.locator(".satchel-message")).to_have_text(site.handler_error)
    page.click("text=Close")
    expect(page.locator(".satchel-progress")).to_have_count(0)


def test_two_submissions_of_one_form_do_not_mix(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    send(page, make_file(tmp_path, "first.bin", os.urandom(2**21)))
    expect(page.locator(".satchel-progress")).to_have_count(1)
    send(page, make_file(tmp_path, "second.txt"))
    expect(page.locator(".satchel-title", has_text="1 file done")).to_have_count(1)
    site.open.set()
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert sorted(files[0].name for files in site.received) == ["first.bin", "second.txt"]


# --- trouble ---


def test_cancel_leaves_nothing_on_the_server(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    large = [make_file(tmp_path, f"{n}.bin", os.urandom(2**21)) for n in range(4)]
    send(page, make_file(tmp_path, "done.txt"), *large)
    expect(page.locator(".satchel-row[data-state=sent]")).to_have_count(1)
    expect(page.locator(".satchel-row[data-state=sending]")).to_have_count(3)
    page.click("text=Cancel")
    expect(page.locator(".satchel-title")).to_have_text("Cancelled. Nothing was kept.")
    expect(page.locator(".satchel-toast")).to_have_text("Cancelled: The upload was cancelled.")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert site.stored == []
    assert site.received == []
    assert page.evaluate("uploadsActive()") == 0


def test_after_a_cancel_the_form_sends_again(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    send(page, *(make_file(tmp_path, f"{n}.bin", os.urandom(2**21)) for n in range(4)))
    page.click("text=Cancel")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    site.open.set()
    page.click("text=Upload")
    expect(page.locator(".satchel-title")).to_have_text("4 files done")


def test_a_lost_connection_continues_where_it_was(page: Page, site: Site, tmp_path: Path) -> None:
    content = os.urandom(2**25)  # more than what the kernel buffers
    site.open.clear()
    send(page, make_file(tmp_path, "a.bin", content))
    expect(page.locator(".satchel-state")).to_have_text(re.compile("[1-9]%"))
    site.refusals = {"HEAD": (503, "Starting."), "PATCH": (503, "Starting.")}
    site.cut()
    expect(page.locator(".satchel-state")).to_have_text("Connecting again…")
    site.open.set()
    site.refusals.clear()
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    assert site.received[0][0].content == content
    assert site.requests.count("POST") == 1
    assert "HEAD" in site.requests


def test_a_refused_file_shows_the_servers_sentence_and_can_be_retried(
    page: Page, site: Site, tmp_path: Path
) -> None:
    site.refusals["PATCH"] = (507, "The disk of the server is full.")
    send(page, make_file(tmp_path, "small.txt"), make_file(tmp_path, "big.bin", b"x" * 2**21))
    failed = page.locator(".satchel-row[data-state=failed]")
    expect(failed.locator(".satchel-error")).to_have_text("The disk of the server is full.")
    expect(page.locator(".satchel-title")).to_have_text("1 of 2 files not sent")
    expect(page.locator(".satchel-row[data-state=sent]")).to_contain_text("small.txt")
    del site.refusals["PATCH"]
    page.click("text=Retry")
    expect(page.locator(".satchel-title")).to_have_text("2 files done")
    assert [f.name for f in site.received[0]] == ["small.txt", "big.bin"]
    assert site.requests.count("POST") == 2


def test_a_failed_file_can_be_left_out(page: Page, site: Site, tmp_path: Path) -> None:
    site.refusals["PATCH"] = (413, "big.bin is larger than 1 MB, the most that is allowed.")
    send(page, make_file(tmp_path, "big.bin", b"x" * 2**21), make_file(tmp_path, "small.txt"))
    page.click("text=Leave out")
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    assert [f.name for f in site.received[0]] == ["small.txt"]
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert site.stored == []


@pytest.mark.parametrize("looked_at", [True, False])
def test_a_file_removed_since_it_was_chosen_is_told(
    page: Page, site: Site, tmp_path: Path, looked_at: bool
) -> None:
    gone = make_file(tmp_path, "gone.bin", b"x" * 2**21)
    page.set_input_files("[name=files]", [gone])
    if looked_at:
        page.evaluate("document.querySelector('[name=files]').files[0].size")
    gone.unlink()
    page.click("text=Upload")
    expect(page.locator(".satchel-error")).to_contain_text("changed or removed since")
    page.click("text=Cancel")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert site.stored == []


# --- dropping ---


def test_the_whole_form_lights_up_and_takes_the_files(page: Page, tmp_path: Path) -> None:
    paths = [make_file(tmp_path, "b.txt"), make_file(tmp_path, "a.txt")]
    drag(page, "dragEnter", "#several textarea", *paths)
    drag(page, "dragOver", "#several textarea", *paths)
    expect(page.locator("#several")).to_have_class("satchel-dropping")
    drag(page, "drop", "#several textarea", *paths)
    expect(page.locator(".satchel-dropping")).to_have_count(0)
    expect_change(page, "files b.txt a.txt")


def test_leaving_the_form_or_the_window_puts_the_light_out(page: Page, tmp_path: Path) -> None:
    path = make_file(tmp_path, "a.txt")
    lit = page.locator(".satchel-dropping")
    drag(page, "dragEnter", "#several", path)
    drag(page, "dragOver", "#several", path)
    expect(lit).to_have_count(1)
    drag(page, "dragOver", "#elsewhere", path)
    expect(lit).to_have_count(0)
    drag(page, "dragOver", "#several", path)
    expect(lit).to_have_count(1)
    # CDP's dragCancel tells the page nothing; this is what leaving the window does.
    page.dispatch_event("#several", "dragleave")
    expect(lit).to_have_count(0)


def test_a_drop_elsewhere_does_nothing(page: Page, site: Site, tmp_path: Path) -> None:
    drop(page, "#elsewhere", make_file(tmp_path, "a.txt"))
    drop(page, "h1", make_file(tmp_path, "b.txt"))
    drop(page, "#several", make_file(tmp_path, "c.txt"))
    expect_change(page, "files c.txt")
    assert page.url == site.url


def test_files_that_the_input_does_not_accept_are_told(page: Page, tmp_path: Path) -> None:
    files = [make_file(tmp_path, name) for name in ("a.txt", "pic.PNG", "b.pdf", "drawing.SVGZ")]
    drop(page, "#picture", *files)
    toasts = page.locator(".satchel-toast")
    expect(toasts.nth(0)).to_contain_text("“a.txt” and 1 other")
    expect(toasts.nth(1)).to_contain_text("“pic.PNG” was taken")
    expect_change(page, "picture pic.PNG")


def test_a_form_without_a_button_submits_itself(page: Page, site: Site, tmp_path: Path) -> None:
    drop(page, "#eager", make_file(tmp_path, "a.txt"))
    expect(page.locator("#eager .satchel-title")).to_have_text("1 file done")
    assert site.received[0][0].name == "a.txt"


def test_an_input_outside_a_form_is_a_zone(page: Page, tmp_path: Path) -> None:
    drop(page, "#outside", make_file(tmp_path, "a.txt"))
    expect_change(page, "alone a.txt")


def test_a_folder_is_flattened(page: Page, site: Site, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    make_file(tree, "photo.jpg", b"1")
    make_file(tree, "deep/er/Photo.jpg", b"2")
    make_file(tree, "deep/photo (2).jpg", b"3")
    for junk in (".DS_Store", "deep/Thumbs.db", "deep/er/desktop.ini"):
        make_file(tree, junk)
    drop(page, "#eager", tree, make_file(tmp_path, "other.txt", b"4"))
    expect(page.locator("#eager .satchel-title")).to_have_text("4 files done")
    assert [(f.name, f.content) for f in site.received[0]] == [
        ("Photo.jpg", b"2"),
        ("photo (2).jpg", b"3"),
        ("photo (3).jpg", b"1"),
        ("other.txt", b"4"),
    ]


def test_a_folder_of_many_files_is_read_to_its_end(page: Page, tmp_path: Path) -> None:
    names = [f"{number:03}.txt" for number in range(250)]
    for name in names:
        make_file(tmp_path / "many", name, b"")
    drop(page, "#several", tmp_path / "many")
    expect_change(page, " ".join(["files", *names]))


def test_an_empty_folder_is_told(page: Page, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    drop(page, "#several", tmp_path / "empty")
    expect(page.locator(".satchel-toast")).to_contain_text("no files")


def test_drags_of_the_program_are_left_alone(page: Page) -> None:
    prevented = page.evaluate("""() => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'own.png', { type: 'image/png' }));
        const fire = (target, type) => {
            const init = { bubbles: true, cancelable: true, dataTransfer: data };
            const event = new DragEvent(type, init);
            document.querySelector(target).dispatchEvent(event);
            return event.defaultPrevented;
        };
        fire('#own', 'dragstart');
        const own = [fire('#several', 'dragover'), fire('#several', 'drop')];
        fire('#own', 'dragend');
        return [...own, fire('#several', 'dragover')];
    }""")
    assert prevented == [False, False, True]
    expect(page.locator(".satchel-toast")).to_have_count(0)


# --- pasting ---

PASTE = """([selector, text]) => {
    const data = new DataTransfer();
    data.items.add(new File(['pixels'], 'image.png', { type: 'image/png' }));
    if (text) data.setData('text/plain', text);
    const init = { bubbles: true, cancelable: true, clipboardData: data };
    const event = new ClipboardEvent('paste', init);
    document.querySelector(selector).dispatchEvent(event);
    return event.defaultPrevented;
}"""


def test_files_pasted_in_a_form_go_into_its_input(page: Page) -> None:
    assert page.evaluate(PASTE, ["#picture", ""])
    expect_change(page, "picture image.png")


def test_files_pasted_on_a_page_with_one_form_go_there(page: Page) -> None:
    assert not page.evaluate(PASTE, ["h1", ""]), "three forms: which one?"
    page.evaluate("for (const id of ['picture', 'eager']) document.getElementById(id).remove()")
    assert page.evaluate(PASTE, ["h1", ""])
    expect_change(page, "files image.png")


def test_text_with_a_picture_beside_it_is_pasted_as_text(page: Page) -> None:
    assert not page.evaluate(PASTE, ["#several textarea", "cells"])
    assert page.locator("html").get_attribute("data-changes") is None

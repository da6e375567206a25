"""What users uploaded can do nothing in our origin: headers, and what Chromium makes of them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.local import Local, local, session_id, sign_in, whose

MINE = session_id(1)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">'
    "<script>document.title = 'ran'; top.ran = true</script>"
    '<rect width="40" height="30" fill="red" onclick="top.ran = true"/></svg>'
)
HTML = """<!DOCTYPE html><title>quiet</title><img src="x:" onerror="document.title = 'ran'">
<script>document.title = 'ran'; document.title += document.cookie;
fetch('/whose').then(answer => answer.text()).then(text => { document.title = text })</script>"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    with local(tmp_path_factory.mktemp("data"), whose) as served:
        yield served


@pytest.mark.row(16, 49)
@pytest.mark.parametrize(
    "name", ["x.html", "x.HTM", "x.xhtml", "x.svg", "x.SVG", "x.xml", "x.js", "x.pdf", "x.svgz",
             "x.jpg.html", "x.mjs", "x.css", "x.wasm", "x.php", "x", "x.unknown", "x.mht"],
)  # fmt: skip
def test_what_may_be_active_is_saved_not_shown(served: Local, name: str) -> None:
    answer = served.session().get(served.file(name, HTML))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    policy = answer.headers["Content-Security-Policy"]
    assert "sandbox" in policy and "default-src 'none'" in policy and "allow" not in policy
    svg = name.lower().endswith(".svg")
    expected = "image/svg+xml" if svg else "application/octet-stream"
    assert answer.headers["Content-Type"] == expected


@pytest.mark.row(49)
@pytest.mark.parametrize("name", ["x.html", "x.svg", "x.xhtml", "x.xml"])
@pytest.mark.parametrize("content", [HTML, SVG])
def test_chromium_saves_what_could_run(
    served: Local, context: BrowserContext, name: str, content: str
) -> None:
    page = own_page(served, context)
    address = served.file(name, content)
    with page.expect_download() as download:
        page.evaluate("address => { location.href = address }", address)
    assert download.value.path().read_text() == content
    check_nothing_ran(page)


@pytest.mark.row(50)
@pytest.mark.parametrize("name", ["x.txt", "x.csv", "x.png"])
@pytest.mark.parametrize("content", [HTML, SVG])
def test_chromium_runs_nothing_that_it_shows(
    served: Local, context: BrowserContext, name: str, content: str
) -> None:
    page = own_page(served, context)
    page.goto(served.url + served.file(name, content))
    check_nothing_ran(page)


def own_page(served: Local, context: BrowserContext) -> Page:
    """A tab with the session of `served.file`, at a page of ours."""
    sign_in(served, context)
    page = context.new_page()
    page.goto(served.url)
    return page


def check_nothing_ran(page: Page) -> None:
    assert "ran" not in page.title() and MINE not in page.title()
    assert page.evaluate("() => window.ran") is None


@pytest.mark.row(49)
@pytest.mark.parametrize("content_type", ["text/html", "image/svg+xml"])
def test_even_in_place_it_has_no_origin(
    served: Local, context: BrowserContext, content_type: str
) -> None:
    """As if a browser showed it nevertheless: without Content-Disposition, with its own type."""
    sign_in(served, context)
    page = context.new_page()
    address = served.url + served.file("x.html", HTML if "html" in content_type else SVG)

    def show(route: Any) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-type": content_type}
        del headers["content-disposition"]
        route.fulfill(response=answer, headers=headers)

    page.route(address, show)
    page.goto(address)
    assert page.title() in ("quiet", "")
    assert page.evaluate("() => window.origin") == "null"


@pytest.mark.row(50)
def test_uploaded_files_are_no_scripts_or_styles(served: Local, context: BrowserContext) -> None:
    page = own_page(served, context)
    served.file("x.js", "window.ran = true")
    served.file("x.txt", "window.ran = true")
    served.file("x.css", "body { color: rgb(1, 2, 3) }")
    outcome = page.evaluate(
        """([folder, elements]) => Promise.all(elements.map(([tag, name]) => new Promise(done => {
            const made = document.createElement(tag)
            made.onload = () => done('loaded')
            made.onerror = () => done('refused')
            if (tag === 'link') { made.rel = 'stylesheet'; made.href = folder + name }
            else made.src = folder + name
            document.head.append(made)
        })))""",
        [f"/static/{MINE}/", [["script", "x.js"], ["script", "x.txt"], ["link", "x.css"]]],
    )
    assert outcome == ["refused"] * 3
    assert page.evaluate("() => window.ran") is None


def test_an_uploaded_svg_is_a_picture(served: Local, context: BrowserContext) -> None:
    page = own_page(served, context)
    address = served.file("picture.svg", SVG)
    page.evaluate(
        "src => { document.body.append(Object.assign(new Image(), {src, id: 'it'})) }", address
    )
    image = page.locator("#it")
    expect(image).to_be_visible()
    assert image.evaluate("it => it.decode().then(() => it.naturalWidth)") == 40
    assert page.evaluate("() => window.ran") is None


def wave() -> bytes:
    """A second of silence."""
    sound = bytes(8000)
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 8000, 8000, 1, 8)
    body = b"WAVE" + form + struct.pack("<4sI", b"data", len(sound)) + sound
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def test_uploaded_media_play_in_place(served: Local, context: BrowserContext) -> None:
    """The browser's own player makes requests from a page without an origin."""
    sign_in(served, context)
    page = context.new_page()
    page.goto(served.url + served.file("sound.wav", wave()))
    player = page.locator("video, audio")
    duration = player.evaluate(
        """it => it.readyState ? it.duration : new Promise((done, fail) => {
            it.onloadedmetadata = () => done(it.duration)
            it.onerror = () => done('cannot play')
            if (it.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) done('cannot play')
        })"""
    )
    assert duration == 1.0

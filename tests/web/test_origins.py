"""Origins of requests: the Host and Origin headers, over the wire and in Chromium."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from websockets.exceptions import InvalidStatus

import core as jp
from core.serving import Program
from tests.support.local import TOKEN, TUS, Local, local, sampler, session_id, whose


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    with local(tmp_path_factory.mktemp("data"), program=sampler()) as served:
        yield served


@pytest.mark.row(33)
def test_hosts(served: Local) -> None:
    port = served.server.port
    bearer = f"Authorization: Bearer {TOKEN}"
    for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}", f"[::1]:{port}"):
        assert served.raw("GET / HTTP/1.1", f"Host: {host}", bearer).status == 200, host
    wrong = [
        "evil.example", f"evil.example:{port}", f"127.0.0.1.evil.example:{port}",
        f"localhost.:{port}", f"localhost.evil:{port}", "localhost", "127.0.0.1",
        f"localhost:{port + 1}", f"127.0.0.1:{port}:{port}", f"x@127.0.0.1:{port}",
        f"127.0.0.2:{port}", f"0.0.0.0:{port}", f"2130706433:{port}", "", ":", f":{port}",
    ]  # fmt: skip
    for host in wrong:
        answer = served.raw("GET / HTTP/1.1", f"Host: {host}", bearer)
        assert answer.status in (400, 421), host
        assert "Set-Cookie" not in answer.headers


@pytest.mark.row(32)
def test_a_request_has_one_host(served: Local) -> None:
    bearer, host = f"Authorization: Bearer {TOKEN}", f"Host: {served.host}"
    for lines in ([], [host, host], [host, "Host: evil.example"], ["Host: evil.example", host]):
        assert served.raw("GET / HTTP/1.1", *lines, bearer).status == 400, lines


def test_allowed_hosts(tmp_path: Path) -> None:
    with local(tmp_path, whose, allowed_hosts=frozenset({"files.example.org"})) as served:
        bearer = f"Authorization: Bearer {TOKEN}"
        for host in ("files.example.org", "files.example.org:443", "FILES.example.org"):
            assert served.raw("GET / HTTP/1.1", f"Host: {host}", bearer).status == 200, host
        for host in (
            "example.org",
            "xfiles.example.org",
            "files.example.org:1;x",
            "files.example.org.",
        ):
            assert served.raw("GET / HTTP/1.1", f"Host: {host}", bearer).status == 421, host


FOREIGN = ["https://evil.example", "null", "", "http://127.0.0.1:1", "http://localhost.evil"]


@pytest.mark.row(47)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/posted", "/uploads", "/_satchel/post", "/uploads/x"])
def test_unsafe_methods_are_for_our_own_pages(served: Local, method: str, path: str) -> None:
    for origin in FOREIGN:
        headers = {"Origin": origin, **TUS}
        answer = served.session(1, **headers).request(method, path, content=b"{}")
        assert answer.status_code == 403, origin
        assert "Set-Cookie" not in answer.headers
    client = served.client(headers={"Cookie": served.cookies.cookie(session_id(1))})
    assert client.request(method, path, content=b"{}").status_code == 403
    assert served.session().request(method, path, content=b"{}").status_code != 403


def test_names_of_hosts_have_no_case(served: Local) -> None:
    port = served.host.rpartition(":")[2]
    named = {"Host": f"LocalHost:{port}", "Origin": f"http://localhost:{port}"}
    for headers in (
        named,
        {**named, "Host": named["Origin"][7:], "Origin": f"http://{named['Host']}"},
    ):
        assert served.session(1, **headers).post("/posted").status_code == 200


def test_a_form_posts_in_a_browser(served: Local, context: BrowserContext, page: Page) -> None:
    """Pages without referrers send "Origin: null" with forms; Sec-Fetch-Site distinguishes them."""
    page.goto(f"{served.url}/?token={TOKEN}")
    mine = page.inner_text("body")
    form = '<form method="post" action="/posted"><button>Send</button></form>'
    page.evaluate("form => { document.body.innerHTML = form }", form)
    with page.expect_response("**/posted") as posted:
        page.get_by_role("button").click()
    assert posted.value.status == 200
    expect(page.locator("body")).to_have_text(mine)


FETCH = """url => Promise.all(['GET', 'POST'].map(method =>
    fetch(url, {method, mode: 'no-cors', credentials: 'include'}).catch(() => null)))"""


def evil() -> jp.Response:
    """A page that may ask any server."""
    return jp.HTMLResponse("<p>evil</p>", headers={"Content-Security-Policy": "default-src *"})


@pytest.mark.row(47)
def test_a_page_on_another_port_gets_nothing(
    tmp_path: Path, page: Page, caplog: pytest.LogCaptureFixture
) -> None:
    """It is of the same site, so its requests bear even Strict cookies."""
    answered: list[str] = []

    def count(request: jp.Request) -> jp.Response:
        answered.append(f"{request.method} {request.url.path}")
        return jp.PlainTextResponse("done")

    program = Program()
    program.add_route("/", count, methods=["GET", "POST"])
    with (
        local(tmp_path, program=program) as served,
        local(tmp_path / "evil", evil, token=None, cookie_name="evil") as other,
    ):
        page.goto(f"{served.url}/?token={TOKEN}")
        assert answered == ["GET /"]
        page.goto(other.url)
        page.evaluate(FETCH, served.url)
        assert "Refused GET" in caplog.text and "Refused POST" in caplog.text
        form = f'<form method="post" action="{served.url}/"><button>Send</button></form>'
        page.evaluate("form => { document.body.innerHTML = form }", form)
        with page.expect_response(served.url + "/") as posted:
            page.get_by_role("button").click()
        assert posted.value.status == 403
        assert answered == ["GET /"]


def serve_elsewhere(page: Page, address: str, html: str) -> None:
    """Go to a page of another server."""
    page.route(address, lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(address)


def test_a_link_elsewhere_does_not_cost_the_session(tmp_path: Path, page: Page) -> None:
    """Without a token, a client that sends no cookie gets a new one, which replaces the old one."""
    with local(tmp_path, whose, token=None) as served:
        page.goto(served.url)
        mine = page.inner_text("body")
        link = f'<a href="{served.url}/">Go</a>'
        serve_elsewhere(page, "http://evil.example/", link)
        page.get_by_text("Go").click()
        expect(page.locator("body")).to_have_text(mine)


def websocket_status(served: Local, **headers: str | None) -> int:
    try:
        with served.websocket("/_satchel/socket?page=x", **headers) as websocket:
            assert websocket.response is not None
            return websocket.response.status_code
    except InvalidStatus as refused:
        assert refused.response.headers["X-Content-Type-Options"] == "nosniff"
        return refused.response.status_code


@pytest.mark.row(48)
def test_websockets_are_for_our_own_pages(served: Local) -> None:
    assert websocket_status(served) == 101
    for origin in [*FOREIGN, None]:
        assert websocket_status(served, Origin=origin) == 403, origin
    assert websocket_status(served, Cookie=None) == 403
    assert websocket_status(served, Cookie="satchel=x.y") == 403
    assert websocket_status(served, Origin="https://evil.example", Cookie=None) == 403


@pytest.mark.row(48)
def test_a_websocket_names_us_as_its_host(served: Local) -> None:
    handshake = (
        "GET /_satchel/socket HTTP/1.1", "Host: evil.example", "Origin: http://evil.example",
        "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: " + base64.b64encode(b"x" * 16).decode(),
        "Cookie: " + served.cookies.cookie(session_id(1)),
    )  # fmt: skip
    assert served.raw(*handshake).status == 421

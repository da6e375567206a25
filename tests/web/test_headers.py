"""The headers of all responses, and the Content-Security-Policy of pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import BrowserContext, Page, expect

import core as jp
from core.serving import Program
from tests.support.local import TOKEN, Local, local, sampler, session_id


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    with local(tmp_path_factory.mktemp("data"), program=sampler()) as served:
        yield served


SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ANSWERS = {
    "/": 200,
    "/page": 200,
    "/moved": 303,
    f"/?token={TOKEN}": 303,
    "/fails": 500,
    "/_satchel/client/main.js": 200,
    "/_satchel/client/none.js": 404,
    "/_satchel/none": 404,
    "/static/none": 404,
    f"/static/{session_id(1)}/there.txt": 200,
    f"/static/{session_id(1)}/there.html": 200,
    "/_satchel/thumbnail/there.txt": 307,
    "/uploads": 400,  # it asks for a name, a size and a time
}


@pytest.mark.row(52)
@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_bears_the_headers(served: Local, path: str) -> None:
    served.file("there.txt")
    served.file("there.html")
    answer = served.session().get(path)
    assert answer.status_code == ANSWERS[path]
    check_headers(answer)


def test_refusals_bear_the_headers(served: Local) -> None:
    check_headers(served.client().get("/"))
    check_headers(served.client().get("/", headers={"Host": "evil.example"}))
    check_headers(served.session(Origin="x").post("/posted"))


def check_headers(answer: httpx.Response) -> None:
    for name, value in SECURITY.items():
        assert answer.headers.get_list(name) == [value]
    (policy,) = answer.headers.get_list("Content-Security-Policy")
    assert "unsafe-eval" not in policy and "script-src 'unsafe-inline'" not in policy
    assert "default-src 'self'" in policy or "default-src 'none'" in policy
    assert re.search("no-cache|no-store", answer.headers["Cache-Control"])


def test_the_policy_of_a_page(served: Local) -> None:
    pages = [served.session().get("/page") for _ in range(2)]
    policies = [page.headers["Content-Security-Policy"] for page in pages]
    directives = dict(part.strip().split(" ", 1) for part in policies[0].split(";"))
    nonce = re.fullmatch(r"'self' 'nonce-([\w-]{22})'", directives["script-src"])
    assert nonce is not None and nonce[1] in pages[0].text
    assert directives["style-src-elem"] == directives["script-src"]
    assert directives["style-src-attr"] == "'unsafe-inline'"
    for name in ("object-src", "base-uri", "frame-ancestors"):
        assert directives[name] == "'none'"
    assert directives["connect-src"] == f"'self' ws://{served.host}"
    assert policies[0] != policies[1]


INLINE = "<p id='out'>none</p><button onclick='out.textContent = \"handler\"'>Press</button>"
SCRIPT = "<script>document.getElementById('out').textContent = 'script'</script>"


def raw_page(csp: str) -> jp.WebPage:
    return jp.WebPage(html=f"<!DOCTYPE html>{INLINE}{SCRIPT}", csp=csp)


def live_page(csp: str) -> jp.WebPage:
    page = jp.WebPage(csp=csp)
    page.add(jp.Div(inner_html=INLINE))
    return page


@pytest.mark.parametrize("make", [raw_page, live_page])
def test_only_a_page_that_asks_for_it_runs_inline_handlers(
    tmp_path: Path, page: Page, make: Callable[[str], jp.WebPage]
) -> None:
    program = Program()
    program.add_route("/strict", lambda: make(""))
    program.add_route("/open", lambda: make("script-src 'self' 'unsafe-inline'"))
    with local(tmp_path, program=program, token=None) as served:
        page.goto(served.url + "/strict")
        page.get_by_role("button").click()
        expect(page.locator("#out")).to_have_text("none")
        page.goto(served.url + "/open")
        page.get_by_role("button").click()
        expect(page.locator("#out")).to_have_text("handler")


def test_injected_handlers_do_not_run(tmp_path: Path, page: Page) -> None:
    def make() -> jp.WebPage:
        made = jp.WebPage(body_html="<p id='out'></p><script>out.append('ours ')</script>")
        made.add(jp.Div(inner_html="<img src='x:' onerror='out.append(\"injected\")'>"))
        return made

    with local(tmp_path, make, token=None) as served:
        page.goto(served.url)
        expect(page.locator("#out")).to_have_text("ours ")


def test_a_page_elsewhere_holds_no_page_of_ours_that_it_opened(tmp_path: Path, page: Page) -> None:
    with (
        local(tmp_path / "ours", jp.WebPage, token=None) as ours,
        local(tmp_path / "theirs", jp.WebPage, token=None) as theirs,
    ):
        for origin, is_held in ((theirs.url, False), (ours.url, True)):
            page.goto(origin)
            with page.expect_popup() as opened:
                page.evaluate("(url) => { window.opened = window.open(url) }", ours.url)
            opened.value.wait_for_url(f"{ours.url}/")
            assert opened.value.evaluate("window.opener !== null") == is_held
            page.wait_for_function("(closed) => window.opened.closed === closed", arg=not is_held)


def test_a_page_elsewhere_that_ours_opens_does_not_hold_it(
    tmp_path: Path, context: BrowserContext
) -> None:
    elsewhere = "https://elsewhere.example/"
    context.route(elsewhere, lambda route: route.fulfill(content_type="text/html", body="there"))

    def make() -> jp.WebPage:
        wp = jp.WebPage()
        jp.Button(text="open", click=lambda: setattr(wp, "open", elsewhere), a=wp)
        jp.A(text="link", href=elsewhere, target="_blank", a=wp)
        return wp

    with local(tmp_path, make, token=None) as ours:
        page = context.new_page()
        page.goto(ours.url)
        for text in ("open", "link"):
            with context.expect_page() as opened:
                page.get_by_text(text, exact=True).click()
            opened.value.wait_for_url(elsewhere)
            assert opened.value.evaluate("window.opener") is None


def test_pages_that_the_user_opens_need_no_new_process(served: Local) -> None:
    for site in ("none", "same-origin"):
        answer = served.session(**{"Sec-Fetch-Site": site}).get("/page")
        assert "Cross-Origin-Opener-Policy" not in answer.headers

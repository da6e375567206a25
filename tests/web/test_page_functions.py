"""Page functions and routes: what a program may return, and the responses to it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
def page(text):
    return jp.WebPage(title=text).add(jp.P(text=text, id='out'))

def everything():
    return page('everything else')

@jp.SetRoute('/users/{id:int}')
def user(request):
    return page(f'user {request.path_params["id"] + 1} {request.query_params.get("q")}')

@jp.SetRoute('/users/{name}')
async def named(request):
    return page(f'named {request.path_params["name"]} {len(request.session_id)}')

@jp.SetRoute('/async')
async def without_request():
    return page('async')

@jp.SetRoute('/method')
class Pages:
    def __new__(cls, request):
        return page('callable ' + request.url.path)

@jp.SetRoute('/subclass')
class Home(jp.WebPage):
    html = '<p id="out">subclass</p>'

jp.Route('/lambda', lambda request: page('lambda'))
jp.Route('/lambda', lambda request: page('second'))
jp.Route('/away', lambda: jp.redirect('/lambda'))
jp.Route('/posted', lambda request: jp.PlainTextResponse(request.method), methods=['POST'])
jp.Route('/html', lambda: jp.WebPage(html='<h1 id="out">raw</h1>'))
jp.Route('/json', lambda: jp.JSONResponse({'a': 1}))
jp.Route('/nothing', lambda: None)

@jp.SetRoute('/fails')
def fails(request):
    raise RuntimeError('secret detail')

@jp.SetRoute('/onward')
def onward():
    return jp.WebPage(redirect='/async')

@jp.SetRoute('/odd')
def odd():
    wp = page('</script><script>alert(1)</script>')
    wp.head_html = '<script>window.fromHead = 1</script><style>#out { color: rgb(1, 2, 3) }</style>'
    wp.head_html += '<link rel="stylesheet" href="https://fonts.example/inter.css">'
    wp.body_html = '<script>window.fromBody = document.title</script>'
    wp.add(jp.Div(inner_html='<b id="raw">raw</b>'))
    wp.add(jp.P(text='&eacute;', html_entity=True, id='e'))
    wp.favicon = '/static/icon.png'
    return wp

jp.justpy(everything)
"""


@pytest.fixture
def inside(page: Page, program: Served) -> Page:
    """A tab that has been let in."""
    page.goto(program.url)
    return page


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/", "everything else"),
        ("/no/such/route", "everything else"),
        ("/users/41?q=x", "user 42 x"),
        ("/users/mary", "named mary 32"),
        ("/async", "async"),
        ("/method", "callable /method"),
        ("/subclass", "subclass"),
        ("/lambda", "lambda"),
        ("/away", "lambda"),
        ("/html", "raw"),
        ("/onward", "async"),
    ],
)
@shows(
    "SetRoute",
    "Route",
    "justpy",
    "justpy(func)",
    "request.path_params",
    "request.query_params",
    "redirect",
    "WebPage.redirect",
    "of two routes",
)
def test_a_path_leads_to_its_page(program: Served, inside: Page, path: str, text: str) -> None:
    inside.goto(program.origin + path)
    expect(inside.locator("#out")).to_have_text(text)


def test_responses_that_are_not_pages(program: Served, inside: Page) -> None:
    get = inside.request.get
    assert get(f"{program.origin}/json").json() == {"a": 1}
    assert get(f"{program.origin}/favicon.ico").status == 404
    posted = inside.request.post(f"{program.origin}/posted", headers={"Origin": program.origin})
    assert posted.text() == "POST"


@pytest.mark.parametrize("path", ["/fails", "/nothing"])
def test_a_page_function_that_fails(program: Served, inside: Page, path: str) -> None:
    answer = inside.goto(program.origin + path)
    assert answer is not None
    assert answer.status == 500
    text = inside.locator("body").inner_text()
    reference = re.search(r"reference ([0-9a-f]{6})", text)
    assert reference
    assert "secret" not in text
    assert "Traceback" not in text
    assert f"reference {reference[1]}" in program.log
    assert ("secret detail" if path == "/fails" else "must return a WebPage") in program.log
    inside.goto(f"{program.origin}/async")
    expect(inside.locator("#out")).to_have_text("async")


@shows("WebPage.title", "WebPage.head_html", "WebPage.body_html", "WebPage.favicon")
def test_raw_html_of_a_program(program: Served, inside: Page) -> None:
    css = "#e { color: rgb(4, 5, 6) }"
    inside.route(
        "https://fonts.example/*", lambda it: it.fulfill(content_type="text/css", body=css)
    )
    inside.goto(f"{program.origin}/odd")
    title = "</script><script>alert(1)</script>"
    expect(inside).to_have_title(title)
    assert inside.evaluate("[fromHead, fromBody]") == [1, title]
    expect(inside.locator("#out")).to_have_css("color", "rgb(1, 2, 3)")
    expect(inside.locator("#e")).to_have_css("color", "rgb(4, 5, 6)")
    expect(inside.locator("#raw")).to_have_text("raw")
    expect(inside.locator("#e")).to_have_text("é")
    expect(inside.locator("link[rel=icon]")).to_have_attribute("href", "/static/icon.png")


def test_a_page_is_complete_without_scripts(program: Served, inside: Page) -> None:
    cookies = inside.context.storage_state()["cookies"]
    browser = inside.context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False, storage_state={"cookies": cookies})
    page = plain.new_page()
    page.goto(f"{program.origin}/async")
    expect(page.locator("#out")).to_have_text("async")
    plain.close()

"""Routes and the functions that answer them, in Chromium."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.served import Served

pytestmark = pytest.mark.browser

PROGRAM = """
import tempfile

def page(text):
    return jp.WebPage(title=text)

jp.Route('/posted', lambda r: jp.PlainTextResponse(r.method), methods=['POST', 'PUT'])
jp.Route('/users/{id:int}', lambda request: page(f'user {request.path_params["id"]}'), 'user')

@jp.SetRoute('/teams/{name}', name='team')
def one_team(request: jp.Request):
    return page(f'team {request.path_params["name"]}')

@jp.SetRoute('/links')
def links(request):
    wp = jp.WebPage()
    jp.A(text='user', href=str(request.url_for('user', id=7)), a=wp)
    jp.A(text='team', href=str(request.url_for('team', name='a b')), a=wp)
    return wp

@jp.SetRoute('/request')
def asked(request: jp.Request):
    assert isinstance(request, jp.Request)
    return page(f'{request.method} {request.query_params["q"]} {len(request.session_id)}')

@jp.app.route('/app-route', methods=['GET', 'POST'])
def app_route(request):
    return page(f'route {request.method}')

@jp.app.jproute('/app-jproute')
def app_jproute():
    return page('jproute')

jp.app.add_jproute('/app-add', lambda: page('add'))

@jp.app.middleware('http')
async def stamp(request, call_next):
    answer = await call_next(request)
    answer.headers['X-Stamp'] = request.url.path
    return answer

class Site:
    def method(self, request):
        return page('a method')
    async def async_method(self):
        return page('an async method')

jp.Route('/method', Site().method)
jp.Route('/async-method', Site().async_method)
jp.Route('/lambda', lambda: page('a lambda'))

@jp.SetRoute('/function')
def function():
    return page('a function')

@jp.SetRoute('/async-function')
async def async_function(request):
    await jp.asyncio.sleep(0)
    return page('an async function')

file = jp.os.path.join(tempfile.mkdtemp(), 'file.txt')
open(file, 'w').write('a file')

async def parts():
    for part in ('stre', 'am'):
        yield part

RESPONSES = {
    'response': lambda: jp.Response('<b>plain</b>', media_type='text/plain'),
    'html': lambda: jp.HTMLResponse('<b>html</b>'),
    'json': lambda: jp.JSONResponse(jp.json.loads('{"a": [1]}')),
    'text': lambda: jp.PlainTextResponse('text'),
    'redirect': lambda: jp.RedirectResponse('/text'),
    'away': lambda: jp.redirect('/text'),
    'stream': lambda: jp.StreamingResponse(parts(), media_type='text/plain'),
    'file': lambda: jp.FileResponse(file),
    'saved': lambda: jp.Download(b'made', name='made.txt'),
    'year': lambda: jp.PlainTextResponse(str(jp.datetime(2024, 2, 29).year)),
}
for name, function in RESPONSES.items():
    jp.Route(f'/{name}', function)

jp.justpy()
"""


@pytest.fixture
def inside(page: Page, program: Served) -> Page:
    """A tab that has been let in."""
    page.goto(f"{program.origin}/function?token={program.token}")
    return page


@shows("app.route", "app.jproute", "app.add_jproute", "request functions", "Request")
def test_a_page_of_each_way_to_have_one(program: Served, inside: Page) -> None:
    for path, title in {
        "/app-route": "route GET",
        "/app-jproute": "jproute",
        "/app-add": "add",
        "/method": "a method",
        "/async-method": "an async method",
        "/lambda": "a lambda",
        "/function": "a function",
        "/async-function": "an async function",
        "/request?q=a%20b": "GET a b 32",
    }.items():
        inside.goto(program.origin + path)
        expect(inside).to_have_title(title)


@shows("Route(name)", "SetRoute(name)")
def test_links_to_routes_by_name(program: Served, inside: Page) -> None:
    for text, title in {"user": "user 7", "team": "team a b"}.items():
        inside.goto(f"{program.origin}/links")
        inside.get_by_text(text).click()
        expect(inside).to_have_title(title)


SEND = "([path, method]) => fetch(path, { method }).then(answer => answer.text())"


@shows("Route(methods)", "app.middleware")
def test_methods_and_middleware(program: Served, inside: Page) -> None:
    assert inside.evaluate(SEND, ["/posted", "POST"]) == "POST"
    assert inside.evaluate(SEND, ["/posted", "PUT"]) == "PUT"
    assert "<title>route POST</title>" in inside.evaluate(SEND, ["/app-route", "POST"])
    answer = inside.goto(f"{program.origin}/posted")
    assert answer is not None and answer.status == 405
    for path in ("/posted", "/lambda", "/static/none"):
        answer = inside.goto(program.origin + path)
        assert answer is not None and answer.headers["x-stamp"] == path


@shows(
    "Response",
    "HTMLResponse",
    "JSONResponse",
    "PlainTextResponse",
    "RedirectResponse",
    "StreamingResponse",
    "FileResponse",
    "redirect",
    "json",
    "os",
    "datetime",
    "asyncio",
    "Download",
)
def test_responses_that_are_not_pages(program: Served, inside: Page) -> None:
    texts: dict[str, str | re.Pattern[str]] = {
        "/response": "<b>plain</b>",
        "/html": "html",
        "/json": re.compile(r'^\{"a":\[1\]\}'),
        "/text": "text",
        "/redirect": "text",
        "/away": "text",
        "/stream": "stream",
        "/file": "a file",
        "/year": "2024",
    }
    for path, text in texts.items():
        inside.goto(program.origin + path)
        expect(inside.locator("body")).to_have_text(text)
    assert inside.url == f"{program.origin}/year"
    with inside.expect_download() as download:
        inside.evaluate("location.href = '/saved'")
    assert download.value.suggested_filename == "made.txt"
    assert download.value.path().read_bytes() == b"made"
    inside.goto(f"{program.origin}/away")
    assert inside.url == f"{program.origin}/text"

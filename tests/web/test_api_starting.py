"""Starting a program and routing its addresses, as Chromium meets it."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.plain import Plain
from tests.support.served import Served, served, write_program

pytestmark = pytest.mark.browser

Run = Callable[..., Plain]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        return int(bound.getsockname()[1])


# Starting


@shows("justpy", "justpy(host)", "justpy(port)", "justpy(startup)")
def test_a_program_says_where_it_is(plain: Run, page: Page) -> None:
    """What it is called with wins over the environment; startup runs on the loop, before all."""
    source = """
    started = []
    async def startup():
        started.append(jp.asyncio.get_running_loop().is_running())
    def main():
        return jp.WebPage().add(jp.P(text=f'started {started}', id='out'))
    jp.justpy(main, host='127.0.0.2', port=NUMBER, startup=startup)
    print('ended')
    """
    port = free_port()
    program = plain(source.replace("NUMBER", str(port)), HOST="192.0.2.1", PORT="many")
    url = program.url()
    assert url == f"http://127.0.0.2:{port}"
    page.goto(url)
    expect(page.locator("#out")).to_have_text("started [True]")
    assert program.end()[:2] == (0, "ended\n")


@shows("HOST and PORT", "the line with the address", "serve", "App")
def test_where_the_environment_says(plain: Run, page: Page) -> None:
    port = free_port()
    source = """
    app = jp.App(lambda: jp.WebPage(title='all others'))
    @app.route('/mine')
    def mine():
        return jp.WebPage(title='mine')
    @jp.SetRoute('/default')
    def default():
        return jp.WebPage(title='of the default program')
    jp.serve(app)
    """
    url = plain(source, HOST="127.0.0.3", PORT=str(port)).url()
    assert url == f"http://127.0.0.3:{port}"
    for path, title in {"/mine": "mine", "/": "all others", "/default": "all others"}.items():
        page.goto(url + path)
        expect(page).to_have_title(title)


@shows("justpy(allowed_hosts)")
def test_names_of_the_server(plain: Run, page: Page) -> None:
    source = "jp.justpy(lambda: jp.WebPage(title='in'), allowed_hosts=['files.localhost'])"
    url = plain(source).url()
    page.goto(url.replace("127.0.0.1", "files.localhost"))
    expect(page).to_have_title("in")
    answer = page.goto(url.replace("127.0.0.1", "other.localhost"))
    assert answer is not None and answer.status == 421


@shows("justpy(start_server)", "app", "StaticFiles", "Middleware", "WebSocket")
def test_a_program_among_others(plain: Run, page: Page, tmp_path: Path) -> None:
    """An ASGI application like any other, in a server of the program's own."""
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.txt").write_text("more files")
    source = """
    import socket, uvicorn
    from starlette.applications import Starlette
    from starlette.routing import Mount, WebSocketRoute

    class Stamp:
        def __init__(self, app, text):
            self.app, self.text = app, text
        async def __call__(self, scope, receive, send):
            async def stamp(message):
                if message['type'] == 'http.response.start':
                    message['headers'].append((b'x-stamp', self.text.encode()))
                await send(message)
            await self.app(scope, receive, stamp)

    async def echo(websocket: jp.WebSocket):
        await websocket.accept()
        await websocket.send_text('echo ' + await websocket.receive_text())

    def main():
        return jp.WebPage().add(jp.Button(text='0', click="self.text = 'clicked'"))

    assert jp.justpy(main, start_server=False) is jp.app
    whole = Starlette(
        routes=[
            Mount('/more', jp.StaticFiles(directory='more')),
            WebSocketRoute('/echo', echo),
            Mount('/', jp.app),
        ],
        middleware=[jp.Middleware(Stamp, text='stamped')],
    )
    bound = socket.create_server(('127.0.0.1', 0))
    print(f'Satchel ready to go on http://127.0.0.1:{bound.getsockname()[1]}', flush=True)
    uvicorn.Server(uvicorn.Config(whole, log_config=None)).run(sockets=[bound])
    """
    url = plain(source).url()
    answer = page.goto(url)
    assert answer is not None and answer.headers["x-stamp"] == "stamped"
    page.get_by_role("button").click()
    expect(page.get_by_role("button")).to_have_text("clicked")
    script = """() => new Promise((resolve, reject) => {
        const socket = new WebSocket(location.origin.replace('http', 'ws') + '/echo');
        socket.onopen = () => socket.send('hello');
        socket.onmessage = ({ data }) => resolve(data);
        socket.onerror = reject;
    })"""
    assert page.evaluate(script) == "echo hello"
    page.goto(f"{url}/more/a.txt")
    expect(page.locator("body")).to_have_text("more files")


@shows("reserved paths")
def test_paths_that_a_program_cannot_have(plain: Run, page: Page) -> None:
    """It is told; what is ours answers there."""
    source = """
    for path in ('/static', '/uploads/x', '/_satchel/client'):
        try:
            jp.Route(path, lambda: jp.WebPage(title='mine'))
        except ValueError as error:
            assert "Satchel's own" in str(error)
        else:
            raise SystemExit(f'{path} is taken')
    jp.justpy(lambda: jp.WebPage(title='all others'))
    """
    url = plain(source).url()
    page.goto(f"{url}/anything/else")
    expect(page).to_have_title("all others")
    for path in ("/static/x", "/uploads/x", "/_satchel/x", "/favicon.ico"):
        answer = page.goto(url + path)
        assert answer is not None and answer.status in (404, 405), path


# Routes

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


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("routes")
    with served(write_program(folder, PROGRAM), folder / "data") as running:
        yield running


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
def test_answers_that_are_no_pages(program: Served, inside: Page) -> None:
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


@shows("app.limits", "Limits")
def test_what_a_program_takes_of_its_users(plain: Run, page: Page, tmp_path: Path) -> None:
    source = """
    def home():
        wp = jp.WebPage()
        form = jp.Form(a=wp, submit=lambda msg: None)
        jp.Input(a=form, type='file')
        jp.Button(a=form, text='Send', type='submit')
        return wp
    jp.app.limits = jp.Limits(upload_bytes='2 kB')
    jp.justpy(home)
    """
    large = tmp_path / "large.txt"
    large.write_bytes(bytes(3000))
    page.goto(plain(source).url())
    page.set_input_files("input", large)
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".satchel-error")).to_have_text(
        "“large.txt” has 3 kB; at most 2 kB are accepted."
    )

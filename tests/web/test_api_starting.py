"""Starting a program, seen from Chromium."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.plain import Plain

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
    """The program gets an error, and our own routes answer there."""
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


@shows("app.limits", "Limits")
def test_limits_of_a_program(plain: Run, page: Page, tmp_path: Path) -> None:
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

"""Routes: which function answers which address, and what it may return."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.exceptions import HTTPException

import core as jp
from core.serving import App, Program
from tests.support.local import Local, local, session_id


def text(content: str) -> jp.Response:
    return jp.PlainTextResponse(content)


class Views:
    """Request functions may be methods, too."""

    def none(self) -> jp.Response:
        return text("method")

    async def one(self, request: jp.Request) -> jp.Response:
        return text(f"async method {request.url.path}")


async def async_none() -> jp.Response:
    return text("async function")


def threads(request: jp.Request) -> jp.Response:
    return text(threading.current_thread().name)


async def on_loop() -> jp.Response:
    return text(str(asyncio.get_running_loop().is_running()))


def missing() -> jp.Response:
    raise HTTPException(404, "No such user.")


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "/zero": lambda: text("zero"),
    "/one": lambda request: text(request.url.path),
    "/optional": lambda request=None: text(request.url.path),
    "/keyword-only": lambda *, shade="red": text(shade),
    "/method": Views().none,
    "/async-method": Views().one,
    "/async": async_none,
    "/lambda-around-async": lambda: async_none(),
    "/thread": threads,
    "/loop": on_loop,
    "/users/{number:int}": lambda request: text(f"{request.path_params['number'] + 1}"),
    "/users/{name}": lambda request: text(f"name {request.path_params['name']}"),
    "/query": lambda request: text(",".join(request.query_params.getlist("q"))),
    "/first": lambda: text("first"),
    "/json": lambda: jp.JSONResponse({"a": [1]}, status_code=202),
    "/html": lambda: jp.HTMLResponse("<b>bold</b>"),
    "/stream": lambda: jp.StreamingResponse(iter(["a", "b"])),
    "/file": lambda: jp.FileResponse(__file__, filename="日本.py"),
    "/redirect": lambda: jp.redirect("/zero?x=ü"),
    "/starlette-redirect": lambda: jp.RedirectResponse("/zero", 301),
    "/missing": missing,
    "/empty": lambda: jp.WebPage(),
    "/raw": lambda: jp.WebPage(html="<p>exactly this</p>"),
    "/session": lambda request: text(request.session_id),
    "/none": lambda: None,
    "/text": lambda: "text",
    "/two": lambda one, two: text("never"),
    "/fails": lambda: 1 / 0,
    "/hidden": lambda: text("this, not ours"),
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    program = Program()
    for path, function in FUNCTIONS.items():
        program.add_route(path, function)
    program.add_route("/first", lambda: text("second"))
    program.add_route("/post", lambda request: text(request.method), methods=["POST"])
    program.add_route("/{a}/{b}/{c:path}", lambda: text("parameters"))
    program.add_route("/{a}/{b}", lambda: text("parameters"))
    program.function = lambda request: text(f"catch-all {request.url.path}")
    with local(tmp_path_factory.mktemp("data"), program=program, token=None) as served:
        yield served


@pytest.fixture
def client(served: Local) -> httpx.Client:
    return served.session()


@pytest.mark.parametrize(
    ("path", "expected"),
    {
        "/zero": "zero",
        "/one": "/one",
        "/optional": "/optional",
        "/keyword-only": "red",
        "/method": "method",
        "/async-method": "async method /async-method",
        "/async": "async function",
        "/lambda-around-async": "async function",
        "/loop": "True",
        "/users/41": "42",
        "/users/41a": "name 41a",
        "/users/%E6%97%A5%20b": "name 日 b",
        "/query?q=1&q=%26": "1,&",
        "/first": "first",
        "/html": "<b>bold</b>",
        "/stream": "ab",
        "/raw": "<p>exactly this</p>",
        "/": "catch-all /",
        "/no/such/page/": "parameters",
        "/nothing": "catch-all /nothing",
        "/robots.txt": "catch-all /robots.txt",
    }.items(),
)
def test_the_function_that_answers(client: httpx.Client, path: str, expected: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.text) == (200, expected)


def test_plain_functions_run_on_worker_threads(client: httpx.Client) -> None:
    assert client.get("/thread").text.startswith("satchel-handler")


def test_any_response(client: httpx.Client) -> None:
    json = client.get("/json")
    assert (json.status_code, json.json()) == (202, {"a": [1]})
    file = client.get("/file")
    assert file.content == Path(__file__).read_bytes() and "utf-8''%E6" in str(file.headers)
    assert client.get("/redirect").headers["Location"] == "/zero?x=%C3%BC"
    assert client.get("/redirect").status_code == 303
    assert client.get("/starlette-redirect").status_code == 301
    missing = client.get("/missing")
    assert (missing.status_code, missing.text) == (404, "No such user.")


def test_an_empty_page_is_a_page(client: httpx.Client) -> None:
    answer = client.get("/empty")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert '<div id="components" data-c="0"></div>' in answer.text


@pytest.mark.parametrize("path", ["/session", "/empty", "/raw", "/json", "/redirect", "/fails"])
def test_every_answer_brings_the_session(served: Local, path: str) -> None:
    client = served.client()
    assert "Set-Cookie" in client.get(path).headers
    assert "Set-Cookie" not in client.get(path).headers


def test_the_session_stays(served: Local) -> None:
    client = served.client()
    assert client.get("/session").text == client.get("/session").text
    assert served.session(3).get("/session").text == session_id(3)


def test_methods(client: httpx.Client) -> None:
    assert client.post("/post").text == "POST"
    assert client.get("/post").text == "catch-all /post"
    assert client.post("/zero").status_code == 405
    for method in ("POST", "PUT", "DELETE"):
        assert client.request(method, "/nothing").status_code == 405
    assert client.head("/zero").headers["Content-Length"] == "4"


def test_the_catch_all_answers_page_navigations(client: httpx.Client) -> None:
    assert client.get("/favicon.ico").status_code == 404
    for kind in ("image", "script", "style", "font", "audio", "video", "manifest", "worker"):
        assert client.get("/nothing.x", headers={"Sec-Fetch-Dest": kind}).status_code == 404, kind
    for kind in ("document", "empty"):
        assert client.get("/nothing.x", headers={"Sec-Fetch-Dest": kind}).status_code == 200, kind


OURS = [
    "/_satchel", "/_satchel/", "/_satchel/none", "/_satchel/a/b", "/_satchel/client",
    "/_satchel/client/none", "/_satchel/client/", "/static", "/static/", "/static/none",
    "/uploads/", "/uploads/a/b",
]  # fmt: skip


@pytest.mark.parametrize("path", OURS)
def test_reserved_addresses_are_never_the_programs(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404, answer.text


RESERVED = ["/_satchel", "/_satchel/x", "/static", "/static/", "/static/{path:path}", "/uploads/x"]


@pytest.mark.parametrize("path", [*RESERVED, "no-slash", ""])
def test_paths_that_a_program_cannot_register(path: str) -> None:
    for add in (App().add_jproute, Program().add_route, jp.Route):
        with pytest.raises(ValueError, match="choose another path|must start with a slash"):
            add(path, lambda: None)
    with pytest.raises(ValueError, match="choose another path|must start with a slash"):
        jp.SetRoute(path)(lambda: None)


@pytest.mark.parametrize("path", ["/staticx", "/uploads2", "/_satchelx/y", "/my/static"])
def test_paths_that_only_look_like_ours(path: str) -> None:
    App().add_jproute(path, lambda: None)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none", "must return a WebPage or a Starlette Response, not None"),
        ("/text", "must return a WebPage or a Starlette Response, not 'text'"),
        ("/two", "missing 1 required positional argument: 'two'"),
        ("/fails", "ZeroDivisionError"),
    ],
)
def test_errors_are_logged_and_the_user_gets_an_apology(
    client: httpx.Client, caplog: pytest.LogCaptureFixture, path: str, reason: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 500 and answer.text.startswith("This page could not be shown")
    assert reason not in answer.text and "Traceback" not in answer.text
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert path in record.getMessage() and reason in caplog.text
    reference = answer.text.split()[-1].rstrip(".")
    assert reference in record.getMessage()


def test_an_address_cannot_forge_lines_of_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    program = Program()
    program.add_route("/{name}", lambda: 1 / 0)
    with local(tmp_path, program=program) as served:
        served.session().get("/a%1b%0dERROR: forged")
        served.client().get("/a%1b%0dERROR: forged")
    lines = [record.getMessage() for record in caplog.records if "forged" in record.getMessage()]
    assert len(lines) == 2
    assert all("\r" not in line and "\x1b" not in line for line in lines)


def test_in_debug_mode_the_page_shows_the_error(tmp_path: Path) -> None:
    with local(tmp_path, lambda: 1 / 0, debug=True) as served:
        assert "ZeroDivisionError: division by zero" in served.session().get("/").text


def test_the_default_program(tmp_path: Path) -> None:
    """The decorators that programs use, on a default program of this test's own."""
    app = App()

    @app.route("/route", ["GET", "POST"])
    def route(request: jp.Request) -> jp.Response:
        return text(f"{request.method} {request.url.path}")

    @app.jproute("/users/{id:int}")
    def user(request: jp.Request) -> jp.Response:
        return text(f"{request.url_for('user', id=request.path_params['id'] + 1)}")

    @app.jproute("/jproute")
    def jproute() -> jp.Response:
        return text("jproute")

    @app.middleware("http")
    async def stamp(request: jp.Request, call_next: Callable[..., Any]) -> jp.Response:
        answer: jp.Response = await call_next(request)
        answer.headers["X-Stamp"] = request.state.session_id
        return answer

    with pytest.raises(ValueError, match="only 'http'"):
        app.middleware("websocket")
    with local(tmp_path, program=app.program) as served:
        client = served.session()
        assert client.get("/route").text == "GET /route"
        assert client.post("/route").text == "POST /route"
        assert client.get("/users/41").text == f"{served.url}/users/42"
        stamped = client.get("/jproute")
        assert (stamped.text, stamped.headers["X-Stamp"]) == ("jproute", session_id(1))
        assert client.get("/static/none").headers["X-Stamp"] == session_id(1)

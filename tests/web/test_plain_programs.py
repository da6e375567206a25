"""Programs run as ``python program.py``: jp.justpy() and jp.app without ``python -m desktop``."""

from __future__ import annotations

import json
import os
import signal
import socket
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.sync.client import connect

from core.web.settings import Settings
from tests.support.plain import Plain
from tests.support.windows import not_on_windows


def test_a_program_on_its_own(plain: Any, tmp_path: Path) -> None:
    source = """
    import os
    def page(request):
        os.makedirs(request.session_id, exist_ok=True)
        (jp.app.data_folder / 'notes.json').write_text('[]')
        open(f'{request.session_id}/a b.txt', 'w').write('kept')
        return jp.PlainTextResponse(request.session_id)
    jp.justpy(page)
    print('after')
    """
    (tmp_path / "beside.txt").write_text("beside")
    running = plain(source)
    url = running.url()
    client = httpx.Client(base_url=url)
    first = client.get("/")
    mine = first.text
    assert first.headers["Set-Cookie"].startswith("satchel_")
    assert (tmp_path / mine / "a b.txt").read_text() == "kept"
    assert client.get(f"/static/{mine}/a b.txt").text == "kept"
    assert client.get("/static/beside.txt").text == "beside"
    for path in ("program.py", ".satchel/secret", ".satchel/data/notes.json", f"{'0' * 32}/x"):
        assert client.get(f"/static/{path}").status_code == 404
    assert (tmp_path / ".satchel" / "data" / "notes.json").read_text() == "[]"
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 421
    assert client.post("/", headers={"Origin": "http://evil.example"}).status_code == 403
    secret = tmp_path / ".satchel" / "secret"
    assert len(secret.read_bytes()) == 32
    code, out, err = running.end()
    assert "Traceback" not in err
    if os.name == "posix":  # Windows has no such permissions, and asks no program to end
        assert secret.stat().st_mode & 0o077 == 0 == secret.parent.stat().st_mode & 0o077
        assert (code, out.strip()) == (0, "after")

    again = plain(source)
    client = httpx.Client(base_url=again.url(), cookies=client.cookies)
    assert client.get("/").text == mine


def test_two_programs_side_by_side_keep_their_sessions(tmp_path: Path) -> None:
    """Browsers share cookies between the ports of a host."""
    urls, programs = [], []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        programs.append(Plain(tmp_path / name, "jp.justpy(lambda r: jp.Response(r.session_id))"))
        urls.append(programs[-1].url())
    client = httpx.Client()
    first = [client.get(url).text for url in urls]
    assert [client.get(url).text for url in urls] == first
    for each in programs:
        each.end()


def test_websockets_off(plain: Any) -> None:
    url = plain("jp.justpy(lambda: jp.WebPage(), websockets=False)").url()
    found = httpx.get(url).text.partition('id="satchel-page">')[2].partition("</script>")[0]
    assert json.loads(found)["websockets"] is False


@not_on_windows("no signal asks a program to end")
def test_a_signal_ends_it(plain: Any) -> None:
    running = plain("jp.justpy(lambda: jp.WebPage())")
    with httpx.stream("GET", running.url() + "/_satchel/stream") as stream:
        assert next(stream.iter_lines())
        code, _, err = running.end(signal.SIGTERM)
    assert code == -signal.SIGTERM and "Traceback" not in err


@pytest.mark.parametrize(
    ("source", "environment", "message"),
    [
        ("jp.justpy(host='0.0.0.0')", {}, "0.0.0.0 can be reached from other machines"),
        ("jp.justpy()", {"HOST": "192.0.2.1"}, "allowed_hosts=['files.example.org']"),
        ("jp.justpy()", {"PORT": "many"}, "PORT is 'many': it must be a number"),
        ("jp.justpy(port=TAKEN)", {}, "cannot be used: "),
        ("jp.justpy(startup=lambda: 1 / 0)", {}, "startup function failed"),
        ("jp.justpy(startup=exit)", {}, "startup function failed, so nothing is served (ExitRef"),
        ("jp.serve(jp.WebPage())", {}, "not <WebPage 1 ''>. Give the function itself"),
        ("jp.serve(jp.App(), host='0.0.0.0')", {}, "0.0.0.0 can be reached from other machines"),
        ("jp.SetRoute('/static/x')(print)\njp.justpy()", {}, "/static is Satchel's own"),
        pytest.param(
            *("jp.os.chdir('/proc')\njp.justpy()", {}, "Start the program in a folder that you"),
            marks=not_on_windows("it has no /proc"),
        ),
    ],
)
def test_errors_that_prevent_serving(
    plain: Any, source: str, environment: dict[str, str], message: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, out, err = plain(source.replace("TAKEN", port), **environment).ended()
    assert code == 1 and "ready" not in out
    assert message in err.splitlines()[-1]


def test_other_machines_by_name(plain: Any) -> None:
    source = "jp.justpy(lambda: jp.WebPage(), host='0.0.0.0', allowed_hosts=['Files.Example'])"
    url = plain(source).url().replace("0.0.0.0", "127.0.0.1")
    assert httpx.get(url, headers={"Host": "files.example"}).status_code == 200
    assert httpx.get(url).status_code == 200
    assert httpx.get(url, headers={"Host": "other.example"}).status_code == 421


def test_an_app_of_its_own(plain: Any) -> None:
    """Its routes are not those of the default app, nor the other way round."""
    url = plain(
        """
        app = jp.App(lambda: jp.PlainTextResponse('all others'))
        @app.route('/mine')
        def mine():
            return jp.PlainTextResponse('mine')
        @app.middleware('http')
        async def tell(request, call_next):
            answer = await call_next(request)
            answer.headers['X-Mine'] = 'yes'
            return answer
        @jp.SetRoute('/default')
        def default():
            return jp.PlainTextResponse('default')
        started = []
        @app.route('/started')
        def tell_started():
            return jp.JSONResponse(started)
        jp.serve(app, port=0, startup=lambda: started.append(1), websockets=False)
        """
    ).url()
    assert httpx.get(f"{url}/mine").text == "mine"
    assert httpx.get(f"{url}/mine").headers["X-Mine"] == "yes"
    assert httpx.get(f"{url}/default").text == "all others"
    assert httpx.get(f"{url}/started").json() == [1]


def test_a_request_function_without_the_default_app(plain: Any) -> None:
    url = plain(
        """
        jp.Route('/default', lambda: jp.PlainTextResponse('default'))
        jp.serve(lambda: jp.PlainTextResponse('all'), port=0)
        """
    ).url()
    assert httpx.get(f"{url}/default").text == "all"


def test_serving_the_app_oneself(plain: Any, tmp_path: Path) -> None:
    """start_server=False, and a server of the program's own, here without lifespan events."""
    running = plain(
        """
        import socket, uvicorn
        async def later():
            jp.run_task(jp.asyncio.sleep(0))
            return jp.WebPage(title='mine')
        jp.justpy(later, start_server=False, allowed_hosts=['files.example'])
        bound = socket.create_server(('127.0.0.1', 0))
        print(f'Satchel ready to go on http://127.0.0.1:{bound.getsockname()[1]}', flush=True)
        config = uvicorn.Config(jp.app, log_config=None, lifespan='off')
        uvicorn.Server(config).run(sockets=[bound])
        """
    )
    url = running.url()
    assert "<title>mine</title>" in httpx.get(url, headers={"Host": "files.example"}).text
    page = httpx.get(url)
    cookie = page.headers["Set-Cookie"].partition(";")[0]
    token = page.text.partition('"page": "')[2].partition('"')[0]
    headers = {"Cookie": cookie, "Origin": url}
    address = url.replace("http", "ws") + f"/_satchel/socket?page={token}&seq=0"
    with connect(address, additional_headers=headers) as websocket:
        assert websocket.recv()
    assert (tmp_path / ".satchel" / "secret").exists()


def test_an_option_that_is_unknown_here(plain: Any) -> None:
    running = plain("jp.justpy(lambda: jp.WebPage(), quasar=True)")
    running.url()
    assert "has no option 'quasar'" in running.end()[2]


def test_a_secret_that_is_cut_short_signs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = Settings.here().secret
    assert Settings.here().secret == first and len(first) == 32
    assert [path.name for path in (tmp_path / ".satchel").iterdir()] == ["secret"]
    (tmp_path / ".satchel" / "secret").write_bytes(b"")
    with pytest.raises(ValueError, match="too short for a secret"):
        Settings.here()

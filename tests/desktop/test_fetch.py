"""GET from our own server: only ours, only whole, with the name that the server says."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from desktop.errors import FetchError
from desktop.files.fetch import Loopback


class Answers(BaseHTTPRequestHandler):
    """Answers a few paths, as our server could."""

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.answer(307, {"Location": "/file?a=1"})
        elif self.path == "/away":
            self.answer(302, {"Location": "https://example.org/file"})
        elif self.path == "/circle":
            self.answer(302, {"Location": "/circle"})
        elif self.path == "/short":
            self.answer(200, {"Content-Length": "100"}, b"only this")
        elif self.path == "/file?a=1":
            header = "attachment; filename=\"plain.txt\"; filename*=UTF-8''na%20m%C3%A9.txt"
            self.answer(200, {"Content-Disposition": header}, self.headers["Cookie"].encode())
        else:
            self.answer(404 if self.path == "/gone" else 500, {})

    def answer(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """The test's output is its own."""


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as running:
        thread = Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield Loopback("127.0.0.1", running.server_address[1], "session=1")
        running.shutdown()
        thread.join()


def test_it_comes_with_the_sessions_cookie_and_the_servers_name(server: Loopback) -> None:
    for url in ("/file?a=1", "/moved", f"{server.origin}/file?a=1#part"):
        download = server.open(url)
        assert download.name == "na mé.txt"
        assert b"".join(download.chunks()) == b"session=1"
        download.close()


@pytest.mark.parametrize(
    "url",
    ["https://example.org/x", "//example.org/x", "file:///etc/passwd", "/away", "relative", ""],
)
def test_other_places_are_refused(server: Loopback, url: str) -> None:
    with pytest.raises(FetchError, match="not from this program|not an address of this program"):
        server.open(url)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("/gone", "gone no longer exists. Reload the page"),
        ("/broken", "the program answered 500"),
        ("/circle", "never to a file"),
        ("/not encoded", "could not be read"),
    ],
)
def test_errors_are_explained(server: Loopback, url: str, message: str) -> None:
    with pytest.raises(FetchError, match=message):
        server.open(url)


def test_a_body_that_is_cut_off_is_an_error(server: Loopback) -> None:
    download = server.open("/short")
    with pytest.raises(FetchError, match="broke off after 9 bytes of 100 bytes"):
        b"".join(download.chunks())
    download.close()


def test_a_server_that_is_gone_is_an_error() -> None:
    with pytest.raises(FetchError, match="could not be read"):
        Loopback("127.0.0.1", 1, "").open("/file")

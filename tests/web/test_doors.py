"""No input is an error of ours: all endpoints, with input that no client sends."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import core as jp
from core.serving import Program
from core.uploads.http.batch import BATCH_TYPE
from desktop.files.intake import Intake
from tests.support.local import Local, local, session_id

DEEP = "[" * 5000
NESTED = [f"{'[' * depth}{']' * depth}" for depth in range(850, 1000, 7)]


@contextmanager
def doors(folder: Path) -> Iterator[Local]:
    """A served program with doors of all kinds."""

    async def reads(request: jp.Request) -> jp.Response:
        return jp.PlainTextResponse(str(len(await request.body())))

    async def form(request: jp.PageRequest) -> jp.Response:
        return jp.PlainTextResponse(str(len((await request.received()).fields)))

    program = Program()
    program.add_route("/reads", reads, methods=["POST"])
    program.add_route("/form", form, methods=["POST"])
    program.add_route("/page", lambda: jp.WebPage())
    intake = Intake(session_id(1))
    with local(folder, program=program, local=intake) as running:
        yield running


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    with doors(tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture
def page(served: Local) -> str:
    """The token of a page."""
    return token_of_page(served)


def token_of_page(served: Local) -> str:
    html = served.session().get("/page").text
    return html.partition('"page": "')[2].partition('"')[0]


@pytest.fixture(autouse=True)
def no_traceback(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever was sent, the log has no traceback of it."""
    yield
    assert [record for record in caplog.get_records("call") if record.exc_info] == []


def batch(head: str) -> bytes:
    encoded = head.encode()
    return len(encoded).to_bytes(4, "big") + encoded


CLAIMS = [
    {"name": "\ud800"},
    {"name": "\ud800/..", "path": "../\ud800"},
    {"name": "..", "path": "\udfff"},
    {"name": ["a"], "type": {}, "path": 1, "lastModified": 1e999, "for": [], "digest": [1]},
    {"name": 10**4000, "lastModified": -(10**4000)},
    {"name": "a" * 100_000, "path": "a/" * 50_000},
    {"name": "\0", "path": "\0/\n", "type": "\ud800/\0", "digest": "\ud800"},
]
SIZES = [0, 1, -1, 10**4000, 1.5, True, None, "1", [], 2**63]


def test_heads_of_batches(served: Local) -> None:
    heads = [DEEP, *NESTED, "", "{}", "[]", "[null]", "[1]", "\ufffd", "[NaN]", "1" * 5000]
    heads += [json.dumps([{**claim, "size": size}]) for claim in CLAIMS for size in SIZES]
    heads += [f'[{{"name": {nested}, "size": 0}}]' for nested in NESTED]
    client = served.session(**{"Content-Type": BATCH_TYPE})
    for head in heads:
        answer = client.post("/uploads/batch", content=batch(head))
        assert answer.status_code in (201, 400, 413), head[:80]
    for body in (b"", b"\0", b"\xff" * 8, b"\0\0\0\2\xff\xfe", b"\0\0\0\0"):
        assert client.post("/uploads/batch", content=body).status_code in (400, 413), body


TUS_HEADERS = {
    "Upload-Concat": ["final;http://[", "final;", "final;[", "final;//[x]/ \xff", "partial;", "x"],
    "Upload-Length": ["9" * 5000, "-1", "1e3", "\xb2", "0x1", ""],
    "Upload-Defer-Length": ["2", "", "\xb9"],
    "Upload-Metadata": ["\xff", "filename", "filename x", "filename /+8=", "a,b,,", "=" * 9000],
    "Upload-Checksum": ["sha1", "md5 x", "sha1 \xff", "\xff", "sha256 ===="],
    "Upload-Offset": ["9" * 5000, "-1", "\xb2"],
    "Content-Length": ["0"],
    "Tus-Resumable": ["\xff", "2", ""],
    "X-HTTP-Method-Override": ["\xff", "TRACE", "patch", "DELETE"],
    "Content-Type": ["\xff", "application/offset+octet-stream"],
}


def test_headers_of_uploads(served: Local) -> None:
    cookie = "Cookie: " + served.cookies.cookie(session_id(1))
    for method, path in itertools.product(
        ("POST", "PATCH", "HEAD", "DELETE", "OPTIONS"),
        ("/uploads", "/uploads/\u00e4", "/uploads/x"),
    ):
        for name, values in TUS_HEADERS.items():
            for value in values:
                quoted = path.replace("\u00e4", "%ED%A0%80")
                lines = [
                    f"{method} {quoted} HTTP/1.1", f"Host: {served.host}", cookie,
                    f"Origin: {served.url}", "Connection: close", f"{name}: {value}",
                ]  # fmt: skip
                if name != "Tus-Resumable":
                    lines.append("Tus-Resumable: 1.0.0")
                assert served.raw(*lines).status < 500, (method, path, name, value)


def test_questions_for_uploads(served: Local) -> None:
    for query in ("size=" + "9" * 5000, "size=1&name=%ED%A0%80", "size=1&path=..", "name=%00"):
        assert served.session().get(f"/uploads?{query}").status_code in (200, 400), query


def test_files_of_this_machine(served: Local) -> None:
    bodies = [DEEP, *NESTED, "{}", "[]", "[null]", '["\\ud800"]', "\\", "1" * 5000, "NaN"]
    bodies += [json.dumps([{"handle": "\ud800", **claim}]) for claim in CLAIMS]
    bodies += [f'[{{"handle": {nested}}}]' for nested in NESTED]
    bodies += [json.dumps({"items": 1, "files": [claim, claim]}) for claim in CLAIMS]
    client = served.session()
    for path in ("", "/vouch", "/opened"):
        for body in bodies:
            answer = client.post(f"/_satchel/local{path}", content=body)
            assert answer.status_code in (200, 400, 410), (path, body[:80])


def test_plain_forms(served: Local, page: str) -> None:
    client = served.session()
    for number in ("9" * 5000, "\u0663", "-1", "", "1.0", "%ED%A0%80"):
        data = {"a": "b"}
        answer = client.post(f"/_satchel/submit?page={page}&form={number}", data=data)
        assert answer.status_code == 404, number
    options = ("", "; boundary=", "; boundary=\xff", '; boundary="', "; boundary*=utf-8''%ff")
    kinds = [f"multipart/form-data{each}" for each in (*options, "; boundary=" + "x" * 9000)]
    for kind in (*kinds, "application/x-www-form-urlencoded; charset=\xff", "\xff"):
        for body in (b"", b"--\r\n", b"--x\r\n\r\n", b"%ED%A0%80=%&&=;=", b"--\xff--\r\n\0"):
            headers = {"Content-Type": kind.encode("latin-1")}
            for path in ("/form", f"/_satchel/submit?page={page}&form=1"):
                answer = client.post(path, content=body, headers=headers)  # type: ignore[arg-type]
                assert answer.status_code < 500, (kind, body)


DOORS = (
    "/_satchel/post", "/_satchel/local", "/_satchel/local/vouch", "/uploads/batch", "/uploads",
    "/form", "/reads", "/_satchel/enter", "/static/x", "/posted",
)  # fmt: skip


def test_bodies_that_are_cut_short(tmp_path: Path) -> None:
    """Nobody reads a response, and nothing is logged."""
    lengths = ("Content-Length: 100", "Transfer-Encoding: chunked")
    kinds = (BATCH_TYPE, "application/offset+octet-stream", "multipart/form-data; boundary=x")
    with doors(tmp_path) as served:
        form = f"/_satchel/submit?page={token_of_page(served)}&form=1"
        common = (
            f"Host: {served.host}", "Cookie: " + served.cookies.cookie(session_id(1)),
            f"Origin: {served.url}", "Tus-Resumable: 1.0.0", "Upload-Length: 100",
        )  # fmt: skip
        for method, door, length, kind in itertools.product(
            ("POST", "PUT"), (*DOORS, form), lengths, kinds
        ):
            lines = (f"{method} {door} HTTP/1.1", *common, length, f"Content-Type: {kind}", "", "")
            with served.connect() as connection:
                connection.sendall("\r\n".join(lines).encode() + b"1\r\n{\r\n")
        assert served.session().get("/page").status_code == 200
    # The server has stopped: each request has ended.

"""Forms without script, as multipart bodies, letter for letter."""

from __future__ import annotations

import errno
import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import core as jp
from core.files import disk
from core.serving import Program
from core.uploads.http import form_body
from tests.support.local import Local, local, session_id

LIMIT = 1 << 20
KIND = "multipart/form-data; boundary=b"
FILE = 'Content-Disposition: form-data; name="files"; filename="{}"\r\n\r\n'


def part(head: str, content: bytes = b"content") -> bytes:
    return f"--b\r\n{head}".encode() + content + b"\r\n"


def text(name: str, content: bytes) -> bytes:
    return part(f'Content-Disposition: form-data; name="{name}"\r\n\r\n', content)


END = b"--b--\r\n"


class Kept:
    """What the program of these tests was sent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.paths: list[Path] = []

    async def receive(self, request: jp.Request) -> jp.Response:
        form = await request.received()
        files = form.files.multi_items()
        self.paths = [file.path for _, file in files]
        if "keep" in form.fields:
            for _, file in files:
                file.save(self.folder)
        if "fail" in form.fields:
            raise ValueError("a mistake of the program")
        if "back" in form.fields:
            return jp.FileResponse(files[0][1].path)
        return jp.JSONResponse(
            {
                "fields": form.fields.multi_items(),
                "files": [[name, f.name, f.type, f.read().decode()] for name, f in files],
            }
        )


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept")


@pytest.fixture
def served(tmp_path: Path, kept: Kept) -> Iterator[Local]:
    program = Program()
    program.add_route("/form", kept.receive, methods=["POST"])
    with local(tmp_path, program=program, upload_bytes=LIMIT) as served:
        yield served


def post(served: Local, *parts: bytes, kind: str = KIND) -> httpx.Response:
    headers = {"Content-Type": kind}
    return served.session().post("/form", headers=headers, content=b"".join(parts))


def test_fields_and_files_arrive_in_order(served: Local, kept: Kept) -> None:
    form = {"note": "ä & b", "more": ["1", "2"]}
    files = [
        ("photos", ("a.txt", b"first", "text/plain")),
        ("photos", ("a.txt", b"second")),
        ("other", ("é 日本.txt", b"")),
    ]
    answer = served.session().post("/form", data=form, files=files)
    assert answer.json() == {
        "fields": [["note", "ä & b"], ["more", "1"], ["more", "2"]],
        "files": [
            ["photos", "a.txt", "text/plain", "first"],
            ["photos", "a (2).txt", "text/plain", "second"],
            ["other", "é 日本.txt", "text/plain", ""],
        ],
    }
    served.server.stop()  # which waits for what is under way
    assert not any(path.exists() for path in kept.paths) and served.parts() == []


def test_a_form_without_files(served: Local) -> None:
    answer = served.session().post("/form", data={"a": "x y", "b": ""})
    assert answer.json() == {"fields": [["a", "x y"], ["b", ""]], "files": []}


def test_saved_files_stay(served: Local, kept: Kept) -> None:
    served.session().post("/form", data={"keep": "1"}, files={"f": ("a.txt", b"kept")})
    assert (kept.folder / "a.txt").read_bytes() == b"kept"


def test_no_answer_says_saved_where_the_disk_failed(
    served: Local, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = disk.sync_folder

    def sync_folder(path: Path) -> None:
        if path == kept.folder:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        synced(path)

    monkeypatch.setattr(disk, "sync_folder", sync_folder)
    answer = served.session().post("/form", data={"keep": "1"}, files={"f": ("a.txt", b"kept")})
    assert answer.status_code == 500


def test_files_may_be_what_is_answered(served: Local, kept: Kept) -> None:
    answer = served.session().post("/form", data={"back": "1"}, files={"f": ("a.txt", b"same")})
    assert answer.content == b"same"
    served.server.stop()  # which waits for what is under way
    assert served.parts() == []


def test_a_program_that_fails_leaves_no_files(served: Local, kept: Kept) -> None:
    answer = served.session().post("/form", data={"fail": "1"}, files={"f": ("a.txt", b"x")})
    assert answer.status_code == 500
    served.server.stop()
    assert served.parts() == []


def test_content_that_looks_like_a_boundary(served: Local) -> None:
    content = b"\r\n--" + b"\r\n--c" * 50_000 + b"\r\n-"
    answer = post(served, part(FILE.format("a.txt"), content), END)
    assert answer.json()["files"][0][3].encode() == content


def test_a_file_input_without_a_file(served: Local) -> None:
    assert post(served, part(FILE.format(""), b""), END).json()["files"] == []


@pytest.mark.row(1, 2, 3)
@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\..\\evil.txt", "/etc/cron.d/x", "C:x"])
def test_names_lead_nowhere(served: Local, kept: Kept, name: str) -> None:
    """Rows 1 to 4."""
    escaped = name.replace("\\", "\\\\")
    answer = post(served, text("keep", b"1"), part(FILE.format(escaped), b"x"), END)
    assert answer.status_code == 200
    [found] = kept.folder.iterdir()
    leading = "/\\:" if os.name == "nt" else "/"  # elsewhere, the others lead nowhere
    assert not set(leading) & set(found.name)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("UTF-8''%e2%82%ac%20rates.txt", "€ rates.txt"),
        ("iso-8859-1'en'%a3.txt", "£.txt"),
        ("plain.txt", "plain.txt"),
        ("no-such-code''a.txt", "a.txt"),
        ("hex''a.txt", "a.txt"),
    ],
)
def test_file_whose_name_comes_in_an_extended_parameter_alone(
    served: Local, told: str, name: str
) -> None:
    """Some clients send it so, though RFC 7578 forbids it: the file is no text, and not lost."""
    head = f'Content-Disposition: form-data; name="files"; filename*={told}\r\n\r\n'
    answer = post(served, part(head), END).json()
    assert answer["fields"] == []
    assert [file[1] for file in answer["files"]] == [name]


@pytest.mark.row(21)
@pytest.mark.parametrize("more", ["filename*=utf-8''evil.php", "name*=utf-8''other"])
def test_extended_parameters_count_for_nothing(served: Local, more: str) -> None:
    """Row 21: RFC 7578, section 4.2."""
    plain = 'Content-Disposition: form-data; name="files"; filename="safe.txt"'
    for head in (f"{plain}; {more}", plain.replace("; name", f"; {more}; name")):
        answer = post(served, part(f"{head}\r\n\r\n"), END)
        assert answer.json()["files"] == [["files", "safe.txt", "text/plain", "content"]]


@pytest.mark.row(39)
@pytest.mark.parametrize(
    "body",
    [
        part(FILE.format("a.txt")),
        part(FILE.format("a.txt"))[:-4],
        part(FILE.format("a.txt")) + b"--b",
        b"--b\r\nContent-Disposition: form-data",
        b"",
        b"no form at all",
        part("Content-Disposition: attachment; filename=a\r\n\r\n") + END,
        part("\r\n") + END,
        part("no header\r\n\r\n") + END,
        part(FILE.format("a.txt")) + part(FILE.format("..")) + END,
    ],
)
def test_what_is_not_whole_is_400_and_leaves_nothing(served: Local, body: bytes) -> None:
    """Row 39."""
    answer = post(served, part(FILE.format("first.txt")), body)
    assert answer.status_code == 400, answer.text
    assert list((served.data / "uploads").iterdir()) == []


@pytest.mark.row(37)
def test_no_form_is_415(served: Local) -> None:
    assert post(served, b"{}", kind="application/json").status_code == 415
    assert post(served, END, kind="multipart/form-data").status_code == 400
    headers = {"Content-Type": KIND, "Content-Encoding": "gzip"}
    answer = served.session().post("/form", headers=headers, content=END)
    assert answer.status_code == 415  # row 37: never inflated


def parts(number: int) -> Iterator[bytes]:
    for _ in range(number):
        yield text("x", b"")


@pytest.mark.row(40)
@pytest.mark.parametrize(
    "body",
    [
        lambda: parts(5_000),
        lambda: parts(1_000_000),
        lambda: [b"--b\r\n" + b"X: y\r\n" * 1000],
        lambda: [b"--b\r\nX: " + b"y" * 100_000],
        lambda: [text("x", b"x" * (form_body.MAX_TEXT + 1))],
        lambda: [part(FILE.format("a"), b"x" * (LIMIT + 1)), END],
    ],
    ids=["parts", "a million parts", "headers", "header", "text", "file"],
)
def test_too_much_is_413_and_leaves_nothing(served: Local, body: Any) -> None:
    """Row 40. The answer may come before all is sent: who has sent it all must be able to read."""
    head = part(FILE.format("first.txt"))
    with served.connect() as connection:
        cookie = served.cookies.cookie(session_id(1))
        lines = (f"Host: {served.host}", f"Origin: {served.url}", f"Cookie: {cookie}")
        start = "\r\n".join(["POST /form HTTP/1.1", *lines, f"Content-Type: {KIND}"])
        connection.sendall(f"{start}\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
        try:
            for data in (head, *body()):
                connection.sendall(b"%x\r\n%b\r\n" % (len(data), data))
        except OSError:  # it was refused and closed while we were sending
            pass
        with connection.makefile("rb") as answer:
            assert answer.readline().startswith(b"HTTP/1.1 413 ")
    assert list((served.data / "uploads").iterdir()) == []


@pytest.mark.row(41)
def test_what_stands_around_a_form_is_skipped(served: Local) -> None:
    """Row 41."""
    around = b"x" * 1_000_000 + b"\r\n"
    form = [part(FILE.format("a.txt")), END]
    before, after = [around] * 20, [b"\r\n", *[around] * 20]
    assert post(served, *before, *form, *after).json()["files"][0][3] == "content"


@pytest.mark.row(40)
def test_too_many_fields_of_a_form_without_files(served: Local) -> None:
    kind = "application/x-www-form-urlencoded"
    assert post(served, b"a=1&" * 5000, kind=kind).status_code == 413
    assert post(served, b"a" * (form_body.MAX_TEXT + 1), kind=kind).status_code == 413


@pytest.mark.row(35)
def test_a_client_that_vanishes_leaves_nothing(served: Local) -> None:
    cookie = served.cookies.cookie(session_id(1))
    lines = (f"Host: {served.host}", f"Origin: {served.url}", f"Cookie: {cookie}")
    start = "\r\n".join(["POST /form HTTP/1.1", *lines, f"Content-Type: {KIND}"])
    for reset in (False, True):
        with served.connect() as connection:
            connection.sendall(f"{start}\r\nContent-Length: 9000000\r\n\r\n".encode())
            connection.sendall(part(FILE.format("a")) + part(FILE.format("b"), b"x" * 100))
            if reset:
                linger = struct.pack("ii", 1, 0)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    served.server.stop()  # which waits for what is under way
    assert list((served.data / "uploads").iterdir()) == []

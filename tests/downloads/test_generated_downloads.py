"""Downloads that are not files on disk: a ZIP made while it is sent, bytes, and generators."""

import io
import os
import threading
import unicodedata
import zipfile
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect
from starlette.responses import Response

import core as jp
from core.downloads.zip_source import ZipSource
from core.files.errors import FileChanged
from core.files.session_folder import SessionFolder
from core.serving import Program
from tests.support.api import shows
from tests.support.asgi import get
from tests.support.local import Local, local


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    """A session's folder with an empty, a small and a large file."""
    (tmp_path / "session").mkdir()
    for name, size in (("empty.txt", 0), ("é #1 100%.txt", 5), ("large.bin", 3_000_000)):
        (tmp_path / "session" / name).write_bytes(os.urandom(size))
        os.utime(tmp_path / "session" / name, (0, 0))  # on disks of coarse times, too, it stays so
    return SessionFolder(tmp_path / "session")


# ZIP


def test_a_folder_as_zip(folder: SessionFolder) -> None:
    answer = get(jp.Download(jp.Zip(folder), name="all of it.zip"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="all of it.zip"'
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    found = {name: archive.read(name) for name in archive.namelist()}
    names = {unicodedata.normalize("NFC", e.name): e.name for e in folder.list()}  # HFS+ has NFD
    assert found == {name: folder.path(kept).read_bytes() for name, kept in names.items()}


def test_a_selection_as_zip_and_the_same_name_twice(tmp_path: Path) -> None:
    paths = [tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt"]
    for number, path in enumerate(paths):
        path.parent.mkdir()
        path.write_text(f"{number}")
    archive = zipfile.ZipFile(io.BytesIO(get(jp.Download(jp.Zip(paths))).content))
    assert archive.namelist() == ["x.txt", "x (2).txt"]
    pairs = [("2026/x.txt", paths[0]), ("2027/x.txt", paths[1])]
    archive = zipfile.ZipFile(io.BytesIO(get(jp.Download(jp.Zip(pairs))).content))
    assert archive.namelist() == ["2026/x.txt", "2027/x.txt"]


def test_a_broken_download_of_a_zip_is_resumed(folder: SessionFolder) -> None:
    whole = get(jp.Download(jp.Zip(folder)))
    for start in (0, 1, 40, 2_000_000, len(whole.content) - 7):
        etag = whole.headers["ETag"]
        rest = get(jp.Download(jp.Zip(folder)), Range=f"bytes={start}-", If_Range=etag)
        assert rest.status_code == 206
        assert rest.content == whole.content[start:]


def test_a_zip_of_other_files_is_not_resumed(folder: SessionFolder) -> None:
    etag = get(jp.Download(jp.Zip(folder))).headers["ETag"]
    (folder.folder / "empty.txt").write_text("no more")
    assert get(jp.Download(jp.Zip(folder)), Range="bytes=5-", If_Range=etag).status_code == 200


@pytest.mark.row(56)
def test_a_file_that_changes_on_the_way_cuts_the_zip(folder: SessionFolder) -> None:
    archive = ZipSource(jp.Zip(folder).files)
    (folder.folder / "large.bin").write_bytes(b"other")
    with pytest.raises(FileChanged, match="large.bin"):
        archive.read_now(0, archive.size)


def test_an_empty_zip_and_a_missing_file(tmp_path: Path) -> None:
    empty = get(jp.Download(jp.Zip([]))).content
    assert zipfile.ZipFile(io.BytesIO(empty)).namelist() == []
    answer = get(jp.Download(jp.Zip([tmp_path / "gone.txt"])))
    assert answer.status_code == 404 and "gone.txt" in answer.text


def test_sizes_beyond_four_gigabytes(tmp_path: Path) -> None:
    """A sparse file; only the ends of the archive are looked at."""
    large = tmp_path / "large.bin"
    large.touch()
    try:
        os.truncate(large, 5 << 30)
    except OSError:
        pytest.skip("this disk has no sparse files")
    archive = ZipSource([("large.bin", large), ("after.txt", large)])
    header, descriptor = 30 + len("large.bin") + 20, 24
    start = header + (5 << 30) + descriptor
    assert archive.read_now(start, 4) == b"PK\3\4"
    head = archive.read_now(0, header)
    assert head[18:26] == b"\xff" * 8  # the sizes are in the Zip64 field


# Bytes and generators


def test_bytes(tmp_path: Path) -> None:
    answer = get(jp.Download(b"a,b\n1,2\n", name="report.csv"), Range="bytes=0-2")
    assert (answer.status_code, answer.content) == (206, b"a,b")
    assert answer.headers["Content-Type"].startswith("text/csv")


def test_plain_and_async_generators() -> None:
    def plain() -> Iterator[str]:
        yield from ("grün\n", "two\n")

    async def asynchronous() -> AsyncIterator[bytes]:
        for chunk in (b"one\n", b"", b"two\n"):
            yield chunk

    assert get(jp.Download(plain(), name="a.txt")).content == "grün\ntwo\n".encode()
    assert get(jp.Download(asynchronous(), name="a.txt")).content == b"one\ntwo\n"


@pytest.mark.parametrize(
    ("content", "name", "error", "told"),
    [
        (b"x", None, jp.FileError, "needs a name"),
        (iter([b"x"]), None, jp.FileError, "needs a name"),
        ("missing.txt", None, jp.FileError, "no such file"),
        (Path("missing.txt"), None, jp.FileError, "no such file.$"),
        ("a,b,c", "x.csv", jp.FileError, r"Text is a path; content is bytes: text.encode\(\)"),
        ("a,b,c\n" * 1000, "x.csv", jp.FileError, "… cannot .* content is bytes"),
        (7, "a.txt", TypeError, "7 cannot be downloaded"),
        ({"a": 1}, "a.txt", TypeError, "Make bytes of it"),
        (bytearray(b"a"), "a.txt", TypeError, "Make bytes of it"),
    ],
)
def test_what_cannot_be_downloaded_is_refused_at_once(
    content: Any, name: str | None, error: type[Exception], told: str
) -> None:
    with pytest.raises(error, match=told):
        jp.Download(content, name)


class Endless:
    """A generator that counts its items."""

    def __init__(self) -> None:
        self.chunks = 0
        self.closed = threading.Event()

    def __call__(self) -> Iterator[bytes]:
        try:
            while True:
                self.chunks += 1
                yield b"x" * 100_000
        finally:
            self.closed.set()

    async def asynchronous(self) -> AsyncIterator[bytes]:
        try:
            while True:
                self.chunks += 1
                yield b"x" * 100_000
        finally:
            self.closed.set()


@pytest.mark.parametrize("kind", ["plain", "async"])
def test_a_generator_waits_for_its_reader_and_ends_with_it(tmp_path: Path, kind: str) -> None:
    endless = Endless()

    def page() -> Response:
        chunks = endless() if kind == "plain" else endless.asynchronous()
        return jp.Download(chunks, name="endless.bin")

    with local(tmp_path, page) as served:
        with served.session().stream("GET", "/") as answer:
            pieces = answer.iter_bytes()
            assert next(pieces)
            assert not endless.closed.is_set()
        assert endless.closed.wait(10)
        assert endless.chunks < 1000  # it was held back: 100 MB are not buffered anywhere


def test_what_waits_for_something_else_holds_up_nobody(tmp_path: Path) -> None:
    """A pipe, say, that has nothing to read when the client leaves."""
    waiting, go_on = threading.Event(), threading.Event()

    class Pipe:
        first = True

        def __iter__(self) -> Iterator[bytes]:
            return self

        def __next__(self) -> bytes:
            if self.first:
                self.first = False
                return b"first"
            waiting.set()
            assert go_on.wait(10)
            raise StopIteration

    program = Program()
    program.add_route("/pipe", lambda: jp.Download(Pipe(), name="pipe.txt"))
    program.add_route("/other", lambda: jp.PlainTextResponse("there"))
    with local(tmp_path, program=program) as served:
        with served.session().stream("GET", "/pipe") as answer:
            pieces = answer.iter_bytes()  # letting go of them would close the connection
            assert next(pieces) == b"first"
            assert waiting.wait(10)
        for _ in range(20):
            assert served.session().get("/other", timeout=5).text == "there"
        go_on.set()


def test_a_generator_that_fails_cuts_the_connection(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"first"
        raise ValueError("no more")

    with (
        local(tmp_path, lambda: jp.Download(failing(), name="a.bin")) as served,
        pytest.raises(httpx.RemoteProtocolError),
    ):
        served.session().get("/")


# From a handler

PROGRAM = """
from pathlib import Path

def page(request):
    wp = jp.WebPage()
    jp.Button(text="bytes", click=lambda msg: msg.page.download(b"made", name="made.txt"), a=wp)
    jp.Button(text="zip", click=zipped, a=wp)
    jp.Button(text="generated", click=generated, a=wp)
    jp.Button(text="wrong", click=lambda msg: msg.page.download("nothing.txt"), a=wp)
    return wp

def zipped(self, msg):
    folder = jp.app.session_folder(msg.session_id)
    Path("a.txt").write_text("zipped")
    folder.add(Path("a.txt"), "a.txt")
    msg.page.download(jp.Zip(folder), name="all.zip")

async def generated(self, msg):
    async def lines():
        for number in range(3):
            yield f"{number}\\n"
    msg.page.download(lines(), name="lines.txt")

jp.justpy(page)
"""


@shows("Zip", "WebPage.download")
@pytest.mark.browser
def test_a_handler_lets_the_browser_save(
    serve: Callable[..., Any], page: Page, tmp_path: Path
) -> None:
    page.goto(serve(PROGRAM).url)
    saved = {}
    for button in ("bytes", "zip", "generated"):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        path = tmp_path / "saved"
        download.value.save_as(path)
        saved[download.value.suggested_filename] = path.read_bytes()
    assert saved["made.txt"] == b"made"
    assert saved["lines.txt"] == b"0\n1\n2\n"
    assert zipfile.ZipFile(io.BytesIO(saved["all.zip"])).read("a.txt") == b"zipped"
    page.get_by_role("button", name="wrong").click()
    expect(page.locator(".satchel-notice")).to_be_visible()


def test_an_offer_is_for_one_session_and_one_browser(tmp_path: Path) -> None:
    served: Local
    with local(tmp_path, lambda: jp.WebPage()) as served:
        token = served.app.offers.add(f"{1:032x}", b"mine", "mine.txt")
        address = f"/_satchel/download/{token}"
        assert served.session(1).get(address).content == b"mine"
        assert served.session(2).get(address).status_code == 404
        assert served.session(1).get(address + "x").status_code == 404

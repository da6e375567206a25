"""Downloads: RFC 9110 as clients see it."""

import asyncio
import os
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import Message

from core.downloads.responses import FileDownload
from core.files.errors import FileChanged
from tests.support import disks
from tests.support.asgi import get
from tests.support.coarse_times import CoarseTimes

BODY = bytes(range(100))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data.bin"
    path.write_bytes(BODY)
    os.utime(path, (0, 0))  # what has just come may have another version soon, on some disks
    return path


def test_whole_file(path: Path) -> None:
    answer = get(FileDownload(path))
    assert (answer.status_code, answer.content) == (200, BODY)
    assert answer.headers["content-length"] == "100"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == 'attachment; filename="data.bin"'
    assert answer.headers["etag"].startswith('"') and "last-modified" in answer.headers


def test_head_has_the_same_headers_and_no_body(path: Path) -> None:
    whole, head = get(FileDownload(path)), get(FileDownload(path), "HEAD", Range="bytes=0-1")
    assert head.status_code == 200 and head.content == b""
    assert head.headers == whole.headers


@pytest.mark.parametrize(
    "before",
    [
        {"Range": "bytes=10-19"},
        {"Range": "bytes=100-"},
        {"If-Match": '"x"'},
        {"If-None-Match": "*"},
    ],
)
def test_one_download_answers_many_requests(path: Path, before: dict[str, str]) -> None:
    download = FileDownload(path)
    first = get(download, **before)
    assert get(download).content == BODY
    assert get(download).headers == get(FileDownload(path)).headers
    assert get(download).status_code == 200
    again = get(download, **before)
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again.headers == first.headers


@pytest.mark.parametrize(
    ("header", "first", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=10-19", 10, 20),
        ("bytes=90-", 90, 100),
        ("bytes=-5", 95, 100),
        ("bytes=-500", 0, 100),
        ("bytes=50-9999999999", 50, 100),
        ("BYTES=0-4", 0, 5),
    ],
)
def test_range(path: Path, header: str, first: int, end: int) -> None:
    answer = get(FileDownload(path), Range=header)
    assert (answer.status_code, answer.content) == (206, BODY[first:end])
    assert answer.headers["content-range"] == f"bytes {first}-{end - 1}/100"


@pytest.mark.row(53, 54, 55)
@pytest.mark.parametrize(
    "header",
    [
        "bytes=5-2", "bytes=a-b", "bytes=-", "bytes=", "bytes", "items=0-5", "bytes=0-1_0",
        "bytes=+1-5", "bytes=1-+5", "bytes=--5", "bytes=1.0-2", "bytes=0x1-5", "bytes=0-1;q",
        "bytes=0-1,5-6", "bytes=0-,0-,0-", "bytes=" + "0-," * 5000 + "0-", "bytes=0-" + "9" * 5000,
    ],
)  # fmt: skip
def test_range_that_is_not_one_plain_range_gives_the_whole(path: Path, header: str) -> None:
    answer = get(FileDownload(path), Range=header)
    assert (answer.status_code, answer.content) == (200, BODY)


@pytest.mark.row(55)
def test_arabic_digits_are_no_digits(path: Path) -> None:
    async def request() -> httpx.Response:
        transport = httpx.ASGITransport(FileDownload(path))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get("/", headers={b"Range": "bytes=٠-٥".encode()})

    assert asyncio.run(request()).status_code == 200


@pytest.mark.row(53)
@pytest.mark.parametrize("header", ["bytes=100-", "bytes=-0", "bytes=200-300"])
def test_range_outside_the_file_is_416(path: Path, header: str) -> None:
    answer = get(FileDownload(path), Range=header)
    assert (answer.status_code, answer.content) == (416, b"")
    assert answer.headers["content-range"] == "bytes */100"


@pytest.mark.row(56)
def test_if_range_with_another_version_gives_the_whole(path: Path) -> None:
    etag = get(FileDownload(path)).headers["etag"]
    assert get(FileDownload(path), Range="bytes=0-1", If_Range=etag).status_code == 206
    for other in ('"other"', "W/" + etag, "Wed, 21 Oct 2015 07:28:00 GMT"):
        assert get(FileDownload(path), Range="bytes=0-1", If_Range=other).status_code == 200


def test_etag_changes_with_content_of_the_same_size(path: Path) -> None:
    etag = get(FileDownload(path)).headers["etag"]
    path.write_bytes(BODY[::-1])
    os.utime(path, (0, 4))  # what any disk can tell from 0
    assert get(FileDownload(path), Range="bytes=0-1", If_Range=etag).content == BODY[::-1]


def test_etag_changes_where_the_time_does_not(tmp_path: Path, coarse_times: CoarseTimes) -> None:
    path = coarse_times.write(tmp_path / "data.bin", BODY)
    etag = get(FileDownload(path)).headers["etag"]
    coarse_times.write(path, BODY[::-1])
    assert get(FileDownload(path), If_None_Match=etag).content == BODY[::-1]
    assert get(FileDownload(path), Range="bytes=0-1", If_Range=etag).content == BODY[::-1]


def test_known_version_is_304(path: Path) -> None:
    first = get(FileDownload(path))
    etag, modified = first.headers["etag"], first.headers["last-modified"]
    for header in (etag, "W/" + etag, f'"x", {etag}', "*"):
        answer = get(FileDownload(path), If_None_Match=header)
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == etag
    assert get(FileDownload(path), If_Modified_Since=modified).status_code == 304
    assert get(FileDownload(path), If_Modified_Since="nonsense").status_code == 200
    both = get(FileDownload(path), If_None_Match='"x"', If_Modified_Since=modified)
    assert both.status_code == 200


def test_if_match(path: Path) -> None:
    etag = get(FileDownload(path)).headers["etag"]
    assert get(FileDownload(path), If_Match=etag).status_code == 200
    assert get(FileDownload(path), If_Match="W/" + etag).status_code == 412
    assert get(FileDownload(path), If_Match='"other"').status_code == 412


def test_empty_file(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.touch()
    answer = get(FileDownload(empty))
    assert (answer.status_code, answer.headers["content-length"]) == (200, "0")
    assert get(FileDownload(empty), Range="bytes=0-").status_code == 416


def test_several_blocks(tmp_path: Path) -> None:
    big = tmp_path / "big"
    big.write_bytes(os.urandom(3_500_000))
    assert get(FileDownload(big)).content == big.read_bytes()
    answer = get(FileDownload(big), Range="bytes=1000000-3400000")
    assert answer.content == big.read_bytes()[1_000_000:3_400_001]


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "below a file", "long"])
def test_what_is_no_file_is_404(tmp_path: Path, path: Path, kind: str) -> None:
    if kind == "pipe":
        disks.make_pipe(tmp_path / "pipe")
    target = {"folder": tmp_path, "below a file": path / "x", "long": tmp_path / ("x" * 300)}
    answer = get(FileDownload(target.get(kind, tmp_path / kind)))
    assert answer.status_code == 404 and "file" in answer.text
    assert "content-range" not in answer.headers


async def parts_sent(path: Path, change: Any) -> list[Message]:
    """What is sent of a file that `change` changes after the first block."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)
        if len(sent) == 2:
            change()

    async def receive() -> Message:
        return await asyncio.Future()

    scope = {"type": "http", "method": "GET", "headers": []}
    await FileDownload(path)(scope, receive, send)
    return sent


@pytest.mark.row(56)
async def test_truncated_while_sent_cuts_the_connection(tmp_path: Path) -> None:
    big = tmp_path / "big"
    big.write_bytes(bytes(3 << 20))
    with pytest.raises(FileChanged, match="shorter"):
        await parts_sent(big, lambda: os.truncate(big, 1_500_000))


@pytest.mark.row(56)
async def test_replaced_or_grown_while_sent_gives_what_was_promised(tmp_path: Path) -> None:
    big, other = tmp_path / "big", tmp_path / "other"
    big.write_bytes(bytes(3 << 20))
    other.write_bytes(b"x" * (4 << 20))
    changes: list[Any] = [lambda: os.truncate(big, 9 << 20)]
    if os.name == "posix":  # Windows replaces no file that is open
        changes.append(lambda: other.replace(big))
    for change in changes:
        size = big.stat().st_size
        sent = await parts_sent(big, change)
        assert b"".join(message["body"] for message in sent[1:]) == bytes(size)


async def test_nothing_is_read_for_a_client_that_left(tmp_path: Path) -> None:
    big = tmp_path / "big"
    big.write_bytes(bytes(64 << 20))
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    await FileDownload(big)({"type": "http", "method": "GET", "headers": []}, receive, send)
    assert len(sent) < 10

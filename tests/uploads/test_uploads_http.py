"""Uploads to a real server process: broken connections, kill -9, a full disk, flat memory.

The server is this module, run as a program: `python -m tests.uploads.test_uploads_http FOLDER`.
"""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import httpx
import pytest

from core.uploads.engine import Uploads
from core.uploads.limits import UploadLimits

from .test_uploads import BODY, TUS, application, upload_id

ROOT = Path(__file__).parents[2]


def serve(folder: Path) -> None:
    import uvicorn

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            print(listener.getsockname()[1], flush=True)

    listener = socket.create_server(("127.0.0.1", 0))
    app = application(Uploads(folder, UploadLimits(keep_free=0)))
    Announcing(uvicorn.Config(app, http="httptools", access_log=False)).run([listener])


class Server:
    """The process, and a client of it."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "tests.uploads.test_uploads_http", str(folder)]
        self.log = folder.with_suffix(".log").open("a+")
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self.log, text=True, cwd=ROOT
        )
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=60)

    def create(self, size: int) -> str:
        answer = self.client.post("/uploads", headers={**TUS, "Upload-Length": str(size)})
        assert answer.status_code == 201, answer.text
        return httpx.URL(answer.headers["location"]).path

    def patch(self, path: str, offset: int, content: bytes | Iterator[bytes]) -> httpx.Response:
        headers = {**BODY, "Upload-Offset": str(offset)}
        return self.client.patch(path, headers=headers, content=content)

    def batch(self, *contents: bytes) -> httpx.Response:
        kind = {"Content-Type": "application/vnd.satchel.batch"}
        return self.client.post("/uploads/batch", headers=kind, content=batch_of(*contents))

    def offset(self, path: str) -> int:
        answer = self.client.head(path, headers=TUS)
        assert answer.status_code == 200
        return int(answer.headers["upload-offset"])

    def begin_patch(self, path: str, offset: int, length: int) -> socket.socket:
        """A connection on which a PATCH of `length` bytes has been announced."""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        headers = {"Host": "x", **BODY, "Upload-Offset": offset, "Content-Length": length}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        connection.sendall(f"PATCH {path} HTTP/1.1\r\n{lines}\r\n".encode())
        return connection

    def logged(self) -> str:
        self.log.seek(0)
        return self.log.read()

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.close()

    def close(self) -> None:
        self.client.close()
        self.process.terminate()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.log.close()


Start = Callable[[Path], Server]


@pytest.fixture
def start() -> Iterator[Start]:
    with contextlib.ExitStack() as running:

        def start(folder: Path) -> Server:
            server = Server(folder)
            running.callback(server.close)
            return server

        yield start


@pytest.fixture
def server(start: Start, tmp_path: Path) -> Server:
    return start(tmp_path / "uploads")


def answer_of(connection: socket.socket) -> str:
    """All that comes until the server closes."""
    with connection, connection.makefile("rb") as answer:
        return answer.read().decode()


def wait_until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < deadline
        os.sched_yield()


def wait_for_bytes(path: Path, size: int) -> None:
    wait_until(lambda: path.stat().st_size >= size)


@pytest.mark.row(26)
@pytest.mark.parametrize("received", [1, 1 << 20, 5_000_000])
def test_killed_in_the_middle_then_resumed_is_identical(
    start: Start, tmp_path: Path, received: int
) -> None:
    folder, content = tmp_path / "uploads", os.urandom(8_000_000)
    server = start(folder)
    path = server.create(len(content))
    assert server.patch(path, 0, content[:received]).status_code == 204
    with server.begin_patch(path, received, len(content) - received) as connection:
        connection.sendall(content[received : received + 2_000_000])
        wait_for_bytes(folder / f"{upload_id(path)}.part", received + (1 << 20))
        server.kill()
    again = start(folder)
    offset = again.offset(path)
    assert received < offset <= received + 2_000_000
    assert again.patch(path, offset, content[offset:]).headers["upload-offset"] == "8000000"
    assert (folder / f"{upload_id(path)}.done").read_bytes() == content
    assert sorted(p.suffix for p in folder.iterdir()) == [".done", ".json"]


@pytest.mark.row(35)
@pytest.mark.parametrize("reset", [False, True])
def test_client_that_vanishes_leaves_its_bytes_and_no_crash(
    server: Server, tmp_path: Path, reset: bool
) -> None:
    path = server.create(3_000_000)
    part = tmp_path / "uploads" / f"{upload_id(path)}.part"
    connection = server.begin_patch(path, 0, 3_000_000)
    connection.sendall(b"x" * 1_500_000)
    wait_for_bytes(part, 1 << 20)  # the server is in the middle of it
    if reset:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    offset = server.offset(path)
    assert 1 << 20 <= offset <= 1_500_000
    assert server.patch(path, offset, b"x" * (3_000_000 - offset)).status_code == 204
    assert not re.search("Traceback|Exception|ERROR", server.logged())


def batch_of(*contents: bytes) -> bytes:
    head = json.dumps([{"name": f"{n}", "size": len(c)} for n, c in enumerate(contents)]).encode()
    return len(head).to_bytes(4, "big") + head + b"".join(contents)


@pytest.mark.row(35)
@pytest.mark.parametrize("reset", [False, True])
@pytest.mark.parametrize("way", ["PUT", "batch"])
def test_what_ends_too_early_and_cannot_go_on_leaves_nothing(
    server: Server, tmp_path: Path, reset: bool, way: str
) -> None:
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=60)
    body = batch_of(bytes(1 << 20), bytes(1 << 20), bytes(1 << 20))
    start = {"PUT": "PUT /uploads/a", "batch": "POST /uploads/batch"}[way]
    head = (
        f"{start} HTTP/1.1\r\nHost: x\r\nContent-Type: application/vnd.satchel.batch\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    connection.sendall(head.encode() + body[:1_500_000])
    folder = tmp_path / "uploads"
    wait_until(lambda: any(part.stat().st_size for part in folder.glob("*.part")))
    if reset:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    wait_until(lambda: not any(folder.iterdir()))
    assert not re.search("Traceback|Exception|ERROR", server.logged())


@pytest.mark.row(34)
def test_pipelined_puts_are_each_stored(server: Server, tmp_path: Path) -> None:
    bodies = [bytes([65 + number]) * 100_000 for number in range(3)]
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        for number, body in enumerate(bodies):
            last = "Connection: close\r\n" if number == 2 else ""
            head = f"PUT /uploads/a HTTP/1.1\r\nHost: x\r\n{last}Content-Length: {len(body)}"
            connection.sendall(f"{head}\r\n\r\n".encode() + body)
        assert answer_of(connection).count("HTTP/1.1 201 ") == 3
    stored = [path.read_bytes() for path in (tmp_path / "uploads").glob("*.done")]
    assert sorted(stored) == bodies


@pytest.mark.row(44)
def test_stalled_patch_gives_way_to_head(server: Server, tmp_path: Path) -> None:
    path = server.create(3_000_000)
    connection = server.begin_patch(path, 0, 3_000_000)
    connection.sendall(b"x" * 1_500_000)
    wait_for_bytes(tmp_path / "uploads" / f"{upload_id(path)}.part", 1 << 20)
    assert 1 << 20 <= server.offset(path) <= 1_500_000
    assert answer_of(connection).startswith("HTTP/1.1 409 ")


@pytest.mark.row(34)
@pytest.mark.parametrize("length", [200, 10_000_000])
def test_refused_body_is_never_read_as_a_request(server: Server, length: int) -> None:
    path = server.create(10)
    connection = server.begin_patch(path, 0, length)
    hidden = f"DELETE {path} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\n\r\n"
    connection.sendall(hidden.encode())
    answer = answer_of(connection)
    assert answer.startswith("HTTP/1.1 413 ") and answer.count("HTTP/1.1") == 1
    assert server.offset(path) == 0


@pytest.mark.row(43)
def test_chunked_body_is_stopped_at_the_exact_byte(server: Server, tmp_path: Path) -> None:
    path = server.create(3_000_000)
    pieces = (b"x" * 100_000 for _ in range(31))
    assert server.patch(path, 0, pieces).status_code == 413
    assert server.offset(path) == 0
    pieces = (b"y" * 100_000 for _ in range(30))
    assert server.patch(path, 0, pieces).status_code == 204
    done = tmp_path / "uploads" / f"{upload_id(path)}.done"
    assert done.read_bytes() == b"y" * 3_000_000


@pytest.mark.row(25)
def test_full_disk_is_507_and_harms_no_other_upload(
    start: Start, mounted: Callable[[str], Path]
) -> None:
    small_disk = mounted("size=4m")
    server = start(small_disk / "uploads")
    content = os.urandom(3_000_000)
    second, small = server.create(3_000_000), server.create(5)
    promised = server.client.post("/uploads", headers={**TUS, "Upload-Length": "3000000"})
    assert promised.status_code == 507 and "3,000,005 of them for files" in promised.text
    other = small_disk / "of another program"
    other.write_bytes(content[:2_000_000])
    refused = server.patch(second, 0, content)
    assert refused.status_code == 507
    assert "“unnamed” could not be stored. The disk is full. Make room" in refused.text
    stored = server.offset(second)
    assert 1 << 20 <= stored < 3_000_000
    part = small_disk / "uploads" / f"{upload_id(second)}.part"
    assert part.read_bytes() == content[:stored]
    other.unlink()
    assert server.patch(second, stored, content[stored:]).status_code == 204
    assert server.patch(small, 0, b"small").status_code == 204
    assert part.with_suffix(".done").read_bytes() == content


@contextlib.contextmanager
def strace(server: Server, *options: str) -> Iterator[list[str]]:
    """Follow the server's system calls; they are in the list afterwards."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    strace = subprocess.Popen(
        ["strace", "--follow-forks", *options, f"--attach={server.process.pid}"],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert strace.stderr is not None
    if "attached" not in (said := strace.stderr.readline()):
        strace.kill()
        pytest.skip(f"strace may not attach here: {said}")
    lines: list[str] = []
    rest = Thread(target=lines.extend, args=(strace.stderr,))  # never lets it wait for us
    rest.start()
    try:
        yield lines
    finally:
        strace.send_signal(signal.SIGINT)  # it lets go of the server, which goes on
        strace.wait()
        rest.join()
        strace.stderr.close()


def failing(
    server: Server, path: Path, call: str, error: str
) -> contextlib.AbstractContextManager[list[str]]:
    """Let a system call of the server fail wherever it is about this file."""
    inject = [f"--inject={call}:error={error}", f"--trace={call}", f"--trace-path={path}"]
    return strace(server, *inject)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    folder = tmp_path_factory.mktemp("lasting") / "uploads"
    server = Server(folder)
    yield server, folder
    server.close()


@pytest.mark.row(25)
@pytest.mark.skipif(sys.platform != "linux", reason="strace is for Linux")
@pytest.mark.parametrize("error", ["ENOSPC", "EDQUOT", "EIO"])
@pytest.mark.parametrize("call", ["write", "fsync", "rename"])
def test_a_failing_disk_is_507_and_what_it_did_not_fail_at_stays(
    lasting: tuple[Server, Path], call: str, error: str
) -> None:
    """Row 25, in a real process: what the kernel says, not what we think that it says."""
    server, folder = lasting
    content = os.urandom(1_500_000)
    path, other = server.create(len(content)), server.create(5)
    part = folder / f"{upload_id(path)}.part"
    assert server.patch(path, 0, content[:1000]).status_code == 204
    with failing(server, part, call, error):
        refused = server.patch(path, 1000, content[1000:])
        assert refused.status_code == 507
        assert {
            "ENOSPC": "The disk is full. Make room on it",
            "EDQUOT": "The disk quota is used up. Make room",
            "EIO": "The disk failed (Input/output error). Check it",
        }[error] in refused.text
        assert not part.with_suffix(".done").exists()
        assert server.patch(other, 0, b"other").status_code == 204
    stored = server.offset(path)
    # After a failed fsync nobody knows what is on the disk; a failed rename is made good.
    assert stored == {"write": 1000, "fsync": 0, "rename": len(content)}[call]
    if stored < len(content):
        assert server.patch(path, stored, content[stored:]).status_code == 204
    assert part.with_suffix(".done").read_bytes() == content
    assert (folder / f"{upload_id(other)}.done").read_bytes() == b"other"


@pytest.mark.row(25)
@pytest.mark.skipif(sys.platform != "linux", reason="strace is for Linux")
@pytest.mark.parametrize(
    ("call", "error"), [("syncfs", "EIO"), ("rename", "ENOSPC"), ("fsync", "EDQUOT")]
)
def test_a_disk_that_fails_at_a_batch_leaves_nothing_of_it(
    lasting: tuple[Server, Path], call: str, error: str
) -> None:
    server, folder = lasting
    before = sorted(folder.iterdir())
    with strace(server, f"--trace={call}", f"--inject={call}:error={error}"):
        refused = server.batch(b"one", b"two")
        assert refused.status_code == 507 and "could not be stored" in refused.text
    assert sorted(folder.iterdir()) == before
    assert server.batch(b"one", b"two").status_code == 201


@pytest.mark.row(27)
@pytest.mark.skipif(sys.platform != "linux", reason="strace is for Linux")
@pytest.mark.parametrize("way", ["tus", "PUT", "batch"])
def test_what_is_answered_is_on_the_disk(lasting: tuple[Server, Path], way: str) -> None:
    """Synced, renamed, the folder synced, and only then answered: as the kernel saw it."""
    server, folder = lasting
    path = server.create(9)
    calls = "--trace=fsync,syncfs,rename,write,sendto"
    with strace(server, calls, "--decode-fds=path", "--string-limit=60") as lines:
        if way == "tus":
            assert server.patch(path, 0, b"the bytes").status_code == 204
        elif way == "PUT":
            assert server.client.put("/uploads/a", content=b"the bytes").status_code == 201
        else:
            assert server.batch(b"the bytes").status_code == 201
    steps = [
        r'write\(.*"the bytes"',
        r"syncfs\(" if way == "batch" else r"fsync\(.*\.part>",
        r"rename\(.*\.part",
        rf"fsync\(.*{re.escape(str(folder))}>\)",
        r'(sendto|write)\(.*"HTTP/1\.1 20',
    ]
    places = [[n for n, line in enumerate(lines) if re.search(step, line)] for step in steps]
    assert all(places), (places, lines)
    assert [place[-1] for place in places] == sorted(place[-1] for place in places)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_stays_flat_and_each_byte_is_written_once(server: Server) -> None:
    def counted(file: str, name: str) -> int:
        text = Path(f"/proc/{server.process.pid}/{file}").read_text()
        found = re.search(rf"^{name}:\s+(\d+)", text, re.MULTILINE)
        assert found is not None
        return int(found[1])

    size, block = 128 << 20, bytes(1 << 20)
    server.patch(server.create(1 << 20), 0, block)
    before, written = counted("status", "VmRSS") * 1024, counted("io", "wchar")
    path = server.create(size)
    assert server.patch(path, 0, (block for _ in range(128))).status_code == 204
    assert counted("status", "VmHWM") * 1024 - before < 16 << 20
    assert counted("io", "wchar") - written < size * 1.01


if __name__ == "__main__":
    serve(Path(sys.argv[1]))

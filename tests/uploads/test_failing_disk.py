"""Uploads to a server process whose disk fails or is full, and what it syncs before it answers."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from tests.support.tus import TUS, upload_id
from tests.support.upload_server import Server, Start


@pytest.mark.row(25)
def test_full_disk_is_507_and_harms_no_other_upload(
    start: Start, mounted: Callable[[str], Path]
) -> None:
    small_disk = mounted("size=4m")
    server = start(small_disk / "uploads")
    content = os.urandom(3_000_000)
    second, small = server.create(3_000_000), server.create(5)
    promised = server.client.post("/uploads", headers={**TUS, "Upload-Length": "3000000"})
    assert promised.status_code == 507 and "3,000,005 bytes of them are for files" in promised.text
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
    rest = Thread(target=lines.extend, args=(strace.stderr,))  # so that strace never waits for us
    rest.start()
    try:
        yield lines
    finally:
        strace.send_signal(signal.SIGINT)  # it detaches from the server, which continues
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
    """Row 25, in a real process: what the kernel really reports."""
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
    # After a failed fsync the disk's content is unknown; a failed rename is repeated.
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

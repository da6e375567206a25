"""Ten large uploads at once: all arrive, each byte is written once, and memory stays where it was.

`benchmarks/files.py` does the same with 1 GiB each.
"""

from __future__ import annotations

import http.client
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from urllib.parse import urlsplit

import httpx
import pytest

from tests.conftest import Serve
from tests.support.served import Served

MIB = 1 << 20
FILES, SIZE = 10, 64 * MIB
PROGRAM = "jp.justpy(lambda: jp.WebPage(title='still here'))"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


class Process:
    """What the system knows of a program."""

    def __init__(self, served: Served) -> None:
        self._folder = Path(f"/proc/{served.process.pid}")

    def memory(self, key: str) -> int:
        """`VmRSS`: resident now; `VmHWM`: the most since `forget_peak`."""
        return int((self._folder / "status").read_text().partition(f"{key}:")[2].split()[0]) * 1024

    def forget_peak(self) -> None:
        (self._folder / "clear_refs").write_text("5")

    def written(self) -> int:
        return int((self._folder / "io").read_text().partition("\nwrite_bytes: ")[2].split()[0])


def put(served: Served, number: int, meet: Barrier) -> int:
    """Send a file of one byte again and again; in its middle, wait for the others."""
    connection = http.client.HTTPConnection(urlsplit(served.url).netloc, timeout=60)
    connection.putrequest("PUT", f"/uploads/{number}.bin")
    connection.putheader("Authorization", f"Bearer {served.token}")
    connection.putheader("Content-Length", str(SIZE))
    connection.endheaders()
    for block in range(SIZE // MIB):
        if block == SIZE // MIB // 2:
            meet.wait(60)
        connection.send(bytes([number]) * MIB)
    status = connection.getresponse().status
    connection.close()
    return status


def test_ten_uploads_at_once(serve: Serve) -> None:
    served = serve(PROGRAM)
    assert put(served, 99, Barrier(1)) == 201  # what the first upload loads is no cost of ten
    process = Process(served)
    process.forget_peak()
    idle, written = process.memory("VmRSS"), process.written()
    meet = Barrier(FILES + 1)
    with ThreadPoolExecutor(FILES) as threads:
        sent = [threads.submit(put, served, number, meet) for number in range(FILES)]
        meet.wait(60)
        assert "still here" in httpx.get(served.url, follow_redirects=True, timeout=60).text
        assert [each.result() for each in sent] == [201] * FILES
    assert process.memory("VmHWM") - idle < 64 * MIB
    assert process.written() - written < FILES * SIZE * 1.01
    arrived = sorted(served.data.glob("uploads/*/*.done.bin"), key=first_byte)
    assert [first_byte(path) for path in arrived] == [*range(FILES), 99]
    for path in arrived:
        assert path.read_bytes() == bytes([first_byte(path)]) * SIZE


def first_byte(path: Path) -> int:
    with path.open("rb") as file:
        return file.read(1)[0]

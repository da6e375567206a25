"""Answers that nobody reads do not hold a connection, and what it stands for, for ever."""

import threading
from collections.abc import Iterator
from pathlib import Path

from core.files.offers import download
from core.serving import Program
from tests.local import BEARER, local

PATIENCE = 30
MIB = 1 << 20


def test_reader_that_stops_is_closed(tmp_path: Path) -> None:
    """The generator of the download is closed, and with it what it has open."""
    begun, closed = threading.Event(), threading.Event()

    def endless() -> Iterator[bytes]:
        try:
            while True:
                begun.set()
                yield bytes(MIB)
        finally:
            closed.set()

    program = Program()
    program.add_route("/endless", lambda: download(endless(), "endless.bin"))
    with local(tmp_path, program=program, body_seconds=0.2) as served, served.connect() as reader:
        lines = ["GET /endless HTTP/1.1", f"Host: {served.host}"]
        lines += [f"{name}: {value}" for name, value in BEARER.items()]
        reader.sendall("".join(f"{line}\r\n" for line in lines).encode() + b"\r\n")
        assert reader.recv(12) == b"HTTP/1.1 200" and begun.wait(PATIENCE)
        assert closed.wait(PATIENCE)


def test_reader_that_reads_gets_all(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(64):
            yield bytes(MIB)

    program = Program()
    program.add_route("/large", lambda: download(chunks(), "large.bin"))
    with (
        local(tmp_path, program=program, body_seconds=5) as served,
        served.client(headers=BEARER) as client,
        client.stream("GET", "/large") as answer,
    ):
        assert sum(len(chunk) for chunk in answer.iter_raw(MIB)) == 64 * MIB

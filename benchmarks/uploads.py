"""One upload of 1 GiB until it is durable, against a C program that receives, writes and syncs.

    python benchmarks/uploads.py [--gib 1]

The same sender fills both; they run in turns. The server runs in a process of its own, whose memory
is read before and at its highest.
"""

from __future__ import annotations

import argparse
import base64
import http.client
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parent.parent
CHUNK = bytes(1 << 20)
ROUNDS = 3


def send(connection: socket.socket, size: int) -> None:
    """Send so many bytes."""
    for _ in range(size // len(CHUNK)):
        connection.sendall(CHUNK)


def limit_seconds(program: Path, folder: Path, size: int) -> float:
    """Until the C program has synced its file."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    target = folder / "limit.bin"
    process = subprocess.Popen(
        [str(program), str(port), str(target), str(size)], stdout=subprocess.PIPE
    )
    assert process.stdout is not None and process.stdout.readline() == b"ready\n"
    start = time.perf_counter()
    with socket.create_connection(("127.0.0.1", port)) as connection:
        send(connection, size)
        assert connection.recv(1) == b"k"
    seconds = time.perf_counter() - start
    process.wait()
    target.unlink()
    return seconds


class Ours:
    """`python -m desktop` with a program that shows nothing."""

    def __init__(self, folder: Path) -> None:
        program = folder / "program.py"
        program.write_text("import core as jp\njp.justpy(lambda: jp.WebPage())\n")
        command = [sys.executable, "-m", "desktop", str(program), "--no-window"]
        self.process = subprocess.Popen(
            [*command, "--data-dir", str(folder / "data")],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout is not None
        line = next(line for line in self.process.stdout if "token=" in line)
        parts = urlsplit(line.strip())
        assert parts.hostname and parts.port
        self.host, self.port = parts.hostname, parts.port
        self.headers = {"Authorization": f"Bearer {parts.query.partition('=')[2]}"}
        self.headers["Tus-Resumable"] = "1.0.0"
        _, cookie = self.request("GET", "/", {})
        self.headers["Cookie"] = str(cookie.getheader("Set-Cookie")).partition(";")[0]

    def request(
        self, method: str, path: str, headers: dict[str, str]
    ) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        """One answered request."""
        connection = http.client.HTTPConnection(self.host, self.port)
        connection.request(method, path, headers={**self.headers, **headers})
        response = connection.getresponse()
        response.read()
        return connection, response

    def seconds(self, size: int) -> float:
        """Until the upload's last answer: complete, synced and under its final name."""
        name = base64.b64encode(b"benchmark.bin").decode()
        create = {"Upload-Length": str(size), "Upload-Metadata": f"filename {name}"}
        start = time.perf_counter()
        _, created = self.request("POST", "/uploads", create)
        path = urlsplit(str(created.getheader("Location"))).path
        connection = http.client.HTTPConnection(self.host, self.port)
        connection.putrequest("PATCH", path)
        patch = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
        for header, value in {**self.headers, **patch, "Content-Length": str(size)}.items():
            connection.putheader(header, value)
        connection.endheaders()
        send(connection.sock, size)
        answer = connection.getresponse()
        assert answer.status == 204, (answer.status, answer.read())
        seconds = time.perf_counter() - start
        self.request("DELETE", path, {})
        return seconds

    def memory(self, key: str) -> float:
        """MiB: VmRSS is now, VmHWM the highest so far."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(rf"{key}:\s+(\d+) kB", status)
        assert found
        return int(found[1]) / 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--gib", type=float, default=1)
    size = int(parser.parse_args().gib * (1 << 30)) // len(CHUNK) * len(CHUNK)
    # Beside the checkout and not in /tmp, which may be memory.
    with tempfile.TemporaryDirectory(dir=ROOT.parent) as name:
        folder = Path(name)
        program = folder / "limit"
        source = ROOT / "benchmarks" / "limit.c"
        subprocess.run([os.environ.get("CC", "cc"), "-O2", "-o", program, source], check=True)
        ours = Ours(folder)
        ours.seconds(16 << 20)  # warm
        idle = ours.memory("VmRSS")
        times = [(limit_seconds(program, folder, size), ours.seconds(size)) for _ in range(ROUNDS)]
        highest = ours.memory("VmHWM")
        ours.process.terminate()
        ours.process.wait()
    limit, our = (statistics.median(column) for column in zip(*times, strict=True))
    print("| work | limit MB/s | ours MB/s | ratio | memory above idle |\n|---|---|---|---|---|")
    print(
        f"| upload of {size / (1 << 30):g} GiB until durable | {size / limit / 1e6:.0f} | "
        f"{size / our / 1e6:.0f} | {limit / our:.2f} | {highest - idle:.0f} MiB |"
    )


if __name__ == "__main__":
    main()

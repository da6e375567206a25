"""Programs under measurement: each in a process of its own, with the packages that it needs.

Linux only: what a process costs is read from /proc.
"""

from __future__ import annotations

import dataclasses
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ENVIRONMENTS = Path.home() / ".cache" / "satchel-benchmarks"
START_SECONDS = 60.0


@dataclass(frozen=True)
class Contender:
    """A program that serves the page of the benchmark.

    Attributes:
        script: below ``contenders``; called with a port.
        requirements: what is installed for it, the package itself first; none uses this Python.
        checkout: whose `core` it imports.
    """

    name: str
    script: str
    requirements: tuple[str, ...] = ()
    checkout: Path = HERE.parent

    def python(self, environments: Path) -> str:
        """The Python that runs it; its virtual environment is made when there is none."""
        if not self.requirements:
            own = self.checkout / ".venv" / "bin" / "python"
            return str(own) if own.exists() else sys.executable
        folder = environments / self.requirements[0]
        python = folder / "bin" / "python"
        if not (folder / "complete").exists():
            print(f"Making an environment for {self.name} in {folder} ...", file=sys.stderr)
            subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
            subprocess.run([python, "-m", "pip", "install", "-q", *self.requirements], check=True)
            (folder / "complete").touch()
        return str(python)

    def title(self, environments: Path) -> str:
        """Its name with the version that is installed."""
        if not self.requirements:
            return self.name
        code = f"import importlib.metadata as m; print(m.version({self.requirements[0]!r}))"
        command = [self.python(environments), "-c", code]
        return f"{self.name} {subprocess.check_output(command, text=True).strip()}"


CONTENDERS = {
    "limit": Contender("limit", "limit.py"),
    "ours": Contender("Satchel", "ours.py"),
    "nicegui": Contender("NiceGUI", "nicegui_page.py", ("nicegui",)),
    "justpy": Contender("JustPy", "justpy_page.py", ("justpy", "starlette<1")),
}


def with_before(contenders: dict[str, Contender], before: Path | None) -> dict[str, Contender]:
    """The contenders, and ours as another checkout has it, which takes turns with them."""
    if before is None:
        return contenders
    ours = dataclasses.replace(contenders["ours"], name="before", checkout=before.resolve())
    return {**contenders, "before": ours}


class Server:
    """A running program.

    Attributes:
        port: where it answers.
        url: its address, without a slash at the end.
        folder: its working directory.
    """

    def __init__(self, process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
        self._process = process
        self.folder = folder
        self._proc = Path(f"/proc/{process.pid}")
        self.port = port
        self.url = f"http://127.0.0.1:{port}"

    def cpu(self) -> float:
        """Seconds of processor time that its threads have used."""
        times = (task / "schedstat" for task in (self._proc / "task").iterdir())
        return sum(int(file.read_text().split()[0]) for file in times) / 1e9

    def memory(self) -> int:
        """Bytes that are resident."""
        pages = int((self._proc / "statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def forget_peak(self) -> None:
        """Let `peak` begin anew."""
        (self._proc / "clear_refs").write_text("5")

    def peak(self) -> int:
        """The most bytes that were resident since `forget_peak`."""
        status = (self._proc / "status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024

    def written(self) -> int:
        """Bytes that it gave to file systems, whether they are on a disk already or not."""
        return int((self._proc / "io").read_text().partition("\nwrite_bytes: ")[2].split()[0])

    def wait(self, log: Path) -> None:
        """Until it answers.

        Raises:
            RuntimeError: it ended, or took too long; with what it printed.
        """
        deadline = time.monotonic() + START_SECONDS
        while self._process.poll() is None and time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"{self._process.args!r} did not start:\n{log.read_text()}")


@contextmanager
def serving(
    script: str,
    python: str = sys.executable,
    inside: Path | None = None,
    prepare: Callable[[Path], None] = lambda folder: None,
    checkout: Path = HERE.parent,
) -> Iterator[Server]:
    """A program below ``contenders`` that runs, in a folder of its own, during the context.

    Args:
        checkout: whose `core` it imports.
        inside: where its folder is made; None: where temporary files lie.
        prepare: called with its folder before it starts.
    """
    port = free_port()
    with tempfile.TemporaryDirectory(dir=inside) as folder:
        prepare(Path(folder))
        log = Path(folder) / "log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [python, str(HERE / "contenders" / script), str(port)],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(checkout), "TMPDIR": folder},
                stdout=output,
                stderr=output,
            )
        try:
            server = Server(process, port, Path(folder))
            server.wait(log)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    """A free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def sendfile(large: Path) -> Iterator[int]:
    """nginx, which lets the system send the file; its port."""
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    with tempfile.TemporaryDirectory(dir=large.parent) as folder:
        (Path(folder) / "conf").write_text(
            f"{user} daemon off; pid nginx.pid; error_log stderr crit; events {{}} http {{"
            "access_log off; sendfile on; client_body_temp_path t; proxy_temp_path t;"
            "fastcgi_temp_path t; uwsgi_temp_path t; scgi_temp_path t;"
            f"server {{ listen 127.0.0.1:{port}; root {large.parent}; }} }}"
        )
        command = ["nginx", "-p", folder, "-c", "conf"]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            try:
                time.sleep(1)
                yield port
            finally:
                process.terminate()

"""Files in and out: Satchel, the least that it can cost, and others, side by side.

    python benchmarks/files.py [--only limit ours copyparty] [--mib 1024] [--rounds 3]

Each is a server in its own process; they take turns, so that other load affects all of them.
README.md beside this says what exactly is measured. Linux only; needs cc and nginx
(`scripts/install-system benchmarks`).
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import math
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from chosen_files import choose, empty
from engine import chromium, percentile, shown
from playwright.sync_api import Browser, Error
from senders import Address, download, put, tus
from servers import ENVIRONMENTS, HERE, Contender, Server, free_port, sendfile, serving, with_before
from visits import Visit, visit

CONTENDERS = {
    "limit": Contender("limit", "limit_files.py"),
    "ours": Contender("Satchel", "ours_files.py"),
    "copyparty": Contender("copyparty", "copyparty_files.py", ("copyparty",)),
    "nicegui": Contender("NiceGUI", "nicegui_files.py", ("nicegui",)),
    "gradio": Contender("Gradio", "gradio_files.py", ("gradio",)),
    "streamlit": Contender("Streamlit", "streamlit_files.py", ("streamlit",)),
}
DOWNLOADS = {  # Streamlit serves no folder of more than 1 GB
    "limit": "/large.bin",
    "ours": "/static/static/large.bin",
    "before": "/static/static/large.bin",
    "copyparty": "/files/large.bin",
    "nicegui": "/files/large.bin",
    "gradio": "/gradio_api/file=files/large.bin",
}
SMALL, SMALL_BYTES = 500, 20 * 1024
PARALLEL = 10

Found = dict[str, dict[str, list[float]]]


class Bench:
    """The measurements, and the folder for their files."""

    def __init__(self, folder: Path, size: int, running: dict[str, Server]) -> None:
        self.folder, self.size, self.running = folder, size, running
        self.limit = folder / "limit"
        source = HERE / "limit.c"
        subprocess.run([os.environ.get("CC", "cc"), "-O2", "-o", self.limit, source], check=True)
        self.found: Found = defaultdict(lambda: defaultdict(list))
        self.rounds = itertools.count()

    def turns(self, *names: str) -> list[str]:
        """Those that run, beginning with another one in each round.

        Data of one contender is still being written back while the next one is measured.
        """
        running = [name for name in names if name == "limit" or name in self.running]
        first = next(self.rounds) % len(running)
        return running[first:] + running[:first]

    def note(self, work: str, name: str, value: float) -> None:
        """One value of one round."""
        print(f"{work}, {name}: {shown(value)}", file=sys.stderr)
        self.found[work][name].append(value)

    def upload(self) -> None:
        """One large file over a bare socket, until it is durable."""
        megabytes = self.size / 1e6
        for name in self.turns("limit", "ours", "before", "copyparty"):
            if name == "limit":
                self.note("upload, MB/s", "limit", megabytes / self._limit_seconds())
                continue
            server, send = self.running[name], put if name == "copyparty" else tus
            server.forget_peak()
            idle, written = server.memory(), server.written()
            seconds = send(Address(server.port, server.folder), self.size)
            self.note("upload, MB/s", name, megabytes / seconds)
            self.note("memory above idle, MiB", name, (server.peak() - idle) / 2**20)
            times = (server.written() - written) / self.size
            self.note("written for each byte received", name, times)

    def chosen(self, browser: Browser, work: str, files: list[Path], per_second: float) -> None:
        """Files chosen in a page, until they are saved; a single one is synced then."""
        # The page of copyparty hashes and asks first: that is other work.
        for name in self.turns(*(name for name in self.running if name != "copyparty")):
            server = self.running[name]
            server.forget_peak()
            idle = server.memory()
            try:
                durable, seconds = choose(browser, server, files)
            except (Error, TimeoutError) as error:
                print(f"{work}, {name}: {error}", file=sys.stderr)
                continue
            if name in ("limit", "ours", "before") and len(files) > 1:
                self.note(f"{work}, until durable", name, per_second / durable)
            self.note(f"{work}, until saved", name, per_second / seconds)
            if len(files) == 1:
                self.note("its memory above idle, MiB", name, (server.peak() - idle) / 2**20)
            empty(server.folder / "saved")
            if name in ("ours", "before"):  # the next round would list its notes of deliveries
                empty(server.folder / ".satchel" / "uploads")

    def download(self, nginx: int) -> None:
        """One large file to a client that drops it."""
        for name in self.turns(*DOWNLOADS):
            port = nginx if name == "limit" else self.running[name].port
            seconds = download(port, DOWNLOADS[name], self.size)
            self.note("download, MB/s", name, self.size / 1e6 / seconds)

    def parallel(self, browser: Browser) -> None:
        """Ten uploads at once, and their effect on memory and on clicks on another page.

        The limit of the clicks: ten bare programs receive, and our server has nothing else to do.
        """
        server = self.running["ours"]
        with visit(browser) as page, ExitStack() as stack:
            page.load(server.url, 0)
            page.clicks(20, 5)
            quiet = page.clicks(200, 20)
            bare = [stack.enter_context(self._receiving(number)) for number in range(PARALLEL)]
            self._clicks("limit", page, quiet, [partial(each.bare, self.size) for each in bare])
            server.forget_peak()
            idle = server.memory()
            address = Address(server.port, server.folder)
            seconds = self._clicks(
                "ours", page, quiet, [partial(tus, address, self.size)] * PARALLEL
            )
        self.note(f"{PARALLEL} uploads at once, MB/s", "ours", PARALLEL * self.size / 1e6 / seconds)
        self.note("their memory above idle, MiB", "ours", (server.peak() - idle) / 2**20)

    def _clicks(
        self, name: str, page: Visit, quiet: list[float], sends: list[Callable[[], object]]
    ) -> float:
        """Click while all of it is sent; how many seconds that took."""
        threads = [threading.Thread(target=send) for send in sends]
        busy: list[float] = []
        start = time.perf_counter()
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            busy += page.clicks(10, 2)
        for percent in 50, 95:
            work = f"a click meanwhile, p{percent}, times that of an idle server"
            self.note(work, name, percentile(busy, percent) / percentile(quiet, percent))
        return time.perf_counter() - start

    @contextlib.contextmanager
    def _receiving(self, number: int = 0) -> Iterator[Address]:
        """The bare program, which receives one file; where it is reached."""
        port, target = free_port(), self.folder / f"limit-{number}.bin"
        command = [str(self.limit), str(port), str(target), str(self.size)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None and process.stdout.readline() == b"ready\n"
            yield Address(port, self.folder)
        target.unlink()

    def _limit_seconds(self) -> float:
        with self._receiving() as address:
            return address.bare(self.size)


def table(found: Found, titles: dict[str, str]) -> Iterator[str]:
    """Medians; the ratio is that of ours to the limit."""
    cells = ["", *titles.values(), "Satchel / limit"]
    yield f"| {' | '.join(cells)} |\n|{'---|' * len(cells)}"
    for work, values in found.items():
        medians = {
            name: statistics.median(values[name]) if name in values else math.nan for name in titles
        }
        ratio = medians.get("ours", math.nan) / medians.get("limit", math.nan)
        yield f"| {' | '.join([work, *map(shown, medians.values()), shown(ratio)])} |"


def options() -> argparse.Namespace:
    """What the command says."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", nargs="+", choices=CONTENDERS, default=list(CONTENDERS))
    parser.add_argument("--mib", type=int, default=1024, help="size of a large file")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", nargs="+", choices=WORKS, default=list(WORKS))
    parser.add_argument("--folder", type=Path, default=HERE.parent.parent, help="on which disk")
    parser.add_argument("--before", type=Path, help="another checkout, to compare ours with")
    parser.add_argument("--environments", type=Path, default=ENVIRONMENTS)
    return parser.parse_args()


WORKS = ("upload", "small", "large", "download", "parallel")


def measure(bench: Bench, work: str, large: Path, browser: Browser, rounds: int) -> None:
    """All rounds of one work."""
    small = []
    if work == "small":
        for number in range(SMALL):
            small.append(large.parent / f"small-{number}.bin")
            small[-1].write_bytes(os.urandom(SMALL_BYTES))
    with sendfile(large) if work == "download" else contextlib.nullcontext(0) as nginx:
        steps: dict[str, Callable[[], None]] = {
            "upload": bench.upload,
            "small": lambda: bench.chosen(browser, "500 files of 20 KiB, files/s", small, SMALL),
            "large": lambda: bench.chosen(
                browser, "upload, MB/s, from a page", [large], bench.size / 1e6
            ),
            "download": lambda: bench.download(nginx),
            "parallel": lambda: bench.parallel(browser),
        }
        for _ in range(1 if work == "parallel" else rounds):
            steps[work]()


def main() -> None:
    chosen = options()
    contenders = with_before({name: CONTENDERS[name] for name in chosen.only}, chosen.before)
    pythons = {name: each.python(chosen.environments) for name, each in contenders.items()}
    titles = {name: each.title(chosen.environments) for name, each in contenders.items()}
    titles = {"limit": "limit", **titles}
    size = chosen.mib << 20
    # Beside the checkout and not in /tmp, which may be memory.
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name, ExitStack() as stack:
        folder = Path(name)
        large = folder / "large.bin"
        with large.open("wb") as file:
            for _ in range(chosen.mib):
                file.write(os.urandom(1 << 20))
            # Otherwise it is written back while others are measured, and takes their memory: with a
            # GiB of it cached, Satchel got 0.40 of the limit here instead of 0.56.
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

        def prepare(inside: Path) -> None:
            for name in ("files", "static"):  # ours shows data files of a folder static only
                (inside / name).mkdir()
                os.link(large, inside / name / "large.bin")

        running = {
            name: stack.enter_context(
                serving(each.script, pythons[name], folder, prepare, each.checkout)
            )
            for name, each in contenders.items()
        }
        bench = Bench(folder, size, running)
        browser = stack.enter_context(chromium())
        for work in chosen.work:
            measure(bench, work, large, browser, chosen.rounds)
        print("\n".join(table(bench.found, titles)))
        machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
        print(f"\nChromium {browser.version}, {machine}, a large file has {chosen.mib} MiB.")


if __name__ == "__main__":
    main()

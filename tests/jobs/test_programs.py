"""Programs as people write and run them: their workers load them, and end with them."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.conftest import Serve
from tests.support.native import until
from tests.support.plain import Plain
from tests.support.processes import KILL
from tests.web.test_workers import end, runs

PROGRAM = """
import os, sys, threading
from pathlib import Path
from core import kit
from helper import triple

class Answer:
    def __init__(self, number):
        self.number = number

here = Path(__file__).parent
with open(here / 'loaded', 'a') as file:
    file.write(f'{os.getpid()} {Path("beside.txt").exists()}\\n')

def work(number):
    return Answer(number * 2)

def stuck(number):
    path = here / f'stuck-{number}'
    path.with_suffix('.new').write_text(str(os.getpid()))
    path.with_suffix('.new').rename(path)
    threading.Event().wait()

async def page(request):
    if request.path == '/stuck':
        jp.app.jobs.start(stuck, [1, 2], session_id=request.session_id)
        return jp.PlainTextResponse(str(os.getpid()))
    job = jp.app.jobs.start(work, [1, 2, 3], session_id=request.session_id)
    await job.wait()
    values = [task.value.number if task.value else task.error for task in job.tasks]
    other = await kit.run(triple, 5)
    return jp.PlainTextResponse(f'{values} {other}')

{serve}
(here / 'after').touch()
"""
SERVING = {
    "justpy": "jp.justpy(page)",
    "serve": "jp.serve(jp.App(page))",
    "run": "from desktop import run; run(page)",
    "guarded": "if __name__ == '__main__':\n    jp.justpy(page)",
}


def source(how: str, folder: Path) -> str:
    (folder / "helper.py").write_text("def triple(number):\n    return number * 3\n")
    (folder / "beside.txt").touch()
    text = PROGRAM.replace("{serve}", SERVING[how])
    return text.replace("request.path", "request.url.path")


def loads(folder: Path) -> list[str]:
    return (folder / "loaded").read_text().splitlines()


@pytest.mark.parametrize("how", ["justpy", "serve", "run", "guarded"])
@pytest.mark.parametrize("options", [(), ("--debug",)])
def test_a_worker_loads_the_program_without_serving_it(
    serve: Serve, tmp_path: Path, how: str, options: tuple[str, ...]
) -> None:
    served = serve(source(how, tmp_path), *options)
    answer = httpx.get(served.url, follow_redirects=True, timeout=60)
    assert answer.text == "[2, 4, 6] 15"
    pids = {line.split()[0] for line in loads(tmp_path)}
    assert 2 <= len(pids) <= 1 + (os.cpu_count() or 1)
    assert not (tmp_path / "after").exists() or how == "guarded"


@pytest.mark.parametrize("how", ["justpy", "guarded"])
def test_a_program_without_a_launcher(
    plain: Callable[..., Plain], tmp_path: Path, how: str
) -> None:
    served = plain(source(how, tmp_path))
    assert httpx.get(served.url(), timeout=60).text == "[2, 4, 6] 15"
    assert all(line.endswith("True") for line in loads(tmp_path))


def stuck_in(folder: Path) -> list[int]:
    begun = [path for path in folder.glob("stuck-*") if not path.suffix]
    return [int(path.read_text()) for path in begun]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("number", [KILL, signal.SIGTERM, signal.SIGINT])
def test_workers_end_with_the_program(
    plain: Callable[..., Plain], tmp_path: Path, number: signal.Signals
) -> None:
    served = plain(source("justpy", tmp_path))
    program = int(httpx.get(f"{served.url()}/stuck", timeout=60).text)
    until(lambda: bool(stuck_in(tmp_path)), "a function runs")
    workers = stuck_in(tmp_path)
    assert all(map(runs, workers))
    os.kill(program, number)
    end([program, *workers])
    leftover = list((tmp_path / ".satchel" / "jobs").iterdir())
    assert bool(leftover) == (number == KILL)


def test_the_next_start_removes_what_a_killed_program_left(
    plain: Callable[..., Plain], tmp_path: Path
) -> None:
    first = plain(source("justpy", tmp_path))
    program = int(httpx.get(f"{first.url()}/stuck", timeout=60).text)
    until(lambda: bool(stuck_in(tmp_path)), "a function runs")
    left = list((tmp_path / ".satchel" / "jobs").iterdir())
    assert left
    os.kill(program, KILL)
    first.ended()
    second = plain(source("justpy", tmp_path))
    assert httpx.get(second.url(), timeout=60).status_code == 200
    until(lambda: not any(path.exists() for path in left), "they are removed")


def test_a_program_that_a_worker_cannot_load_says_why(
    plain: Callable[..., Plain], tmp_path: Path
) -> None:
    fails = "if __name__ != '__main__': raise ValueError('broken here')\nasync def page"
    served = plain(source("justpy", tmp_path).replace("async def page", fails, 1))
    answer = httpx.get(served.url(), timeout=60).text
    assert "could not be loaded in a process: ValueError: broken here." in answer
    assert answer.endswith("15")

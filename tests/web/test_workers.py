"""Processes that a program starts with multiprocessing end with it, however it ends."""

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

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

PROGRAM = """
import multiprocessing, os
from concurrent.futures import ProcessPoolExecutor

def work(number):
    return os.getpid()

def page():
    page.pool = ProcessPoolExecutor(2, mp_context=multiprocessing.get_context('{how}'))
    assert os.getpid() not in page.pool.map(work, range(20))
    pids = [worker.pid for worker in multiprocessing.active_children()]
    return jp.PlainTextResponse(' '.join(map(str, [os.getpid(), *pids])))

if __name__ == '__main__':
    jp.justpy(page)
"""
LOADING = """import core as jp
import multiprocessing, os, time
worker = multiprocessing.get_context('fork').Process(target=time.sleep, args=(600,))
worker.start()
with open('{folder}/pids', 'w') as file:
    file.write(f'{{os.getpid()}} {{worker.pid}}')
os.rename('{folder}/pids', '{folder}/loading')
time.sleep(600)
"""


def runs(process: int) -> bool:
    """Whether a process exists and is not a zombie."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in "ZX"


def end(processes: list[int]) -> None:
    until(lambda: not any(map(runs, processes)), f"{processes} end")


@pytest.mark.parametrize("how", ["fork", "spawn", "forkserver"])
@pytest.mark.parametrize("options", [(), ("--debug",)])
def test_they_end_when_it_is_killed(serve: Serve, how: str, options: tuple[str, ...]) -> None:
    served = serve(PROGRAM.format(how=how), *options)
    program, *workers = map(
        int, httpx.get(served.url, follow_redirects=True, timeout=60).text.split()
    )
    assert len(workers) > 0 and all(map(runs, workers))
    os.kill(program, KILL)
    end(workers)


def test_they_end_when_the_supervisor_is_killed(serve: Serve) -> None:
    served = serve(PROGRAM.format(how="fork"), "--debug")
    processes = [*map(int, httpx.get(served.url, follow_redirects=True, timeout=60).text.split())]
    assert served.process.pid not in processes
    served.kill()
    end(processes)


def test_they_end_when_the_program_is_saved_while_it_loads(serve: Serve, tmp_path: Path) -> None:
    served = serve(PROGRAM.format(how="fork"), "--debug")
    program = tmp_path / "program.py"
    source = program.read_text()
    program.write_text(LOADING.format(folder=tmp_path))
    until((tmp_path / "loading").exists, "it loads")
    processes = [*map(int, (tmp_path / "loading").read_text().split())]
    assert all(map(runs, processes))
    program.write_text(source + "# saved\n")
    end(processes)
    assert httpx.get(served.url, follow_redirects=True, timeout=60).status_code == 200


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_they_end_with_a_program_without_a_window(
    plain: Callable[..., Plain], number: signal.Signals
) -> None:
    served = plain(PROGRAM.format(how="fork"))
    program, *workers = map(int, httpx.get(served.url(), timeout=60).text.split())
    os.kill(program, number)
    end([program, *workers])


def test_the_server_that_forks_them_has_no_threads(plain: Callable[..., Plain]) -> None:
    """In a fork of a process with threads, a lock may be held that is never released."""
    process = "from multiprocessing.forkserver import _forkserver"
    threads = "os.listdir(f'/proc/{_forkserver._forkserver_pid}/task')"
    source = PROGRAM.format(how="forkserver")
    source = source.replace("    return jp", f"    {process}\n    return jp")
    served = plain(source.replace("*pids", f"*{threads}"))
    _, *found = httpx.get(served.url(), timeout=60).text.split()
    assert len(found) == 1

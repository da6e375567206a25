"""Jobs in processes: values, errors, processes that end, cancelling, limits."""

import asyncio
import sys
from pathlib import Path
from types import ModuleType

import psutil
import pytest

from core.jobs.errors import NotCallable
from core.jobs.outcome import sentence
from core.jobs.registry import Jobs
from core.jobs.task import Counts
from core.language import chosen
from tests.support.language import catalogue, spoken
from tests.support.processes import WAS_KILLED

from . import functions
from .conftest import running, until

CRASHED = "crashed (0xC0000005)" if sys.platform == "win32" else "crashed (SIGSEGV)"


def start(jobs: Jobs, function: object, items: object, **options: object):  # type: ignore[no-untyped-def]
    return jobs.start(function, items, session_id="s", **options)  # type: ignore[arg-type]


async def test_functions_run_in_processes_that_are_used_again(jobs: Jobs) -> None:
    job = start(jobs, functions.steps, ["a", "b", "c", "d"])
    await job.wait()
    assert job.counts == Counts(0, 0, 4, 0, 0)
    assert [task.text for task in job.tasks] == ["half of a", "half of b", "half of c", "half of d"]
    assert [task.outputs[0].read_text() for task in job.tasks] == ["a", "b", "c", "d"]
    pids = {task.value.rpartition(" ")[2] for task in job.tasks}
    assert pids == {str(pid) for pid in jobs.pids()} and len(pids) <= 2


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("kill", WAS_KILLED),
        ("crash", CRASHED),
        ("exit", "exit code 3"),
        ("sys.exit", "sys.exit('no more')"),
        ("raise", "this is no picture."),
        ("odd", "odd: 1 2."),
        ("file", "No such file or directory: photo.jpg."),
        ("unpicklable", "It returned a lock"),
    ],
)
async def test_what_fails_fails_alone_and_in_words(jobs: Jobs, how: str, words: str) -> None:
    job = start(jobs, functions.end, ["ok", how, "ok", "print"])
    await job.wait()
    assert [task.state for task in job.tasks] == ["done", "failed", "done", "done"]
    assert words in job.tasks[1].error
    assert len(job.tasks[1].error) < 200 and job.tasks[1].error.endswith(".")


async def test_processes_speak_the_language_that_the_program_has_now(
    jobs: Jobs, tmp_path: Path
) -> None:
    words = 'msgid "{number} kB"\nmsgstr "{number} kilo"\n'
    with spoken(LANG="ja_JP.UTF-8"):
        said = []
        for language in ("de", "fr"):
            chosen.choose(language)
            chosen.use_catalogues(*([catalogue(tmp_path, "fr", words)] if language == "fr" else []))
            job = start(jobs, functions.size_in_words, [1_500_000, 2_000], at_once=1)
            await job.wait()
            said.append([task.value for task in job.tasks])
    assert said == [["1,5 MB", "2 kB"], ["1,5 Mo", "2 kilo"]]


def test_what_failed_is_said_in_the_language_of_the_person(tmp_path: Path) -> None:
    texts = {
        "Permission denied": "verboten",
        "There was not enough memory.": "Kein Speicher.",
    }
    po = "\n".join(f'msgid "{text}"\nmsgstr "{said}"\n' for text, said in texts.items())
    with spoken(SATCHEL_LANG="de"):
        chosen.use_catalogues(catalogue(tmp_path, "de", po))
        assert sentence(PermissionError(13, "Permission denied", "/x/a.txt")) == "verboten: a.txt."
        assert sentence(MemoryError()) == "Kein Speicher."


async def test_a_killed_process_is_replaced(jobs: Jobs) -> None:
    await start(jobs, functions.pid, [1, 2]).wait()
    before = jobs.pids()
    for pid in before:
        psutil.Process(pid).kill()
    job = start(jobs, functions.pid, range(4))
    await job.wait()
    assert job.counts.done == 4
    assert not {task.value for task in job.tasks} & set(before)


async def test_a_function_that_reports_is_cancelled_and_its_process_stays(
    jobs: Jobs, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    job = start(jobs, functions.until_cancelled, [first, second], at_once=1)
    await until(first.exists)
    (pid,) = jobs.pids()
    job.cancel(job.tasks[0])
    await until(second.exists)
    assert (job.tasks[0].state, job.tasks[1].state) == ("cancelled", "working")
    assert jobs.pids() == [pid] and not job.was_cancelled
    job.cancel()
    await job.wait()
    assert job.counts == Counts(0, 0, 0, 0, 2) and job.was_cancelled


async def test_a_stubborn_function_is_ended_with_its_own_processes(
    jobs: Jobs, tmp_path: Path
) -> None:
    begun = tmp_path / "begun"
    stubborn = start(jobs, functions.stubborn, [begun])
    await until(begun.exists)
    processes = [psutil.Process(int(pid)) for pid in begun.read_text().split()]
    stubborn.cancel()
    assert stubborn.tasks[0].is_cancelling
    await stubborn.wait()
    assert stubborn.tasks[0].state == "cancelled"
    await asyncio.to_thread(psutil.wait_procs, processes, 10)
    assert not [each for each in processes if each.is_running() and each.status() != "zombie"]
    after = start(jobs, functions.double, [1, 2, 3])
    await after.wait()
    assert after.counts.done == 3


async def test_ten_thousand_items(jobs: Jobs) -> None:
    job = start(jobs, functions.double, range(10_000))
    await job.wait()
    assert [task.value for task in job.tasks] == [2 * number for number in range(10_000)]


async def test_cancelling_ten_thousand_says_how_many_are_done(jobs: Jobs) -> None:
    job = start(jobs, functions.double, range(10_000))
    await until(lambda: job.counts.done > 10)
    job.cancel()
    await job.wait()
    counts = job.counts
    assert counts.done > 10 and counts.cancelled > 0 and counts.done + counts.cancelled == 10_000
    assert all((task.value == 2 * task.id) == (task.state == "done") for task in job.tasks[1:])


async def test_functions_that_a_process_cannot_load_are_refused_at_once(jobs: Jobs) -> None:
    def closure(item: int) -> int:
        return item

    for function in (closure, lambda item: item):
        with pytest.raises(NotCallable, match="top level.*executor='threads'"):
            start(jobs, function, [1])
    with pytest.raises(NotCallable, match="arguments of double"):
        jobs.start(functions.double, [1], open, asyncio.Lock(), lambda: 1, session_id="s")
    job = start(jobs, functions.pid, [lambda: 1, 2])
    await job.wait()
    assert [task.state for task in job.tasks] == ["failed", "done"]
    assert "cannot be sent" in job.tasks[0].error


async def test_a_value_that_is_too_large_is_refused_in_words(tmp_path: Path) -> None:
    async with running(tmp_path, processes=1, value_bytes=1000) as jobs:
        job = start(jobs, functions.end, ["large", "raise", "ok"])
        await job.wait()
        assert "100 kB" in job.tasks[0].error and "output()" in job.tasks[0].error
        assert job.tasks[1].error == "this is no picture." and job.tasks[2].value == "ok"


HANGS = """
import threading
def function(item):
    return item
if __name__ != '__main__':
    threading.Event().wait()
"""


async def test_a_program_that_never_ends_loading_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "program.py").write_text(HANGS)
    main = ModuleType("__main__")
    main.__file__ = str(tmp_path / "program.py")
    exec(HANGS, main.__dict__)
    monkeypatch.setitem(sys.modules, "__main__", main)
    async with running(tmp_path, processes=1, loading=0.5) as jobs:
        job = start(jobs, main.function, [1])
        await job.wait()
        assert "was not loaded within 0.5 s" in job.tasks[0].error


async def test_processes_without_work_end(tmp_path: Path) -> None:
    async with running(tmp_path, processes=2, idle=0.01) as jobs:
        await start(jobs, functions.double, [1, 2]).wait()
        await until(lambda: not jobs.pids())
        job = start(jobs, functions.double, [3])
        await job.wait()
        assert job.tasks[0].value == 6


async def test_the_end_of_the_server_ends_every_process(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    async with running(tmp_path, processes=2) as jobs:
        start(jobs, functions.stubborn, [begun, tmp_path / "other"])
        await until(begun.exists)
        processes = [psutil.Process(int(pid)) for pid in begun.read_text().split()]
    gone, alive = await asyncio.to_thread(psutil.wait_procs, processes, 10)
    assert not [each for each in alive if each.status() != "zombie"]
    assert not list((tmp_path / "jobs").iterdir())

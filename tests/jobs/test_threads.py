"""Jobs on threads: states, errors, cancelling, retrying, files, watching."""

import asyncio
import threading
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from core.files.received_file import File
from core.jobs.errors import TooMuch
from core.jobs.limits import JobLimits
from core.jobs.registry import Jobs
from core.jobs.task import Counts, Task
from core.jobs.working import output, report

from .conftest import running


@pytest.fixture
async def jobs(tmp_path: Path) -> AsyncIterator[Jobs]:
    loop = asyncio.get_running_loop()
    limits = JobLimits(running=2, jobs=3, tasks=100, grace=0.2)
    made = Jobs(limits, tmp_path / "jobs", lambda session: tmp_path / session, lambda: loop)
    yield made
    await asyncio.to_thread(made.close)


def double(number: int, by: int = 2) -> int:
    report(0.5, f"doubling {number}")
    return number * by


async def test_a_long_label_keeps_its_end_which_says_what_it_is(jobs: Jobs) -> None:
    name = "page " * 100 + "end.jpg"
    job = jobs.start(double, [1], session_id="s", executor="threads", labels=[name])
    await job.wait()
    [task] = job.tasks
    assert len(task.label) == 200
    assert task.label.startswith("page page") and task.label.endswith("page end.jpg")


async def test_each_item_gets_its_value(jobs: Jobs) -> None:
    job = jobs.start(double, [1, 2, 3], session_id="s", executor="threads", by=3)
    assert job.is_running and jobs.of("s") is job and jobs.running("s") == [job]
    await job.wait()
    assert [task.value for task in job.tasks] == [3, 6, 9]
    assert job.counts == Counts(0, 0, 3, 0, 0)
    assert [task.text for task in job.tasks] == ["doubling 1", "doubling 2", "doubling 3"]
    assert not job.is_running and not jobs.running()
    assert jobs.of("s") is job and jobs.of("other") is None


def fail_for(name: str) -> str:
    if name == "bad":
        raise ValueError("this is no picture")
    return name


async def test_an_error_stops_no_other_and_can_be_tried_again(
    jobs: Jobs, caplog: pytest.LogCaptureFixture
) -> None:
    job = jobs.start(fail_for, ["a", "bad", "b"], session_id="s", executor="threads")
    await job.wait()
    assert [task.state for task in job.tasks] == ["done", "failed", "done"]
    assert job.tasks[1].error == "this is no picture."
    assert "in fail_for" in caplog.text
    job.retry()
    assert job.is_running and job.tasks[1].state == "waiting" and not job.tasks[1].error
    await job.wait()
    assert job.counts == Counts(0, 0, 2, 1, 0)


async def test_cancelling_reaches_waiting_and_running_work(jobs: Jobs) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(number: int) -> int:
        if number == 1:
            begun.set()
            go_on.wait()
            report()
        return number

    job = jobs.start(work, [0, 1, 2], session_id="s", executor="threads", at_once=1)
    await asyncio.to_thread(begun.wait)
    job.cancel()
    assert [task.state for task in job.tasks] == ["done", "working", "cancelled"]
    assert job.tasks[1].is_cancelling and job.is_running
    go_on.set()
    await job.wait()
    assert job.counts == Counts(0, 0, 1, 0, 2) and job.was_cancelled
    job.retry(job.tasks[2])
    await job.wait()
    assert job.counts == Counts(0, 0, 2, 0, 1) and not job.was_cancelled


def shout(path: Path) -> str:
    output("Shouted.txt").write_text(path.read_text().upper())
    output("Shouted.txt").write_text("another")
    return path.name


async def test_received_files_outlive_their_handler(jobs: Jobs, tmp_path: Path) -> None:
    received = tmp_path / "upload"
    received.write_text("hello")
    file = File("note.txt", 5, "text/plain", 0, received)
    job = jobs.start(shout, [file], session_id="s", executor="threads")
    file.discard()  # as after its handler
    await job.wait()
    (task,) = job.tasks
    assert (task.label, task.value, task.error) == ("note.txt", "note.txt", "")
    assert [path.name for path in task.outputs] == ["Shouted.txt", "Shouted (2).txt"]
    assert task.outputs[0].read_text() == "HELLO"
    folder = task.outputs[0].parent.parent
    jobs.remove(job)
    while folder.exists():
        await asyncio.sleep(0)
    assert jobs.of("s") is None


async def test_watchers_hear_what_changed_until_the_end(jobs: Jobs) -> None:
    seen: dict[int, str] = {}
    ended = asyncio.Event()

    def changed(tasks: Sequence[Task]) -> None:
        seen.update({task.id: task.state for task in tasks})
        if not job.is_running:
            ended.set()

    job = jobs.start(double, range(50), session_id="s", executor="threads")
    unwatch = job.watch(changed)
    await ended.wait()
    assert seen == dict.fromkeys(range(50), "done")
    unwatch()


async def test_limits_say_what_and_how_much(jobs: Jobs) -> None:
    def start(items: Any, key: str = "") -> Any:
        return jobs.start(double, items, session_id="s", key=key, executor="threads")

    with pytest.raises(TooMuch, match="100 things"):
        start(range(101))
    stop = threading.Event()
    busy = [
        jobs.start(lambda _: stop.wait(), [1], session_id="s", key=str(n), executor="threads")
        for n in range(2)
    ]
    with pytest.raises(TooMuch, match="2 jobs are running"):
        start([1])
    stop.set()
    for job in busy:
        await job.wait()
    for number in range(5):
        await start([1], key=f"k{number}").wait()
    kept = [jobs.of("s", f"k{number}") for number in range(5)]
    assert [job is not None for job in kept] == [False, False, True, True, True]


async def test_a_plain_handler_may_start_and_cancel(jobs: Jobs) -> None:
    stop = threading.Event()
    job = await asyncio.to_thread(
        jobs.start, lambda _: stop.wait(), [1, 2], session_id="s", executor="threads", at_once=1
    )
    await asyncio.to_thread(job.cancel)
    stop.set()
    await job.wait()
    assert job.tasks[1].state == "cancelled"


async def test_files_of_jobs_count_for_their_session(jobs: Jobs, tmp_path: Path) -> None:
    received = tmp_path / "upload"
    received.write_text("hello")
    file = File("note.txt", 5, "text/plain", 0, received)
    job = jobs.start(shout, [file], session_id="s", executor="threads")
    await job.wait()
    assert jobs.size("s") == len("hello" + "HELLO" + "another") and jobs.size("other") == 0


async def test_programs_beside_each_other_leave_their_files_alone(
    jobs: Jobs, tmp_path: Path
) -> None:
    async with running(tmp_path) as other:
        job = other.start(shout, [write(tmp_path, "a")], session_id="s", executor="threads")
        await job.wait()
        await asyncio.to_thread(jobs.remove_leftovers)
        assert job.tasks[0].outputs[0].exists()
    left = tmp_path / "jobs" / "of-a-killed-program" / "job"
    left.mkdir(parents=True)
    await asyncio.to_thread(jobs.remove_leftovers)
    assert not left.parent.exists()


def write(folder: Path, text: str) -> Path:
    path = folder / "written"
    path.write_text(text)
    return path


async def test_as_many_at_once_as_the_program_says(jobs: Jobs) -> None:
    barrier = threading.Barrier(40)
    job = jobs.start(
        lambda _: barrier.wait(), range(40), session_id="s", executor="threads", at_once=40
    )
    await job.wait()
    assert job.counts.done == 40
    with pytest.raises(ValueError, match="at_once is 0"):
        jobs.start(double, [1], session_id="s", at_once=0)


def write_two(text: str) -> None:
    output("a.txt").write_text(text)
    output("b.txt").write_text("12")


async def test_results_are_measured_once_where_they_were_made(jobs: Jobs) -> None:
    job = jobs.start(write_two, ["abc"], session_id="s", executor="threads")
    await job.wait()
    [task] = job.tasks
    assert task.output_size == 5
    for path in task.outputs:
        path.unlink()
    assert task.output_size == 5  # who shows it does not go to the disk

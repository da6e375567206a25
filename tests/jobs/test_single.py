"""One call that its caller awaits."""

import asyncio
from pathlib import Path

import psutil
import pytest

from core.files.received_file import File
from core.jobs.errors import JobError, ProcessEnded, WorkFailed
from core.jobs.registry import Jobs
from tests.support.processes import WAS_KILLED

from . import functions
from .conftest import until


async def test_it_gives_the_value_and_raises_what_was_raised(jobs: Jobs) -> None:
    assert await jobs.run(functions.double, 21) == 42
    assert await jobs.run(functions.double, number=4, executor="threads") == 8
    with pytest.raises(ValueError, match="no picture") as raised:
        await jobs.run(functions.end, "raise")
    assert "in end" in raised.value.__notes__[0]
    with pytest.raises(WorkFailed, match="odd: 1 2"):
        await jobs.run(functions.end, "odd")
    with pytest.raises(ProcessEnded, match=WAS_KILLED):
        await jobs.run(functions.end, "kill")
    with pytest.raises(JobError, match="no more"):
        await jobs.run(functions.end, "sys.exit", executor="threads")


@pytest.mark.parametrize("executor", ["processes", "threads"])
async def test_progress_arrives_before_the_value(jobs: Jobs, executor: str) -> None:
    seen = []

    async def show(progress: float | None, text: str) -> None:
        await asyncio.sleep(0)
        seen.append((progress, text))

    await jobs.run(functions.steps, "a", executor=executor, on_progress=show)  # type: ignore[arg-type]
    assert seen == [(0.5, "half of a")]


@pytest.mark.parametrize("function", [functions.until_cancelled, functions.stubborn])
async def test_a_task_that_is_cancelled_ends_the_work(
    jobs: Jobs, tmp_path: Path, function: object
) -> None:
    begun = tmp_path / "begun"
    task = asyncio.create_task(jobs.run(function, begun))  # type: ignore[arg-type]
    await until(begun.exists)
    (pid,) = jobs.pids()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert psutil.pid_exists(pid) == (function is functions.until_cancelled)


def read(path: Path) -> str:
    return path.read_text()


async def test_received_files_become_paths(jobs: Jobs, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hello")
    file = File("a.txt", 5, "text/plain", 0, tmp_path / "a.txt")
    assert await jobs.run(read, file) == "hello"
    assert not file.saved

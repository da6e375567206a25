"""Jobs on executors that are not ours: the standard library's and Dask's."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from core.jobs.connection import ReportServer
from core.jobs.executors import RemoteCall, perform_there
from core.jobs.outcome import Call
from core.jobs.registry import Jobs
from core.jobs.task import Counts

from . import functions
from .conftest import until


@pytest.fixture(scope="module")
def dask() -> Iterator[Executor]:
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client.get_executor()


@pytest.fixture(scope="module")
def processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


@pytest.fixture(scope="module")
def threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


@pytest.fixture(params=["dask", "processes", "threads"])
def executor(request: pytest.FixtureRequest) -> Any:
    return request.getfixturevalue(request.param)


def start(jobs: Jobs, function: Any, items: Any, executor: Executor) -> Any:
    return jobs.start(function, items, session_id="s", executor=executor)


async def test_values_reports_files_and_errors_come_back(jobs: Jobs, executor: Executor) -> None:
    job = start(jobs, functions.steps, ["a", "b", "c"], executor)
    await job.wait()
    assert job.counts == Counts(0, 0, 3, 0, 0), [task.error for task in job.tasks]
    assert [task.text for task in job.tasks] == ["half of a", "half of b", "half of c"]
    assert [task.outputs[0].read_text() for task in job.tasks] == ["a", "b", "c"]
    failing = start(jobs, functions.end, ["ok", "raise", "odd", "file"], executor)
    await failing.wait()
    assert [task.error for task in failing.tasks] == [
        "",
        "this is no picture.",
        "odd: 1 2.",
        "No such file or directory: photo.jpg.",
    ]


async def test_progress_is_seen_while_it_runs_and_cancelling_reaches_it(
    jobs: Jobs, executor: Executor, tmp_path: Path
) -> None:
    paths = [tmp_path / f"begun-{number}" for number in range(6)]
    job = start(jobs, functions.until_cancelled, paths, executor)
    await until(lambda: sum(task.text == "waiting" for task in job.tasks) == 2)
    assert (job.counts.waiting, job.counts.working) == (4, 2)
    job.cancel()
    await job.wait()
    assert job.counts == Counts(0, 0, 0, 0, 6)
    assert sum(path.exists() for path in paths) == 2
    again = start(jobs, functions.double, [1, 2, 3], executor)
    await again.wait()
    assert [task.value for task in again.tasks] == [2, 4, 6]


async def test_a_closure_runs_where_the_executor_can_send_it(jobs: Jobs, dask: Executor) -> None:
    by = 3
    job = start(jobs, lambda number: number * by, [1, 2], dask)
    await job.wait()
    assert [task.value for task in job.tasks] == [3, 6]


async def test_a_worker_of_dask_that_dies_fails_its_task(jobs: Jobs, dask: Executor) -> None:
    job = start(jobs, functions.end, ["exit"], dask)
    await job.wait()
    assert job.tasks[0].state == "failed" and job.tasks[0].error


async def test_one_call_on_an_executor(jobs: Jobs, dask: Executor, tmp_path: Path) -> None:
    assert await jobs.run(functions.pid, executor=dask) != os.getpid()
    begun = tmp_path / "begun"
    task = asyncio.create_task(jobs.run(functions.until_cancelled, begun, executor=dask))
    await until(begun.exists)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def test_without_a_connection_a_function_runs_all_the_same(tmp_path: Path) -> None:
    """As on another computer."""
    call = RemoteCall(Call(functions.steps, ("a",)), str(tmp_path), ("127.0.0.1", 9), "ticket")
    outcome = perform_there(call)
    assert outcome.kind == "done" and outcome.value.startswith("a from")


async def test_nobody_without_a_ticket_is_heard(jobs: Jobs) -> None:
    server = ReportServer()
    host, port = await server.open()
    for line in (b"nonsense\n", b"\xff\n", b"x" * 100_000):
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(line)
        assert await reader.read() in (b"cancel\n", b"")
        writer.close()
    server.close()

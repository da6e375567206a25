"""The jobs of a session: all of a key, and who hears of new ones."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.files.received_file import File
from core.jobs.limits import JobLimits
from core.jobs.registry import Jobs


@pytest.fixture
async def jobs(tmp_path: Path) -> AsyncIterator[Jobs]:
    loop = asyncio.get_running_loop()
    made = Jobs(JobLimits(), tmp_path / "jobs", lambda session: tmp_path / session, lambda: loop)
    yield made
    await asyncio.to_thread(made.close)


async def test_jobs_that_ended_stay_if_they_are_not_replaced(jobs: Jobs) -> None:
    first = jobs.start(str, [1], session_id="s", key="k", executor="threads")
    await first.wait()
    second = jobs.start(str, [2], session_id="s", key="k", executor="threads", replaces=False)
    other = jobs.start(str, [2], session_id="s", key="other", executor="threads")
    await second.wait()
    assert jobs.all("s", "k") == [first, second] and jobs.of("s", "k") is second
    assert jobs.all("s", "other") == [other] and jobs.all("t", "k") == []
    third = jobs.start(str, [3], session_id="s", key="k", executor="threads")
    assert jobs.all("s", "k") == [third]


async def test_who_watches_a_session_hears_of_its_jobs_only(jobs: Jobs) -> None:
    heard: asyncio.Queue[str] = asyncio.Queue()
    ends = [jobs.watch(name, lambda name=name: heard.put_nowait(name)) for name in "sst"]
    job = jobs.start(str, [1], session_id="s", executor="threads")
    assert [await heard.get(), await heard.get()] == ["s", "s"]
    ends[0]()
    await job.wait()
    jobs.remove(job)
    assert await heard.get() == "s"
    for end in ends:
        end()
    jobs.start(str, [1], session_id="s", executor="threads")
    await asyncio.sleep(0)
    assert heard.empty()


async def test_tasks_know_the_sizes_of_received_files(jobs: Jobs, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("four")
    file = File("a.txt", 4, "text/plain", 0, path)
    job = jobs.start(len, [file, "text"], session_id="s", executor="threads")
    assert [task.size for task in job.tasks] == [4, None]
    await job.wait()

"""Jobs without a server."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from core.jobs.limits import JobLimits
from core.jobs.registry import Jobs


@asynccontextmanager
async def running(folder: Path, **limits: Any) -> AsyncIterator[Jobs]:
    loop = asyncio.get_running_loop()
    jobs = Jobs(JobLimits(**limits), folder / "jobs", lambda name: folder / name, lambda: loop)
    try:
        yield jobs
    finally:
        jobs.stop()
        await asyncio.to_thread(jobs.close)


@pytest.fixture
async def jobs(tmp_path: Path) -> AsyncIterator[Jobs]:
    async with running(tmp_path, processes=2, grace=0.2) as made:
        yield made


async def until(condition: Callable[[], Any]) -> None:
    while not condition():
        await asyncio.sleep(0.01)

"""100 times kill -9, at random moments: no file is ever incomplete or lost.

Set SATCHEL_KILLS=2000 for more kills.

Some kills come from outside at any time, some at a certain step of the server's work on the disk,
which is slow in a third of its lives. Clients vanish in the middle of uploads, copies and saves.
All lives of the server share one folder: each continues what the one before it started.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support import kills
from tests.support.kill_client import Client
from tests.support.local import NO_TLS
from tests.support.processes import ready_to_fork

ROUNDS = int(os.environ.get("SATCHEL_KILLS", "100"))

# A process that has imported everything, so that its children start at once.
PROCESSES = ready_to_fork("tests.support.kills")


async def life(client: Client, step: int | None, answers: int | None, delay: float = 0) -> None:
    """One life of the server: it ends at a step of its work, or after so many answers.

    Args:
        delay: seconds that each write, copy and sync takes at most.
    """
    here, there = PROCESSES.Pipe()
    process = PROCESSES.Process(target=kills.run, args=(client.folder, there, step, delay))
    process.start()
    there.close()
    try:
        with contextlib.suppress(EOFError):  # it died before it served
            port = await asyncio.to_thread(here.recv)
            await work(client, port, process, answers)
    finally:
        process.kill()
        await asyncio.to_thread(process.join)
        here.close()
    client.check()


async def work(client: Client, port: int, process: Any, answers: int | None) -> None:
    count = 0

    async def answered(response: httpx.Response) -> None:
        nonlocal count
        count += 1
        if count == answers:
            process.kill()

    url = f"http://127.0.0.1:{port}"
    async with httpx.AsyncClient(
        base_url=url, timeout=60, verify=NO_TLS, event_hooks={"response": [answered]}
    ) as http:
        await client.work(http)


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory if possible: a kill loses nothing in the page cache, so it is as good."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


@pytest.mark.row(26)
@pytest.mark.parametrize("seed", range(2))
async def test_nothing_is_half_there_or_lost(folder: Path, seed: int) -> None:
    client = Client(folder, random.Random(seed))
    for number in range(ROUNDS // 2):
        step, answers = client.draw.randrange(1, 100), client.draw.randrange(1, 20)
        delay = client.draw.choice([0, 0, 0.02])
        await life(client, step if number % 2 else None, None if number % 2 else answers, delay)
    await life(client, None, None)  # ends what is still open
    assert client.begun == []
    kinds = {"_upload", "_batch", "_put", "_join", "_save", "_copy", "_continue", "_leave"}
    assert kinds <= client.answered.keys() and client.copies == {}

"""A request goes to a thread as seldom as it can: each hop costs more than most system calls."""

from collections.abc import Iterator

import httpx
import pytest

from core.executors import Executor
from tests.support.tus import TUS, create, patch


@pytest.fixture
def hops(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The executors that work was given to."""
    found: list[str] = []
    begin = Executor.begin

    def noting(executor: Executor, function: object, *arguments: object) -> object:
        found.append(executor.name)
        return begin(executor, function, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Executor, "begin", noting)
    yield found


async def test_hops_of_each_request(client: httpx.AsyncClient, hops: list[str]) -> None:
    url = await create(client, 6)
    assert hops == ["data-folder"]
    hops.clear()
    await patch(client, url, 0, b"abc")
    await patch(client, url, 3, b"def")
    assert hops == ["data-folder"] * 4  # to check and open, to write and complete
    hops.clear()
    await client.head(url, headers=TUS)
    await client.delete(url, headers=TUS)
    assert hops == ["data-folder"] * 2
    hops.clear()
    assert (await client.put("/uploads/a.txt", content=b"abc")).status_code == 201
    assert hops == ["data-folder"] * 2

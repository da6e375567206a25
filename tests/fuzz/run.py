"""Runs the fuzzer against its own server, and reports what went wrong."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil

from core.web.access.sessions import Sessions
from tests.fuzz import doors
from tests.fuzz.client import Client
from tests.fuzz.junk import Junk
from tests.fuzz.wire import Answer, Case, Wire
from tests.support.local import NO_TLS, SECRET, TOKEN, session_id
from tests.support.served import ROOT

AT_ONCE = 24
"""Connections at a time."""

PATIENCE = 60.0
"""Seconds after which a connection counts as forgotten. The server's own limits are shorter."""

GROWTH = 64 << 20
"""Bytes by which the server may grow between the first tenth and the end."""

MOST_FAULTS = 200

# Disk and quota refuse sizes that do not fit, which is not a fault.
_FULL = 507

_RECORD = re.compile(r"^(?=(?:DEBUG|INFO|WARNING|ERROR|CRITICAL):)", re.MULTILINE)
# uvicorn logs this for clients that leave during the handshake.
_LEFT = "ASGI callable returned without completing handshake."
_TROUBLE = re.compile(r"(?:ERROR|CRITICAL):|.*Traceback", re.DOTALL)


@dataclass
class Report:
    """The result of a run.

    Attributes:
        faults: a sentence for each fault, with the case that caused it.
        answers: how often each door answered with each status.
        waits: seconds that the requests of another session took meanwhile.
    """

    seed: int
    faults: list[str] = field(default_factory=list)
    answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    cases: int = 0
    memory: tuple[int, int] = (0, 0)


class Served:
    """The server of a run, in a process of its own."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.server", str(data)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=(data.parent / f"{data.name}.err").open("w"),
            text=True,
        )
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())
        self.origin = f"http://127.0.0.1:{self.port}"
        self._read = 0

    def news(self) -> str:
        """What is in the log and on stderr since the last call."""
        text = (self.data / "server.log").read_text(errors="replace")
        text += (self.data.parent / f"{self.data.name}.err").read_text(errors="replace")
        found, self._read = text[self._read :], len(text)
        return found

    def memory(self) -> int:
        """Bytes that are resident."""
        return int(psutil.Process(self._process.pid).memory_info().rss)

    def stop(self) -> int:
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self._process.wait(30)


@contextmanager
def served(data: Path) -> Iterator[Served]:
    data.mkdir(parents=True)
    running = Served(data)
    try:
        yield running
    finally:
        running.stop()


def cookie(number: int) -> str:
    return Sessions(SECRET, "satchel", TOKEN).cookie(session_id(number))


async def fuzz(
    data: Path, seed: int, *, cases: int | None = None, seconds: float | None = None
) -> Report:
    """Send cases to all doors, for a number of cases or seconds."""
    report = Report(seed)
    with served(data) as server:
        run = _Run(server, report, cases, seconds)
        await run.all()
    return report


class _Run:
    def __init__(
        self, server: Served, report: Report, cases: int | None, seconds: float | None
    ) -> None:
        self.server = server
        self.report = report
        self.most = cases
        self.until = None if seconds is None else time.monotonic() + seconds
        self.wire = Wire(server.port, PATIENCE)
        self.client = Client(Junk(report.seed), server.origin, cookie(1))
        self.last: deque[Case] = deque(maxlen=AT_ONCE * 3)
        self.warm = 0

    async def all(self) -> None:
        before = await self._counts()
        bystander = asyncio.create_task(
            asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.fuzz.bystander", self.server.origin, cookie(2),
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
            )
        )  # fmt: skip
        process = await bystander
        await asyncio.gather(*(self._attack() for _ in range(AT_ONCE)))
        out, _ = await process.communicate(b"")
        found = json.loads(out)
        self.report.waits = found["waits"]
        self.report.faults += found["faults"]
        await self._quiet(before)
        self._look_at_log()

    async def _attack(self) -> None:
        while not self._is_over():
            self.report.cases += 1
            case = doors.case(self.client)
            self.last.append(case)
            try:
                answer = await self.wire.send(case)
            except TimeoutError:
                self._fault(f"no answer within {PATIENCE:.0f} s", case)
                continue
            except ValueError as error:  # the answer is not HTTP
                self._fault(f"unreadable answer: {error!r}", case)
                continue
            self._judge(case, answer)

    def _is_over(self) -> bool:
        report = self.report
        if self.warm == 0 and report.cases > (self.most or 5000) // 10:
            self.warm = self.server.memory()
        over = self.most is not None and report.cases >= self.most
        return over or self.until is not None and time.monotonic() > self.until

    def _judge(self, case: Case, answer: Answer) -> None:
        self.report.answers[case.door, answer.status] += 1
        if answer.status >= 500 and answer.status != _FULL:
            self._fault(f"answered {answer.status}: {answer.body[:300]!r}", case)
        if b"Traceback" in answer.body:
            self._fault("a traceback in the answer", case)
        if answer.status in (200, 201, 101):
            self.client.learn(answer)
        if self.report.cases % 200 == 0:
            self._look_at_log()

    def _look_at_log(self) -> None:
        for record in _RECORD.split(self.server.news()):
            if _TROUBLE.match(record) and _LEFT not in record:
                self._fault(f"the log says: {record[:300]} ... {record[-1500:]}", *self.last)

    def _fault(self, what: str, *cases: Case) -> None:
        if len(self.report.faults) > MOST_FAULTS:
            return
        shown = "\n".join(f"  {each.door} {each.ending}: {each.data[:1500]!r}" for each in cases)
        self.report.faults.append(f"{what}\n{shown}")

    async def _counts(self) -> list[int]:
        """Tasks, threads and descriptors of the server, once a page was served."""
        async with httpx.AsyncClient(verify=NO_TLS) as client:
            headers = {"Cookie": cookie(3)}
            await client.get(f"{self.server.origin}/", headers=headers)
            answer = await client.get(f"{self.server.origin}/tasks", headers=headers)
        counts: list[int] = answer.json()
        return counts

    async def _quiet(self, before: list[int]) -> None:
        """When all have left, so have their tasks, connections and memory."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            tasks, threads, files = await self._counts()
            if tasks <= before[0] + 5 and files <= before[2] + 10:
                break
            await asyncio.sleep(0.5)  # the server's clocks run
        else:
            self._fault(f"tasks, threads, descriptors: {before} before, {tasks, threads, files}")
        self.report.memory = self.warm, self.server.memory()
        if self.report.memory[1] > self.warm + GROWTH:
            self._fault(f"memory grew: {self.report.memory}")

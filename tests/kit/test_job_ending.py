"""What a job tells its page when the program has ended goes nowhere, and is no failure."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

import core as jp
from core import kit
from core.testing import serve


def test_no_handler_is_called_once_the_program_has_ended(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    called: list[str] = []
    shown: list[kit.Job] = []

    def page(request: jp.Request) -> jp.WebPage:
        wp = kit.Page("Jobs")
        shown.append(kit.Job(len, done=lambda: called.append("done"), a=wp))
        called.append(request.session_id)
        return wp

    with caplog.at_level(logging.WARNING):
        with serve(page, folder=tmp_path) as user:
            user.open()
        [job], [session_id] = shown, called
        job.aria_label = "changed"

        async def end() -> None:
            await job.dispatch("done", session_id, job=None)
            await job.update()

        asyncio.run(end())
    assert called == [session_id]
    assert caplog.messages == []

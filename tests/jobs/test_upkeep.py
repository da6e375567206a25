"""A session is not removed while a job of it runs, also without a browser."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import core as jp
from tests.support.local import local
from tests.support.native import until


def test_a_session_with_a_job_is_not_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def page(request: jp.Request) -> jp.PlainTextResponse:
        application.jobs.start(
            lambda _: go_on.wait(), [1], session_id=request.session_id, executor="threads"
        )
        return jp.PlainTextResponse(request.session_id)

    asked: list[Callable[[str], bool]] = []
    monkeypatch.setattr(
        "core.web.upkeep.remove_unvisited", lambda *arguments: asked.append(arguments[2]) or []
    )
    with local(tmp_path, page, remove_old_sessions=0.0) as site, site.session() as client:
        application = site.app
        session_id = client.get("/").text
        application.upkeep.round()
        assert asked[-1](session_id) and not asked[-1]("another")
        go_on.set()
        until(lambda: not application.jobs.running(), "the job ends")
        assert not asked[-1](session_id)

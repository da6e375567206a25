"""The event loop owns pages and channels: in debug mode, other threads cannot touch them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core.live.channel import Channel
from core.live.progress import Sent
from core.loop_guard import WrongThread
from core.testing import serve
from core.web.app import Application
from tests.support.channels import joined, visit
from tests.support.local import local, session_id

OWNED_BY_THE_LOOP: dict[str, Callable[[Application, Channel], Any]] = {
    "a browser is sent a message": lambda app, channel: channel.send({"opened": True}),
    "a browser is woken": lambda app, channel: channel.wake(),
    "messages are taken": lambda app, channel: channel.take_ready(),
    "a page is served": lambda app, channel: app.pages.serve(channel.live.page, "me"),
    "a browser joins": lambda app, channel: app.pages.join(channel),
    "a browser leaves": lambda app, channel: app.pages.leave(channel),
    "a page ends": lambda app, channel: channel.live.end(),
    "a message is received": lambda app, channel: app.live.receiver.receive(
        channel, jp.Dict(t="alive")
    ),
    "a failure is shown": lambda app, channel: app.failures.note(
        ValueError("bad"), "It failed", [channel.live]
    ),
    "the progress of a file is noted": lambda app, channel: app.progress.note(
        channel.live, jp.Form(), "me", Sent("id", "name", 1, 2)
    ),
}


@pytest.mark.parametrize("what", OWNED_BY_THE_LOOP)
def test_in_debug_mode_other_threads_cannot_touch_objects_of_the_loop(
    what: str, tmp_path: Path
) -> None:
    page = jp.WebPage()
    with local(tmp_path, lambda: page, debug=True) as served, joined(served, visit(served)):
        [channel] = served.app.pages.channels(session_id(1))
        with pytest.raises(WrongThread, match="The event loop owns"):
            OWNED_BY_THE_LOOP[what](served.app, channel)


def test_a_loop_of_another_thread_is_another_thread(tmp_path: Path) -> None:
    page = jp.WebPage()
    with local(tmp_path, lambda: page, debug=True) as served, joined(served, visit(served)):
        [channel] = served.app.pages.channels(session_id(1))

        async def send() -> None:
            channel.send({"opened": True})

        with pytest.raises(WrongThread):
            asyncio.run(send())


def test_any_thread_may_leave_a_message_for_a_browser(tmp_path: Path) -> None:
    page = jp.WebPage()
    with (
        local(tmp_path, lambda: page, debug=True) as served,
        joined(served, visit(served)) as tab,
    ):
        [channel] = served.app.pages.channels(session_id(1))
        channel.enqueue({"opened": True})
        tab.settled()
        assert {"opened": True} in tab.got


def test_handlers_on_threads_do_all_that_programs_do(tmp_path: Path) -> None:
    """In debug mode, with a page that several browsers show."""
    threads: list[str] = []
    wp = jp.WebPage()

    def work(msg: Any) -> None:
        threads.append(threading.current_thread().name)
        wp.title = "worked"
        out.text = "worked"
        out.classes = "mt-[77px]"
        jp.P(text="added", a=wp)
        wp.download(b"content", "file.txt")
        jp.run_task(wp.run_javascript("1"))
        jp.run_task(wp.update())

    out = jp.P(text="before", a=wp)
    jp.Button(text="Work", click=work, a=wp)
    with serve(lambda: wp, folder=tmp_path) as user:
        other, page = user.open(), user.open()
        page.find("Work").click()
        page.wait_for(lambda: "worked" in page.text and "added" in page.text)
        other.wait_for(lambda: "added" in other.text)
        assert [download.name for download in page.downloads] == ["file.txt"]
    assert threads and threads[0].startswith("satchel-handler")


@pytest.mark.parametrize("debug", [True, False])
def test_a_handlers_thread_that_touches_a_channel(debug: bool) -> None:
    noticed: list[str] = []

    def touch(msg: jp.Msg) -> None:
        [channel] = msg.page.view.subscribers.all
        try:
            channel.wake()
        except WrongThread as error:
            noticed.append(str(error))

    def page() -> jp.WebPage:
        wp = jp.WebPage()
        jp.Button(text="Touch", click=touch, a=wp)
        return wp

    with serve(page, debug=debug) as user:
        user.open().find("Touch").click()
    assert len(noticed) == debug
    assert all("satchel-handler" in text for text in noticed)

"""Progress events of forms and file inputs."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import core as jp
from core import testing
from tests.support.gallery import Gallery, sent, text
from tests.support.tus import TUS


def test_forms_and_inputs_are_told_how_far_their_files_are(tmp_path: Path) -> None:
    gallery = Gallery(progress=lambda msg: own.append(msg))
    own: list[jp.Msg] = []
    with testing.serve(gallery.page) as user:
        page = user.open()
        sent(page, text(tmp_path, "a.bin", bytes(3 << 20)), text(tmp_path, "b.bin", bytes(1000)))
        last = gallery.progress[-1]  # sent before the submit event, whatever the pauses between
        assert (last.file, last.sent, last.size) == ("b.bin", 1000, 1000)
        assert last.total_sent == last.total_size == (3 << 20) + 1000
        assert (last.event_type, last.target, last.page) == (
            "progress",
            gallery.form,
            gallery.form.pages().pop(),
        )
        assert len(last.session_id) == 32
        assert own[-1].total_sent == last.total_sent and own[-1].target is gallery.input
        page.wait_for(lambda: f"{last.total_sent} of {last.total_size}" in page.text)
        sent(
            page, text(tmp_path, "c.bin", bytes(10))
        )  # the next submission starts counting from zero
        assert gallery.progress[-1].total_size == 10


def test_many_files_are_few_events(tmp_path: Path) -> None:
    gallery = Gallery()
    files = [text(tmp_path, f"{n}.txt") for n in range(40)]
    with testing.serve(gallery.page) as user:
        began = time.monotonic()
        sent(user.open(), *files)
        seconds = time.monotonic() - began
        assert gallery.progress[-1].total_sent == 40 * 7
        assert len(gallery.progress) <= 5 * seconds + 5  # five a second, however many files


def test_slow_progress_handler_is_not_called_twice_at_once(tmp_path: Path) -> None:
    running, most, lock = 0, 0, threading.Lock()

    async def slow(msg: jp.Msg) -> None:
        nonlocal running, most
        with lock:
            running, most = running + 1, max(most, running + 1)
        await jp.asyncio.sleep(0.05)
        with lock:
            running -= 1

    def served() -> jp.WebPage:
        page = jp.WebPage()
        form = jp.Form(submit=lambda msg: None, on_progress=slow, a=page)
        jp.Input(type="file", multiple=True, a=form)
        return page

    with testing.serve(served) as user:
        sent(user.open(), *[text(tmp_path, f"{n}") for n in range(5)])
    assert most == 1


def test_browsers_cannot_tell_progress(tmp_path: Path) -> None:
    gallery = Gallery()
    with testing.serve(gallery.page) as user:
        page = user.open()
        form = page.find(tag="form").element
        assert "progress" not in form.events
        page.send(form, "progress", {"file": "x", "sent": 1})
        assert gallery.progress == []


def test_files_that_were_taken_back_do_not_count(tmp_path: Path) -> None:
    gallery = Gallery()
    with testing.serve(gallery.page) as user:
        page = user.open()
        purpose = page.purpose(page.find_all(tag="input")[0].element)
        dropped = user.upload(text(tmp_path, "dropped", bytes(500)), purpose)
        user._client.delete(f"/uploads/{dropped}", headers=TUS).raise_for_status()
        sent(page, text(tmp_path, "kept", bytes(10)))
        assert gallery.progress[-1].total_size == 10

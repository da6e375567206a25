"""kit.Files and previews when threads and disks get in each other's way."""

from __future__ import annotations

import asyncio
import errno
import gc
import threading
import weakref
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core import kit, testing
from core.files import moves
from core.kit.files.files_folder_source import FolderSource
from core.previews import previews
from core.previews.previews import Previews
from core.testing import Control
from core.web.app import current
from tests.support.local import PATIENCE


def test_a_renamed_file_keeps_its_number_whoever_looks_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = jp.SessionFolder(tmp_path / "holiday").made()
    (folder.folder / "a.txt").write_text("a")
    files, rename, renamed = kit.Files(folder), FolderSource.rename, []
    files.on("renamed", lambda msg: renamed.append(msg.file.name))

    def watched(self: FolderSource, *arguments: Any) -> str:
        found = rename(self, *arguments)
        watcher = threading.Thread(target=files.look)
        watcher.start()
        watcher.join(0.2)  # it waits until the listing knows the new name
        return found

    monkeypatch.setattr(FolderSource, "rename", watched)
    with testing.serve(lambda: jp.WebPage().add(files)) as user:
        (number,) = files._listing.shown
        user.open().files().rename("a.txt", "b.txt")
    assert (renamed, files._listing.shown) == (["b.txt"], [number])


def test_a_preview_that_the_disk_refuses_names_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "private" / "a.txt"

    def refuse(*_: Any) -> Any:
        raise OSError(errno.EIO, "Input/output error", str(path))

    monkeypatch.setattr(previews, "open_file", refuse)
    made = Previews(tmp_path / "cache")
    try:
        found = asyncio.run(made.describe(path, "a.txt"))
    finally:
        made.close()
    assert found["why"] == "It cannot be read now: Input/output error."


def test_nobody_is_shown_half_of_a_removal_or_of_its_undo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = jp.SessionFolder(tmp_path / "holiday").made()
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder.folder / name).write_text(name)
    files, move, seen = kit.Files(folder), moves.move_new, []

    def look() -> None:
        files.refresh()
        seen.append(len(files.files))

    def watched(*arguments: Any) -> None:
        move(*arguments)
        watcher = threading.Thread(target=look)
        watcher.start()
        watcher.join(0.2)  # it waits until all files have moved

    with testing.serve(lambda: jp.WebPage().add(files)) as user:
        page = user.open()
        monkeypatch.setattr(moves, "move_new", watched)
        page.files().remove("a.txt", "b.txt", "c.txt")
        page.wait_for(lambda: len(seen) == 3)
        page.notices[0].click("Undo")
        page.wait_for(lambda: len(seen) == 6)
    assert seen == [0, 0, 0, 3, 3, 3]


def test_a_list_on_all_pages_keeps_none_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, made = kit.Files(tmp_path), list[weakref.ref[jp.WebPage]]()
    application: Any = None

    def home() -> jp.WebPage:
        nonlocal application
        application = current.get()
        page = jp.WebPage().add(files)
        made.append(weakref.ref(page))
        return page

    def is_gone() -> bool:
        gc.collect()
        return made[0]() is None

    with testing.serve(home) as user:
        first, second = user.open(), user.open()
        first.files()  # it begins to be watched
        second.files()
        # Not before: a page that no browser has joined yet would go as soon.
        monkeypatch.setattr(application.pages, "_grace", 0.0)
        first.close()
        second.wait_for(is_gone)
        (tmp_path / "new.txt").write_text("new")
        second.files().wait_for("new.txt")


def test_a_command_is_for_what_was_selected_before_it_on_a_busy_page(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()
    taken: list[list[str]] = []
    gate, busy = threading.Event(), threading.Event()

    async def take() -> None:
        taken.append([file.name for file in files.selection])

    def work() -> None:
        busy.set()
        gate.wait(PATIENCE)

    def home() -> jp.WebPage:
        page = jp.WebPage().add(files)
        jp.Button(text="Work", click=work, a=page)
        return page

    files = kit.Files(tmp_path, actions={"Take": take})
    with testing.serve(home) as user:
        page = user.open()
        listed = page.files()
        listed.select("a.txt")
        view, button = Control(listed._tab, listed._view()), page.find("Take")
        with listed._tab.without_waiting():
            page.find("Work").click()
            assert busy.wait(PATIENCE)
            view.send("chosen", {"numbers": [2, 2], "by": "x", "serial": 1})
            button.click()
            gate.set()
        page.wait_for(lambda: taken)
    assert taken == [["b.txt"]]

"""kit.Files follows what other programs do in its folder, and only while a page shows it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import core as jp
from core import kit
from core.testing import Page, User, serve


class Shown:
    """Pages of one program, each with a list of the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lists: list[kit.Files] = []
        self.user: User = None  # type: ignore[assignment]

    def make(self) -> jp.WebPage:
        page = kit.Page("Files")
        self.lists.append(kit.Files(self.folder, a=page))
        return page

    def open(self) -> Page:
        page = self.user.open()
        page.files().wait_for(*(file.path for file in self.lists[-1].files))
        return page


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Shown]:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    found = Shown(folder)
    with serve(found.make, page_grace=3.0) as user:
        found.user = user
        yield found


def observing() -> set[threading.Thread]:
    """The threads of watchdog that run."""
    running = {
        each: [base.__module__ for base in type(each).mro()] for each in threading.enumerate()
    }
    return {each for each, modules in running.items() if "watchdog.utils" in modules}


def test_files_of_other_programs_come_and_go(shown: Shown) -> None:
    page, folder = shown.open(), shown.folder
    files = page.files()
    (folder / "b.txt").write_text("b")
    files.wait_for("a.txt", "b.txt")
    assert observing()
    (folder / "b.txt").rename(folder / "c.txt")
    files.wait_for("a.txt", "c.txt")
    (folder / "below").mkdir()
    (folder / "below" / "d.txt").touch()
    files.wait_for("a.txt", "below/d.txt", "c.txt")
    (folder / "below").rename(folder / "z")
    files.wait_for("a.txt", "c.txt", "z/d.txt")
    (folder / "a.txt").write_text("longer")
    page.wait_for(lambda: shown.lists[0].files[0].size == len("longer"))
    (folder / "c.txt").unlink()
    files.wait_for("a.txt", "z/d.txt")


def test_files_keep_their_numbers_while_others_change(shown: Shown) -> None:
    page = shown.open()
    files = shown.lists[0]
    files.selection = files.files
    for number in range(3):
        (shown.folder / f"{number}.txt").touch()
    page.files().wait_for("0.txt", "1.txt", "2.txt", "a.txt")
    assert [file.name for file in files.selection] == ["a.txt"]


def test_a_folder_may_be_replaced_and_removed_and_made_again(shown: Shown) -> None:
    page, folder = shown.open(), shown.folder
    files = page.files()
    folder.rename(folder.with_name("old"))
    files.wait_for()
    folder.mkdir()
    (folder / "new.txt").touch()
    files.wait_for("new.txt")
    other = folder.with_name("other")
    other.mkdir()
    (other / "another.txt").touch()
    folder.rename(folder.with_name("older"))
    other.rename(folder)
    files.wait_for("another.txt")
    (folder / "and more.txt").touch()
    files.wait_for("and more.txt", "another.txt")


def test_thousands_of_changes_come_together(shown: Shown) -> None:
    page = shown.open()
    files, folder = shown.lists[0], shown.folder
    for number in range(3000):
        (folder / f"{number}.txt").touch()
    page.wait_for(lambda: len(files.files) == 3001)
    for number in range(0, 3000, 2):
        (folder / f"{number}.txt").unlink()
    page.wait_for(lambda: len(files.files) == 1501)


def test_pages_share_a_watch_that_ends_with_them(shown: Shown) -> None:
    before = observing()
    pages = [shown.open() for _ in range(10)]
    (shown.folder / "b.txt").touch()
    for page in pages:
        page.files().wait_for("a.txt", "b.txt")
    threads = observing() - before
    assert len(threads) == (3 if sys.platform == "linux" else 2)  # inotify has a reader, too
    for page in pages[1:]:
        page.close()
    (shown.folder / "c.txt").touch()
    pages[0].files().wait_for("a.txt", "b.txt", "c.txt")
    pages[0].close()
    for thread in threads:
        thread.join(60)
    assert observing() <= before

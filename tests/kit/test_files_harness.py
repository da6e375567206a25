"""kit.Files without a browser: as tests of programs work with it, and as a hostile page might."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core import kit
from core.testing import Control, HandlerFailed, NotPossible, NotSeen, Page, User, serve

NAMES = ["a.txt", "b.txt", "c.txt"]


class Shown:
    """A page with files, and the component."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: kit.Files = None  # type: ignore[assignment]
        self.page: Page = None  # type: ignore[assignment]
        self.user: User = None  # type: ignore[assignment]
        self.events: list[tuple[str, Any]] = []

    def make(self) -> jp.WebPage:
        page = kit.Page("Files")
        self.files = kit.Files(self.folder, sortable=True, a=page)
        self.files.on("opened", lambda msg: self.events.append(("opened", msg.file.name)))
        self.files.on("removed", self.removed)
        jp.Div(text="Box", files_dropped=self.dropped, a=page)
        self.files.on("reordered", lambda msg: self.events.append(("reordered", msg.target)))
        return page

    def dropped(self, msg: jp.Msg) -> None:
        self.events.append(("dropped", len(msg.files)))

    async def removed(self, msg: jp.Msg) -> None:
        self.events.append(("removed", [file.name for file in msg.files]))


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Shown]:
    folder = tmp_path / "files"
    (folder / "below").mkdir(parents=True)
    for name in (*NAMES, "below/d.txt"):
        (folder / name).write_text(name)
    found = Shown(folder)
    with serve(found.make) as user:
        found.user, found.page = user, user.open()
        yield found


def test_an_undo_that_fails_can_be_tried_again(shown: Shown) -> None:
    files = shown.page.files()
    files.remove("a.txt", "below/d.txt")
    below = shown.folder / "below"
    [hidden] = below.iterdir()
    hidden.rename(shown.folder / "in the way")
    shown.page.notices[0].click("Undo")
    files.wait_for("a.txt", "b.txt", "c.txt", "in the way/d.txt")
    [notice] = shown.page.notices
    assert "Some files could not be put back: it is no longer there." in notice.text
    (shown.folder / "in the way").rename(hidden)
    notice.click("Try again")
    files.wait_for("a.txt", "b.txt", "below/d.txt", "c.txt")
    assert files.selected == ["a.txt", "below/d.txt"]
    assert shown.page.notices == []


@pytest.mark.parametrize(
    ("wanted", "given", "is_said"),
    [
        ("trip: 1/2?.txt", "trip: 1_2?.txt" if os.name == "posix" else "trip_ 1_2_.txt", True),
        (".hidden", ".hidden", False),
        ("cafe\u0301.txt ", "cafe\u0301.txt", False),
    ],
)
def test_a_name_that_was_made_safe_is_said(
    shown: Shown, wanted: str, given: str, is_said: bool
) -> None:
    shown.page.files().rename("a.txt", wanted)
    assert given in shown.page.files().names
    told = f"The file is called “{given}”: not all of “{wanted}” can be part of a file's name."
    assert [notice.text for notice in shown.page.notices] == ([told] if is_said else [])


def test_what_people_do_with_files(shown: Shown) -> None:
    files = shown.page.files()
    assert sorted(files.names) == ["a.txt", "b.txt", "below/d.txt", "c.txt"]
    files.select("a.txt", "c.txt")
    assert files.selected == ["a.txt", "c.txt"]
    assert [entry.name for entry in shown.files.selection] == ["a.txt", "c.txt"]
    files.open("b.txt")
    files.rename("b.txt", "z.txt")
    with pytest.raises(NotPossible, match=r"A file named “a.txt” exists already."):
        files.rename("z.txt", "a.txt")
    files.remove("a.txt", "c.txt")
    assert sorted(files.names) == ["below/d.txt", "z.txt"]
    files.drag("z.txt", "below/d.txt")
    assert files.names == ["z.txt", "below/d.txt"]
    assert [name for name, _ in shown.events] == ["opened", "removed", "reordered"]
    assert shown.events[1] == ("removed", ["a.txt", "c.txt"])
    with pytest.raises(NotSeen, match=r"no file b.txt, only z.txt, below/d.txt"):
        files.open("b.txt")


def test_changes_by_others_arrive(shown: Shown) -> None:
    (shown.folder / "new.txt").touch()
    shown.page.files().wait_for(*NAMES, "below/d.txt", "new.txt")


def test_files_that_left_the_list_while_they_were_dragged_are_named(shown: Shown) -> None:
    files, box = shown.page.files(), shown.page.find("Box")
    dragged = Control(files._tab, files._view())
    asked = [1, 4]  # as its page asks which has not learned yet what left
    dragged.drop_on(box, part=asked)
    assert shown.events == [("dropped", 4)]
    (shown.folder / "a.txt").unlink()
    files.wait_for("b.txt", "c.txt", "below/d.txt")
    with pytest.raises(HandlerFailed, match=r"“a.txt” is no longer there"):
        dragged.drop_on(box, part=asked)
    (shown.folder / "b.txt").unlink()
    files.wait_for("c.txt", "below/d.txt")
    for ask in (lambda: dragged.drop_on(box, part=asked), lambda: files._send("asked_copy", asked)):
        with pytest.raises(HandlerFailed, match=r"“.*” and 1 other file are no longer there"):
            ask()
    assert len(shown.events) == 1


def test_removals_and_names_are_undone_the_last_one_first(shown: Shown) -> None:
    files = shown.page.files()
    before = sorted(files.names)
    files.rename("a.txt", "z.txt")
    files.remove("z.txt", "b.txt")
    files.rename("c.txt", "a.txt")
    files.remove("a.txt")
    files.undo()
    assert sorted(files.names) == ["a.txt", "below/d.txt"]
    files.undo()
    assert sorted(files.names) == ["below/d.txt", "c.txt"]
    files.undo()
    assert sorted(files.names) == ["b.txt", "below/d.txt", "c.txt", "z.txt"]
    files.undo()
    files.undo()  # there is nothing more
    assert sorted(files.names) == before


@pytest.mark.parametrize(
    ("event", "detail"),
    [
        ("wanted", [1, 10**9, "a", [], -5, 3, 7, None]),
        ("wanted", [1, 4] * 30_000),
        ("chosen", {"numbers": [0, 10**12, -4, -1], "by": "x", "serial": 1}),
        ("asked_open", {"number": 10**9, "how": "enter"}),
        ("asked_info", 10**9),
        ("asked_undo", 10**9),
        ("asked_rename", {"number": 99, "name": "x.txt"}),
        ("asked_remove", [10**6, 10**6 + 3, -3, 0, 2.5, 2.5]),
        ("typed", {"text": "x" * 10**5, "after": -7}),
        ("moved", {"numbers": [99, 99], "before": 2}),
    ],
)
def test_a_forged_event_touches_no_file(shown: Shown, event: str, detail: Any) -> None:
    files = shown.page.files()
    before = files.names
    files._send(event, detail)
    assert files.names == before
    assert shown.files.selection == [] and shown.events == []
    assert sorted(os.listdir(shown.folder)) == ["a.txt", "b.txt", "below", "c.txt"]


@pytest.mark.parametrize(
    ("event", "detail"),
    [("asked_open", "a.txt"), ("chosen", {"numbers": 5, "by": "x", "serial": 1}), ("renamed", {})],
)
def test_a_forged_event_of_another_type_is_refused(shown: Shown, event: str, detail: Any) -> None:
    with pytest.raises(HandlerFailed):
        shown.page.files()._send(event, detail)


def test_a_handler_that_raises_leaves_the_list_as_it_is(shown: Shown) -> None:
    def fail() -> None:
        raise RuntimeError("opening failed")

    shown.files.on("opened", fail)
    files = shown.page.files()
    with pytest.raises(HandlerFailed):
        files.open("a.txt")
    assert files.selected == ["a.txt"] and len(files.names) == 4


def test_the_selected_files_are_saved(shown: Shown) -> None:
    files = shown.page.files()
    files.select("a.txt")
    shown.page.find("Save").click()
    files.select("a.txt", "below/d.txt")
    shown.page.find("Save").click()
    one, archive = shown.page.downloads
    assert (one.name, one.response.content) == ("a.txt", b"a.txt")
    assert archive.name == "Files.zip" and b"below/d.txt" in archive.response.content


def test_only_sessions_that_were_served_the_page_get_the_files(shown: Shown) -> None:
    [file] = [each for each in shown.page.files()._details() if each["name"] == "a.txt"]
    assert shown.user.get(file["address"]).content == b"a.txt"
    assert shown.user.get(file["thumbnail"]).headers["content-type"].startswith("image/")
    assert User(shown.user.url).get(file["address"]).status_code == 404
    shown.page.files().remove("a.txt")
    assert shown.user.get(file["address"]).status_code == 404


def test_a_change_is_seen_although_the_disk_has_coarse_times(tmp_path: Path) -> None:
    files = kit.Files(tmp_path)
    before = tmp_path.stat()
    (tmp_path / "new.txt").touch()
    os.utime(tmp_path / "new.txt", (0, 0))
    os.utime(tmp_path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert files.look() and [entry.name for entry in files.files] == ["new.txt"]
    old = before.st_mtime - 60
    os.utime(tmp_path, (old, old))
    assert not files.look() and not files.look()


def test_an_order_is_kept_by_names_for_the_next_visit(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(name)
    names: list[str] = []

    def home() -> jp.WebPage:
        page = kit.Page("Order")
        files = kit.Files(tmp_path, sortable=True, a=page)
        known = (file for file in files.files if file.name in names)
        files.order = sorted(known, key=lambda file: names.index(file.name))

        def keep() -> None:
            names[:] = [file.name for file in files.order]

        files.on("reordered", keep)
        return page

    with serve(home) as user:
        user.open().files().drag("c.txt", before="a.txt")
        (tmp_path / "0 new.txt").write_text("new")
        assert user.open().files().names == ["c.txt", "a.txt", "b.txt", "0 new.txt"]


def test_only_what_may_have_changed_is_looked_at(tmp_path: Path) -> None:
    files = kit.Files(tmp_path, folders=True)
    for name in NAMES:
        (tmp_path / name).write_text(name)
        os.utime(tmp_path / name, (0, 0))  # what has just come may change soon, on some disks
    (tmp_path / "below").mkdir()
    assert files.refresh(["b.txt"])
    assert [file.name for file in files.files] == ["b.txt"]
    assert files.refresh(["below"]), "a folder"
    assert [file.name for file in files.files] == ["below", *NAMES]
    (tmp_path / "a.txt").unlink()
    assert not files.refresh(["b.txt"])
    assert files.refresh(["a.txt"])
    assert [file.name for file in files.files] == ["below", "b.txt", "c.txt"]

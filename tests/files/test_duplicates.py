"""Files whose content is in the folder already."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core import kit
from core.files import duplicates
from core.testing import Page, User, serve
from tests.support import disks
from tests.support.api import shows

LARGE = b"a" * (duplicates.SAMPLE + 10)


def pairs(folder: jp.SessionFolder, *arrived: str) -> list[tuple[str, str]]:
    return [(each.file.path, each.original.path) for each in folder.duplicates(arrived)]


@shows("SessionFolder.duplicates")
def test_content_counts_and_not_the_name(tmp_path: Path) -> None:
    """Finds files whose content is there already."""
    folder = jp.SessionFolder(tmp_path)
    for name, content in {
        "a.jpg": b"picture",
        "below/b.jpg": b"picture",
        "c.jpg": b"Picture",
        "empty": b"",
        "empty too": b"",
        "large": LARGE,
        "large too": LARGE,
        "large at first": LARGE[:-1] + b"b",
    }.items():
        folder.write(name, content)
    assert pairs(folder, "below/b.jpg", "c.jpg", "empty too", "large at first") == [
        ("below/b.jpg", "a.jpg")
    ]
    assert pairs(folder, "large too") == [("large too", "large")]
    assert pairs(folder, "below/b.jpg", "a.jpg") == [("a.jpg", "below/b.jpg")]
    assert pairs(folder, "gone.jpg") == []


def test_what_cannot_be_read_is_left_alone_and_no_link_is_followed(tmp_path: Path) -> None:
    disks.need_symlinks(tmp_path)
    folder = jp.SessionFolder(tmp_path / "folder")
    folder.write("a.txt", "secret")
    (tmp_path / "outside").write_text("secret")
    (folder.folder / "link").symlink_to(tmp_path / "outside")
    assert pairs(folder, "a.txt", "link") == []


def test_no_more_is_read_than_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = jp.SessionFolder(tmp_path)
    for name, content in {"a": b"1", "b": b"1", "c": LARGE, "d": LARGE}.items():
        folder.write(name, content)
    monkeypatch.setattr(duplicates, "MOST_BYTES", len(LARGE))
    assert pairs(folder, "b", "d") == [("b", "a")]


class Album:
    """A page that keeps what it is sent."""

    def __init__(self, folder: Path) -> None:
        self.folder = jp.SessionFolder(folder / "album").made()
        self.sent = folder / "sent"
        self.sent.mkdir()
        self.removed: list[str] = []
        self.page: Page = None  # type: ignore[assignment]
        self.user: User = None  # type: ignore[assignment]

    def make(self) -> jp.WebPage:
        page = kit.Page("Album")

        def keep(msg: jp.Msg) -> None:
            for file in msg.files:
                file.save(self.folder)
            files.refresh()
            files.point_out_duplicates([file.path for file in msg.files], msg)

        kit.Upload(keep, a=page)
        files = kit.Files(self.folder, a=page)
        files.on("removed", lambda msg: self.removed.extend(file.name for file in msg.files))
        return page

    def send(self, **contents: str) -> None:
        for name, content in contents.items():
            (self.sent / name).write_text(content)
        self.page.find("Choose files").choose(*(self.sent / name for name in contents))

    def notice(self) -> Any:
        self.page.wait_for(lambda: self.page.notices)
        [notice] = self.page.notices
        return notice


@pytest.fixture
def album(tmp_path: Path) -> Iterator[Album]:
    found = Album(tmp_path)
    with serve(found.make) as user:
        found.user, found.page = user, user.open()
        yield found


@shows("Files.point_out_duplicates")
def test_one_of_each_is_kept_if_people_want_that(album: Album) -> None:
    """Says which files are there already, and offers to keep one of each."""
    album.send(a="one", b="two")
    album.send(c="one", d="three")
    assert album.notice().text == "“c” is already here as “a”. Both are kept."
    assert sorted(album.page.files().names) == ["a", "b", "c", "d"]
    album.notice().click("Keep one")
    album.page.wait_for(lambda: sorted(album.page.files().names) == ["a", "b", "d"])
    assert album.removed == ["c"]
    album.notice().click("Undo")
    album.page.wait_for(lambda: sorted(album.page.files().names) == ["a", "b", "c", "d"])


def test_many_are_said_at_once_and_what_changed_meanwhile_stays(album: Album) -> None:
    album.send(**{name: name.upper() for name in "abcdef"})
    album.send(**{f"{name}2": name.upper() for name in "abcdef"})
    assert album.notice().text == (
        "6 files are already here: “a2” as “a”, “b2” as “b”, “c2” as “c” and 3 more. All are kept."
    )
    (album.folder.folder / "a").unlink()
    (album.folder.folder / "b2").write_text("changed")
    album.notice().click("Keep one of each")
    album.page.wait_for(lambda: len(album.page.files().names) == 7)
    assert sorted(os.listdir(album.folder.folder))[0] != "a"
    assert {"a2", "b", "b2", "c", "d", "e", "f"} <= set(album.page.files().names)
    assert sorted(album.removed) == ["c2", "d2", "e2", "f2"]


def test_if_nothing_is_there_twice_any_more_nothing_is_removed(album: Album) -> None:
    album.send(a="one")
    album.send(b="one")
    notice = album.notice()
    (album.folder.folder / "a").unlink()
    notice.click("Keep one")
    assert album.notice().text == "No file is here twice now."
    assert (album.folder.folder / "b").read_text() == "one"


def test_a_list_has_no_duplicates(album: Album) -> None:
    with pytest.raises(TypeError, match="folder"):
        kit.Files([]).point_out_duplicates([], jp.Msg())

"""Where `File.save` puts a file: into a folder, under a path, or nowhere where that is unclear."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import core as jp
from core import testing
from core.files import disk
from core.files.errors import FileError
from core.files.received_file import File
from core.files.session_folder import SessionFolder
from tests.support import disks

Receive = Callable[..., File]


@pytest.fixture
def receive(tmp_path: Path) -> Receive:
    def received(name: str = "photo.jpg", content: bytes = b"content") -> File:
        path = tmp_path / f"incoming-{os.urandom(4).hex()}"
        path.write_bytes(content)
        return File(name, len(content), "image/jpeg", 0, path)

    return received


@pytest.mark.parametrize("end", ["out/", "a/b/out/", "out/.", "out/../out/"])
def test_a_slash_at_the_end_is_a_folder(tmp_path: Path, receive: Receive, end: str) -> None:
    if ".." in end:
        (tmp_path / "out").mkdir()
    target = f"{tmp_path}/{end}"
    assert [receive().save(target).name for _ in range(2)] == ["photo.jpg", "photo (2).jpg"]
    assert len(list(Path(target).glob("*.jpg"))) == 2


def test_a_new_path_without_an_extension_is_refused(tmp_path: Path, receive: Receive) -> None:
    file = receive()
    with pytest.raises(FileError, match=r"no folder 'out'.*Write 'out/' .*name='out'"):
        file.save(tmp_path / "out")
    assert file.read() == b"content" and not file.saved and not (tmp_path / "out").exists()


def test_a_name_makes_a_folder_of_the_target(tmp_path: Path, receive: Receive) -> None:
    assert receive().save(tmp_path / "new", name="COPYING") == tmp_path / "new" / "COPYING"
    assert receive().save(tmp_path / "new", name="COPYING").name == "COPYING (2)"


@pytest.mark.parametrize("name", ["Makefile", "2026-Makefile", "Makefile.old"])
def test_a_path_that_a_file_clearly_has_is_one(tmp_path: Path, receive: Receive, name: str) -> None:
    for content in (b"first", b"second"):
        assert receive("Makefile", content).save(tmp_path / name) == tmp_path / name
    assert (tmp_path / name).read_bytes() == b"second"


def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path, receive: Receive) -> None:
    (tmp_path / "out").write_text("mine")
    for target in (f"{tmp_path}/out/", SessionFolder(tmp_path / "out")):
        with pytest.raises(FileError, match="was not saved .*[Nn]ot a (folder|dir)"):
            receive().save(target)
    assert receive().save(tmp_path / "out").read_bytes() == b"content"  # a file is replaced


def test_a_device_is_not_replaced(tmp_path: Path, receive: Receive) -> None:
    disks.make_pipe(tmp_path / "pipe")
    with pytest.raises(FileError, match="Not a file, but a device"):
        receive().save(tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()


def test_a_second_save_makes_the_folder_too(tmp_path: Path, receive: Receive) -> None:
    file = receive()
    first, second = file.save(f"{tmp_path}/a/"), file.save(f"{tmp_path}/b/")
    assert first.read_bytes() == second.read_bytes() == b"content"
    assert [first.parent.name, second.parent.name] == ["a", "b"]


def test_folders_that_are_made_are_durable_with_the_file(
    tmp_path: Path, receive: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(disk, "sync_folder", synced.append)
    SessionFolder(tmp_path / "sessions" / "abc").made()
    assert synced == []  # it costs nothing before there is a file
    receive().save(tmp_path / "sessions" / "abc")
    assert set(synced) == {tmp_path, tmp_path / "sessions", tmp_path / "sessions" / "abc"}


def test_a_folder_whose_sync_failed_is_synced_with_the_next_file(
    tmp_path: Path, receive: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(path: Path) -> None:
        raise OSError(5, "Input/output error")

    folder = SessionFolder(tmp_path / "sessions" / "abc").made()
    with monkeypatch.context() as patched:
        patched.setattr(disk, "sync_folder", failing)
        with pytest.raises(FileError):
            receive().save(folder)
    synced: list[Path] = []
    monkeypatch.setattr(disk, "sync_folder", synced.append)
    receive().save(folder)
    assert {tmp_path, tmp_path / "sessions"} <= set(synced)


class Naming(jp.WebPage):
    """Uses what names a session's folder, in every way that a program can."""

    def __init__(self, sessions: Path) -> None:
        super().__init__()
        self.sessions = sessions
        form = jp.Form(submit=self.keep, a=self)
        jp.Input(type="file", multiple=True, a=form)
        jp.Button(type="submit", text="Keep", a=form)
        jp.Button(text="Write", click=self.write, a=self)
        jp.Button(text="Clear", click=self.clear, a=self)

    def keep(self, msg: jp.Msg) -> None:
        for file in msg.files:
            file.save(self.sessions / msg.session_id)

    async def write(self, msg: jp.Msg) -> None:
        with open(f"{self.sessions}/{msg.session_id}/note", "ab") as note:
            note.write(b"written")

    def clear(self, msg: jp.Msg) -> None:
        folder = self.sessions / msg.session_id
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()


def files(sessions: Path) -> list[str]:
    return sorted(f"{path.name}" for path in sessions.glob("*/*") if path.is_file())


def test_a_session_folder_exists_as_soon_as_a_handler_knows_its_name(tmp_path: Path) -> None:
    sessions, chosen = tmp_path / "sessions", tmp_path / "a.txt"
    chosen.write_text("a")
    with testing.serve(lambda: Naming(sessions), folder=tmp_path) as user:
        page = user.open()
        page.find("Write").click()
        assert files(sessions) == ["note"]
        page.find("Clear").click()
        for _ in range(2):
            page.find(tag="input").choose(chosen)
            page.find("Keep").click()
        assert files(sessions) == ["a (2).txt", "a.txt"]


def test_a_session_folder_exists_as_soon_as_a_page_function_knows_its_name(tmp_path: Path) -> None:
    found: list[bool] = []

    def page(request: jp.Request) -> jp.WebPage:
        found.append((tmp_path / "sessions" / request.session_id).is_dir())
        return jp.WebPage()

    with testing.serve(page, folder=tmp_path) as user:
        user.open()
    assert found == [True]


def test_who_looks_in_without_a_session_leaves_no_folder(tmp_path: Path) -> None:
    with testing.serve(lambda: jp.WebPage(), folder=tmp_path) as user:
        user.get("/")
        assert list((tmp_path / "sessions").glob("*")) == []

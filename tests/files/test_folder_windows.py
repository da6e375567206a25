"""Session folders with folders in them, and two windows, or programs, that use one at once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import core as jp
from core.files import atomic_rename, copies, disk, moves
from core.files.cleanup import remove_partial_copies
from core.files.clock import DAY, Clock
from core.files.errors import UnsafeName
from core.files.received_file import File
from core.files.session_folder import SessionFolder
from tests.support.local import local, session_id

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return SessionFolder(tmp_path / "sessions" / "abc")


def incoming(folder: SessionFolder, content: bytes = b"content") -> Path:
    beside = disk.private_folder(folder.folder.parent.parent / "incoming")
    path = beside / os.urandom(8).hex()
    path.write_bytes(content)
    return path


def paths(folder: SessionFolder) -> list[str]:
    return [entry.path for entry in folder.list()]


def contents(folder: SessionFolder) -> list[bytes]:
    return sorted(folder.path(each).read_bytes() for each in paths(folder))


def at_once(*actions: Callable[[], object]) -> list[BaseException]:
    """Do all of it on threads that start together; what was raised."""
    start, raised = threading.Barrier(len(actions)), []

    def act(action: Callable[[], object]) -> None:
        start.wait()
        try:
            action()
        except Exception as error:
            raised.append(error)

    threads = [threading.Thread(target=act, args=(action,)) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


# Folders


def test_folders_are_kept_and_listed(folder: SessionFolder) -> None:
    folder.add(incoming(folder), "top.txt")
    kept = folder.add(incoming(folder), "sea.jpg", "Holiday/beach")
    assert kept == folder.folder / "Holiday" / "beach" / "sea.jpg"
    assert (kept.parent.stat().st_mode & 0o777, kept.parent.parent.stat().st_mode & 0o777) == (
        0o700,
        0o700,
    )
    [inner, top] = folder.list()
    assert (inner.name, inner.folder, inner.path) == (
        "sea.jpg",
        "Holiday/beach",
        "Holiday/beach/sea.jpg",
    )
    assert (inner.size, inner.type) == (7, "image/jpeg")
    assert (top.folder, top.path) == ("", "top.txt")
    assert folder.path(inner.path) == kept
    assert folder.size() == 14


def test_folder_in_another_case_is_the_same(folder: SessionFolder) -> None:
    folder.add(incoming(folder), "a.txt", "Holiday")
    folder.add(incoming(folder), "A.txt", "holiday")
    assert paths(folder) == ["Holiday/A (2).txt", "Holiday/a.txt"]


def test_folder_whose_name_a_file_has_gets_a_number(folder: SessionFolder) -> None:
    folder.add(incoming(folder), "holiday")
    folder.add(incoming(folder), "a.txt", "holiday")
    folder.add(incoming(folder), "b.txt", "holiday")
    assert paths(folder) == ["holiday", "holiday (2)/a.txt", "holiday (2)/b.txt"]


@pytest.mark.row(23)
def test_folder_is_not_reached_through_a_symlink(folder: SessionFolder, tmp_path: Path) -> None:
    elsewhere = disk.private_folder(tmp_path / "elsewhere")
    disk.private_folder(folder.folder)
    (folder.folder / "holiday").symlink_to(elsewhere)
    folder.add(incoming(folder), "a.txt", "holiday")
    assert list(elsewhere.iterdir()) == []
    assert paths(folder) == ["holiday (2)/a.txt"]


@pytest.mark.row(19)
@pytest.mark.parametrize("parts", ["../x", "a/../../x", "/".join(["x"] * 40)])
def test_folder_that_leads_out_or_too_deep_is_refused(folder: SessionFolder, parts: str) -> None:
    source = incoming(folder)
    with pytest.raises(UnsafeName):
        folder.add(source, "a.txt", parts)
    assert source.exists() and paths(folder) == []


def test_hidden_and_too_deep_ones_are_not_listed(folder: SessionFolder, tmp_path: Path) -> None:
    folder.add(incoming(folder), "a.txt", "x")
    (folder.folder / ".git").mkdir()
    (folder.folder / ".git" / "config").touch()
    (folder.folder / "linked").symlink_to(tmp_path)
    deep = folder.folder.joinpath(*["d"] * 34)
    deep.mkdir(parents=True)
    (deep / "deep.txt").touch()
    assert paths(folder) == ["x/a.txt"]


def test_what_others_put_in_or_take_away_is_seen(folder: SessionFolder) -> None:
    kept = folder.add(incoming(folder), "a.txt")
    kept.unlink()
    (folder.folder / "by hand").mkdir()
    (folder.folder / "by hand" / "b.txt").write_text("12345")
    assert [(e.path, e.size) for e in folder.list()] == [("by hand/b.txt", 5)]


def test_last_file_takes_its_empty_folders_along(folder: SessionFolder) -> None:
    folder.add(incoming(folder), "a.txt", "x/y/z")
    folder.add(incoming(folder), "b.txt", "x")
    folder.remove("x/y/z/a.txt")
    assert [path.name for path in (folder.folder / "x").iterdir()] == ["b.txt"]
    folder.remove("x/b.txt")
    assert list(folder.folder.iterdir()) == []  # and the session's own folder stays


def test_saving_into_a_session_folder_keeps_the_folders(folder: SessionFolder) -> None:
    file = File("a.txt", 7, "text/plain", 0, incoming(folder), folder="x/y")
    assert file.save(folder) == folder.folder / "x" / "y" / "a.txt" == file.path
    assert file.save(folder).name == "a (2).txt"  # a further one is a copy
    assert contents(folder) == [b"content", b"content"]


async def test_files_have_twins_that_do_not_block(folder: SessionFolder) -> None:
    file = File("a.txt", 7, "text/plain", 0, incoming(folder))
    assert await file.aread() == b"content"
    assert (await file.adigest("sha1")) == "040f06fd774092478d450774f5ba30c5da78acc8"
    assert (await file.asave(folder)).name == "a.txt" and file.saved


# Names


def test_renamed_file_keeps_its_folder(folder: SessionFolder) -> None:
    folder.add(incoming(folder), "a.txt", "x")
    assert folder.rename("x/a.txt", "sub/b?.txt").name == "sub_b_.txt"
    assert paths(folder) == ["x/sub_b_.txt"]


def test_renaming_never_replaces(folder: SessionFolder) -> None:
    folder.add(incoming(folder, b"first"), "a.txt")
    folder.add(incoming(folder, b"second"), "b.txt")
    for taken in ("b.txt", "B.TXT"):
        with pytest.raises(FileExistsError, match="already. Choose another"):
            folder.rename("a.txt", taken)
    assert folder.rename("a.txt", "A.txt").name == "A.txt"
    assert folder.rename("A.txt", "A.txt").name == "A.txt"
    assert [(e.name, folder.path(e.name).read_bytes()) for e in folder.list()] == [
        ("A.txt", b"first"),
        ("b.txt", b"second"),
    ]
    with pytest.raises(FileNotFoundError):
        folder.rename("missing", "c.txt")
    with pytest.raises(UnsafeName):
        folder.rename("b.txt", "..")


# Two windows


def test_folder_that_one_window_empties_while_another_fills_it(folder: SessionFolder) -> None:
    for number in range(60):
        kept = folder.add(incoming(folder, b"old"), "old.txt", "x/y")
        source = incoming(folder, b"new")
        raised = at_once(
            lambda: folder.remove("x/y/old.txt"),
            lambda source=source, number=number: folder.add(source, f"{number}.txt", "x/y"),
        )
        assert raised == [] and not kept.exists()
        assert folder.path(f"x/y/{number}.txt").read_bytes() == b"new"
        folder.remove(f"x/y/{number}.txt")


def test_file_that_two_windows_rename_at_once_has_one_name(folder: SessionFolder) -> None:
    for _ in range(60):
        folder.add(incoming(folder), "a.txt")
        raised = at_once(
            lambda: folder.rename("a.txt", "b.txt"), lambda: folder.rename("a.txt", "c.txt")
        )
        assert [type(error) for error in raised] == [FileNotFoundError]
        [name] = paths(folder)
        folder.remove(name)


@pytest.mark.row(18)
def test_two_files_that_want_one_name_are_both_kept(folder: SessionFolder) -> None:
    for _ in range(60):
        folder.add(incoming(folder, b"1"), "a.txt")
        folder.add(incoming(folder, b"2"), "b.txt")
        at_once(lambda: folder.rename("a.txt", "c.txt"), lambda: folder.rename("b.txt", "c.txt"))
        assert contents(folder) == [b"1", b"2"]
        for name in paths(folder):
            folder.remove(name)


def test_file_that_another_program_removes_while_it_is_renamed_stays_removed(
    folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, link = folder.add(incoming(folder), "a.txt"), os.link

    def link_and_lose(source: Path, target: Path, **options: bool) -> None:
        link(source, target, **options)
        kept.unlink()

    monkeypatch.setattr(atomic_rename, "rename_new", lambda *_: False)
    monkeypatch.setattr(os, "link", link_and_lose)
    with pytest.raises(FileNotFoundError):
        folder.rename("a.txt", "b.txt")
    assert paths(folder) == []


def test_folder_that_another_program_removes_while_a_file_comes_is_made_again(
    folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    move, removed = moves.move_new, []

    def lose_and_move(source: Path, target: Path, **held: int) -> None:
        if not removed:
            target.parent.rmdir()
            removed.append(target.parent)
        move(source, target, **held)

    monkeypatch.setattr(moves, "move_new", lose_and_move)
    assert folder.add(incoming(folder), "a.txt", "x/y") == folder.folder / "x" / "y" / "a.txt"
    assert removed and paths(folder) == ["x/y/a.txt"]
    with pytest.raises(FileNotFoundError):
        folder.add(folder.folder / "missing", "b.txt", "x/y")


PROCESS = """
import sys
from pathlib import Path
from core.files.session_folder import SessionFolder

who, folder, incoming = sys.argv[1], SessionFolder(Path(sys.argv[2])), Path(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for number in range(100):
    source = incoming / f"{who}-{number}"
    source.write_text(source.name)
    kept = folder.add(source, "same name.txt", "shared/folder")
    shown = kept.relative_to(folder.folder).as_posix()
    for name in (f"moved {number}.txt", f"{who} {number}.txt"):
        try:
            shown = folder.rename(shown, name).relative_to(folder.folder).as_posix()
        except FileExistsError:
            pass
    if number % 3 == 0:
        folder.remove(shown)
"""


@pytest.mark.row(18)
def test_two_programs_never_lose_a_file(folder: SessionFolder, tmp_path: Path) -> None:
    sources = disk.private_folder(tmp_path / "incoming")
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", PROCESS, who, str(folder.folder), str(sources)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        )
        for who in ("one", "two", "three")
    ]
    for program in programs:
        assert program.stdout is not None and program.stdout.readline() == "ready\n"
    for program in programs:
        program.communicate("go\n")
        assert program.returncode == 0
    kept = [f"{who}-{n}" for who in ("one", "two", "three") for n in range(100) if n % 3]
    assert contents(folder) == sorted(text.encode() for text in kept)
    assert list(sources.iterdir()) == []


# Old sessions


def test_copies_that_a_crash_broke_off_are_removed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Nobody sees them, and nothing else would ever remove them."""
    caplog.set_level("INFO")
    inside = tmp_path / session_id(1) / "holiday"
    inside.mkdir(parents=True)
    source = tmp_path / "source"
    source.write_bytes(b"content")
    left, fresh = copies.temporary_copy(source, inside), copies.temporary_copy(source, inside)
    kept = [inside / "a.part", inside / ".hidden", tmp_path / ".0123456789abcdef.part"]
    for path in (left, *kept):
        path.touch()
        os.utime(path, (0, 0))
    assert remove_partial_copies(tmp_path, Clock(tmp_path / "clock", DAY)) == [left]
    assert not left.exists() and fresh.exists() and all(path.exists() for path in kept)
    assert str(left) in caplog.text


@pytest.mark.parametrize("days", [None, 0.0])
def test_sessions_are_kept_unless_a_setting_says_otherwise(
    tmp_path: Path, days: float | None
) -> None:
    gone = tmp_path / "sessions" / session_id(1)
    gone.mkdir(parents=True)
    (gone / "a.txt").touch()
    with local(tmp_path, lambda: jp.WebPage(), remove_old_sessions=days) as served:
        deadline = time.monotonic() + 10
        while days is not None and gone.exists() and time.monotonic() < deadline:
            with served.client() as client:
                client.get("/")
        served.app.pages.close()
    assert gone.exists() is (days is None)

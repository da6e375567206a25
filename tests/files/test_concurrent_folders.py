"""Two windows, or programs, that use a session folder at once."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.files import atomic_rename, disk, moves
from core.files.session_folder import SessionFolder
from tests.support.session_files import contents, incoming, paths
from tests.support.windows import not_on_windows

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return SessionFolder(tmp_path / "sessions" / "abc")


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


@not_on_windows("folders are made by their paths, not in open ones")
def test_folder_that_a_network_disk_calls_stale_is_made_again(
    folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale, make = [OSError(errno.ESTALE, os.strerror(errno.ESTALE))], os.mkdir

    def mkdir(*arguments: Any, **options: Any) -> None:
        if options.get("dir_fd") is not None and stale:
            raise stale.pop()
        make(*arguments, **options)

    monkeypatch.setattr(os, "mkdir", mkdir)
    assert folder.add(incoming(folder, b"new"), "a.txt", "x/y").read_bytes() == b"new"
    assert not stale


def test_folder_that_the_disk_still_shows_when_it_is_removed_is_made_again(
    folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As file systems in user space do for a moment."""
    removed, move_new = [FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))], moves.move_new

    def move(*arguments: Any, **options: Any) -> None:
        if removed:
            raise removed.pop()
        move_new(*arguments, **options)

    monkeypatch.setattr(moves, "move_new", move)
    assert folder.add(incoming(folder, b"new"), "a.txt", "x/y").read_bytes() == b"new"
    assert not removed


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


@not_on_windows("files are renamed in one call, without links")
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
from typing import Any
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

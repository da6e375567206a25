"""Symlinks in session folders lead nowhere, whenever they are put there; nor does one in its place.

Somebody swaps a folder for a symlink between two steps of ours: nothing outside is read, listed,
renamed, removed or written.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from core.downloads.archives import Zip
from core.downloads.user_files import user_file
from core.downloads.zip_source import ZipSource
from core.files import openat
from core.files.errors import FileChanged, FileError
from core.files.received_file import File
from core.files.session_folder import SessionFolder
from tests.support import disks
from tests.support.asgi import get
from tests.support.local import local, session_id, whose

pytestmark = pytest.mark.skipif(not openat.BY_DESCRIPTOR, reason="this system has no such calls")

SECRET = "a secret"
ROUNDS = 250


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    disks.need_symlinks(tmp_path)
    folder = tmp_path / "outside"
    (folder / "in").mkdir(parents=True)
    for name in ("a.txt", "in/a.txt"):
        (folder / name).write_text(SECRET)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    folder = SessionFolder(tmp_path / "sessions" / session_id(1)).made()
    (folder.folder / "sub" / "in").mkdir(parents=True)
    for name in ("sub/a.txt", "sub/in/a.txt"):
        (folder.folder / name).write_text("mine")
    return folder


def swap(folder: SessionFolder, outside: Path) -> None:
    """A symlink in place of a folder."""
    (folder.folder / "sub").rename(folder.folder / "kept")
    (folder.folder / "sub").symlink_to(outside)


@contextmanager
def swapping(folder: SessionFolder, outside: Path) -> Iterator[None]:
    """Swap them to and fro, as fast as can be."""
    over = threading.Event()
    sub, away = folder.folder / "sub", folder.folder / ".away"

    def work() -> None:
        while not over.is_set():
            for step in (
                lambda: sub.rename(away),
                lambda: sub.symlink_to(outside),
                sub.unlink,
                lambda: away.rename(sub),
            ):
                with suppress(OSError):
                    step()

    thread, interval = threading.Thread(target=work), sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # between any two steps
    thread.start()
    try:
        yield
    finally:
        sys.setswitchinterval(interval)
        over.set()
        thread.join()


def intact(outside: Path, more: Sequence[str] = ()) -> bool:
    found = {str(path.relative_to(outside)) for path in outside.rglob("*")}
    return found == {"a.txt", "in", "in/a.txt", *more} and (outside / "a.txt").read_text() == SECRET


def test_a_file_is_not_sent_from_where_a_symlink_leads(
    folder: SessionFolder, outside: Path
) -> None:
    answer = user_file(folder.path("sub/a.txt"), download=True, below=folder.folder)
    archive = ZipSource(Zip(folder).files, folder.folder)
    swap(folder, outside)
    assert get(answer).status_code == 404
    with pytest.raises(FileChanged):
        archive.read_now(0, archive.size)


def test_downloads_while_a_folder_is_swapped(
    folder: SessionFolder, outside: Path, tmp_path: Path
) -> None:
    with local(tmp_path, whose) as served, served.session() as client, swapping(folder, outside):
        answers = [client.get(f"/static/{session_id(1)}/sub/a.txt") for _ in range(ROUNDS)]
    assert {answer.status_code for answer in answers} <= {200, 404}
    assert SECRET not in {answer.text for answer in answers}


def test_a_list_while_a_folder_is_swapped(folder: SessionFolder, outside: Path) -> None:
    (outside / "theirs.txt").write_text(SECRET)
    with swapping(folder, outside):
        names = {entry.name for _ in range(ROUNDS * 5) for entry in folder.list()}
    assert names <= {"a.txt"}


@pytest.mark.parametrize(
    "work",
    [
        lambda folder, number: folder.remove(f"sub/{number}.txt"),
        lambda folder, number: folder.rename(f"sub/{number}.txt", f"{number}.bin"),
        lambda folder, number: folder.add(new(folder), "b.txt", "sub"),
        lambda folder, number: folder.add(new(folder), "b.txt", f"sub/{number}"),
    ],
    ids=["remove", "rename", "add", "add a folder"],
)
def test_work_while_a_folder_is_swapped_changes_nothing_outside(
    folder: SessionFolder, outside: Path, work: Callable[[SessionFolder, int], object]
) -> None:
    numbered = [f"{number}.txt" for number in range(ROUNDS)]
    for name in numbered:
        (outside / name).touch()
        (folder.folder / "sub" / name).touch()
    with swapping(folder, outside):
        for number in range(ROUNDS):
            with suppress(OSError):
                work(folder, number)
    assert intact(outside, numbered)


def new(folder: SessionFolder) -> Path:
    path = folder.folder.parent / f"incoming-{os.urandom(4).hex()}"
    path.write_text("new")
    return path


def test_a_symlink_in_place_of_a_session_folder_leads_nowhere(
    folder: SessionFolder, outside: Path, tmp_path: Path
) -> None:
    folder.folder.rename(tmp_path / "moved")
    folder.folder.symlink_to(outside)
    with pytest.raises(NotADirectoryError):
        folder.list()
    for work in (folder.path, folder.remove, lambda name: folder.rename(name, "b.txt")):
        with pytest.raises(FileNotFoundError):
            work("a.txt")
    source = tmp_path / "incoming"
    source.write_text("new")
    with pytest.raises(FileError, match="was not saved"):
        File("a.txt", 3, "", 0, source).save(folder)
    with local(tmp_path, whose) as served, served.session() as client:
        assert client.get(f"/static/{session_id(1)}/a.txt").status_code == 404
    assert intact(outside) and source.read_text() == "new"


def test_a_symlink_to_a_folder_of_the_programs_choice_is_followed(
    outside: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(outside)
    source = tmp_path / "incoming"
    source.write_text("new")
    kept = File("b.txt", 3, "", 0, source).save(tmp_path / "link")
    assert kept == tmp_path / "link" / "b.txt" and (outside / "b.txt").read_text() == "new"

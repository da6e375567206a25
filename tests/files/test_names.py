"""Names are kept as this system can hold them; rows 1-4, 6-17 of the table in upload-engine.md."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.downloads import dragged
from core.files import moves, name_index
from core.files.entries import Entry
from core.files.errors import UnsafeName
from core.files.names import MAX_BYTES, is_transient, legal_name, legal_parts, shown
from core.files.original_names import ATTRIBUTE, original_name, original_path
from core.files.relocation import Relocation
from core.files.session_folder import SessionFolder
from core.kit.files.files_folder_source import FolderSource
from core.kit.files.files_source import Found

posix = pytest.mark.skipif(os.name == "nt", reason="Windows allows fewer characters.")

KEPT = [
    "<b>bold.txt",
    "<script>alert(1).html",
    "CON.txt",
    ".hidden",
    ".gitignore",
    "__init__.py",
    "desktop.ini",
    'say "hi"?*|:.txt',
    "..\\..\\evil.txt",
    "photo\u202egpj.exe",
    "two\nlines\x1b[31m.txt",
    "👩\u200d👩\u200d👧\u200d👦 🏴\u200d☠️.png",
    "pay\u200cpal\u200d.txt",
    "e\u0301.txt",
    " spaces . ",
    "...",
    "not UTF-8 \udcff.txt",
]


@posix
@pytest.mark.parametrize("name", KEPT)
def test_what_this_system_can_hold_is_kept(tmp_path: Path, name: str) -> None:
    assert legal_name(name) == name
    folder = SessionFolder(tmp_path / "folder")
    assert folder.write(name, "content").name == name
    assert [each.name for each in folder.list()] == [name]
    assert folder.path(name).read_text() == "content"


@posix
@pytest.mark.row(1, 2, 3, 4, 6, 7, 10)
@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("../../etc/passwd", ".._.._etc_passwd"),
        ("/etc/cron.d/x", "_etc_cron.d_x"),
        ("a\0.png", "a_.png"),
        ("bad\ud800.txt", "bad_.txt"),
        (".0123456789abcdef.part", "_.0123456789abcdef.part"),
        (".0123456789abcdef.trashing", "_.0123456789abcdef.trashing"),
        (".~lock.a.odt#", "_.~lock.a.odt#"),
        (".DS_Store", "_.DS_Store"),
    ],
)
def test_what_no_folder_can_hold_becomes_an_underline(raw: str, expected: str) -> None:
    assert legal_name(raw) == expected


@pytest.mark.row(8)
@pytest.mark.parametrize("raw", ["", ".", ".."])
def test_steps_are_no_names(raw: str) -> None:
    with pytest.raises(UnsafeName, match="another name"):
        legal_name(raw)


@pytest.mark.row(11)
@pytest.mark.parametrize("raw", ["a" * 300 + ".jpg", "😀" * 255 + ".jpg", "d/" * 2048 + "x.jpg"])
def test_long_name_is_shortened_before_its_extension(raw: str) -> None:
    name = legal_name(raw)
    assert name.endswith(".jpg")
    assert len(name.encode()) <= MAX_BYTES


@pytest.mark.row(1, 4, 6, 7, 8, 9, 11, 14, 15, 17)
@given(st.text(max_size=400) | st.text("a .\u00a0\u200d👩🏽\udcff\ud800/\\<C", max_size=300))
@example("\udcff" * 300 + ".jpg")
@example("x" * 254 + " .y")
@example(".~lock." + "y" * 300 + "#")
def test_any_text_gives_one_step_of_a_path_or_is_refused(raw: str) -> None:
    try:
        name = legal_name(raw)
    except UnsafeName:
        return
    assert legal_name(name) == name
    assert 0 < len(os.fsencode(name)) <= MAX_BYTES
    assert not set(name) & set("/\0") and name not in (".", "..")
    assert not is_transient(name)


@posix
def test_folders_keep_their_names_and_never_lead_out() -> None:
    assert legal_parts(".git/a:b//c\\d", "x") == [".git", "a:b", "c\\d"]
    with pytest.raises(UnsafeName):
        legal_parts("a/../b", "x")


@posix
def test_what_programs_keep_beside_the_files_is_no_file_of_a_person(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path)
    for name in (".~lock.a.odt#", ".0123456789abcdef.part", ".a.txt.swp", ".env"):
        (tmp_path / name).write_text("x")
    assert [each.name for each in folder.list()] == [".env"]
    with pytest.raises(FileNotFoundError):
        folder.path(".0123456789abcdef.part")


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("photo\u202egpj.exe", "photo�gpj.exe"),
        ("a\nb\x1b[31m\x85\u2028.txt", "a�b�[31m��.txt"),
        ("\udcff.txt", "�.txt"),
        ("שלום\u200f.txt", "שלום\u200f.txt"),
        ("👩\u200d👩.png", "👩\u200d👩.png"),
    ],
)
def test_a_label_shows_what_a_name_is(name: str, label: str) -> None:
    assert Entry(name, 0, "", 0.0).label == label


@posix
@pytest.mark.parametrize(
    ("problem", "name", "expected"),
    [
        (errno.EINVAL, "a:b?.txt", "a_b_.txt"),
        (errno.ENOENT, "a:b?.txt", "a_b_.txt"),  # exFAT in user space
        (errno.EILSEQ, "\udcff.txt", "_.txt"),
        (errno.ENAMETOOLONG, "n" * 200 + ".txt", "n" * 139 + ".txt"),
    ],
)
def test_a_disk_that_refuses_a_name_gets_a_portable_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: int, name: str, expected: str
) -> None:
    move_new = moves.move_new

    def refuse(source: Path, target: Path, *args: Any, **named: Any) -> None:  # as FAT does
        if target.name == name:
            raise OSError(problem, os.strerror(problem))
        move_new(source, target, *args, **named)

    monkeypatch.setattr(moves, "move_new", refuse)
    path = SessionFolder(tmp_path).write(f"folder/{name}", "content")
    assert path == tmp_path / "folder" / expected
    assert path.read_text() == "content"
    assert [each.name for each in SessionFolder(tmp_path).list()] == [expected]
    _check_original(SessionFolder(tmp_path), f"folder/{expected}", name)
    new = SessionFolder(tmp_path).rename("other/mine.txt", name)
    assert new == tmp_path / "other" / expected and new.read_text() == "content"


@posix
def test_a_new_folder_gets_a_name_that_the_disk_can_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mkdir = os.mkdir

    def refuse(name: Any, *args: Any, **named: Any) -> None:
        if ":" in str(name):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        mkdir(name, *args, **named)

    monkeypatch.setattr(os, "mkdir", refuse)
    assert SessionFolder(tmp_path).make_folder("trip: 2026") == tmp_path / "trip_ 2026"


@posix
def test_a_disk_without_attributes_gives_names_back_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any, **named: Any) -> None:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    move_new = moves.move_new

    def put(source: Path, target: Path, *args: Any, **named: Any) -> None:  # as FAT does
        if ":" in target.name:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        move_new(source, target, *args, **named)

    for name in ("setxattr", "getxattr"):
        monkeypatch.setattr(os, name, refuse)
    monkeypatch.setattr(moves, "move_new", put)
    session = "0123456789abcdef" * 2
    first = SessionFolder(tmp_path / "sessions" / session)
    shelf = SessionFolder(tmp_path / "shelves" / session / "Work")
    index_folder = tmp_path / "notes"
    name_index.keep_in(index_folder, tmp_path / "sessions", tmp_path / "shelves")
    path = first.write("a:b.txt", "content")
    with (index_folder / f"{session}.jsonl").open("ab") as index:
        index.write(b'["a_b.txt", "cut o')  # by a crash
    assert (path.name, original_name(path)) == ("a_b.txt", "a:b.txt")
    other = first.write("a:b.txt", "other content")
    assert (other.name, original_name(other)) == ("a_b (2).txt", "a:b.txt")
    removal = first.removal()
    removal.add("a_b.txt")
    removal.restore()
    Relocation(first, shelf).add_all(["a_b.txt"])
    moved = shelf.folder / "a_b.txt"
    moved.touch()
    os.replace(shutil.copy(moved, tmp_path / "copy"), moved)  # another inode: a disk was mounted
    assert original_name(moved) == "a:b.txt"
    renamed = shelf.rename("a_b.txt", "mine.txt")
    assert original_name(renamed) == "mine.txt"
    assert original_name(shelf.rename("mine.txt", "a_b.txt")) == "a:b.txt"  # undone
    assert original_name(shelf.write("a_b.txt", "another file", replace=True)) == "a_b.txt"
    name_index.forget(first.folder)
    assert original_name(other) == "a_b (2).txt"


def test_the_index_of_names_forgets_the_older_half_when_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(name_index, "MOST_BYTES", 400)
    notes, folder = tmp_path / "notes", tmp_path / "sessions" / ("0123456789abcdef" * 2)
    folder.mkdir(parents=True)
    name_index.keep_in(notes, folder.parent)
    files = [folder / f"a_{number}.txt" for number in range(30)]
    for file in files:
        file.touch()
        name_index.note(file, file.name.replace("_", ":"))
    assert name_index.find(files[-1]) == "a:29.txt"
    assert name_index.find(files[0]) is None
    [index] = notes.iterdir()
    assert index.stat().st_size <= 400


def _check_original(folder: SessionFolder, path: str, name: str) -> None:
    """The file gets its name back on the way out, wherever it is moved; not once it is renamed."""
    folder.make_folder("other")
    moved = folder.move(path, "other")
    [entry] = folder.list()
    [(saved, _)] = FolderSource(folder).expanded(Found.of(entry))
    assert saved == shown(name)
    assert [each.name for each in dragged.named([moved], folder)] == [name]
    assert original_path(folder.folder, f"other/{moved.name}") == f"other/{name}"
    assert original_name(folder.rename(f"other/{moved.name}", "mine.txt")) == "mine.txt"
    os.setxattr(moved.with_name("mine.txt"), ATTRIBUTE, b'["mine.txt", "../b"]')  # by anybody
    assert original_name(moved.with_name("mine.txt")) == ".._b"

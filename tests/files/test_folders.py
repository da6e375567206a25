"""Session folders and what handlers get: SessionFolder and File."""

import base64
import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from core.files import atomic_rename, copies, disk
from core.files.errors import FileError, UnsafeName
from core.files.received_file import File
from core.files.session_folder import SessionFolder
from tests.support import disks
from tests.support.windows import NO_SUCH_PLACE, not_on_windows


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return SessionFolder(tmp_path / "sessions" / "abc")


def incoming(tmp_path: Path, content: bytes = b"content") -> Path:
    path = tmp_path / f"incoming-{os.urandom(4).hex()}"
    os.close(disk.create_private(path))
    path.write_bytes(content)
    return path


def received(tmp_path: Path, name: str = "photo.jpg", content: bytes = b"content") -> File:
    path = incoming(tmp_path, content)
    return File(name, len(content), "image/jpeg", 1_700_000_000_000, path)


def test_missing_folder_is_empty(folder: SessionFolder) -> None:
    assert folder.list() == []


def test_added_files_are_listed_with_what_they_are(folder: SessionFolder, tmp_path: Path) -> None:
    for name in ("b.txt", "A.jpg", "日本 #1.pdf"):
        folder.add(incoming(tmp_path), name)
    assert [(e.name, e.size, e.type) for e in folder.list()] == [
        ("A.jpg", 7, "image/jpeg"),
        ("b.txt", 7, "text/plain"),
        ("日本 #1.pdf", 7, "application/pdf"),
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["sessions"]  # moved, not copied


@pytest.mark.row(12, 13)
@pytest.mark.parametrize(
    ("first", "second", "stored"),
    [
        ("photo.jpg", "photo.jpg", "photo (2).jpg"),
        ("A.txt", "a.txt", "a (2).txt"),
        ("e\u0301.txt", "\u00e9.txt", "\u00e9 (2).txt"),
    ],
)
def test_taken_name_gets_a_number(
    folder: SessionFolder, tmp_path: Path, first: str, second: str, stored: str
) -> None:
    kept = folder.add(incoming(tmp_path, b"first"), first)
    assert folder.add(incoming(tmp_path, b"second"), second).name == stored
    assert kept.read_bytes() == b"first"


@pytest.mark.row(18)
def test_same_name_at_once_never_mixes(folder: SessionFolder, tmp_path: Path) -> None:
    contents = [bytes([n]) * 1000 for n in range(16)]
    threads = [
        threading.Thread(target=folder.add, args=(incoming(tmp_path, content), "x.bin"))
        for content in contents
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(folder.path(e.name).read_bytes() for e in folder.list()) == contents


def test_unsafe_name_is_made_safe_and_hopeless_one_refused(
    folder: SessionFolder, tmp_path: Path
) -> None:
    assert folder.add(incoming(tmp_path), "../../x").parent == folder.folder
    with pytest.raises(UnsafeName):
        folder.add(incoming(tmp_path), "..")


@pytest.mark.row(28)
@not_on_windows("it has no such permissions")
def test_files_and_folders_are_private_whatever_the_umask(
    folder: SessionFolder, tmp_path: Path
) -> None:
    disks.need_modes(tmp_path)
    before = os.umask(0)
    try:
        path = folder.add(incoming(tmp_path), "x")
        copied = copies.temporary_copy(path, tmp_path)
    finally:
        os.umask(before)
    modes = [stat.S_IMODE(p.stat().st_mode) for p in (path, path.parent, copied)]
    assert modes == [0o600, 0o700, 0o600]


@pytest.mark.row(1, 6, 11, 23)
@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../secret", "/etc/passwd", "sub/../../secret", "a\0b", "sub\\x", ".~lock.x#",
     "link", "linked/passwd", "sub", "missing", "x.txt/y", "x.txt/", "n" * 300, "\udcff"],
)  # fmt: skip
def test_path_leads_only_to_plain_files_inside(
    folder: SessionFolder, tmp_path: Path, name: str
) -> None:
    folder.add(incoming(tmp_path), "x.txt")
    (folder.folder / "sub").mkdir()
    (folder.folder / ".~lock.x#").write_text("no")
    if disks.has_symlinks(tmp_path):
        (folder.folder / "link").symlink_to("/etc/passwd")
        (folder.folder / "linked").symlink_to("/etc")
    (folder.folder.parent / "secret").write_text("no")
    with pytest.raises(FileNotFoundError):
        folder.path(name)
    assert [entry.name for entry in folder.list()] == ["x.txt"]


def test_path_leads_into_subfolders(folder: SessionFolder, tmp_path: Path) -> None:
    folder.add(incoming(tmp_path), "x.txt")
    (folder.folder / "sub").mkdir()
    (folder.folder / "sub" / "y.txt").write_text("yes")
    assert folder.path("sub/y.txt").read_text() == "yes"


def test_removed_file_is_gone(folder: SessionFolder, tmp_path: Path) -> None:
    folder.add(incoming(tmp_path), "x")
    folder.remove("x")
    assert folder.list() == []
    with pytest.raises(FileNotFoundError):
        folder.remove("x")


def test_file_system_without_hard_links(
    folder: SessionFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(atomic_rename, "rename_new", lambda *_: False)
    monkeypatch.setattr(os, "link", no_links)
    assert folder.add(incoming(tmp_path, b"first"), "x.txt").name == "x.txt"
    assert folder.add(incoming(tmp_path, b"second"), "x.txt").name == "x (2).txt"
    assert folder.path("x.txt").read_bytes() == b"first"


def test_received_file_tells_what_it_is(tmp_path: Path) -> None:
    file = received(tmp_path)
    assert file["name"] == file.name == "photo.jpg"
    assert file["lastModified"] == 1_700_000_000_000
    assert file.read() == file.open().read() == b"content"
    assert base64.b64decode(file["file_content"]) == b"content"
    with pytest.raises(KeyError):
        file["nonsense"]


def test_save_into_a_folder_is_a_rename_and_never_overwrites(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    (target / "photo.jpg").write_bytes(b"older")
    file = received(tmp_path)
    inode = file.path.stat().st_ino
    assert file.save(target) == target / "photo (2).jpg" == file.path
    assert file.path.stat().st_ino == inode
    assert (target / "photo.jpg").read_bytes() == b"older"
    assert file.saved


def test_save_under_a_path_replaces_as_open_would(tmp_path: Path) -> None:
    target = tmp_path / "new name.jpg"
    target.write_bytes(b"older and longer")
    assert received(tmp_path).save(str(target)) == target
    assert target.read_bytes() == b"content"


def test_saving_twice_leaves_the_first(tmp_path: Path) -> None:
    file = received(tmp_path)
    first, second = file.save(tmp_path / "1.jpg"), file.save(tmp_path / "2.jpg")
    assert first.read_bytes() == second.read_bytes() == b"content"
    assert file.path == second


def test_save_to_another_file_system(tmp_path: Path) -> None:
    shm = Path("/dev/shm")
    if not shm.is_dir() or shm.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second file system here")
    target = shm / f"satchel-test-{os.getpid()}"
    target.mkdir()
    try:
        first, second = received(tmp_path, "x"), received(tmp_path, "x", b"second")
        assert [first.save(target).name, second.save(target).name] == ["x", "x (2)"]
        second.save(target / "x")
        assert first.read() == b"second"
        assert sorted(p.name for p in target.iterdir()) == ["x", "x (2)"]
    finally:
        for path in target.iterdir():
            path.unlink()
        target.rmdir()


@pytest.mark.parametrize("target", ["missing/x", "file/x"])
def test_save_that_fails_says_why_and_keeps_the_file(tmp_path: Path, target: str) -> None:
    (tmp_path / "file").touch()
    file = received(tmp_path)
    with pytest.raises(FileError, match="“photo.jpg” was not saved as .*: " + NO_SUCH_PLACE):
        file.save(tmp_path / target)
    assert file.read() == b"content" and not file.saved


def test_file_that_was_not_kept_is_removed(tmp_path: Path) -> None:
    kept, moved, left = (received(tmp_path) for _ in range(3))
    kept.save(tmp_path / "kept.jpg")
    moved.path.rename(tmp_path / "moved")
    for file in (kept, moved, left):
        file.discard()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kept.jpg", "moved"]

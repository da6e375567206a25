"""Files of this machine that somebody has vouched for: copied, not sent."""

import asyncio
import os
from pathlib import Path

import pytest

from core.downloads.sources import FileUnavailable
from core.files import copies, disk
from core.files.errors import FileChanged
from core.uploads.engine import Uploads
from core.uploads.errors import UploadRefused
from core.uploads.info import UploadInfo
from core.uploads.local_copy import STEP
from core.uploads.local_files import Contents, LocalFile
from tests.support import disks
from tests.support.tus import stored

SIZE = 3 * STEP + 7


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of several steps."""
    path = tmp_path / "film.mp4"
    path.write_bytes(os.urandom(1000))
    os.truncate(path, SIZE)
    return path


def upload_of(file: LocalFile, **fields: str) -> UploadInfo:
    return UploadInfo("me", file.name, file.size, "", file.lastModified, **fields)


@pytest.mark.parametrize("size", [0, 1, disk.BLOCK + 7])
async def test_copy_of_a_file(uploads: Uploads, tmp_path: Path, size: int) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(os.urandom(size))
    file = LocalFile.at(path)
    upload = upload_of(file)
    await uploads.copy(upload, file)
    [taken] = uploads.claims.take("me", [upload.id])
    assert (taken.name, taken.size, taken.read()) == ("photo.jpg", size, path.read_bytes())
    assert taken.lastModified == path.stat().st_mtime_ns // 1_000_000
    assert taken.path.stat().st_ino != path.stat().st_ino  # never a link to the user's own
    assert disks.is_private(taken.path)


@pytest.mark.row(24)
@pytest.mark.parametrize("name", ["/dev/zero", "fifo", "folder", "none", "to-device", "round"])
def test_only_regular_files(tmp_path: Path, name: str) -> None:
    disks.need_symlinks(tmp_path)
    disks.make_pipe(tmp_path / "fifo")
    (tmp_path / "folder").mkdir()
    (tmp_path / "to-device").symlink_to("/dev/zero")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    with pytest.raises(FileUnavailable, match=Path(name).name):
        LocalFile.at(tmp_path / name)


async def test_a_link_stands_for_its_file_under_its_own_name(
    uploads: Uploads, tmp_path: Path, path: Path
) -> None:
    disks.need_symlinks(tmp_path)
    link = tmp_path / "link.mp4"
    link.symlink_to(path)
    file = LocalFile.at(link)
    upload = upload_of(file)
    await uploads.copy(upload, file)
    [taken] = uploads.claims.take("me", [upload.id])
    assert (taken.name, taken.read()) == ("link.mp4", path.read_bytes())


async def test_an_ended_copy_is_continued(
    uploads: Uploads, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = LocalFile.at(path)
    upload = upload_of(file)
    told: asyncio.Queue[int] = asyncio.Queue()
    monkeypatch.setattr(uploads.observer, "stored", lambda upload, offset: told.put_nowait(offset))
    task = asyncio.create_task(uploads.copy(upload, file))
    await told.get()
    offset = (await uploads.status("me", upload.id)).offset  # as a browser that pauses asks
    assert STEP <= offset < SIZE
    with pytest.raises(UploadRefused, match="can be continued"):
        await task
    begun: list[int] = []
    copy = copies.append_range
    monkeypatch.setattr(copies, "append_range", lambda *a: (begun.append(a[3]), copy(*a)))
    await uploads.copy(upload, file)
    assert begun[0] == offset  # what was there stays
    begun.clear()
    await uploads.copy(upload, file)  # an answer was lost: all is there, nothing is done
    assert begun == []
    [taken] = uploads.claims.take("me", [upload.id])
    assert taken.read() == path.read_bytes()


async def test_what_a_handler_took_is_not_copied_again(uploads: Uploads, path: Path) -> None:
    file = LocalFile.at(path)
    upload = upload_of(file)
    await uploads.copy(upload, file)
    uploads.claims.discard(uploads.claims.take("me", [upload.id]))
    with pytest.raises(UploadRefused, match="taken already") as refused:
        await uploads.copy(upload, file)
    assert refused.value.status == 410


async def test_the_content_is_hashed_where_the_input_asks(uploads: Uploads, path: Path) -> None:
    file = LocalFile.at(path)
    upload = upload_of(file, algorithm="sha256")
    await uploads.copy(upload, file)
    [taken] = uploads.claims.take("me", [upload.id])
    assert taken.digests == {"sha256": taken.digest("sha256")}


@pytest.mark.row(24)
@pytest.mark.parametrize("change", ["grows", "shrinks", "is replaced", "vanishes", "is touched"])
@pytest.mark.parametrize("when", ["before", "meanwhile"])
async def test_a_file_that_changes_is_refused(
    uploads: Uploads, path: Path, change: str, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = LocalFile.at(path)
    copy = copies.append_range

    def slow(reader: int, target: Path, size: int, at: int = 0) -> None:
        if when == "meanwhile" and at == STEP:
            alter(path, change)
        copy(reader, target, size, at)

    if when == "before":
        alter(path, change)
    monkeypatch.setattr(copies, "append_range", slow)
    if when == "meanwhile" and change in ("is replaced", "vanishes"):
        if os.name == "nt":
            pytest.skip("Windows: no file goes while it is open")
        await uploads.copy(upload_of(file), file)  # it was open: that is the file that was chosen
        return
    with pytest.raises(FileChanged, match=r"film\.mp4"):
        await uploads.copy(upload_of(file), file)
    assert stored(uploads) == []


async def test_files_of_a_batch_come_all_or_none(uploads: Uploads, tmp_path: Path) -> None:
    files = []
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
        files.append(LocalFile.at(tmp_path / name))
    batch = [upload_of(file) for file in files]
    await uploads.receive_batch(batch, Contents(files))
    assert [f.read() for f in uploads.claims.take("me", [u.id for u in batch])] == [
        b"a.txt",
        b"b.txt",
    ]
    before = stored(uploads)
    (tmp_path / "b.txt").write_text("other")
    with pytest.raises(FileChanged, match=r"b\.txt"):
        await uploads.receive_batch([upload_of(file) for file in files], Contents(files))
    assert stored(uploads) == before


def alter(path: Path, change: str) -> None:
    if change == "grows":
        with path.open("ab") as file:
            file.write(b"more")
    elif change == "shrinks":
        os.truncate(path, STEP)
    elif change == "is replaced":
        other = path.with_suffix(".new")
        other.write_bytes(os.urandom(path.stat().st_size))
        os.utime(other, ns=(path.stat().st_mtime_ns,) * 2)
        other.replace(path)
    elif change == "vanishes":
        path.unlink()
    else:
        os.utime(path)

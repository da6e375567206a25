"""Files of this machine that the window has vouched for: copied, not sent."""

import os
from pathlib import Path

import pytest

from core.files import disk
from core.files.errors import FileChanged
from core.files.sources import NotSent
from core.files.uploads import Uploads
from tests import tus
from tests.tus import stored


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return tus.uploads(tmp_path)


@pytest.mark.parametrize("size", [0, 1, disk.BLOCK + 7])
async def test_copy_of_a_file(uploads: Uploads, tmp_path: Path, size: int) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(os.urandom(size))
    upload = await uploads.copy("me", path)
    [file] = uploads.take("me", [upload.id])
    assert (file.name, file.size, file.read()) == ("photo.jpg", size, path.read_bytes())
    assert file.lastModified == path.stat().st_mtime_ns // 1_000_000
    assert file.path.stat().st_ino != path.stat().st_ino  # never a link to the user's own
    assert file.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.row(24)
@pytest.mark.parametrize("path", ["/dev/zero", "/proc/self/mem", "fifo", "link", "folder", "none"])
async def test_only_regular_files(uploads: Uploads, tmp_path: Path, path: str) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "link").symlink_to("/etc/passwd")
    (tmp_path / "folder").mkdir()
    wanted = Path(path) if path.startswith("/") else tmp_path / path
    if path == "/proc/self/mem":  # a regular file, as far as it says, without any bytes
        upload = await uploads.copy("me", wanted)
        assert upload.size == 0
        return
    with pytest.raises(NotSent):
        await uploads.copy("me", wanted)
    assert stored(uploads) == []


@pytest.mark.row(24)
async def test_a_file_that_grows_meanwhile_is_refused(
    uploads: Uploads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing.log"
    path.write_bytes(b"first")
    copy = disk.copy_open

    def slow(reader: int, target: Path, size: int) -> None:
        copy(reader, target, size)
        with path.open("ab") as log:
            log.write(b"more")

    monkeypatch.setattr(disk, "copy_open", slow)
    with pytest.raises(FileChanged, match="growing.log"):
        await uploads.copy("me", path)
    assert stored(uploads) == []

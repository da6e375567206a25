"""core.files.folder_watch: the system says what changes below a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core.files.folder_watch import MOST_PATHS, FolderChanges
from core.files.mounts import type_of

PATIENCE = 20.0

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="each system reports other events")

MOUNTS = r"""
22 1 0:20 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:44 / /home/me/My\040cloud rw - fuse.sshfs me@server: rw
31 22 0:45 / /mnt/usb rw - fuseblk /dev/sdb1 rw
32 22 0:46 / /home rw - nfs4 server:/home rw
"""


class Followed:
    """The changes of a folder, gathered."""

    def __init__(self, folder: Path) -> None:
        self._told = threading.Event()
        self.changes = FolderChanges(folder, self._told.set)
        self.paths: set[str] = set()
        self.anything = False

    def until(self, condition: Callable[[], bool]) -> None:
        """Gather changes until something holds."""
        ends = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < ends, (self.paths, self.anything)
            self._told.wait(0.1)
            self._told.clear()
            taken = self.changes.take()
            self.anything |= taken is None
            self.paths |= taken or set()

    def until_files_are_named(self, folder: str) -> None:
        """Wait until the folder is watched: of the first it is only known that something came."""

        def named() -> bool:
            (self.changes.folder / folder / f"{time.monotonic_ns()}.txt").touch()
            return any(path.startswith(f"{folder}/") for path in self.paths)

        self.until(lambda: self.anything)
        self.until(named)


@pytest.fixture
def followed(tmp_path: Path) -> Iterator[Followed]:
    (tmp_path / "below").mkdir()
    found = Followed(tmp_path)
    yield found
    found.changes.close()


def observing() -> set[threading.Thread]:
    """The threads of watchdog that run."""
    running = {
        each: [base.__module__ for base in type(each).mro()] for each in threading.enumerate()
    }
    return {each for each, modules in running.items() if "watchdog.utils" in modules}


def test_files_are_named_that_come_change_and_go(followed: Followed, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1")
    (tmp_path / "below" / "b.txt").write_text("1")
    followed.until(lambda: followed.paths >= {"a.txt", "below/b.txt"})
    for change in (
        lambda: (tmp_path / "a.txt").write_text("22"),
        lambda: os.utime(tmp_path / "a.txt", (1, 1)),
        lambda: (tmp_path / "a.txt").unlink(),
    ):
        followed.paths.clear()
        change()
        followed.until(lambda: "a.txt" in followed.paths)
    (tmp_path / "below" / "b.txt").rename(tmp_path / "c.txt")
    followed.until(lambda: followed.paths >= {"c.txt", "below/b.txt"})
    assert not followed.anything


def test_folders_are_followed_that_come_later(followed: Followed, tmp_path: Path) -> None:
    (tmp_path / "new" / "inner").mkdir(parents=True)
    followed.until_files_are_named("new/inner")


def test_of_many_changes_it_is_known_that_there_are_some(
    followed: Followed, tmp_path: Path
) -> None:
    for number in range(20 * MOST_PATHS):
        (tmp_path / f"{number}.txt").touch()
    followed.until(lambda: followed.anything)


def test_a_folder_that_is_found_twice_is_no_warning(
    followed: Followed,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    recwarn: pytest.WarningsRecorder,
) -> None:
    """It comes while the system looks into the folder around it, and is reported, too."""
    walk = os.walk

    def late(path: bytes, **options: Any) -> Any:
        if path.endswith(b"/new"):
            (tmp_path / "new" / "late").mkdir(exist_ok=True)
        return walk(path, **options)

    monkeypatch.setattr(os, "walk", late)
    (tmp_path / "new").mkdir()
    followed.until_files_are_named("new/late")
    assert list(recwarn) == []


def test_what_programs_keep_beside_files_is_not_reported(
    followed: Followed, tmp_path: Path
) -> None:
    (tmp_path / ".goutputstream-AB").touch()
    (tmp_path / "last.txt").touch()
    followed.until(lambda: "last.txt" in followed.paths)
    assert followed.paths == {"last.txt"}


def test_a_folder_that_is_another_one_now_is_over(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    changes = Followed(folder).changes
    assert not changes.are_over()
    folder.rename(tmp_path / "old")
    assert changes.are_over()
    folder.mkdir()
    assert changes.are_over()
    changes.close()
    with pytest.raises(FileNotFoundError):
        FolderChanges(tmp_path / "missing", lambda: None)


def test_ten_share_one_watch_and_nothing_outlives_them(tmp_path: Path) -> None:
    before = observing()
    first = Followed(tmp_path)
    threads = observing() - before
    assert threads
    others = [Followed(tmp_path) for _ in range(9)]
    assert observing() - before == threads
    first.changes.close()
    (tmp_path / "a.txt").touch()
    for each in others:
        each.until(lambda each=each: "a.txt" in each.paths)  # type: ignore[misc]
        each.changes.close()
    for thread in threads:
        thread.join(PATIENCE)
    assert observing() <= before


# The limit of a user namespace is its own: here two folders can be watched.
LIMITED = """
echo 2 > /proc/sys/user/max_inotify_watches && exec "$@"
"""
SCRIPT = """
import sys, threading
from pathlib import Path
from core.files.folder_watch import FolderChanges, NotWatched
folder = Path(sys.argv[1])
told = threading.Event()
changes = FolderChanges(folder, told.set)
(folder / "second").mkdir()
(folder / "third").mkdir()
while not changes.failure:
    assert told.wait(20)
    told.clear()
print(changes.failure, changes.are_over())
try:
    FolderChanges(Path(sys.argv[2]), told.set)
except NotWatched as error:
    print(error)
"""


def test_it_is_said_when_the_system_has_no_more_watches(tmp_path: Path) -> None:
    limited = ["unshare", "--user", "--map-root-user", "sh", "-c", LIMITED, "sh"]
    if not shutil.which("unshare") or subprocess.run([*limited, "true"]).returncode:
        pytest.skip("This system makes no user namespaces.")
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    run = subprocess.run(
        [*limited, sys.executable, "-c", SCRIPT, *map(str, folders)],
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    lines = run.stdout.splitlines()
    assert lines[0].endswith("one/third: inotify watch limit reached. True")
    assert "inotify watch limit reached" in lines[1]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/files", "ext4"),
        ("/home/me", "nfs4"),
        ("/home/me/My cloud/photos", "fuse.sshfs"),
        ("/home/me/My cloudy", "nfs4"),
        ("/mnt/usb", "fuseblk"),
    ],
)
def test_the_type_of_a_file_system_is_found(path: str, kind: str) -> None:
    assert type_of(path, MOUNTS) == kind

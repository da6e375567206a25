"""A file system in user space (FUSE) with the names and habits of others, over a folder.

python -m tests.platforms.foldfs SOURCE MOUNT [WORD ...]

apfs       names are found in any case and normal form, and kept as they were given: macOS
hfs        the same, and names are stored in NFD, as HFS+ does
nodirsync  fsync of a folder gives EINVAL
nolink     no hard links and no renames that replace nothing, as on FAT
coarse     times are even seconds, as FAT has them
slow       each write to a `.part` takes 6 ms

Without `apfs` and `hfs`, names are compared byte by byte. It runs until it is unmounted.
"""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
import unicodedata
from collections.abc import Iterator
from typing import Any

os.environ.setdefault("FUSE_LIBRARY_PATH", "libfuse3.so.3")  # 2 knows no flags of renames

from mfusepy import FUSE, FuseOSError, Operations  # noqa: E402

WORDS = {"apfs", "hfs", "nodirsync", "nolink", "coarse", "slow"}
NO_REPLACE = 1
"""RENAME_NOREPLACE of renameat2(2); RENAME_EXCL of macOS means the same."""

COARSE = 2_000_000_000
"""Nanoseconds between two times that a coarse file system can tell apart."""

NOW, OMIT = (1 << 30) - 1, (1 << 30) - 2
"""UTIME_NOW and UTIME_OMIT of utimensat(2)."""

SLOW = 0.006
"""Seconds that a write takes on a slow one."""

LONGEST = 255
"""UTF-16 code units of a name that HFS+ stores."""

_STATUS = ("st_mode", "st_nlink", "st_uid", "st_gid", "st_size", "st_ino", "st_blocks", "st_rdev")
_SPACE = (
    *("f_bavail", "f_bfree", "f_blocks", "f_bsize", "f_favail"),
    *("f_ffree", "f_files", "f_flag", "f_frsize", "f_namemax"),
)


def key(name: str) -> str:
    """The form in which names are compared."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


class Fold(Operations):  # type: ignore[misc]
    """Passes all calls on to the folder, under the name that a file has there.

    Args:
        root: the folder.
        words: how it differs from the file system that the folder is on.
    """

    use_ns = True

    def __init__(self, root: str, words: set[str]) -> None:
        self._root = os.path.realpath(root)
        self._words = words
        self._folds = bool(words & {"apfs", "hfs"})
        self._mutex = threading.Lock()

    # Names

    def _stored(self, name: str) -> str:
        """The form in which a new name is stored."""
        return unicodedata.normalize("NFD", name) if "hfs" in self._words else name

    def _find(self, path: str) -> str:
        """The real path; the last name as it lies there, or as it would be stored."""
        real = self._root
        for part in filter(None, path.split("/")):
            real = os.path.join(real, self._name_in(real, part))
        return real

    def _name_in(self, folder: str, name: str) -> str:
        if not self._folds:
            return name
        try:
            stored = self._stored(name)
            units = len(unicodedata.normalize("NFD", name).encode("utf-16-le")) // 2
        except UnicodeEncodeError:  # bytes that are not UTF-8
            raise FuseOSError(errno.EILSEQ) from None
        if "hfs" in self._words and units > LONGEST:
            raise FuseOSError(errno.ENAMETOOLONG)
        if os.path.lexists(os.path.join(folder, stored)):
            return stored
        try:
            names = os.listdir(folder)
        except (FileNotFoundError, NotADirectoryError):
            return stored
        wanted = key(name)
        return next((each for each in names if key(each) == wanted), stored)

    def _free(self, path: str) -> str:
        """The real path of something new; EEXIST if something has the name."""
        real = self._find(path)
        if os.path.lexists(real):
            raise FuseOSError(errno.EEXIST)
        return real

    # Status

    def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
        found = os.lstat(self._find(path))
        status = {name: getattr(found, name) for name in _STATUS}
        for letter in "amc":
            moment = getattr(found, f"st_{letter}time_ns")
            status[f"st_{letter}time"] = moment - moment % (COARSE if self._is_coarse else 1)
        return status

    @property
    def _is_coarse(self) -> bool:
        return "coarse" in self._words

    def access(self, path: str, mode: int) -> int:
        if not os.access(self._find(path), mode):
            raise FuseOSError(errno.EACCES)
        return 0

    def chmod(self, path: str, mode: int) -> int:
        os.chmod(self._find(path), mode)
        return 0

    def chown(self, path: str, uid: int, gid: int) -> int:
        os.lchown(self._find(path), uid, gid)
        return 0

    def utimens(self, path: str, times: tuple[int, int] | None = None) -> int:
        real = self._find(path)
        found = os.lstat(real)
        before = found.st_atime_ns, found.st_mtime_ns
        given = zip(times or (NOW, NOW), before, strict=True)
        ns = [{NOW: time.time_ns(), OMIT: old}.get(new, new) for new, old in given]
        os.utime(real, ns=(ns[0], ns[1]), follow_symlinks=False)
        return 0

    def statfs(self, path: str) -> dict[str, int]:
        found = os.statvfs(self._find(path))
        return {name: getattr(found, name) for name in _SPACE}

    # Names that come, go and change

    def create(self, path: str, mode: int, fi: Any = None) -> int:
        with self._mutex:
            return os.open(self._find(path), os.O_RDWR | os.O_CREAT, mode)

    def mknod(self, path: str, mode: int, dev: int) -> int:
        with self._mutex:
            os.mknod(self._free(path), mode, dev)
        return 0

    def mkdir(self, path: str, mode: int) -> int:
        with self._mutex:
            os.mkdir(self._free(path), mode)
        return 0

    def link(self, target: str, source: str) -> int:
        if "nolink" in self._words:
            raise FuseOSError(errno.ENOTSUP)
        with self._mutex:
            os.link(self._find(source), self._free(target), follow_symlinks=False)
        return 0

    def symlink(self, target: str, source: str) -> int:
        os.symlink(source, self._find(target))
        return 0

    def readlink(self, path: str) -> str:
        return os.readlink(self._find(path))

    def rename(self, old: str, new: str, flags: int = 0) -> int:
        if flags and ("nolink" in self._words or flags != NO_REPLACE):
            raise FuseOSError(errno.EINVAL)
        with self._mutex:
            source, target = self._find(old), self._free(new) if flags else self._find(new)
            if os.path.lexists(target) and os.path.samefile(source, target):  # another case
                name = self._stored(os.path.basename(new))
                target = os.path.join(os.path.dirname(target), name)
            os.rename(source, target)
        return 0

    def unlink(self, path: str) -> int:
        os.unlink(self._find(path))
        return 0

    def rmdir(self, path: str) -> int:
        os.rmdir(self._find(path))
        return 0

    # Folders

    def opendir(self, path: str) -> int:
        self._find(path)
        return 0

    def readdir(self, path: str, fh: int) -> Iterator[tuple[str, dict[str, int], int]]:
        yield ".", {"st_mode": 0o40700, "st_ino": 1}, 0
        yield "..", {"st_mode": 0o40700, "st_ino": 1}, 0
        for item in list(os.scandir(self._find(path))):
            found = item.stat(follow_symlinks=False)
            yield item.name, {"st_mode": found.st_mode, "st_ino": found.st_ino}, 0

    def fsyncdir(self, path: str, datasync: int, fh: int) -> int:
        if "nodirsync" in self._words:
            raise FuseOSError(errno.EINVAL)
        return 0

    # Content

    def open(self, path: str, flags: int) -> int:
        # The kernel has done what these ask for, before it calls.
        return os.open(self._find(path), flags & ~(os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW))

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        return os.pread(fh, size, offset)

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        if "slow" in self._words and path.endswith(".part"):
            time.sleep(SLOW)
        return os.pwrite(fh, data, offset)

    def truncate(self, path: str, length: int, fh: int | None = None) -> int:
        os.truncate(fh if fh is not None else self._find(path), length)
        return 0

    def flush(self, path: str, fh: int) -> int:
        return 0

    def fsync(self, path: str, datasync: int, fh: int) -> int:
        os.fsync(fh)
        return 0

    def release(self, path: str, fh: int) -> int:
        os.close(fh)
        return 0


class FlaggedFuse(FUSE):  # type: ignore[misc]
    """Hands on the flags of renames, which mfusepy leaves out."""

    def rename_fuse_3(self, old: bytes, new: bytes, flags: int) -> int:
        names = (each.decode(self.encoding, self.errors) for each in (old, new))
        result: int = self.operations.rename(*names, flags)
        return result


def main(source: str, mount: str, *words: str) -> None:
    if unknown := set(words) - WORDS:
        raise SystemExit(f"unknown words: {', '.join(sorted(unknown))}")
    options = {"allow_other": True, "use_ino": True, "attr_timeout": 0, "entry_timeout": 0}
    options["max_threads"] = 8
    FlaggedFuse(Fold(source, set(words)), mount, foreground=True, fsname="foldfs", **options)


if __name__ == "__main__":
    main(*sys.argv[1:])

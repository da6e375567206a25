"""CRC-32 of files as they are sent: each byte is read once, and what is known is remembered.

A ZIP has the checksum of a file behind its content, and all of them again at its end. They are made
of the bytes on their way, so nothing is read ahead. A download that broke off can be resumed where
the checksums of what it skips are known, which they are while this process runs.
"""

import threading
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence

STEP = 32 << 20
"""Bytes after which a checksum on its way is noted: at most so many are read again to resume."""

MOST = 1 << 20
"""Files, of all archives together, of which checksums are remembered."""

_UNKNOWN = -1


class Checksums:
    """What is known of the files of one archive, in any of its downloads."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.count = len(sizes)
        self._whole = array("q", (_UNKNOWN if size else 0 for size in sizes))
        self._known = 0  # so many from the first on
        self._steps: dict[int, dict[int, int]] = {}

    def whole(self, index: int) -> int | None:
        """The checksum of a file, if all of it has been read."""
        found = self._whole[index]
        return None if found == _UNKNOWN else found

    def knows_all_before(self, index: int) -> bool:
        """Whether the files before this one have been read."""
        while self._known < index and self._whole[self._known] != _UNKNOWN:
            self._known += 1
        return self._known >= index

    def knows(self, index: int, offset: int) -> bool:
        """Whether at most `STEP` bytes are to be read again to go on at `offset` in a file."""
        return self.whole(index) is not None or self._at_step(index, offset) is not None

    def before(self, index: int, offset: int, read: Callable[[int, int], bytes]) -> int | None:
        """The checksum of a file's bytes before `offset`; None where it would take too long.

        Args:
            read: the bytes of the file at a position, so many. Blocks.
        """
        checksum = self._at_step(index, offset)
        if checksum is not None and (left := offset % STEP):
            checksum = zlib.crc32(read(offset - left, left), checksum)
        return checksum

    def note(self, index: int, offset: int, checksum: int, size: int) -> None:
        """The checksum of a file's bytes before `offset`, of `size` in all."""
        if offset == size:
            self._whole[index] = checksum
            self._steps.pop(index, None)
        elif self.whole(index) is None:
            self._steps.setdefault(index, {})[offset // STEP] = checksum

    def _at_step(self, index: int, offset: int) -> int | None:
        step = offset // STEP
        return self._steps.get(index, {}).get(step) if step else 0


class Remembered:
    """The checksums of the archives that were asked for last."""

    def __init__(self) -> None:
        self._archives: OrderedDict[str, Checksums] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, etag: str, sizes: Sequence[int]) -> Checksums:
        """Those of an archive of this version, whose files have these sizes."""
        with self._lock:
            found = self._archives.get(etag) or Checksums(sizes)
            self._archives[etag] = found
            self._archives.move_to_end(etag)
            total = sum(map(_weight, self._archives.values()))
            while total > MOST and len(self._archives) > 1:
                total -= _weight(self._archives.popitem(last=False)[1])
        return found


def _weight(checksums: Checksums) -> int:
    return checksums.count + 1000  # so that there are never many archives

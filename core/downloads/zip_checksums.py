"""CRC-32 of files as they are sent, cached so that each byte is read once.

A ZIP has the checksum of each file after its content, and again in the directory at its end. They
are computed while the bytes are sent, so nothing is read ahead. An interrupted download can be
resumed if the checksums of the part that it skips are cached, as they are while this process runs.
"""

import threading
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence

STEP = 32 << 20
"""Bytes between the cached checksums of a file: to resume, at most so many are read again."""

MOST = 1 << 20
"""Files, of all archives together, whose checksums are cached."""

_UNKNOWN = -1


class Checksums:
    """The checksums of one archive's files that any of its downloads has computed.

    Attributes:
        steps: of unfinished files: the checksum at each multiple of `STEP`.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        self.count = len(sizes)
        self._whole = array("q", (_UNKNOWN if size else 0 for size in sizes))
        self._known = 0  # how many from the first on, without a gap
        self.steps: dict[int, dict[int, int]] = {}

    def whole(self, index: int) -> int | None:
        """The checksum of a file; None if it has not been read to its end."""
        found = self._whole[index]
        return None if found == _UNKNOWN else found

    def knows_all_before(self, index: int) -> bool:
        """Whether the checksums of all files before this one are known."""
        while self._known < index and self._whole[self._known] != _UNKNOWN:
            self._known += 1
        return self._known >= index

    def knows(self, index: int, offset: int) -> bool:
        """Whether a file can be continued at `offset` by reading at most `STEP` bytes again."""
        return self.whole(index) is not None or self._at_step(index, offset) is not None

    def before(self, index: int, offset: int, read: Callable[[int, int], bytes]) -> int | None:
        """The checksum of a file's bytes before `offset`; None if that takes too long.

        Args:
            read: reads a number of bytes of the file at a position. Blocks.
        """
        checksum = self._at_step(index, offset)
        if checksum is not None and (left := offset % STEP):
            checksum = zlib.crc32(read(offset - left, left), checksum)
        return checksum

    def note(self, index: int, offset: int, checksum: int, size: int) -> None:
        """Keep the checksum of the bytes before `offset` of a file of `size` bytes."""
        if offset == size:
            self._whole[index] = checksum
            self.steps.pop(index, None)
        elif self.whole(index) is None:
            self.steps.setdefault(index, {})[offset // STEP] = checksum

    def _at_step(self, index: int, offset: int) -> int | None:
        step = offset // STEP
        return self.steps.get(index, {}).get(step) if step else 0


class ChecksumCache:
    """The checksums of the archives that were requested most recently."""

    def __init__(self) -> None:
        self._archives: OrderedDict[str, Checksums] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._archives)

    def clear(self) -> None:
        """Forget all checksums."""
        with self._lock:
            self._archives.clear()

    def get(self, etag: str, sizes: Sequence[int]) -> Checksums:
        """The checksums of the archive with this ETag, whose files have these sizes."""
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

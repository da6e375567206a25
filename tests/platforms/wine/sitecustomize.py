"""Python under Wine imports this at its start. Wine's `_locking` sets no errno; Windows' does."""

import errno
import sys

if sys.platform == "win32":
    import msvcrt

    _locking = msvcrt.locking

    def locking(descriptor: int, mode: int, size: int, /) -> None:
        try:
            _locking(descriptor, mode, size)
        except OSError:
            raise PermissionError(errno.EACCES, "Permission denied") from None

    msvcrt.locking = locking

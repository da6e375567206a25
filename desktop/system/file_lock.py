"""A lock on a file. The system releases it when the process ends, even in a crash."""

import errno
import logging
import os
import sys
from pathlib import Path

log = logging.getLogger("satchel.desktop")

# The errors for a lock that another process holds.
_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK, errno.EDEADLK}


class Lock:
    """Held by one process at a time. The file stays: after removing it there would be two locks."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.descriptor: int | None = None

    def take(self) -> bool:
        """Take it without waiting; whether it is ours now."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            lock(descriptor)
        except OSError as error:
            if error.errno in _TAKEN:
                os.close(descriptor)
                return False
            # Some network file systems have no locks: better two windows than none.
            log.warning("%s cannot be locked: %s", self.path, error)
        self.descriptor = descriptor
        return True

    def release(self) -> None:
        """Release the lock before the process ends."""
        if self.descriptor is not None:
            os.close(self.descriptor)
            self.descriptor = None


if sys.platform == "win32":
    import msvcrt

    def lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

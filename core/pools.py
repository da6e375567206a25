"""Who may use which threads: each pool has one kind of work, so that none waits for another's.

A read that hangs (a network mount, a disk that was pulled out) holds its thread for as long as it
likes. So the upload folder shares no thread with files that may lie anywhere.
"""

from .executors import Pool

ENGINE = Pool("disk", 8)
"""The upload folder: parts and descriptions, begun, finished, taken and removed."""

# Each thread that is back from the system wants the interpreter, as the event loop does: with eight
# of them, clicks wait three times as long while ten uploads run, and the uploads are no faster.
WRITER = Pool("writer", 1)
"""Blocks of uploads, one at a time."""

SENDER = Pool("sender", 8)
"""Downloads and ZIPs: they read files that may lie anywhere."""

COPIER = Pool("copier", 4)
"""Files of this machine that are copied instead of sent: they may lie anywhere, too."""

PROGRAM = Pool("program", 8)
"""What programs await: `File.asave`, `aread`, `adigest`, and files that were chosen."""

SETTLER = Pool("settler", 4)
"""After handlers: what they kept is made durable where they put it, and the rest is removed."""

THUMBNAIL = Pool("thumbnail", 4)
"""Files that are hashed to find their thumbnails."""

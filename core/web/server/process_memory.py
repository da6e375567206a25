"""Settings of Python and glibc for a process that serves."""

from __future__ import annotations

import ctypes
import gc
import sys

# Of malloc.h.
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3


def collect_less_often() -> None:
    """Collect garbage less often.

    With Python's threshold of 700 new objects, a third of the time to make a page of 10,000
    components is spent on looking for cycles among them; with this one, a tenth.
    """
    young, middle, old = gc.get_threshold()
    if young:  # 0 is the program's choice
        gc.set_threshold(max(young, 10_000), max(middle, 20), old)


def keep_freed_memory() -> None:
    """Let glibc keep freed memory for the next block of a file instead of returning it.

    Otherwise the system clears the memory of each block of 256 KiB or 1 MiB, which takes a sixth
    of the processor time of an upload.
    """
    if sys.platform == "linux" and (mallopt := getattr(ctypes.CDLL(None), "mallopt", None)):
        mallopt(_M_TRIM_THRESHOLD, 4 << 20)
        mallopt(_M_MMAP_THRESHOLD, 2 << 20)

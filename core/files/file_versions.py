"""Versions of files: while a file's version stays the same, its content does, too.

A version is made of size, time and place. Some disks tell only times apart that are whole seconds
apart (HFS+, ext3) or two (FAT). A file that was changed in the last two seconds there may change
again under the same time, so until then each look at it finds another version.
"""

import os
import time

COARSEST = 2.0
"""Seconds between two times that any disk can tell apart."""


def version(found: os.stat_result) -> str:
    """The version of a file, by its status."""
    text = f"{found.st_ino:x}-{found.st_size:x}-{found.st_mtime_ns:x}"
    return text if is_settled(found) else f"{text}-{time.time_ns():x}"


def is_settled(found: os.stat_result) -> bool:
    """Whether the next change of a file will show in its time."""
    is_coarse = found.st_mtime_ns % 1_000_000_000 == 0
    return not is_coarse or abs(time.time() - found.st_mtime) > COARSEST


def is_folder_settled(changed: float) -> bool:
    """The same of a folder, by its time: it need not be whole, as folders of ext4 have 4 ms."""
    return abs(time.time() - changed) > COARSEST

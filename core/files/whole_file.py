"""Whole files: what is kept for a program is written completely, or not at all."""

import os
from pathlib import Path

from . import disk


def write_whole(path: Path, content: bytes) -> None:
    """Write a file: after a crash it has the old content or the new one. OSError if it fails."""
    disk.private_folder(path.parent)
    new = path.with_name(f".{path.name}.new")
    disk.unlink(new)
    try:
        descriptor = disk.create_private(new)
        try:
            disk.write_all(descriptor, content)
            disk.sync(descriptor)
        finally:
            os.close(descriptor)
        disk.patiently(os.replace, new, path)
    except OSError:
        disk.discard(new)
        raise
    disk.sync_folder(path.parent)

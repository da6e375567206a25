"""Content of a program -> a synced file under a hidden name, which is then moved to its own."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from . import copies, disk

Content = str | bytes | bytearray | memoryview | os.PathLike[str] | IO[bytes] | IO[str]
"""A text, bytes, the path of a file to copy, or a stream to read to its end."""


@contextmanager
def written(content: Content, folder: Path) -> Iterator[Path]:
    """A hidden file in a folder with the content, synced; discarded if it was not moved.

    Raises:
        TypeError: the content is something else.
        UnicodeEncodeError: a text has characters that UTF-8 has not.
    """
    if isinstance(content, os.PathLike):
        with copies.copied(Path(content), folder) as copy:
            yield copy
        return
    blocks = _blocks(content)  # before there is a file: TypeError
    path = folder / f".{secrets.token_hex(8)}.part"
    try:
        descriptor = disk.create_private(path)
        try:
            for block in blocks:
                disk.write_all(descriptor, block)
            disk.sync(descriptor)
        finally:
            os.close(descriptor)
        yield path
    finally:
        disk.discard(path)


def _blocks(content: str | bytes | bytearray | memoryview | IO[bytes] | IO[str]) -> Iterator[bytes]:
    if isinstance(content, str):
        return iter([content.encode()])
    if isinstance(content, bytes | bytearray | memoryview):
        return iter([bytes(content)])
    if callable(getattr(content, "read", None)):
        return _read(content)
    raise TypeError(
        "write() takes a text, bytes, the path of a file (a pathlib.Path) or a stream, not "
        f"{content!r:.100}."
    )


def _read(stream: IO[bytes] | IO[str]) -> Iterator[bytes]:
    while block := stream.read(disk.BLOCK):
        yield block.encode() if isinstance(block, str) else block

"""Frames: pickled messages with their lengths in front, between a program and its own workers."""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any

_LENGTH = struct.Struct("!Q")


class TooLong(ValueError):
    """The other side announced a message that is longer than allowed."""


def write(file: IO[bytes], message: Any) -> None:
    """Write a message, whole; blocks until the other side has read enough of it."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    file.write(_LENGTH.pack(len(body)))
    file.write(body)
    file.flush()


def read(file: IO[bytes], most: int | None = None) -> Any:
    """The next message; blocks.

    Args:
        most: bytes that it may have.

    Raises:
        EOFError: the other side has ended.
        TooLong: it has more bytes.
    """
    (length,) = _LENGTH.unpack(_exactly(file, _LENGTH.size))
    if most is not None and length > most:
        raise TooLong(f"{length} bytes")
    return pickle.loads(_exactly(file, length))


def _exactly(file: IO[bytes], length: int) -> bytes:
    body = file.read(length)
    if len(body) < length:
        raise EOFError
    return body

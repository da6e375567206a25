"""Paths of files as parts of addresses (URLs), byte for byte."""

import os
from urllib.parse import quote, unquote_to_bytes

# Old disks and archives have names that are not UTF-8 (PEP 383).
_ERRORS = "surrogateescape" if os.name == "posix" else "replace"


def quoted(path: str) -> str:
    """A path as a part of an address; `unquoted` restores it."""
    return quote(path.encode("utf-8", _ERRORS))


def unquoted(raw: bytes) -> str:
    """The path in a part of an address, given as sent."""
    return unquote_to_bytes(raw).decode("utf-8", _ERRORS)

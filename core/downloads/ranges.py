"""Conditional and partial requests (RFC 9110 sections 13 and 14), as functions of headers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

_RANGE = re.compile(r"bytes=[ \t]*([0-9]{0,19})-([0-9]{0,19})[ \t]*", re.ASCII | re.IGNORECASE)
_TAG = re.compile(r'(?:W/)?("[^"]*")')


@dataclass(frozen=True)
class Part:
    """The bytes from `start` up to, but not including, `end`."""

    start: int
    end: int


class Unsatisfiable(Exception):
    """The range contains no byte of the file: 416."""


def requested_part(headers: Mapping[str, str], etag: str, size: int) -> Part | None:
    """The part that the header Range requests; None for the whole file.

    Also None unless the header is exactly one well-formed byte range (a server may ignore any
    Range, which also protects from thousands of ranges), and if If-Range names another version.
    """
    if "range" not in headers or headers.get("if-range", etag) != etag:
        return None
    match = _RANGE.fullmatch(headers["range"])
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if first == "":
        start, end = max(0, size - int(last)), size
    elif last == "":
        start, end = int(first), size
    elif int(last) < int(first):
        return None
    else:
        start, end = int(first), min(int(last) + 1, size)
    if start >= end:
        raise Unsatisfiable
    return Part(start, end)


def is_modified(headers: Mapping[str, str], etag: str, modified: float) -> bool:
    """Whether the client's copy is outdated; if not, 304. ETags take precedence over times."""
    if "if-none-match" in headers:
        return not _names(headers["if-none-match"], etag)
    try:
        known = parsedate_to_datetime(headers["if-modified-since"]).timestamp()
    except (KeyError, ValueError, OverflowError):
        return True
    return int(modified) > known


def is_expected(headers: Mapping[str, str], etag: str) -> bool:
    """Whether If-Match allows a response with this version; if not, 412."""
    return "if-match" not in headers or _names(headers["if-match"], etag, strong=True)


def _names(header: str, etag: str, *, strong: bool = False) -> bool:
    if header.strip() == "*":
        return True
    matches = _TAG.finditer(header)
    return any(m[1] == etag and not (strong and m[0].startswith("W/")) for m in matches)

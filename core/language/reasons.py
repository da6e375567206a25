"""Reasons: why the system refused something, in the language of the person."""

from __future__ import annotations

from .texts import N_, _

KNOWN = (
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("Read-only file system"),
    N_("No such file or directory"),
    N_("File exists"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("Directory not empty"),
    N_("File name too long"),
    N_("File too large"),
    N_("Invalid argument"),
    N_("Input/output error"),
    N_("Device or resource busy"),
    N_("Too many open files"),
    N_("Too many levels of symbolic links"),
)
"""As the C library of Linux words them. Windows words its own in the system's language."""


def reason(error: BaseException) -> str:
    """Why the system refused it, without path, number and full stop: `No space left on device`."""
    said = error.strerror if isinstance(error, OSError) else None
    return _(said or str(error)).removesuffix(".")

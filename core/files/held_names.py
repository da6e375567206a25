"""Held names: those that a disk can hold, where the system allows more (FAT, NTFS, encryption)."""

import errno
from collections.abc import Callable, Sequence
from typing import TypeVar

from .names import MAX_BYTES, shortened
from .portable_names import portable_name

Result = TypeVar("Result")

# ENOENT is exfat-fuse's, which looks for the name first.
_NOT_HELD = {errno.EINVAL, errno.EILSEQ, errno.ENAMETOOLONG, errno.ENOENT}

_ENCRYPTED_BYTES = 143
"""The longest name that folders hold whose names are encrypted (eCryptfs)."""


def held(names: Sequence[str], error: OSError) -> list[str]:
    """The portable forms of names that a disk refused; the error, if that changes nothing."""
    if error.errno not in _NOT_HELD:
        raise error
    most = _ENCRYPTED_BYTES if error.errno == errno.ENAMETOOLONG else MAX_BYTES
    plain = [shortened(portable_name(name), most=most) for name in names]
    if plain == list(names):
        raise error
    return plain


def under_held_name(name: str, put: Callable[[str], Result]) -> Result:
    """Call `put` with the name or, where the disk refuses that, with one that it can hold."""
    try:
        return put(name)
    except OSError as error:
        [plain] = held([name], error)
    return put(plain)

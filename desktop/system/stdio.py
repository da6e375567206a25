"""Closed standard streams, as in a program started without a terminal."""

import os
import sys
from io import TextIOWrapper
from typing import TextIO


def hold_standard_streams() -> None:
    """Open the null device on each of descriptors 0, 1 and 2 that is closed.

    Else the first files that the program opens get these numbers, and what Qt or Chromium
    writes to "standard error" goes into a user's file. Call it before anything opens a file.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            # The lowest free number is given: this one.
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    sys.stdin = sys.stdin or null_device("r")
    sys.stdout = sys.stdout or null_device("w")
    sys.stderr = sys.stderr or null_device("w")
    if isinstance(sys.stdout, TextIOWrapper):
        # A path that is not UTF-8 may stand in what is printed. So does sys.stderr by itself.
        sys.stdout.reconfigure(errors="backslashreplace")


def null_device(mode: str) -> TextIO:
    return open(os.devnull, mode, encoding="utf-8")  # type: ignore[return-value]

"""Closed standard streams, as in a program started without a terminal."""

import os
import sys
from io import TextIOWrapper
from typing import TextIO


def hold_standard_streams() -> None:
    """Open the null device on each of descriptors 0, 1 and 2 that is closed.

    Otherwise the first files that the program opens get these numbers, and messages of Qt and
    Chromium to "standard error" go into a user's file. Call it before anything opens a file.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            # This is the lowest free number, which open() returns.
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    sys.stdin = sys.stdin or null_device("r")
    sys.stdout = sys.stdout or null_device("w")
    sys.stderr = sys.stderr or null_device("w")
    if isinstance(sys.stdout, TextIOWrapper):
        # Printed text may contain a path that is not UTF-8. sys.stderr is set up like this already.
        sys.stdout.reconfigure(errors="backslashreplace")


def null_device(mode: str) -> TextIO:
    return open(os.devnull, mode, encoding="utf-8")  # type: ignore[return-value]

"""Setup: what a worker must know before its first call."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

from .program import ProgramFile


def _working_directory() -> str:
    try:
        return os.getcwd()
    except OSError:  # it was removed
        return os.sep


START_FOLDER = _working_directory()
"""The working directory when this module was loaded, before a launcher changes it."""


@dataclass(frozen=True)
class Setup:
    """Facts about the program that a worker works for.

    Attributes:
        parent: its process id.
        program: its file.
        path, arguments: its `sys.path` and `sys.argv`.
        start_folder: the working directory in which its file is loaded.
        value_bytes: the most that a function may return, pickled.
    """

    parent: int
    program: ProgramFile
    path: list[str]
    arguments: list[str]
    start_folder: str
    value_bytes: int

    @classmethod
    def current(cls, value_bytes: int) -> Setup:
        """That of this program."""
        return cls(
            parent=os.getpid(),
            program=ProgramFile.current(START_FOLDER),
            path=[os.path.join(START_FOLDER, each) for each in sys.path],
            arguments=list(sys.argv),
            start_folder=START_FOLDER,
            value_bytes=value_bytes,
        )

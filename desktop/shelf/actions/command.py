"""Command: an action that is a program of the system with arguments, never a line for a shell."""

from __future__ import annotations

import collections
import contextlib
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from core.jobs.working import report
from core.language.reasons import reason
from core.language.texts import _
from desktop.system.browser import system_libraries

PLACE = re.compile(r"\{(file|files|stem|folder|choice)\}")

PAUSE = 0.1
"""Seconds between looks at whether the person cancelled."""

MOST_WORDS = 300
"""Characters of the last words of a program that failed."""


class CommandFailed(Exception):
    """A program did not do it; the text is for the person."""


def run_command(command: Sequence[str], files: Sequence[Path], folder: Path, choice: str) -> None:
    """Run a program in the folder of its results. Blocks.

    Args:
        command: the program and its arguments. In them ``{file}`` is the first file, ``{stem}`` its
            name without the ending, ``{folder}`` the folder for results, ``{choice}`` what the
            person chose; an argument that is ``{files}`` becomes one for each file.

    Raises:
        CommandFailed: it is not installed, or it failed.
        Cancelled: the person cancelled it; the program has ended.
    """
    words = list(_filled(command, files, folder, choice))
    program = shutil.which(words[0])
    if program is None:
        raise CommandFailed(
            _("The program “{name}” is not installed on this computer.", name=words[0])
        )
    try:
        process = _started([program, *words[1:]], folder)
    except OSError as error:
        raise CommandFailed(
            _("“{name}” cannot be started: {reason}.", name=words[0], reason=reason(error))
        ) from error
    said = _watched(process)
    if process.returncode:
        raise CommandFailed(_failure(words[0], str(process.returncode), said))


def _started(words: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    options: dict[str, Any] = {}
    if sys.platform == "win32":
        options["creationflags"] = subprocess.CREATE_NO_WINDOW
    with system_libraries():
        return subprocess.Popen(
            words,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            **options,
        )


def _watched(process: subprocess.Popen[bytes]) -> str:
    """Wait for the end of a program, which comes with a cancellation; its last words."""
    assert process.stdout is not None
    last = collections.deque[str](maxlen=1)
    reader = threading.Thread(target=_read, args=(process.stdout, last), daemon=True)
    reader.start()
    try:
        _wait(process, last)
    except BaseException:
        process.kill()
        process.wait()
        raise
    reader.join(1)  # a program of its own may hold the pipe open
    return last[0] if last else ""


def _failure(name: str, code: str, said: str) -> str:
    if said:
        return _("“{name}” failed with exit code {code}: {said}", name=name, code=code, said=said)
    return _("“{name}” failed with exit code {code}.", name=name, code=code)


def _wait(process: subprocess.Popen[bytes], last: Sequence[str]) -> None:
    while True:
        try:
            process.wait(PAUSE)
            return
        except subprocess.TimeoutExpired:
            report(None, last[0] if last else "")


def _read(stream: IO[bytes], last: collections.deque[str]) -> None:
    """Keep the last line that a program printed, of whatever length it has."""
    with contextlib.suppress(OSError, ValueError):
        while line := stream.readline(10_000):
            if text := line.decode(errors="replace").strip():
                last.append(text[-MOST_WORDS:])


def _filled(
    command: Sequence[str], files: Sequence[Path], folder: Path, choice: str
) -> Iterator[str]:
    values = {
        "file": str(files[0]),
        "stem": files[0].stem,
        "folder": str(folder),
        "choice": choice,
    }
    for word in command:
        if word == "{files}":
            yield from map(str, files)
        else:
            yield PLACE.sub(lambda found: values.get(found[1], found[0]), word)

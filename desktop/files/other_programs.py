"""Other programs: opening a file with one of them, mail with files, printing.

No shell takes part, so names are what they are. Programs and scripts are never handed over to be
opened: one of the other programs may be one that runs them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.language.reasons import reason
from core.language.texts import _
from core.media.sniffing import HEAD, type_of
from core.media.types import OCTET_STREAM, guess_type
from core.words import well_formed
from desktop.errors import OpenRefused, WindowError
from desktop.files.opener import checked, nothing_opens
from desktop.system.browser import system_libraries
from desktop.system.programs import mime_programs, portal

Service = Literal["open_with", "send_by_mail", "print_file"]

SOON = 2.0
"""Seconds in which a program that cannot start has ended."""

PATIENCE = 60.0
"""Seconds for the system's commands for mail and printing."""

MOST_ATTACHED = 100

PRINTED = ("image/", "text/", "application/pdf", "application/postscript")

# xdg-email gives Thunderbird names between quotes, with commas between them, and escapes nothing.
MISREAD = re.compile(r"[',\x00-\x1f\x7f]")


@dataclass(frozen=True)
class Program:
    """A program that opens a file.

    Attributes:
        id: by which the system knows it.
        name: for people.
    """

    id: str
    name: str


def offers(service: Service) -> bool:
    """Whether this system does it."""
    if sys.platform == "win32":
        return service != "send_by_mail"
    if service == "print_file":
        return shutil.which("lp") is not None
    if service == "send_by_mail":
        return sys.platform == "linux" and shutil.which("xdg-email") is not None
    return sys.platform == "linux"


def asks_here() -> bool:
    """Whether we ask with which program: elsewhere, and in a sandbox, the system does."""
    return sys.platform == "linux" and not portal.in_sandbox()


def programs_for(path: Path) -> list[Program]:
    """The programs that open a file, the usual one first; none where the system asks itself.

    Raises:
        OpenRefused: it is a program or a script, or does not exist.
    """
    path = checked(path)
    if not asks_here():
        return []
    return [Program(each.id, each.name) for each in mime_programs.programs_for(media_type(path))]


def open_with(path: Path, program: str | None) -> None:
    """Open a file with a program; where the system asks, with one that the person chooses.

    Raises:
        OpenRefused: it is a program or a script, does not exist, or the program cannot be started.
        WindowError: the system offers no such thing.
    """
    path, name = checked(path), well_formed(path.name)
    if sys.platform == "win32":
        os.startfile(path, "openas")
        return
    if portal.in_sandbox():
        if not portal.open_path(path, choose=True):
            raise nothing_opens(path)
        return
    entry = mime_programs.entry_of(program or "") if sys.platform == "linux" else None
    if entry is None:
        raise OpenRefused(
            _(
                "There is no program {program} that opens “{name}”.",
                program=repr(program),
                name=name,
            )
        )
    folder = entry.folder if os.path.isdir(entry.folder) else None
    failed = OpenRefused(_("“{program}” could not open “{name}”.", program=entry.name, name=name))
    try:
        if _run(entry.command(path), SOON, folder) not in (0, None):
            raise failed
    except OSError as error:
        raise failed from error


def send_by_mail(paths: Sequence[Path]) -> None:
    """Begin a message in the person's mail program, with files attached.

    Raises:
        WindowError: there is no mail program, or a file does not exist.
    """
    if not offers("send_by_mail"):
        raise WindowError(_("Mail cannot be begun from here: xdg-email is not installed."))
    if not 0 < len(paths) <= MOST_ATTACHED:
        raise WindowError(
            _("A message can have 1 to {most} files. Send them as a ZIP.", most=MOST_ATTACHED)
        )
    words = [word for path in paths for word in ("--attach", str(_attachable(path)))]
    if _run(["xdg-email", *words], PATIENCE) not in (0, None):
        raise WindowError(_("No mail program was found. Choose one in the system's settings."))


def print_file(path: Path) -> str:
    """Print a picture, a PDF or a text with the usual printer; what the system says about it.

    Raises:
        WindowError: it cannot be printed.
    """
    name = well_formed(path.name)
    if not path.is_file():
        raise WindowError(_("“{name}” no longer exists.", name=name))
    if not media_type(path).startswith(PRINTED):
        raise WindowError(
            _("“{name}” cannot be printed from here. Open it, and print it there.", name=name)
        )
    if sys.platform == "win32":
        os.startfile(checked(path), "print")
        return ""
    if not offers("print_file"):
        raise WindowError(_("Nothing can be printed: the command lp (CUPS) is not installed."))
    try:
        with system_libraries():
            done = subprocess.run(
                ["lp", "-t", name, "--", str(path.absolute())],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise WindowError(
            _("“{name}” was not printed: the printer does not answer.", name=name)
        ) from error
    said = (done.stdout if done.returncode == 0 else done.stderr).decode(errors="replace").strip()
    if done.returncode:
        why = said.removeprefix("lp: ").removeprefix("Error - ")[:200].rstrip(".")
        raise WindowError(
            _("“{name}” was not printed: {reason}.", name=name, reason=why or _("lp failed"))
        )
    return said


def media_type(path: Path) -> str:
    """The type of a file: by its name or, where that says nothing, by its first bytes."""
    by_name = guess_type(path.name)
    if by_name != OCTET_STREAM:
        return by_name
    try:
        with path.open("rb") as file:
            return type_of(file.read(HEAD)) or OCTET_STREAM
    except OSError as error:
        name = well_formed(path.name)
        raise OpenRefused(
            _("“{name}” cannot be read: {reason}.", name=name, reason=reason(error))
        ) from error


def _attachable(path: Path) -> Path:
    """The file, or a copy where its path would be misread; the mail program needs it for a while.

    Raises:
        WindowError: it cannot be read.
    """
    path, name = path.absolute(), well_formed(path.name)
    if path.is_dir():
        raise WindowError(_("“{name}” is a folder. Save it as a ZIP, and send that.", name=name))
    if not path.is_file():
        raise WindowError(_("“{name}” no longer exists.", name=name))
    if not MISREAD.search(str(path)):
        return path
    copy = Path(tempfile.mkdtemp(prefix="satchel-mail-")) / MISREAD.sub("_", path.name)
    try:
        shutil.copyfile(path, copy)
    except OSError as error:
        raise WindowError(
            _(
                "“{name}” could not be copied for the message: {reason}.",
                name=name,
                reason=reason(error),
            )
        ) from error
    return copy


def _run(command: Sequence[str], seconds: float, folder: str | None = None) -> int | None:
    """Start a program; its exit code, or None if it goes on. OSError if it cannot be started."""
    quiet = subprocess.DEVNULL
    with system_libraries():
        process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, cwd=folder
        )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None

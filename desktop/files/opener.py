"""Opens a file with its default program, or shows it in its folder.

Programs and scripts are never opened: a received file would run. A link to the web opens in the
browser.
"""

import os
import subprocess
import sys
from pathlib import Path

from core.language.reasons import reason
from core.language.texts import _
from core.media.sniffing import HEAD, PROGRAM, type_of
from core.media.text_sniffing import SCRIPT
from core.media.types import OCTET_STREAM, guess_type
from core.words import names, well_formed
from desktop.errors import OpenRefused
from desktop.files.link_files import web_address
from desktop.system import freedesktop
from desktop.system.browser import open_browser, system_libraries
from desktop.system.programs import portal

PATIENCE = 20.0  # seconds in which the system reports a failure

# Systems run these when they are opened: programs, scripts, installers, shortcuts.
PROGRAMS = names("""
    action air app appimage appref-ms application apk applescript bash bat bin cab cmd com command
    cpl csh deb desktop diagcab dll dmg elf exe fish gadget hta inf inx ipa iso jar jnlp js jse ksh
    lnk lua mjs msc msh msi msix msp mst osx out paf pif pkg pl ps1 ps1xml ps2 psc1 psd1 psm1 py pyc
    pyw pyz rb reg rpm run scf scpt scr sct sh shb shortcut shs sys tcl term terminal tool udf url
    vb vbe vbs vbscript vxd webloc wasm workflow ws wsc wsf wsh xbap zsh
    """)
DESKTOP_ENTRY = b"[Desktop Entry]"


def open_file(path: Path) -> None:
    """Open a file with its default program.

    Raises:
        OpenRefused: it is a program or a script, does not exist, or no program opens it.
    """
    if (address := web_address(path)) is None:
        start(checked(path))
    elif not open_browser(address):
        raise nothing_opens(path)


def checked(path: Path) -> Path:
    """The absolute path of a file that may be opened.

    Raises:
        OpenRefused: it is a program or a script, or does not exist.
    """
    path = path.absolute()
    if path.is_dir():
        name = well_formed(path.name)
        raise OpenRefused(_("“{name}” is a folder. Show it in the file manager.", name=name))
    if not path.is_file():
        raise OpenRefused(_("“{name}” no longer exists.", name=well_formed(path.name)))
    if is_program(path):
        raise OpenRefused(
            _(
                "“{name}” is a program or a script. Those are not started from here: show it in "
                "its folder instead.",
                name=well_formed(path.name),
            )
        )
    return path


def show_in_folder(path: Path) -> None:
    """Show a file in the system's file manager.

    Raises:
        OpenRefused: it does not exist, or there is no file manager.
    """
    path = path.absolute()
    if not path.exists():
        raise OpenRefused(_("“{name}” no longer exists.", name=well_formed(path.name)))
    if sys.platform == "win32":
        # explorer needs exactly this quoting, and its exit code is meaningless.
        subprocess.Popen(f'explorer /select,"{path}"')
    elif sys.platform == "darwin":
        run(["open", "-R", str(path)], path)
    elif portal.in_sandbox():
        if not portal.show_file(path):
            raise nothing_opens(path)
    elif not freedesktop.show_file(path):
        start(path.parent)


def is_program(path: Path) -> bool:
    """Whether opening a file could run it, by its name and its first bytes.

    Permissions do not decide: on exFAT and NTFS every file is executable. Only the Finder goes by
    them, for files without an ending.
    """
    endings = {ending.lstrip(".").lower().rstrip(". ") for ending in path.suffixes[-1:]}
    if endings & PROGRAMS:
        return True
    try:
        with path.open("rb") as file:
            mode, head = os.fstat(file.fileno()).st_mode, file.read(HEAD)
    except OSError as error:
        raise OpenRefused(
            _(
                "“{name}” cannot be read: {reason}.",
                name=well_formed(path.name),
                reason=reason(error),
            )
        ) from error
    runs_by_rights = sys.platform == "darwin" and guess_type(path.name) == OCTET_STREAM
    return (
        type_of(head) in (PROGRAM, SCRIPT)
        or head.lstrip().startswith(DESKTOP_ENTRY)
        or bool(runs_by_rights and mode & 0o111)
    )


def start(path: Path) -> None:
    """Hand a file or folder to the system."""
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError as error:
            raise nothing_opens(path) from error
    elif portal.in_sandbox():
        if not portal.open_path(path):
            raise nothing_opens(path)
    else:
        run(["open" if sys.platform == "darwin" else "xdg-open", str(path)], path)


def run(command: list[str], path: Path) -> None:
    quiet = subprocess.DEVNULL
    try:
        with system_libraries():
            process = subprocess.Popen(
                command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
            )
        code = process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        return  # the command is the program itself, which continues
    except OSError as error:
        raise nothing_opens(path) from error
    if code:
        raise nothing_opens(path)


def nothing_opens(path: Path) -> OpenRefused:
    return OpenRefused(
        _(
            "No program was found that opens “{name}”. Show it in its folder, or save it.",
            name=well_formed(path.name),
        )
    )

"""Functions of `desktop.window` that hand files over to other programs of this computer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from core import kit
from core.elements.webpage import WebPage
from core.language.texts import N_, _
from core.words import well_formed
from desktop.bridge.current_page import current_page
from desktop.errors import OpenRefused
from desktop.files import other_programs
from desktop.files.other_programs import Program, Service

OPENS_NONE = N_(
    "A page in a browser cannot open a file of this computer. Open the program's own window."
)

ROW = "inline-size: 100%; justify-content: flex-start; margin-block-end: 0.375rem"


def can(service: Service) -> bool:
    """Whether this system does something with files, for programs in their own window.

    Args:
        service: "open_with", "send_by_mail" or "print_file", which are functions of this module.
    """
    return other_programs.offers(service)


async def open_path(path: str | PathLike[str]) -> None:
    """Open a file with its default program.

    Raises:
        OpenRefused: it is a program or a script, does not exist, or no program opens it.
        NotInBrowser: the file is on this computer; the person may be elsewhere.
    """
    page = current_page()
    page.must_be_native(_(OPENS_NONE))
    await page.do("open_path", path=str(path))


async def show_in_folder(path: str | PathLike[str]) -> None:
    """Show a file in the system's file manager.

    Raises:
        OpenRefused: it does not exist, or there is no file manager.
        NotInBrowser: the file is on this computer; the person may be elsewhere.
    """
    page = current_page()
    page.must_be_native(
        _(
            "A page in a browser cannot show a folder of this computer. "
            "Open the program's own window."
        )
    )
    await page.do("show_in_folder", path=str(path))


async def programs_for(path: str | PathLike[str]) -> list[Program]:
    """The programs of this computer that open a file, the usual one first.

    Returns:
        Each with an ``id`` and a ``name``; none on systems that ask their person themselves.

    Raises:
        OpenRefused: it is a program or a script, or does not exist.
        NotInBrowser: the file is on this computer; the person may be elsewhere.
    """
    page = current_page()
    page.must_be_native(_(OPENS_NONE))
    found: list[Program] = await page.do("programs_for", path=Path(path).absolute())
    return found


async def open_with(path: str | PathLike[str], program: Program | None = None) -> Program | None:
    """Open a file with a program that the person chooses.

    Args:
        program: one of `programs_for`, if it is known already.

    Returns:
        The program; None if the person cancels, and where the system asks itself (Windows).

    Raises:
        OpenRefused: it is a program or a script, does not exist, no program opens it, or the
            program cannot be started.
        NotInBrowser: the file is on this computer; the person may be elsewhere.
    """
    page, path = current_page(), Path(path).absolute()
    page.must_be_native(_(OPENS_NONE))
    if program is None and other_programs.asks_here():
        name, found = well_formed(path.name), await programs_for(path)
        if not found:
            raise OpenRefused(
                _("No program on this computer says that it opens “{name}”.", name=name)
            )
        question = _("Open “{name}” with", name=name)
        program = await _chosen(page.channel.live.page, question, found)
        if program is None:
            return None
    await page.do("open_with", path=path, program=program and program.id)
    return program


async def send_by_mail(paths: Iterable[str | PathLike[str]]) -> None:
    """Begin a message in the person's mail program, with files attached. Nothing is sent yet.

    Raises:
        WindowError: there is no mail program, or a file does not exist.
        NotInBrowser: the files are on this computer; the person may be elsewhere.
    """
    page = current_page()
    page.must_be_native(
        _("A page in a browser cannot send files of this computer. Open the program's own window.")
    )
    await page.do("send_by_mail", paths=[Path(path).absolute() for path in paths])


async def print_file(path: str | PathLike[str]) -> str:
    """Print a picture, a PDF or a text with the usual printer of this computer.

    Returns:
        What the system says about it, such as "request id is Office-12 (1 file(s))".

    Raises:
        WindowError: it is something else, does not exist, or there is no printer.
        NotInBrowser: the file is on this computer; the person may be elsewhere.
    """
    page = current_page()
    page.must_be_native(
        _(
            "A page in a browser cannot print a file of this computer. "
            "Open the program's own window."
        )
    )
    return str(await page.do("print_file", path=Path(path).absolute()))


async def _chosen(page: WebPage, question: str, programs: list[Program]) -> Program | None:
    """The program that the person chooses in a dialog; None if they close it."""
    answer: asyncio.Future[Program | None] = asyncio.get_running_loop().create_future()

    def answered(program: Program | None) -> None:
        if not answer.done():
            answer.set_result(program)

    async def closed() -> None:
        answered(None)

    dialog = kit.Modal(question, size="narrow", closed=closed)
    for number, program in enumerate(programs):

        async def choose(msg: object, program: Program = program) -> None:
            answered(program)

        text = program.name if number else _("{name} (usual)", name=program.name)
        dialog.body.add(kit.Button(text, style=ROW, click=choose))
    page.add(dialog)
    dialog.open()
    await page.update()
    try:
        return await answer
    finally:
        page.remove(dialog)
        await page.update()

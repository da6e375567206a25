"""Functions for handlers, about the window that shows their page.

    from desktop import run, window

    async def load(msg):
        for file in await window.open_files(types="image/*"):
            ...

The functions act on the window that shows the page whose event is being handled. Tasks that a
handler starts may call them, too. In a browser each does what browsers can do, or raises
`NotInBrowser`. Failures are `WindowError`s; if a handler does not catch one, its user sees the
message.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import cast

from core.downloads import offers
from core.downloads.archives import Zip
from core.downloads.offers import Content
from core.executors import PROGRAM_FILES
from core.files.received_file import File
from core.language.texts import _
from core.web.app import current
from core.web.pages.page_request import PageRequest as Request
from desktop.bridge.current_page import current_page
from desktop.bridge.going import go_to as go_to
from desktop.bridge.going import open_window as open_window
from desktop.bridge.going import set_title as set_title
from desktop.bridge.handing_over import can as can
from desktop.bridge.handing_over import open_path as open_path
from desktop.bridge.handing_over import open_with as open_with
from desktop.bridge.handing_over import print_file as print_file
from desktop.bridge.handing_over import programs_for as programs_for
from desktop.bridge.handing_over import send_by_mail as send_by_mail
from desktop.bridge.handing_over import show_in_folder as show_in_folder
from desktop.errors import WindowError
from desktop.files.chosen_files import files_at, named, uploaded

PATIENCE = 600.0
"""Seconds that a person has to answer a dialog."""


def is_native(request: Request | None = None) -> bool:
    """Whether the page whose event is being handled is in the program's own window.

    Args:
        request: in page functions: their argument.

    Raises:
        NoPage: no page's event is being handled.
    """
    application = current.get(None)
    if request is not None and application is not None:
        return application.hosting.is_around(request.session_id)
    return current_page().is_native


async def open_files(
    *,
    multiple: bool = True,
    types: str | Sequence[str] = "",
    timeout: float | None = PATIENCE,
) -> list[File]:
    """Let the person choose files.

    In the window they are read in place (``file.path``); ``file.save(...)`` makes a copy. A browser
    uploads them, and they are removed after the handler unless it saves them. A task that continues
    after the handler has them as long as it keeps the returned objects.

    Args:
        multiple: whether more than one may be chosen.
        types: as a file input's ``accept``: ``"image/*,.pdf"``, or a list of its parts.
        timeout: seconds until the dialog is closed.

    Returns:
        The files; an empty list if the person cancels.

    Raises:
        WindowTimeout: nobody chose in time.
        WindowGone: the window or page was closed meanwhile.
    """
    page = current_page()
    words = types if isinstance(types, str) else ",".join(types)
    options = {"multiple": multiple, "types": words}
    if page.is_native:
        paths = await page.do("open_files", timeout=timeout, **options)
        return await PROGRAM_FILES.run(files_at, paths)
    ids = await page.ask("files", options, timeout)
    if not isinstance(ids, list):
        raise WindowError(_("The browser did not say which files were chosen. Choose them again."))
    return await uploaded(
        page.application, page.channel.session_id, [str(upload_id) for upload_id in ids]
    )


async def save_file(
    name: str, content: Content, *, timeout: float | None = PATIENCE
) -> Path | None:
    """Let the person save a file.

    Args:
        name: suggested in the dialog.
        content: bytes, the path of a file, a `core.Zip`, or a generator of bytes or text.
        timeout: seconds until the dialog is closed.

    Returns:
        The path of the saved file; None if the person cancels, and always in browsers.

    Raises:
        FileError: there is no such file.
        TypeError: the content is none of these.
        SaveError: the file could not be written; nothing is left behind.
        WindowTimeout: nobody answered in time.
    """
    page = current_page()
    if not page.is_native:
        page.channel.live.download(content, name)
        return None
    if isinstance(content, str | PathLike):
        offers.check(content, name)
        path = Path(content).absolute()
        saved = await page.do("save_copy", path=path, name=name, timeout=timeout)
    else:
        url = page.application.offer(page.channel.session_id, content, name)
        saved = await page.do("save", url=url, name=name, timeout=timeout)
    return cast("Path | None", saved)


async def save_files(
    files: Iterable[str | PathLike[str] | File | tuple[str, str | PathLike[str]]],
    *,
    timeout: float | None = PATIENCE,
) -> list[Path]:
    """Let the person choose a folder, and copy files into it.

    A name that is taken there gets a number, and the page says so: ``photo (2).jpg``. A browser
    gets them as a ZIP.

    Args:
        files: paths, `File`s, or pairs as `core.Zip` takes them: a name, perhaps in folders such as
            ``holiday/sea.jpg``, and a path.
        timeout: seconds until the dialog is closed.

    Returns:
        The paths of the copies; an empty list if the person cancels, and always in browsers.

    Raises:
        SaveError: one could not be written; those before it are there.
        WindowTimeout: nobody answered in time.
    """
    page = current_page()
    pairs = [named(file) for file in files]
    if not page.is_native:
        page.channel.live.download(Zip([(name, path) for path, name in pairs]), "files.zip")
        return []
    return cast("list[Path]", await page.do("save_files", files=pairs, timeout=timeout))


async def choose_folder(*, timeout: float | None = PATIENCE) -> Path | None:
    """Let the person choose a folder; None if they cancel.

    Raises:
        NotInBrowser: browsers do not reveal paths of folders.
        WindowTimeout: nobody answered in time.
    """
    page = current_page()
    page.must_be_native(
        _(
            "A page in a browser cannot choose a folder of this computer. "
            "Open the program's own window."
        )
    )
    return cast("Path | None", await page.do("choose_folder", timeout=timeout))


async def confirm(
    question: str, *, yes: str = "OK", no: str = "Cancel", timeout: float | None = PATIENCE
) -> bool:
    """Ask the person a question; True for yes.

    Raises:
        WindowTimeout: nobody answered in time.
        WindowGone: the window or page was closed meanwhile.
    """
    page = current_page()
    answers = {"OK": _("OK"), "Cancel": _("Cancel")}  # the usual ones; others are the program's
    options = {
        "question": question,
        "yes": answers.get(yes, yes),
        "no": answers.get(no, no),
    }
    if page.is_native:
        return bool(await page.do("confirm", timeout=timeout, **options))
    return await page.ask("confirm", options, timeout) is True


async def notify(title: str, text: str = "") -> None:
    """Show a notification, which is visible above other programs' windows.

    A browser without permission for notifications shows it in the page.
    """
    page = current_page()
    if not page.is_native or not await page.do("notify", title=title, text=text):
        page.channel.send({"window": {"notify": title, "text": text}})


async def minimize() -> None:
    """Minimise the window; `NotInBrowser` in browsers."""
    await _change("minimize")


async def maximize() -> None:
    """Maximise the window; `NotInBrowser` in browsers."""
    await _change("maximize")


async def restore() -> None:
    """Return the window to its previous size; `NotInBrowser` in browsers."""
    await _change("restore")


async def bring_to_front() -> None:
    """Bring the window to the front; `NotInBrowser` in browsers."""
    await _change("raise")


async def always_on_top(on: bool = True) -> None:
    """Keep the program's windows above all others, or stop that; `NotInBrowser` in browsers."""
    await _change("pin", on)


async def resize(width: int, height: int) -> None:
    """Change the size of the window, in pixels; `NotInBrowser` in browsers."""
    await _change("resize", width, height)


async def move(x: int, y: int) -> None:
    """Move the window, in pixels from the upper left corner; `NotInBrowser` in browsers."""
    await _change("move", x, y)


async def fullscreen() -> None:
    """Enter or leave full screen. Browsers do so only right after a click.

    Raises:
        WindowError: the browser refuses.
    """
    page = current_page()
    if page.is_native:
        await _change("fullscreen")
    else:
        await page.ask("fullscreen", {}, 10)


async def close() -> None:
    """Close the window, as the person would. Browsers close only tabs that a script opened.

    Raises:
        WindowError: the browser refuses.
    """
    page = current_page()
    if page.is_native:
        await page.do("close")
    else:
        await page.ask("close", {}, 10)


async def _change(how: str, *numbers: int) -> None:
    page = current_page()
    page.must_be_native(
        # Translators: {how} is a word of a program, such as "minimize".
        _("A page in a browser cannot {how} its window. Open the program's own window.", how=how)
    )
    await page.do("change", how=how, numbers=numbers)

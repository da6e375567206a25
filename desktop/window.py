"""What a handler may ask of the window that its page is in.

    from desktop import run, window

    async def load(msg):
        for file in await window.open_files(types="image/*"):
            ...

The functions act on the window that shows the page whose event is being handled; tasks that a
handler starts may call them, too. In a browser each does what browsers can, or raises
`NotInBrowser`. What goes wrong is a `WindowError`; where a handler lets it pass, its user is shown
the message.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple, cast

from core.downloads import offers
from core.downloads.archives import Zip
from core.downloads.offers import Content
from core.executors import PROGRAM_FILES
from core.files.received_file import File
from core.live.channel import Channel
from core.live.context import current_channel
from core.live.errors import HostError, PageLeft
from core.live.protocol import SetPageAttribute
from core.web.app import Application, current
from core.web.pages.page_request import PageRequest as Request
from desktop.errors import NoPage, NotInBrowser, WindowError, WindowGone, WindowTimeout
from desktop.files.chosen_files import files_at, named, uploaded

PATIENCE = 600.0
"""Seconds that a person has to answer a dialog."""


def is_native(request: Request | None = None) -> bool:
    """Whether the page whose event is handled is in the program's own window.

    Args:
        request: in page functions: what they were given.

    Raises:
        NoPage: no page's event is being handled.
    """
    application = current.get(None)
    if request is not None and application is not None:
        return application.hosting.is_around(request.session_id)
    return _here().is_native


async def open_files(
    *,
    multiple: bool = True,
    types: str | Sequence[str] = "",
    timeout: float | None = PATIENCE,
) -> list[File]:
    """Let the person choose files.

    In the window they are read where they lie (``file.path``); ``file.save(...)`` makes a copy.
    From a browser they are uploaded, and removed after the handler unless it saves them. A task
    that goes on after it has them for as long as it keeps what this returns.

    Args:
        multiple: whether more than one may be chosen.
        types: as a file input's ``accept``: ``"image/*,.pdf"``, or a list of such words.
        timeout: seconds until the dialog is taken back.

    Returns:
        The files; none where the person changed their mind.

    Raises:
        WindowTimeout: nobody chose in time.
        WindowGone: the window or page was closed meanwhile.
    """
    here = _here()
    words = types if isinstance(types, str) else ",".join(types)
    options = {"multiple": multiple, "types": words}
    if here.is_native:
        paths = await here.do("open_files", timeout=timeout, **options)
        return await PROGRAM_FILES.run(files_at, paths)
    ids = await here.ask("files", options, timeout)
    if not isinstance(ids, list):
        raise WindowError("The browser did not say which files were chosen. Choose them again.")
    return await uploaded(
        here.application, here.channel.session_id, [str(upload_id) for upload_id in ids]
    )


async def save_file(
    name: str, content: Content, *, timeout: float | None = PATIENCE
) -> Path | None:
    """Let the person save something; the name is a suggestion.

    Args:
        name: what the file is called.
        content: bytes, the path of a file, a `core.Zip`, or a generator of bytes or text.
        timeout: seconds until the dialog is taken back.

    Returns:
        Where it lies; None where the person changed their mind, and in browsers, which do not tell.

    Raises:
        FileError: there is no such file.
        TypeError: the content is nothing of the kind.
        SaveError: it could not be written; nothing is left behind.
        WindowTimeout: nobody answered in time.
    """
    here = _here()
    if not here.is_native:
        here.channel.live.download(content, name)
        return None
    if isinstance(content, str | PathLike):
        offers.check(content, name)
        path = Path(content).absolute()
        saved = await here.do("save_copy", path=path, name=name, timeout=timeout)
    else:
        url = here.application.offer(here.channel.session_id, content, name)
        saved = await here.do("save", url=url, name=name, timeout=timeout)
    return cast("Path | None", saved)


async def save_files(
    files: Iterable[str | PathLike[str] | File], *, timeout: float | None = PATIENCE
) -> list[Path]:
    """Let the person choose a folder, and copy files into it.

    A name that is taken there gets a number: ``photo (2).jpg``. A browser gets them as a ZIP.

    Returns:
        Where the copies lie; nothing where the person changed their mind, and in browsers.

    Raises:
        SaveError: one could not be written; those before it are there.
        WindowTimeout: nobody answered in time.
    """
    here = _here()
    pairs = [named(file) for file in files]
    if not here.is_native:
        here.channel.live.download(Zip([(name, path) for path, name in pairs]), "files.zip")
        return []
    return cast("list[Path]", await here.do("save_files", files=pairs, timeout=timeout))


async def choose_folder(*, timeout: float | None = PATIENCE) -> Path | None:
    """Let the person choose a folder; None where they change their mind.

    Raises:
        NotInBrowser: browsers do not reveal where their folders are.
        WindowTimeout: nobody answered in time.
    """
    here = _here()
    here.must_be_native("choose a folder of this computer")
    return cast("Path | None", await here.do("choose_folder", timeout=timeout))


async def confirm(
    question: str, *, yes: str = "OK", no: str = "Cancel", timeout: float | None = PATIENCE
) -> bool:
    """Ask the person something; True for yes.

    Raises:
        WindowTimeout: nobody answered in time.
        WindowGone: the window or page was closed meanwhile.
    """
    here = _here()
    options = {"question": question, "yes": yes, "no": no}
    if here.is_native:
        return bool(await here.do("confirm", timeout=timeout, **options))
    return await here.ask("confirm", options, timeout) is True


async def notify(title: str, text: str = "") -> None:
    """Tell the person something, also where they work in another window.

    As a notification of the system; a browser that may show none shows it in the page.
    """
    here = _here()
    if not here.is_native or not await here.do("notify", title=title, text=text):
        here.channel.send({"window": {"notify": title, "text": text}})


async def set_title(title: str) -> None:
    """Show another title in the window's bar, or the browser's tab; other windows keep theirs."""
    _here().channel.send({"now": [SetPageAttribute("p", "title", title)]})


async def open_path(path: str | PathLike[str]) -> None:
    """Open a file with the program that the system has for it.

    Raises:
        OpenRefused: it is a program or a script, is not there, or nothing opens it.
        NotInBrowser: the file is on this computer, the person may be elsewhere.
    """
    here = _here()
    here.must_be_native("open a file of this computer")
    await here.do("open_path", path=str(path))


async def show_in_folder(path: str | PathLike[str]) -> None:
    """Show a file in the system's file manager.

    Raises:
        OpenRefused: it is not there, or there is no file manager.
        NotInBrowser: the file is on this computer, the person may be elsewhere.
    """
    here = _here()
    here.must_be_native("show a folder of this computer")
    await here.do("show_in_folder", path=str(path))


async def open_window(path: str = "/") -> None:
    """Show another page of the program in a window of its own; in a browser, in a tab.

    Raises:
        ValueError: it is not a path of the program.
    """
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError(f"open_window() opens a page of the program such as '/', not {path!r}.")
    here = _here()
    if here.is_native:
        await here.do("open_window", path=path)
    else:
        here.channel.send({"now": [SetPageAttribute("p", "open", path)]})


async def minimize() -> None:
    """Minimise the window; `NotInBrowser` in browsers."""
    await _change("minimize")


async def maximize() -> None:
    """Maximise the window; `NotInBrowser` in browsers."""
    await _change("maximize")


async def restore() -> None:
    """Show the window as large as it was before; `NotInBrowser` in browsers."""
    await _change("restore")


async def bring_to_front() -> None:
    """Show the window before all others; `NotInBrowser` in browsers."""
    await _change("raise")


async def resize(width: int, height: int) -> None:
    """Give the window another size, in pixels; `NotInBrowser` in browsers."""
    await _change("resize", width, height)


async def move(x: int, y: int) -> None:
    """Put the window elsewhere on the screen; `NotInBrowser` in browsers."""
    await _change("move", x, y)


async def fullscreen() -> None:
    """Let the window fill the screen, or end that. Browsers do it just after a click only.

    Raises:
        WindowError: the browser does not want to.
    """
    here = _here()
    if here.is_native:
        await _change("fullscreen")
    else:
        await here.ask("fullscreen", {}, 10)


async def close() -> None:
    """Close the window, as if the person had. Browsers close only what a script has opened.

    Raises:
        WindowError: the browser does not want to.
    """
    here = _here()
    if here.is_native:
        await here.do("close")
    else:
        await here.ask("close", {}, 10)


async def _change(how: str, *numbers: int) -> None:
    here = _here()
    here.must_be_native(f"{how} its window")
    await here.do("change", how=how, numbers=numbers)


class _Here(NamedTuple):
    """The page whose event is handled, in one browser or window."""

    channel: Channel
    application: Application

    @property
    def is_native(self) -> bool:
        return self.application.hosting.is_around(self.channel.session_id)

    def must_be_native(self, what: str) -> None:
        if not self.is_native:
            raise NotInBrowser(f"A page in a browser cannot {what}. Open the program's own window.")

    async def do(self, call: str, /, **arguments: Any) -> Any:
        """Let the window do something."""
        try:
            return await self.application.hosting.do(self.channel, call, arguments)
        except WindowError:
            raise
        except HostError as error:
            raise WindowError(str(error)) from error

    async def ask(self, question: str, arguments: dict[str, Any], timeout: float | None) -> Any:
        """Ask the browser, or its user."""
        try:
            return await self.channel.ask(question, arguments, timeout)
        except PageLeft as error:
            raise WindowGone(str(error)) from error
        except TimeoutError as error:
            raise WindowTimeout(f"Nobody answered in {timeout:g} seconds.") from error
        except HostError as error:
            raise WindowError(str(error)) from error


def _here() -> _Here:
    channel, application = current_channel.get(), current.get(None)
    if not isinstance(channel, Channel) or application is None:
        raise NoPage(
            "The functions of desktop.window act on the window whose event is being handled: call "
            "them in a handler, or in a task that a handler starts."
        )
    return _Here(channel, application)

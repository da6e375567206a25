"""All that a page may ask of the window, each with its own check.

The questions come over the page's own channel, so core has already seen that the page belongs
to the window's session. Nothing else in them is trusted.
"""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.web.app import HostError
from desktop.errors import DesktopError
from desktop.saves import Saves
from desktop.windows import in_background

log = logging.getLogger("satchel.desktop")

TITLE = "Satchel"


class Bridge:
    """Implements core.web.app.WindowHost. It refuses everything until `connect` is called."""

    def __init__(self, session_id: str) -> None:
        self.session_id = session_id
        self.offered: dict[str, Callable[[dict[str, Any]], Any]] = {}

    @property
    def available(self) -> bool:
        """Whether there is a window to ask."""
        return bool(self.offered)

    def writing(self) -> bool:
        """Whether a file is being written where a person wants it."""
        return self.available and bool(self.saves.writing)

    def connect(self, saves: Saves, open_window: Callable[[str], None]) -> None:
        """There are windows now."""
        self.saves = saves
        self.open_window = open_window
        self.offered = {"save": self.save, "open": self.open}

    async def call(self, name: str, arguments: dict[str, Any]) -> Any:
        """Answer one question of a page.

        Raises:
            HostError: refused or failed; the message is for the person.
        """
        return await on_own_thread(self.ask, name, arguments)

    def ask(self, name: str, arguments: dict[str, Any]) -> Any:
        """The same for a caller who can wait."""
        if name not in self.offered:
            raise HostError(f"The window does not offer {name!r}.")
        try:
            return self.offered[name](arguments)
        except DesktopError as error:
            raise HostError(str(error)) from error

    def save(self, arguments: dict[str, Any]) -> bool:
        """{url, name}: save an address of ours. True once it is saved, False if cancelled."""
        url, name = texts(arguments, "url", "name")
        return self.saves.save(url, name) is not None

    def open(self, arguments: dict[str, Any]) -> bool:
        """{url}: show a page of ours in a window of its own, where the web view would not."""
        (url,) = texts(arguments, "url")
        self.open_window(self.saves.server.path(url))
        return True

    def save_unasked(self, url: str, name: str) -> None:
        """Save what the web view itself began to download."""
        in_background(self.tell_errors, lambda: self.saves.save(url, name))

    def keep_unasked(self, path: Path, name: str) -> None:
        """Save a file that the web view has written into our cache."""
        in_background(self.tell_errors, lambda: self.saves.keep(path, name))

    def tell_errors(self, action: Callable[[], object]) -> None:
        """There is no page to answer to here: a dialog says what went wrong."""
        try:
            action()
        except DesktopError as error:
            log.warning("%s", error)
            self.saves.dialogs.tell(TITLE, str(error))


def texts(arguments: dict[str, Any], *wanted: str) -> list[str]:
    found = [arguments.get(name, "") for name in wanted]
    if not all(isinstance(value, str) for value in found):
        raise HostError(f"The window expects text for {' and '.join(wanted)}.")
    return found


async def on_own_thread(function: Callable[..., Any], *arguments: object) -> Any:
    """Wait for a function that may wait for a person.

    Not asyncio.to_thread: its few threads are for short work, and the process waits for them
    when it ends.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Any] = loop.create_future()

    def settle(set_answer: Callable[[Any], None], value: Any) -> None:
        if not answer.done():
            set_answer(value)

    def work() -> None:
        try:
            outcome = (answer.set_result, function(*arguments))
        except BaseException as error:
            outcome = (answer.set_exception, error)
        with contextlib.suppress(RuntimeError):  # the server has stopped meanwhile
            loop.call_soon_threadsafe(settle, *outcome)

    threading.Thread(target=work, daemon=True).start()
    return await answer

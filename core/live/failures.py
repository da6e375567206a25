"""What fails in a program: the log has it all, its user a reference, its author a panel."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from .trace import Failure, failure

if TYPE_CHECKING:
    from .live_page import LivePage

logger = logging.getLogger(__name__)


# Panels for the author that a page keeps until a browser comes.
MOST_UNTOLD = 16


class PageLeft(Exception):
    """The browser has left the page, or lost its connection, before it answered.

    People may do so at any time: where a program lets it pass, nothing has failed.
    """


class Failures:
    """Tells what failed to everybody whom it concerns. Its methods are called on the loop.

    Args:
        debug: show the program's author a panel in the page.
        for_users: errors whose text is meant for the user.
        pages: all pages, which show what failed without belonging to one of them.
    """

    def __init__(
        self,
        debug: bool,
        for_users: tuple[type[Exception], ...] = (),
        pages: Callable[[], Iterable[LivePage]] = tuple,
    ) -> None:
        self._debug = debug
        self._for_users = for_users
        self._pages = pages

    def of_event(self, error: Exception, what: str, event: str, live: LivePage) -> str:
        """Note that handling an event of a page failed; what its user is told, if anything."""
        if isinstance(error, self._for_users):
            self._log(what, error)
            return str(error)
        if isinstance(error, RuntimeError) and "no running event loop" in str(error):
            error.add_note("A plain handler runs on a thread: start tasks with jp.run_task(...).")
        reference = self.note(error, what, [live])
        if not self._debug:
            return f"Sorry, that did not work. The log tells why under reference {reference}."
        # The panel says it. Only a form has to know, too: what was sent with it was not taken.
        return f"{type(error).__name__}: {error}" if event == "submit" else ""

    def of_files(self, error: Exception, live: LivePage) -> str:
        """Note that the files of a form cannot be had; what its user is told."""
        if isinstance(error, self._for_users):  # nothing is wrong with the program
            logger.warning("The files of a form of %r cannot be had: %s", live.page, error)
            return str(error)
        return self.of_event(error, "The files of a form cannot be had", "submit", live)

    def note(self, error: BaseException, what: str, pages: Iterable[LivePage] | None = None) -> str:
        """Write what failed to the log and, in debug mode, into pages (None: all of them).

        Returns:
            The reference under which the log tells of it.
        """
        reference = self._log(what, error)
        if self._debug and not isinstance(error, PageLeft):
            self.show(failure(what, error, reference), pages)
        return reference

    def show(self, failed: Failure, pages: Iterable[LivePage] | None = None) -> None:
        """Open the panel in the browsers of pages (None: of all)."""
        for live in self._pages() if pages is None else pages:
            for channel in tuple(live.channels):
                channel.tell(failure=failed.html)
            if not live.channels:
                live.untold = [*live.untold, failed.html][-MOST_UNTOLD:]

    def _log(self, what: str, error: BaseException) -> str:
        reference = secrets.token_hex(3)
        if isinstance(error, PageLeft):
            logger.info("%s: %s", what, error)
            return reference
        logger.error("%s (reference %s).", what, reference, exc_info=error)
        return reference

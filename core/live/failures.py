"""What fails in a program: the log has it all, its user a reference, its author a panel."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterable
from typing import Protocol

from .errors import PageLeft
from .trace import Failure, failure

logger = logging.getLogger(__name__)


class PanelPage(Protocol):
    """A page that can show its author what failed."""

    def show_failure(self, html: str) -> None:
        """Open a panel in its browsers, or in the first that comes."""


class Failures:
    """Logs what failed, and says so to users and authors. The event loop owns it.

    Args:
        debug: show the program's author a panel in the page.
        for_users: errors whose text is meant for the user.
        pages: all pages, which show what failed without belonging to one of them.
    """

    def __init__(
        self,
        debug: bool,
        for_users: tuple[type[Exception], ...] = (),
        pages: Callable[[], Iterable[PanelPage]] = tuple,
    ) -> None:
        self._debug = debug
        self._for_users = for_users
        self._pages = pages

    def of_event(self, error: Exception, what: str, event: str, page: PanelPage) -> str:
        """Note that handling an event of a page failed.

        Returns:
            A sentence for its user; "" where the author's panel says it.
        """
        if isinstance(error, self._for_users):
            self._log(what, error)
            return str(error)
        if isinstance(error, RuntimeError) and "no running event loop" in str(error):
            error.add_note("A plain handler runs on a thread: start tasks with jp.run_task(...).")
        reference = self.note(error, what, [page])
        if not self._debug:
            return f"Something went wrong. See the log, reference {reference}."
        # A form needs to know, too: the files that were sent with it were not taken.
        return f"{type(error).__name__}: {error}" if event == "submit" else ""

    def of_files(self, error: Exception, page: PanelPage) -> str:
        """Note that the files of a form cannot be had; a sentence for its user."""
        if isinstance(error, self._for_users):  # nothing is wrong with the program
            logger.warning("The files of a form of %r cannot be had: %s", page, error)
            return str(error)
        return self.of_event(error, "The files of a form cannot be had", "submit", page)

    def note(
        self, error: BaseException, what: str, pages: Iterable[PanelPage] | None = None
    ) -> str:
        """Write what failed to the log and, in debug mode, into pages (None: all of them).

        Returns:
            The reference by which the log can be searched.
        """
        reference = self._log(what, error)
        if self._debug and not isinstance(error, PageLeft):
            self.show(failure(what, error, reference), pages)
        return reference

    def show(self, failed: Failure, pages: Iterable[PanelPage] | None = None) -> None:
        """Open the panel in the browsers of pages (None: of all)."""
        for page in self._pages() if pages is None else pages:
            page.show_failure(failed.html)

    def _log(self, what: str, error: BaseException) -> str:
        reference = secrets.token_hex(3)
        if isinstance(error, PageLeft):
            logger.info("%s: %s", what, error)
            return reference
        logger.error("%s (reference %s).", what, reference, exc_info=error)
        return reference

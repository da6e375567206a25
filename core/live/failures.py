"""Errors of a program: the log has the traceback, users get a reference, its author a panel."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterable
from typing import Protocol

from ..language.texts import N_, _
from .errors import PageLeft
from .trace import Failure, failure

logger = logging.getLogger(__name__)

WRONG = N_("Something went wrong. See the log, reference {reference}.")


class PanelPage(Protocol):
    """A page that can show failures to the program's author."""

    def show_failure(self, html: str) -> None:
        """Open a panel in its browsers, or in the first one that opens the page."""


class Failures:
    """Reports errors to the log, to users and to authors. The event loop owns it.

    Args:
        debug: show the program's author a panel in the page.
        for_users: errors whose text is for the user.
        pages: all pages; they show failures that belong to none of them.
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
        """Report that handling an event of a page failed.

        Returns:
            A sentence for its user; "" if a panel shows it to the author instead.
        """
        if isinstance(error, self._for_users):
            self._log(what, error)
            return str(error)
        if isinstance(error, RuntimeError) and "no running event loop" in str(error):
            error.add_note("A plain handler runs on a thread: start tasks with jp.run_task(...).")
        reference = self.note(error, what, [page])
        if not self._debug:
            return _(
                "Something went wrong. See the log, reference {reference}.", reference=reference
            )
        # A form must show it as well: the files that were sent with it were not taken.
        return f"{type(error).__name__}: {error}" if event == "submit" else ""

    def of_files(self, error: Exception, page: PanelPage) -> str:
        """Report that the files of a form are not available; returns a sentence for its user."""
        if isinstance(error, self._for_users):  # nothing is wrong with the program
            logger.warning("The files of a form of %r are not available: %s", page, error)
            return str(error)
        return self.of_event(error, "The files of a form are not available", "submit", page)

    def note(
        self, error: BaseException, what: str, pages: Iterable[PanelPage] | None = None
    ) -> str:
        """Report an error to the log and, in debug mode, in pages (None: in all of them).

        Returns:
            The reference under which the log has it.
        """
        reference = self._log(what, error)
        if self._debug and not isinstance(error, PageLeft):
            self.show(failure(what, error, reference), pages)
        return reference

    def show(self, failed: Failure, pages: Iterable[PanelPage] | None = None) -> None:
        """Open a panel in the browsers of pages (None: of all)."""
        for page in self._pages() if pages is None else pages:
            page.show_failure(failed.html)

    def _log(self, what: str, error: BaseException) -> str:
        reference = secrets.token_hex(3)
        if isinstance(error, PageLeft):
            logger.info("%s: %s", what, error)
            return reference
        logger.error("%s (reference %s).", what, reference, exc_info=error)
        return reference

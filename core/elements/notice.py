"""Notice: a short message over a page, and the part of a page that shows them."""

from __future__ import annotations

import itertools
import weakref
from collections import deque
from typing import Any, Final, Literal

from .handlers import Function, Handler, bind
from .view import View

NoticeKind = Literal["info", "good", "warning", "bad"]
_KINDS = ("info", "good", "warning", "bad")

# Notices of a page that nobody has opened yet; of too many, the oldest are dropped.
MOST_WAITING = 16

_numbers = itertools.count(1)


class Unchanged:
    """Stands for what `Notice.update` leaves as it is, where None means something."""

    def __repr__(self) -> str:
        return "UNCHANGED"


UNCHANGED: Final = Unchanged()


class Notice:
    """A message that `WebPage.notify` shows. Any thread may change it.

    Attributes:
        number: names it in messages between page and program.
        text, kind, progress, seconds: as passed to `WebPage.notify`.
        action: the text of its button, or None.
        is_open: False after `close`. People may have closed it meanwhile.
        handlers: of its button's click.
    """

    def __init__(
        self,
        page: NoticePage,
        text: str,
        kind: NoticeKind,
        action: tuple[str, Function] | None,
        progress: float | None,
        seconds: float | None,
    ) -> None:
        self.number = next(_numbers)
        self.text = _checked_text(text)
        self.kind = _checked_kind(kind)
        self.progress = _checked_progress(progress)
        self.seconds = _checked_seconds(seconds)
        self.action = None if action is None else _checked_text(action[0])
        self.handlers: dict[str, Handler] = {}
        if action is not None:
            self.handlers["click"] = bind("click", action[1])
        self.is_open = True
        self._page = weakref.ref(page)

    def __repr__(self) -> str:
        return f"<Notice {self.number} {self.text!r:.50}>"

    def update(
        self,
        text: str | None = None,
        *,
        kind: NoticeKind | None = None,
        progress: float | None | Unchanged = UNCHANGED,
    ) -> None:
        """Change what it says, where it is still open.

        Args:
            text: the new text; None leaves it.
            kind: the new kind; None leaves it.
            progress: from 0 to 1; True if unknown; None removes the bar.
        """
        if text is not None:
            self.text = _checked_text(text)
        if kind is not None:
            self.kind = _checked_kind(kind)
        if not isinstance(progress, Unchanged):
            self.progress = _checked_progress(progress)
        self._changed()

    def close(self) -> None:
        """Close it wherever it is still open."""
        if self.is_open:
            self.is_open = False
            self._changed()

    def _changed(self) -> None:
        page = self._page()
        if page is not None and page.view is not None:
            page.view.notice_changed(self)


class NoticePage:
    """The part of a page that has to do with notices."""

    view: View | None
    _waiting_notices: deque[Notice] | None = None

    def notify(
        self,
        text: str,
        kind: NoticeKind = "info",
        *,
        action: tuple[str, Function] | None = None,
        progress: float | None = None,
        seconds: float | None = None,
    ) -> Notice:
        """Show a message in a corner of the window, without disturbing what people do there.

        In a handler of this page and in the tasks that it starts, the browser that acted shows it;
        in a page function, the browser that asked for the page. Elsewhere, all browsers that show
        the page do, or the first one that comes.

        Args:
            text: one or two sentences.
            kind: "info", "good" (it succeeded), "warning" or "bad" (it failed).
            action: the text of a button, and its handler. The notice closes when the button is
                pressed, unless it shows progress.
            progress: from 0 to 1; True if nobody knows how far it is; None for no progress.
            seconds: until it closes; 0 leaves it open until a person or the program closes it. By
                default, that depends on the length of the text, and notices with an action, with
                progress or of the kind "bad" stay.

        Returns:
            The notice, to update or close it.
        """
        notice = Notice(self, text, kind, action, progress, seconds)
        if self.view is not None:
            self.view.show_notice(notice)
            return notice
        if self._waiting_notices is None:
            object.__setattr__(self, "_waiting_notices", deque(maxlen=MOST_WAITING))
        assert self._waiting_notices is not None
        self._waiting_notices.append(notice)
        return notice

    def take_waiting_notices(self) -> tuple[Notice, ...]:
        """Remove and return the notices from before the page had a view."""
        waiting = tuple(self._waiting_notices or ())
        object.__setattr__(self, "_waiting_notices", None)
        return waiting


def _checked_text(text: Any) -> str:
    if not isinstance(text, str):
        raise TypeError(f"A notice takes text, not {text!r:.100}.")
    return text


def _checked_kind(kind: Any) -> NoticeKind:
    if kind not in _KINDS:
        raise ValueError(f"The kind of a notice is one of {', '.join(_KINDS)}, not {kind!r:.100}.")
    found: NoticeKind = kind
    return found


def _checked_progress(progress: Any) -> float | None:
    if progress is None or progress is True:
        return progress
    if not isinstance(progress, int | float) or isinstance(progress, bool):
        raise TypeError(f"progress is a number from 0 to 1, True or None, not {progress!r:.100}.")
    if progress != progress:  # NaN, which is no JSON
        raise ValueError("progress is a number from 0 to 1, not NaN.")
    return min(max(float(progress), 0.0), 1.0)


def _checked_seconds(seconds: Any) -> float | None:
    if seconds is None:
        return None
    if not isinstance(seconds, int | float) or not 0 <= seconds < 1e9:
        raise ValueError(f"seconds is a number of seconds, or 0 for no end, not {seconds!r:.100}.")
    return float(seconds)

"""Notices and dialogs: what a page tells and asks, as a person reads and answers it."""

from __future__ import annotations

from typing import Any

from ..live.protocol import NoticeNews, Question
from .errors import NotPossible, NotSeen
from .tab import PATIENCE, Tab


class Notice:
    """A message over the page. Here, none closes by itself."""

    def __init__(self, tab: Tab, news: NoticeNews) -> None:
        self._tab = tab
        self._news = news

    def __repr__(self) -> str:
        return f"<Notice {self.kind} {self.text!r}>"

    @property
    def text(self) -> str:
        """What it says."""
        return self._current["text"]

    @property
    def kind(self) -> str:
        """Info, good, warning or bad."""
        return self._current["kind"]

    @property
    def progress(self) -> float | None:
        """From 0 to 1; True if unknown; None if it shows none."""
        return self._current["progress"]

    def click(self, button: str) -> None:
        """Click its button.

        Raises:
            NotPossible: it has no button with this text, or is closed.
            HandlerFailed: the handler raised.
        """
        self._check_open()
        if self._current["action"] != button:
            raise NotPossible(f"{self} has no button {button!r}, but {self._current['action']!r}.")
        if self.progress is None:
            self.close()
        self._tab.send_to({"notice": self._news["notice"]}, "click", {})

    def close(self) -> None:
        """Close it.

        Raises:
            NotPossible: it is closed.
        """
        self._check_open()
        with self._tab.messages.changed:
            del self._tab.messages.notices[self._news["notice"]]

    @property
    def _current(self) -> NoticeNews:
        with self._tab.messages.changed:
            self._news = self._tab.messages.notices.get(self._news["notice"], self._news)
        return self._news

    def _check_open(self) -> None:
        if self._news["notice"] not in self._tab.messages.notices:
            raise NotPossible(f"{self} is closed.")


class Dialog:
    """A question of ``page.confirm`` or ``page.ask``."""

    def __init__(self, tab: Tab, question: Question) -> None:
        self._messages = tab.messages
        self._number = question["ask"]
        self._arguments: dict[str, Any] = question["args"]

    def __repr__(self) -> str:
        return f"<Dialog {self.text!r}>"

    @property
    def text(self) -> str:
        """The question, the details, and what was wrong with the last answer."""
        names = ("question", "details", "error")
        return " ".join(filter(None, (self._arguments.get(name, "") for name in names)))

    @property
    def value(self) -> str | None:
        """What its field holds; None if it has none."""
        return self._arguments.get("value")

    @property
    def error(self) -> str:
        """What was wrong with the last answer; empty if nothing was."""
        return str(self._arguments.get("error", ""))

    def type(self, text: str) -> None:
        """Replace what its field holds.

        Raises:
            NotPossible: it has no field, or one with a single line.
        """
        if self.value is None:
            raise NotPossible(f"{self} has no field.")
        if "\n" in text and self._arguments["kind"] != "multiline":
            raise NotPossible(f"The field of {self} has one line, and {text!r} has more.")
        self._arguments["value"] = text

    def click(self, button: str) -> None:
        """Click one of its two buttons. What the program does not accept leaves it open.

        Raises:
            NotPossible: it has no such button, or is closed.
        """
        yes, no = self._arguments["yes"], self._arguments["no"]
        if button not in (yes, no):
            raise NotPossible(f"{self} has no button {button!r}, but {no!r} and {yes!r}.")
        if button == no:
            self.close()
        else:
            self._answer(True if self.value is None else self.value)

    def close(self) -> None:
        """Press Escape.

        Raises:
            NotPossible: it is closed.
        """
        self._answer(None)

    def _answer(self, result: Any) -> None:
        messages = self._messages
        with messages.changed:
            if self._number not in messages.questions:
                raise NotPossible(f"{self} is closed.")
            messages.answer(self._number, result)
            if not messages.changed.wait_for(
                lambda: self._number not in messages.checking, PATIENCE
            ):
                raise NotSeen(f"The check of {self} did not end within {PATIENCE} seconds.")
            if again := messages.questions.get(self._number):
                self._arguments = again["args"]
                self._arguments["value"] = result


def first_dialog(tab: Tab) -> Dialog:
    """The question that is open now, or soon; the others wait for it.

    Raises:
        NotSeen: none was asked within `PATIENCE` seconds.
    """
    messages = tab.messages
    with messages.changed:
        if not messages.changed.wait_for(lambda: messages.questions, PATIENCE):
            raise NotSeen(f"Nothing was asked with confirm() or ask() in {PATIENCE} seconds.")
        return Dialog(tab, next(iter(messages.questions.values())))

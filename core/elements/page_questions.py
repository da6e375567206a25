"""PageQuestions: what a page asks the person in the browser that acted."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Literal

from .view import Check, View

FieldKind = Literal[
    "text", "password", "number", "email", "url", "tel", "date", "time", "multiline"
]
_KINDS = ("text", "password", "number", "email", "url", "tel", "date", "time", "multiline")


class PageQuestions:
    """The part of a page that has to do with questions."""

    view: View | None

    def confirm(
        self,
        question: str,
        *,
        yes: str = "OK",
        no: str = "Cancel",
        danger: bool = False,
        details: str = "",
    ) -> Coroutine[Any, Any, bool]:
        """Ask the person who acted a question with two answers, in a dialog over the page.

        Await it in an async handler. Questions to one browser are asked one after the other.

        Args:
            question: a short sentence.
            yes, no: what the buttons say.
            danger: it cannot be undone: the button for yes is red, and Enter presses the other.
            details: what the person should know before they answer.

        Returns:
            True for yes; False for no, and if the dialog was closed otherwise.

        Raises:
            PageLeft: the browser left the page or lost its connection before it answered.
            RuntimeError: it is not clear whom to ask, or the handler is not async.
        """
        arguments = {"details": details, "yes": yes, "no": no, "danger": bool(danger)}
        _check_texts(question=question, yes=yes, no=no, details=details)
        return self._ask("confirm", {"question": question, **arguments})

    def ask(
        self,
        question: str,
        value: str = "",
        *,
        label: str = "",
        kind: FieldKind = "text",
        placeholder: str = "",
        check: Check | None = None,
        yes: str = "OK",
        no: str = "Cancel",
        details: str = "",
    ) -> Coroutine[Any, Any, str | None]:
        """Ask the person who acted for a text, in a dialog over the page.

        Await it in an async handler. Questions to one browser are asked one after the other.

        Args:
            question: a short sentence.
            value: what the field holds at first; it is selected.
            label: of the field; by default, the question is.
            kind: of the field. Browsers check what they can; the answer is a text in any case.
            placeholder: an example, shown while the field is empty.
            check: a function of the answer that returns what is wrong with it, or None. The dialog
                stays open and says that. It may be async; a plain one runs on a thread.
            yes, no: what the buttons say.
            details: what the person should know before they answer.

        Returns:
            The answer; None if the person cancelled.

        Raises:
            PageLeft: the browser left the page or lost its connection before it answered.
            RuntimeError: it is not clear whom to ask, or the handler is not async.
        """
        if kind not in _KINDS:
            raise ValueError(f"The kind of a field is one of {', '.join(_KINDS)}, not {kind!r}.")
        if check is not None and not callable(check):
            raise TypeError(f"check takes a function, not {check!r:.100}.")
        texts = {"question": question, "value": value, "label": label, "placeholder": placeholder}
        texts |= {"yes": yes, "no": no, "details": details}
        _check_texts(**texts)
        arguments = {**texts, "kind": kind, "checked": check is not None}
        return self._ask("ask", arguments, check)

    def _ask(
        self, question: Literal["confirm", "ask"], arguments: dict[str, Any], check: Any = None
    ) -> Coroutine[Any, Any, Any]:
        try:  # a coroutine that nobody awaits would pass for a yes
            asyncio.get_running_loop()
        except RuntimeError:
            raise RuntimeError(
                f"page.{question}() waits for a person, which a plain handler cannot: write "
                f"`async def` before the handler, and `await page.{question}(...)`."
            ) from None
        return self._answer(question, arguments, check)

    async def _answer(self, question: str, arguments: dict[str, Any], check: Any) -> Any:
        if self.view is None:
            raise RuntimeError(
                f"No browser shows {self!r} yet, so {question}() has nobody to ask. Ask in the "
                "handler of an event; when a page opens, that is page_ready."
            )
        answer = await self.view.ask(question, arguments, check)
        if question == "confirm":
            return answer is True
        return answer if isinstance(answer, str) else None


def _check_texts(**texts: Any) -> None:
    for name, text in texts.items():
        if not isinstance(text, str):
            raise TypeError(f"{name} of a question takes text, not {text!r:.100}.")

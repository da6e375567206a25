"""Messages: what the program has told and asked in a tab, and the answers to it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable
from typing import Any

from ..live.protocol import NoticeNews, Operation, Question, QuestionAnswer, ServerMessage

ASKED = ("confirm", "ask")


class Messages:
    """The open notices and questions of a tab. The lock of `changed` guards them.

    Attributes:
        notices: the open ones, by number, the oldest first.
        questions: those without an answer, by number, the oldest first.
        checking: the numbers of questions whose answer the program checks.
        run_javascript: gives the value of a script, in place of a browser.

    Args:
        send: sends the program a message.
        changed: is notified after each message.
    """

    def __init__(self, send: Callable[[str], None], changed: threading.Condition) -> None:
        self.notices: dict[int, NoticeNews] = {}
        self.questions: dict[int, Question] = {}
        self.checking: set[int] = set()
        self.run_javascript: Callable[[str], Any] = lambda script: None
        self.changed = changed
        self._send = send
        self._channel = ""

    def take(self, message: ServerMessage) -> None:
        """Take a message of the program; others than these are ignored."""
        if "channel" in message:
            self._channel = message["channel"]
        elif "notice" in message:
            self._take_notice(message)
        elif "ask" in message:
            self._take_question(message)
        elif "unask" in message:
            self.questions.pop(message["unask"], None)
            self.checking.discard(message["unask"])

    def run_scripts(self, operations: Iterable[Operation]) -> None:
        """Answer with the values of the scripts among operations, if the program awaits them."""
        for operation in operations:
            match operation:
                case ["j", script, _, _, [self._channel, number]]:
                    try:
                        value = self.run_javascript(script)
                    except Exception as error:
                        self.answer(number, error=f"{type(error).__name__}: {error}")
                    else:
                        self.answer(number, value)

    def answer(self, number: int, result: Any = None, error: str = "") -> None:
        """Answer a question."""
        asked = self.questions.pop(number, None)
        if asked and asked["args"].get("checked") and result is not None:
            self.checking.add(number)
        answer: QuestionAnswer = {"t": "answer", "ask": number}
        if error:
            answer["error"] = error
        else:
            answer["result"] = result
        self._send(json.dumps(answer))

    def _take_notice(self, news: NoticeNews) -> None:
        number = news["notice"]
        if not news["is_open"]:
            self.notices.pop(number, None)
        elif news["is_new"] or number in self.notices:
            self.notices[number] = news

    def _take_question(self, question: Question) -> None:
        number = question["ask"]
        if question["question"] == "accept":
            self.answer(number, True)
        elif question["question"] in ASKED:
            self.questions[number] = question
        self.checking.discard(number)

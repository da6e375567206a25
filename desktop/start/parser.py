"""Parser: a command line whose help and errors are in the language of the person.

No catalogue is loaded before there is something to say.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn


def N_(text: str) -> str:  # noqa: N802 - that of core.language.texts, which is slow to import
    """Mark a message for the catalogues."""
    return text


OF_ARGPARSE = (
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("usage: "),
    N_("%(prog)s: error: %(message)s\n"),
    N_("unrecognized arguments: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("not allowed with argument %s"),
    N_("the following arguments are required: %s"),
    N_("ignored explicit argument %r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)
"""What argparse itself says, in Python 3.11 and later."""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose texts are marked with `N_`.

    Args:
        about: the description.
        values: of names in it.
    """

    def __init__(self, about: str, values: dict[str, str] | None = None, **options: Any) -> None:
        super().__init__(description=about, **options)
        self._values = values or {}

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> argparse.Namespace:
        with _translated():
            found: argparse.Namespace = super().parse_args(args, namespace)
        return found

    def error(self, message: str) -> NoReturn:
        with _translated():
            super().error(message)

    def format_help(self) -> str:
        self.description = say(self.description or "", **self._values)
        for group in self._action_groups:
            group.title = say(group.title or "")
        for action in self._actions:
            action.help = say(action.help) if action.help else action.help
        return super().format_help()

    def _print_message(self, message: str, file: Any = None) -> None:
        """A terminal that lacks letters of the language gets question marks."""
        file = file or sys.stderr
        encoding = getattr(file, "encoding", None) or "utf-8"
        super()._print_message(message.encode(encoding, "replace").decode(encoding), file)


def say(text: str, /, **values: object) -> str:
    """The text in the person's language."""
    from core.language.texts import gettext  # slow to import: only where something is said

    return gettext(text, **values)


@contextmanager
def _translated() -> Iterator[None]:
    """Argparse's own words are ours, in all languages that we have."""
    names = vars(argparse)
    before = names["_"]
    names["_"] = say
    try:
        yield
    finally:
        names["_"] = before

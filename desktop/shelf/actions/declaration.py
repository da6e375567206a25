"""Declaration: what an action says about itself, read from its file without running anything."""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.language.reasons import reason
from core.language.texts import _
from core.media.accept import is_accepted_name
from core.words import did_you_mean, well_formed

MOST_BYTES = 1 << 20
"""Of the file of an action."""

MOST_NAME = 60
"""Characters of a name."""

MOST_CHOICES = 50

ENDINGS = (".py", ".toml")

KEYS = ("name", "icon", "takes", "together", "choice", "command")

TAKES = re.compile(r"\.[\w.+-]{1,32}|[\w.+-]{1,80}/(?:\*|[\w.+-]{1,80})|\*/\*", re.ASCII)


class BrokenAction(Exception):
    """A file in the folder of actions that is none; the text says why, for its author."""


@dataclass(frozen=True)
class Action:
    """An action, as its file declares it.

    Attributes:
        path: of its file.
        digest: SHA-256 of its file: a permission is for exactly this content.
        text: the content.
        name: for people.
        icon: the name of a `kit.Icon`.
        takes: the files that it is for, as in the ``accept`` of a file input.
        together: it gets all files in one call, not one at a time.
        question: what people choose before it starts; "" if there is nothing to choose.
        answers: what they can choose; the first one is the usual one.
        command: the program and its arguments; empty if the file is Python.
        is_shipped: it is a part of Satchel, and needs no permission.
    """

    path: Path
    digest: str
    text: str
    name: str
    icon: str = "play"
    takes: str = "*/*"
    together: bool = False
    question: str = ""
    answers: tuple[str, ...] = ()
    command: tuple[str, ...] = ()
    is_shipped: bool = False

    @property
    def usual(self) -> str:
        """The usual answer; "" if there is nothing to choose."""
        return self.answers[0] if self.answers else ""

    def is_for(self, name: str, type_: str) -> bool:
        """Whether it is for a file of this name and media type."""
        return self.takes == "*/*" or is_accepted_name(self.takes, name, type_)


def read(path: Path, *, is_shipped: bool = False) -> Action:
    """Read the declaration of an action. Blocks.

    Raises:
        BrokenAction: the file declares none, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BrokenAction(_("It cannot be read: {reason}.", reason=reason(error))) from error
    if len(data) > MOST_BYTES:
        raise BrokenAction(_("It has more than 1 MB: an action is a small file."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenAction(_("It is not text in UTF-8.")) from error
    declared = _of_command(text) if path.suffix.lower() == ".toml" else _of_python(text)
    digest = hashlib.sha256(data).hexdigest()
    return Action(path, digest, text, is_shipped=is_shipped, **_checked(declared))


def _of_python(text: str) -> dict[str, Any]:
    """The constants at the top level of a Python file that are named as `KEYS` are."""
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        line = str(error.lineno or 1)
        raise BrokenAction(
            _("Line {line} is not Python: {reason}.", line=line, reason=error.msg)
        ) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise BrokenAction(_("It is not Python, or too deeply nested.")) from error
    found: dict[str, Any] = {}
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        name = target.id if isinstance(target, ast.Name) else ""
        if isinstance(node, ast.Assign) and name.isupper() and name.lower() in KEYS[:-1]:
            found[name.lower()] = _constant(name, node)
    runs = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "run"]
    if not runs:
        raise BrokenAction(_("It has no function: def run(files, folder, job)."))
    if len(runs[-1].args.posonlyargs + runs[-1].args.args) != 3:
        raise BrokenAction(_("Its function takes three things: def run(files, folder, job)."))
    return found


def _constant(name: str, node: ast.Assign) -> Any:
    try:
        return ast.literal_eval(node.value)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError) as error:
        raise BrokenAction(
            _(
                "{name} in line {line} is computed: write the value itself, because nothing of the "
                "file is run before you allow it.",
                name=name,
                line=str(node.lineno),
            )
        ) from error


def _of_command(text: str) -> dict[str, Any]:
    import tomllib  # only with an action that is a command

    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BrokenAction(_("It is not TOML: {reason}.", reason=error)) from error
    for key in found:
        if key not in KEYS:
            hint = did_you_mean(key, KEYS) or _("It may have {keys}.", keys=", ".join(KEYS))
            said = _("It has {key}, which means nothing here.", key=repr(key))
            raise BrokenAction(f"{said} {hint}")
    command = found.get("command")
    if not _is_texts(command):
        raise BrokenAction(
            _("It has no {line}: a list of texts.", line='command = ["program", "{file}"]')
        )
    return found


def _checked(declared: Mapping[str, Any]) -> dict[str, Any]:
    """The keywords of an `Action`."""
    name = declared.get("name")
    if not isinstance(name, str) or not name.strip():
        raise BrokenAction(_('It has no name: NAME = "Shrink pictures", or name = "…" in TOML.'))
    found: dict[str, Any] = {"name": well_formed(" ".join(name.split())[:MOST_NAME])}
    icon = declared.get("icon", "play")
    if not isinstance(icon, str):
        raise BrokenAction(
            _("Its icon is a name such as 'image', not {icon}.", icon=f"{icon!r:.60}")
        )
    found["icon"] = icon
    found["takes"] = _takes(declared.get("takes", "*/*"))
    together = declared.get("together", False)
    if not isinstance(together, bool):
        raise BrokenAction(
            _("Its 'together' is true or false, not {value}.", value=f"{together!r:.60}")
        )
    found["together"] = together
    if "choice" in declared:
        found["question"], found["answers"] = _choice(declared["choice"])
    found["command"] = tuple(declared.get("command", ()))
    return found


def _takes(declared: Any) -> str:
    kinds = [declared] if isinstance(declared, str) else declared
    if not _is_texts(kinds):
        raise BrokenAction(_("Its 'takes' is a text such as 'image/*', or a list of them."))
    words = [word.strip().lower() for kind in kinds for word in kind.split(",") if word.strip()]
    for word in words:
        if not TAKES.fullmatch(word):
            raise BrokenAction(
                _(
                    "It takes {word}, which is no kind of file: write 'image/*', "
                    "'application/pdf' or '.pdf'.",
                    word=f"{word!r:.60}",
                )
            )
    if not words:
        raise BrokenAction(_("Its 'takes' names no kind of file: leave it out, and it takes all."))
    return "*/*" if "*/*" in words else ",".join(words)


def _choice(declared: Any) -> tuple[str, tuple[str, ...]]:
    if isinstance(declared, dict) and len(declared) == 1:
        [(question, answers)] = declared.items()
        is_question = isinstance(question, str) and bool(question.strip())
        if is_question and _is_texts(answers) and len(answers) == len({*answers}) <= MOST_CHOICES:
            return question.strip()[:MOST_NAME], tuple(answers)
    raise BrokenAction(
        _(
            "Its choice is a question with its answers: {example}.",
            example='{"Longest side": ["1600", "800"]}',
        )
    )


def _is_texts(value: Any) -> bool:
    is_list = isinstance(value, list | tuple) and bool(value)
    return is_list and all(isinstance(each, str) and each for each in value)

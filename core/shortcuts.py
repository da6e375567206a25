"""Shortcuts: keys of commands, such as "Ctrl+S", in one spelling."""

import string
from collections.abc import Set

MODIFIERS = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift"}
NAMES = [
    "Enter",
    "Space",
    "Delete",
    "Backspace",
    "Insert",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Up",
    "Down",
    "Left",
    "Right",
]
KEYS = {
    key.lower(): key
    for key in [
        *string.ascii_uppercase,
        *string.digits,
        *",./",
        *NAMES,
        *(f"F{number}" for number in range(1, 13)),
    ]
}
EDITING = {"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Z", "Ctrl+Shift+Z"}
"""Keys that edit text."""

WINDOWS = {
    *("Ctrl+N", "Ctrl+Q", "Ctrl+R", "Ctrl+T", "Ctrl+W", "Ctrl+0", "F5", "F11", "F12"),
    *("Ctrl+Shift+N", "Ctrl+Shift+T", "Ctrl+Shift+W"),
}
"""Keys that windows and browsers keep for themselves."""


def spelled(keys: str, taken: Set[str] = EDITING | WINDOWS) -> str:
    """Keys in the usual spelling: "Ctrl+Shift+S" for "shift + ctrl + s".

    Args:
        keys: as people write them.
        taken: those that others need.

    Raises:
        ValueError: there are no such keys, or others need them.
    """
    *held, key = [part.strip().lower() for part in str(keys).split("+")]
    modifiers = {MODIFIERS.get(each, "") for each in held}
    if key not in KEYS or "" in modifiers or len(modifiers) < len(held):
        raise ValueError(
            f"{keys!r} is no shortcut. Write it as Ctrl+S, Ctrl+Shift+S, Ctrl+Enter or F9: Ctrl, "
            f"Alt and Shift with a letter, a digit, one of , . / F1 to F12, {', '.join(NAMES)}."
        )
    is_function_key = key[0] == "f" and len(key) > 1
    if "Ctrl" not in modifiers and not is_function_key:
        raise ValueError(f"{keys!r} is needed for typing. Add Ctrl: Ctrl+{KEYS[key]}.")
    found = "+".join([*(each for each in MODIFIERS.values() if each in modifiers), KEYS[key]])
    if found in taken:
        raise ValueError(f"{found} edits text or controls the window or browser. Choose others.")
    return found


class Shortcuts:
    """The shortcuts of one page or window, each for one command.

    Args:
        taken: keys that are not given to commands.
    """

    def __init__(self, taken: Set[str] = EDITING | WINDOWS) -> None:
        self._taken = taken
        self._commands: dict[str, str] = {}

    def take(self, keys: str, command: str) -> str:
        """Note the keys of a command, and return them in the usual spelling.

        Raises:
            ValueError: there are no such keys, or another command has them.
        """
        found = spelled(keys, self._taken)
        if found in self._commands:
            other = self._commands[found]
            raise ValueError(f"{found} is the shortcut of {other!r}. Give {command!r} another one.")
        self._commands[found] = command
        return found

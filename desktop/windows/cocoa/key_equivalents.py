"""Key equivalents: shortcuts as AppKit's menus have them, with Cmd in place of Ctrl."""

from typing import NamedTuple

SHIFT, CONTROL, OPTION, COMMAND = (1 << bit for bit in (17, 18, 19, 20))
"""NSEventModifierFlags."""

_MODIFIERS = {"Ctrl": COMMAND, "Alt": OPTION, "Shift": SHIFT}
_KEYS = {
    **{"Enter": "\r", "Space": " ", "Backspace": "\b", "Plus": "+"},
    # NSUpArrowFunctionKey and the others of NSEvent.h.
    **{"Up": "\uf700", "Down": "\uf701", "Left": "\uf702", "Right": "\uf703"},
    **{"Insert": "\uf727", "Delete": "\uf728", "Home": "\uf729", "End": "\uf72b"},
    **{"PageUp": "\uf72c", "PageDown": "\uf72d"},
    **{f"F{number}": chr(0xF703 + number) for number in range(1, 13)},
}


class KeyEquivalent(NamedTuple):
    """A key and what is held with it, for `setKeyEquivalent:` and its mask."""

    key: str
    mask: int


# F11 shows the desktop there.
_OTHERS = {"F11": KeyEquivalent("f", CONTROL | COMMAND)}


def key_equivalent(keys: str) -> KeyEquivalent:
    """Those for a shortcut as `core.shortcuts` spells it: "Ctrl+Shift+S"."""
    if keys in _OTHERS:
        return _OTHERS[keys]
    *held, key = keys.replace("++", "+Plus").split("+")
    return KeyEquivalent(_KEYS.get(key, key.lower()), sum(_MODIFIERS[each] for each in held))

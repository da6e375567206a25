"""A stand-in for AppKit, with which pywebview's own code for macOS makes menu bars here."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any
from unittest.mock import MagicMock

import pytest


class Native:
    """Any class of AppKit; anything may be called on it."""

    def __init__(self, *arguments: Any) -> None:
        pass

    @classmethod
    def alloc(cls) -> Native:
        return cls()

    def init(self) -> Native:
        return self


class Entry(Native):
    """NSMenuItem: what it was told."""

    def __init__(self) -> None:
        self.is_line = False
        self.told: dict[str, Any] = {
            "Title": "",
            "KeyEquivalent": "",
            "KeyEquivalentModifierMask": 0,
        }

    def initWithTitle_action_keyEquivalent_(self, title: str, action: str, key: str) -> Entry:  # noqa: N802
        self.told |= {"Title": title, "Action": action, "KeyEquivalent": key}
        return self

    @classmethod
    def separatorItem(cls) -> Entry:  # noqa: N802
        line = cls()
        line.is_line = True
        return line

    def __getattr__(self, name: str) -> Any:
        """`setTitle_` notes a title, `title` tells it."""
        if name.startswith("set"):
            return lambda value: self.told.__setitem__(name[3:-1], value)
        return lambda: self.told.get(name[0].upper() + name[1:])


class Menu(Native):
    """NSMenu."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.title = ""

    def setTitle_(self, title: str) -> None:  # noqa: N802
        self.title = title

    def addItem_(self, entry: Entry) -> None:  # noqa: N802
        self.entries.append(entry)

    def insertItem_atIndex_(self, entry: Entry, place: int) -> None:  # noqa: N802
        self.entries.insert(place, entry)

    def addItemWithTitle_action_keyEquivalent_(self, title: str, action: Any, key: str) -> Entry:  # noqa: N802
        self.addItem_(Entry().initWithTitle_action_keyEquivalent_(title, action, key))
        return self.entries[-1]

    def numberOfItems(self) -> int:  # noqa: N802
        return len(self.entries)

    def itemAtIndex_(self, place: int) -> Entry:  # noqa: N802
        return self.entries[place]


class _Framework(ModuleType):
    """A module with every class that it is asked for."""

    NSMenu, NSMenuItem = Menu, Entry
    NSApplication, NSBundle = MagicMock(), MagicMock()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Native,), {})


def stand_in(monkeypatch: pytest.MonkeyPatch) -> Any:
    """pywebview's module for macOS, loaded with the stand-in."""
    for name in ("AppKit", "Foundation", "WebKit", "PyObjCTools"):
        monkeypatch.setitem(sys.modules, name, _Framework(name))
    objc = ModuleType("objc")
    objc.nil, objc.super = None, super  # type: ignore[attr-defined]
    objc.classAddMethods = lambda owner, methods: [  # type: ignore[attr-defined]
        setattr(owner, each.__name__, each) for each in methods
    ]
    monkeypatch.setitem(sys.modules, "objc", objc)
    import webview.platforms

    monkeypatch.delitem(sys.modules, "webview.platforms.cocoa", raising=False)
    monkeypatch.setattr(webview.platforms, "cocoa", None, raising=False)
    import webview.platforms.cocoa as cocoa

    monkeypatch.setitem(sys.modules, "webview.platforms.cocoa", cocoa)
    return cocoa

"""Errors of live pages that other rooms raise or handle."""

from __future__ import annotations


class HostError(Exception):
    """The window could not do what a page asked for; the text is shown to the user."""


class PageLeft(Exception):
    """The browser left the page, or lost its connection, before it answered.

    That may happen at any time, so it is not a failure if a program does not catch it.
    """


class ScriptError(Exception):
    """A script of `run_javascript` failed; the text is the browser's."""


class EventRefused(Exception):
    """An event that this page did not ask for; the text is logged."""


class LateEvent(EventRefused):
    """An event sent before its component left the page, as ``blur`` often is."""


class ModuleEventRefused(EventRefused):
    """An event, or a detail, that the class of a client module does not declare."""


class BadMessage(Exception):
    """A message that our client would never send."""

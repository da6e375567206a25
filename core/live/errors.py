"""Errors of live pages that other rooms raise or handle."""

from __future__ import annotations


class HostError(Exception):
    """The window could not do what a page asked; the text is shown to the user."""


class PageLeft(Exception):
    """The browser left the page, or lost its connection, before it answered.

    People may do so at any time: where a program does not catch it, nothing has failed.
    """


class EventRefused(Exception):
    """An event that this page did not ask for; the text goes into the log."""


class LateEvent(EventRefused):
    """An event that was on its way when its component left the page, as ``blur`` often is."""


class BadMessage(Exception):
    """A message that our client would never send."""

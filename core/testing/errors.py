"""Reasons for which a test fails."""


class NotSeen(AssertionError):
    """The page does not show what the test looks for, or shows it more than once."""


class HandlerFailed(AssertionError):
    """A handler raised; the message is the one that the user got."""


class NotPossible(AssertionError):
    """A person could not do this in a browser; the message says why."""

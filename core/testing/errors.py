"""Errors with which tests fail."""


class NotSeen(AssertionError):
    """An element that the test looks for is missing, or is there more than once."""


class HandlerFailed(AssertionError):
    """A handler raised; the message is that which the user sees."""


class NotPossible(AssertionError):
    """A person cannot do this in a browser; the message says why."""

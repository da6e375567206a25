"""The errors of jobs: each says what happened and what to do."""

from __future__ import annotations


class JobError(Exception):
    """A job cannot be started, or a call of its function cannot be made or answered."""


class TooMuch(JobError):
    """A limit of jobs was reached; the text is for the user."""


class NotCallable(JobError):
    """The function or its arguments cannot be sent to a process."""


class ProcessEnded(JobError):
    """The process of a call ended before its function returned; the text is for the user."""


class WorkFailed(JobError):
    """The function raised an exception that cannot be sent from its process."""

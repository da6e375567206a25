"""Limits on users' files, as the author of a program declares them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from ..sizes import byte_count
from .settings import Settings


@dataclass(frozen=True)
class Limits:
    """How much of its users' files a program accepts and keeps; None leaves that to the disk.

        jp.app.limits = jp.Limits(upload_bytes="2 GB", session_bytes="10 GB")

    Sizes are numbers of bytes, or texts such as ``'20 MB'``. Limits of one input are declared on it
    (`Input(max_size=...)`).

    Args:
        upload_bytes: the largest file that is accepted.
        session_bytes: the most that a session may keep in its folders, with uploads in progress.
        unfinished_bytes: the most that interrupted uploads may have together: the oldest are
            removed first. (All of them are removed after a day.)
        remove_old_sessions: days without a visit after which the folder of a session is removed,
            with all the files in it. None keeps folders until somebody removes them. A period in
            which no program ran counts as one day.

    Raises:
        ValueError: one of them is not a size.
    """

    upload_bytes: int | str | None = None
    session_bytes: int | str | None = None
    unfinished_bytes: int | str | None = None
    remove_old_sessions: float | None = None

    def __post_init__(self) -> None:
        for name in ("upload_bytes", "session_bytes", "unfinished_bytes"):
            if (size := getattr(self, name)) is not None:
                object.__setattr__(self, name, byte_count(size))

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with these limits, except those that are None."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(settings, **{name: it for name, it in given.items() if it is not None})

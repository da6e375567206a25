"""Limits: what a program takes and keeps of its users' files, as its author writes it down."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from ..sizes import byte_count
from .settings import Settings


@dataclass(frozen=True)
class Limits:
    """What a program takes and keeps of its users' files; None leaves that to the disk.

        jp.app.limits = jp.Limits(upload_bytes="2 GB", session_bytes="10 GB")

    Sizes are numbers of bytes, or texts such as ``'20 MB'``. What one input takes is said at the
    input (`Input(max_size=...)`).

    Args:
        upload_bytes: the largest file that is taken.
        session_bytes: what a session may keep in its folder, uploads on their way included.
        unfinished_bytes: what uploads that nobody is sending may have together: the oldest are
            removed first. (Those that nobody continues within a day are removed anyway.)
        remove_old_sessions: days without a visit after which the folder of a session is removed,
            with all the files in it. None keeps every folder until somebody removes it. Of a time
            during which no program ran, one day counts.

    Raises:
        ValueError: one of them is no size.
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
        """The settings with these limits; what is None stays as it is."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(settings, **{name: it for name, it in given.items() if it is not None})

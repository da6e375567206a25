"""Dates as people read them: `31 March 2026`."""

from __future__ import annotations

from datetime import date

from .texts import N_, _

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def date_text(day: date) -> str:
    """A day for people."""
    month = _(_MONTHS[day.month - 1])
    return _("{day} {month} {year}", day=str(day.day), month=month, year=str(day.year))

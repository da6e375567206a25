"""What a job says about itself: how far it is, how it ended, and what its results weigh."""

from collections.abc import Callable
from pathlib import Path

from core.jobs.task import Counts
from core.language.texts import N_, _, ngettext
from core.sizes import size_text

STATES = {
    "waiting": N_("Waiting"),
    "working": N_("Working…"),
    "done": N_("Done"),
    "failed": N_("Failed"),
    "cancelled": N_("Cancelled"),
}
"""What a row says about its task."""

LONGEST = 200
"""Characters of a value or a reported text that a row shows."""


def amounts(counts: Counts, is_over: bool, was_cancelled: bool) -> str:
    """How many tasks are done: `1 of 3 done, 1 failed`, `4 of 40 done, cancelled`."""
    done, failed, total = counts.done, counts.failed, sum(counts)
    if is_over and done == total:
        return ngettext("Done", "All {count} done", total)
    if is_over and failed == total:
        return ngettext("Failed", "All {count} failed", total)
    parts = [_("{done} of {total} done", done=done, total=total)]
    if failed:
        parts.append(_("{count} failed", count=failed))
    if was_cancelled:
        parts.append(_("cancelled") if is_over else _("cancelling…"))
    elif counts.cancelled:
        parts.append(_("{count} cancelled", count=counts.cancelled))
    return ", ".join(parts)


def percent(fraction: float) -> str:
    """Rounded down, so that 100% is complete."""
    return _("{percent}%", percent=int(100 * fraction))


def sizes(before: int | None, after: int | None) -> str:
    """`2.4 MB → 310 kB`, or only the one that is known."""
    return " → ".join(size_text(size) for size in (before, after) if size is not None)


def value_text(value: object) -> str:
    """A value as a row shows it: the first line of its text, shortened."""
    if value is None or isinstance(value, bytes | Path):
        return ""
    try:
        line = str(value).strip().partition("\n")[0]
    except Exception:  # of the program's own class
        line = type(value).__name__
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def title_of(function: Callable[..., object]) -> str:
    """The title of a job that has none: `make_thumbnail` -> `Make thumbnail`."""
    name = getattr(function, "__name__", type(function).__name__)
    words = name.strip("_").replace("_", " ") or "Work"
    return words[0].upper() + words[1:] if words != "<lambda>" else "Work"


def file_count(count: int) -> str:
    """`1 file`, `12 files`."""
    return ngettext("{count} file", "{count} files", count)

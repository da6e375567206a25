"""The shelf's texts."""

from collections.abc import Sequence

import core as jp
from core.files.names import shown, split_extension
from core.language.reasons import reason
from core.language.texts import N_, _, ngettext
from core.sizes import size_text

EMPTY = N_("Nothing here yet")
WELCOME = N_(
    "Drop files or folders anywhere in this window: copies of them stay here, on this computer, "
    "until you need them."
)
ONLY_COPIES = N_("Only the copy here: originals are untouched.")


def interrupted(upload: jp.UnfinishedUpload) -> str:
    """How far a transfer was when it stopped, and how it can go on."""
    stored, size = size_text(upload.stored), upload.size
    if upload.is_complete:
        return _(
            "“{name}” ({size}) was sent, but the page was left before it was kept.",
            name=upload.name,
            size=stored,
        )
    if size:
        stored = _(
            "{percent} % ({stored} of {size})",
            percent=upload.stored * 100 // size,
            stored=stored,
            size=size_text(size),
        )
    said = _("“{name}” stopped at {stored}.", name=upload.name, stored=stored)
    if upload.can_resume:
        return said
    if upload.source is not None:
        why = _("The original was changed or moved.")
    else:
        why = _("Choose the same file again to go on.")
    return f"{said} {why}"


def others_interrupted(uploads: Sequence[jp.UnfinishedUpload]) -> str:
    """That more transfers stopped than are named."""
    stored = size_text(sum(upload.stored for upload in uploads))
    return ngettext(
        "{count} more transfer stopped; {stored} of it are here.",
        "{count} more transfers stopped; {stored} of them are here.",
        len(uploads),
        stored=stored,
    )


def saved_as(names: Sequence[tuple[str, str]]) -> str:
    """Which files could not keep their names, of pairs of a name and what became of it; "" if all
    could. A number in a name that was taken is none of that."""
    other = [(wanted, given) for wanted, given in names if not _is_of(wanted, given)]
    if not other:
        return ""
    wanted, given = other[0]
    return ngettext(
        "“{wanted}” was saved as “{given}”: this disk cannot hold its name.",
        "{count} files got other names, such as “{given}” for “{wanted}”: this disk cannot hold "
        "their names.",
        len(other),
        wanted=shown(wanted),
        given=shown(given),
    )


def _is_of(wanted: str, given: str) -> bool:
    """Whether a name is the wanted one, perhaps with a number."""
    stem, extension = split_extension(wanted)
    return given.startswith(stem) and given.endswith(extension)


def not_kept(name: str, error: Exception) -> str:
    """Why a file is not on the shelf."""
    cause = error.__cause__ or error
    return _("“{name}” could not be kept: {reason}.", name=name, reason=reason(cause))


def together(problems: Sequence[str], count: int) -> str:
    """One text about the problems of some of so many files."""
    if len(problems) == 1:
        return problems[0]
    said = _("{failed} of {count} files could not be kept.", failed=len(problems), count=count)
    return f"{said} {problems[0]}"

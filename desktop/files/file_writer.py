"""Writes a file to a path that the person chose: complete, or not at all."""

import errno
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from core.files import disk, path_limits
from core.files.errors import NotDurable
from core.files.placement import Placement
from core.language.reasons import reason
from core.language.texts import N_, _
from core.words import well_formed
from desktop.errors import SaveError

ADVICE = {
    errno.ENOSPC: N_("The disk is full. Free some space, or choose another folder."),
    errno.EDQUOT: N_("Your quota is used up. Free some space, or choose another folder."),
    errno.EACCES: N_("You may not write there. Choose another folder."),
    errno.EPERM: N_("You may not write there. Choose another folder."),
    errno.EROFS: N_("That folder is read-only. Choose another one."),
    errno.ENOENT: N_("That folder no longer exists. Choose another one."),
    errno.ENAMETOOLONG: N_("The name is too long. Choose a shorter one."),
    errno.EINVAL: N_("That disk cannot hold this name. Choose one without : ? * < > | and quotes."),
    errno.EILSEQ: N_("That disk cannot hold this name. Choose one of letters and digits."),
    errno.EFBIG: N_("The file is too large for that disk. Choose another folder."),
}


def write_file(target: Path, chunks: Iterable[bytes]) -> None:
    """Write the chunks to a temporary file beside `target`, make it durable, then rename it.

    An existing file is replaced only by a complete one. Exceptions of `chunks` pass through.

    Raises:
        SaveError: it cannot be written, and nothing is left behind; or it is in place but might
            not survive a power cut: the message says which.
    """
    target = fit(target)
    with written(target.parent, target.name, chunks) as temporary:
        disk.patiently(os.replace, temporary, target)
        try:
            disk.sync_folder(target.parent)
        except OSError as error:
            raise NotDurable(target, error) from error


def write_beside(folder: Path, name: str, chunks: Iterable[bytes], below: str = "") -> Path:
    """Write the chunks into a folder under a name, or ``name (2)`` if that is taken.

    Args:
        below: the folders in that one which hold the file; those that are missing are made.

    Returns:
        Where the file lies.

    Raises:
        SaveError: it cannot be written, and nothing is left behind; or it is in place but might
            not survive a power cut: the message says which.
    """
    with written(folder, name, chunks) as temporary:
        placement = Placement()
        target = placement.add(folder, temporary, name, below)
        placement.sync()
        return target


@contextmanager
def written(folder: Path, name: str, chunks: Iterable[bytes]) -> Iterator[Path]:
    """A durable temporary file in a folder, to be renamed; discarded otherwise.

    Raises:
        SaveError: for every OSError, also of the body.
    """
    path = folder / f".satchel-{secrets.token_hex(8)}.part"
    try:
        with open(path, "xb", buffering=0) as file:
            for chunk in chunks:
                disk.write_all(file.fileno(), chunk)
            disk.sync(file.fileno())
        yield path
    except NotDurable as error:
        raise SaveError(str(error)) from error
    except OSError as error:
        raise SaveError(explain(folder / name, error)) from error
    finally:
        disk.discard(path)


def fit(target: Path) -> Path:
    """The path to write: a link stays, its target is replaced."""
    try:
        if "\0" in target.name:  # which Windows' realpath accepts
            raise ValueError("embedded null character")
        target = Path(os.path.realpath(target))
        if path_limits.is_too_long(target):
            raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), str(target))
        refuse_unfit(target)
    except OSError as error:
        raise SaveError(explain(target, error)) from error
    except ValueError as error:
        raise SaveError(
            _(
                "“{name}” was not saved: no file can have that name. Choose another name.",
                name=well_formed(target.name),
            )
        ) from error
    return target


def refuse_unfit(target: Path) -> None:
    if target.is_dir():
        raise SaveError(
            _("“{path}” is a folder. Choose another name.", path=well_formed(str(target)))
        )
    if target.exists() and not target.is_file():
        raise SaveError(
            _(
                "“{path}” is a device, not a file. Choose another name.",
                path=well_formed(str(target)),
            )
        )


def explain(target: Path, error: OSError) -> str:
    advice = ADVICE.get(error.errno or 0, N_("Try again, or choose another folder."))
    said = _(
        "“{name}” was not saved in {folder}: {reason}.",
        name=well_formed(target.name),
        folder=well_formed(str(target.parent)),
        reason=reason(error),
    )
    return f"{said} {_(advice)}"

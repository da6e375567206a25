"""A program that fails while it is loaded, or shows nothing: what its author or user is told."""

import traceback
from collections.abc import Callable, Sequence
from types import TracebackType

from desktop.system import packaged
from desktop.system.errors import DesktopError, NothingToShow, ProgramFailed

REMEDY = "Fix it, then start it again."


def with_own_traceback(name: str, files: Sequence[str], run: Callable[[], object]) -> None:
    """Run a program's code; what it raises is shown from its own first frame on.

    Raises:
        ProgramFailed: it raised, or is not Python.
    """
    try:
        run()
    except DesktopError:
        raise
    except Exception as error:
        details = "".join(
            traceback.format_exception(type(error), error, own_frames(error.__traceback__, files))
        )
        raise ProgramFailed(what_failed(name, error), details) from error


def what_failed(name: str, error: Exception) -> str:
    if package := packaged.current():
        return what_user_is_told(package.name, error)
    if isinstance(error, SyntaxError) and error.lineno:
        return f"{name} is not valid Python: {error.msg} (line {error.lineno}). {REMEDY}"
    return f"{name} failed while it was loaded, with {type(error).__name__}. {REMEDY}"


def what_user_is_told(name: str, error: Exception) -> str:
    """Whoever runs an executable can mend nothing in it."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        return (
            f"{name} is incomplete: the module {error.name} is missing. Tell its author, who can "
            f"pack it again with the option --import {error.name}"
        )
    return (
        f"{name} failed while it was loaded, with {type(error).__name__}. Tell its author, and "
        "send the text that is shown with this message."
    )


def own_frames(frames: TracebackType | None, files: Sequence[str]) -> TracebackType | None:
    """The traceback from the program's first frame on; nothing where it never began."""
    while frames is not None and frames.tb_frame.f_code.co_filename not in files:
        frames = frames.tb_next
    return frames


def nothing_to_show(name: str) -> NothingToShow:
    if package := packaged.current():
        return NothingToShow(f"{package.name} ended without showing anything. Tell its author.")
    return NothingToShow(
        f"{name} ended without calling jp.justpy(...) or jp.serve(...), so there is nothing to "
        "show. "
        "End it with jp.justpy(your_page_function)."
    )

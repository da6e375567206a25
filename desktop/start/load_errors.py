"""Error messages for programs that fail to load, or load but show no page."""

import traceback
from collections.abc import Callable, Sequence
from types import TracebackType

from desktop.system import packaged
from desktop.system.errors import DesktopError, NothingToShow, ProgramFailed

REMEDY = "Fix it, then start it again."


def with_own_traceback(name: str, files: Sequence[str], run: Callable[[], object]) -> None:
    """Run a program's code; tracebacks begin at its own first frame.

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
        raise ProgramFailed(failure_message(name, error), details) from error


def failure_message(name: str, error: Exception) -> str:
    if package := packaged.current():
        return message_for_user(package.name, error)
    if isinstance(error, SyntaxError) and error.lineno:
        return f"{name} is not valid Python: {error.msg} (line {error.lineno}). {REMEDY}"
    return f"{name} failed while it was loaded, with {type(error).__name__}. {REMEDY}"


def message_for_user(name: str, error: Exception) -> str:
    """Users of an executable cannot fix it; its author can."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        return (
            f"{name} is incomplete: the module {error.name} is missing. Its author can pack it "
            f"again with the option --import {error.name}"
        )
    return (
        f"{name} failed while it was loaded, with {type(error).__name__}. Send the text that is "
        "shown with this message to its author."
    )


def own_frames(frames: TracebackType | None, files: Sequence[str]) -> TracebackType | None:
    """The traceback from the program's first frame on; None if it has none."""
    while frames is not None and frames.tb_frame.f_code.co_filename not in files:
        frames = frames.tb_next
    return frames


def nothing_to_show(name: str) -> NothingToShow:
    if package := packaged.current():
        return NothingToShow(
            f"{package.name} ended without showing anything. Report this to its author."
        )
    return NothingToShow(
        f"{name} ended without calling jp.justpy(...) or jp.serve(...), so there is nothing to "
        "show. End it with jp.justpy(your_page_function)."
    )

"""The modules of ours that run while something happens: `python -m tests.support.flows click`.

A process of its own, so that the profiler is there before the first thread.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import core as jp
from core import testing
from core.testing import Page

passed: set[str] = set()
recording = threading.Event()


def note(frame: FrameType, event: str, argument: object) -> None:
    """Called by Python for each call of a function, on every thread."""
    if recording.is_set() and event == "call":
        passed.add(str(frame.f_globals.get("__name__")))


@contextmanager
def recorded() -> Iterator[None]:
    recording.set()
    yield
    recording.clear()


def page() -> jp.WebPage:
    wp = jp.WebPage()
    form = jp.Form(submit=lambda msg: None, a=wp)
    jp.Input(type="file", on_progress=lambda msg: None, a=form)
    jp.Button(text="Count", click=count, a=wp)
    return wp


def count(button: jp.Button, msg: jp.Msg) -> None:
    button.text = "Counted"


def click(page: Page) -> None:
    with recorded():
        page.find("Count").click()


def upload(page: Page) -> None:
    path = Path(tempfile.mkdtemp()) / "a.txt"
    path.write_bytes(b"a byte")
    with recorded():
        page.find_all(tag="input")[0].choose(path)  # its form submits itself


FLOWS: dict[str, Callable[[Page], None]] = {"click": click, "upload": upload}


def main(name: str) -> None:
    threading.setprofile(note)
    sys.setprofile(note)
    with testing.serve(page) as user:
        FLOWS[name](user.open())
    print(*sorted(passed), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1])

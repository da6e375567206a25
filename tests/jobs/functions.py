"""Functions that the tests of jobs call in processes: a process finds them by name."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from core.jobs.working import output, report
from core.sizes import size_text
from tests.support.processes import KILL


def double(number: int) -> int:
    return number * 2


def pid(_: Any = None) -> int:
    return os.getpid()


def size_in_words(number: int) -> str:
    return size_text(number)


def steps(name: str) -> str:
    report(0.5, f"half of {name}")
    output(f"{name}.txt").write_text(name)
    return f"{name} from {os.getpid()}"


def until_cancelled(started: Path) -> None:
    started.touch()
    while True:
        report(0.1, "waiting")
        time.sleep(0.01)


def stubborn(started: Path) -> None:
    """Neither reports nor returns, and has started a process of its own."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    started.with_suffix(".new").write_text(f"{os.getpid()} {child.pid}")
    started.with_suffix(".new").rename(started)
    threading.Event().wait()


def end(how: str) -> str:
    match how:
        case "kill":
            os.kill(os.getpid(), KILL)
        case "crash":
            if sys.platform == "win32":
                os._exit(-0x3FFFFFFB)  # 0xC0000005, as Windows ends a process for a wrong address
            os.kill(os.getpid(), signal.SIGSEGV)
        case "exit":
            os._exit(3)
        case "sys.exit":
            sys.exit("no more")
        case "raise":
            raise ValueError("this is no picture")
        case "odd":
            raise Odd(1, 2)
        case "file":
            open("/nowhere/photo.jpg")  # noqa: SIM115
        case "unpicklable":
            return threading.Lock()  # type: ignore[return-value]
        case "large":
            return "x" * 100_000
        case "print":
            print("printed by a function")
            sys.stdout.flush()
    return how


class Odd(Exception):
    """Cannot be unpickled."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"odd: {one} {two}")

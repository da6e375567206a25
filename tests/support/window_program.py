"""A program that asks its window for everything possible. Each button shows the result."""

import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import core as jp
from desktop import MenuItem, run, window

SHOWN = Path(tempfile.mkdtemp()) / "shown.txt"


class Tester(jp.WebPage):
    """A page with a button for each call."""

    def __init__(self) -> None:
        super().__init__(title="Tester")
        self.outcome = jp.P(id="outcome", a=self)
        for name, call in CALLS.items():
            jp.Button(text=name, click=self.handler(name, call), classes="m-1 border", a=self)

    def handler(self, name: str, call: Callable[[], Awaitable[Any]]) -> Any:
        async def handle(msg: jp.Msg) -> None:
            self.outcome.text = "..."
            await self.update()
            try:
                self.outcome.text = f"{name}: {await call()}"
            except Exception as error:
                self.outcome.text = f"{name}: {type(error).__name__}: {error}"

        return handle


async def choose() -> list[tuple[str, bytes]]:
    return [(file.name, file.read()) for file in await window.open_files(types=".txt")]


async def keep() -> list[str]:
    (file,) = await window.open_files(multiple=False)
    return [file.save(Path("kept.txt")).read_text(), str(file.path)]


def slowly() -> Iterator[bytes]:
    for _ in range(600):
        time.sleep(0.05)
        yield b"x" * 100_000


CALLS: dict[str, Callable[[], Awaitable[Any]]] = {
    "choose": choose,
    "keep": keep,
    "save": lambda: window.save_file("report.txt", b"the report"),
    "save a file": lambda: window.save_file("other.txt", SHOWN),
    "save slowly": lambda: window.save_file("slow.bin", slowly()),
    "save two": lambda: window.save_files([SHOWN, SHOWN]),
    "folder": window.choose_folder,
    "confirm": lambda: window.confirm("Is it so?", yes="It is"),
    "confirm at once": lambda: window.confirm("Quick?", timeout=0.5),
    "notify": lambda: window.notify("Done", "All of it"),
    "title": lambda: window.set_title("Another title"),
    "maximize": window.maximize,
    "restore": window.restore,
    "minimize": window.minimize,
    "front": window.bring_to_front,
    "pin": window.always_on_top,
    "unpin": lambda: window.always_on_top(False),
    "resize": lambda: window.resize(640, 480),
    "second": lambda: window.open_window("/"),
    "close": window.close,
    "show": lambda: window.show_in_folder(SHOWN),
    "run": lambda: window.open_path(__file__),
    "fail": lambda: window.save_file("none", "/no/such/file"),
}


async def count(msg: jp.Msg) -> None:
    if isinstance(msg.page, Tester):
        msg.page.outcome.text = "counted by the menu"


def fail(msg: jp.Msg) -> None:
    raise jp.FileError("The menu could not count.")


async def leave(msg: jp.Msg) -> bool:
    return await window.confirm("Leave?", yes="Leave", no="Stay")


def tester() -> Tester:
    return Tester()


SHOWN.write_text("shown")
run(
    tester,
    title="Mine",
    width=700,
    height=500,
    menu={"Tools": {"Count": MenuItem(count, "Ctrl+E"), "Fail": MenuItem(fail, "Ctrl+F9")}},
    on_close=leave,
)

"""The pictures of docs/guide/kit.md: programs of the guide, as people see them.

A mark before a program says that there is a picture of it, and what is done before::

    <!-- picture files: Files in a grid
    give("photo.jpg", "report.pdf")
    page.get_by_label("photo.jpg").click()
    -->

The lines are Python, with ``page`` and ``expect`` of Playwright, ``folder`` (the program's, with
the files of `guide_files`), and ``give(*names)``, which puts such files into the session's folder.
A mark without lines ends in the first one. `scripts/make_pictures` writes the element below it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page, expect

from tests.support.guide_files import write_files
from tests.support.served import ROOT, Served, served

GUIDE = ROOT / "docs" / "guide" / "kit.md"
PICTURES = ROOT / "docs" / "kit"

WIDTH, HEIGHT = 760, 460

# Pages allow no eval, so `wait_for_function` cannot be used. Pictures out of sight may never load.
LOADED = """() => Promise.all([...document.images].filter((image) => image.checkVisibility() &&
    image.getBoundingClientRect().top < innerHeight).map((image) => image.decode()))"""

MARK = re.compile(
    r"^<!-- picture (?P<name>[a-z-]+): (?P<alt>[^\n]*?)(?: -->\n|\n(?P<lines>.*?)^-->\n)"
    r"(?P<element><picture>[^\n]*\n)?",
    re.MULTILINE | re.DOTALL,
)
_PROGRAM = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Picture:
    """A picture of a program of the guide.

    Attributes:
        name: of its files.
        alt: what it shows.
        lines: what is done before, as Python.
        program: the source of the program.
    """

    name: str
    alt: str
    lines: str
    program: str

    @property
    def element(self) -> str:
        """The HTML that shows it, dark to those who read in the dark."""
        source = (
            f'<source media="(prefers-color-scheme: dark)" srcset="../kit/{self.name}-dark.png">'
        )
        image = f'<img src="../kit/{self.name}.png" width="{WIDTH}" alt="{self.alt}">'
        return f"<picture>{source}{image}</picture>\n"


def pictures() -> list[Picture]:
    """The pictures of the guide, in order."""
    text = GUIDE.read_text(encoding="utf-8")
    return [_picture(text, mark) for mark in MARK.finditer(text)]


def _picture(text: str, mark: re.Match[str]) -> Picture:
    program = _PROGRAM.search(text, mark.end())
    assert program, f"There is no program after the mark of the picture {mark['name']}."
    return Picture(mark["name"], mark["alt"], mark["lines"] or "", program[1])


def with_elements(text: str) -> str:
    """The text of the guide with the element of each picture below its mark."""

    def replaced(mark: re.Match[str]) -> str:
        before = mark[0].removesuffix(mark["element"] or "\0")
        return before + _picture(text, mark).element

    return MARK.sub(replaced, text)


@contextmanager
def running(picture: Picture) -> Iterator[Served]:
    """Its program, with the files beside it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_files(folder)
        (folder / "program.py").write_text(picture.program, encoding="utf-8")
        with served(folder / "program.py", folder / "data", cwd=folder) as program:
            yield program


def show(picture: Picture, program: Served, page: Page) -> None:
    """Open the program's page, and do what the mark says."""
    page.goto(program.url)
    expect(page.locator("#components")).to_be_visible()
    page.wait_for_load_state("networkidle")
    folder = program.data.parent
    names = {"page": page, "expect": expect, "folder": folder, "give": _giver(program, page)}
    exec(compile(picture.lines, f"<picture {picture.name}>", "exec"), names)
    page.wait_for_load_state("networkidle")
    page.evaluate(LOADED)


def _giver(program: Served, page: Page) -> Callable[..., Any]:
    def give(*names: str) -> None:
        """Put files into the session's folder, and open the page again."""
        cookie = next(each for each in page.context.cookies() if "satchel" in each["name"])
        folder = program.data / "sessions" / cookie["value"].partition("-")[0]
        folder.mkdir(mode=0o700, exist_ok=True)
        for name in names:
            shutil.copy(program.data.parent / name, folder / name)
        page.reload()
        page.wait_for_load_state("networkidle")

    return give

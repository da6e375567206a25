"""The documents are true: their programs run, and the files that they name exist.

- A ```python block with an import is a program. It runs in a folder of its own; if it serves
  pages, a user opens ``/``. It must log no warning or error.
- Any other ```python block is part of a page function: it runs with ``jp``, ``request`` and the
  page ``wp``, which a user then opens.
- A ```text block after it is the text of its page or, if it serves none, its output.
- Lines between ``<!-- test`` and ``-->`` after it, which readers do not see, run too: with ``user``
  and ``page`` of `core.testing`, ``program`` (its names), and ``folder`` (where it is).
- A ```js block with a file name is such a file beside the programs of its document.
- The examples of docstrings, which are indented in docs/reference.md, run as well.
- test_documented_commands.py, which misses none, and test_clients.py run blocks of other kinds.
"""

from __future__ import annotations

import contextlib
import logging
import re
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import core.serving
from core.serving import App
from core.testing import User, serve
from tests.support.documents import DOCUMENTS, Block, beside, blocks, indented
from tests.support.guide_files import write_files
from tests.support.guide_pictures import GUIDE
from tests.support.served import ROOT

ANCHOR = re.compile(r"\]\(([^)#:]*)#([^)]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.name)
def test_block_does_what_the_document_says(
    block: Block,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    names, served = run(block, tmp_path, monkeypatch)
    if served is None:
        said = capsys.readouterr().out
        assert [words(said)] * len(block.says) == [words(text) for text in block.says]
        assert not block.tests, "it serves nothing that a user could open"
    else:
        with opened(served, tmp_path) as user:
            look(block, user, {"program": names, "folder": tmp_path, **globals()})
    assert [record.message for record in caplog.records if record.levelno >= logging.WARNING] == []


def run(
    block: Block, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[dict[str, Any], App | None]:
    """Run a block as a program; return its names and what it serves."""
    served: list[App] = []
    monkeypatch.setattr(core.serving.app, "program", App().program)
    monkeypatch.chdir(folder)
    if block.document == GUIDE:
        write_files(folder)
    for name, code in beside(block.document).items():
        (folder / name).write_text(code, encoding="utf-8")
    program = folder / "program.py"
    program.write_text(block.program, encoding="utf-8")
    with core.serving.launched_by(served.append):
        names = runpy.run_path(str(program), run_name="__main__")
    # Processes find its functions there, as they do while a program runs.
    main = ModuleType("__main__")
    vars(main).update(names)
    monkeypatch.setitem(sys.modules, "__main__", main)
    return names, served[0] if served else None


@contextlib.contextmanager
def opened(app: App, folder: Path) -> Iterator[User]:
    with serve(app, static=(folder,)) as user:
        yield user


def look(block: Block, user: User, names: dict[str, Any]) -> None:
    page = user.open()
    for text in block.says:
        assert page.text == words(text)
    for lines in block.tests:
        exec(compile(lines, block.name, "exec"), {**names, "user": user, "page": page})


COUNTER = """
import core as jp


def counter():
    page = jp.WebPage()
    count = jp.Div(text=0, a=page)

    def start():
        count.text += 1

    jp.Button(text="Count", click=start, a=page)
    jp.Button(text="Start", click=start, a=page)
    jp.Button(text="Cancel", click=lambda: None, a=page)
    return page
"""


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_indented_code_runs(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only docs/reference.md has some."""
    monkeypatch.setattr(core.serving.app, "program", App().program)
    names: dict[str, Any] = {}
    exec(COUNTER, names)
    found = indented(document)
    assert bool(found) == (document.name == "reference.md")
    with core.serving.launched_by(lambda app: None), serve(names["counter"]) as user:
        for code in found:
            exec(code, names | {"page_function": names["counter"], "page": user.open()})


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    missing = [link for link in LINK.findall(text) if not (document.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_headings(document: Path) -> None:
    found = ANCHOR.findall(document.read_text(encoding="utf-8"))
    places = [((document.parent / link) if link else document, anchor) for link, anchor in found]
    missing = [anchor for place, anchor in places if anchor not in anchors(place)]
    assert missing == []


def anchors(document: Path) -> set[str]:
    """The anchors that GitHub derives from the headings."""
    headings = HEADING.findall(document.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(
    "document", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.name
)
def test_every_document_can_be_found(document: Path) -> None:
    others = [path for path in DOCUMENTS if path != document]
    assert any(document.resolve() in targets(other) for other in others)


def targets(document: Path) -> set[Path]:
    text = document.read_text(encoding="utf-8")
    return {(document.parent / link).resolve() for link in LINK.findall(text)}

"""What the documents say: their programs run, and the files that they name are there."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

import core.serving
from core.serving import App
from core.testing import serve
from tests.served import ROOT

DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)\)")


def blocks() -> list[tuple[str, str]]:
    found = []
    for document in DOCUMENTS:
        for number, source in enumerate(BLOCK.findall(document.read_text())):
            found.append((f"{document.relative_to(ROOT)}#{number}", source))
    return found


@pytest.mark.parametrize(("name", "source"), blocks(), ids=[name for name, _ in blocks()])
def test_block_runs(
    name: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[App] = []
    monkeypatch.setattr(core.serving, "launcher", served.append)
    program = tmp_path / "program.py"
    program.write_text(source)
    runpy.run_path(str(program), run_name="__main__")
    for each in served:
        assert each.program.function is not None
        with serve(each.program.function) as user:
            assert user.open().document


def test_the_readmes_program_keeps_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "program.py").write_text(BLOCK.findall((ROOT / "README.md").read_text())[0])
    served: list[App] = []
    monkeypatch.setattr(core.serving, "launcher", served.append)
    runpy.run_path(str(tmp_path / "program.py"), run_name="__main__")
    sent = tmp_path / "a #1 100%.txt"
    sent.write_bytes(b"content")
    with serve(served[0].program.function) as user:
        page = user.open()
        page.find("Files to keep").choose(sent)
        page.find("Upload").click()
        assert page.find(sent.name, role="link").download().content == b"content"
        assert sent.name in user.open().text


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    missing = [
        link for link in LINK.findall(document.read_text()) if not (document.parent / link).exists()
    ]
    assert missing == []

"""The program with a plain HTML form in docs/uploads.md does what the document says."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Serve
from tests.support.documents import blocks_of
from tests.support.served import ROOT, Served
from tests.uploads.test_clients import blocks

pytestmark = pytest.mark.browser


@pytest.fixture
def documented(serve: Serve, tmp_path: Path) -> Served:
    [block] = [b for b in blocks_of(ROOT / "docs" / "uploads.md") if "request.received()" in b.code]
    program = tmp_path / "program.py"
    program.write_text(block.program, encoding="utf-8")
    return serve(program)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff" + bytes(100_000))
    return path


def kept(served: Served) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for session in served.sessions for p in session.iterdir()}


def test_the_form_of_the_document_keeps_its_files(
    documented: Served, page: Page, photo: Path
) -> None:
    page.goto(documented.url)
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Photos").set_input_files(photo)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Thank you, Ada.")).to_be_visible()
    assert kept(documented) == {"photo.jpg": photo.read_bytes()}


def test_curl_sends_it_as_the_document_says(documented: Served, photo: Path) -> None:
    bearer = photo.parent / "bearer"
    bearer.write_text(f"Authorization: Bearer {documented.token}\n")
    [command] = [block for block in blocks("sh") if "--form" in block]
    done = subprocess.run(
        ["sh", "-euc", command],
        cwd=photo.parent,
        env={**os.environ, "SATCHEL": documented.origin},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "Thank you, Ada."
    assert kept(documented) == {"photo.jpg": photo.read_bytes()}

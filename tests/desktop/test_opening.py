"""Which files are never opened, since opening them could run them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.errors import OpenRefused
from desktop.files.opener import is_program, open_file
from tests.support.samples import png_header
from tests.support.served import ROOT
from tests.support.windows import not_on_windows


@pytest.fixture
def put(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    name, content, mode = request.param
    path = tmp_path / str(name)
    path.write_bytes(content)
    path.chmod(mode)
    return path


@pytest.mark.parametrize(
    "put",
    [
        ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(99), 0o777),  # as exFAT and NTFS show all files
        ("photo.png", png_header(2, 2), 0o755),
        ("notes.txt", b"hello", 0o777),
        ("README", b"hello", 0o777),
        ("spectrum.csv", b"MZ,Intensity\n1,2\n", 0o644),
        ("notes.txt", b"#!important: call back", 0o644),
    ],
    ids=lambda each: each[0],
    indirect=True,
)
def test_documents_are_no_programs_whatever_their_rights(put: Path) -> None:
    assert not is_program(put)


@pytest.mark.parametrize(
    "put",
    [
        ("photo.exe", b"", 0o644),
        ("photo.jpg", b"MZ" + bytes(99), 0o644),
        ("photo.jpg", b"\x7fELF" + bytes(99), 0o644),
        ("photo.jpg", b"#!/bin/sh\n", 0o644),
        ("photo.jpg", b"#! /usr/bin/env python3\n", 0o644),
        ("photo.jpg", b"\xce\xfa\xed\xfe" + bytes(99), 0o644),
        ("photo", b"\n[Desktop Entry]\nExec=evil\n", 0o644),
        ("photo.desktop", b"", 0o644),
    ],
    ids=str,
    indirect=True,
)
def test_programs_are_not_opened_whatever_their_rights(put: Path) -> None:
    with pytest.raises(OpenRefused, match="is a program or a script"):
        open_file(put)


@pytest.mark.parametrize(
    "put", [("run", b"echo", 0o755), ("photo.jpg", b"\xff\xd8\xff", 0o755)], indirect=True
)
@not_on_windows("files have no right to be executed")
def test_rights_count_where_the_finder_goes_by_them(
    put: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It runs files without an ending in its terminal."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert is_program(put) == (put.name == "run")


@pytest.mark.skipif(sys.platform == "win32", reason="the browser is a script of the shell")
def test_a_link_to_the_web_opens_in_the_browser(tmp_path: Path) -> None:
    browser, link = tmp_path / "browser", tmp_path / "A story.url"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{tmp_path}/opened"\n')
    browser.chmod(0o755)
    link.write_text("[InternetShortcut]\r\nURL=https://example.org/a%20b?c=d\r\n")
    program = (
        "import sys; from pathlib import Path; from desktop.files.opener import open_file; "
        "open_file(Path(sys.argv[1]))"
    )
    environment = os.environ | {"BROWSER": str(browser), "DISPLAY": ""}
    command = [sys.executable, "-c", program, str(link)]
    subprocess.run(command, check=True, env=environment, cwd=ROOT, timeout=60)
    assert (tmp_path / "opened").read_text() == "https://example.org/a%20b?c=d"


@pytest.mark.parametrize(
    "content",
    [
        "[InternetShortcut]\nURL=file:///bin/sh\n",
        "[InternetShortcut]\nURL=javascript:alert(1)\n",
        "[InternetShortcut]\nURL=https:\n",
        "[InternetShortcut]\nURL=http://[\n",
        "[Other]\nURL=https://example.org/\n",
        "URL=https://example.org/\n",
        "[InternetShortcut]\nIconFile=\\\\evil\\share\n",
        "",
    ],
)
def test_a_link_to_anything_else_is_not_opened(tmp_path: Path, content: str) -> None:
    link = tmp_path / "link.url"
    link.write_text(content)
    with pytest.raises(OpenRefused, match="is a program or a script"):
        open_file(link)

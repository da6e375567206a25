"""Which files are never opened, since opening them could run them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.errors import OpenRefused
from desktop.files.opener import is_program, open_file
from tests.support.samples import png_header


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
def test_rights_count_where_the_finder_goes_by_them(
    put: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It runs files without an ending in its terminal."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert is_program(put) == (put.name == "run")

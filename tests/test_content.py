"""What files are by their first bytes, and what an input's ``accept`` makes of that."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from core.files.content import content_type
from core.files.received import File
from core.files.rules import FileRules


def picture(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, form)
    return out.getvalue()


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return out.getvalue()


PAGE = b"\n<!DOCTYPE html><title>x</title>"
DRAWING = b'<?xml version="1.0"?>\n<!-- a > b -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'
WORDS = archive("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (picture("PNG"), "image/png"),
        (picture("JPEG"), "image/jpeg"),
        (DRAWING, "image/svg+xml"),
        (b"<svg><script>alert(1)</script></svg>", "image/svg+xml"),
        (b"<!DOCTYPE  html><title>x</title>", "text/html"),
        (PAGE, "text/html"),
        (b"\xef\xbb\xbf  <script>alert(1)</script>", "text/html"),
        (b"\xff\xfe" + "<html>".encode("utf-16-le"), "text/html"),
        (b"MZ" + bytes(100), "application/x-executable"),
        (b"\x7fELF\x02\x01" + bytes(100), "application/x-executable"),
        (b"#!/bin/sh\nrm -rf ~\n", "text/x-shellscript"),
        (b"a,b\n1,2\n", "text/plain"),
        ("ä".encode() * 8192, "text/plain"),
        (b"x" + "ä".encode() * 8192, "text/plain"),  # what we look at ends within a character
        ("ü".encode("latin-1") + b" text\n", "text/plain"),
        (b"\x00\x01\x02\x03", ""),
        (b"\xff\x00\x01\x02", ""),
        (b"", "empty"),
    ],
)
def test_content_tells_the_type(tmp_path: Path, content: bytes, wanted: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    assert content_type(path) == wanted


def judged(tmp_path: Path, accept: str, name: str, content: bytes, claimed: str = "") -> str:
    path = tmp_path / "received"
    path.write_bytes(content)
    file = File(name, len(content), claimed, 0, path)
    accepted = FileRules(accept=accept).sort_out([file])
    assert bool(accepted) is not bool(file.error)
    return file.error


@pytest.mark.parametrize(
    ("accept", "name", "content"),
    [
        ("", "x.exe", b"MZ" + bytes(100)),
        ("image/*", "x.jpg", picture("JPEG")),
        ("image/*", "x.jpg", picture("PNG")),  # which browsers show all the same
        ("image/*", "x.svg", DRAWING),
        ("image/*", "x.ppm", picture("PPM")),  # a format whose signature we do not know
        (" .PNG , text/csv", "a.png", picture("PNG")),
        (".csv", "a.CSV", b"a,b\n"),
        (".csv", "a.csv", b""),
        ("text/*", "a.html", PAGE),
        (".py", "a.py", b"#!/usr/bin/env python3\n"),
        ("application/json", "a.json", b"{}"),
        (".docx", "a.docx", WORDS),
        (".docx", "a.docx", archive("word/document.xml")),
        ("audio/*", "a.ogg", b"OggS" + bytes(100)),
        ("audio/*", "a.m4a", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(99)),
        (".xyz", "a.xyz", b"\0\1\2"),
    ],
)
def test_what_is_what_it_says_is_accepted(
    tmp_path: Path, accept: str, name: str, content: bytes
) -> None:
    assert judged(tmp_path, accept, name, content) == ""


@pytest.mark.parametrize(
    ("accept", "name", "content", "problem"),
    [
        ("image/*", "x.jpg", PAGE, "“x.jpg” is not a picture (its content is a web page)."),
        ("image/*", "x.svg", PAGE, "“x.svg” is not a picture (its content is a web page)."),
        ("image/*", "x.jpg", b"MZ\0", "“x.jpg” is not a picture (its content is a program)."),
        ("image/*", "x.ppm", b"MZ\0", "“x.ppm” is not a picture (its content is a program)."),
        ("image/*", "x.jpg", b"hello", "“x.jpg” is not a picture (its content is text)."),
        ("image/*", "x.jpg", b"\0\1\2", "“x.jpg” is not a picture (its content is unknown)."),
        ("image/*", "x.jpg", b"", "“x.jpg” is empty: choose a picture."),
        ("image/*", "x.txt", b"hello", "“x.txt” is not accepted here: choose a picture."),
        ("text/csv", "x.txt", b"hello", "“x.txt” is not accepted here: choose text/csv."),
        ("image/png", "x.jpg", b"", "“x.jpg” is not accepted here: choose image/png."),
        (
            "image/png",
            "x.png",
            picture("JPEG"),
            "“x.png” is not image/png (its content is image/jpeg).",
        ),
        (".pdf,video/*", "x.pdf", WORDS, "“x.pdf” is not .pdf or a video (its content is "),
        (".csv", "x.csv", b"MZ\0\0", "“x.csv” is not .csv (its content is a program)."),
        (".csv", "x.csv", picture("PNG"), "“x.csv” is not .csv (its content is a picture)."),
        (".docx", "x.docx", PAGE, "“x.docx” is not .docx (its content is a web page)."),
    ],
)
def test_what_is_something_else_is_refused(
    tmp_path: Path, accept: str, name: str, content: bytes, problem: str
) -> None:
    assert judged(tmp_path, accept, name, content).startswith(problem)


def test_claimed_type_opens_no_door(tmp_path: Path) -> None:
    error = judged(tmp_path, "image/*", "x.exe", b"MZ\0", claimed="image/png")
    assert error == "“x.exe” is not a picture (its content is a program)."


def test_only_files_that_are_too_many_are_refused(tmp_path: Path) -> None:
    def files(*sizes: int) -> list[File]:
        return [File(f"{n}", size, "", 0, tmp_path / "x") for n, size in enumerate(sizes)]

    def outcome(rules: FileRules, *sizes: int) -> list[str]:
        given = files(*sizes)
        accepted = rules.sort_out(given)
        assert accepted == [file for file in given if not file.error]
        return [file.error for file in given]

    assert outcome(FileRules(max_size=10), 10, 11) == [
        "",
        "“1” has 11 bytes; at most 10 bytes are accepted.",
    ]
    assert outcome(FileRules(max_size=2_000_000), 2_000_001) == [
        "“0” has 2,000,001 bytes; at most 2,000,000 are accepted.",
    ]
    assert outcome(FileRules(max_files=2, max_size=5), 9, 1, 1, 1) == [
        "“0” has 9 bytes; at most 5 bytes are accepted.",
        "",
        "",
        "“3” is one file too many: at most 2 are accepted.",
    ]
    assert outcome(FileRules(max_total=10), 6, 6, 4) == [
        "",
        "With “1” the files have 12 bytes; at most 10 bytes are accepted.",
        "",
    ]

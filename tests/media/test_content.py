"""The types of files by their first bytes, and whether an input's ``accept`` lets them in."""

from __future__ import annotations

import io
import json
import mimetypes
import subprocess
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from core.files.received_file import File
from core.media.accept import suffixes
from core.media.format_names import describe_accept
from core.media.sniffing import sniff
from core.testing.file_chooser import ChosenFile
from core.uploads.file_rules import FileRules
from desktop.windows.dialogs import ALL_FILES, filters
from tests.support.served import ROOT


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
    assert sniff(path) == wanted


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
    ("accept", "name", "content", "wanted", "found"),
    [
        ("image/*", "x.jpg", PAGE, "pictures", "a web page"),
        ("image/*", "x.svg", PAGE, "pictures", "a web page"),
        ("image/*", "x.jpg", b"MZ\0", "pictures", "a program"),
        ("image/*", "x.ppm", b"MZ\0", "pictures", "a program"),
        ("image/*", "x.jpg", b"hello", "pictures", "text"),
        ("image/*", "x.jpg", b"\0\1\2", "pictures", "unknown"),
        ("image/*", "x.txt", b"hello", "pictures", ""),
        ("text/csv", "x.txt", b"hello", "CSV files", ""),
        ("image/png", "x.jpg", b"", "PNG pictures", ""),
        ("image/png", "x.png", picture("JPEG"), "PNG pictures", "JPEG"),
        (".pdf,video/*", "x.pdf", WORDS, "PDFs and videos", "a document"),
        (".csv", "x.csv", b"MZ\0\0", ".csv files", "a program"),
        (".csv", "x.csv", picture("PNG"), ".csv files", "a picture"),
        (".docx", "x.docx", PAGE, ".docx files", "a web page"),
    ],
)
def test_what_is_something_else_is_refused(
    tmp_path: Path, accept: str, name: str, content: bytes, wanted: str, found: str
) -> None:
    problem = f"“{name}” is not accepted here: only {wanted} can be sent"
    problem += f" (its content is {found})." if found else "."
    assert judged(tmp_path, accept, name, content) == problem


def test_an_empty_file_is_called_empty(tmp_path: Path) -> None:
    error = judged(tmp_path, "image/*", "x.jpg", b"")
    assert error == "“x.jpg” is empty: only pictures can be sent."


ACCEPTED = {
    "image/*, .PDF": "pictures and PDFs",
    "application/pdf,.pdf": "PDFs",
    "audio/*,video/*,.svgz": "sounds, videos, and .svgz files",
    ".pdf,.docx": "PDFs and .docx files",
    "image/png,image/jpeg": "PNG pictures and JPEG pictures",
    "image/svg+xml,image/vnd.adobe.photoshop": "SVG pictures and photoshop pictures",
    "audio/mpeg,audio/x-wav,video/quicktime": ".mp3 files, WAV sounds, and quicktime videos",
    "text/*,text/csv,application/json": "texts, CSV files, and JSON files",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx files",
    "application/zip,application/vnd.rar,font/*": "ZIP archives, RAR files, and font files",
    "*/*": "files",
    "": "files",
}


def test_what_is_accepted_is_said_in_the_same_words_before_and_after_it_is_sent() -> None:
    script = "import { describeAccept } from './assets/client/uploads/accept.js';"
    script += f"console.log(JSON.stringify({json.dumps(list(ACCEPTED))}.map(describeAccept)));"
    command = ["node", "--input-type=module", "-e", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == list(ACCEPTED.values())
    assert [describe_accept(accept) for accept in ACCEPTED] == list(ACCEPTED.values())


@pytest.mark.parametrize(
    ("accept", "some"),
    [
        (" .PDF ,.x", {".pdf", ".x"}),
        ("image/*", {".jpg", ".heic", ".avif", ".svgz", ".cr2"}),
        ("image/jpg,audio/mp3", {".jpg", ".jpeg", ".mp3"}),
        ("video/*", {".mp4", ".mkv", ".ts"}),
        ("application/gzip", {".gz", ".tgz"}),
    ],
)
def test_a_dialog_offers_what_is_accepted(accept: str, some: set[str]) -> None:
    found = suffixes(accept)
    assert some <= {*found} and ".txt" not in found
    [files, everything] = filters(accept)
    assert files == f"Files ({' '.join(f'*{each}' for each in found)})" and everything == ALL_FILES


@pytest.mark.parametrize("accept", ["", "*/*", "image/*,application/octet-stream", "a/b"])
def test_a_dialog_offers_all_where_no_name_is_wrong(accept: str) -> None:
    assert filters(accept) == [ALL_FILES]


def test_no_system_has_a_say_in_what_a_dialog_offers(monkeypatch: pytest.MonkeyPatch) -> None:
    before = filters("image/*")
    for known in (".jpg", ".heic"):
        monkeypatch.delitem(mimetypes.types_map, known, raising=False)
    monkeypatch.setitem(mimetypes.types_map, ".picture", "image/x-of-this-machine")
    assert filters("image/*") == before


def test_no_system_has_a_say_in_the_type_that_a_test_user_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"")
    monkeypatch.setitem(mimetypes.types_map, ".jpg", "image/x-of-this-machine")
    assert ChosenFile(path).described()["type"] == "image/jpeg"
    assert ChosenFile(path.rename(tmp_path / "photo.unheard")).described()["type"] == ""


def test_claimed_type_opens_no_door(tmp_path: Path) -> None:
    error = judged(tmp_path, "image/*", "x.exe", b"MZ\0", claimed="image/png")
    assert (
        error
        == "“x.exe” is not accepted here: only pictures can be sent (its content is a program)."
    )


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

"""Small contents of every kind, and the names of those kinds in refusals."""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import dataclass

from tests.support.samples import image


@dataclass(frozen=True)
class Specimen:
    """A file.

    Attributes:
        reason: what its content is, if an input refuses it; empty if it is accepted.
    """

    name: str
    content: bytes
    reason: str = ""


def picture(form: str, mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    image().resize((8, 8)).convert(mode).save(out, form, **options)
    return out.getvalue()


def archive(*names: str, first: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, first)
    return out.getvalue()


def box(name: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", 8 + len(content)) + name + content


def brands(major: str, *others: str) -> bytes:
    content = major.encode() + bytes(4) + "".join(others).encode()
    return box(b"ftyp", content) + box(b"mdat", bytes(64))


def stream(size: int, before: int = 0) -> bytes:
    packet = bytes(before) + b"G\x40\x11\x10" + b"\xff" * 184
    assert len(packet) == size
    return packet * 3


WAVE = b"RIFF\x24\0\0\0WAVEfmt " + bytes(99)
ENTITIES = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!-- Generator: Adobe Illustrator -->\n'
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd" [\n'
    '<!ENTITY ns_svg "http://www.w3.org/2000/svg">\n<!ENTITY ns_ai "http://ns.adobe.com/]/">\n'
    "<!-- ]> -->\n]>\n"
    '<svg xmlns="&ns_svg;"/>'
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
PAGE = b"\n<!DOCTYPE html><title>x</title>"
PROGRAM = b"MZ\x90\0\3" + bytes(99)
ELF = b"\x7fELF\x02\x01" + bytes(99)
SCRIPT = b"#!/bin/sh\nrm -rf ~\n"
TIFF = picture("TIFF")
NOISE = b"\0\1\2\3" * 9
SOUND = b"ID3\4\0\0\0\0\0\0\xff\xfb\x90\x64" + bytes(99)
TAR = b"a.txt" + bytes(252) + b"ustar\00000" + bytes(248)
WORDS = archive("[Content_Types].xml", "word/document.xml")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
FORM = "FORM\0\0\0\x40{}COMM".format
PICTURE, TEXT, WEB = "a picture", "text", "a web page"


def made(text: str) -> list[bytes]:
    """Text in the encodings that common programs write."""
    wide = [text.encode(code) for code in ("utf-16", "utf-16-le", "utf-16-be", "utf-32")]
    return [text.encode(), text.encode("utf-8-sig"), *wide]

"""Small files of every kind, with odd ones of each, and what a file input makes of them."""

from __future__ import annotations

from tests.support.samples import animated_png, heic, pdf, video
from tests.support.specimens import (
    ELF,
    ENTITIES,
    FORM,
    NOISE,
    OLE,
    PAGE,
    PICTURE,
    PROGRAM,
    SCRIPT,
    SOUND,
    SVG,
    TAR,
    TEXT,
    TIFF,
    WAVE,
    WEB,
    WORDS,
    Specimen,
    archive,
    box,
    brands,
    made,
    picture,
    stream,
)


def beginnings() -> list[Specimen]:
    """Texts that begin like binaries."""
    letters = """BM BMI MZ ID3 GIF GIF89a FLV FWS CWS PK OggS fLaC MThd 8BPS RIFF BZh Rar! NES Cr24
        MSCF LZIP wOFF OTTO AC10 II* MM PDF %PDF %! P1 P6 7z FORM 7zXZ SQLite ftyp JFIF Exif ELF
        WEBP GIF87a true typ1 CD001 ustar"""
    starts = letters.split()
    return [
        Specimen(f"begins {number} {start[:3].strip('*%!')}.csv", f"{start},Age\n1,2\n".encode())
        for number, start in enumerate(starts)
    ]


def pictures() -> list[Specimen]:
    plain = {
        "png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP", "bmp": "BMP", "tif": "TIFF",
        "ico": "ICO", "ppm": "PPM", "tga": "TGA", "jp2": "JPEG2000", "pcx": "PCX", "dib": "DIB",
    }  # fmt: skip
    raws = {
        "dng": TIFF, "nef": TIFF, "arw": TIFF, "cr2": TIFF[:8] + b"CR\2\0" + TIFF[12:],
        "rw2": b"IIU\0" + bytes(99), "orf": b"IIRO" + bytes(99),
        "raf": b"FUJIFILMCCD-RAW " + bytes(99),
        "cr3": brands("crx ", "crx ", "isom"), "crw": b"II\x1a\0\0\0HEAPCCDR", "x3f": b"FOVb\0\0",
    }  # fmt: skip
    heifs = [
        ("heic", "heic"),
        ("heix", "heix"),
        ("mif1", "heic"),
        ("msf1", "hevc"),
        ("heim", "mif1"),
    ]
    good = {
        **{f"a.{end}": picture(form) for end, form in plain.items() if end not in ("pcx", "dib")},
        **{f"raw.{end}": content for end, content in raws.items()},
        **{f"{major}-{other}.heic": brands(major, other) for major, other in heifs},
        "mif1.heif": brands("mif1", "mif1"),
        "real.heic": heic(),
        "mif1.avif": brands("mif1", "avif", "miaf"),
        "avis.avif": brands("avis", "avif"),
        "gray.png": picture("PNG", "L"),
        "moving.png": animated_png(),
        "moving.apng": animated_png(),
        "png in truth.jpg": picture("PNG"),
        "a.jfif": picture("JPEG"),
        "a.jpe": picture("JPEG"),
        "PHOTO.JPG": picture("JPEG"),
        "big endian.tif": b"MM\0*\0\0\0\x08" + bytes(99),
        "big.tif": b"II+\0\x08\0\0\0" + bytes(99),
        "old.bmp": b"BM" + bytes(12) + b"\x0c\0\0\0" + bytes(99),
        "pointer.cur": b"\0\0\2\0\1\0" + bytes(99),
        "codestream.jxl": b"\xff\x0a" + bytes(99),
        "container.jxl": b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(99),
        "a.psd": b"8BPS\0\1" + bytes(99),
        "letters.ppm": b"P3\n# made by hand\n1 1\n255\n1 2 3\n",
        "a.xbm": b"#define x_width 8\n#define x_height 8\nstatic char x_bits[] = {0};\n",
        "a.xpm": b'/* XPM */\nstatic char *x[] = {"1 1 1 1"};\n',
        "plain.svg": SVG.encode(),
        "illustrator.svg": ENTITIES.encode(),
        "long comment.svg": f"<?xml version='1.0'?><!-- {'x' * 9000} -->{SVG}".encode(),
        "prefix.svg": b'<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>',
        "styled.svg": b'<?xml-stylesheet href="a.css"?>' + SVG.encode(),
        "wide.svg": ENTITIES.encode("utf-16"),
        "packed.svgz": b"\x1f\x8b\x08" + bytes(30),
    }
    bad = [
        Specimen("text.jpg", b"hello", TEXT),
        Specimen("letters.jpg", b"BMI,Age\n", TEXT),
        Specimen("page.svg", PAGE, WEB),
        Specimen("page.jpg", PAGE, WEB),
        Specimen("program.png", PROGRAM, "a program"),
        Specimen("elf.ppm", ELF, "a program"),
        Specimen("script.dng", SCRIPT, "a program"),
        Specimen("noise.jpg", NOISE, "unknown"),
        Specimen("noise.heic", NOISE, "unknown"),
        Specimen("sound.jpg", SOUND, "a sound"),
        Specimen("a document.png", pdf(), "a PDF"),
    ]
    return [Specimen(*item) for item in good.items()] + bad


def sounds() -> list[Specimen]:
    good = {
        "a.mp3": SOUND,
        "frames.mp3": b"\xff\xfb\x90\x64" + bytes(99),
        "silence first.mp3": bytes(99) + b"\xff\xfb\x90\x64",
        "a.wav": WAVE,
        "long.wav": b"RF64\xff\xff\xff\xffWAVEds64" + bytes(99),
        "a.flac": b"fLaC\0\0\0\x22" + bytes(99),
        "a.ogg": b"OggS\0\2" + bytes(99),
        "a.opus": b"OggS\0\2" + bytes(22) + b"OpusHead",
        "a.oga": b"OggS\0\2" + bytes(99),
        "a.m4a": brands("M4A ", "mp42", "isom"),
        "book.m4b": brands("M4B ", "mp42"),
        "odd brand.m4a": brands("dash", "iso6"),
        "a.aac": b"\xff\xf1\x50\x80\x01\x7f\xfc" + bytes(99),
        "a.aiff": FORM("AIFF").encode() + bytes(99),
        "a.aifc": FORM("AIFC").encode() + bytes(99),
        "a.amr": b"#!AMR\n\x3c" + bytes(99),
        "a.mid": b"MThd\0\0\0\6\0\1" + bytes(99),
        "a.wma": b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9" + bytes(99),
        "a.weba": b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm" + bytes(99),
        "a.au": b".snd\0\0\0\x18" + bytes(99),
    }
    bad = [
        Specimen("text.mp3", b"ID3,Age\n", TEXT),
        Specimen("page.wav", PAGE, WEB),
        Specimen("program.mp3", PROGRAM, "a program"),
        Specimen("photo.flac", picture("JPEG"), PICTURE),
        Specimen("noise.ogg", NOISE, "unknown"),
        Specimen("archive.m4a", WORDS, "a document"),
    ]
    return [Specimen(*item) for item in good.items()] + bad


def videos() -> list[Specimen]:
    kinds = {
        "mp4": "mp4", "mov": "mov", "mkv": "matroska", "webm": "webm", "avi": "avi",
        "mts": "mpegts", "mpg": "mpeg", "flv": "flv", "wmv": "asf",
    }  # fmt: skip
    good = {
        **{f"a.{end}": video(kind, seconds=1) for end, kind in kinds.items()},
        "a.ts": stream(188),
        "camera.m2ts": stream(192, 4),
        "old.mov": box(b"moov", box(b"mvhd", bytes(100))),
        "old wide.mov": box(b"wide") + box(b"mdat", bytes(64)),
        "free.mp4": box(b"free", bytes(8)) + box(b"mdat", bytes(64)),
        "brand.mp4": brands("xxxx", "isom"),
        "apple.m4v": brands("M4V ", "M4A ", "mp42"),
        "phone.3gp": brands("3gp4", "isom"),
        "raw.mpg": b"\0\0\1\xb3" + bytes(99),
    }
    bad = [
        Specimen("text.mp4", b"hello", TEXT),
        Specimen("letters.flv", b"FLV,Age", TEXT),
        Specimen("program.mkv", ELF, "a program"),
        Specimen("photo.mov", picture("PNG"), PICTURE),
        Specimen("noise.mp4", NOISE, "unknown"),
        Specimen("typescript.ts", b"const a: number = 1;\n", TEXT),
    ]
    return [Specimen(*item) for item in good.items()] + bad


def texts() -> list[Specimen]:
    good = {
        **{f"code {n}.txt": content for n, content in enumerate(made("Größe, naïve\n"))},
        "latin.txt": "Größe\n".encode("latin-1"),
        "japanese.txt": "日本語".encode("shift-jis"),
        "chinese.txt": "简体中文".encode("gb18030"),
        "iso-2022.txt": "日本語".encode("iso-2022-jp"),
        "dos.txt": b"end of file\r\n\x1a",
        "empty.csv": b"",
        "cut.txt": b"x" + "ä".encode() * 5000,
        "cut wide.txt": ("x" + "😀" * 5000).encode("utf-16"),
        "a.html": PAGE,
        "a.css": b"a {}",
        "a.py": b"#!/usr/bin/env python3\n",
        "a.md": b"# Title\n",
        "a.tsv": b"a\tb\n",
        "comment.csv": b"#! made by hand\n1,2\n",
        "a.xml": b"<!DOCTYPE note [<!ENTITY a 'b'>]><note/>",
        "drawing.xml": ENTITIES.encode(),
    }
    bad = [
        Specimen("program.txt", PROGRAM, "a program"),
        Specimen("elf.csv", ELF, "a program"),
        Specimen("photo.csv", picture("PNG"), PICTURE),
        Specimen("bitmap.csv", picture("BMP"), PICTURE),
        Specimen("noise.txt", NOISE, "unknown"),
        Specimen("a document.txt", pdf(), "a PDF"),
        Specimen("archive.csv", WORDS, "a document"),
    ]
    return [*(Specimen(*item) for item in good.items()), *beginnings(), *bad]


def documents() -> list[Specimen]:
    good = {
        "a.pdf": pdf(),
        "line break.pdf": b"\r\n" + pdf(),
        "mark.pdf": b"\xef\xbb\xbf" + pdf(),
        "printer.pdf": b"\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n" + pdf(),
        "junk.pdf": b"\0\1\2junk\n" + pdf(),
        "a.docx": WORDS,
        "bare.docx": archive("word/document.xml"),
        "locked.docx": OLE,
        "a.xlsx": archive("[Content_Types].xml", "xl/workbook.xml"),
        "a.odt": archive("mimetype", first=b"application/vnd.oasis.opendocument.text"),
        "a.epub": archive("mimetype", first=b"application/epub+zip"),
        "a.doc": OLE,
        "rich.doc": b"{\\rtf1 hello}",
        "a.rtf": b"{\\rtf1 hello}",
        "text.xls": b"a\tb\n",
    }
    bad = [
        Specimen("text.pdf", b"PDF,Age\n", TEXT),
        Specimen("noise.pdf", NOISE, "unknown"),
        Specimen("page.docx", PAGE, WEB),
        Specimen("photo.docx", picture("PNG"), PICTURE),
        Specimen("words.pdf", WORDS, "a document"),
        Specimen("program.doc", PROGRAM, "a program"),
    ]
    return [Specimen(*item) for item in good.items()] + bad


def archives() -> list[Specimen]:
    good = {
        "a.zip": archive("a.txt"),
        "empty.zip": b"PK\5\6" + bytes(18),
        "words.zip": WORDS,
        "a.gz": b"\x1f\x8b\x08" + bytes(30),
        "a.tar.gz": b"\x1f\x8b\x08" + bytes(30),
        "a.tgz": b"\x1f\x8b\x08" + bytes(30),
        "a.tar": TAR,
        "old.tar": b"a.txt" + bytes(507),
        "a.7z": b"7z\xbc\xaf\x27\x1c\0\4" + bytes(99),
        "a.rar": b"Rar!\x1a\x07\x01\0" + bytes(99),
    }
    bad = [
        Specimen("text.zip", b"PK,Age\n", TEXT),
        Specimen("photo.zip", picture("GIF"), PICTURE),
        Specimen("program.rar", PROGRAM, "a program"),
        Specimen("page.gz", PAGE, WEB),
    ]
    return [Specimen(*item) for item in good.items()] + bad


def others() -> list[Specimen]:
    good = {
        "a.bin": NOISE,
        "a.exe": PROGRAM,
        "elf.bin": ELF,
        "a.ttf": b"\0\1\0\0\0" + bytes(99),
        "a.woff2": b"wOF2\0\1\0\0" + bytes(99),
        "a.eml": b"From: a@b.c\n\nhello\n",
        "a.json": b"{}",
        "a.js": b"alert(1)",
        "a.yaml": b"a: b\n",
        "a.stl": b"solid x\nendsolid x\n",
        "a.sqlite": b"SQLite format 3\0" + bytes(99),
    }
    bad = [
        Specimen("photo.json", picture("PNG"), PICTURE),
        Specimen("program.ttf", PROGRAM, "a program"),
    ]
    return [Specimen(*item) for item in good.items()] + bad


GROUPS = {
    "image/*,.xbm": pictures(),
    "audio/*,audio/mp3": sounds(),
    "video/*": videos(),
    "text/*": texts(),
    ".pdf,.docx,.xlsx,.odt,.epub,.doc,.xls,application/rtf": documents(),
    "application/x-zip-compressed,application/x-gzip,.tgz,.tar,.7z,application/x-rar": archives(),
    ".bin,.exe,font/*,message/rfc822,application/json,.js,text/yaml,.stl,.sqlite": others(),
}
"""What an input accepts, and the files that it is given."""

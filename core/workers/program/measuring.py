"""What the headers of a file say: its pixels, its pages, its length. Nothing is decoded."""

import contextlib
import json
import re
from typing import Any, BinaryIO

from PIL import Image

from .errors import Unsuitable
from .formats import HEAD, PHOTO_FORMATS, decoder_missing, detect

_EXIF, _TAKEN = 0x8769, 0x9003  # Exif 2.32: the private directory, and DateTimeOriginal in it
_TIME = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)")

_SOUNDS = (
    (0, b"ID3", "mp3"),
    (0, b"\xff\xfb", "mp3"),
    (0, b"\xff\xf3", "mp3"),
    (0, b"\xff\xf2", "mp3"),
    (0, b"\xff\xf1", "aac"),
    (0, b"\xff\xf9", "aac"),
    (0, b"fLaC", "flac"),
    (8, b"WAVE", "wav"),
    (8, b"AIFF", "aiff"),
    (8, b"AIFC", "aiff"),
)
"""Offset, signature and FFmpeg's demuxer, as of videos in `formats`."""


def measure(source: str, target: str) -> None:
    """Write what is known as JSON, in which any of these may be missing: ``pixels`` (width and
    height), ``taken`` (when, by the camera's clock), ``pages``, ``seconds``.

    Raises Unsuitable if nothing is known about the format.
    """
    with open(source, "rb") as file:
        head = file.read(HEAD)
        file.seek(0)
        found = _measured(head, file)
    with open(target, "w", encoding="utf-8") as written:
        json.dump(found, written)


def _measured(head: bytes, file: BinaryIO) -> dict[str, Any]:
    for start, signature, demuxer in _SOUNDS:
        if head.startswith(signature, start):
            return _media(demuxer, file)
    found = detect(head)
    if found.decoder == "pdf":
        return _document(file)
    if found.decoder == "video":
        return _media(found.demuxer, file)
    if found.decoder == "heif":
        try:
            import pillow_heif
        except ImportError:
            raise decoder_missing("heif") from None
        pillow_heif.register_heif_opener(decode_threads=1)
        return _picture(file, ["HEIF"])
    return _picture(file, PHOTO_FORMATS)


def _picture(file: BinaryIO, formats: list[str]) -> dict[str, Any]:
    with Image.open(file, formats=formats) as picture:
        found: dict[str, Any] = {"pixels": picture.size}
        with contextlib.suppress(Exception):  # damaged metadata: the size is known all the same
            taken = _TIME.match(str(picture.getexif().get_ifd(_EXIF).get(_TAKEN, "")))
            if taken is not None:
                found["taken"] = "{}-{}-{} {}".format(*taken.groups())
        return found


def _document(file: BinaryIO) -> dict[str, Any]:
    try:
        import pypdfium2
    except ImportError:
        raise decoder_missing("pdf") from None
    with contextlib.closing(pypdfium2.PdfDocument(file)) as document:
        return {"pages": len(document)}


def _media(demuxer: str, file: BinaryIO) -> dict[str, Any]:
    try:
        import av
    except ImportError:
        raise decoder_missing("video") from None
    found: dict[str, Any] = {}
    nothing_else = {"protocol_whitelist": "none"}
    with av.open(file, "r", format=demuxer, options=nothing_else) as container:
        if container.duration:
            found["seconds"] = container.duration / av.time_base
        if container.streams.video and demuxer not in {each[2] for each in _SOUNDS}:  # no covers
            stream = container.streams.video[0]
            found["pixels"] = (stream.width, stream.height)
    if not found:
        raise Unsuitable("its headers say nothing")
    return found

"""The thumbnail worker: one small picture at a time, under limits it sets itself.

Run as a program of its own (`python worker.py`); only it imports decoders, and those of the
extras `heif`, `pdf` and `video` when the first such file comes. It reads lines of JSON,
{"source": path, "target": path}, and answers each with a line: {"error": null}, or
{"error": "why not", "damaged": whether a picture should have been possible}.

A file's first bytes decide who looks at it, never its name.
"""

import contextlib
import errno
import functools
import io
import json
import math
import struct
import sys
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from PIL import Image, ImageOps, PngImagePlugin, features

if TYPE_CHECKING:
    import av

SIZE = 256
"""The longest side of a thumbnail, in pixels."""

MAX_PIXELS = 100_000_000
"""Larger pictures are refused before anything is decoded."""

MAX_MEMORY = 1 << 30
"""Address space of the worker in bytes: the decoded largest picture and its small copy."""

MAX_SECONDS = 10
"""Processor time for one picture; the system ends the worker after that."""

FORMATS = ["BMP", "GIF", "JPEG", "PNG", "TIFF", "WEBP"]
"""What Pillow decodes. Never PostScript, SVG or anything with scripts."""

if features.check("avif"):
    FORMATS.append("AVIF")

PHOTOS = (
    (0, b"BM"),
    (0, b"GIF8"),
    (0, b"\xff\xd8\xff"),
    (0, b"\x89PNG\r\n\x1a\n"),
    (0, b"II*\0"),
    (0, b"MM\0*"),
    (8, b"WEBP"),
)
"""Where a signature stands. Those of AVIF and HEIC are brands."""

HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1"}

VIDEOS = (
    (4, b"ftyp", "mov"),
    (4, b"moov", "mov"),
    (4, b"mdat", "mov"),
    (0, b"\x1a\x45\xdf\xa3", "matroska"),
    (8, b"AVI ", "avi"),
    (0, b"OggS", "ogg"),
    (0, b"FLV\1", "flv"),
    (0, b"\0\0\1\xba", "mpeg"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "asf"),
    (188, b"G", "mpegts"),
)
"""Where a signature stands, and FFmpeg's name of who reads such files. FFmpeg itself never chooses:
some of its formats are lists of other files, or of addresses."""

HEAD = 1024
"""Bytes that are looked at. A PDF may begin with others."""


# Editors write whole histories into text chunks. Pillow takes 1 MiB of one, to be safe from bombs;
# here the worker's own limits hold as well.
PngImagePlugin.MAX_TEXT_CHUNK = PngImagePlugin.MAX_TEXT_MEMORY = 64 << 20

# The display matrix of a frame, by the signs of its four parts (ISO/IEC 14496-12, section 6.2.2).
_TURNS = {
    (-1, 0, 0, -1): Image.Transpose.ROTATE_180,
    (0, 1, -1, 0): Image.Transpose.ROTATE_270,  # Pillow turns against the clock
    (0, -1, 1, 0): Image.Transpose.ROTATE_90,
    (-1, 0, 0, 1): Image.Transpose.FLIP_LEFT_RIGHT,
    (1, 0, 0, -1): Image.Transpose.FLIP_TOP_BOTTOM,
    (0, 1, 1, 0): Image.Transpose.TRANSPOSE,
    (0, -1, -1, 0): Image.Transpose.TRANSVERSE,
}


class NoPicture(Exception):
    """Nothing is wrong with the file, but no picture is made of such ones."""


def draw(source: str, target: str) -> None:
    """Write a WebP of at most SIZE x SIZE: first frame or page, upright, without metadata.

    NoPicture where there is none of such files; whatever a decoder raises for a damaged one.
    """
    with open(source, "rb") as file:
        drawer = _drawer(file.read(HEAD))
        file.seek(0)
        drawn = drawer(file)
    plain = drawn.convert("RGBA" if drawn.has_transparency_data else "RGB")
    plain.info.clear()  # where the camera stood is nobody's business
    plain.save(target, "WEBP", quality=80)


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer until the other end closes."""
    for line in requests:
        answers.write(json.dumps(_answer(**json.loads(line))) + "\n")
        answers.flush()


def main() -> None:
    """Be the worker process."""
    _limit_memory()
    serve(sys.stdin, sys.stdout)


def _answer(source: str, target: str) -> dict[str, object]:
    try:
        _limit_time()
        draw(source, target)
    except NoPicture as reason:
        return {"error": str(reason), "damaged": False}
    except MemoryError:  # of this file, or because of those before it: a new worker will tell
        sys.exit(errno.ENOMEM)
    except Exception as failure:  # any file may make any decoder fail in any way
        return {"error": f"{type(failure).__name__}: {failure}", "damaged": True}
    return {"error": None}


def _drawer(head: bytes) -> Callable[[BinaryIO], Image.Image]:
    brands = _brands(head)
    if b"avif" in brands or any(head.startswith(each, start) for start, each in PHOTOS):
        return _photo
    if brands & HEIF_BRANDS:
        return _heif
    if b"%PDF-" in head:
        return _page
    for start, signature, demuxer in VIDEOS:
        # A transport stream has its mark at the beginning of each packet.
        if head.startswith(signature, start) and (start < 188 or head.startswith(signature)):
            return functools.partial(_frame, demuxer)
    raise NoPicture("it is of no kind that pictures are made of")


def _brands(head: bytes) -> set[bytes]:
    """What a container of the MP4 family says that it may be read as."""
    if head[4:8] != b"ftyp":
        return set()
    end = min(int.from_bytes(head[:4], "big"), len(head))
    return {head[start : start + 4] for start in (8, *range(16, end, 4))}


def _photo(file: BinaryIO) -> Image.Image:
    return _shrunk(file, FORMATS)


def _heif(file: BinaryIO) -> Image.Image:
    try:
        import pillow_heif
    except ImportError:
        raise _missing("heif") from None
    pillow_heif.register_heif_opener(decode_threads=1)
    return _shrunk(file, ["HEIF"])


def _page(file: BinaryIO) -> Image.Image:
    try:
        import pypdfium2
    except ImportError:
        raise _missing("pdf") from None
    with contextlib.closing(pypdfium2.PdfDocument(file)) as document:
        page = document[0]
        scale = SIZE / max(1, *page.get_size())
        drawn: Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
        return drawn.copy()


def _frame(demuxer: str, file: BinaryIO) -> Image.Image:
    try:
        import av
    except ImportError:
        raise _missing("video") from None
    nothing_else = {"protocol_whitelist": "none"}
    with av.open(file, "r", format=demuxer, options=nothing_else) as container:
        if not container.streams.video:
            raise NoPicture("it has sound only")
        stream = container.streams.video[0]
        _check(stream.width, stream.height)
        stream.codec_context.thread_count = 1
        frame = _decoded(container, stream)
        drawn: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
        drawn.thumbnail((SIZE, SIZE))
        return _upright(drawn, frame)


def _decoded(container: "av.container.InputContainer", stream: "av.VideoStream") -> "av.VideoFrame":
    """A frame after a tenth of the film, since many begin with black; else its first one."""
    import av

    for place in ((container.duration or 0) // 10, 0):
        with contextlib.suppress(av.FFmpegError):  # some formats cannot be wound
            container.seek(place)
        with contextlib.suppress(av.FFmpegError):
            for frame in container.decode(stream):
                return frame
    raise ValueError("not one frame of it can be shown")


def _upright(picture: Image.Image, frame: "av.VideoFrame") -> Image.Image:
    """The picture turned and mirrored as the film says."""
    from av.sidedata.sidedata import Type

    found: Iterable[Any] = frame.side_data
    matrix = next((each for each in found if each.type == Type.DISPLAYMATRIX), None)
    if matrix is None:
        return picture
    a, b, _, c, d = struct.unpack_from("=5i", bytes(matrix))
    turn = _TURNS.get(tuple((each > 0) - (each < 0) for each in (a, b, c, d)))
    return picture if turn is None else picture.transpose(turn)


def _shrunk(file: BinaryIO, formats: list[str]) -> Image.Image:
    with Image.open(file, formats=formats) as picture:
        _check(*picture.size)
        if picture.mode.startswith("I;16"):  # convert() would cut off instead of scaling
            small = picture.convert("I").point(lambda value: value / 256).convert("L")
        elif picture.mode in ("1", "P", "PA"):  # these cannot be scaled smoothly
            small = picture.convert("RGBA")
        else:
            small = picture
        small.thumbnail((SIZE, SIZE))
        if small.mode in ("I", "F"):
            small = _stretched(small)
        return ImageOps.exif_transpose(_in_srgb(small))


def _stretched(small: Image.Image) -> Image.Image:
    """Measurements as shades of grey, from the least to the greatest: there is no fixed white."""
    low, high = (float(end) for end in small.getextrema())  # type: ignore[arg-type]
    if not (math.isfinite(low) and math.isfinite(high) and high > low):
        return small.convert("L")
    factor = 255 / (high - low)
    return small.convert("F").point(lambda value: value * factor - low * factor).convert("L")


def _in_srgb(small: Image.Image) -> Image.Image:
    """The picture in the colours that it was made in, as browsers show them without a profile."""
    profile = small.info.get("icc_profile")
    if not profile:
        return small
    from PIL import ImageCms

    plain = small.convert(small.mode.removesuffix("A")) if small.mode in ("RGBA", "LA") else small
    try:
        ours, theirs = ImageCms.createProfile("sRGB"), io.BytesIO(profile)
        shown = ImageCms.profileToProfile(plain, theirs, ours, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return small  # a broken profile, or one for pictures of another kind
    if shown is None:
        return small
    if plain is not small:
        shown.putalpha(small.getchannel("A"))
    return shown


def _check(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise ValueError(f"{width} x {height} pixels are more than {MAX_PIXELS:,}")


def _missing(extra: str) -> NoPicture:
    return NoPicture(f"for a picture of it, install the extra: pip install 'satchel[{extra}]'")


def _limit_memory() -> None:
    if sys.platform != "win32":  # which has no such limits: there only the time limit holds
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with contextlib.suppress(ValueError):  # macOS counts what all programs share
            resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


def _limit_time() -> None:
    if sys.platform != "win32":
        import resource

        limit = math.ceil(time.process_time()) + MAX_SECONDS
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, most))


if __name__ == "__main__":
    main()

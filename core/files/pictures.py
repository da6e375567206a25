"""The thumbnail worker: one small picture at a time, under limits it sets itself.

Run as a program of its own (`python pictures.py`); only it imports Pillow. It reads lines of
JSON, {"source": path, "target": path}, and answers each with a line, {"error": null} or
{"error": "why not"}.
"""

import json
import math
import sys
import time
from typing import TextIO

from PIL import Image, ImageOps, features

SIZE = 256
"""The longest side of a thumbnail, in pixels."""

MAX_PIXELS = 100_000_000
"""Larger pictures are refused before anything is decoded."""

MAX_MEMORY = 1 << 30
"""Address space of the worker in bytes: the decoded largest picture and its small copy."""

MAX_SECONDS = 20
"""Processor time for one picture; the system ends the worker after that."""

FORMATS = ["BMP", "GIF", "JPEG", "PNG", "TIFF", "WEBP"]
"""What is decoded, whatever a file's name says. Never PostScript, SVG or anything with scripts."""

if features.check("avif"):
    FORMATS.append("AVIF")


def draw(source: str, target: str) -> None:
    """Write a WebP of at most SIZE x SIZE: first frame, upright, without metadata.

    Raises what Pillow raises where `source` is no picture, is damaged or too large.
    """
    with Image.open(source, formats=FORMATS) as opened:
        width, height = opened.size
        if width * height > MAX_PIXELS:
            raise ValueError(f"{width} x {height} pixels are more than {MAX_PIXELS:,}")
        small = _smaller(opened)
    small.save(target, "WEBP", quality=80)


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer until the other end closes."""
    for line in requests:
        error = None
        try:
            _limit_time()
            draw(**json.loads(line))
        except Exception as failure:  # any file may make any decoder fail in any way
            error = f"{type(failure).__name__}: {failure}"
        answers.write(json.dumps({"error": error}) + "\n")
        answers.flush()


def main() -> None:
    """Be the worker process."""
    _limit_memory()
    serve(sys.stdin, sys.stdout)


def _smaller(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):  # 16 bits: convert() would cut off instead of scaling
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    elif picture.mode in ("1", "P", "PA"):  # these cannot be scaled smoothly
        picture = picture.convert("RGBA")
    picture.thumbnail((SIZE, SIZE))
    upright = ImageOps.exif_transpose(picture)
    plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    plain.info.clear()  # where the camera stood is nobody's business
    return plain


def _limit_memory() -> None:
    if sys.platform != "win32":  # which has no such limits: there only the time limit holds
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time() -> None:
    if sys.platform != "win32":
        import resource

        limit = math.ceil(time.process_time()) + MAX_SECONDS
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, most))


if __name__ == "__main__":
    main()

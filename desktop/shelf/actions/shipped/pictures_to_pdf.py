"""Pictures to PDF: one page for each picture, in the order in which they are shown."""

from pathlib import Path
from typing import Any

from PIL import (
    Image,
    ImageOps,
    PdfImagePlugin,  # noqa: F401  (so that an executable has it, too)
    UnidentifiedImageError,
)

NAME = "Pictures to PDF"
ICON = "file-text"
TAKES = "image/jpeg,image/png,image/webp,image/bmp,image/tiff,image/gif,image/avif"
TOGETHER = True

FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF", "AVIF")

LONGEST = 4000
"""Pixels of the longest side of a page."""

DENSITY = 150.0
"""Pixels of an inch on paper."""


def run(files: list[Path], folder: Path, job: Any) -> None:
    """Write one PDF with all pictures."""
    more = f" and {len(files) - 1} more" if len(files) > 1 else ""
    target = folder / f"{files[0].stem}{more}.pdf"
    for number, file in enumerate(files):
        job.report(number / len(files), file.name)
        # Page by page: only one picture is in the memory.
        page(file, job).save(
            target, "PDF", append=number > 0, resolution=DENSITY, quality=88, title=files[0].stem
        )


def page(file: Path, job: Any) -> Image.Image:
    """A picture as it looks on white paper.

    Raises:
        ValueError: it is no picture, or too large.
    """
    try:
        with Image.open(file, formats=FORMATS) as picture:
            if getattr(picture, "n_frames", 1) > 1:
                job.log(f"“{file.name}” has several pictures: the first one is a page.")
            picture.draft("RGB", (LONGEST, LONGEST))
            upright = ImageOps.exif_transpose(picture)
            if not upright.has_transparency_data:
                flat = upright.convert("RGB")
            else:
                layer = upright.convert("RGBA")
                paper = Image.new("RGBA", layer.size, "white")
                flat = Image.alpha_composite(paper, layer).convert("RGB")
            flat.thumbnail((LONGEST, LONGEST))
            return flat
    except UnidentifiedImageError as error:
        raise ValueError(f"“{file.name}” is not a picture that can be printed") from error
    except Image.DecompressionBombError as error:
        raise ValueError(f"“{file.name}” has too many pixels") from error

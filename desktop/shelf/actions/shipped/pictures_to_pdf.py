"""Pictures to PDF: one page for each picture, in the order in which they are shown."""

from pathlib import Path
from typing import Any

from PIL import (
    Image,
    ImageOps,
    PdfImagePlugin,  # noqa: F401  (so that an executable has it, too)
    UnidentifiedImageError,
)

from core.language.texts import _, ngettext

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
    more = len(files) - 1
    # Not with the name in the text, where it would get marks that tell its direction.
    others = ngettext("and {count} more", "and {count} more", more)
    target = folder / (f"{files[0].stem} {others}.pdf" if more else f"{files[0].stem}.pdf")
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
                job.log(
                    _("“{name}” has several pictures: the first one is a page.", name=file.name)
                )
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
        raise ValueError(
            _("“{name}” is not a picture that can be printed", name=file.name)
        ) from error
    except Image.DecompressionBombError as error:
        raise ValueError(_("“{name}” has too many pixels", name=file.name)) from error

"""Shrink pictures: copies that are small enough for mail."""

from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from core.language.texts import _

NAME = "Shrink pictures"
ICON = "minimize"
TAKES = "image/jpeg,image/png,image/webp,image/bmp,image/tiff,image/avif"
CHOICE = {"Longest side, in pixels": ["1600", "800", "1200", "2400"]}

FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "AVIF")


def run(files: list[Path], folder: Path, job: Any) -> None:
    """Make a small copy of each picture, upright and with the data of its camera."""
    side = int(job.choice)
    for number, file in enumerate(files):
        job.report(number / len(files), file.name)
        shrink(file, folder, side, job)


def shrink(file: Path, folder: Path, side: int, job: Any) -> None:
    """Make one copy, unless the picture is small already.

    Raises:
        ValueError: it is no picture, or too large.
    """
    try:
        with Image.open(file, formats=FORMATS) as picture:
            if max(picture.size) <= side:
                width, height = picture.size
                job.log(
                    _(
                        "“{name}” is small already: {width} × {height} pixels.",
                        name=file.name,
                        width=width,
                        height=height,
                    )
                )
                return
            if getattr(picture, "n_frames", 1) > 1:
                job.log(
                    _(
                        "“{name}” has several pictures: only the first one is shrunk.",
                        name=file.name,
                    )
                )
            small = without_palette(picture)
            small.thumbnail((side, side), Image.Resampling.LANCZOS)
            upright = ImageOps.exif_transpose(small)
            # A profile is for the colours of its mode.
            profile = picture.info.get("icc_profile") if upright.mode in ("RGB", "RGBA") else None
            kept: dict[str, Any] = {
                "exif": upright.getexif(),
                "icc_profile": profile,
                "optimize": True,
            }
            # Translators: in the name of a copy of a picture.
            name = f"{file.stem} ({_('small')})"
            if upright.has_transparency_data:
                upright.save(folder / f"{name}.png", **kept)
            else:
                upright.convert("RGB").save(folder / f"{name}.jpg", quality=88, **kept)
    except UnidentifiedImageError as error:
        raise ValueError(
            _("“{name}” is not a picture that can be shrunk", name=file.name)
        ) from error
    except Image.DecompressionBombError as error:
        raise ValueError(_("“{name}” has too many pixels", name=file.name)) from error


def without_palette(picture: Image.Image) -> Image.Image:
    """The picture in colours that can be mixed."""
    if picture.mode not in ("P", "1"):
        return picture
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")

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
            if note := _note(file.name, picture, side):
                job.log(note)
            if max(picture.size) > side:
                # Translators: in the name of a copy of a picture.
                small = _("small")
                _save_small(picture, side, folder / f"{file.stem} ({small})")
    except UnidentifiedImageError as error:
        raise ValueError(
            _("“{name}” is not a picture that can be shrunk", name=file.name)
        ) from error
    except Image.DecompressionBombError as error:
        raise ValueError(_("“{name}” has too many pixels", name=file.name)) from error


def _note(name: str, picture: Image.Image, side: int) -> str:
    """What people should know of a picture; "" if there is nothing to say."""
    width, height = picture.size
    if max(width, height) <= side:
        return _(
            "“{name}” is small already: {width} × {height} pixels.",
            name=name,
            width=width,
            height=height,
        )
    if getattr(picture, "n_frames", 1) > 1:
        return _("“{name}” has several pictures: only the first one is shrunk.", name=name)
    return ""


def _save_small(picture: Image.Image, side: int, path: Path) -> None:
    """Save a copy under the path plus a suffix."""
    small = without_palette(picture)
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    upright = ImageOps.exif_transpose(small)
    # A profile is for the colours of its mode.
    profile = picture.info.get("icc_profile") if upright.mode in ("RGB", "RGBA") else None
    kept: dict[str, Any] = {"exif": upright.getexif(), "icc_profile": profile, "optimize": True}
    if upright.has_transparency_data:
        upright.save(f"{path}.png", **kept)
    else:
        upright.convert("RGB").save(f"{path}.jpg", quality=88, **kept)


def without_palette(picture: Image.Image) -> Image.Image:
    """The picture in colours that can be mixed."""
    if picture.mode not in ("P", "1"):
        return picture
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")

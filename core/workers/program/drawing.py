"""Pictures of photos and PDFs: first frame or page, upright, in sRGB, without metadata."""

import contextlib
import io
import math
from typing import BinaryIO

from PIL import Image, ImageOps, PngImagePlugin

from .formats import HEAD, PHOTO_FORMATS, Format, check_pixels, decoder_missing, detect

# Editors write whole histories into text chunks. Pillow allows 1 MiB each, against bombs; here the
# worker's own limits hold as well.
PngImagePlugin.MAX_TEXT_CHUNK = PngImagePlugin.MAX_TEXT_MEMORY = 64 << 20


def draw(source: str, target: str, size: int) -> None:
    """Write a WebP of at most `size` x `size`.

    Raises NoPicture if the format cannot be drawn, and any error of a decoder for a damaged file.
    """
    with open(source, "rb") as file:
        found = detect(file.read(HEAD))
        file.seek(0)
        drawn = _draw(found, file, size)
    plain = drawn.convert("RGBA" if drawn.has_transparency_data else "RGB")
    plain.info.clear()  # where the camera was is private
    plain.save(target, "WEBP", quality=80)


def _draw(found: Format, file: BinaryIO, size: int) -> Image.Image:
    if found.decoder == "photo":
        return photo(file, size)
    if found.decoder == "heif":
        return _heif(file, size)
    if found.decoder == "pdf":
        return _page(file, size)
    from .video import frame

    return frame(found.demuxer, file, size)


def photo(file: BinaryIO, size: int) -> Image.Image:
    """A picture of a format that Pillow decodes."""
    return _shrunk(file, PHOTO_FORMATS, size)


def _heif(file: BinaryIO, size: int) -> Image.Image:
    try:
        import pillow_heif
    except ImportError:
        raise decoder_missing("heif") from None
    pillow_heif.register_heif_opener(decode_threads=1)
    return _shrunk(file, ["HEIF"], size)


def _page(file: BinaryIO, size: int) -> Image.Image:
    try:
        import pypdfium2
    except ImportError:
        raise decoder_missing("pdf") from None
    with contextlib.closing(pypdfium2.PdfDocument(file)) as document:
        page = document[0]
        scale = size / max(1, *page.get_size())
        drawn: Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
        return drawn.copy()


def _shrunk(file: BinaryIO, formats: list[str], size: int) -> Image.Image:
    with Image.open(file, formats=formats) as picture:
        check_pixels(*picture.size)
        if picture.mode.startswith("I;16"):  # convert() would cut off instead of scaling
            small = picture.convert("I").point(lambda value: value / 256).convert("L")
        elif picture.mode in ("1", "P", "PA"):  # these cannot be scaled smoothly
            small = picture.convert("RGBA")
        else:
            small = picture
        small.thumbnail((size, size))
        if small.mode in ("I", "F"):
            small = _stretched(small)
        return ImageOps.exif_transpose(_in_srgb(small))


def _stretched(small: Image.Image) -> Image.Image:
    """Measurements as shades of grey, from the least to the greatest: no value is white."""
    low, high = (float(end) for end in small.getextrema())  # type: ignore[arg-type]
    if not (math.isfinite(low) and math.isfinite(high) and high > low):
        return small.convert("L")
    factor = 255 / (high - low)
    return small.convert("F").point(lambda value: value * factor - low * factor).convert("L")


def _in_srgb(small: Image.Image) -> Image.Image:
    """The picture in sRGB, which browsers assume without a profile."""
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

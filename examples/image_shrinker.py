"""Makes pictures smaller: drop them, watch the work, look at the results, and save them."""

from pathlib import Path

from PIL import Image, ImageOps

import core as jp
from core import kit

SIDES = {2400: "Large: 2,400 pixels", 1600: "Medium: 1,600 pixels", 800: "Small: 800 pixels"}


def shrink(path: Path, side: int) -> None:
    """Save a picture with a longer side of at most so many pixels. Runs in a process of its own."""
    with Image.open(path) as image:
        kit.report(0.1, f"{image.width} × {image.height} pixels")
        small = ImageOps.exif_transpose(image)
        small.thumbnail((side, side))
        kit.report(0.7, f"now {small.width} × {small.height}")
        opaque = Image.new("RGB", small.size, "white")  # JPEG has no transparency
        opaque.paste(small.convert("RGB"), mask=small.convert("RGBA").getchannel("A"))
        opaque.save(kit.output(f"{path.stem}.jpg"), quality=85, optimize=True)


def page() -> jp.WebPage:
    wp = kit.Page("Image shrinker")
    side = kit.Field("Size of the results", kit.Choice(SIDES, 1600), a=wp)

    def start(msg: jp.Msg) -> None:
        job.start(msg.files, side.value)

    kit.Upload(start, text="Drop pictures here", accept="image/*", anywhere=True, a=wp)
    job = kit.Job(shrink, title="Shrink pictures", a=wp)
    return wp


jp.justpy(page)

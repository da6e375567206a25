"""Makes pictures smaller: drop them, watch the work, look at the results, and save them."""

from pathlib import Path

from PIL import Image, ImageOps

import core as jp
from core import kit

SIDES = {"Large: 2,400 pixels": 2400, "Medium: 1,600 pixels": 1600, "Small: 800 pixels": 800}


def shrink(path: Path, side: int) -> None:
    """Save a picture with a longer side of at most so many pixels. Runs in a process of its own."""
    with Image.open(path) as image:
        kit.report(0.1, f"{image.width} × {image.height} pixels")
        small = ImageOps.exif_transpose(image)
        small.thumbnail((side, side))
        kit.report(0.7, f"now {small.width} × {small.height}")
        small.convert("RGB").save(kit.output(f"{path.stem}.jpg"), quality=85, optimize=True)


def page() -> jp.WebPage:
    wp = kit.Page("Image shrinker")
    label = jp.Label(text="Size of the results", classes="flex flex-wrap items-center gap-3", a=wp)
    size = jp.Select(value="Medium: 1,600 pixels", a=label)
    for text in SIDES:
        jp.Option(text=text, value=text, a=size)

    def start(msg: jp.Msg) -> None:
        job.start(msg.files, SIDES[size.value])

    kit.Upload(start, text="Drop pictures here", accept="image/*", anywhere=True, a=wp)
    job = kit.Job(shrink, title="Shrink pictures", a=wp)
    return wp


jp.justpy(page)

"""The files beside the programs of docs/guide/kit.md: what people have, drawn and written here."""

from __future__ import annotations

import csv
import io
import math
import wave
import zipfile
from array import array
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
Palette = tuple[Colour, Colour, Colour, Colour]  # the sky above and below, hills far and near

DAWN: Palette = ((64, 92, 158), (250, 190, 150), (120, 100, 150), (44, 40, 78))
NOON: Palette = ((70, 140, 220), (205, 232, 250), (110, 160, 150), (36, 92, 84))
DUSK: Palette = ((30, 22, 60), (220, 90, 80), (92, 44, 92), (24, 16, 40))

NOTES = """# Trip to the lake

- Leave **before** six: the light is best then.
- Take the long lens, and `two` batteries.

| day | place |
|-----|-------|
| Fri | shore |
| Sat | ridge |
"""

CITIES = [
    ("city", "country", "inhabitants", "founded"),
    ("Oslo", "Norway", "717,710", "1040"),
    ("Porto", "Portugal", "231,962", "1123"),
    ("Kyoto", "Japan", "1,463,723", "794"),
    ("Quito", "Ecuador", "1,607,734", "1534"),
    ("Turku", "Finland", "202,250", "1229"),
]


def photo(palette: Palette, sun: float, width: int = 1200, height: int = 800) -> bytes:
    """A JPEG of hills.

    Args:
        sun: where it stands, from 0 to 1.
    """
    above, below, far, near = palette
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for y in range(height):
        part = min(y / height * 1.6, 1)
        draw.line(
            [(0, y), (width, y)],
            tuple(round(a + (b - a) * part) for a, b in zip(above, below, strict=True)),
        )
    at, radius = (round(width * sun), round(height * 0.42)), round(height * 0.07)
    draw.circle(at, radius, (255, 244, 220))
    for layer in range(4):
        part = layer / 3
        colour = tuple(round(a + (b - a) * part) for a, b in zip(far, near, strict=True))
        base, high = height * (0.52 + 0.13 * layer), height * (0.11 - 0.015 * layer)
        waves = [
            (x, base - high * (math.sin(x / (97 + 31 * layer) + sun * 9 + layer * 2) + 0.4))
            for x in range(0, width + 20, 20)
        ]
        draw.polygon([(0, height), *waves, (width, height)], colour)
    found = io.BytesIO()
    image.save(found, "JPEG", quality=88)
    return found.getvalue()


def report() -> bytes:
    """A PDF of two pages with text."""
    pages = [_page("Annual report", 14), _page("Outlook", 9)]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, content in enumerate(pages):
        about = "/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
        objects.append(f"<</Type/Page{about}/Contents {5 + 2 * number} 0 R>>")
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    body, places = "%PDF-1.4\n", ""
    for number, each in enumerate(objects, 1):
        places += f"{len(body):010} 00000 n \n"
        body += f"{number} 0 obj\n{each}\nendobj\n"
    count = len(objects) + 1
    end = f"trailer\n<</Root 1 0 R/Size {count}>>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {count}\n0000000000 65535 f \n{places}{end}".encode()


def _page(title: str, lines: int) -> str:
    text = "The orchard gave more than in any year before, and all of it was sold by autumn."
    shown = f"BT /F 26 Tf 72 740 Td ({title}) Tj /F 12 Tf 0 -20 Td "
    return shown + f"0 -22 Td ({text}) Tj " * lines + "ET"


def table() -> bytes:
    """A CSV file of cities."""
    found = io.StringIO()
    csv.writer(found).writerows(CITIES)
    return found.getvalue().encode()


def song(seconds: int = 3, rate: int = 8000) -> bytes:
    """A WAV file of one tone, which fades."""
    count = seconds * rate
    tone = (9000 * (1 - n / count) * math.sin(n * 440 * 2 * math.pi / rate) for n in range(count))
    found = io.BytesIO()
    with wave.open(found, "wb") as output:
        output.setnchannels(1)
        output.setsampwidth(2)
        output.setframerate(rate)
        output.writeframes(array("h", map(int, tone)).tobytes())
    return found.getvalue()


def archive() -> bytes:
    """A ZIP file with two files in a folder."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as output:
        output.writestr("trip/notes.md", NOTES)
        output.writestr("trip/cities.csv", table())
    return found.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "photo.jpg": lambda: photo(DAWN, 0.7),
    "lake.jpg": lambda: photo(NOON, 0.2),
    "forest.jpg": lambda: photo(DUSK, 0.5),
    "report.pdf": report,
    "notes.md": NOTES.encode,
    "table.csv": table,
    "archive.zip": archive,
    "song.wav": song,
}


def write_files(folder: Path) -> None:
    """Write all of them into a folder."""
    for name, content in FILES.items():
        (folder / name).write_bytes(content())

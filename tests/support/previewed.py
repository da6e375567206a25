"""A program that previews the files of a folder, and files for it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.support.samples import chunk, png_header
from tests.support.served import Served, served, write_program

PROGRAM = """
from pathlib import Path
from core import kit

FILES = Path(__file__).with_name("files")

def page(request):
    wp = kit.Page("Previews")
    shown = kit.Preview(FILES / request.query_params["file"], a=wp)

    def show(self, msg):
        shown.file = FILES / self.text

    for name in request.query_params.getlist("then"):
        kit.Button(name, click=show, a=wp)
    return wp

jp.justpy(page)
"""


class Previewed:
    """The program.

    Attributes:
        files: its folder of files.
    """

    def __init__(self, program: Served, files: Path) -> None:
        self.program = program
        self.files = files

    def open(self, page: Page, name: str, content: bytes | str, *others: str) -> Locator:
        """Open a page with the preview of a file, and a button for each of others."""
        path = self.files / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        token = urlsplit(self.program.url).query
        more = "".join(f"&then={quote(other)}" for other in others)
        page.goto(f"{self.program.origin}/?{token}&file={quote(name)}{more}")
        preview = page.get_by_role("region", name="Preview")
        expect(preview.get_by_text(name).first).to_be_visible()
        return preview


@contextmanager
def previewed(folder: Path) -> Iterator[Previewed]:
    """The program, as long as the context."""
    files = folder / "files"
    files.mkdir()
    with served(write_program(folder, PROGRAM), folder / "data") as program:
        yield Previewed(program, files)


def pdf(pages: Sequence[Sequence[str]], *, action: str = "") -> bytes:
    """A PDF with lines of text on each page.

    Args:
        action: JavaScript that runs when it is opened, where readers let it.
    """
    objects = ["", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        text = " ".join(f"({line}) Tj T*" for line in lines)
        content = f"BT /F1 18 Tf 24 TL 60 700 Td {text} ET"
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
        rest = f"/Contents {len(objects)} 0 R/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{rest}>>")
        kids.append(f"{len(objects)} 0 R")
    script = f"/OpenAction<</S/JavaScript/JS({action})>>" if action else ""
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{script}>>"
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    return assembled(objects)


def assembled(objects: Sequence[str]) -> bytes:
    """A PDF of objects, the first of which is its catalog."""
    body, places = "%PDF-1.7\n", ""
    for number, each in enumerate(objects, 1):
        places += f"{len(body):010} 00000 n \n"
        body += f"{number} 0 obj\n{each}\nendobj\n"
    count = len(objects) + 1
    end = f"trailer\n<</Root 1 0 R/Size {count}>>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {count}\n0000000000 65535 f \n{places}{end}".encode()


def png(width: int, height: int) -> bytes:
    """A black picture of any size, in a small file."""
    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return png_header(width, height, 1, 0) + chunk(b"IDAT", data) + chunk(b"IEND", b"")

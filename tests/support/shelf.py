"""The default app in a browser: what a person chooses, sees, saves and removes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import FilePayload, Locator, Page, expect

from core.files.names import is_transient
from tests.support.file_tiles import tile, tiles
from tests.support.served import Served
from tests.support.uploading import Network

EMPTY = "Nothing here yet"
TITLE = ".satchel-title"


def payload(name: str, content: bytes = b"content") -> FilePayload:
    return {"name": name, "mimeType": "", "buffer": content}


def choose(page: Page, *files: FilePayload) -> None:
    """Choose files, and wait until they are on the shelf."""
    before = tiles(page).count()
    page.set_input_files("input[type=file]", list(files))
    expect(tiles(page)).to_have_count(before + len(files))


def do(page: Page, command: str) -> None:
    """Press the button of a command for the files that are selected."""
    page.get_by_role("button", name=command, exact=True).click()


def saved(page: Page, name: str) -> bytes:
    """What is saved of a file; its name is the file's, as far as Chromium suggests such a name."""
    tile(page, name).click()
    expect(page.get_by_role("status").filter(has_text="1 of ")).to_be_visible()
    with page.expect_download() as download:
        do(page, "Save")
    assert download.value.suggested_filename == re.sub(r'[<>:"|?*]', "_", name.lstrip("."))
    return download.value.path().read_bytes()


def stored(served: Served) -> dict[str, bytes]:
    """The files of the only session."""
    (session,) = served.sessions
    shown = [path for path in session.iterdir() if not is_transient(path.name)]
    return {unicodedata.normalize("NFC", path.name): path.read_bytes() for path in shown}


def remove(page: Page, name: str) -> None:
    """Remove a file."""
    tile(page, name).click()
    page.keyboard.press("Delete")
    expect(tile(page, name)).to_have_count(0)


def decoded_width(image: Locator) -> int:
    image.scroll_into_view_if_needed()
    width: int = image.evaluate("image => image.decode().then(() => image.naturalWidth)")
    return width


@contextmanager
def slow_network(page: Page) -> Iterator[None]:
    """Uploads take minutes until the context ends."""
    network = Network(page)
    network.limit(100_000)
    yield
    network.limit(-1)

"""The default app in a browser: what a person chooses, sees, saves and removes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import FilePayload, Locator, Page, expect

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


def tiles(page: Page) -> Locator:
    return page.get_by_role("list", name="Files").get_by_role("listitem")


def link(page: Page, name: str) -> Locator:
    return page.get_by_role("list", name="Files").get_by_title(name, exact=True)


def saved(page: Page, name: str) -> bytes:
    """What a click on the tile saves; its name is the file's."""
    with page.expect_download() as download:
        link(page, name).click()
    assert download.value.suggested_filename == name
    return download.value.path().read_bytes()


def stored(served: Served) -> dict[str, bytes]:
    """The files of the only session."""
    (session,) = served.sessions
    return {unicodedata.normalize("NFC", p.name): p.read_bytes() for p in session.iterdir()}


def remove(page: Page, name: str, answer: str = "Remove") -> None:
    page.get_by_role("button", name=f"Remove {name}", exact=True).click()
    question = page.get_by_role("alertdialog")
    expect(question).to_contain_text(f"Remove “{name}”?")
    question.get_by_role("button", name=answer).click()
    expect(question).to_have_count(0)


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

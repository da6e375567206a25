"""Text, links and pictures of web pages, dragged from other programs: files are made of them."""

from __future__ import annotations

import base64
import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.dragging import drop_strings, paste_text
from tests.support.previewed import png
from tests.support.upload_site import Site

pytestmark = pytest.mark.browser

PIXEL = base64.b64encode(png(2, 2)).decode()
LINK = "[InternetShortcut]\r\nURL={}\r\n"

COUNT = """(count) => {
    const inputs = [...document.querySelectorAll('[type=file]')];
    return inputs.reduce((sum, { files }) => sum + files.length, 0) === count;
}"""

CONTENTS = """async () => {
    const found = [];
    for (const input of document.querySelectorAll('[type=file]'))
        for (const file of input.files)
            found.push([input.name, file.name, file.type, await file.text()]);
    return found;
}"""


def taken(page: Page, count: int = 1) -> list[list[str]]:
    """The files in the inputs: input, name, type, content."""
    page.wait_for_function(COUNT, arg=count)
    found: list[list[str]] = page.evaluate(CONTENTS)
    return found


def test_text_becomes_a_file_named_by_the_time(page: Page) -> None:
    drop_strings(page, "#several", text_plain="Words\nand more", text_html="<b>Words</b> and more")
    [[field, name, kind, content]] = taken(page)
    assert (field, kind, content) == ("files", "text/plain", "Words\nand more")
    assert re.fullmatch(r"Text [-\d]{10} [.\d]{8}\.txt", name)


@pytest.mark.parametrize(
    ("strings", "name", "address"),
    [
        (
            {
                "text_uri_list": "https://example.org/a?b=%20c",
                "text_html": '<a href="https://example.org/a?b=%20c">A: story/of <b>two</b></a>',
            },
            "A story of two.url",
            "https://example.org/a?b=%20c",
        ),
        (
            {"text_uri_list": "https://example.org/a/b"},
            "example.org a b.url",
            "https://example.org/a/b",
        ),
        (
            {"text_plain": " https://example.org/ä "},
            "example.org ä.url",
            "https://example.org/%C3%A4",
        ),
        (
            {
                "text_uri_list": "https://example.org/cat.png",
                "text_html": '<img src="https://example.org/cat.png" alt="A cat">',
            },
            "A cat.url",
            "https://example.org/cat.png",
        ),
    ],
)
def test_a_link_becomes_a_file_named_by_its_title(
    page: Page, strings: dict[str, str], name: str, address: str
) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    drop_strings(page, "#several", **strings)
    assert taken(page) == [["files", name, "application/x-mswinurl", LINK.format(address)]]
    if "img" in str(strings):
        expect(page.get_by_text("so a link to it is kept").last).to_be_visible()
    assert not [url for url in fetched if "example.org" in url], "nothing is fetched by itself"


def test_a_picture_that_is_contained_as_data_arrives_with_its_bytes(page: Page) -> None:
    page.evaluate("window.ran = false")
    html = f'<img src="data:image/png;base64,{PIXEL}" alt="A / pixel" onerror="window.ran = true">'
    drop_strings(page, "#picture", text_html=html)
    [[field, name, kind, content]] = taken(page)
    assert (field, name, kind) == ("picture", "A pixel.png", "image/png")
    assert content.startswith("\ufffdPNG")
    assert page.evaluate("window.ran") is False


def test_links_that_lead_nowhere_else_are_refused(page: Page, site: Site) -> None:
    for address in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,<script>1</script>",
    ):
        drop_strings(page, "#several", text_uri_list=address)
        expect(page.get_by_text("What you dropped contains no files.").last).to_be_visible()
    assert taken(page, 0) == []
    drop_strings(page, "#elsewhere", text_uri_list="https://example.org/", text_plain="words")
    assert page.url == site.url, "the page is not left for the link"


def test_text_dropped_into_a_text_field_stays_text(page: Page) -> None:
    drop_strings(page, "#several textarea", text_plain="words")
    expect(page.locator("#several textarea")).to_have_value("words")
    assert taken(page, 0) == []


def test_an_address_that_is_pasted_becomes_a_link(page: Page) -> None:
    assert paste_text(page, "#several", "https://example.org/story\n")
    assert taken(page)[0][1:] == [
        "example.org story.url",
        "application/x-mswinurl",
        LINK.format("https://example.org/story"),
    ]

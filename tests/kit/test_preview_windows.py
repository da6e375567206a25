"""Files in frames, and in windows that links open: they are shown, or words are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

import core as jp
from tests.support.local import Local, local, session_id, sign_in
from tests.support.previewed import pdf

pytestmark = pytest.mark.browser

MINE = session_id(1)
BOOK = pdf([["The first page"], ["The second page"]])
NAMES = ["book.pdf", "page.html", "data.bin", "notes.txt", "all.zip", "photo.heic"]


def program(request: jp.Request) -> jp.WebPage:
    wp = jp.WebPage()
    framed = request.query_params.get("framed")
    if framed:
        jp.Iframe(src=framed, title="frame", width=600, height=400, a=wp)
    for name in NAMES:
        address = f"/static/{MINE}/{name}"
        jp.A(text=f"open {name}", href=address, target="_blank", a=wp)
        jp.A(text=f"save {name}", href=address, a=wp)
        jp.A(text=f"named {name}", href=address, target="_blank", download=name, a=wp)
    return wp


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    folder = tmp_path_factory.mktemp("data")
    public = folder / "public"
    public.mkdir()
    (public / "report.pdf").write_bytes(BOOK)
    (public / "own.html").write_text("<p>A page of the program")
    with local(folder, program, static=(public,)) as served:
        yield served


@pytest.fixture
def tab(served: Local, context: BrowserContext) -> Page:
    sign_in(served, context)
    return context.new_page()


def in_frame(served: Local, tab: Page, address: str) -> Page:
    tab.goto(f"{served.url}/?framed={address}")
    return tab


@pytest.mark.parametrize("address", [f"/static/{MINE}/book.pdf", "/static/report.pdf"])
def test_a_frame_shows_a_pdf(served: Local, tab: Page, address: str) -> None:
    served.file("book.pdf", BOOK)
    in_frame(served, tab, address)
    frame = tab.frame_locator("iframe")
    expect(frame.get_by_text("The first page")).to_be_attached()
    expect(frame.get_by_text("of 2")).to_be_visible()


def test_a_frame_shows_other_files_or_says_why_not(served: Local, tab: Page) -> None:
    served.file("notes.txt", "some notes")
    in_frame(served, tab, f"/static/{MINE}/notes.txt")
    expect(tab.frame_locator("iframe").get_by_text("some notes")).to_be_visible()
    served.file("data.bin", b"\0\1\2")
    in_frame(served, tab, f"/static/{MINE}/data.bin")
    words = "There is no preview of files of this type."
    expect(tab.frame_locator("iframe").get_by_text(words)).to_be_visible()
    in_frame(served, tab, "/static/own.html")
    expect(tab.frame_locator("iframe").get_by_text("A page of the program")).to_be_visible()


def test_a_page_in_a_frame_is_shown_as_its_source(served: Local, tab: Page) -> None:
    served.file("page.html", "<script>top.document.title = 'ran'</script>")
    in_frame(served, tab, f"/static/{MINE}/page.html")
    frame = tab.frame_locator("iframe")
    expect(frame.get_by_text("top.document.title")).to_be_visible()
    assert tab.title() != "ran"


@pytest.mark.parametrize("address", ["book.pdf", "book.pdf?view", "book.pdf?download"])
def test_no_cache_gives_a_frame_what_is_meant_for_a_window(served: Local, address: str) -> None:
    path = served.file("book.pdf", BOOK).removesuffix("book.pdf") + address
    for place in ("iframe", "document", "empty"):
        answer = served.session(**{"Sec-Fetch-Dest": place}).get(path)
        assert "Sec-Fetch-Dest" in answer.headers["Vary"], place


def test_pages_of_others_cannot_frame_files(served: Local) -> None:
    address = served.file("book.pdf", BOOK)
    headers = served.session(**{"Sec-Fetch-Dest": "iframe"}).get(address).headers
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'none'" in served.session().get("/").headers["Content-Security-Policy"]
    assert served.session(2, **{"Sec-Fetch-Dest": "iframe"}).get(address).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("book.pdf", BOOK, "The first page"),
        ("page.html", b"<script>document.title = 'ran'</script>", "document.title"),
    ],
)
def test_a_link_with_a_target_opens_a_window(
    served: Local, tab: Page, name: str, content: bytes, text: str
) -> None:
    served.file(name, content)
    tab.goto(served.url)
    with tab.context.expect_page() as opened:
        tab.get_by_text(f"open {name}").click()
    expect(opened.value.get_by_text(text).first).to_be_attached()
    expect(opened.value).to_have_title(name)
    opened.value.close()
    for link in (f"save {name}", f"named {name}"):
        with tab.expect_download() as download:
            tab.get_by_text(link).click()
        assert download.value.suggested_filename == name


def test_what_cannot_be_shown_is_saved_as_ever(served: Local, tab: Page) -> None:
    address = served.file("data.bin", b"\0\1\2")
    assert "attachment" in served.session().get(f"{address}?view").headers["Content-Disposition"]
    address = served.file("notes.txt", "some notes")
    assert served.session().get(f"{address}?view").text == "some notes"
    tab.goto(served.url)
    link = tab.get_by_text("open data.bin")
    expect(link).to_have_attribute("href", f"/static/{MINE}/data.bin?view")


def test_a_target_may_change(served: Local) -> None:
    link = jp.A(href="/x", target="_blank")
    assert link.href == "/x"
    link.target = None
    assert type(link.href) is str
    link.download = "x"
    link.target = "_blank"
    assert type(link.href) is str
    link.download = None
    assert type(link.href) is not str

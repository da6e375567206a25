"""Files dropped on the window: they are copied, never sent, unless the window cannot vouch."""

from __future__ import annotations

import base64
import os
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.display import Display
from tests.support.intake import BIG, Intake, make

pytestmark = pytest.mark.native

VOUCH = "/_satchel/local/vouch"


@pytest.fixture
def page(intake_window: tuple[Intake, Page]) -> Page:
    return intake_window[1]


def place(page: Page, display: Display, selector: str) -> tuple[int, int]:
    """Where the upper left of an element is on the screen."""
    element = page.locator(selector)
    x, y = display.corner(element, "Intake")
    box = element.bounding_box()
    assert box is not None
    return int(x + box["x"] + 10), int(y + box["y"] + 10)


def drop(
    page: Page, display: Display, files: Sequence[Path | str], selector: str = "#eager"
) -> None:
    lit = page.locator(".satchel-dropping")
    target = place(page, display, selector)
    assert display.drop_files(files, target, seen=lit.is_visible) == "CopyAction"


@contextmanager
def answered(page: Page, address: str, status: int, body: str) -> Iterator[None]:
    """Let something else answer the page's questions at an address; status 0: nothing does."""
    page.evaluate(
        """([address, status, body]) => {
            const ask = window.asked = window.fetch;
            window.fetch = async (url, ...options) => {
                if (url !== address) return ask(url, ...options);
                if (status === 0) throw new TypeError('Failed to fetch');
                return new Response(body, { status });
            };
        }""",
        [address, status, body],
    )
    try:
        yield
    finally:
        page.evaluate("window.fetch = window.asked")


def test_dropped_files_are_copied_and_not_sent(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    files = [
        make(tmp_path, "large.bin", os.urandom(BIG)),
        make(tmp_path, "small 100% #1.txt", b"small"),
        make(tmp_path, "empty.txt", b""),
        make(tmp_path, "日本 é.png", os.urandom(1000)),
    ]
    drop(page, display, files)
    found = intake.arrived(4)
    assert [each.name for each in found] == [path.name for path in files]
    assert all(each.is_copy_of(path) for each, path in zip(found, files, strict=True))
    assert intake.sent() == 0


def test_files_of_one_name_size_and_time_are_not_mixed_up(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    files = [make(tmp_path, f"{folder}/same.txt", folder.encode() * 9) for folder in "zxay"]
    for path in files:
        os.utime(path, (1_000_000_000, 1_000_000_000))
    drop(page, display, files)
    found = intake.arrived(4)
    assert len({each.name for each in found}) == 4
    assert all(each.is_copy_of(path) for each, path in zip(found, files, strict=True))
    assert intake.sent() == 0


def test_a_folder_is_copied_with_all_that_is_in_it(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    inside = {
        make(tmp_path, "trip/day 1/large.bin", os.urandom(BIG)): "trip/day 1",
        make(tmp_path, "trip/note.txt", b"note"): "trip",
        make(tmp_path, "trip/zz/note.txt", b"another"): "trip/zz",
    }
    (tmp_path / "trip" / "way out").symlink_to("/etc")
    drop(page, display, [make(tmp_path, "single.txt", b"single"), tmp_path / "trip"])
    found = intake.arrived(4)
    for path, folder in inside.items():
        [arrived] = [each for each in found if each.is_copy_of(path)]
        assert arrived.folder == folder
    assert intake.sent() == 0


def test_fifos_and_sockets_are_left_out(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    """Chromium takes FIFOs and sockets for empty files."""
    make(tmp_path, "trip/empty.txt", b"")
    os.mkfifo(tmp_path / "trip" / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "trip" / "socket"))
        drop(page, display, [tmp_path / "trip"])
    [found] = intake.arrived(1)
    assert found.name == "empty.txt"
    drop(page, display, [tmp_path / "trip" / "pipe"])
    page.get_by_text("What you dropped contains no files.").wait_for()
    assert intake.sent() == 0


def test_a_link_is_followed(intake: Intake, page: Page, display: Display, tmp_path: Path) -> None:
    path = make(tmp_path, "real.txt", b"real")
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    drop(page, display, [link])
    [found] = intake.arrived(1)
    assert found.name == "link.txt"
    assert found.is_copy_of(path)
    assert intake.sent() == 0


def test_what_cannot_be_paired_is_sent(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    files = [make(tmp_path, "large.bin", os.urandom(BIG)), make(tmp_path, "small.txt", b"small")]
    with answered(page, VOUCH, 200, "[null, null]"):
        drop(page, display, files)
        found = intake.arrived(2)
    assert all(each.is_copy_of(path) for each, path in zip(found, files, strict=True))
    assert intake.sent() > BIG


@pytest.mark.parametrize("status", [200, 500, 0])
def test_a_window_that_does_not_answer_loses_nothing(
    intake: Intake, page: Page, display: Display, tmp_path: Path, status: int
) -> None:
    path = make(tmp_path, "photo.jpg", os.urandom(1000))
    with answered(page, VOUCH, status, "?"):
        drop(page, display, [path])
        [found] = intake.arrived(1)
    assert found.is_copy_of(path)
    assert intake.sent() > 1000


@pytest.mark.parametrize("size", [1000, BIG])
def test_an_expired_handle_loses_nothing(
    intake: Intake, page: Page, display: Display, tmp_path: Path, size: int
) -> None:
    path = make(tmp_path, "photo.jpg", os.urandom(size))
    with answered(page, VOUCH, 200, f'["{"f" * 32}"]'):
        drop(page, display, [path])
        [found] = intake.arrived(1)
    assert found.is_copy_of(path)
    assert intake.sent() >= size


def test_a_file_that_is_replaced_after_the_drop_is_reported(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    path = make(tmp_path, "photo.png", os.urandom(900))
    with page.expect_response(f"**{VOUCH}"):
        drop(page, display, [path], "#limited")
    fresh = make(tmp_path, "fresh", os.urandom(900))
    fresh.replace(path)
    page.get_by_role("button", name="Send").click()
    page.get_by_text("The file was changed or removed since it was chosen").wait_for()
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(".satchel-progress")).to_have_count(0)


def test_the_limits_of_the_input_hold(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    fit, large = make(tmp_path, "fit.png", b"x" * 900), make(tmp_path, "large.png", b"x" * 1001)
    drop(page, display, [large], "#limited")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("“large.png” has 1,001 bytes; at most 1,000 bytes are accepted").wait_for()
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator(".satchel-progress")).to_have_count(0)
    drop(page, display, [fit, make(tmp_path, "no.txt", b"no")], "#limited")
    page.get_by_text("Not accepted: “no.txt”").wait_for()
    page.get_by_role("button", name="Send").click()
    page.get_by_text("“fit.png” is not").wait_for()  # its content was looked at
    page.get_by_role("button", name="Close", exact=True).click()


def test_a_picture_of_a_web_page_comes_with_its_bytes(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    picture = make(tmp_path, "bytes", b"\x89PNG" + os.urandom(5000))
    address = "https://example.org/cats/a%20cat.png?size=large"
    link = [f"text/uri-list={address}\r\n", f'text/html=<img src="{address}">']
    for strings in ([*link, f"text/plain={address}"], []):
        drop(page, display, [*strings, f"image/png=@{picture}"])
    named, unnamed = intake.arrived(2)
    assert named.name == "a cat.png"
    assert unnamed.name.startswith("Picture 20") and unnamed.name.endswith(".png")
    assert {each.digest for each in (named, unnamed)} == {sha256(picture.read_bytes()).hexdigest()}
    assert intake.sent() == 0


def test_what_is_no_file_is_sent_as_one(intake: Intake, page: Page, display: Display) -> None:
    address, title = "https://example.org/story", "A story"
    picture = base64.b64encode(b"\x89PNG picture").decode()
    for strings in (
        [f"text/uri-list={address}\r\n", f'text/html=<a href="{address}">{title}</a>'],
        [f'text/html=<img src="data:image/png;base64,{picture}" alt="A cat">'],
    ):
        drop(page, display, strings)
    link, cat = intake.arrived(2)
    for found, name, content in (
        (link, "A story.url", f"[InternetShortcut]\r\nURL={address}\r\n".encode()),
        (cat, "A cat.png", b"\x89PNG picture"),
    ):
        assert (found.name, found.size) == (name, len(content))
        assert found.digest == sha256(content).hexdigest()

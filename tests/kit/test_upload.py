"""kit.Upload: files get in by mouse, keyboard, drop and paste, or it says why not."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

import core as jp
from core import kit, testing
from core.media.format_names import describe_limits
from tests.conftest import Live
from tests.support.api import shows
from tests.support.dragging import drop, paste_picture

Show = Callable[..., Live]

browser = pytest.mark.browser


def file(folder: Path, name: str, content: bytes = b"content") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


class Drawer:
    """Keeps the names and contents of what arrived."""

    def __init__(self) -> None:
        self.arrivals: list[list[str]] = []
        self.said = jp.P(id="said")
        self.raises: Exception | None = None

    def keep(self, msg: jp.Msg) -> None:
        if self.raises is not None:
            raise self.raises
        self.arrivals.append([each.name for each in msg.files])
        self.said.text = " ".join(each.name for each in msg.files)


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


def said(page: Page) -> Locator:
    return page.locator("#said")


def panel(page: Page) -> Locator:
    return page.get_by_role("region", name="Upload")


# --- what it says ---


@pytest.mark.parametrize(
    ("accept", "options", "text"),
    [
        ("image/png,image/jpeg", {"max_size": "20 MB"}, "PNG or JPEG, up to 20 MB each"),
        ("image/*,.pdf", {}, "Pictures or PDF"),
        (".jpg,.jpeg,.tif,application/zip", {}, "JPEG, TIFF or ZIP"),
        (
            ".xlsx,text/csv,text/plain",
            {"multiple": False, "max_size": 1500},
            "XLSX, CSV or texts, up to 2 kB",
        ),
        ("*/*", {}, ""),
        (None, {"max_size": "2.5 GB", "max_files": 1}, "Up to 2.5 GB each, at most 1 file"),
        ("video/*", {"multiple": False, "max_files": 3}, "Videos"),
    ],
)
def test_the_hint_follows_from_the_rules(accept: str, options: dict[str, Any], text: str) -> None:
    assert describe_limits(accept, **options) == text


def test_without_a_browser_chosen_files_arrive_at_once(tmp_path: Path, drawer: Drawer) -> None:
    def page() -> jp.WebPage:
        page = jp.WebPage()
        kit.Upload(drawer.keep, text="Photos", accept="image/*,.txt", a=page)
        return page.add(drawer.said)

    with testing.serve(page) as user:
        seen = user.open()
        seen.find("Photos").choose(file(tmp_path, "b.txt"), file(tmp_path, "a.txt"))
        assert drawer.arrivals == [["b.txt", "a.txt"]]
        with pytest.raises(testing.NotPossible, match=r"a\.csv.*only pictures and \.txt files"):
            seen.find("Photos").choose(file(tmp_path, "a.csv"))
        drawer.raises = ValueError("full")
        with pytest.raises(testing.HandlerFailed, match="full"):
            seen.find("Photos").choose(file(tmp_path, "c.txt"))


# --- how files get in ---


@browser
@shows("kit.Upload")
def test_chosen_files_are_sent_at_once_in_their_order(
    live: Show, drawer: Drawer, tmp_path: Path
) -> None:
    page = live(kit.Upload(drawer.keep), drawer.said).page
    paths = [file(tmp_path, name) for name in ("c.txt", "a.txt", "b.txt")]
    with page.expect_file_chooser() as chooser:
        page.get_by_text("Drop files here").click()
    chooser.value.set_files(paths)
    expect(said(page)).to_have_text("c.txt a.txt b.txt")
    with page.expect_file_chooser() as chooser:  # the same ones again
        page.get_by_text("Choose files").click()
    chooser.value.set_files(paths[:1])
    expect(said(page)).to_have_text("c.txt")
    assert len(drawer.arrivals) == 2


@browser
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_the_file_chooser(
    live: Show, drawer: Drawer, tmp_path: Path, key: str
) -> None:
    page = live(kit.Upload(drawer.keep, accept=".txt"), drawer.said).page
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Choose files")
    expect(button).to_be_focused()
    expect(button).to_have_accessible_description("TXT")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press(key)
    chooser.value.set_files(file(tmp_path, "a.txt"))
    expect(said(page)).to_have_text("a.txt")


@browser
def test_dropped_and_pasted_files_arrive(live: Show, drawer: Drawer, tmp_path: Path) -> None:
    page = live(kit.Upload(drawer.keep), drawer.said).page
    folder = tmp_path / "trip"
    folder.mkdir()
    file(folder, "in folder.txt")
    drop(page, ".kit-upload-area", file(tmp_path, "b.txt"), file(tmp_path, "a.txt"), folder)
    expect(said(page)).to_have_text("b.txt a.txt in folder.txt")
    assert paste_picture(page, "body")
    expect(said(page)).to_have_text(re.compile(r"^Picture [-\d]{10} [.\d]{8}\.png$"))


@browser
def test_the_whole_page_takes_files_for_it(live: Show, drawer: Drawer, tmp_path: Path) -> None:
    other = Drawer()
    alone = kit.Upload(other.keep, text="Other")
    shown = live(kit.Upload(drawer.keep, anywhere=True), drawer.said, alone, jp.P(text="far away"))
    drop(shown.page, "text=far away", file(tmp_path, "a.txt"))
    expect(said(shown.page)).to_have_text("a.txt")
    drop(shown.page, "text=Other", file(tmp_path, "b.txt"))
    expect(shown.page.locator(".satchel-dropping, .satchel-dragging")).to_have_count(0)
    expect(panel(shown.page)).to_have_count(0)
    assert (drawer.arrivals, other.arrivals) == ([["a.txt"]], [["b.txt"]])


@browser
def test_a_folder_is_chosen_if_that_is_offered(live: Show, tmp_path: Path) -> None:
    arrived = jp.P(id="said")

    def keep(msg: jp.Msg) -> None:
        arrived.text = ", ".join(sorted(f"{each.folder}/{each.name}" for each in msg.files))

    page = live(kit.Upload(keep, folders=True), arrived).page
    (tmp_path / "trip" / "day").mkdir(parents=True)
    file(tmp_path / "trip", "a.txt")
    file(tmp_path / "trip" / "day", "b.txt")
    with page.expect_file_chooser() as chooser:
        page.get_by_text("Choose a folder").click()
    chooser.value.set_files(tmp_path / "trip")
    expect(said(page)).to_have_text("trip/a.txt, trip/day/b.txt")


@browser
def test_five_hundred_files(live: Show, drawer: Drawer, tmp_path: Path) -> None:
    page = live(kit.Upload(drawer.keep), drawer.said).page
    paths = [file(tmp_path, f"{number:03}.txt") for number in range(500)]
    page.set_input_files(".kit-upload-input", paths)
    expect(said(page)).to_contain_text("499.txt")
    assert drawer.arrivals == [[path.name for path in paths]]


@browser
def test_files_chosen_while_others_are_handled_wait_their_turn(live: Show, tmp_path: Path) -> None:
    turns: list[str] = []
    shown_jobs = jp.P(id="said")
    go = threading.Event()

    def keep(msg: jp.Msg) -> None:
        turns.append(f"starts {msg.files[0].name}")
        go.wait(20)
        turns.append(f"ends {msg.files[0].name}")
        shown_jobs.text = msg.files[0].name

    page = live(kit.Upload(keep), shown_jobs).page
    page.set_input_files(".kit-upload-input", file(tmp_path, "1.txt"))
    expect(page.get_by_text("Working…")).to_have_count(1)
    page.set_input_files(".kit-upload-input", file(tmp_path, "2.txt"))
    expect(page.get_by_text("Working…")).to_have_count(2)
    go.set()
    expect(said(page)).to_have_text("2.txt")
    assert turns == ["starts 1.txt", "ends 1.txt", "starts 2.txt", "ends 2.txt"]


# --- what goes wrong ---


@browser
def test_wrong_and_large_files_are_refused_in_words(
    live: Show, drawer: Drawer, tmp_path: Path
) -> None:
    page = live(kit.Upload(drawer.keep, accept=".txt", max_size="1 kB"), drawer.said).page
    wrong, large = file(tmp_path, "a.csv"), file(tmp_path, "large.txt", bytes(2000))
    page.set_input_files(".kit-upload-input", [wrong, large, file(tmp_path, "good.txt")])
    expect(panel(page)).to_contain_text(
        "“a.csv” is not accepted here: only .txt files can be sent."
    )
    expect(panel(page)).to_contain_text("“large.txt” has 2 kB; at most 1 kB are accepted.")
    panel(page).get_by_role("button", name="Leave these out").click()
    expect(said(page)).to_have_text("good.txt")
    drop(page, ".kit-upload-area", wrong)
    expect(page.locator(".satchel-notice")).to_contain_text("Not accepted: “a.csv”.")


@browser
def test_the_files_of_a_handler_that_raised_are_sent_again(
    live: Show, drawer: Drawer, tmp_path: Path
) -> None:
    page = live(kit.Upload(drawer.keep), drawer.said).page
    drawer.raises = RuntimeError("The disk is full.")
    page.set_input_files(".kit-upload-input", [file(tmp_path, "a.txt"), file(tmp_path, "b.txt")])
    expect(panel(page)).to_contain_text("The files were sent, but not accepted")
    expect(panel(page)).to_contain_text("The disk is full.")
    expect(panel(page)).not_to_contain_text("Traceback")
    drawer.raises = None
    panel(page).get_by_role("button", name="Try again").click()
    expect(said(page)).to_have_text("a.txt b.txt")
    expect(panel(page)).to_have_count(0)


@browser
@shows("Upload.disabled")
def test_a_disabled_one_takes_nothing(live: Show, drawer: Drawer, tmp_path: Path) -> None:
    upload = kit.Upload(drawer.keep, disabled=True, multiple=False)
    shown = live(upload, drawer.said)
    page = shown.page
    expect(page.get_by_role("button", name="Choose a file")).to_be_disabled()
    drop(page, ".kit-upload-area", file(tmp_path, "a.txt"))
    shown.do(lambda: setattr(upload, "disabled", False))
    drop(page, ".kit-upload-area", file(tmp_path, "b.txt"))
    expect(said(page)).to_have_text("b.txt")


@browser
def test_one_that_a_patch_brings_sends_at_once_too(
    live: Show, drawer: Drawer, tmp_path: Path
) -> None:
    """There, the plain button of browsers without scripts is an element."""
    shown = live(drawer.said)
    shown.do(lambda: shown.stage.add(kit.Upload(drawer.keep)))
    shown.page.set_input_files(".kit-upload-input", file(tmp_path, "a.txt"))
    expect(said(shown.page)).to_have_text("a.txt")


@browser
def test_a_browser_without_scripts_sends_with_a_button(
    chromium: Any, drawer: Drawer, tmp_path: Path
) -> None:
    def page() -> jp.WebPage:
        page = jp.WebPage()
        kit.Upload(drawer.keep, a=page)
        return page.add(drawer.said)

    with testing.serve(page) as user:
        context = chromium.new_context(java_script_enabled=False)
        tab = context.new_page()
        tab.goto(user.url)
        tab.get_by_label("Choose files").set_input_files(file(tmp_path, "a.txt"))
        tab.get_by_role("button", name="Send").click()
        expect(said(tab)).to_have_text("a.txt")
        context.close()

"""The shelf where there is little room, and for people who want no motion."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.support.file_tiles import names, tile, tiles
from tests.support.served import Served
from tests.support.shelf import choose, payload, slow_network
from tests.support.shelves import make

pytestmark = pytest.mark.browser

LONG = "A report about the weather in the north and the south of the country (3).pdf"
BOOK = Path(__file__).parents[1] / "packed" / "data" / "book.pdf"

MOTION = """() => {
    window.moved = [];
    const takesTime = (each) => each.effect.getComputedTiming().activeDuration > 1;
    const note = ({ type, target }) => {
        if (document.getAnimations().some(takesTime)) window.moved.push(type + target.className);
    };
    for (const type of ['animationstart', 'transitionrun']) {
        document.addEventListener(type, note, { capture: true });
    }
}"""


def test_a_long_name_keeps_its_end_in_a_narrow_window_without_motion(
    shelf: Served, page: Page
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 280, "height": 520})
    page.evaluate(MOTION)
    book = BOOK.read_bytes()
    page.set_input_files("input[type=file]", [payload("a.pdf", book)])
    expect(tiles(page)).to_have_count(1)
    page.set_input_files("input[type=file]", [payload(LONG, book)])
    said = page.locator(".satchel-notice p").filter(has_text="is already here as “a.pdf”")
    expect(said).to_contain_text("“A report about the w… country (3).pdf” is")
    expect(said).to_have_attribute("title", f"“{LONG}” is already here as “a.pdf”. Both are kept.")
    tile(page, LONG).click()
    page.keyboard.press("Space")
    dialog = page.get_by_role("dialog", name=LONG)
    expect(dialog.get_by_role("heading").get_by_text("ountry (3).pdf")).to_be_in_viewport()
    expect(dialog.get_by_role("button", name="Larger")).to_be_visible()
    tools = dialog.locator(".kit-preview-bar :is(button, input, a):visible")
    tops = {
        round(box["y"] + box["height"] / 2) for each in tools.all() if (box := each.bounding_box())
    }
    assert max(tops) - min(tops) <= 1, "the tools are in one line"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="This shelf").press("Enter")
    page.get_by_role("menuitem", name="New shelf…").press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert set(page.evaluate("window.moved")) == set()


def test_what_the_main_button_says_can_be_read_in_forced_colours(shelf: Served, page: Page) -> None:
    page.emulate_media(forced_colors="active", color_scheme="light")
    make(page, "Work")
    choose(page, payload("a.txt"))
    tile(page, "a.txt").click(button="right")
    page.get_by_role("menuitem", name="Move to shelf…").click()
    assert letters_on_one_ground(page.get_by_role("button", name="Move there"))
    page.keyboard.press("Escape")
    page.get_by_role("button", name="This shelf").click()
    page.get_by_role("menuitem", name="Rename shelf…").click()
    assert letters_on_one_ground(page.get_by_role("button", name="Rename", exact=True).last)


def test_in_forced_colours_what_is_selected_is_no_other_than_what_keys_act_on(
    shelf: Served, page: Page
) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    choose(page, payload("a.txt", b"a"), payload("b.txt", b"b"))
    one, other = names(page)
    page.get_by_role("listbox").press("Home")
    page.keyboard.press("Control+ArrowRight")
    highlight = colour_of(page, "Highlight")
    expect(tile(page, one)).to_have_css("background-color", highlight)
    expect(tile(page, one).locator(".kit-files-size")).to_have_css(
        "color", colour_of(page, "HighlightText")
    )
    expect(tile(page, other)).not_to_have_css("background-color", highlight)
    expect(tile(page, other)).to_have_css("outline-style", "solid")
    expect(tile(page, other)).not_to_have_css("outline-color", highlight)


def test_in_forced_colours_a_bar_shows_how_much_there_is(shelf: Served, page: Page) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    with slow_network(page):
        page.set_input_files("input[type=file]", payload("big.bin", bytes(4_000_000)))
        bar = page.get_by_role("progressbar", name="All files")
        expect(bar).to_be_visible()
        picture = Image.open(io.BytesIO(bar.screenshot())).convert("RGB")
        middle = [picture.getpixel((x, picture.height // 2)) for x in range(picture.width)]
        ground = page.evaluate(COLOUR, "Canvas")
        empty = sum(f"rgb{colour}" == ground for colour in middle)
        assert empty > picture.width / 2  # nearly nothing was sent


def test_the_panel_of_transfers_leaves_the_bar_below_the_files_in_sight(
    shelf: Served, page: Page
) -> None:
    page.set_viewport_size({"width": 800, "height": 560})
    choose(page, payload("a.txt"))
    tile(page, "a.txt").click()
    with slow_network(page):
        page.set_input_files("input[type=file]", payload("big.bin", bytes(4_000_000)))
        panel = page.locator(".satchel-progress[data-mode=sending]")  # beside that of the first
        expect(panel.get_by_role("button", name="Cancel")).to_be_visible()
        page.get_by_role("button", name="Save", exact=True).click(trial=True)
        box, bar = panel.bounding_box(), page.locator(".kit-files-bar").bounding_box()
        assert box and bar and box["y"] + box["height"] <= bar["y"]


COLOUR = """name => {
  const shown = Object.assign(document.createElement('i'), { style: `color: ${name}` });
  document.body.append(shown);
  const { color } = getComputedStyle(shown);
  shown.remove();
  return color;
}"""


def colour_of(page: Page, name: str) -> str:
    """A colour of the system, as the page has it."""
    return str(page.evaluate(COLOUR, name))


def letters_on_one_ground(button: Locator) -> bool:
    """Whether nearly all between the letters has the colour of the button's corner."""
    expect(button).to_be_visible()
    picture = Image.open(io.BytesIO(button.screenshot(animations="disabled"))).convert("RGB")
    width, height = picture.size
    ground = picture.getpixel((8, 8))
    text = picture.crop((12, height // 4, width - 12, height * 3 // 4))
    colours = text.getcolors(text.width * text.height) or []
    return max(colours)[1] == ground and len(colours) > 2

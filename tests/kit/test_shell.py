"""The frame of a program: sections and links, wide and narrow, light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

import core as jp
from core import kit
from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
from core import kit

def frame(request):
    page = kit.Shell("Darkroom", icon="image", current=request.url.path)
    kit.Button("Import", a=page.actions)
    return page

def page(request):
    wp = frame(request)
    said = jp.P(text="-", id="said", a=wp)
    notes = wp.section("Notes", icon="pencil")
    jp.Textarea(aria_label="Note", a=notes)
    wp.section("Log", fill=lambda panel: jp.P(text="Filled", a=panel))

    def fail(panel):
        jp.P(text="Half", a=panel)
        raise KeyError("secret")

    wp.section("Broken", fill=fail)
    wp.link("More", "/more", icon="link")
    wp.navigation.on("selected", lambda msg: setattr(said, "text", msg.selected))
    jp.Button(text="Back", click=lambda: setattr(wp, "selected", "Notes"), a=wp)
    return wp

@jp.SetRoute("/more")
def more(request):
    wp = frame(request)
    wp.link("Start", "/")
    wp.link("More", "/more")
    return wp

shared = kit.Shell("Shared")
jp.Button(text="Start", click=lambda: setattr(shared, "dark", False), a=shared)

@jp.SetRoute("/shared")
def everybody(request):
    return shared

jp.justpy(page)
"""
IS_DARK = "getComputedStyle(document.documentElement).colorScheme === 'dark'"
# Notes each class of the root until the page is shown.
NOTE_THEMES = """
window.themes = []
const note = () => document.documentElement && themes.push(document.documentElement.className)
new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true })
"""


@pytest.mark.browser
@shows("kit.Shell", "Shell.section", "Shell.selected", "Shell.navigation", "Shell.actions")
def test_sections_are_shown_and_keep_what_is_in_them(program: Served, page: Page) -> None:
    page.goto(program.url)
    navigation = page.get_by_role("navigation")
    note, notes = page.get_by_label("Note"), navigation.get_by_role("button", name="Notes")
    expect(page.get_by_role("heading", level=1)).to_have_text("Notes")
    expect(notes).to_have_attribute("aria-current", "page")
    note.evaluate("element => { element.mark = 'the same' }")
    navigation.get_by_role("button", name="Log").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Log")
    expect(page.get_by_text("Filled")).to_be_visible()
    expect(page.locator("#said")).to_have_text("Log")
    expect(note).to_be_hidden()
    expect(notes).not_to_have_attribute("aria-current", "page")
    notes.click()
    expect(note).to_be_visible()
    assert note.evaluate("element => element.mark") == "the same"
    navigation.get_by_role("button", name="Log").click()
    expect(page.get_by_text("Filled")).to_have_count(1)
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Notes")
    expect(page.get_by_role("button", name="Import")).to_be_visible()


@pytest.mark.browser
def test_a_section_that_cannot_be_filled_leaves_the_other_one(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.get_by_role("button", name="Broken").click()
    expect(page.get_by_role("alert").or_(page.get_by_role("status")).first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Notes")
    expect(page.get_by_text("secret")).to_have_count(0)
    expect(page.get_by_text("Half")).to_have_count(0)


@pytest.mark.browser
@shows("Shell.link", "Shell.heading")
def test_a_link_of_this_page_is_marked_and_names_it(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.get_by_role("link", name="More").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("More")
    expect(page.get_by_role("link", name="More")).to_have_attribute("aria-current", "page")
    expect(page.get_by_role("link", name="Start")).not_to_have_attribute("aria-current", "page")


@pytest.mark.browser
def test_in_a_narrow_window_the_navigation_is_a_drawer(program: Served, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 600})
    page.goto(program.url)
    opener = page.get_by_role("button", name="Navigation")
    log = page.get_by_role("button", name="Log")
    expect(log).to_be_hidden()
    opener.press("Enter")
    expect(log).to_be_visible()
    page.keyboard.press("Escape")
    expect(log).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    log.click()
    expect(log).to_be_hidden()
    expect(page.get_by_text("Filled")).to_be_visible()
    page.set_viewport_size({"width": 900, "height": 600})
    expect(log).to_be_visible()
    expect(opener).to_be_hidden()


@pytest.mark.browser
def test_the_keyboard_can_skip_the_navigation(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.browser
@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_choice_between_light_and_dark_is_remembered_without_a_flash(
    program: Served, page: Page, system: str
) -> None:
    page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    page.goto(program.url)
    wanted = "light" if system == "dark" else "dark"
    colours = page.get_by_role("button", name="Colours", exact=True)
    colours.press("Enter")
    chosen = page.get_by_role("menuitemcheckbox", checked=True)
    expect(chosen).to_have_text("As the system")
    page.get_by_role("menuitemcheckbox", name=wanted.title()).press("Enter")
    expect(page.locator("html")).to_have_class(wanted)
    page.wait_for_function("localStorage.getItem('satchel-theme')")
    page.add_init_script(NOTE_THEMES)
    page.goto(program.origin + "/more")
    colours.press("Enter")
    expect(chosen).to_have_text(wanted.title())
    assert page.evaluate(IS_DARK) is (wanted == "dark")
    body = "document.body && themes.lastIndexOf('')"
    assert set(page.evaluate("themes")) <= {"", wanted}
    assert page.evaluate(body) < page.evaluate(f"themes.indexOf('{wanted}')")
    page.get_by_role("menuitemcheckbox", name="As the system").press("Enter")
    expect(page.locator("html")).to_have_class("")
    page.goto(program.url)
    colours.press("Enter")
    expect(chosen).to_have_text("As the system")


@pytest.mark.browser
def test_on_a_page_of_several_people_each_chooses_for_their_own_browser(
    program: Served, page: Page, chromium: Browser
) -> None:
    """A second browser, and a second tab of the first one, which follows."""
    page.goto(program.url)
    with chromium.new_context(color_scheme="light") as context:
        theirs = context.new_page()
        theirs.goto(program.url)
        tab = page.context.new_page()
        for each in (page, tab, theirs):
            each.emulate_media(color_scheme="light")
            each.goto(program.origin + "/shared")
        page.get_by_role("button", name="Colours").click()
        page.get_by_role("menuitemcheckbox", name="Dark").click()
        expect(page.locator("html")).to_have_class("dark")
        expect(tab.locator("html")).to_have_class("dark")
        # The program's wish reaches everybody after the press, and holds where nobody has chosen.
        theirs.get_by_role("button", name="Start").click()
        expect(theirs.locator("html")).to_have_class("light")
        theirs.get_by_role("button", name="Colours").click()
        chosen = theirs.get_by_role("menuitemcheckbox", checked=True)
        expect(chosen).to_have_text("Light")
        assert theirs.evaluate("localStorage.getItem('satchel-theme')") is None
        tab.reload()
        expect(tab.locator("html")).to_have_class("dark")
        assert page.evaluate(IS_DARK)


def test_names_that_cannot_be_are_refused() -> None:
    page = kit.Shell("Darkroom")
    page.section("Notes")
    with pytest.raises(ValueError, match="name of its own"):
        page.section("Notes")
    with pytest.raises(ValueError, match="Notes"):
        page.selected = "Note"

    async def fill(panel: jp.Div) -> None: ...

    with pytest.raises(TypeError, match="plain function"):
        page.section("Log", fill=fill)
    assert page.selected == "Notes"

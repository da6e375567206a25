"""kit.Job in Chromium: files go in, processes work, results come out, by mouse and keyboard."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.support import job_visit
from tests.support.api import shows
from tests.support.job_visit import Visit, says
from tests.support.served import ROOT, Served

PROGRAM = job_visit.PROGRAM

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(program: Served, page: Page, tmp_path: Path) -> Iterator[Visit]:
    made = Visit(program, page, tmp_path / "gate")
    yield made
    made.go_on()


@shows("kit.Job", "Job.start", "kit.report", "kit.output")
def test_from_sending_to_saving(visit: Visit, pictures: list[Path]) -> None:
    page, job = visit.page, visit.job
    visit.send(*pictures)
    expect(page.get_by_role("region", name="Upload")).to_have_count(0)  # the job carries on
    row = visit.row("red.png")
    expect(row).to_contain_text("Reading")
    expect(row).to_contain_text("50%")
    expect(visit.row("日本 é.png")).to_contain_text("Waiting")
    says(job, "0 of 3 done · 33%")
    visit.go_on()
    says(job, "All 3 done")
    for name in ("red.png", "a #1 100%.png", "日本 é.png"):
        row = visit.row(name)
        expect(row).to_contain_text("→")
        picture = row.locator("img")
        expect(picture).to_have_js_property("naturalWidth", 100)
        with page.expect_download() as downloading:
            row.get_by_role("link", name=f"Save {name}").click()
        assert downloading.value.suggested_filename == name
        with Image.open(downloading.value.path()) as image:
            assert image.size == (100, 67)
    with page.expect_download() as downloading:
        job.get_by_role("button", name="Save all").click()
    assert downloading.value.suggested_filename == "Shrinking.zip"
    with zipfile.ZipFile(downloading.value.path()) as archive:
        assert archive.namelist() == [path.name for path in pictures]
        assert Image.open(io.BytesIO(archive.read("red.png"))).size == (100, 67)


def test_the_list_takes_the_place_of_the_panel(visit: Visit, pictures: list[Path]) -> None:
    """In no frame are there two lists, or is there none."""
    visit.page.evaluate("""() => {
        window.seen = new Set();
        const look = () => {
            const lists = [...document.querySelectorAll('.satchel-progress, .kit-job-card')];
            seen.add(lists.filter((list) => list.checkVisibility()).length);
            requestAnimationFrame(look);
        };
        look();
    }""")
    visit.send(*pictures)
    visit.go_on()
    says(visit.job, "All 3 done")
    assert visit.page.evaluate("[...seen]") == [0, 1]


@shows("Job.jobs")
def test_reloads_and_other_windows_find_it(
    visit: Visit, program: Served, context: BrowserContext, pictures: list[Path]
) -> None:
    visit.send(*pictures)
    expect(visit.row("red.png")).to_contain_text("50%")
    second = context.new_page()
    second.goto(program.origin)
    job = second.get_by_role("region", name="Shrinking")
    says(job, "0 of 3 done · 33%")
    visit.page.reload()
    says(visit.job, "0 of 3 done · 33%")
    visit.page.close()
    visit.go_on()
    says(job, "All 3 done")
    third = context.new_page()
    third.goto(program.origin)
    says(third.get_by_role("region", name="Shrinking"), "All 3 done")
    third.get_by_role("button", name="Dismiss").click()
    third.get_by_role("button", name="Undo").click()
    expect(third.get_by_role("listitem")).to_have_count(3)


def test_results_are_looked_at_in_front_of_the_page(visit: Visit, pictures: list[Path]) -> None:
    page = visit.page
    visit.send(*pictures)
    visit.go_on()
    says(visit.job, "All 3 done")
    visit.row("red.png").get_by_role("button", name="red.png", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="red.png")).to_be_visible()
    expect(dialog.locator("img").first).to_have_js_property("naturalWidth", 100)
    dialog.get_by_role("button", name="Next file").click()
    expect(dialog.get_by_role("heading", name="a #1 100%.png")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name="red.png", exact=True)).to_be_focused()


def test_failures_are_said_at_their_rows(
    visit: Visit, pictures: list[Path], tmp_path: Path
) -> None:
    killed = pictures[0].rename(tmp_path / "killed.png")
    broken = tmp_path / "broken.png"
    broken.write_bytes(pictures[1].read_bytes()[:50])
    visit.send(killed, broken, *pictures[1:])
    visit.go_on()
    says(visit.job, "2 of 4 done, 2 failed")
    expect(visit.row("killed.png")).to_contain_text("killed")
    expect(visit.row("broken.png")).to_contain_text("Failed")
    first, second = visit.job.get_by_role("listitem").all()[:2]
    expect(first).to_contain_text("killed.png")
    expect(second).to_contain_text("broken.png")
    retry = visit.row("killed.png").get_by_role("button", name="Retry killed.png")
    retry.click()
    expect(visit.row("killed.png")).to_contain_text("Failed")
    expect(visit.job).to_have_attribute("data-state", "failed")
    expect(visit.row("日本 é.png")).to_contain_text("Done")


def test_cancelling_by_keyboard_keeps_the_focus(visit: Visit, pictures: list[Path]) -> None:
    page = visit.page
    visit.send(*pictures)
    expect(visit.row("red.png")).to_contain_text("50%")
    cancel = visit.job.get_by_role("button", name="Cancel", exact=True)
    cancel.focus()
    page.keyboard.press("Tab")
    expect(visit.job.get_by_role("list")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Cancel red.png")).to_be_focused()
    page.keyboard.press("Enter")
    expect(visit.row("red.png")).to_contain_text("Cancelled")
    expect(page.get_by_role("button", name="Retry red.png")).to_be_focused()
    page.keyboard.press("Enter")
    expect(visit.row("red.png")).to_contain_text("Waiting")
    expect(page.get_by_role("button", name="Cancel red.png")).to_be_focused()
    cancel.focus()
    page.keyboard.press("Space")
    says(visit.job, "0 of 3 done, cancelled")
    focused = visit.job.locator(":focus")
    expect(focused).to_have_text("Retry")
    visit.go_on()
    page.keyboard.press("Enter")
    says(visit.job, "All 3 done")
    expect(visit.job.locator(":focus")).to_have_count(1)


def test_results_go_into_the_folder_of_the_session(
    visit: Visit, program: Served, pictures: list[Path]
) -> None:
    visit.send(*pictures)
    visit.go_on()
    visit.job.get_by_role("button", name="Keep").click()
    says(visit.job, "3 files put into your folder")
    kept = {path.name for folder in program.sessions for path in folder.iterdir()}
    assert kept == {path.name for path in pictures}


def test_of_ten_thousand_some_are_shown(visit: Visit) -> None:
    page = visit.page
    page.get_by_role("button", name="Squares").click()
    job = page.get_by_role("region", name="Squares")
    expect(job).to_have_attribute("data-state", "done", timeout=60_000)
    says(job, "All 10,000 done")
    expect(job.get_by_role("listitem")).to_have_count(100)
    expect(job).to_contain_text("and 9,900 more")
    job.get_by_role("button", name="Show more").click()
    expect(job.get_by_role("listitem")).to_have_count(200)
    job.get_by_role("button", name="Dismiss").click()
    expect(job).to_have_count(0)


@shows("kit.Result", "Job.results", "Job(done)", "Job(result)", "Job(without)", "kit.Cancelled")
def test_the_program_is_told_what_is_done(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.goto(f"{program.origin}/halves")
    page.get_by_role("button", name="Halve", exact=True).click()
    expect(page.get_by_text("two:1 four:2")).to_be_visible()
    expect(page.get_by_text("2 of 3: [1, 2]")).to_be_visible()
    job = page.get_by_role("region", name="Halve")
    expect(job.get_by_role("listitem").filter(has_text="three")).to_contain_text("Cancelled")
    expect(job.get_by_role("button", name="Dismiss")).to_have_count(0)


@shows("Job(autoclose)")
def test_a_job_closes_itself(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.goto(f"{program.origin}/halves")
    page.get_by_role("button", name="Halve and close").click()
    job = page.get_by_role("region", name="Short")
    says(job, "Done")
    expect(job).to_have_count(0)


AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
FAULTS = """async () => {
    const { violations } = await axe.run('.kit-job', { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    visit: Visit, tmp_path: Path, pictures: list[Path], scheme: Literal["light", "dark"]
) -> None:
    page = visit.page
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.add_init_script(path=AXE)
    page.reload()
    broken = tmp_path / "broken.png"
    broken.write_bytes(pictures[0].read_bytes()[:50])

    def faults() -> list[str]:
        found: list[str] = page.evaluate(FAULTS)
        return found

    visit.send(pictures[0], broken, *pictures[1:])
    expect(visit.row("red.png")).to_contain_text("50%")
    assert faults() == []
    page.get_by_role("button", name="Cancel a #1 100%.png").click()
    expect(visit.row("a #1")).to_contain_text("Cancelled")
    visit.go_on()
    says(visit.job, "2 of 4 done, 1 failed, 1 cancelled")
    assert faults() == []
    visit.job.get_by_role("button", name="Dismiss").click()
    assert faults() == []

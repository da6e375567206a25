"""The programs in examples/, as they are, in a real browser."""

from __future__ import annotations

import hashlib
import os
import re
import wave
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Serve
from tests.support import gallery_sections
from tests.support.dragging import drop
from tests.support.served import ROOT

pytestmark = pytest.mark.browser

EXAMPLES = ROOT / "examples"


def test_every_example_is_tested_and_described() -> None:
    tests = "".join(path.read_text() for path in Path(__file__).parent.glob("test_*.py"))
    tests += Path(gallery_sections.__file__).read_text()
    readme = (EXAMPLES / "README.md").read_text()
    for program in EXAMPLES.glob("*.py"):
        assert f'"{program.name}"' in tests
        assert f"python -m desktop examples/{program.name}" in readme


def test_static_download(serve: Serve, page: Page) -> None:
    page.goto(serve(EXAMPLES / "static_download.py").url)
    kite = (EXAMPLES / "kite.svg").read_bytes()
    image = page.get_by_alt_text("A kite")
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 240
    with page.expect_download() as download:
        page.get_by_text("Save the kite").click()
    assert download.value.suggested_filename == "my kite.svg"
    assert download.value.path().read_bytes() == kite
    with page.expect_popup() as popup:
        page.get_by_text("Open the kite").click()
    expect(popup.value.locator("svg")).to_be_visible()


def test_generated_download(serve: Serve, page: Page) -> None:
    page.goto(serve(EXAMPLES / "generated_download.py").url)
    page.get_by_label("Rows").fill("3")
    link = page.get_by_text("Save the table")
    expect(link).to_have_attribute("href", "/squares.csv?rows=3")
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "squares.csv"
    assert download.value.path().read_text() == "number,square\n1,1\n2,4\n3,9\n"
    page.get_by_label("Rows").fill("")
    expect(link).to_have_attribute("href", "/squares.csv?rows=0")


def test_file_information(serve: Serve, page: Page, pictures: list[Path]) -> None:
    served = serve(EXAMPLES / "file_information.py")
    page.goto(served.url)
    page.set_input_files("input", pictures)
    for path in pictures:
        row = page.get_by_role("row", name=path.name)
        expect(row).to_contain_text(f"{path.stat().st_size:,} bytes")
        expect(row).to_contain_text("image/png")
    drop(page, "input", pictures[0])
    expect(page.get_by_role("row")).to_have_count(len(pictures) + 2)  # it joins the others
    assert [list(folder.iterdir()) for folder in served.sessions] == [[]]  # nothing was sent


def test_photo_wall(serve: Serve, page: Page, pictures: list[Path], tmp_path: Path) -> None:
    program, data = EXAMPLES / "photo_wall.py", tmp_path / "data"
    served = serve(program, data=data)
    page.goto(served.url)
    expect(page.get_by_text("No pictures yet.")).to_be_visible()
    page.set_input_files("input", pictures)
    page.get_by_role("button", name="Upload").click()
    expect(page.locator("img")).to_have_count(3)
    for image in page.locator("img").all():
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 256
    (session,) = served.sessions
    for path in pictures:
        assert (session / path.name).read_bytes() == path.read_bytes()
        with page.expect_download() as download:
            page.get_by_alt_text(path.name).click()
        assert download.value.path().read_bytes() == path.read_bytes()
    served.stop()
    page.goto("about:blank")  # otherwise the open page would reload itself meanwhile
    page.goto(serve(program, data=data).url)
    expect(page.locator("img")).to_have_count(3)


@pytest.mark.parametrize("program", ["photo_wall.py", "checksums.py"])
def test_what_is_to_be_sent_has_room(
    serve: Serve, page: Page, program: str, tmp_path: Path
) -> None:
    (chosen := tmp_path / "a.png").write_bytes(b"a")
    page.set_viewport_size({"width": 700, "height": 500})
    page.goto(serve(EXAMPLES / program).url)
    page.set_input_files("input", chosen)
    row, form = page.get_by_text("to be sent").locator("../.."), page.locator("form")
    expect(row).to_be_visible()
    widths = [each.evaluate("it => it.getBoundingClientRect().width") for each in (row, form)]
    assert widths[0] > 0.9 * widths[1]


def test_checksums(serve: Serve, page: Page, tmp_path: Path) -> None:
    served = serve(EXAMPLES / "checksums.py")
    page.goto(served.url)
    files = {"large.bin": os.urandom(9_000_000), "empty.bin": b""}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    page.evaluate(RECORD_PROGRESS)
    page.set_input_files("input", [tmp_path / name for name in files])
    page.get_by_role("button", name="Sum up").click()
    expect(page.get_by_text("Done.")).to_be_visible()
    for content in files.values():
        expect(page.get_by_text(hashlib.sha256(content).hexdigest())).to_be_visible()
    steps = page.evaluate("window.steps")
    assert steps == sorted(steps)  # 4 MiB, 8 MiB, all: pushed while the handler ran
    assert steps == [2**22, 2**23, 9_000_000]
    expect(page.get_by_text(re.compile("^File "))).to_have_count(0)
    assert served.uploads == []  # files that no handler kept are gone


def test_waveform(serve: Serve, page: Page, tmp_path: Path) -> None:
    recording = tmp_path / "tone #1.wav"
    with wave.open(str(recording), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8_000)
        file.writeframes(bytes(range(256)) * 250)  # 4 seconds
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))  # as of a refused style
    page.goto(serve(EXAMPLES / "waveform.py").url)
    page.set_input_files("input", recording)
    page.get_by_role("button", name="Upload").click()
    canvas = page.locator("[data-module] canvas").first
    expect(canvas).to_be_visible()
    page.locator("[data-module]").click()
    expect(page.locator("figcaption")).to_have_text("tone #1.wav: 2.0 of 4.0 seconds")
    assert errors == []


RECORD_PROGRESS = """
window.steps = [];
new MutationObserver((changes) => {
  for (const { target } of changes) {
    if (target.matches('#components progress:not(form *)')) window.steps.push(target.value);
  }
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['value'] });
"""

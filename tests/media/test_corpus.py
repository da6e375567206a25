"""Every kind of file, in its odd variants, is rightly accepted or refused, however it arrives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import core as jp
from core.files.received_file import File
from core.media.types import guess_type
from core.uploads.file_rules import FileRules
from core.web.pages.program import Program
from tests.support.corpus import GROUPS, Specimen
from tests.support.dragging import drop
from tests.support.local import Local, local, sign_in

CASES = [(accept, each) for accept, group in GROUPS.items() for each in group]
ACCEPTS = list(GROUPS)
# A PNG is a picture, but no JPEG; a name with .ts may be two things.
OTHERWISE = {"png in truth.jpg", "packed.svgz", "a.ts"}


def test_the_corpus_is_large_enough() -> None:
    assert len(CASES) >= 150
    for group in GROUPS.values():
        assert len({each.name.lower() for each in group}) == len(group)


def judged(folder: Path, accept: str, specimen: Specimen, claimed: str) -> str:
    path = folder / "received"
    path.write_bytes(specimen.content)
    file = File(specimen.name, len(specimen.content), claimed, 0, path)
    FileRules(accept=accept).sort_out([file])
    return file.error


@pytest.mark.parametrize(("accept", "specimen"), CASES, ids=lambda each: getattr(each, "name", ""))
def test_content_is_judged_rightly_whatever_the_browser_claims(
    tmp_path: Path, accept: str, specimen: Specimen
) -> None:
    for claimed in ("", "application/octet-stream", guess_type(specimen.name)):
        error = judged(tmp_path, accept, specimen, claimed)
        if specimen.reason:
            assert f"its content is {specimen.reason})" in error
        else:
            assert error == ""


@pytest.mark.parametrize(
    ("accept", "specimen"),
    [case for case in CASES if not case[1].reason and case[1].name not in OTHERWISE],
    ids=lambda each: getattr(each, "name", ""),
)
def test_its_own_suffix_and_type_let_a_file_in(
    tmp_path: Path, accept: str, specimen: Specimen
) -> None:
    suffix = Path(specimen.name).suffix
    assert judged(tmp_path, suffix, specimen, "") == ""
    own = guess_type(specimen.name)
    assert judged(tmp_path, own, specimen, "") == ""


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("application/x-zip-compressed", "a.zip"),
        ("application/zip", "a.zip"),
        ("audio/mp3", "a.mp3"),
        ("audio/x-wav", "a.wav"),
        ("audio/wav", "a.wav"),
        ("application/x-gzip", "a.gz"),
        ("application/gzip", "a.gz"),
        ("image/jpg", "a.jpg"),
        ("image/pjpeg", "a.jpg"),
        ("image/x-ms-bmp", "a.bmp"),
        ("image/vnd.microsoft.icon", "a.ico"),
        ("image/heif", "real.heic"),
        ("audio/x-m4a", "a.m4a"),
        ("text/javascript", "a.js"),
        ("text/yaml", "a.yaml"),
        ("application/xml", "a.xml"),
        ("application/x-rar-compressed", "a.rar"),
    ],
)
@pytest.mark.parametrize("claimed", ["", "application/octet-stream"])
def test_other_names_of_a_type_mean_the_same(
    tmp_path: Path, accept: str, name: str, claimed: str
) -> None:
    [specimen] = [each for _, each in CASES if each.name == name]
    assert judged(tmp_path, accept, specimen, claimed) == ""


def test_a_claim_of_another_type_proves_nothing(tmp_path: Path) -> None:
    noise = Specimen("nameless", b"\0\1\2")
    assert "unknown" in judged(tmp_path, "image/*", noise, "image/png")
    photo = Specimen("nameless", b"\x89PNG\r\n\x1a\n" + bytes(9))
    assert judged(tmp_path, "image/*", photo, "image/png") == ""


# In Chromium


@pytest.fixture
def taken() -> list[list[str]]:
    return []


@pytest.fixture
def site(tmp_path: Path, taken: list[list[str]]) -> Iterator[Local]:
    def submitted(form: jp.Form, msg: jp.Msg) -> None:
        taken.append(sorted(file.name for file in msg.files))
        form.said.text = f"{len(taken)} submissions"

    def home(request: jp.Request) -> jp.WebPage:
        accept = ACCEPTS[int(request.query_params["group"])]
        page = jp.WebPage()
        form = jp.Form(a=page, submit=submitted, classes="block p-8")
        jp.Input(a=form, type="file", name="files", multiple=True, accept=accept)
        if "plain" in request.query_params:
            jp.Button(a=form, text="Send", type="submit")
        form.said = jp.P(a=form, id="said")
        jp.Input(a=page, type="file", id="source", multiple=True)
        return page

    program = Program()
    program.add_route("/corpus", home)
    with local(tmp_path, program=program) as served:
        yield served


PASTE = """() => {
  const data = new DataTransfer();
  for (const file of document.querySelector('#source').files) data.items.add(file);
  document.querySelector('form').dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def settled(page: Page, taken: list[list[str]], count: int) -> list[str]:
    """What the program got of a submission, once the user left out what the page refused."""
    out = page.get_by_role("button", name="Leave these out")
    said = page.get_by_text(f"{count} submissions")
    expect(out.or_(said).first).to_be_visible()
    if not said.is_visible():
        out.click()
    expect(said).to_be_visible()
    return taken[count - 1]


def written(folder: Path, specimens: list[Specimen]) -> list[Path]:
    (folder / "corpus").mkdir()
    paths = [folder / "corpus" / each.name for each in specimens]
    for path, each in zip(paths, specimens, strict=True):
        path.write_bytes(each.content)
    return paths


@pytest.mark.browser
@pytest.mark.parametrize("group", range(len(ACCEPTS)), ids=ACCEPTS)
def test_choice_drop_and_paste_take_the_same(
    site: Local, chromium: Browser, taken: list[list[str]], tmp_path: Path, group: int
) -> None:
    specimens = GROUPS[ACCEPTS[group]]
    paths = written(tmp_path, specimens)
    good = sorted(each.name for each in specimens if not each.reason)
    page = chromium.new_context().new_page()
    sign_in(site, page.context)
    page.goto(f"{site.url}/corpus?group={group}")
    page.set_input_files("[name=files]", paths)
    assert settled(page, taken, 1) == good
    drop(page, "form", *paths)
    assert settled(page, taken, 2) == good
    page.set_input_files("#source", paths)
    page.evaluate(PASTE)
    assert settled(page, taken, 3) == good
    page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("group", range(len(ACCEPTS)), ids=ACCEPTS)
def test_a_form_without_script_takes_the_same(
    site: Local, chromium: Browser, taken: list[list[str]], tmp_path: Path, group: int
) -> None:
    specimens = GROUPS[ACCEPTS[group]]
    page = chromium.new_context(java_script_enabled=False).new_page()
    sign_in(site, page.context)
    page.goto(f"{site.url}/corpus?group={group}&plain=1")
    page.set_input_files("[name=files]", written(tmp_path, specimens))
    page.get_by_role("button", name="Send").click()
    for each in (each for each in specimens if each.reason):
        shown = page.get_by_text(f"“{each.name}” is not")
        expect(shown).to_contain_text(f"its content is {each.reason})")
    assert taken == [sorted(each.name for each in specimens if not each.reason)]
    page.context.close()

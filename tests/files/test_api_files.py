"""Files in and out: what a program gets of those a user sends, and what it shows to whom."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.api import shows
from tests.support.dragging import drop
from tests.support.served import Served, served, write_program
from tests.support.uploading import keep_panels

pytestmark = pytest.mark.browser

PROGRAM = """
def tell(wp, name, *values):
    jp.Li(text=jp.json.dumps([name, *values]), a=wp.log)

def new_page(*components):
    wp = jp.WebPage()
    wp.add(*components)
    wp.log = jp.Ul(id='log', a=wp)
    return wp

@jp.SetRoute('/facts')
def facts():
    def chosen(self, msg):
        tell(msg.page, 'chosen', *(f.name for f in msg.files))
    def submit(self, msg):
        wp = msg.page
        item = msg.form_data[0]
        assert item.files == msg.files
        for f in item.files:
            with f.open() as stream:
                start = stream.read(3).decode()
            tell(wp, f.name, f.size, f.type, f.lastModified, start, len(f.read()), f.file_content)
            tell(wp, 'item', f['name'] == f.name, f['size'] == f.size,
                 f['file_content'] == f.file_content)
            tell(wp, 'path', f.path.read_bytes() == f.read(), str(f.path))
            tell(wp, 'digest', f.digest('sha256'), isinstance(f, jp.File))
        tell(wp, 'handled')
    form = jp.Form(submit=submit)
    jp.Input(type='file', name='files', id='files', multiple=True, change=chosen, a=form)
    jp.Button(text='Send', a=form)
    return new_page(form)

@jp.SetRoute('/keep')
def keep(request):
    folder = jp.app.session_folder(request.session_id)
    def show():
        wp.list.delete_components()
        for entry in folder.list():
            # Built by hand, as programs do.
            link = f'/static/{request.session_id}/{entry.name}'
            assert isinstance(entry, jp.Entry) and entry.modified > 0
            title = f'{entry.size} {entry.type}'
            jp.A(text=entry.name, title=title, href=link, download=entry.name, a=wp.list)
            jp.Img(src=link, alt=entry.name, a=wp.list) if 'image' in entry.type else None
            jp.A(text='open', href=link, target='_blank', title=entry.name, a=wp.list)
    def submit(self, msg):
        assert msg.session_id == request.session_id
        try:
            msg.files[0].save(f'{__file__}/place')
        except jp.FileError as error:
            tell(msg.page, 'refused', str(error))
        folder.folder.mkdir(exist_ok=True)
        for f in msg.files:
            f.save(folder.folder)
        kept = jp.app.data_folder / 'names.txt'
        kept.write_text(' '.join(f.name for f in msg.files), 'utf-8')
        tell(msg.page, 'names', kept.read_text('utf-8'))
        show()
    def remove(self, msg):
        for entry in folder.list():
            if entry.name.startswith('b'):
                folder.remove(entry.name)
        show()
    form = jp.Form(submit=submit)  # without a button
    jp.Input(type='file', id='files', multiple=True, a=form)
    wp = new_page(form)
    jp.P(id='session', text=request.session_id, a=wp)
    wp.list = jp.Div(a=wp)
    jp.Button(text='Remove', id='remove', click=remove, a=wp)
    show()
    return wp

@jp.SetRoute('/drop')
def drops():
    def chosen(self, msg):
        tell(msg.page, self.id, *(f.name for f in msg.files))
    form = jp.Form(id='form', submit='pass', style='padding: 30px; background: #eee')
    for id, accept in {'pictures': 'image/*', 'texts': '.txt'}.items():
        jp.Input(type='file', id=id, accept=accept, multiple=True, change=chosen, a=form)
    jp.Button(text='Send', a=form)
    return new_page(form, jp.P(text='elsewhere', id='elsewhere'))

jp.justpy()
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("files")
    (folder / "beside.txt").write_text("beside the program")
    with served(write_program(folder, PROGRAM), folder / "data") as running:
        yield running


def visit(page: Page, program: Served, path: str) -> Page:
    page.goto(f"{program.origin}{path}?token={program.token}")
    return page


def told(page: Page, last: str) -> list[Any]:
    """The entries of the page's log, once the last one contains this text."""
    expect(page.locator("#log li").last).to_contain_text(last)
    return [json.loads(text) for text in page.locator("#log li").all_inner_texts()]


def status(page: Page, address: str) -> Any:
    return page.evaluate("url => fetch(url).then(answer => answer.status)", address)


@shows(
    "Input(type=file)",
    "Form(submit)",
    "form_data.files",
    "msg.files",
    "File",
    "File.digest",
    "File.name",
    "File.size",
    "File.type",
    "File.lastModified",
    "File.path",
    "File.open",
    "File.read",
    "File.file_content",
    "File[name]",
    "files that no handler saved",
)
def test_what_a_handler_gets_of_a_file(program: Served, page: Page, tmp_path: Path) -> None:
    contents = {"a #1.png": os.urandom(300_000), "b.txt": b"text", "empty.txt": b""}
    contents["a #1.png"] = b"PNG" + contents["a #1.png"]
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    keep_panels(page)
    visit(page, program, "/facts")
    page.set_input_files("#files", [tmp_path / name for name in contents])
    page.get_by_text("Send").click()
    lines = told(page, "handled")
    assert lines[0] == ["chosen", *contents]
    types = {"a #1.png": "image/png", "b.txt": "text/plain", "empty.txt": "text/plain"}
    facts = {line[0]: line[1:] for line in lines if line[0] in contents}
    for name, content in contents.items():
        modified = int((tmp_path / name).stat().st_mtime * 1000)
        encoded = base64.b64encode(content).decode()
        start = content[:3].decode()
        size = len(content)
        assert facts[name] == [size, types[name], modified, start, size, encoded]
    assert [line for line in lines if line[0] == "item"] == [["item", True, True, True]] * 3
    digests = [line[1:] for line in lines if line[0] == "digest"]
    assert digests == [[hashlib.sha256(content).hexdigest(), True] for content in contents.values()]
    paths = [line for line in lines if line[0] == "path"]
    assert len(paths) == 3 and all(same for _, same, _ in paths)
    expect(page.locator(".satchel-title")).to_have_text("3 files done")
    left = [path for _, _, path in paths if Path(path).exists()]
    assert left == [], "what the handler did not save is removed when it has ended"


@shows(
    "File.save",
    "SessionFolder",
    "SessionFolder.list",
    "SessionFolder.remove",
    "Entry",
    "app.session_folder",
    "app.data_folder",
    "FileError",
    "/static",
    "A.download",
    "A.target",
    "links that programs build",
    "msg.session_id",
    "request.session_id",
    "what /static never shows",
)
def test_files_that_are_kept(
    program: Served, page: Page, chromium: Browser, pictures: list[Path], tmp_path: Path
) -> None:
    """They are in the session's folder, under their names, and only their owner gets them."""
    (tmp_path / "b %41.txt").write_text("b")
    sent = [*pictures, tmp_path / "b %41.txt"]
    visit(page, program, "/keep")
    page.set_input_files("#files", sent)  # a form without a button submits itself
    expect(page.locator("a[download]")).to_have_count(4)
    assert told(page, "names")[0][1].startswith("“red.png” was not saved as")
    names = " ".join(path.name for path in sent)
    assert told(page, "names")[-1] == ["names", names]
    assert [path.read_text() for path in program.data.glob("data/*/names.txt")] == [names]
    size = pictures[0].stat().st_size
    link = page.get_by_role("link", name="red.png", exact=True)
    expect(link).to_have_attribute("title", f"{size} image/png")
    session = page.locator("#session").inner_text()
    folder = program.data / "sessions" / session
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        path.name: path.read_bytes() for path in sent
    }
    for path in sent:
        with page.expect_download() as download:
            page.get_by_role("link", name=path.name, exact=True).click()
        assert download.value.suggested_filename == path.name
        assert download.value.path().read_bytes() == path.read_bytes()
    for image in page.locator("img").all():
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 300
    with page.expect_popup() as popup:
        page.locator('a[title="b %41.txt"]').click()
    expect(popup.value.locator("body")).to_have_text("b")
    assert status(page, "/static/beside.txt") == 200  # of the program
    address = f"/static/{session}/red.png"
    assert status(page, address) == 200
    (folder / ".~lock.a#").write_text("hidden")
    (folder.parent / ("0" * 32)).mkdir()
    (folder.parent / ("0" * 32) / "theirs.txt").write_text("theirs")
    never = [f"{session}/.~lock.a#", f"{'0' * 32}/theirs.txt", "program.py", "data/secret"]
    assert [status(page, f"/static/{path}") for path in never] == [404] * 4
    context = chromium.new_context()
    other = visit(context.new_page(), program, "/keep")
    expect(other.locator("#session")).not_to_have_text(session)
    assert status(other, address) == 404
    context.close()
    page.click("#remove")
    expect(page.get_by_role("link", name="b %41.txt", exact=True)).to_have_count(0)
    assert sorted(path.name for path in folder.glob("[!.]*")) == sorted(p.name for p in pictures)


ODD_NAMES = [
    ".htaccess",
    "..\\..\\evil.txt",
    '<a>:"b"|c?*.txt',
    "a\x1b[31m\nb.txt",
    "photo\u202egpj.exe",
    "#%&%41 日本 é.txt",
    ".~lock.a.odt#",
]


@pytest.mark.row(1, 17)
@shows("names of files")
def test_names_of_files_are_kept(program: Served, page: Page, tmp_path: Path) -> None:
    """Names of chosen files are those that the system can hold, before anything is sent."""
    for name in ODD_NAMES:
        (tmp_path / name).write_text("x")
    keep_panels(page)
    visit(page, program, "/facts")
    page.set_input_files("#files", [tmp_path / name for name in ODD_NAMES])
    page.get_by_text("Send").click()
    lines = told(page, "handled")
    expected = [*ODD_NAMES[:-1], "_.~lock.a.odt#"]
    assert lines[0] == ["chosen", *expected]
    assert [line[0] for line in lines if line[0] in expected] == expected


@shows("files dropped on a page", "a form without a submit button")
def test_files_that_are_dropped(program: Served, page: Page, tmp_path: Path) -> None:
    """They go into the input under the pointer, or the first of the form that accepts them."""
    text, picture = tmp_path / "a.txt", tmp_path / "b.png"
    for path in (text, picture):
        path.write_text("x")
    visit(page, program, "/drop")
    expect(page.locator("#log")).to_be_attached()
    drop(page, "#elsewhere", text)  # nothing, and the page stays
    drop(page, "#pictures", picture)
    assert told(page, "b.png") == [["pictures", "b.png"]]
    drop(page, "#form", text)
    assert told(page, "a.txt") == [["pictures", "b.png"], ["texts", "a.txt"]]
    drop(page, "#texts", picture)
    expect(page.locator(".satchel-notice").last).to_contain_text("b.png")
    expect(page).to_have_url(f"{program.origin}/drop")
    visit(page, program, "/keep")
    drop(page, "form", text)
    expect(page.get_by_role("link", name="a.txt", exact=True)).to_be_visible()

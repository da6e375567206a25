"""What file inputs accept, what is told about each file, and the session's folder, in Chromium."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.conftest import Serve
from tests.support.api import shows
from tests.support.served import Served

pytestmark = pytest.mark.browser

PROGRAM = """
def home(request):
    wp = jp.WebPage()
    folder = jp.app.session_folder(request.session_id)
    form = jp.Form(a=wp)
    form.classes = 'm-4'
    box = jp.Input(type='file', multiple=True, id='box', max_size='2 MB', max_files=2,
                   max_total=3_000_000, digest='sha256', accept='image/*,.txt', a=form)
    jp.Button(type='submit', text='Send', a=form)
    out, mine = jp.P(id='out', a=wp), jp.P(id='mine', a=wp)
    far, near = jp.P(id='far', a=wp), jp.P(id='near', a=wp)

    def show():
        mine.text = ' '.join(f'{e.path}:{e.size}' for e in folder.list())

    async def submit(msg):
        out.text = ' '.join(file.error for file in msg.refused)
        for file in msg.files:
            text = await file.aread()
            if text == b'bad':
                file.fail('This one is bad.')
                out.text += file.error
            elif text == b'stop':
                raise jp.FileError('Here it stops.', file)
            else:
                out.text += f'{file.name} {await file.adigest("sha256")} '
                file.folder = 'new'
                await file.asave(folder)
        show()

    def progress(self, msg):
        told = far if self is form else near
        told.text = f'{msg.file}: {msg.sent} of {msg.size}, {msg.total_sent} of {msg.total_size}'

    def rename():
        folder.rename('new/a.txt', 'b.txt')
        show()

    def remove():
        folder.remove('new/b.txt')
        show()

    form.on('submit', submit)
    form.on('progress', progress)
    box.on('progress', progress)
    jp.Button(text='Rename', click=rename, a=wp)
    jp.Button(text='Remove', click=remove, a=wp)
    return wp

jp.justpy(home)
"""

DIGEST = "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73"  # of b"content"


@pytest.fixture
def site(serve: Serve, page: Page) -> Iterator[Served]:
    served = serve(PROGRAM)
    page.goto(served.url)
    yield served


def payload(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "", "buffer": content}


def send(page: Page, *files: FilePayload) -> Locator:
    page.set_input_files("#box", list(files))
    page.get_by_role("button", name="Send", exact=True).click()
    return page.locator("#out")


@shows("Input.max_size", "Input.max_files", "Input.max_total", "Input.digest")
def test_rules_are_told_to_the_browser_and_to_the_user(site: Served, page: Page) -> None:
    box = page.locator("#box")
    for name, value in (("size", "2000000"), ("files", "2"), ("total", "3000000")):
        expect(box).to_have_attribute(f"data-max-{name}", value)
    expect(box).to_have_attribute("data-digest", "sha256")
    send(page, payload("a.txt", bytes(2_000_001)))
    expect(page.get_by_text("at most 2,000,000").first).to_be_visible()


@shows("msg.refused", "File.error")
def test_what_is_no_picture_is_refused_and_the_others_are_handled(site: Served, page: Page) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    files = payload("x.jpg", b"<html>"), payload("a.png", picture.getvalue())
    out = send(page, *files)
    expect(out).to_contain_text(
        "“x.jpg” is not accepted here: only pictures and .txt files can be sent "
        "(its content is a web page)."
    )
    expect(out).to_contain_text("a.png ")
    [folder] = site.sessions
    assert (folder / "new" / "a.png").read_bytes() == picture.getvalue()


@shows(
    "File.aread",
    "File.adigest",
    "File.asave",
    "File.folder",
    "SessionFolder.list",
    "SessionFolder.rename",
    "SessionFolder.remove",
    "Entry.path",
)
def test_files_are_read_kept_renamed_and_removed(site: Served, page: Page) -> None:
    out, mine = send(page, payload("a.txt", b"content")), page.locator("#mine")
    expect(out).to_have_text(f"a.txt {DIGEST}")
    expect(mine).to_have_text("new/a.txt:7")
    page.get_by_role("button", name="Rename").click()
    expect(mine).to_have_text("new/b.txt:7")
    page.get_by_role("button", name="Remove").click()
    expect(mine).to_have_text("")
    [folder] = site.sessions
    assert list(folder.iterdir()) == []  # its folder was empty, and went too


@shows("File.fail")
def test_single_file_fails(site: Served, page: Page) -> None:
    expect(send(page, payload("a.txt", b"bad"))).to_have_text("This one is bad.")


@shows("FileError")
def test_error_that_names_a_file_is_for_the_user(site: Served, page: Page) -> None:
    send(page, payload("a.txt", b"stop"))
    expect(page.get_by_text("Here it stops.").first).to_be_visible()


# What the page's client does for a large file, but only half of it.
SEND_HALF = """
    async () => {
        const { page } = JSON.parse(document.getElementById('satchel-page').textContent);
        const input = document.getElementById('box').dataset.c;
        await fetch('/uploads', {
            method: 'POST',
            headers: {
                'Tus-Resumable': '1.0.0',
                'Upload-Length': '2000000',
                'Upload-Metadata': `filename ${btoa('a.txt')},for ${btoa(`${page}/${input}/1`)}`,
                'Content-Type': 'application/offset+octet-stream',
            },
            body: new Uint8Array(1000000),
        });
    }
"""


@shows("Form(progress)", "msg.total_sent", "msg.total_size")
def test_progress_is_told_while_files_are_sent(site: Served, page: Page) -> None:
    page.evaluate(SEND_HALF)
    for told in ("far", "near"):  # by the form and by the input
        expect(page.locator(f"#{told}")).to_have_text(
            "a.txt: 1000000 of 2000000, 1000000 of 2000000"
        )

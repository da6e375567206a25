"""What file inputs accept, what is told about each file, and the session's folder, in Chromium."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.api import shows
from tests.conftest import Serve
from tests.served import Served

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
    out, far, mine = jp.P(id='out', a=wp), jp.P(id='far', a=wp), jp.P(id='mine', a=wp)

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

    def progress(msg):
        far.text = f'{msg.file}: {msg.sent} of {msg.size}, {msg.total_sent} of {msg.total_size}'

    def rename():
        folder.rename('new/a.txt', 'b.txt')
        show()

    def remove():
        folder.remove('new/b.txt')
        show()

    form.on('submit', submit)
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
    page.get_by_role("button", name="Send").click()
    return page.locator("#out")


@shows("Input.max_size", "Input.max_files", "Input.max_total", "Input.digest")
def test_rules_are_told_to_the_browser_and_to_the_user(site: Served, page: Page) -> None:
    box = page.locator("#box")
    for name, value in (("size", "2000000"), ("files", "2"), ("total", "3000000")):
        expect(box).to_have_attribute(f"data-max-{name}", value)
    expect(box).to_have_attribute("data-digest", "sha256")
    send(page, payload("a.txt", bytes(2_000_001)))
    expect(page.get_by_text("at most 2,000,000").first).to_be_visible()


@shows("msg.refused", "FormItem.files", "File.error")
def test_what_is_no_picture_is_refused_and_the_others_are_handled(
    site: Served, page: Page
) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    files = payload("x.jpg", b"<html>"), payload("a.png", picture.getvalue())
    out = send(page, *files)
    expect(out).to_contain_text("“x.jpg” is not a picture or .txt (its content is a web page).")
    expect(out).to_contain_text("a.png ")
    [folder] = site.sessions
    assert (folder / "new" / "a.png").read_bytes() == picture.getvalue()


@shows("File.aread", "File.adigest", "File.asave", "File.folder")
@shows("SessionFolder.list", "Entry.path", "SessionFolder.rename", "SessionFolder.remove")
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


@shows("progress")
def test_progress_is_told_while_files_are_sent(site: Served, page: Page) -> None:
    page.evaluate(
        '''() => {
            const box = document.querySelector('#box');
            window.seen = new Set();
            new MutationObserver(() => window.seen.add(document.querySelector('#far').textContent))
                .observe(document.querySelector('#far'), { childList: true, characterData: true,
                                                           subtree: true });
        }'''
    )
    send(page, payload("a.txt", b"x" * 1_500_000))
    expect(page.locator("#out")).to_contain_text("a.txt")

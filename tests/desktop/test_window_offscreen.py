"""The real native window without a screen: Qt draws into memory, Playwright drives its pages."""

from __future__ import annotations

import os
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import pytest
from PIL import Image
from playwright.sync_api import Page, Playwright, expect

from tests.support.native import NativeApp, until
from tests.support.served import SEED, with_seed

pytestmark = pytest.mark.native

Start = Callable[..., NativeApp]

LINKS = """
import core as jp
from starlette.responses import PlainTextResponse

def page(request):
    wp = jp.WebPage(title='Links')
    jp.P(text=request.session_id, id='session', a=wp)
    jp.A(text='Second', href='/second?a=1', target='_blank', a=wp)
    jp.A(text='Elsewhere', href='https://example.org/a?b=c', a=wp)
    jp.A(text='Elsewhere in a tab', href='https://example.org/tab', target='_blank', a=wp)
    jp.A(text='Write', href='mailto:someone@example.org', a=wp)
    jp.A(text='File', href='file:///etc/passwd', a=wp)
    jp.A(text='File in a tab', href='file:///etc/hostname', target='_blank', a=wp)
    jp.A(text='Attachment in a tab', href='/attachment', target='_blank', a=wp)
    return wp

@jp.SetRoute('/second')
def second(request):
    wp = jp.WebPage(title='Second')
    jp.P(text=request.session_id, id='session', a=wp)
    jp.P(text=request.query_params['a'], id='query', a=wp)
    return wp

@jp.SetRoute('/attachment')
def attachment():
    return PlainTextResponse('x', headers={'Content-Disposition': 'attachment'})

jp.justpy(page)
"""


@pytest.fixture
def start(playwright: Playwright, tmp_path: Path) -> Iterator[Start]:
    """A function that opens a program's window."""
    running: list[NativeApp] = []

    def start(*arguments: str | Path) -> NativeApp:
        running.append(NativeApp(playwright, [str(word) for word in arguments], tmp_path / "data"))
        return running[-1]

    yield start
    for app in running:
        app.kill()


@pytest.fixture
def links(start: Start, tmp_path: Path) -> NativeApp:
    """A window with links of all kinds."""
    program = tmp_path / "links.py"
    program.write_text(LINKS)
    return start(program)


def pixels(page: Page) -> int:
    return int(page.locator("a[download] img").first.evaluate("image => image.naturalWidth"))


@with_seed
def test_uploaded_pictures_are_there_again_after_a_restart(
    start: Start, pictures: list[Path]
) -> None:
    app = start(SEED / "upload_thumbnails.py")
    page = app.page()
    page.locator("input[type=file]").set_input_files(pictures)
    page.get_by_role("button", name="Upload").click()
    expect(page.locator("a[download] img")).to_have_count(3)
    assert app.files() == {path.name: path.read_bytes() for path in pictures}
    address = page.url
    assert app.stop() == 0

    again = start(SEED / "upload_thumbnails.py")
    page = again.page()
    expect(page.locator("a[download] img")).to_have_count(3)
    until(lambda: pixels(page) == 300, "the pictures are shown")
    assert page.url == address  # what a page has put into local storage is still its own


@with_seed
def test_a_page_gets_nothing_injected(start: Start) -> None:
    page = start(SEED / "file_input.py").page()
    assert page.evaluate("[typeof window.pywebview, typeof window.qt?.webChannelTransport]")[0] == (
        "undefined"
    )


@with_seed
def test_file_details_are_shown(start: Start, pictures: list[Path]) -> None:
    page = start(SEED / "file_input.py").page()
    page.locator("input[type=file]").set_input_files(pictures[0])
    page.get_by_text(f"red.png | {pictures[0].stat().st_size} | image/png").wait_for()


def test_a_link_to_a_new_tab_opens_a_window_of_the_same_session(links: NativeApp) -> None:
    page = links.page()
    session = page.locator("#session").inner_text()
    page.get_by_text("Second").click()
    until(lambda: links.titles == ["Links", "Second"], "a second window opens")
    second = next(page for page in links.pages() if page.title() == "Second")
    assert second.locator("#session").inner_text() == session
    assert second.locator("#query").inner_text() == "1"
    assert not links.opened.exists()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Elsewhere", "https://example.org/a?b=c"),
        ("Elsewhere in a tab", "https://example.org/tab"),
        ("Write", "mailto:someone@example.org"),
    ],
)
def test_other_addresses_open_in_the_systems_browser(
    links: NativeApp, text: str, address: str
) -> None:
    page = links.page()
    before = page.url
    page.get_by_text(text, exact=True).evaluate("link => link.click()")
    until(links.opened.exists, "the browser is called")
    until(lambda: links.opened.read_text() == f"{address}\n", "it gets the address")
    assert page.evaluate("location.href") == before
    assert links.titles == ["Links"]


def test_files_of_this_computer_are_never_shown(links: NativeApp) -> None:
    page = links.page()
    before = page.url
    for text in ("File", "File in a tab"):
        page.get_by_text(text, exact=True).evaluate("link => link.click()")
    page.get_by_text("Second").click()  # what comes after them is there: so they were looked at
    until(lambda: links.titles == ["Links", "Second"], "the second window opens")
    assert page.evaluate("location.href") == before
    assert not links.opened.exists()


@with_seed
def test_a_page_may_write_to_the_clipboard(start: Start) -> None:
    page = start(SEED / "file_input.py").page()
    page.evaluate(
        """document.addEventListener('click', () => navigator.clipboard.writeText('text')
           .then(() => { document.title = 'written' }, (error) => { document.title = error }))"""
    )
    page.locator("body").click()
    until(lambda: page.evaluate("document.title") == "written", "the text is written")


@with_seed
def test_sigterm_ends_the_program_cleanly(start: Start) -> None:
    app = start(SEED / "static_download.py")
    app.page()
    assert app.stop() == 0


RELOADED = """
import core as jp

def page():
    wp = jp.WebPage(title='Reloaded')
    jp.P(text='version 1', id='version', a=wp)
    jp.Input(name='word', a=wp)
    jp.A(text='Save it', href='/static/none.txt', download='none.txt', a=wp)
    return wp

jp.justpy(page)
"""


@pytest.mark.source
def test_the_window_stays_open_when_the_program_is_saved(start: Start, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(RELOADED)
    app = start(program, "--debug")
    page = app.page()
    target = app.targets()[0]["id"]
    for version in ("version 2", "version 3"):
        page.locator("[name=word]").fill(version)
        program.write_text(RELOADED.replace("version 1", version))
        page.get_by_text(version, exact=True).wait_for()
        expect(page.locator("[name=word]")).to_have_value(version)
        # What only the window can do: asked by the new process, answered by the old one.
        page.get_by_text("Save it").click()
        page.get_by_text("none.txt no longer exists").wait_for()
    assert [each["id"] for each in app.targets()] == [target]
    assert app.stop() == 0


SHARED_OUT = """
import multiprocessing, os, time
from concurrent.futures import ProcessPoolExecutor
import justpy as jp

def square(number):
    return number * number

def nap(path):
    with open(path, 'w') as file:
        print(os.getpid(), file=file)
    time.sleep(600)

def work(self, msg):
    self.text = str(list(page.pool.map(square, [1, 2, 3])))

def busy(self, msg):
    page.pool.submit(nap, PATH)

def page():
    page.pool = ProcessPoolExecutor(2, mp_context=multiprocessing.get_context('spawn'))
    wp = jp.WebPage(title='Shared out')
    jp.Button(text='Work', click=work, id='work', a=wp)
    jp.Button(text='Nap', click=busy, a=wp)
    return wp

jp.justpy(page)
"""


def test_a_program_shares_out_its_work_to_processes(start: Start, tmp_path: Path) -> None:
    napping = tmp_path / "napping"
    program = SHARED_OUT.replace("PATH", repr(str(napping)))
    (tmp_path / "program.py").write_text(program)
    app = start("program.py")
    page = app.page()
    page.get_by_text("Work").click()
    expect(page.locator("#work")).to_have_text("[1, 4, 9]", timeout=30_000)  # two Pythons start
    page.get_by_text("Nap").click()
    until(lambda: napping.exists() and napping.read_text().endswith("\n"), "a process is busy")
    assert app.stop() == 0
    until(lambda: not is_alive(int(napping.read_text())), "it ends with the program")


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


MEDIA = """
import core as jp

def page():
    wp = jp.WebPage(title='Media')
    jp.Audio(src='/static/sound.wav', a=wp)
    jp.Video(src='/static/film.webm', a=wp)
    return wp

jp.justpy(page)
"""

PLAY = """async (media) => {
  media.muted = true;  // else it may not play before somebody has clicked
  await media.play();
  await new Promise((resolve) => { media.onended = resolve; });
  if (!media.videoWidth) return media.duration;
  const canvas = new OffscreenCanvas(media.videoWidth, media.videoHeight).getContext('2d');
  canvas.drawImage(media, 0, 0);
  return [...canvas.getImageData(8, 8, 1, 1).data];
}"""


def test_sound_and_films_are_played(start: Start, tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(MEDIA)
    with wave.open(str(tmp_path / "sound.wav"), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(8000))
    with av.open(tmp_path / "film.webm", "w") as film:
        stream = film.add_stream("libvpx-vp9", rate=10)
        stream.width, stream.height = 64, 48
        red = av.VideoFrame.from_image(Image.new("RGB", (64, 48), "red"))
        film.mux([packet for _ in range(5) for packet in stream.encode(red)])
        film.mux(stream.encode())
    page = start("program.py").page()
    assert page.locator("audio").evaluate(PLAY) == 0.5
    r, g, b, _ = page.locator("video").evaluate(PLAY)
    assert r > 200 and g < 50 and b < 50

"""The channel: lost connections, restarted programs, many tabs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests.conftest import Serve
from tests.support.cable import Cable, cable
from tests.support.served import Served, served, write_program

PROGRAM = """
shared = jp.WebPage(title='0')
out = jp.P(id='out', text='0', a=shared)

def increase(self, msg):
    out.text = str(int(out.text) + 1)

async def many(self, msg):
    for number in range(300):
        increase(self, msg)
        shared.title = out.text
        await shared.update()

jp.Button(id='increase', text='+', click=increase, a=shared)
jp.Button(id='many', text='+300', click=many, a=shared)
jp.Div(style='height: 3000px', a=shared)

@jp.SetRoute('/zero')
def zero():
    out.text = shared.title = '0'
    return shared

jp.justpy(lambda: shared, websockets=WEBSOCKETS)
"""
# The tab with the stream passes its messages on to the other tabs.
LISTEN = """
const tabs = new BroadcastChannel('satchel-stream');
tabs.onmessage = ({ data }) => { window.received ||= Array.isArray(data); };
"""
TRANSPORTS = pytest.mark.parametrize("websockets", [True, False], ids=["websockets", "streams"])


@pytest.fixture(scope="module", params=[True, False], ids=["websockets", "streams"])
def program(request: pytest.FixtureRequest, tmp_path_factory: Any) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("program")
    source = PROGRAM.replace("WEBSOCKETS", str(request.param))
    with served(write_program(folder, source), folder / "data") as running:
        yield running


@pytest.fixture
def line(program: Served) -> Iterator[Cable]:
    port = urlsplit(program.url).port
    assert port
    with cable(port) as laid:
        yield laid


@pytest.fixture
def other(program: Served, chromium: Browser) -> Iterator[Page]:
    """The same page in another browser, whose connection stays."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{program.origin}/zero?token={program.token}")
    yield page
    context.close()


@pytest.fixture
def page(program: Served, line: Cable, other: Page, chromium: Browser) -> Iterator[Page]:
    """The page in a browser at the end of a cable."""
    context = chromium.new_context(proxy={"server": line.proxy})
    page = context.new_page()
    page.goto(program.url)
    page.evaluate("window.kept = document.getElementById('out')")
    page.click("#increase")  # the channel is open when this is answered
    expect(page.locator("#out")).to_have_text("1")
    yield page
    context.close()


def is_kept(page: Page) -> bool:
    """Whether the page was not reloaded, nor its elements replaced."""
    kept: bool = page.evaluate("window.kept === document.getElementById('out')")
    return kept


def test_a_lost_connection(line: Cable, page: Page, other: Page) -> None:
    banner = page.locator(".satchel-offline")
    line.cut()
    expect(banner).to_be_visible()
    other.click("#increase")
    expect(other.locator("#out")).to_have_text("2")
    page.click("#increase")  # is kept until the program answers
    expect(page.locator("#out")).to_have_text("1")
    line.mend()
    expect(banner).to_have_count(0)
    for each in (page, other):
        expect(each.locator("#out")).to_have_text("3")
    assert is_kept(page)
    page.click("#increase")
    expect(other.locator("#out")).to_have_text("4")
    other.click("#increase")
    expect(page.locator("#out")).to_have_text("5")


@pytest.mark.parametrize("program", [False], ids=["streams"], indirect=True)
def test_a_change_that_the_stream_brings_before_the_channel_is_known(
    program: Served, other: Page, chromium: Browser
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.add_init_script(LISTEN)

    def delay(route: Route) -> None:
        if '"join"' not in (route.request.post_data or ""):
            route.continue_()
            return
        response = route.fetch()
        other.click("#increase")
        page.wait_for_function("window.received")
        route.fulfill(response=response)

    page.route("**/_satchel/post", delay)
    page.goto(program.url)
    expect(page.locator("#out")).to_have_text("1")
    context.close()


def test_a_browser_that_missed_too_much(line: Cable, page: Page, other: Page) -> None:
    line.cut()
    expect(page.locator(".satchel-offline")).to_be_visible()
    other.click("#many")
    expect(other.locator("#out")).to_have_text("301")
    line.mend()
    expect(page.locator("#out")).to_have_text("301")
    expect(page).to_have_title("301")
    page.click("#increase")
    for each in (page, other):
        expect(each.locator("#out")).to_have_text("302")
    assert is_kept(page)


@pytest.mark.parametrize("program", [True], ids=["websockets"], indirect=True)
def test_a_connection_that_died_in_silence(line: Cable, page: Page, other: Page) -> None:
    line.silence()
    other.click("#increase")
    expect(other.locator("#out")).to_have_text("2")
    page.evaluate("window.dispatchEvent(new Event('focus'))")  # the laptop is opened again
    expect(page.locator("#out")).to_have_text("2")
    assert is_kept(page)


@TRANSPORTS
def test_after_a_restart_the_page_reloads(
    serve: Serve, context: BrowserContext, websockets: bool
) -> None:
    page = context.new_page()
    source = PROGRAM.replace("WEBSOCKETS", str(websockets))
    first = serve(source)
    page.goto(first.url)
    page.click("#increase")
    expect(page.locator("#out")).to_have_text("1")
    page.evaluate("scrollTo(0, 400)")
    first.kill()
    expect(page.locator(".satchel-offline")).to_be_visible()
    second = serve(source)
    assert second.origin == first.origin
    expect(page.locator("#out")).to_have_text("0")
    expect(page.locator(".satchel-offline")).to_have_count(0)
    page.wait_for_function("scrollY === 400")
    page.click("#increase")
    expect(page.locator("#out")).to_have_text("1")


@TRANSPORTS
def test_a_program_that_never_knows_the_page_is_not_asked_in_a_loop(
    serve: Serve, context: BrowserContext, websockets: bool
) -> None:
    page = context.new_page()
    page.route_web_socket("**/_satchel/socket?*", lambda socket: socket.close(code=4404))
    page.route("**/_satchel/post", lambda route: route.fulfill(status=404))
    page.add_init_script(
        """const start = setTimeout;
        window.setTimeout = (call, delay) => {
          if (delay === 5000) document.body.id = 'waiting';
          return start(call, delay);
        }"""
    )
    page.goto(serve(PROGRAM.replace("WEBSOCKETS", str(websockets))).url)
    expect(page.locator("#waiting")).to_have_count(1)


def streams_of(context: BrowserContext) -> list[str]:
    """The addresses of the streams that a browser opens from now on."""
    streams: list[str] = []

    def note(request: Request) -> None:
        if "/_satchel/stream" in request.url:
            streams.append(request.url)

    context.on("request", note)
    return streams


def test_many_tabs_of_one_browser(program: Served, context: BrowserContext, other: Page) -> None:
    streams = streams_of(context)
    tabs = [context.new_page() for _ in range(7)]
    for tab in tabs:
        tab.goto(program.url)
    tabs[6].click("#increase")
    for tab in tabs:
        expect(tab.locator("#out")).to_have_text("1")
    assert len(streams) <= 1
    tabs[0].close()  # it had the stream, which another one takes over
    other.click("#increase")
    for tab in tabs[1:]:
        expect(tab.locator("#out")).to_have_text("2")
    assert len(streams) <= 2


def test_two_browsers_of_one_session(
    program: Served, context: BrowserContext, chromium: Browser
) -> None:
    page = context.new_page()
    page.goto(f"{program.origin}/zero?token={program.token}")
    twin = chromium.new_context(storage_state={"cookies": context.storage_state()["cookies"]})
    streams = streams_of(twin)
    second = twin.new_page()
    second.goto(program.origin)
    for number, each in enumerate([page, second, page, second], 1):
        each.click("#increase")
        for tab in (page, second):
            expect(tab.locator("#out")).to_have_text(str(number))
    assert len(streams) <= 1
    twin.close()

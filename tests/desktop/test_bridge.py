"""The bridge: what pages may ask of the window, which pages, and with what."""

from __future__ import annotations

import contextlib
import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

import core as jp
from core.live.errors import HostError
from core.testing import User, serve
from core.web.settings import Caller, Report
from desktop.bridge.page_calls import Bridge
from desktop.bridge.program_calls import ProgramCalls
from desktop.errors import FetchError
from desktop.files.fetch import Loopback
from desktop.files.save import Saves
from desktop.system import browser
from desktop.windows.dialogs import Dialogs
from tests.support.native import until

SESSION = "0" * 32
NOBODY = Caller("", "")


@pytest.fixture
def saves(tmp_path: Path) -> Saves:
    dialogs = Dialogs(tmp_path / "last")
    nobody = cast(Any, None)
    return Saves(Loopback("127.0.0.1", 1, ""), dialogs, nobody, lambda whom, news: None)


@pytest.fixture
def bridge(saves: Saves) -> Bridge:
    """A bridge to windows that nobody has."""
    bridge = Bridge(SESSION)
    windows = SimpleNamespace(open_soon=str.encode)  # it raises if it is given anything but text
    bridge.connect(cast(Any, windows), saves)
    return bridge


def test_pages_are_offered_five_things(bridge: Bridge) -> None:
    assert set(bridge.for_pages) == {"save", "open", "cancel", "show", "menus"}


@pytest.mark.parametrize("name", ["open_path", "choose_folder", "save_files", "__init__", ""])
def test_nothing_else_is_done_for_a_page(bridge: Bridge, name: str) -> None:
    with pytest.raises(HostError, match="does not offer"):
        bridge.ask(name, {"path": "/etc/passwd"}, NOBODY)


def test_programs_are_offered_more(bridge: Bridge) -> None:
    assert {"open_path", "choose_folder"} < set(bridge.for_program)
    assert all(callable(getattr(ProgramCalls, name, print)) for name in bridge.for_program)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("save", {"url": 7, "name": "a"}),
        ("save", {"url": "/a", "name": ["a"]}),
        ("open", {"url": None}),
        ("cancel", {"save": "1"}),
        ("show", {}),
        ("menus", {}),
        ("menus", {"menus": [{"title": "File"}]}),
        ("menus", {"menus": [{"title": "File", "items": [{"title": "Save"}]}]}),
        ("menus", {"menus": [{"title": "F", "items": [{"title": "S", "id": "1", "keys": "S"}]}]}),
    ],
)
def test_arguments_of_another_kind_are_refused(
    bridge: Bridge, name: str, arguments: dict[str, Any]
) -> None:
    with pytest.raises(HostError, match="The window expects"):
        bridge.ask(name, arguments, NOBODY)


@pytest.mark.parametrize(
    "url", ["https://example.org/a", "file:///etc/passwd", "//example.org/a", "a", ""]
)
@pytest.mark.parametrize("name", ["save", "open"])
def test_only_our_own_addresses_are_saved_and_opened(bridge: Bridge, name: str, url: str) -> None:
    with pytest.raises(HostError) as refused:
        bridge.ask(name, {"url": url, "name": "a"}, NOBODY)
    assert isinstance(refused.value.__cause__, FetchError)


def test_a_page_may_show_what_was_just_saved_and_nothing_else(bridge: Bridge) -> None:
    bridge.ask("show", {"save": 5}, NOBODY)  # an unknown save: no folder is opened
    bridge.ask("cancel", {"save": 5}, NOBODY)


ODD: list[Any] = [
    *(
        "http://[",
        "//[",
        "/\ud800",
        "/é",
        "/a b",
        "/a\nb",
        "\0",
        "http://a\u2100b/",
        "?",
        "x" * 70_000,
    ),
    *(True, -1, 2**70, 1.5, None, [], {}, ["/a"]),
]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: ascii(odd)[:12])
@pytest.mark.parametrize("name", ["save", "open", "cancel", "show"])
def test_whatever_a_page_sends_gets_a_readable_answer(bridge: Bridge, name: str, odd: Any) -> None:
    for arguments in ({"url": odd, "name": "a", "save": odd}, {"url": "/a", "name": odd}, {}):
        with contextlib.suppress(HostError):
            bridge.ask(name, arguments, NOBODY)


def test_a_page_does_not_fill_the_screen_with_file_managers(
    bridge: Bridge, saves: Saves, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("desktop.files.opener.show_in_folder", shown.append)
    saves.remember(1, tmp_path)
    for _ in range(browser.MOST):
        bridge.ask("show", {"save": 1}, NOBODY)
    with pytest.raises(HostError, match="Wait a moment"):
        bridge.ask("show", {"save": 1}, NOBODY)
    assert len(shown) == browser.MOST


def test_a_page_does_not_fill_the_screen_with_browsers(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(browser, "open_browser", opened.append)
    monkeypatch.setattr(browser, "links", browser.RateLimit())
    for link in ["http://[", *(f"https://example.org/{number}" for number in range(30))]:
        browser.open_link(link)
    until(lambda: len(opened) == browser.MOST, "the first ones are opened")
    assert caplog.text.count("was not opened") == 1 + 30 - browser.MOST


def test_without_a_window_everything_is_refused() -> None:
    with pytest.raises(HostError, match="does not offer"):
        Bridge(SESSION).ask("save", {"url": "/a", "name": "a"}, NOBODY)


class Host:
    """A window of a session that no user of the test has; it notes what it is asked."""

    session_id = SESSION
    available = True
    drags = True

    def __init__(self) -> None:
        self.asked: list[str] = []

    def subscribe(self, report: Report) -> None:
        """It reports nothing."""

    async def call(self, name: str, arguments: dict[str, Any], caller: Caller) -> Any:
        self.asked.append(name)

    async def do(self, name: str, arguments: dict[str, Any], caller: Caller) -> Any:
        self.asked.append(name)


def channel(user: User, origin: str) -> ClientConnection:
    """A channel to a page of the user, opened by a page of some origin."""
    found = re.search(r'"page": ?"([^"]+)"', user.get("/").text)
    assert found is not None
    return connect(
        f"{user.url.replace('http', 'ws', 1)}/_satchel/socket?page={found[1]}&seq=0",
        additional_headers={"Cookie": user.cookie, "Origin": origin},
    )


def test_a_page_of_another_session_reaches_no_window() -> None:
    host = Host()
    with serve(lambda: jp.WebPage(title="Other"), host=host) as user:
        with channel(user, user.url) as socket:
            call = {"t": "window", "n": 1, "call": "save", "args": {"url": "/", "name": "a"}}
            socket.send(json.dumps(call))
            answer: dict[str, str] = {}
            while "ack" not in answer:
                answer = json.loads(socket.recv(10))
        assert "not in the program's window" in answer["error"]
    assert host.asked == []


def test_a_page_from_elsewhere_gets_no_channel() -> None:
    with serve(lambda: jp.WebPage(title="Other"), host=Host()) as user:
        for origin in ("https://example.org", "null"):  # a sandboxed file has no origin
            with pytest.raises(InvalidStatus, match="403"):
                channel(user, origin)

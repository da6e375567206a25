"""A session cookie that another user of the machine has got, or that an earlier launch set.

Browsers send the cookies of 127.0.0.1 to every port: to servers of other users, and to whoever
takes our port after we have ended.
"""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page
from websockets.exceptions import InvalidStatus

import core as jp
from core.web.access import peers
from tests.support.local import Answer, Local, local, read_answer, sampler, session_id, whose

if sys.platform != "win32":
    import resource

STRANGER = 54321  # another user of this machine
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whose a peer is")


@contextmanager
def connection_of(user: int, served: Local) -> Iterator[socket.socket]:
    """A connection that the kernel takes for one of this user's (setfsuid(2))."""
    libc = ctypes.CDLL(None)
    libc.setfsuid(user)
    try:
        connection = socket.socket()
    finally:
        libc.setfsuid(os.geteuid())
    with connection:
        connection.settimeout(10)
        connection.connect(("127.0.0.1", served.server.port))
        yield connection


def asked(connection: socket.socket, served: Local, cookie: str) -> Answer:
    lines = ("GET / HTTP/1.1", f"Host: {served.host}", f"Cookie: {cookie}", "", "")
    connection.sendall("\r\n".join(lines).encode())
    return read_answer(connection.makefile("rb"))


def given_cookie(served: Local) -> str:
    """The cookie that a client with the token gets."""
    answer = served.client().get(f"/?token={served.app.settings.token}")
    return answer.headers["Set-Cookie"].partition(";")[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root is others")
def test_another_user_cannot_use_a_cookie(tmp_path: Path) -> None:
    with local(tmp_path, whose) as served:
        cookie = given_cookie(served)
        with connection_of(os.geteuid(), served) as mine:
            assert asked(mine, served, cookie).status == 200
        with connection_of(STRANGER, served) as theirs:
            ours = theirs.getsockname(), theirs.getpeername()
            assert peers.user_of(*ours) == STRANGER
            assert asked(theirs, served, cookie).status == 403
        with connection_of(STRANGER, served) as theirs:
            ours = theirs.getsockname(), theirs.getpeername()
        assert peers.user_of(*ours) != os.geteuid()  # who has left already is not taken for us


def test_a_cookie_is_for_the_user_who_received_it(tmp_path: Path) -> None:
    """The same without a second user: this one has the cookie of another."""
    with local(tmp_path, program=sampler()) as served:
        mine, theirs = (
            served.cookies.cookie(session_id(1), user) for user in (os.geteuid(), STRANGER)
        )
        assert served.client().get("/", headers={"Cookie": mine}).text == session_id(1)
        assert served.client().get("/", headers={"Cookie": theirs}).status_code == 403
        assert served.websocket("/_satchel/socket?page=x", Cookie=mine).response
        with pytest.raises(InvalidStatus):
            served.websocket("/_satchel/socket?page=x", Cookie=theirs)


def test_a_cookie_sent_to_another_server_is_worthless_there(tmp_path: Path, page: Page) -> None:
    """A server on another port gets the cookie of Chromium, which names whose it is."""
    told: list[str] = []

    def listens(request: jp.Request) -> jp.Response:
        told.append(request.headers.get("cookie", ""))
        return jp.PlainTextResponse("thanks")

    with local(tmp_path, whose) as served:
        page.goto(f"{served.url}/?token={served.app.settings.token}")
        mine = page.inner_text("body")
        with local(tmp_path / "evil", listens, token=None, cookie_name="evil") as other:
            page.goto(other.url)
        assert served.app.settings.cookie_name in told[0]
        user = served.cookies.read(told[0])
        assert user is not None and user.user == os.geteuid()
        page.goto(served.url)
        assert page.inner_text("body") == mine


def test_a_cookie_alone_does_not_outlive_a_launch(tmp_path: Path) -> None:
    """If its user is unknown. The new token restores the same session."""
    with local(tmp_path, whose) as served:
        unbound = served.cookies.cookie(session_id(1))
        bound = served.cookies.cookie(session_id(1), os.geteuid())
        assert served.client().get("/", headers={"Cookie": unbound}).text == session_id(1)
    with local(tmp_path, whose, token="the token of the next launch") as served:
        client = served.client()
        assert client.get("/", headers={"Cookie": unbound}).status_code == 403
        assert client.get("/", headers={"Cookie": bound}).text == session_id(1)
        address = f"/?token={served.app.settings.token}"
        led = client.get(address, headers={"Cookie": unbound}, follow_redirects=False)
        renewed = led.headers["Set-Cookie"].partition(";")[0]
        assert served.client().get("/", headers={"Cookie": renewed}).text == session_id(1)


def test_a_closed_connection_has_no_user() -> None:
    """A connection that its process has closed is not taken for one of this user."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = socket.create_connection(server.getsockname())
        accepted, address = server.accept()
        with accepted:
            assert peers.user_of(address, accepted.getsockname()) == os.geteuid()
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            client.close()  # with a reset: nothing is left of it
            assert peers.user_of(address, accepted.getsockname()) is None
    assert peers.user_of(("192.0.2.1", 9), ("127.0.0.1", 9)) is None
    assert peers.user_of(("no address", 9), ("127.0.0.1", 9)) is None
    assert peers.user_of(None, ("127.0.0.1", 9)) is None


def test_the_owner_is_known_when_no_file_can_be_opened() -> None:
    """Otherwise the owner would read that the program only answers to its user."""
    assert sys.platform == "linux"
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        ours = client.getsockname(), client.getpeername()
        assert peers.user_of(*ours) == os.geteuid()
        resource.setrlimit(resource.RLIMIT_NOFILE, (1, limits[1]))
        try:
            assert peers.user_of(*ours) == os.geteuid()
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, limits)

"""Events that the program causes: the handlers of each page of a session."""

from __future__ import annotations

import pytest

import core as jp
from core.testing import User, serve


class Bell(jp.Button):
    server_events = frozenset({"rang"})
    allowed_events = jp.Button.allowed_events | server_events


def bells(rang: jp.HandlerFunction) -> tuple[jp.App, list[str]]:
    """A page whose button rings the bell of every page of the person who clicks; what failed."""
    failed: list[str] = []
    bell = Bell(text="Bell", rang=rang)

    async def ring(msg: jp.Msg) -> None:
        failed.append(await bell.dispatch("rang", msg.session_id, tone="high"))

    bell.on("click", ring)

    def page() -> jp.WebPage:
        wp = jp.WebPage()
        wp.add(bell)
        jp.P(text="silent", id="heard", a=wp)
        return wp

    return jp.App(page), failed


def heard(msg: jp.Msg) -> None:
    msg.page.components[1].text = f"{msg.event_type} {msg.tone} {msg.target.text}"


def test_each_page_of_the_session_is_called() -> None:
    app, failed = bells(heard)
    with serve(app) as user:
        page, second, other = user.open(), user.open(), User(user.url).open()
        page.find("Bell").click()
        second.wait_for(lambda: "rang high Bell" in second.text)
        assert "rang high Bell" in page.text and "silent" in other.text
        assert failed == [""]


def test_what_failed_is_for_the_user_and_no_browser_can_send_the_event(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fails() -> None:
        raise jp.FileError("The bell is cracked.")

    app, failed = bells(fails)
    with serve(app) as user:
        page = user.open()
        page.find("Bell").click()
        assert failed == ["The bell is cracked."]
        assert "rang" not in page.find("Bell").element.attributes["data-e"]
        page.send(page.find("Bell").element, "rang", {})
        assert "Browsers cannot send 'rang'" in caplog.text

"""The event loop owns channels: in debug mode, other threads cannot touch them."""

import pytest

import core as jp
from core import testing
from core.loop_guard import WrongThread


@pytest.mark.parametrize("debug", [True, False])
def test_a_handlers_thread_that_touches_a_channel(debug: bool) -> None:
    noticed: list[str] = []

    def touch(msg: jp.Msg) -> None:
        [channel] = msg.page.view.subscribers.all
        try:
            channel.wake()
        except WrongThread as error:
            noticed.append(str(error))

    def page() -> jp.WebPage:
        wp = jp.WebPage()
        jp.Button(text="Touch", click=touch, a=wp)
        return wp

    with testing.serve(page, debug=debug) as user:
        user.open().find("Touch").click()
    assert len(noticed) == debug
    assert all("satchel-handler" in text for text in noticed)

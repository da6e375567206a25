"""kit.Log: lines from any thread, bounded, with the latest in sight unless somebody reads."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

import core as jp
from core import kit, testing
from tests.conftest import Live
from tests.support.api import shows
from tests.support.native import until

Show = Callable[..., Live]

browser = pytest.mark.browser


@browser
@shows("kit.Log", "Log.write", "Log.clear", "Log.lines")
def test_it_follows_its_end(live: Show) -> None:
    log = kit.Log(aria_label="Work")
    log.write("before anybody looks")
    page = live(log).page
    region = page.get_by_role("log", name="Work")
    expect(region).to_contain_text("before anybody looks")
    for number in range(200):
        log.write(f"line {number}")
    expect(page.get_by_text("line 199", exact=True)).to_be_in_viewport()
    log.write("<b>failed</b>\n\ttwice", kind="error")
    failed = page.get_by_text("<b>failed</b>", exact=True)
    expect(failed).to_be_in_viewport()
    assert failed.get_attribute("data-kind") == "error"
    expect(page.get_by_text("twice")).to_be_in_viewport()
    log.clear()
    expect(page.locator(".kit-log-line")).to_have_count(0)
    log.write("after")
    expect(page.locator(".kit-log-line")).to_have_text("after")
    assert log.lines == ["after"]


@browser
def test_who_reads_is_left_alone(live: Show) -> None:
    log = kit.Log(max_lines=1000)
    log.write("\n".join(f"line {number}" for number in range(1000)))
    page = live(log).page
    expect(page.get_by_text("line 999", exact=True)).to_be_in_viewport()
    region = page.get_by_role("log")
    region.hover()
    page.mouse.wheel(0, -4000)
    latest = page.get_by_role("button", name="Latest")
    expect(latest).to_be_visible()
    expect(region).to_have_attribute("aria-live", "off")
    read = page.get_by_text("line 790", exact=True)
    expect(read).to_be_attached()
    read.scroll_into_view_if_needed()

    def scrolled() -> float:
        return float(region.evaluate("(element) => element.scrollTop"))

    top, before = read.bounding_box(), scrolled()
    log.write("\n".join(f"more {number}" for number in range(500)))  # half of what was there goes
    until(lambda: scrolled() < before - 9000, "the log goes on")
    expect(read).to_be_in_viewport()
    assert read.bounding_box() == top
    latest.click()
    expect(page.get_by_text("more 499", exact=True)).to_be_in_viewport()
    expect(latest).to_be_hidden()
    log.write("news")
    expect(page.get_by_text("news")).to_be_in_viewport()


@browser
def test_keys_scroll_through_a_hundred_thousand_lines(live: Show) -> None:
    log = kit.Log()
    log.write("\n".join(f"line {number}" for number in range(100_001)))
    page = live(log).page
    expect(page.get_by_text("line 100000", exact=True)).to_be_in_viewport()
    page.get_by_role("log").focus()
    page.keyboard.press("Home")
    expect(page.get_by_text("line 1", exact=True)).to_be_in_viewport()
    assert page.get_by_text("line 0", exact=True).count() == 0  # one more than are kept
    assert page.locator(".kit-log-line").count() < 120
    page.keyboard.press("End")
    expect(page.get_by_text("line 100000", exact=True)).to_be_in_viewport()


def write_much(log: kit.Log) -> None:
    for number in range(500):
        log.write(str(number))


@browser
def test_threads_write_while_a_handler_works(live: Show) -> None:
    log, done = kit.Log(), threading.Event()

    def work() -> None:
        log.write("working")
        done.wait(20)

    page = live(jp.Button(text="Work", click=work), log).page
    page.get_by_role("button", name="Work").click()
    try:
        expect(page.get_by_text("working")).to_be_visible()
        threads = [threading.Thread(target=write_much, args=[log]) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        expect(page.locator(".kit-log")).to_have_attribute("data-prop-lines_to", "2001")
    finally:
        done.set()


@shows("Log.follow")
def test_it_writes_what_a_logger_says() -> None:
    log = kit.Log()
    logger = logging.getLogger("tests.kit.log")
    log.follow("tests.kit.log").setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    logger.warning("hot")
    logger.debug("left out")
    try:
        raise OSError("gone")
    except OSError:
        logger.exception("failed")
    assert log.lines[:2] == ["WARNING hot", "ERROR failed"]
    assert log.lines[-1] == "OSError: gone"
    assert len(logger.handlers) == 1
    del log
    gc.collect()
    assert logger.handlers == []


@pytest.mark.parametrize(
    ("detail", "answer"),
    [
        ({"start": 0, "count": 2}, (3, 2)),
        ({"start": -5, "count": -1}, (3, 0)),
        ({"start": 10**9, "count": 10**9}, (8, 0)),
        ({"start": 5, "count": 10**12}, (5, 3)),
        ({"start": "0", "count": 2}, None),
        (None, None),
    ],
)
def test_pages_that_lie_get_lines_or_nothing(detail: Any, answer: tuple[int, int] | None) -> None:
    log = kit.Log(max_lines=5, aria_label="log")
    log.write("a\nb\nc\nd\ne\nf\ng\nh")
    with testing.serve(lambda: jp.WebPage().add(log)) as user:
        control = user.open().find("log")
        if answer is None:
            with pytest.raises(testing.HandlerFailed):
                control.send("wanted", detail)
        else:
            got = control.send("wanted", detail)
            assert (got["start"], len(got["lines"])) == answer


def test_very_long_lines_are_cut() -> None:
    log = kit.Log()
    log.write("x" * 1_000_000)
    assert len(log.lines[0]) == 5001
    with pytest.raises(ValueError, match="kind of a line"):
        log.write("x", kind="loud")
    with pytest.raises(ValueError, match="max_lines"):
        kit.Log(max_lines=0)

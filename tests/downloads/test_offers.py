"""Downloads that handlers offer are let go in time, and in number."""

import gc
import sys
import time
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from core.downloads import offers as module
from core.downloads.offers import Offers


class Content:
    """A generator that reports when it is freed."""

    def __iter__(self) -> Iterator[bytes]:
        yield b"content"


def test_offer_that_is_over_is_freed(monkeypatch: pytest.MonkeyPatch) -> None:
    """They expire even if nothing else is offered or requested."""
    offers, content = Offers(), Content()
    offers.add("me", content, "a.bin")
    gone, now = weakref.ref(content), time.monotonic()
    del content
    offers.sweep()
    assert gone() is not None
    monkeypatch.setattr("core.downloads.offers.time.monotonic", lambda: now + module.KEEP + 1)
    offers.sweep()
    gc.collect()
    assert gone() is None


def test_contents_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 250)
    offers = Offers()
    tokens = [offers.add("me", bytes(100), "a.bin") for _ in range(3)]
    assert [offers.response("me", token) is not None for token in tokens] == [False, True, True]
    large = offers.add("me", bytes(1000), "large.bin")
    assert offers.response("me", large) is not None  # it alone may be larger
    assert offers.response("me", tokens[-1]) is None


def test_many_threads_offer_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 5)
    offers, interval = Offers(), sys.getswitchinterval()

    def offer(number: int) -> None:
        for _ in range(300):
            offers.response("me", offers.add("me", iter([b"x"]), "a.bin"))

    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(offer, range(8)))  # raises what one of them raised
    finally:
        sys.setswitchinterval(interval)
    assert len(offers) <= 5

"""No text makes a regular expression slow: the cost grows linearly with the text."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from core.styles.templates import PLACEHOLDER
from tests.support.adversary import (
    SEARCHER,
    Attack,
    Use,
    attacks,
    in_python,
    python_uses,
    script_patterns,
)

SMALL, MIDDLE = 2**9, 2**12
LARGE, WHOLE = 2**16, 2**20
MARGIN = 4
"""How many times as much as in proportion to the size a search may cost; a square costs 8 times."""

OURS = {
    PLACEHOLDER.pattern,  # the templates in assets/tailwind
}


@contextmanager
def given_up_after(seconds: float, what: str) -> Iterator[None]:
    """Interrupt what would never end."""

    def give_up(*_: object) -> None:
        raise AssertionError(f"{what} never ends.")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def cost(search: Callable[[str], object], text: str, tries: int = 1) -> float:
    """Seconds of this thread's processor time, the least of some tries."""
    spent = []
    for _ in range(tries):
        start = time.thread_time()
        search(text)
        spent.append(time.thread_time() - start)
    return min(spent)


def grows_faster(search: Callable[[str], object], attack: Attack, small: int, large: int) -> bool:
    """Whether the cost grows more than the size does."""
    most = MARGIN * large / small
    tiny = 2e-5  # below it, the clock dominates
    costs = [max(cost(search, attack.text(size), tries=3), tiny) for size in (small, large)]
    return costs[1] > most * costs[0]


def uses() -> list[Use]:
    """All except patterns that only see our own text."""
    return [use for use in python_uses() if use.pattern not in OURS]


@pytest.mark.parametrize("use", uses(), ids=str)
def test_the_cost_of_a_pattern_grows_with_the_text(use: Use) -> None:
    search, slowest = use.run(), []
    for attack in attacks(use.pattern, use.flags):
        with given_up_after(20, f"{use} of {attack}"):
            search(attack.text(48))
            slowest.append((cost(search, attack.text(MIDDLE)), attack))
    slowest.sort(key=lambda pair: -pair[0])
    worst = [attack for _, attack in slowest[:8]]
    assert not [each for each in worst if grows_faster(search, each, SMALL, MIDDLE)]
    for attack in worst[:2]:
        with given_up_after(60, f"{use} of {attack}"):
            assert not grows_faster(search, attack, LARGE, WHOLE), attack


def test_patterns_are_found() -> None:
    found = {source for _, source, _ in script_patterns()}
    assert r"[#&]satchel-window=([\w-]+)$" in found
    assert r"\s+|\/\/.*|\/\*[^]*?\*\/" in found
    methods = {use.method for use in python_uses()}
    assert methods >= {"match", "fullmatch", "search", "sub", "findall", "finditer"}


def script_ids(pattern: tuple[str, str, str]) -> str:
    return f"{pattern[0]}: {pattern[1][:60]}"


@pytest.mark.parametrize("pattern", script_patterns(), ids=script_ids)
def test_the_cost_of_a_pattern_of_the_client_grows_with_the_text(
    pattern: tuple[str, str, str],
) -> None:
    _, source, flags = pattern
    texts = [(each.start, each.pump, each.end) for each in attacks(in_python(source))]
    done = subprocess.run(
        ["node", SEARCHER, source, flags],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr

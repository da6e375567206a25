"""What `scripts/test_platforms` was asked for."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """The options that all parts share.

    Attributes:
        parts: what to run.
        short: whether a selection of tests is enough.
        optional: whether a system that cannot be had here is said, and is no failure.
        executable: whether the tests of the window drive executables, which are built first.
        only: names of what a part consists of, such as file systems; empty means all of them.
        pytest: options for pytest; files among them replace those that the part would run.
    """

    parts: tuple[str, ...]
    short: bool
    optional: bool
    executable: bool
    only: tuple[str, ...]
    pytest: tuple[str, ...]


def parse(arguments: list[str], parts: Iterable[str], description: str) -> Options:
    """Read the command line; what follows `--` is for pytest."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="+", choices=list(parts), metavar="PART")
    parser.add_argument("--short", action="store_true", help="a selection, for every change")
    parser.add_argument("--optional", action="store_true", help="what cannot be had is no failure")
    parser.add_argument("--executable", action="store_true", help="with executables, built first")
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    end = arguments.index("--") if "--" in arguments else len(arguments)
    found = parser.parse_args(arguments[:end])
    passed_on = tuple(arguments[end + 1 :])
    return Options(
        parts=tuple(found.parts),
        short=found.short,
        optional=found.optional,
        executable=found.executable,
        only=tuple(found.only),
        pytest=passed_on,
    )

"""The list of the API's names is whole: each is shown by a test, and the table says by which."""

from __future__ import annotations

import subprocess
import sys

import core
from tests.support.api import ROOT, sections, shown, waiting


def test_every_name_is_shown_by_a_test() -> None:
    """The ``?`` in docs/api-names.txt goes when the test comes."""
    names = {name for section in sections().values() for name in section}
    assert set(shown()) <= names, "a test shows what is not in docs/api-names.txt"
    assert names - set(shown()) == waiting()


def test_every_public_name_is_listed() -> None:
    listed = {name for section in sections().values() for name in section}
    assert set(core.__all__) <= listed


def test_no_name_is_listed_twice() -> None:
    names = [name for section in sections().values() for name in section]
    assert len(names) == len(set(names))


def test_the_table_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "scripts/make_api"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")

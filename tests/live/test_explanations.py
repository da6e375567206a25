"""Errors that explain a mistake of the program's author."""

from __future__ import annotations

from pathlib import Path

import pytest

import core as jp
from core.live.trace import failure


def test_a_name_that_is_almost_an_event() -> None:
    with pytest.raises(ValueError, match="no event 'clik'. Did you mean 'click'?"):
        jp.Button().on("clik", print)


def test_a_syntax_error_shows_its_line(tmp_path: Path) -> None:
    path = tmp_path / "wrong.py"
    path.write_text("def a():\n    return <1>\n")
    try:
        compile(path.read_text(), str(path), "exec")
    except SyntaxError as error:
        html = failure("wrong", error).html
    assert "wrong.py, line 2" in html
    assert "<pre>return &lt;1&gt;\n       ^</pre>" in html

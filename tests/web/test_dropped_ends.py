"""Names of which Windows drops the end, so that they stand for other files."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from core.files import entries
from tests.support.local import local, session_id, whose

MINE = session_id(1)


def test_they_lead_to_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown, data = tmp_path / "shown" / "static", tmp_path / "data"
    shown.mkdir(parents=True)
    with local(data, whose, static=(shown.parent,), private=(data,)) as served:
        for name in ("image.txt", "image.txt.", "image.txt "):
            (shown / name).write_text("shown")
            served.file(name, "mine")
        monkeypatch.setattr(entries, "DROPPED", " .")
        for folder in ("/static/static", f"/static/{MINE}", "/_satchel/entry"):
            answers = [
                served.session().get(f"{folder}/{quote(name)}").status_code
                for name in ("image.txt", "image.txt.", "image.txt ", "image.txt . ")
            ]
            assert answers == [200, 404, 404, 404], folder

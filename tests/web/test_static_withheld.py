"""``/static`` beside a program serves only kinds of files that pages use."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.local import local, whose

WITHHELD = ["db.sqlite3", "key.pem", "config.toml", "sub/backup.sql", "users.json", "Makefile"]
SHOWN = [
    "a.png", "A.PNG", "sub/film.webm", "sound.wav", "kite.svg", "my.css", "page.html", "code.js",
    "text.woff2", "paper.pdf", "notes.txt", "static/data.json", "sub/static/x.sqlite3",
]  # fmt: skip


def test_files_next_to_a_program_are_withheld_unless_they_are_for_browsers(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Those who may open the page may not read the program's database, keys and settings."""
    folder = tmp_path / "program"
    for name in (*WITHHELD, *SHOWN, "static/program.py", "static/.env"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name.lower())  # A.PNG may be a.png
    with local(tmp_path / "data", whose, static=(folder,), token=None) as served:
        client = served.client()
        for name in SHOWN:
            assert client.get(f"/static/{name}").text == name.lower()
        assert "does not serve" not in caplog.text
        for name in (*WITHHELD, "static/program.py", "static/.env"):
            assert client.get(f"/static/{name}").status_code == 404, name
    assert caplog.text.count("/static does not serve") == 1
    assert "db.sqlite3" in caplog.text and "a folder named 'static'" in caplog.text

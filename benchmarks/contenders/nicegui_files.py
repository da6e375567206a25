"""An upload that keeps what is sent, and files to download: ``python nicegui_files.py PORT``."""

from __future__ import annotations

import sys
from pathlib import Path

from nicegui import app, events, ui

SAVED = Path("saved").absolute()
SAVED.mkdir()
app.add_static_files("/files", "files")


async def keep(event: events.UploadEventArguments) -> None:
    """Save the file."""
    await event.file.save(SAVED / event.file.name)


@ui.page("/")
def page() -> None:
    """A file input that sends files when they are chosen."""
    ui.upload(multiple=True, auto_upload=True, on_upload=keep)


ui.run(host="127.0.0.1", port=int(sys.argv[1]), reload=False, show=False)

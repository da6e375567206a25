"""A form that keeps what is sent, and files to download: ``python ours_files.py PORT``."""

from __future__ import annotations

import sys
from pathlib import Path

import core as jp

SAVED = Path("saved").absolute()
SAVED.mkdir()


def page() -> jp.WebPage:
    """A file input that sends files when they are chosen, and a button that counts."""
    page = jp.WebPage()
    form = jp.Form(submit=keep, a=page)
    jp.Input(type="file", multiple=True, a=form)
    count = jp.Div(classes="the-count", text="0", a=page)
    jp.Button(classes="do-click", text="click", click=clicked, a=page).count = count
    jp.Div(classes="the-rows", a=page)
    return page


def keep(form: jp.Form, msg: jp.Msg) -> None:
    """Save each file."""
    for file in msg.files:
        file.save(SAVED)


def clicked(button: jp.Button, msg: jp.Msg) -> None:
    """Change one text."""
    button.count.text = int(button.count.text) + 1


jp.justpy(page, port=int(sys.argv[1]))

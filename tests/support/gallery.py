"""A page with a file input, and the files that are given to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import core as jp
from core.testing import Page


def text(folder: Path, name: str, content: bytes = b"content") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


class Gallery:
    """A page with a form, and the messages that its handlers got."""

    def __init__(self, **rules: Any) -> None:
        self.rules = rules
        self.messages: list[jp.Msg] = []
        self.progress: list[jp.Msg] = []

    def page(self) -> jp.WebPage:
        page = jp.WebPage()
        self.form = jp.Form(submit=self.submit, on_progress=self.on_progress, a=page)
        self.input = jp.Input(type="file", multiple=True, a=self.form, **self.rules)
        jp.Input(type="text", a=self.form)
        self.said = jp.P(a=page)
        return page

    def submit(self, msg: jp.Msg) -> None:
        self.messages.append(msg)

    def on_progress(self, msg: jp.Msg) -> None:
        self.progress.append(msg)
        self.said.text = f"{msg.total_sent} of {msg.total_size}"


def sent(page: Page, *paths: Path) -> None:
    page.find(tag="form")
    page.find_all(tag="input")[0].choose(*paths)  # its form submits itself

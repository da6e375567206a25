"""Slow work: computes the checksums of uploaded files while a bar shows the progress.

The handler is async. Its changes appear when it returns, or earlier with `await wp.update()`.
Reading and summing would block everybody else, so they run on a thread.
"""

import asyncio
import hashlib
from typing import Any

import core as jp

BLOCK = 4 * 1024 * 1024  # bytes between two updates of the bar


class Sum(jp.Div):
    """A file with its progress, then its checksum."""

    def __init__(self, file: jp.File, **attributes: Any) -> None:
        super().__init__(classes="flex items-center gap-4", **attributes)
        self.file = file
        jp.Span(text=file.name, classes="w-60 truncate", a=self)
        self.bar = jp.Progress(max=max(file.size, 1), value=0, a=self)
        self.result = jp.Code(classes="text-sm break-all", a=self)

    async def run(self) -> None:
        """Read the file in blocks and advance the bar after each."""
        digest, done = hashlib.sha256(), 0
        with self.file.open() as source:
            while block := await asyncio.to_thread(source.read, BLOCK):
                await asyncio.to_thread(digest.update, block)
                done += len(block)
                self.bar.value = done
                await self.update()
        self.result.text = digest.hexdigest()
        self.bar.show = False


def page() -> jp.WebPage:
    wp = jp.WebPage(title="Checksums")
    column = jp.Div(classes="m-8 flex flex-col gap-4", a=wp)
    form = jp.Form(classes="flex flex-wrap items-center gap-4", a=column)
    jp.Input(type="file", multiple=True, classes=jp.Styles.input_classes, a=form)
    jp.Button(type="submit", text="Sum up", classes=jp.Styles.button_simple, a=form)
    status = jp.P(a=column)

    async def sum_up(msg: jp.Msg) -> None:
        sums = [Sum(file, a=column) for file in msg.files]
        for number, each in enumerate(sums, 1):
            status.text = f"File {number} of {len(sums)}"
            await wp.update()
            await each.run()
        status.text = "Done."  # the files were not saved, so they are removed now

    form.on("submit", sum_up)
    return wp


jp.justpy(page)

"""A page with a job on threads, whose work waits until a test lets it go on."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import core as jp
from core import kit
from core.testing import Job, Page


class Desk:
    """A page with a job on threads, whose work waits until it is told to go on."""

    def __init__(self, **options: Any) -> None:
        self.may_go_on = threading.Event()
        self.has_begun = threading.Semaphore(0)
        self.options: dict[str, Any] = {"executor": "threads", "title": "Copying", **options}
        self.shown: list[kit.Job] = []

    def work(self, item: Any) -> str:
        name = item.name if isinstance(item, Path) else str(item)
        kit.report(0.25, f"Reading {name}")
        self.has_begun.release()
        while not self.may_go_on.wait(0.01):
            kit.report()
        if name.startswith("bad"):
            raise ValueError(f"{name} cannot be read")
        if name.startswith("value"):
            return f"value of {name}"
        for number in range(2 if name.startswith("two") else 1):
            kit.output(name).write_text(f"{number} {name}")
        return name

    def page(self) -> jp.WebPage:
        wp = kit.Page("Desk")
        form = jp.Form(a=wp)
        jp.Input(type="file", multiple=True, aria_label="Files", a=form)
        job = kit.Job(self.work, a=wp, **self.options)
        self.shown.append(job)

        def submit(msg: jp.Msg) -> None:
            job.start(msg.files)

        form.on("submit", submit)
        names = jp.Input(placeholder="Names", a=wp)
        jp.Button(text="Start", click=lambda: job.start(names.value.split()), a=wp)
        wp.news = jp.P(a=wp)
        return wp

    def start(self, page: Page, names: str) -> Job:
        page.find("Names").type(names)
        page.find("Start").click()
        return page.job()


def states(job: Job) -> list[str]:
    return [row.state for row in job.rows]

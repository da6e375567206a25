"""A program with jobs in processes, and somebody who visits it with Chromium."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.support.served import Served

PROGRAM = """
import os
import signal
import time
from pathlib import Path
from PIL import Image
from core import kit

def shrink(path, gate):
    kit.report(0.5, "Reading")
    while not Path(gate).exists():
        kit.report()
        time.sleep(0.01)
    if path.name.startswith("killed"):
        os.kill(os.getpid(), signal.SIGKILL)
    with Image.open(path) as image:
        image.thumbnail((100, 100))
        image.save(kit.output(path.name))

def count(number):
    return number * number

def page(request):
    wp = kit.Page("Image shrinker")
    gate = request.query_params.get("gate", "")
    kit.Upload(on_files=lambda msg: job.start(msg.files, gate), accept="image/*", a=wp)
    job = kit.Job(shrink, title="Shrinking", at_once=2, a=wp)
    squares = kit.Job(count, title="Squares", executor="threads", a=wp)
    kit.Button("Squares", click=lambda: squares.start(range(10_000)), a=wp)
    return wp

def halve(number):
    if number % 2:
        raise kit.Cancelled
    return number // 2

@jp.SetRoute("/halves")
def halves(request):
    wp = kit.Page("Halves")
    parts = jp.P(text="", a=wp)
    whole = jp.P(text="", a=wp)

    def part(msg):
        parts.text += f" {msg.result.label}:{msg.result.value}"

    def all_done(msg):
        counts, values = msg.job.counts, [result.value for result in job.results]
        whole.text = f"{counts.done} of {sum(counts)}: {values}"

    job = kit.Job(
        halve, executor="threads", at_once=1, without=["dismiss"], result=part, done=all_done, a=wp
    )
    short = kit.Job(halve, title="Short", key="short", executor="threads", autoclose=True, a=wp)
    kit.Button("Halve", click=lambda: job.start([2, 3, 4], labels=["two", "three", "four"]), a=wp)
    kit.Button("Halve and close", click=lambda: short.start([6]), a=wp)
    return wp

jp.justpy(page)
"""


class Visit:
    """A page with the job; its work goes on when `go_on` is called."""

    def __init__(self, program: Served, page: Page, gate: Path) -> None:
        self.page, self.gate = page, gate
        page.goto(program.url)
        page.goto(f"{program.origin}/?gate={gate}")

    @property
    def job(self) -> Locator:
        """The card of the job."""
        return self.page.get_by_role("region", name="Shrinking")

    def row(self, name: str) -> Locator:
        """The row of a file."""
        return self.job.get_by_role("listitem").filter(has_text=name)

    def send(self, *files: Path) -> None:
        """Choose files, and wait until the job shows them."""
        self.page.set_input_files("input[type=file]", [str(file) for file in files])
        expect(self.job.get_by_role("listitem")).to_have_count(len(files))

    def go_on(self) -> None:
        """Let the work go on."""
        self.gate.touch()


def says(job: Locator, text: str) -> None:
    """Check what a job says about itself."""
    expect(job.locator(".kit-job-figures").get_by_text(text)).to_be_visible()

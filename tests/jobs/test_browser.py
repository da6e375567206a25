"""What people notice of kit.run, and of jobs that programs start themselves."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
import asyncio, os, time
from core import kit

def count(to):
    for number in range(to):
        kit.report(number / to, f'counting {number}')
        if number == 1 and to > 2:
            try:
                while True:
                    time.sleep(0.01)
                    kit.report()
            except kit.Cancelled:
                kit.output('cancelled.txt').touch()
                raise
    kit.output('counted.txt').write_text(str(to))
    return to

def die(_):
    os._exit(1)

def page(request):
    wp = jp.WebPage()
    bar, said = jp.Progress(a=wp), jp.P(a=wp)
    last = jp.app.jobs.of(jp.app.session_id)
    jp.P(text=f'job: {[each.state for each in last.tasks]}' if last else 'no job', a=wp)

    async def show(progress, text):
        bar.value, said.text = progress, text
        await wp.update()

    async def run(self, msg):
        self.text = f'got {await kit.run(count, 2)}'

    async def watched(self, msg):
        wp.task = asyncio.ensure_future(kit.run(count, 10, on_progress=show))
        try:
            await wp.task
        except asyncio.CancelledError:
            said.text = 'stopped'

    def stop(self, msg):
        wp.task.cancel()

    async def closure(self, msg):
        try:
            await kit.run(lambda: 1)
        except kit.JobError as error:
            self.text = str(error)

    async def dies(self, msg):
        await kit.run(die, 1)

    async def job(self, msg):
        work = jp.app.jobs.start(count, [1, 2], session_id=jp.app.session_id)
        await work.wait()
        self.text = ' '.join(path.read_text() for task in work.tasks for path in task.outputs)

    for handler in (run, watched, closure, dies, job):
        jp.Button(text=handler.__name__, id=handler.__name__, click=handler, a=wp)
    jp.Button(text='stop', click=stop, concurrent=True, a=wp)
    return wp

jp.justpy(page)
"""

pytestmark = pytest.mark.browser


@shows("kit.run", "kit.report", "kit.Cancelled")
def test_a_handler_waits_for_a_process_and_shows_how_far_it_is(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.get_by_text("run", exact=True).click()
    expect(page.locator("#run")).to_have_text("got 2")
    page.get_by_text("watched").click()
    expect(page.get_by_text("counting 1")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "0.1")
    page.get_by_text("stop").click()
    expect(page.get_by_text("stopped")).to_be_visible()


@shows("kit.JobError")
def test_what_goes_wrong_is_said_in_words(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.get_by_text("closure").click()
    expect(page.locator("#closure")).to_contain_text("Define it with def at the top level")
    page.get_by_text("dies").click()
    expect(page.get_by_text("Its process ended itself with exit code 1.")).to_be_visible()


@shows("app.jobs", "app.session_id", "kit.output")
def test_a_page_finds_the_job_of_its_session(program: Served, page: Page) -> None:
    page.goto(program.url)
    expect(page.get_by_text("no job")).to_be_visible()
    page.get_by_text("job", exact=True).click()
    expect(page.locator("#job")).to_have_text("1 2")
    page.reload()
    expect(page.get_by_text("job: ['done', 'done']")).to_be_visible()

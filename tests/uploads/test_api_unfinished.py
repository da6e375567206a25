"""A program tells people what is left of interrupted uploads, in Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Serve
from tests.support.api import shows
from tests.support.native import until

pytestmark = pytest.mark.browser

PROGRAM = """
def home(request):
    wp = jp.WebPage()
    for left in jp.app.unfinished_uploads(request.session_id):
        facts = left.name, left.path, left.size, left.stored, left.source, left.can_resume

        async def discard(msg, left=left):
            await left.discard()
            msg.page.add(jp.P(text='gone'))

        async def resume(msg, left=left):
            try:
                await left.resume()
            except jp.FileError as error:
                msg.page.add(jp.P(text=str(error)))

        jp.P(text=repr(facts), a=wp)
        jp.Button(text='Resume', click=resume, a=wp)
        jp.Button(text='Discard', click=discard, a=wp)
    return wp

jp.justpy(home)
"""

SEND_HALF = """() => fetch('/uploads', {
  method: 'POST',
  headers: {
    'Tus-Resumable': '1.0.0',
    'Upload-Length': '10',
    'Upload-Metadata': `filename ${btoa('a.txt')},path ${btoa('trip')}`,
    'Content-Type': 'application/offset+octet-stream',
  },
  body: 'half.',
}).then((response) => response.status)"""


@shows(
    "app.unfinished_uploads",
    "UnfinishedUpload",
    "UnfinishedUpload.discard",
    "UnfinishedUpload.resume",
)
def test_what_was_interrupted_is_listed_and_discarded(serve: Serve, page: Page) -> None:
    served = serve(PROGRAM)
    page.goto(served.url)
    assert page.evaluate(SEND_HALF) == 201
    page.goto(served.url)
    expect(page.get_by_text("('a.txt', 'trip', 10, 5, None, False)")).to_be_visible()
    page.get_by_role("button", name="Resume").click()
    expect(page.get_by_text("“a.txt” was changed or removed. Choose it again.")).to_be_visible()
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_text("gone", exact=True)).to_be_visible()
    until(lambda: list(served.data.rglob("*.part")) == [], "the disk is free again")
    page.goto(served.url)
    expect(page.get_by_role("button")).to_have_count(0)

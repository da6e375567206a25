"""Submitting a form of a page in a browser without script: the event comes as a plain POST."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from starlette.datastructures import ImmutableMultiDict
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

from ..attribute_dict import AttributeDict
from ..elements.component import Component
from ..elements.forms import Control
from ..elements.render import field_name
from ..files.errors import UploadRefused
from ..live.channel import Channel
from ..live.dispatcher import Answer, EventRefused
from ..live.live_page import LivePage, act_for
from ..uploads.http.form_body import FormParts, receive_form
from ..uploads.http.request import RefusalResponse, UploadRequest, parse_number
from ..words import well_formed
from .routes import PageRequest, redirect

if TYPE_CHECKING:
    from .app import Application

OVER = "This page is over, and nothing was done. Open it again."
NO_FORM = "This form is not on the page any more, and nothing was done. Open the page again."


class Submissions:
    """Answers ``/_satchel/submit?page=TOKEN&form=ID`` with the page as it is after the handler."""

    def __init__(self, app: Application) -> None:
        self._app = app

    async def endpoint(self, request: Request) -> Response:
        """Receive the form, then let its handler have it."""
        body = UploadRequest(request.scope, request.receive)
        live = self._app.pages.find(request.query_params.get("page"), body.owner)
        if live is None:
            return RefusalResponse(UploadRefused(404, OVER), body)
        with self._app.pages.held(
            live, body.owner
        ):  # no channel keeps it, and a form may take its time
            return await self._receive(request, live, body)

    async def _receive(self, request: Request, live: LivePage, body: UploadRequest) -> Response:
        try:
            parts = await receive_form(self._app.uploads, body)
        except UploadRefused as refusal:
            return RefusalResponse(refusal, body)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        try:
            return await self._answer(PageRequest(request.scope, request.receive), live, parts)
        finally:
            await self._app.uploads.abandon(*parts.received)

    async def _answer(self, request: PageRequest, live: LivePage, parts: FormParts) -> Response:
        try:
            answer = await self._submit(request, live, parts)
        except EventRefused:
            return PlainTextResponse(NO_FORM, 404)
        refused = answer.files.values()
        if answer.error and answer.error not in refused:
            return PlainTextResponse(well_formed("\n".join([answer.error, *refused])), 500)
        if refused:  # the files are at fault, not the program
            return PlainTextResponse(well_formed("\n".join(refused)), 422)
        if live.page.redirect:
            return redirect(live.page.redirect)
        return await self._app.answer(request, live.page)

    async def _submit(self, request: PageRequest, live: LivePage, parts: FormParts) -> Answer:
        number = request.query_params.get("form", "")
        known = parse_number(number)
        form = None if known is None else live.shown.get(known)
        if form is None:
            raise EventRefused(f"There is no form {ascii(number)[:40]} on the page.")
        await self._app.expect_files(request.session_id)
        channel = Channel(live, request.session_id, live.number, lambda: None)
        channel.left()  # a browser without script cannot be asked anything
        act_for(channel, request.session_id)
        data = AttributeDict(form=list(_entries(live, form, parts)))
        event = AttributeDict(e="submit", c=form.component_id, data=data)
        return await self._app.events.handle(live, channel, event)


def _entries(live: LivePage, form: Component, parts: FormParts) -> Iterator[AttributeDict]:
    """What the client's script would tell of the controls in the form (events/forms.js)."""
    texts = ImmutableMultiDict(parts.fields)
    uploads = ImmutableMultiDict([(name, upload.id) for name, upload in parts.uploads])
    given: dict[str, int] = {}
    for control in _controls(live, form):
        name = field_name(control)
        entry = AttributeDict(c=control.component_id)
        kind = getattr(control, "type", "")
        values = [text.replace("\r\n", "\n") for text in texts.getlist(name)]  # as forms send it
        if kind == "file":
            if ids := uploads.getlist(name):
                entry.uploads = ids
        elif kind in ("checkbox", "radio"):
            entry.checked = str(control.value or "on") in values or ("" in values)
        elif getattr(control, "multiple", False):
            entry.value = values
        elif (number := given.get(name, 0)) < len(values):
            given[name] = number + 1  # of controls with one name each has sent its own
            entry.value = values[number]
        yield entry


def _controls(live: LivePage, around: Component) -> Iterator[Control]:
    for number in live.shown.children(around.component_id):
        child = live.shown.get(number)
        if isinstance(child, Control):
            yield child
        elif child is not None:
            yield from _controls(live, child)

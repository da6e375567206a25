"""Submissions of forms by browsers without scripts: the event comes as a plain POST."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.datastructures import ImmutableMultiDict
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ...attribute_dict import AttributeDict
from ...elements.component import Component
from ...elements.forms import Control, field_name
from ...language.texts import N_, _
from ...live.channel import Channel
from ...live.context import enter_context
from ...live.dispatcher import TO_CORRECT, Answer, Dispatcher
from ...live.errors import EventRefused
from ...live.live_page import LivePage
from ...live.pages import Pages
from ...uploads.engine import Uploads
from ...uploads.errors import UploadRefused
from ...uploads.http.form_body import FormParts, receive_form
from ...uploads.http.request import RefusalResponse, UploadRequest
from ...uploads.metadata import parse_number
from ...words import well_formed
from ..session_folders import SessionFolders
from .error_pages import form_notice, gone_page, wants_page
from .responses import PageResponses, redirect

PAGE_GONE = N_("This page has expired, and nothing was submitted. Open it again.")
FORM_GONE = N_(
    "This form is no longer on the page, and nothing was submitted. Open the page again."
)
KEPT = N_("What you entered is still in the form: correct it, or send it again.")
KEPT_WITHOUT_FILES = N_(
    "What you entered is still in the form, but not the files: choose them again, then send it."
)
NOT_READ = N_("Nothing of the form was taken: fill it in again.")


class FormSubmissions:
    """Answers ``/_satchel/submit?page=TOKEN&form=ID`` with the page after the handler."""

    def __init__(
        self,
        pages: Pages,
        uploads: Uploads,
        dispatcher: Dispatcher,
        responses: PageResponses,
        folders: SessionFolders,
    ) -> None:
        self._pages = pages
        self._uploads = uploads
        self._dispatcher = dispatcher
        self._responses = responses
        self._folders = folders

    def route(self) -> Route:
        """The route."""
        return Route("/_satchel/submit", self._endpoint, methods=["POST"])

    async def _endpoint(self, request: Request) -> Response:
        body = UploadRequest(request.scope, request.receive)
        live = self._pages.find(request.query_params.get("page"), body.owner)
        if live is None:
            page = gone_page(_(PAGE_GONE), 404) if wants_page(request) else None
            return RefusalResponse(UploadRefused(404, _(PAGE_GONE)), body, page)
        # No channel keeps the page, and receiving the form may take longer than the grace period.
        with self._pages.held(live, body.owner):
            return await self._receive(request, live, body)

    async def _receive(self, request: Request, live: LivePage, body: UploadRequest) -> Response:
        try:
            parts = await receive_form(self._uploads, body)
        except UploadRefused as refusal:
            shown = await self._shown(request, live, refusal.status, [str(refusal), _(NOT_READ)])
            return RefusalResponse(refusal, body, shown)
        try:
            return await self._answer(request, live, parts)
        finally:
            await self._uploads.abandon(*parts.received)

    async def _answer(self, request: Request, live: LivePage, parts: FormParts) -> Response:
        try:
            answer = await self._submit(request, live, parts)
        except EventRefused:
            page = gone_page(_(FORM_GONE), 404) if wants_page(request) else None
            return page or PlainTextResponse(_(FORM_GONE), 404)
        refused = list(answer.files.values())
        if answer.error and answer.error not in refused:
            is_failure = answer.error not in (TO_CORRECT, _(TO_CORRECT))
            status, said = 500 if is_failure else 422, [answer.error, *refused]
            return await self._refused(request, live, parts, status, said)
        if refused:  # the files are at fault, not the program
            return await self._refused(request, live, parts, 422, refused)
        if live.page.redirect:
            return redirect(live.page.redirect)
        return await self._responses.of(request, live.page)

    async def _refused(
        self, request: Request, live: LivePage, parts: FormParts, status: int, said: list[str]
    ) -> Response:
        kept = _(KEPT_WITHOUT_FILES) if parts.uploads else _(KEPT)
        page = await self._shown(request, live, status, [*said, kept])
        return page or PlainTextResponse(well_formed("\n".join(said)), status)

    async def _shown(
        self, request: Request, live: LivePage, status: int, said: list[str]
    ) -> Response | None:
        """The page of the form, with what has been entered, below what is said; None for clients
        that show no pages."""
        if not wants_page(request):
            return None
        return await self._responses.of(request, live.page, status, form_notice(said))

    async def _submit(self, request: Request, live: LivePage, parts: FormParts) -> Answer:
        form = _form(live, request.query_params.get("form", ""))
        session_id = request.state.session_id
        await self._folders.prepare(session_id)
        channel = Channel(live, session_id, live.number, lambda: None)
        channel.close()  # a browser without scripts cannot answer questions
        enter_context(channel, session_id)
        data = AttributeDict(form=list(_entries(live, form, parts)))
        event = AttributeDict(e="submit", c=form.component_id, data=data)
        return await self._dispatcher.handle(channel, event)


def _form(live: LivePage, number: str) -> Component:
    known = parse_number(number)
    form = None if known is None else live.snapshot.get(known)
    if form is None:
        raise EventRefused(f"There is no form {ascii(number)[:40]} on the page.")
    return form


def _entries(live: LivePage, form: Component, parts: FormParts) -> Iterator[AttributeDict]:
    """The controls of the form, as the client's script would send them (events/forms.js)."""
    texts = ImmutableMultiDict(parts.fields)
    uploads = ImmutableMultiDict([(name, upload.id) for name, upload in parts.uploads])
    given: dict[str, int] = {}
    for control in _controls(live, form):
        name = field_name(control)
        entry = AttributeDict(c=control.component_id)
        kind = getattr(control, "type", "")
        values = [
            text.replace("\r\n", "\n") for text in texts.getlist(name)
        ]  # as forms normalise it
        if kind == "file":
            if ids := uploads.getlist(name):
                entry.uploads = ids
        elif kind in ("checkbox", "radio"):
            entry.checked = str(control.value or "on") in values or ("" in values)
        elif getattr(control, "multiple", False):
            entry.value = values
        elif (number := given.get(name, 0)) < len(values):
            given[name] = number + 1  # each of the controls with this name has one value
            entry.value = values[number]
        yield entry


def _controls(live: LivePage, around: Component) -> Iterator[Control]:
    for number in live.snapshot.children(around.component_id):
        child = live.snapshot.get(number)
        if isinstance(child, Control):
            yield child
        elif child is not None:
            yield from _controls(live, child)

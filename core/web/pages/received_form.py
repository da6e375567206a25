"""Plain HTML forms, as request functions receive them."""

from __future__ import annotations

from starlette.datastructures import ImmutableMultiDict
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ...executors import AFTER_HANDLERS, DATA_FOLDER
from ...files.placement import Placement
from ...files.received_file import File
from ...uploads.engine import Uploads
from ...uploads.errors import UploadRefused
from ...uploads.http.form_body import FormParts, receive_form
from ...uploads.http.request import RefusalResponse, UploadRequest


class ReceivedForm:
    """The content of a form.

    Attributes:
        fields: the texts by the names of their controls; ``getlist(name)`` gives all of a name.
        files: each a `File`, in the same way. They are removed after the response unless saved.
    """

    def __init__(self, fields: list[tuple[str, str]], files: list[tuple[str, File]]) -> None:
        self.fields: ImmutableMultiDict[str, str] = ImmutableMultiDict(fields)
        self.files: ImmutableMultiDict[str, File] = ImmutableMultiDict(files)


class FormBody:
    """The form in the body of one request; read once, on demand."""

    def __init__(self, scope: Scope, receive: Receive, uploads: Uploads) -> None:
        self._request = UploadRequest(scope, receive)
        self._uploads = uploads
        self._form: ReceivedForm | None = None

    async def read(self) -> ReceivedForm:
        """The form.

        Raises:
            UploadRefused: it is not a form, is incomplete or too large, or the disk is full.
        """
        if self._form is None:
            parts = await receive_form(self._uploads, self._request)
            files = await self._take(parts)
            names = [name for name, _ in parts.uploads]
            self._form = ReceivedForm(parts.fields, list(zip(names, files, strict=True)))
        return self._form

    async def _take(self, parts: FormParts) -> list[File]:
        owner, ids = self._request.owner, [upload.id for upload in parts.received]
        take, release = self._uploads.claims.take, self._uploads.claims.release
        try:
            return await DATA_FOLDER.obtain(release, take, owner, ids, Placement())
        except BaseException:
            await self._uploads.abandon(*parts.received)
            raise

    def refused(self, refusal: UploadRefused) -> Response:
        """The response to a form that is refused."""
        return RefusalResponse(refusal, self._request)

    def wrapped(self, response: Response) -> Response:
        """The response, which removes the files when it has been sent."""
        return response if self._form is None else _Discarding(response, self)

    async def settle(self) -> None:
        """Make durable the files that were saved; raises FileError if the disk fails."""
        if self._form is not None:
            await AFTER_HANDLERS.run(self._uploads.claims.settle, self._files(self._form))

    async def discard(self) -> None:
        """Remove the files that were not saved."""
        if self._form is not None:
            await AFTER_HANDLERS.run(self._uploads.claims.discard, self._files(self._form))

    def _files(self, form: ReceivedForm) -> list[File]:
        return [file for _, file in form.files.multi_items()]


class _Discarding(Response):
    """A response that may consist of the form's files, so they are removed only afterwards."""

    def __init__(self, response: Response, body: FormBody) -> None:
        self._response = response
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._response(scope, receive, send)
        finally:
            await self._body.discard()

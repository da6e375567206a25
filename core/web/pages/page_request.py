"""The request that a page function gets."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request

from .received_form import FormBody, ReceivedForm


class PageRequest(Request):
    """The request that a page function gets: Starlette's, with the session's id and its form."""

    def __init__(
        self, request: Request, body: FormBody, make_folder: Callable[[str], object]
    ) -> None:
        super().__init__(request.scope, request.receive)
        self._form_body = body
        self._make_folder = make_folder

    @property
    def session_id(self) -> str:
        """The id of the browser session, from a signed cookie; it names a folder that exists."""
        session_id: str = self.state.session_id
        self._make_folder(session_id)
        return session_id

    async def received(self) -> ReceivedForm:
        """The form that was posted: ``fields``, and ``files`` written to disk as they came.

        Raises:
            UploadRefused: it is not a form, is incomplete or too large. Unless the function catches
                it, the browser gets the answer that says so.
        """
        return await self._form_body.read()

"""Starlette endpoints around request functions."""

from __future__ import annotations

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from ...live.context import enter_context
from ...live.handler_calls import HandlerCalls
from ...uploads.engine import Uploads
from ...uploads.errors import UploadRefused
from .page_request import PageRequest
from .program import Program
from .received_form import FormBody
from .request_functions import RequestFunction, call
from .responses import PageResponses
from .routes import Endpoint, catch_all, page_route


class PageEndpoints:
    """Makes the endpoints of a program's request functions.

    Args:
        uploads: receives the files of forms.
        calls: runs plain functions on worker threads.
        make_folder: makes the folder of a session.
    """

    def __init__(
        self,
        responses: PageResponses,
        uploads: Uploads,
        calls: HandlerCalls,
        make_folder: Callable[[str], object],
    ) -> None:
        self._responses = responses
        self._uploads = uploads
        self._calls = calls
        self._make_folder = make_folder

    def routes(self, program: Program) -> list[BaseRoute]:
        """All routes of a program, in the order in which they were added."""
        routes: list[BaseRoute] = [
            page_route(path, self._endpoint(function), name or _name(function), methods)
            for path, function, name, methods in program.routes
        ]
        if program.function is not None:
            routes.append(catch_all(self._endpoint(program.function)))
        return routes

    def _endpoint(self, function: RequestFunction) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            enter_context(None, request.state.session_id)
            form = FormBody(request.scope, request.receive, self._uploads)
            try:
                response = await self._answer(function, request, form)
            except BaseException as error:
                # While the server stops, the function may still be using the files.
                if isinstance(error, Exception) or not self._calls.is_stopping:
                    await form.discard()
                raise
            return form.wrapped(response)

        return endpoint

    async def _answer(
        self, function: RequestFunction, request: Request, form: FormBody
    ) -> Response:
        page_request = PageRequest(request, form, self._make_folder)
        try:
            result = await call(function, page_request, self._calls.in_thread)
            response = await self._responses.of(request, result)
            await form.settle()
            return response
        except UploadRefused as refusal:
            return form.refused(refusal)
        except (HTTPException, ClientDisconnect):  # which the application has handlers for
            raise
        except Exception as error:
            return await self._responses.failed(request, function, error)


def _name(function: RequestFunction) -> str | None:
    name: str | None = getattr(function, "__name__", None)
    return name

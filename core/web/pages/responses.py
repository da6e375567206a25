"""Responses to what request functions return or raise."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from ...elements.component import Component
from ...elements.webpage import WebPage
from ...executors import RENDERING
from ...live.document import content_security_policy, document
from ...live.failures import Failures
from ...live.pages import Pages
from ...live.protocol import ClientFeatures
from ...live.trace import failure
from ...words import well_formed
from .error_pages import apology, failure_page, wants_page
from .request_functions import RequestFunction

Features = Callable[[WebPage, str], ClientFeatures]
"""The features of a page's client, for the session that is served the page."""


class PageResponses:
    """Makes the responses of one application.

    Args:
        failures: logs what a request function raised.
        debug: show the program's author what failed, instead of an apology.
    """

    def __init__(self, pages: Pages, failures: Failures, features: Features, debug: bool) -> None:
        self._pages = pages
        self._failures = failures
        self._features = features
        self._debug = debug

    async def of(
        self, request: Request, result: Any, status: int = 200, notice: str = ""
    ) -> Response:
        """The response to the result of a request function.

        Args:
            notice: HTML above a page.

        Raises:
            TypeError: it is neither a page nor a response.
        """
        if isinstance(result, Response):
            return result
        if not isinstance(result, WebPage):
            raise TypeError(
                "A request function must return a WebPage or a Starlette Response, not "
                f"{result!r}. {_hint(result)}"
            )
        nonce = secrets.token_urlsafe(16)
        socket = f"{'wss' if request.url.is_secure else 'ws'}://{request.headers['host']}"
        headers = {
            "Content-Security-Policy": content_security_policy(result, nonce, socket),
            "Cache-Control": "no-store",
        }
        session_id = request.state.session_id
        html = result.html or await self._document(result, session_id, nonce, notice)
        response = _html_response(html, status, headers)
        for cookie in result.cookies.values():
            response.headers.append("Set-Cookie", cookie.OutputString())
        return response

    async def failed(
        self, request: Request, function: RequestFunction, error: Exception
    ) -> Response:
        """The response if a request function raised."""
        name = getattr(function, "__qualname__", repr(function))
        what = f"{name} could not answer {ascii(request.url.path)}"
        reference = self._failures.note(error, what, ())
        if not self._debug:
            return apology(request, reference)
        if not wants_page(request):
            return apology(request, reference, f"{type(error).__name__}: {error}")
        return await self.of(request, failure_page(failure(what, error, reference)), 500)

    async def _document(self, page: WebPage, session_id: str, nonce: str, notice: str) -> str:
        live = self._pages.serve(page, session_id)
        features = self._features(page, session_id)
        with self._pages.held(live, session_id):  # painting may take longer than the grace period
            return await RENDERING.run(document, live, nonce, features, notice)


def redirect(url: str) -> RedirectResponse:
    """A request function returns this to send the browser elsewhere."""
    return RedirectResponse(url, status_code=303)


def _html_response(html: str, status: int, headers: dict[str, str]) -> HTMLResponse:
    try:
        return HTMLResponse(html, status, headers)
    except UnicodeEncodeError:  # a lone surrogate in one text must not hide the whole page
        return HTMLResponse(well_formed(html), status, headers)


def _hint(result: Any) -> str:
    if result is None:
        return "Does it end with 'return wp'?"
    if isinstance(result, Component):
        return "Put the component on a page: wp = jp.WebPage(), wp.add(component), return wp."
    if isinstance(result, str):
        return "For text return jp.PlainTextResponse(text), for HTML jp.WebPage(html=text)."
    if isinstance(result, type):
        return "Make an instance of the class: put () after its name."
    return "wp = jp.WebPage() makes a page."

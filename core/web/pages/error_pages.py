"""Error pages: shown in place of a page that failed or does not exist."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from ...elements.tags import Main
from ...elements.webpage import WebPage
from ...language.chosen import language
from ...language.texts import N_, _
from ...live.failures import WRONG
from ...live.trace import Failure
from ...words import well_formed

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'",
    "Cache-Control": "no-store",
}
_AGAIN = ("", N_("Try again"))
_START = ("/", N_("Go to the start page"))
_FAILED = N_("This page could not be shown")
_STATUSES = (
    N_("Bad Request"),
    N_("Forbidden"),
    N_("Not Found"),
    N_("Method Not Allowed"),
    N_("Gone"),
    N_("Internal Server Error"),
    N_("Service Unavailable"),
)
"""Headings of pages that people come upon; those of other statuses are English."""


def wants_page(request: Request) -> bool:
    """Whether a browser will show the response to a person."""
    return "text/html" in request.headers.get("accept", "")


def apology(request: Request, reference: str, details: str = "") -> Response:
    """The response of a page function that failed; details are for the author only."""
    if wants_page(request):
        hint = _(WRONG, reference=reference)
        return HTMLResponse(_document(_(_FAILED), hint, _AGAIN), 500, _HEADERS)
    hint = WRONG.format(reference=reference)
    text = f"{_FAILED}.\n\n{hint}\n\n{details}"
    return PlainTextResponse(well_formed(text.rstrip()), 500)


def failure_page(failed: Failure) -> WebPage:
    """The same as a live page, for the program's author. It reloads once the program is fixed."""
    page = WebPage(title=failed.what, tailwind=False, body_classes="satchel-error-page")
    Main(inner_html=f"<h1>{escape(failed.what)}</h1>{failed.html}<p>{_button(*_AGAIN)}</p>", a=page)
    return page


async def http_error(request: Request, error: Any) -> Response:
    """The response for a status such as 404 (HTTPException)."""
    assert isinstance(error, HTTPException)
    if error.status_code in (204, 304):  # no body (RFC 9110)
        return Response(status_code=error.status_code, headers=error.headers)
    if not wants_page(request):
        return PlainTextResponse(error.detail, error.status_code, error.headers)
    heading = HTTPStatus(error.status_code).phrase
    text = "" if error.detail == heading else error.detail and _(error.detail)
    html = _document(_(heading), text, _START)
    return HTMLResponse(html, error.status_code, {**_HEADERS, **(error.headers or {})})


def gone_page(sentence: str, status: int) -> Response:
    """The response to a form whose page is gone, which cannot be shown again."""
    return HTMLResponse(_document(_("The form was not sent"), sentence, _START), status, _HEADERS)


def form_notice(sentences: Iterable[str]) -> str:
    """HTML that says above a page why a form of it was not taken, and what to do."""
    texts = "".join(f"<p>{escape(well_formed(each))}</p>" for each in sentences)
    heading = escape(_("The form was not taken"))
    return f'<div class="satchel-form-refused" role="alert"><h2>{heading}</h2>{texts}</div>\n'


async def disconnected(request: Request, error: Exception) -> Response:
    """The response if the client left while it sent a body; nobody reads it."""
    return Response(status_code=400)


def _button(address: str, text: str) -> str:
    return f'<a class="satchel-button" href="{address}">{escape(_(text))}</a>'


def _document(heading: str, text: str, button: tuple[str, str]) -> str:
    return f"""<!DOCTYPE html>
<html lang="{language()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(heading)}</title>
<link rel="icon" href="/_satchel/icons/satchel.svg">
<link rel="stylesheet" href="/_satchel/client/satchel.css">
</head>
<body>
<div class="satchel-error-page"><main>
<h1>{escape(heading)}</h1>
<p>{escape(text)}</p>
<p>{_button(*button)}</p>
</main></div>
</body>
</html>
"""

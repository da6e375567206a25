"""The viewer: a page of ours that shows one file, in a window of its own or in a frame.

It has the look and the script of `kit.Preview`, no component, and no connection to the program.
"""

from __future__ import annotations

import secrets
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from ..language.chosen import language
from ..language.texts import _
from ..live.document import language_script
from ..styles.part_sheets import imported, part_sheet, part_theme
from ..words import well_formed
from .headers import POLICY

VIEW = "view"
"""In the query of an address of a file: its viewer."""

FRAME_HEADERS = {
    "Content-Security-Policy": POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    "X-Frame-Options": "SAMEORIGIN",
}
"""Headers of what our own pages may show in a frame."""

_SCRIPT = "/_satchel/modules/assets/kit/preview/viewer.js"
_FRAMES = {"iframe", "frame", "embed", "object"}
_PART = "kit-preview"


def is_for_frame(request: Request) -> bool:
    """Whether the response will be shown in a frame, as browsers say (Fetch Metadata)."""
    return request.headers.get("sec-fetch-dest") in _FRAMES


def varying(response: Response) -> Response:
    """The response; it tells caches that frames and windows get different ones."""
    response.headers.add_vary_header("Sec-Fetch-Dest")
    return response


def viewer(request: Request, name: str) -> HTMLResponse:
    """A page that shows the file at the address of a request; our own pages may frame it."""
    nonce = secrets.token_urlsafe(16)
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    address, title = escape(raw.decode("latin-1")), escape(well_formed(name))
    label = escape(_("Preview"))
    styles = "".join([part_theme(), *map(part_sheet, sorted(imported([_PART]))), part_sheet(_PART)])
    html = f"""<!DOCTYPE html>
<html lang="{language()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="/_satchel/icons/satchel.svg">
<style nonce="{nonce}">{styles}</style>
{language_script(nonce)}<script type="module" src="{_SCRIPT}"></script>
</head>
<body class="kit-preview-page-of-its-own">
<main class="{_PART}" aria-label="{label}" data-address="{address}" data-label="{title}"></main>
</body>
</html>
"""
    policy = f"{FRAME_HEADERS['Content-Security-Policy']}; style-src-elem 'self' 'nonce-{nonce}'"
    return HTMLResponse(html, headers={**FRAME_HEADERS, "Content-Security-Policy": policy})

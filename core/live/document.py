"""The HTML document of a page: complete and styled before any script runs."""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from ..elements.webpage import WebPage
from ..language.client import script_address
from ..styles.stylesheet import DARK, base_css
from .live_page import LivePage
from .protocol import ClientFeatures, PageSettings

_CLIENT = "/_satchel/client/"
_STYLES = f'<link rel="stylesheet" href="{_CLIENT}satchel.css">\n'

# In a tag: text has no "<".
_MODULE = re.compile(r'<[a-z][^<>]* data-module="([^"<>]*)"')

_NEEDS_NONCE = re.compile(r"<(script|style|link)\b(?![^<>]*\bnonce=)", re.IGNORECASE)


def document(live: LivePage, nonce: str, features: ClientFeatures, notice: str = "") -> str:
    """The document of a page.

    Args:
        nonce: allows the scripts and styles in it (Content-Security-Policy).
        features: how the page reaches the program.
        notice: HTML above the page.
    """
    page = live.page
    number, html, rules = live.paint(submit_to=f"/_satchel/submit?page={live.token}")
    settings: PageSettings = {
        **features,
        "page": live.token,
        "seq": number,
        "orders": [rule.order for rule in rules],
        "display_url": page.display_url,
        "redirect": page.redirect,
        "open": page.open,
        "events": page.events,
        "reload_interval": page.reload_interval,
    }
    styles = "\n".join(rule.css for rule in rules)
    base = DARK + (base_css() if page.tailwind else "")
    colours = None if page.dark is None else "dark" if page.dark else "light"
    root = _attributes({"lang": page.lang, "dir": page.dir, "class": colours})
    body = _attributes(
        {"class": page.body_classes, "role": page.body_role, "style": page.body_style}
    )
    return f"""<!DOCTYPE html>
<html{root}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<script nonce="{nonce}">{_early()}</script>
<title>{escape(_text(page.title), quote=False)}</title>
<link rel="icon" href="{escape(str(page.favicon or _icon()))}">
<style nonce="{nonce}">{base}</style>
<style nonce="{nonce}" id="satchel-rules">{styles}</style>
<style nonce="{nonce}" id="satchel-css">{_text(page.css)}</style>
<script type="application/json" id="satchel-page">{_json(settings)}</script>
{_preloads(html)}
{language_script(nonce)}<script type="module" async src="{_CLIENT}main.js"></script>
{with_nonce(_text(page.head_html), nonce)}
{_STYLES if notice else ""}</head>
<body>
{notice}<div id="components" data-c="0"{body}>{html}</div>
{with_nonce(_text(page.body_html), nonce)}
</body>
</html>
"""


def _attributes(values: dict[str, object]) -> str:
    """HTML attributes with a space before each, without those that have no value."""
    return "".join(f' {name}="{escape(str(value))}"' for name, value in values.items() if value)


@cache
def _icon() -> str:
    """Our icon as an address that needs no request."""
    return "data:image/svg+xml," + quote((files("assets") / "icons" / "satchel.svg").read_bytes())


@cache
def _early() -> str:
    """The script that keeps what people do before the client has loaded."""
    return _bundled("early.js").strip()


def _preloads(html: str) -> str:
    """Links to modules that are certain to be imported, so that they load together with the client:
    what it imports at once, and the scripts of components."""
    scripts = dict.fromkeys(_MODULE.findall(html)) if "data-module=" in html else {}
    addresses = [
        *_client_imports(),
        *([_CLIENT + "client-modules.js", *scripts] if scripts else []),
    ]
    return "\n".join(f'<link rel="modulepreload" href="{address}">' for address in addresses)


@cache
def _client_imports() -> list[str]:
    names = re.findall(r"""from"\./([\w-]+\.js)\"""", _bundled("main.js"))
    return [_CLIENT + name for name in dict.fromkeys(names)]


def _bundled(name: str) -> str:
    return (files("assets") / "bundle" / name).read_text(encoding="utf-8")


def language_script(nonce: str) -> str:
    """The script with the texts of our scripts, which runs before any of them; nothing for English,
    which they speak themselves."""
    address = script_address()
    return f'<script nonce="{nonce}" src="{address}"></script>\n' if address else ""


def with_nonce(html: str, nonce: str) -> str:
    """A program's own HTML with the nonce on its scripts, styles and stylesheets."""
    return _NEEDS_NONCE.sub(lambda tag: f'<{tag[1]} nonce="{nonce}"', html)


def content_security_policy(page: WebPage | None, nonce: str, socket_origin: str) -> str:
    """The policy of a page (https://www.w3.org/TR/CSP3/); a page's ``csp`` directives win.

    Args:
        socket_origin: for example ``ws://127.0.0.1:8000``, which WebKit does not match with 'self'.
    """
    directives = {
        "default-src": "'self'",
        "script-src": f"'self' 'nonce-{nonce}'",
        "style-src-elem": f"'self' 'nonce-{nonce}'",
        "style-src-attr": "'unsafe-inline'",
        "img-src": "'self' https: data: blob:",
        "media-src": "'self' https: data: blob:",
        "font-src": "'self' https: data: blob:",
        "connect-src": f"'self' {socket_origin}",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    for directive in (page.csp or "" if page else "").split(";"):
        name, _, value = directive.strip().partition(" ")
        if name:
            directives[name] = value
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def _json(value: Any) -> str:
    """JSON that cannot end the script element around it."""
    return json.dumps(value, default=str).replace("<", "\\u003c")


def _text(value: object) -> str:
    return "" if value is None else str(value)

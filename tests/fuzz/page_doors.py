"""Requests of a page and its channel, and for pages and files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode

from tests.fuzz.client import Client
from tests.fuzz.server import FOLDER_ACTIONS
from tests.fuzz.wire import Case, frame, handshake, request
from tests.support.local import TOKEN, session_id

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "X" * 300)
EVENTS = ("click", "keydown", "change", "input", "submit", "mousemove", "before", "progress", "x")


def http(client: Client) -> Case:
    junk = client.junk
    target = "/" + quote(junk.name(), errors="surrogatepass", safe=junk.choice(("", "/%.\\")))
    places = ("", "/static", "/uploads", "/_satchel", "/_satchel/thumbnail", "/_satchel/client")
    target = junk.choice(places) + target + junk.choice(("", "?", "?" + "a=%ff&" * 20))
    body = junk.content(junk.choice((0, 0, 10)))
    return Case("http", request(junk.choice(METHODS), target, client.sized(body), body))


def channel_message(client: Client) -> dict[str, Any]:
    """A message of a page on its channel, sometimes with wrong parts."""
    junk = client.junk
    event = {
        "t": "event", "n": junk.below(100), "e": junk.choice(EVENTS),
        "c": junk.choice(client.components), "data": event_data(client),
    }  # fmt: skip
    kinds: tuple[dict[str, Any], ...] = (
        event, event, event, event, event,
        {"t": "alive"}, {"t": "resync"}, {"t": "leave"},
        {"t": "answer", "ask": junk.below(3), "result": junk.value()},
        {"t": "window", "n": 1, "call": junk.choice(("save", "open", "x")), "args": {"a": 1}},
        {"t": junk.value()},
    )  # fmt: skip
    message = junk.choice(kinds)
    changed = junk.changed(message, 0.05) if junk.chance(0.4) else message
    return changed if isinstance(changed, dict) else message


def event_data(client: Client) -> dict[str, Any]:
    junk = client.junk
    data: dict[str, Any] = {"value": junk.choice((junk.name(), folder_call(client), True, "b"))}
    if junk.chance(0.3):
        data["checked"] = junk.choice((True, "x", None))
        data["key_data"] = junk.value()
        data["files"] = [client.claim(5)]
    if junk.chance(0.3):
        entry = {"c": junk.choice(client.components), "uploads": [client.upload()]}
        data["form"] = [entry, {"c": junk.choice(client.components), "value": junk.value()}]
    return data


def folder_call(client: Client) -> str:
    """A call of the page's `folder` handler: action, name, other name."""
    junk = client.junk
    names = [junk.name(), junk.choice((junk.name(), client.folder()))]
    return "|".join([junk.choice(FOLDER_ACTIONS), *names])


def socket(client: Client) -> Case:
    junk = client.junk
    query = urlencode(
        {"page": client.token(), "seq": junk.number(junk.below(5)), "window": ""},
        errors="surrogatepass",
    )
    data = handshake(f"/_satchel/socket?{query}", client.headers())
    for _ in range(1 + junk.below(6)):
        text = junk.text(channel_message(client))
        opcode = junk.choice((1, 1, 1, 1, 1, 1, 2, 9, 10, 3))
        data += frame(junk.mangled(text, 0.1), opcode, junk.chance(0.95))
    return Case("socket", data + frame(b"\x03\xe8", 8))


def post(client: Client) -> Case:
    message = channel_message(client)
    if client.junk.chance(0.3):
        message = {"t": "join", "page": client.token(), "seq": 1, "browser": client.junk.name()}
        message["channel"] = client.junk.value()
    else:
        message["channel"] = client.junk.choice(list(client.channels) or ["x"])
    body = client.junk.text(message)
    return Case("post", request("POST", "/_satchel/post", client.sized(body), body))


def local(client: Client) -> Case:
    junk = client.junk
    claims = [
        {**client.claim(0), "handle": f"{junk.below(1 << 120):031x}{junk.below(16):x}"}
        for _ in range(1 + junk.below(4))
    ]
    body = junk.text(junk.changed(claims, 0.05))
    target = "/_satchel/local" + junk.choice(("", "", "", "/vouch", "/opened"))
    return Case("local", request("POST", target, client.sized(body), body))


def stream(client: Client) -> Case:
    name = quote(client.junk.name(), errors="surrogatepass")
    target = f"/_satchel/stream?browser={name}"
    return Case("stream", request("GET", target, client.headers()), endless=True)


def static(client: Client) -> Case:
    junk = client.junk
    name = quote(junk.name(), errors="surrogatepass")
    whose = session_id(junk.choice((1, 1, 1, 2)))
    target = junk.choice((f"/static/{whose}/{name}", f"/_satchel/thumbnail/{name}", "/zip"))
    ranges = ("bytes=0-1", "bytes=5-2", "bytes=-0", "items=0-5", "bytes=0-1_0", "bytes=9999-")
    headers = client.headers()
    if junk.chance(0.5):
        headers["Range"] = junk.choice((*ranges, "bytes=" + ",".join(["0-1"] * 900)))
        headers["If-Range"] = junk.choice(('"x"', "x", 'W/"x"', "Thu, 01 Jan 1970 00:00:00 GMT"))
    return Case("static", request(junk.choice(("GET", "HEAD")), target, headers))


def page(client: Client) -> Case:
    return Case("page", request("GET", client.junk.choice(("/", "/", "/x")), client.headers()))


def enter(client: Client) -> Case:
    query = urlencode(
        {"ticket": client.junk.name(), "next": client.junk.choice(("//evil", client.junk.name()))},
        errors="surrogatepass",
    )
    targets = (f"/_satchel/enter?{query}", f"/?token={quote(TOKEN)}&{query}", "/?token=ü")
    return Case("enter", request("GET", client.junk.choice(targets), client.headers()))


DOORS: tuple[Callable[[Client], Case], ...] = (
    http, socket, socket, post, post, local, stream, static, page, enter,
)  # fmt: skip
"""The more complex ones appear more often."""

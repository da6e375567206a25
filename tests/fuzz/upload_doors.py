"""Requests that bring files: tus, PUT, batches and forms."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode

from tests.fuzz.client import Client, line
from tests.fuzz.junk import TYPES
from tests.fuzz.wire import Case, request


def metadata(client: Client) -> str:
    junk = client.junk
    fields = {"filename": junk.name(), "filetype": junk.choice(TYPES), "path": client.folder()}
    fields |= {"for": client.purpose(), "lastModified": junk.number(1), "digest": "sha256"}
    pairs = [
        f"{name} {base64.b64encode(value.encode(errors='surrogatepass')).decode()}"
        for name, value in fields.items()
        if not junk.chance(0.3)
    ]
    return ",".join(pairs)


def tus_create(client: Client) -> Case:
    junk = client.junk
    body = junk.content() if junk.chance(0.4) else b""
    more = {"Tus_Resumable": "1.0.0", "Upload_Metadata": metadata(client)}
    more |= _concat(client) if junk.chance(0.3) else {}
    if junk.chance(0.1):
        more["Upload_Defer_Length"] = junk.number(1)
    else:
        more["Upload_Length"] = junk.number(len(body) or junk.choice((0, 100, 300_000)))
    if body:
        more["Content_Type"] = "application/offset+octet-stream"
    return Case("tus", request("POST", "/uploads", client.sized(body, **more), body))


def _concat(client: Client) -> dict[str, str]:
    ids = [f"/uploads/{client.upload()}" for _ in range(client.junk.below(4))]
    odd = ("final;http://[", "final;", "final;" + "/uploads/x " * 2000, "partial;", "ü")
    final = "final;" + " ".join(ids)
    return {"Upload_Concat": client.junk.choice(("partial", "partial", final, *odd))}


def tus_append(client: Client) -> Case:
    junk = client.junk
    body = junk.content()
    more = {
        "Tus_Resumable": "1.0.0",
        "Upload_Offset": junk.number(junk.choice((0, 0, 0, len(body), 100))),
        "Content_Type": "application/offset+octet-stream",
    }
    if junk.chance(0.2):
        sums = ("sha1 eA==", "sha256 " + "A" * 44, "md5", "", "sha1 ü", "crc32 AAAA")
        more["Upload_Checksum"] = junk.choice(sums)
    if junk.chance(0.2):
        more["Upload_Length"] = junk.number(len(body))
    target = f"/uploads/{client.upload()}"
    if junk.chance(0.3):
        headers = client.headers(Transfer_Encoding="chunked", **more)
        return Case("tus", request("PATCH", target, headers, _chunked(client, body)))
    return Case("tus", request("PATCH", target, client.sized(body, **more), body))


def tus_other(client: Client) -> Case:
    method = client.junk.choice(("HEAD", "HEAD", "DELETE", "OPTIONS", "GET"))
    headers = client.headers(Tus_Resumable=client.junk.choice(("1.0.0", "1.0.0", "0.2", "")))
    return Case("tus", request(method, f"/uploads/{client.upload()}", headers))


def resumable(client: Client) -> Case:
    fields = {"name": client.junk.name(), "size": client.junk.number(100), "lastModified": "1"}
    query = urlencode(fields, errors="surrogatepass")
    return Case("resumable", request("GET", f"/uploads?{query}", client.headers()))


def put(client: Client) -> Case:
    body, name = client.junk.content(), client.junk.name()
    target = "/uploads/" + quote(name, errors="surrogatepass", safe="")
    if client.junk.chance(0.3):
        headers = client.headers(Transfer_Encoding="chunked")
        return Case("put", request("PUT", target, headers, _chunked(client, body)))
    return Case("put", request("PUT", target, client.sized(body), body))


def batch(client: Client) -> Case:
    junk = client.junk
    contents = [junk.content(junk.choice((0, 3, 2000))) for _ in range(1 + junk.below(5))]
    head: Any = [client.claim(len(content)) for content in contents]
    if junk.chance(0.3):
        head = junk.changed(head)
    text = junk.text(head)
    size = int.to_bytes(len(text) if junk.chance(0.95) else junk.below(1 << 32), 4, "big")
    body = size + text + b"".join(contents)
    headers = client.sized(body, Content_Type="application/vnd.satchel.batch")
    return Case("batch", request("POST", "/uploads/batch", headers, body))


def multipart(client: Client) -> tuple[bytes, str]:
    """A form's body and its type."""
    junk = client.junk
    names = ("files", "one", "text", "satchel-6", "satchel-7", junk.name(), "")
    parts = []
    for _ in range(junk.below(6)):
        head = f'Content-Disposition: form-data; name="{line(junk.choice(names))}"'
        if junk.chance(0.5):
            head += f'; filename="{line(junk.name())}"\r\nContent-Type: image/png'
        if junk.chance(0.1):
            head += f"; filename*=utf-8''{quote(junk.name(), errors='surrogatepass')}"
        parts.append(
            head.encode(errors="replace") + b"\r\n\r\n" + junk.content(junk.choice((0, 5, 3000)))
        )
    marks = [b"--xyz\r\n" + part + b"\r\n" for part in parts]
    body = b"".join(marks) + (b"--xyz--\r\n" if junk.chance(0.9) else b"")
    return junk.mangled(body, 0.3), 'multipart/form-data; boundary="xyz"'


def urlencoded(client: Client) -> tuple[bytes, str]:
    """The body and type of a form without files."""
    pairs = [(client.junk.name(), client.junk.name()) for _ in range(client.junk.below(20))]
    text = urlencode(pairs, errors="surrogatepass").encode()
    body = text if client.junk.chance(0.9) else b"%" * 200_000
    return body, "application/x-www-form-urlencoded"


def _form_body(client: Client) -> tuple[bytes, str]:
    return client.junk.choice((multipart, multipart, urlencoded))(client)


def form(client: Client) -> Case:
    body, kind = _form_body(client)
    return Case("form", request("POST", "/form", client.sized(body, Content_Type=kind), body))


def submit(client: Client) -> Case:
    body, kind = _form_body(client)
    form = client.junk.number(client.junk.choice(client.components))
    query = urlencode({"page": client.token(), "form": form}, errors="surrogatepass")
    headers = client.sized(body, Content_Type=kind)
    return Case("submit", request("POST", f"/_satchel/submit?{query}", headers, body))


def _chunked(client: Client, body: bytes) -> bytes:
    """A body in chunks (RFC 9112, section 7.1), now and then with trailers."""
    trailers = b"X: y\r\n" * client.junk.choice((0, 0, 1, 50))
    return b"%x\r\n%b\r\n0\r\n%b\r\n" % (len(body), body, trailers) if body else b"0\r\n\r\n"


DOORS: tuple[Callable[[Client], Case], ...] = (
    tus_create, tus_create, tus_append, tus_append, tus_other, put, batch, batch, form, submit,
    resumable,
)  # fmt: skip
"""The more complex ones appear more often."""

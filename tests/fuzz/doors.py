"""What is sent to each door: what its clients send, with something wrong now and then."""

from __future__ import annotations

import base64
import json
import re
from collections import deque
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode

from tests.fuzz.junk import FOLDERS, TYPES, Junk
from tests.fuzz.server import FOLDER_ACTIONS
from tests.fuzz.wire import ENDINGS, Answer, Case, frame, handshake, request
from tests.support.local import TOKEN, session_id

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "X" * 300)
EVENTS = ("click", "keydown", "change", "input", "submit", "mousemove", "before", "progress", "x")
_PAGE = re.compile(rb'"page": "([^"]+)"')
_COMPONENT = re.compile(rb'data-c="(\d+)"')
_CHANNEL = re.compile(rb"channel\W+([\w-]{16})")
_UPLOAD = re.compile(r"/uploads/([0-9a-f]{32})")


class Doors:
    """Makes cases, and learns names of uploads, pages, components and channels from answers.

    Args:
        origin: of the server, ``http://127.0.0.1:PORT``.
        cookie: of the session that attacks.
    """

    def __init__(self, junk: Junk, origin: str, cookie: str) -> None:
        self.junk = junk
        self.origin = origin
        self.cookie = cookie
        self.uploads: deque[str] = deque(maxlen=40)
        self.pages: deque[str] = deque(maxlen=4)
        self.channels: deque[str] = deque(maxlen=4)
        self.components: list[int] = [1]
        self._makers: tuple[Callable[[], Case], ...] = (
            self.http, self.tus_create, self.tus_create, self.tus_append, self.tus_append,
            self.tus_other, self.put, self.batch, self.batch, self.form, self.submit, self.socket,
            self.socket, self.post, self.post, self.local, self.stream, self.static, self.page,
            self.enter, self.resumable,
        )  # fmt: skip

    def case(self) -> Case:
        """The next case."""
        junk = self.junk
        case = junk.choice(self._makers)()
        case.data = junk.mangled(case.data, 0.1)
        if junk.chance(0.1):
            case.data = case.data[: junk.below(len(case.data) + 1)]
        case.ending = junk.choice(ENDINGS)
        case.pieces = junk.choice((1, 1, 1, 2, 7))
        return case

    def learn(self, answer: Answer) -> None:
        """Remember what an answer names."""
        if found := _UPLOAD.search(answer.head):
            self.uploads.append(found[1])
        if found := _PAGE.search(answer.body):
            self.pages.append(found[1].decode())
            self.components = [int(number) for number in _COMPONENT.findall(answer.body)]
        self.channels += [each.decode() for each in _CHANNEL.findall(answer.body)]
        if answer.body.startswith(b'{"ids"'):
            self.uploads += json.loads(answer.body)["ids"][:3]

    def headers(self, **more: str) -> dict[str, str]:
        """Those of a request that is let in, most of the time."""
        junk = self.junk
        sent = {"Host": self.origin.removeprefix("http://"), "Origin": self.origin}
        sent |= {"Cookie": self.cookie}
        if junk.chance(0.05):
            sent.pop(junk.choice(list(sent)))
        if junk.chance(0.05):
            sent["Authorization"] = f"Bearer {junk.choice((TOKEN, 'x', 'ü'))}"
        for name, value in more.items():
            if not junk.chance(0.04):
                sent[name.replace("_", "-")] = value
        if junk.chance(0.05):
            odd = (
                ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"), ("Expect", "x"),
                ("X-HTTP-Method-Override", "DELETE"), ("X-Satchel-Session", junk.name()),
                ("Range", "bytes=5-2"), ("Cookie", "satchel=x.y.z; =; ü"), ("Host", "evil"),
                ("Content-Length", "5"), ("Sec-Fetch-Site", "cross-site"), ("Upgrade", "h2c"),
                ("Upload-Checksum", "md5 eA=="), ("Content-Type", "multipart/form-data"),
            )  # fmt: skip
            name, value = junk.choice(odd)
            sent[name] = value
        return {name: _line(value) for name, value in sent.items()}

    def sized(self, body: bytes, **more: str) -> dict[str, str]:
        """Headers with a length, which may be wrong."""
        return self.headers(Content_Length=self.junk.number(len(body), 0.05), **more)

    def chunked(self, body: bytes) -> bytes:
        """A body in chunks (RFC 9112, section 7.1), now and then with trailers."""
        trailers = b"X: y\r\n" * self.junk.choice((0, 0, 1, 50))
        return b"%x\r\n%b\r\n0\r\n%b\r\n" % (len(body), body, trailers) if body else b"0\r\n\r\n"

    def http(self) -> Case:
        junk = self.junk
        target = "/" + quote(junk.name(), errors="surrogatepass", safe=junk.choice(("", "/%.\\")))
        places = ("", "/static", "/uploads", "/_satchel", "/_satchel/thumbnail", "/_satchel/client")
        target = junk.choice(places) + target + junk.choice(("", "?", "?" + "a=%ff&" * 20))
        body = junk.content(junk.choice((0, 0, 10)))
        return Case("http", request(junk.choice(METHODS), target, self.sized(body), body))

    def metadata(self) -> str:
        junk = self.junk
        fields = {"filename": junk.name(), "filetype": junk.choice(TYPES), "path": self.folder()}
        fields |= {"for": self.purpose(), "lastModified": junk.number(1), "digest": "sha256"}
        pairs = [
            f"{name} {base64.b64encode(value.encode(errors='surrogatepass')).decode()}"
            for name, value in fields.items()
            if not junk.chance(0.3)
        ]
        return ",".join(pairs)

    def purpose(self) -> str:
        page = self.junk.choice(list(self.pages) or ["x"])
        return f"{page}/{self.junk.choice(self.components)}/{self.junk.below(5)}"

    def folder(self) -> str:
        return self.junk.choice(FOLDERS)

    def tus_create(self) -> Case:
        junk = self.junk
        body = junk.content() if junk.chance(0.4) else b""
        more = {"Tus_Resumable": "1.0.0", "Upload_Metadata": self.metadata()}
        more |= self._concat() if junk.chance(0.3) else {}
        if junk.chance(0.1):
            more["Upload_Defer_Length"] = junk.number(1)
        else:
            more["Upload_Length"] = junk.number(len(body) or junk.choice((0, 100, 300_000)))
        if body:
            more["Content_Type"] = "application/offset+octet-stream"
        return Case("tus", request("POST", "/uploads", self.sized(body, **more), body))

    def _concat(self) -> dict[str, str]:
        ids = [f"/uploads/{self.upload()}" for _ in range(self.junk.below(4))]
        odd = ("final;http://[", "final;", "final;" + "/uploads/x " * 2000, "partial;", "ü")
        final = "final;" + " ".join(ids)
        return {"Upload_Concat": self.junk.choice(("partial", "partial", final, *odd))}

    def upload(self) -> str:
        known = list(self.uploads) or ["0" * 32]
        return self.junk.choice(known) if self.junk.chance(0.9) else self.junk.choice(("x", "../x"))

    def tus_append(self) -> Case:
        junk = self.junk
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
        target = f"/uploads/{self.upload()}"
        if junk.chance(0.3):
            headers = self.headers(Transfer_Encoding="chunked", **more)
            return Case("tus", request("PATCH", target, headers, self.chunked(body)))
        return Case("tus", request("PATCH", target, self.sized(body, **more), body))

    def tus_other(self) -> Case:
        method = self.junk.choice(("HEAD", "HEAD", "DELETE", "OPTIONS", "GET"))
        headers = self.headers(Tus_Resumable=self.junk.choice(("1.0.0", "1.0.0", "0.2", "")))
        return Case("tus", request(method, f"/uploads/{self.upload()}", headers))

    def resumable(self) -> Case:
        fields = {"name": self.junk.name(), "size": self.junk.number(100), "lastModified": "1"}
        query = urlencode(fields, errors="surrogatepass")
        return Case("resumable", request("GET", f"/uploads?{query}", self.headers()))

    def put(self) -> Case:
        body, name = self.junk.content(), self.junk.name()
        target = "/uploads/" + quote(name, errors="surrogatepass", safe="")
        if self.junk.chance(0.3):
            headers = self.headers(Transfer_Encoding="chunked")
            return Case("put", request("PUT", target, headers, self.chunked(body)))
        return Case("put", request("PUT", target, self.sized(body), body))

    def batch(self) -> Case:
        junk = self.junk
        contents = [junk.content(junk.choice((0, 3, 2000))) for _ in range(1 + junk.below(5))]
        head: Any = [self.claim(len(content)) for content in contents]
        if junk.chance(0.3):
            head = junk.changed(head)
        text = junk.text(head)
        size = int.to_bytes(len(text) if junk.chance(0.95) else junk.below(1 << 32), 4, "big")
        body = size + text + b"".join(contents)
        headers = self.sized(body, Content_Type="application/vnd.satchel.batch")
        return Case("batch", request("POST", "/uploads/batch", headers, body))

    def claim(self, size: int) -> dict[str, Any]:
        """What a page says of a file."""
        return {
            "name": self.junk.name(), "size": size, "type": self.junk.choice(TYPES),
            "lastModified": 1, "path": self.folder(), "for": self.purpose(), "digest": "",
        }  # fmt: skip

    def multipart(self) -> tuple[bytes, str]:
        """A form's body and its type."""
        junk = self.junk
        names = ("files", "one", "text", "satchel-6", "satchel-7", junk.name(), "")
        parts = []
        for _ in range(junk.below(6)):
            head = f'Content-Disposition: form-data; name="{_line(junk.choice(names))}"'
            if junk.chance(0.5):
                head += f'; filename="{_line(junk.name())}"\r\nContent-Type: image/png'
            if junk.chance(0.1):
                head += f"; filename*=utf-8''{quote(junk.name(), errors='surrogatepass')}"
            parts.append(
                head.encode(errors="replace")
                + b"\r\n\r\n"
                + junk.content(junk.choice((0, 5, 3000)))
            )
        marks = [b"--xyz\r\n" + part + b"\r\n" for part in parts]
        body = b"".join(marks) + (b"--xyz--\r\n" if junk.chance(0.9) else b"")
        return junk.mangled(body, 0.3), 'multipart/form-data; boundary="xyz"'

    def fields(self) -> tuple[bytes, str]:
        """The same for a form without files."""
        pairs = [(self.junk.name(), self.junk.name()) for _ in range(self.junk.below(20))]
        text = urlencode(pairs, errors="surrogatepass").encode()
        body = text if self.junk.chance(0.9) else b"%" * 200_000
        return body, "application/x-www-form-urlencoded"

    def _form_body(self) -> tuple[bytes, str]:
        return self.junk.choice((self.multipart, self.multipart, self.fields))()

    def form(self) -> Case:
        body, kind = self._form_body()
        return Case("form", request("POST", "/form", self.sized(body, Content_Type=kind), body))

    def submit(self) -> Case:
        body, kind = self._form_body()
        form = self.junk.number(self.junk.choice(self.components))
        query = urlencode({"page": self.token(), "form": form}, errors="surrogatepass")
        headers = self.sized(body, Content_Type=kind)
        return Case("submit", request("POST", f"/_satchel/submit?{query}", headers, body))

    def token(self) -> str:
        known = list(self.pages) or ["x"]
        return self.junk.choice(known) if self.junk.chance(0.95) else self.junk.name()

    def message(self) -> dict[str, Any]:
        """What a page would send on its channel, with wrong parts."""
        junk = self.junk
        event = {
            "t": "event", "n": junk.below(100), "e": junk.choice(EVENTS),
            "c": junk.choice(self.components), "data": self.event_data(),
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

    def event_data(self) -> dict[str, Any]:
        junk = self.junk
        data: dict[str, Any] = {"value": junk.choice((junk.name(), self.folder_call(), True, "b"))}
        if junk.chance(0.3):
            data["checked"] = junk.choice((True, "x", None))
            data["key_data"] = junk.value()
            data["files"] = [self.claim(5)]
        if junk.chance(0.3):
            entry = {"c": junk.choice(self.components), "uploads": [self.upload()]}
            data["form"] = [entry, {"c": junk.choice(self.components), "value": junk.value()}]
        return data

    def folder_call(self) -> str:
        """What the page's `folder` handler does: action, name, other name."""
        junk = self.junk
        names = [junk.name(), junk.choice((junk.name(), self.folder()))]
        return "|".join([junk.choice(FOLDER_ACTIONS), *names])

    def socket(self) -> Case:
        junk = self.junk
        query = urlencode(
            {"page": self.token(), "seq": junk.number(junk.below(5)), "window": ""},
            errors="surrogatepass",
        )
        data = handshake(f"/_satchel/socket?{query}", self.headers())
        for _ in range(1 + junk.below(6)):
            text = junk.text(self.message())
            opcode = junk.choice((1, 1, 1, 1, 1, 1, 2, 9, 10, 3))
            data += frame(junk.mangled(text, 0.1), opcode, junk.chance(0.95))
        return Case("socket", data + frame(b"\x03\xe8", 8))

    def post(self) -> Case:
        message = self.message()
        if self.junk.chance(0.3):
            message = {"t": "join", "page": self.token(), "seq": 1, "browser": self.junk.name()}
            message["channel"] = self.junk.value()
        else:
            message["channel"] = self.junk.choice(list(self.channels) or ["x"])
        body = self.junk.text(message)
        return Case("post", request("POST", "/_satchel/post", self.sized(body), body))

    def local(self) -> Case:
        junk = self.junk
        claims = [
            {**self.claim(0), "handle": f"{junk.below(1 << 120):031x}{junk.below(16):x}"}
            for _ in range(1 + junk.below(4))
        ]
        body = junk.text(junk.changed(claims, 0.05))
        target = "/_satchel/local" + junk.choice(("", "", "", "/vouch", "/opened"))
        return Case("local", request("POST", target, self.sized(body), body))

    def stream(self) -> Case:
        name = quote(self.junk.name(), errors="surrogatepass")
        target = f"/_satchel/stream?browser={name}"
        return Case("stream", request("GET", target, self.headers()), endless=True)

    def static(self) -> Case:
        junk = self.junk
        name = quote(junk.name(), errors="surrogatepass")
        whose = session_id(junk.choice((1, 1, 1, 2)))
        target = junk.choice((f"/static/{whose}/{name}", f"/_satchel/thumbnail/{name}", "/zip"))
        ranges = ("bytes=0-1", "bytes=5-2", "bytes=-0", "items=0-5", "bytes=0-1_0", "bytes=9999-")
        headers = self.headers()
        if junk.chance(0.5):
            headers["Range"] = junk.choice((*ranges, "bytes=" + ",".join(["0-1"] * 900)))
            headers["If-Range"] = junk.choice(
                ('"x"', "x", 'W/"x"', "Thu, 01 Jan 1970 00:00:00 GMT")
            )
        return Case("static", request(junk.choice(("GET", "HEAD")), target, headers))

    def page(self) -> Case:
        return Case("page", request("GET", self.junk.choice(("/", "/", "/x")), self.headers()))

    def enter(self) -> Case:
        query = urlencode(
            {"ticket": self.junk.name(), "next": self.junk.choice(("//evil", self.junk.name()))},
            errors="surrogatepass",
        )
        targets = (f"/_satchel/enter?{query}", f"/?token={quote(TOKEN)}&{query}", "/?token=ü")
        return Case("enter", request("GET", self.junk.choice(targets), self.headers()))


def _line(text: str) -> str:
    """Without line ends: those go in by mangling."""
    return text.replace("\r", " ").replace("\n", " ")

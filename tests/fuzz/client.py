"""Client: knows names of uploads and pages, and sends headers that are usually right."""

from __future__ import annotations

import json
import re
from collections import deque
from typing import Any

from tests.fuzz.junk import FOLDERS, TYPES, Junk
from tests.fuzz.wire import Answer
from tests.support.local import TOKEN

_PAGE = re.compile(rb'"page": "([^"]+)"')
_COMPONENT = re.compile(rb'data-c="(\d+)"')
_CHANNEL = re.compile(rb"channel\W+([\w-]{16})")
_UPLOAD = re.compile(r"/uploads/([0-9a-f]{32})")


class Client:
    """Learns names of uploads, pages, components and channels from answers.

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

    def learn(self, answer: Answer) -> None:
        """Remember the names in an answer."""
        if found := _UPLOAD.search(answer.head):
            self.uploads.append(found[1])
        if found := _PAGE.search(answer.body):
            self.pages.append(found[1].decode())
            self.components = [int(number) for number in _COMPONENT.findall(answer.body)]
        self.channels += [each.decode() for each in _CHANNEL.findall(answer.body)]
        if answer.body.startswith(b'{"ids"'):
            self.uploads += json.loads(answer.body)["ids"][:3]

    def headers(self, **more: str) -> dict[str, str]:
        """Headers of a request that is usually let in."""
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
        return {name: line(value) for name, value in sent.items()}

    def sized(self, body: bytes, **more: str) -> dict[str, str]:
        """Headers with a length that may be wrong."""
        return self.headers(Content_Length=self.junk.number(len(body), 0.05), **more)

    def purpose(self) -> str:
        page = self.junk.choice(list(self.pages) or ["x"])
        return f"{page}/{self.junk.choice(self.components)}/{self.junk.below(5)}"

    def folder(self) -> str:
        return self.junk.choice(FOLDERS)

    def upload(self) -> str:
        known = list(self.uploads) or ["0" * 32]
        return self.junk.choice(known) if self.junk.chance(0.9) else self.junk.choice(("x", "../x"))

    def token(self) -> str:
        known = list(self.pages) or ["x"]
        return self.junk.choice(known) if self.junk.chance(0.95) else self.junk.name()

    def claim(self, size: int) -> dict[str, Any]:
        """The description of a file, as a page sends it."""
        return {
            "name": self.junk.name(), "size": size, "type": self.junk.choice(TYPES),
            "lastModified": 1, "path": self.folder(), "for": self.purpose(), "digest": "",
        }  # fmt: skip


def line(text: str) -> str:
    """Without line ends: those go in by mangling."""
    return text.replace("\r", " ").replace("\n", " ")

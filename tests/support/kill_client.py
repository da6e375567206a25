"""A client that loses its server again and again, and checks what it was answered."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from core.files import disk
from core.uploads.http.batch import BATCH_TYPE
from tests.support.kills import content_of
from tests.support.tus import BODY, TUS, metadata, upload_id

SIZES = (0, 1, 3_000, 70_000, 300_000, 2_300_000)


@dataclass
class Begun:
    """An upload that the client began, and how far it knows it to be stored."""

    path: str
    name: str
    offset: int = 0
    is_cut_off: bool = False

    @property
    def size(self) -> int:
        return len(content_of(self.name))


@dataclass
class Client:
    """A client that loses its server again and again, and the answers it got."""

    folder: Path
    draw: random.Random
    begun: list[Begun] = field(default_factory=list)
    pieces: list[Begun] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)  # names by id
    done: dict[str, str] = field(default_factory=dict)  # names by id
    saved: set[str] = field(default_factory=set)
    left: dict[str, str] = field(default_factory=dict)  # whose save it did not await: names by id
    number: int = 0
    answered: Counter[str] = field(default_factory=Counter)

    def new_name(self) -> str:
        self.number += 1
        return f"{self.number}-{self.draw.choice(SIZES)}.bin"

    async def work(self, http: httpx.AsyncClient) -> None:
        """Do all kinds of things at once, until the server is gone."""
        kinds = [self._continue, self._upload, self._batch, self._put, self._join, self._save]
        kinds.append(self._copy)
        work = [asyncio.create_task(self._again_and_again(kind, http)) for kind in kinds]
        for result in await asyncio.gather(*work, return_exceptions=True):
            if isinstance(result, BaseException) and not isinstance(result, httpx.TransportError):
                raise result

    async def _again_and_again(
        self, kind: Callable[[httpx.AsyncClient], Awaitable[None]], http: httpx.AsyncClient
    ) -> None:
        for _ in range(4):
            await kind(http)
            self.answered[kind.__name__] += 1

    async def _continue(self, http: httpx.AsyncClient) -> None:
        """Go on with what an earlier server was sent the beginning of."""
        for begun in [each for each in self.begun if each.is_cut_off]:
            await self.resume(http, begun)
            self._is_done(begun)

    async def resume(self, http: httpx.AsyncClient, begun: Begun) -> None:
        answer = await http.head(begun.path, headers=TUS)
        assert answer.status_code == 200, answer.status_code
        offset = int(answer.headers["Upload-Offset"])
        assert begun.offset <= offset <= begun.size, "bytes that were confirmed are lost"
        begun.offset = offset
        await self.finish(http, begun)

    async def finish(self, http: httpx.AsyncClient, begun: Begun) -> None:
        broke_off = False
        while begun.offset < begun.size:
            if self.draw.random() < 0.3:
                broke_off = True
                await self._break_off(http, begun)
                continue
            content = content_of(begun.name)[begun.offset :]
            content = content[: self.draw.choice([len(content), 1_200_000, 20_000])]
            headers = {**BODY, "Upload-Offset": str(begun.offset)}
            if self.draw.random() < 0.3:
                digest = base64.b64encode(hashlib.sha1(content).digest()).decode()
                headers["Upload-Checksum"] = f"sha1 {digest}"
            answer = await http.patch(begun.path, headers=headers, content=content)
            # The server may have read a request that was broken off after it reported the offset.
            assert answer.status_code == 204 or (broke_off and answer.status_code in (403, 409))
            begun.offset = int(answer.headers["Upload-Offset"])

    async def _break_off(self, http: httpx.AsyncClient, begun: Begun) -> None:
        """Vanish while bytes are on their way, and ask at once how many are stored."""
        headers = {**BODY, "Upload-Offset": str(begun.offset)}
        content = in_pieces(content_of(begun.name)[begun.offset :])
        await self._leave(http.patch(begun.path, headers=headers, content=content))
        answer = await http.head(begun.path, headers=TUS)
        assert answer.status_code == 200, answer.status_code
        offset = int(answer.headers["Upload-Offset"])
        assert begun.offset <= offset <= begun.size
        begun.offset = offset

    async def _leave(self, asking: Coroutine[Any, Any, httpx.Response]) -> None:
        """Ask for something, and vanish soon after."""
        request = asyncio.create_task(asking)
        await asyncio.wait([request], timeout=self.draw.random() * 0.03)
        request.cancel()
        await asyncio.wait([request])
        self.answered["_leave"] += request.cancelled()
        if not request.cancelled():
            request.result()

    def _is_done(self, begun: Begun) -> None:
        self.begun.remove(begun)
        self.done[upload_id(begun.path)] = begun.name

    async def _upload(self, http: httpx.AsyncClient, partial: bool = False) -> None:
        name = self.new_name()
        headers = {
            **TUS,
            "Upload-Length": str(len(content_of(name))),
            "Upload-Metadata": metadata(filename=name),
            **({"Upload-Concat": "partial"} if partial else {}),
        }
        answer = await http.post("/uploads", headers=headers)
        assert answer.status_code == 201, answer.text
        path = httpx.URL(answer.headers["Location"]).path
        begun = Begun(path, name)
        (self.pieces if partial else self.begun).append(begun)
        await self.finish(http, begun)
        if not partial:
            self._is_done(begun)

    async def _join(self, http: httpx.AsyncClient) -> None:
        while len(self.pieces) < 2:
            await self._upload(http, partial=True)
        for piece in self.pieces:
            await self.resume(http, piece)
        name = "+".join(piece.name.removesuffix(".bin") for piece in self.pieces) + ".bin"
        headers = {
            **TUS,
            "Upload-Concat": "final;" + " ".join(piece.path for piece in self.pieces),
            "Upload-Metadata": metadata(filename=name),
        }
        answer = await http.post("/uploads", headers=headers)
        assert answer.status_code == 201, answer.text
        self.pieces = []
        self.done[upload_id(answer.headers["Location"])] = name

    async def _batch(self, http: httpx.AsyncClient) -> None:
        names = [self.new_name() for _ in range(5)]
        contents = [content_of(name) for name in names]
        head = [{"name": n, "size": len(c)} for n, c in zip(names, contents, strict=True)]
        text = json.dumps(head).encode()
        body = len(text).to_bytes(4, "big") + text + b"".join(contents)
        kind = {"Content-Type": BATCH_TYPE}
        answer = await http.post("/uploads/batch", headers=kind, content=body)
        assert answer.status_code == 201, answer.text
        self.done.update(zip(answer.json()["ids"], names, strict=True))

    async def _put(self, http: httpx.AsyncClient) -> None:
        name = self.new_name()
        answer = await http.put(f"/uploads/{name}", content=content_of(name))
        assert answer.status_code == 201, answer.text
        self.done[answer.json()["id"]] = name

    async def _copy(self, http: httpx.AsyncClient) -> None:
        """A file of this machine; what an earlier server began is asked for again."""
        if not self.copies:
            name = self.new_name()
            self.copies[self.draw.randbytes(16).hex()] = name
            chosen = disk.private_folder(self.folder / "chosen")
            (chosen / name).write_bytes(content_of(name))
        [(id, name)] = self.copies.items()
        if self.draw.random() < 0.5:
            await self._leave(http.get(f"/copy/{id}/{name}"))
        answer = await http.get(f"/copy/{id}/{name}")
        assert answer.status_code == 200, answer.text
        self.done[id] = self.copies.pop(id)

    async def _save(self, http: httpx.AsyncClient) -> None:
        if not self.done:
            return
        id = self.draw.choice(list(self.done))
        name = self.done.pop(id)
        if self.draw.random() < 0.3:
            self.left[id] = name
            await self._leave(http.get(f"/save/{id}"))
            return
        try:
            answer = await http.get(f"/save/{id}")
        except httpx.TransportError:
            self.check_exists(id, name)
            raise
        assert answer.status_code == 200, answer.text
        self.saved.add(name)

    # What is on the disk while no server runs

    def check(self) -> None:
        """Nothing is half there under its final name, and nothing that was confirmed is missing."""
        for begun in self.begun:
            begun.is_cut_off = True
        for id, name in (self.done | self.left).items():
            self.check_exists(id, name)
        self.left.clear()
        self._check_saved()
        self._check_stored()

    def _check_saved(self) -> None:
        there = set()
        for path in (self.folder / "saved").iterdir():
            if not path.name.startswith("."):
                name = path.name.partition(" (")[0].removesuffix(".bin") + ".bin"
                assert path.read_bytes() == content_of(name), f"{path} is not complete"
                there.add(name)
            path.unlink()
        assert self.saved <= there, "what was saved is missing"
        self.saved.clear()

    def _check_stored(self) -> None:
        wanted = {upload_id(begun.path) for begun in self.begun} | self.copies.keys()
        for path in (self.folder / "uploads").rglob("*.done*"):
            if path.parent.suffix == ".part":
                continue  # a batch that is not whole
            id, described = path.name[:32], describing(path)
            name = described["name"]
            if described["concat"] == "partial":
                continue
            assert path.read_bytes() == content_of(name), f"{path} is not complete"
            if self.done.pop(id, None) or (id not in wanted and "+" not in name):
                path.unlink()  # looked at often enough

    def check_exists(self, id: str, name: str) -> None:
        there = [self.folder / "uploads", *(self.folder / "uploads").glob("*.batch")]
        stored = any((folder / f"{id}.done.bin").exists() for folder in there)
        assert stored or (self.folder / "saved" / name).exists(), f"{name} is lost"


async def in_pieces(content: bytes) -> AsyncIterator[bytes]:
    """A body that takes a while to be sent."""
    for start in range(0, len(content), 200_000):
        yield content[start : start + 200_000]
        await asyncio.sleep(0.001)


def describing(path: Path) -> dict[str, Any]:
    """What is said of a stored file, alone or in a batch."""
    id = path.name[:32]
    if path.parent.suffix == ".batch":
        lines = (path.parent / "descriptions").read_text().splitlines()
        [found] = [each for each in map(json.loads, lines) if each["id"] == id]
    else:
        found = json.loads(path.with_name(f"{id}.json").read_bytes())
    return dict(found)

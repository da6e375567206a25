"""The program under the fuzzer: one thing behind each door."""

from __future__ import annotations

import asyncio
import itertools
import logging
import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import core as jp
from core.serving import Program, Server
from core.uploads.limits import UploadLimits
from core.uploads.local_files import LocalFile
from core.web.app import Application, current
from core.web.settings import Settings
from tests.support.local import SECRET, TOKEN, session_id

FOLDER_ACTIONS = ("list", "size", "path", "add", "rename", "remove")


class Vouched:
    """Replaces the window, which has no display here: any handle names a file of the test.

    A handle's last digit says which: sizes differ, one has gone, one has changed.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.session_id = session_id(1)
        self._paths = [folder / f"{number} ü.bin" for number in range(16)]
        for number, path in enumerate(self._paths):
            path.write_bytes(b"x" * (number * 100_000))
        self._known = [LocalFile.at(path) for path in self._paths]
        self._paths[7].unlink()
        self._paths[8].write_bytes(b"changed")

    async def find(self, handle: str) -> LocalFile | None:
        try:
            return self._known[int(handle[-1:], 16)] if len(handle) == 32 else None
        except ValueError:
            return None

    async def used(self, handle: str) -> None:
        pass

    async def vouch(self, seen: dict[str, Any]) -> Any:
        return []

    async def opened(self, shown: list[int]) -> Any:
        return []


def program() -> Program:
    """Pages, forms, folders and downloads."""
    made = Program()
    made.function = page
    made.add_route("/form", form, methods=["POST"])
    made.add_route("/tasks", tasks)
    made.add_route("/generated", lambda: jp.Download(count(), "generated ü.bin"))
    made.add_route("/zip", zipped)
    return made


def tasks() -> jp.Response:
    """What would grow: tasks of the loop, threads, descriptors."""
    loop = current.get().loop
    assert loop is not None
    counts = [len(asyncio.all_tasks(loop)), threading.active_count(), len(os.listdir("/dev/fd"))]
    return jp.JSONResponse(counts)


async def form(request: Any) -> jp.Response:
    """A plain form: its files are saved."""
    received = await request.received()
    for file in received.files.values():
        await file.asave(jp.app.session_folder(request.session_id).folder)
    return jp.JSONResponse({"fields": len(received.fields), "files": len(received.files)})


def page(request: Any) -> jp.WebPage:
    """A page with each kind of control, whose handlers use what they get."""
    wp = jp.WebPage(title="fuzz")
    wp.out = jp.P(a=wp)
    uploads = jp.Form(a=wp, submit=keep)
    jp.Input(type="file", multiple=True, name="files", a=uploads)
    jp.Input(type="file", name="one", accept="image/*", max_size=100_000, a=uploads)
    jp.Input(name="text", a=uploads, input=say)
    jp.Textarea(a=uploads, change=say)
    select = jp.Select(a=uploads, change=say)
    for value in "abc":
        jp.Option(value=value, text=value, a=select)
    jp.Input(type="checkbox", a=uploads, change=say)
    jp.Input(type="number", a=uploads, change=say)
    jp.Button(text="click", a=wp, click=say, keydown=say, mousemove=slow)
    jp.Input(name="folder", a=wp, change=folder)
    jp.Button(text="get", a=wp, click=lambda self, msg: wp.download(count(), "generated ü.bin"))
    return wp


def zipped(request: Any) -> jp.Response:
    """The session's first files."""
    folder_of = jp.app.session_folder(request.session_id)
    inside = [folder_of.path(entry.name) for entry in folder_of.list()[:20]]
    return jp.Download(jp.Zip(inside), "all ü.zip")


def count() -> Iterator[bytes]:
    """A generated download."""
    for number in range(50):
        yield b"%d" % number * 1000


def say(self: Any, msg: Any) -> None:
    msg.page.out.text = f"{msg.event_type} {msg.value!r} {msg.checked} {msg.key_data} {self}"[:500]


async def slow(self: Any, msg: Any) -> None:
    await asyncio.sleep(0.01)


def keep(self: Any, msg: Any) -> None:
    for file in msg.files:
        file.save(jp.app.session_folder(msg.session_id).folder)
    msg.page.out.text = str(len(msg.files))


def folder(self: Any, msg: Any) -> None:
    """The folder API: ``action|name|other``. What it refuses is a sentence, never a traceback."""
    action, _, rest = str(msg.value).partition("|")
    name, _, other = rest.partition("|")
    session = jp.app.session_folder(msg.session_id)
    if action not in FOLDER_ACTIONS:
        return
    try:
        if action == "add":
            source = msg.page.source = Path(jp.app.data_folder) / f"source-{next(_numbers)}"
            source.write_bytes(b"content")
            try:
                session.add(source, name, other)
            finally:
                source.unlink(missing_ok=True)
        else:
            wanted = {"rename": (name, other), "path": (name,), "remove": (name,)}
            getattr(session, action)(*wanted.get(action, ()))
    except (FileNotFoundError, FileExistsError, ValueError, jp.FileError) as refused:
        msg.page.out.text = str(refused)


_numbers = itertools.count()


@dataclass
class Impatient(Settings):
    """Uploads are forgotten soon, so that an hour's do not fill the disk."""

    def upload_limits(self) -> UploadLimits:
        keep = {f"keep_{what}": 60.0 for what in ("unfinished", "finished", "delivered")}
        return replace(super().upload_limits(), **keep)  # type: ignore[arg-type]


def main() -> None:
    """Serve the folder that is named and print the port, until standard input ends."""
    data = Path(sys.argv[1])
    folders = {name: data / name for name in ("sessions", "uploads", "cache", "data")}
    for each in folders.values():
        each.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=data / "server.log", level=logging.INFO)
    settings = Impatient(
        secret=SECRET,
        token=TOKEN,
        local=Vouched(data / "chosen"),
        session_bytes=1 << 30,
        page_grace=5,
        **folders,
    )
    server = Server(Application(program(), settings), head_seconds=2, body_seconds=2)
    server.start()
    print(server.port, flush=True)
    sys.stdin.read()
    server.stop()


if __name__ == "__main__":
    main()

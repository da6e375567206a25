"""A program that prints which files reached it, and what came over HTTP."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.support.native import NativeApp, until

BIG = 3 << 20  # bytes: more than one step of a copy, and more than what travels in a batch

PROGRAM = """
import json, sys
import core as jp

def report(word, facts):  # in one write: handlers and the server print at the same time
    sys.stdout.write(f"{word} {json.dumps(facts)}\\n")
    sys.stdout.flush()

@jp.app.middleware("http")
async def note(request, call_next):
    if request.method != "GET":
        size = int(request.headers.get("content-length", 0))
        report("REQUEST", [request.method, request.url.path, size])
    return await call_next(request)

def described(file):
    facts = [file.name, file.size, file.type, file.lastModified, file.folder]
    return facts + [file.digest("sha256")]

def received(self, msg):
    report("FILES", [described(file) for file in msg.files])
    for file in msg.files:
        file.save(jp.app.session_folder(msg.session_id))

def chosen(self, msg):
    report("CHOSEN", [[file.name, file.size, file.type] for file in msg.files])

def page():
    wp = jp.WebPage(title="Intake")
    form = jp.Form(submit=received, id="limited", classes="m-8 p-8 bg-red-100", a=wp)
    jp.Input(type="file", name="limited", accept=".png", max_size=1000, max_files=2, a=form)
    jp.Button(text="Send", type="submit", a=form)
    form = jp.Form(submit=received, id="eager", classes="m-8 p-16 bg-blue-100", a=wp)
    jp.Input(type="file", name="eager", multiple=True, change=chosen, a=form)
    return wp

jp.justpy(page)
"""


@dataclass(frozen=True)
class Arrived:
    """What the handler got of one file."""

    name: str
    size: int
    type: str
    modified: int
    folder: str
    digest: str

    def is_copy_of(self, path: Path) -> bool:
        """Whether it is byte for byte that file, of that time."""
        content, modified = path.read_bytes(), path.stat().st_mtime_ns // 1_000_000
        known = self.size, self.digest, self.modified
        return known == (len(content), sha256(content).hexdigest(), modified)


class Intake:
    """The running program, and its reports."""

    def __init__(self, app: NativeApp) -> None:
        self.app = app
        self.seen = 0

    def arrived(self, count: int) -> list[Arrived]:
        """The next files that reach the handler, once they are this many."""
        until(lambda: len(self._all()) >= self.seen + count, f"{count} files arrive")
        found = self._all()[self.seen :]
        self.seen += len(found)
        return found

    def _all(self) -> list[Arrived]:
        return [Arrived(*facts) for facts in self._reports("FILES")]

    @property
    def chosen(self) -> list[list[object]]:
        """Name, size and type of each file that `change` handlers got."""
        return self._reports("CHOSEN")

    def _reports(self, word: str) -> list[list[object]]:
        lines = [line.partition(" ")[2] for line in self.app.lines if line.startswith(word)]
        return [facts for line in lines for facts in json.loads(line)]

    def sent(self) -> int:
        """How many bytes of files, and their descriptions, came over HTTP."""
        lines = [line.partition(" ")[2] for line in self.app.lines if line.startswith("REQUEST")]
        found = [json.loads(line) for line in lines]
        return sum(size for _, path, size in found if path.startswith("/uploads"))

    def forget(self) -> None:
        """Start counting from zero."""
        self.app.forget()
        self.seen = 0


def write_intake_program(folder: Path) -> Path:
    """The program's file."""
    path = folder / "intake_program.py"
    path.write_text(PROGRAM)
    return path


def make(folder: Path, name: str, content: bytes) -> Path:
    """A file whose folders are made, too."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path

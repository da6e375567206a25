"""The code of the documents. test_docs.py explains the convention."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.served import ROOT

DOCUMENTS = sorted({*ROOT.glob("*.md"), *ROOT.glob("*/README.md"), *ROOT.glob("docs/**/*.md")})

_PARTS = re.compile(
    r"^```(?P<kind>[^\n]*)\n(?P<code>.*?)^```$|^<!-- test\n(?P<test>.*?)^-->$",
    re.MULTILINE | re.DOTALL,
)

# Begin and end of a block as Markdown has them, which _PARTS may not know.
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)(?P<kind>.*)$")
_COMMENT = re.compile(r"(?:^|[ \t])#.*$", re.MULTILINE)

# What a piece of a page function stands in. It is on one line: the numbers of lines stay right.
_AROUND = "import core as jp\nasync def show(request):\n    wp = jp.WebPage()\n{}\n    return wp\n"


@dataclass
class Block:
    """A ```python block, and what the document says about it."""

    document: Path
    name: str
    code: str
    says: list[str] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)

    @property
    def is_program(self) -> bool:
        """Whether it stands for itself, and is not a piece of a page function."""
        return re.search(r"^(import|from) ", self.code, re.MULTILINE) is not None

    @property
    def program(self) -> str:
        """What is run."""
        if self.is_program:
            return self.code
        return _AROUND.format(textwrap.indent(self.code, "    ")) + "jp.justpy(show)\n"


def blocks() -> list[Block]:
    """The blocks of all documents."""
    return [block for document in DOCUMENTS for block in blocks_of(document)]


def blocks_of(document: Path) -> list[Block]:
    """The blocks of a document, in order."""
    text = document.read_text(encoding="utf-8")
    found: list[Block] = []
    for part in _PARTS.finditer(text):
        if part["kind"] == "python":
            line = text.count("\n", 0, part.start()) + 1
            found.append(Block(document, f"{document.relative_to(ROOT)}:{line}", part["code"]))
        elif part["kind"] == "text":
            found[-1].says.append(part["code"])
        elif part["test"]:
            found[-1].tests.append(part["test"])
    return found


def beside(document: Path) -> dict[str, str]:
    """The files that lie beside the programs of a document: its blocks like ```js pad.js."""
    files = (fence for fence in fences() if ROOT / fence.document == document)
    return {fence.file: fence.code for fence in files if fence.file}


@dataclass
class Fence:
    """A block of any kind."""

    document: str
    line: int
    kind: str
    code: str

    @property
    def name(self) -> str:
        return f"{self.document}:{self.line}"

    @property
    def file(self) -> str:
        """The name of the file that it is, if it has one."""
        return self.kind.partition(" ")[2]

    @property
    def commands(self) -> list[str]:
        """What a ```sh block runs: its lines, without comments, and apart where && joins them."""
        lines = _COMMENT.sub("", self.code.replace("\\\n", " ")).splitlines()
        return [
            " ".join(part.split()) for line in lines for part in line.split("&&") if part.strip()
        ]


def fences() -> Iterator[Fence]:
    """The blocks of all documents, of every kind."""
    for document in DOCUMENTS:
        fence: Fence | None = None
        for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
            if not (found := _FENCE.match(line)):
                if fence:
                    fence.code += line + "\n"
            elif fence:
                yield fence
                fence = None
            else:
                fence = Fence(document.relative_to(ROOT).as_posix(), number, found["kind"], "")
        assert fence is None, f"{document} ends within a block"


def indented(document: Path) -> list[str]:
    """The code of a document that is indented instead of fenced, as docstrings have it."""
    text = document.read_text(encoding="utf-8")
    outside = "".join(_PARTS.split(text)[:: _PARTS.groups + 1])
    found = re.findall(r"^\n((?: {4}.*\n|\n(?= {4}))+)", outside, re.MULTILINE)
    return [textwrap.dedent(code) for code in found]

"""The command line: `satchel [program.py | module:function] [options] [-- FILE...]`."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from desktop.start.parser import N_, Parser, say
from desktop.system import packaged

DESCRIPTION = N_(
    'Opens a program in a native window. "python -m desktop pack" makes an executable of one, and '
    '"satchel add FILE..." gives files to the one that runs.'
)
PACKAGED = N_("Opens {name}, and files in it.")

PROGRAM_HELP = N_(
    "what to open: a Python file that ends with jp.justpy(...), or the name of a page function "
    "such as package.module:page. Without it, the default app opens."
)

NO_PAGE = N_("--no-window shows no page that could open files: leave out one of the two")
NO_PORT = N_("“{text}” is not a port: give a number from 1 to 65535")
NO_FOLDER = N_("the name of a folder is missing")


class View(Enum):
    """The ways to show the pages."""

    WINDOW = "window"
    BROWSER = "browser"
    NONE = "none"


class Front(Enum):
    """What a second start does with the window of the first."""

    RAISE = "raise"
    STAY = "stay"
    TOGGLE = "toggle"  # hide it if it is in front, else raise it


@dataclass(frozen=True)
class Options:
    """The parsed command line."""

    program: str | None = None
    view: View = View.WINDOW
    port: int | None = None
    data_dir: Path | None = None
    debug: bool = False
    here: bool = False
    files: tuple[Path, ...] = ()
    front: Front = Front.RAISE
    shelf: str | None = None


def parse(arguments: Sequence[str]) -> Options:
    """Parse the command line; end the process with code 2 if it is wrong."""
    words = list(arguments)
    end = words.index("--") if "--" in words else len(words)
    reader = parser()
    found, files = reader.parse_args(words[:end]), words[end + 1 :]
    if packaged.current() and found.program and is_plain_file(found.program):
        found.program, files = None, [found.program, *files]  # "Open with" on Windows has no --
    if files and found.view is View.NONE:
        reader.error(say(NO_PAGE))
    return Options(
        program=found.program,
        view=found.view,
        port=found.port,
        data_dir=found.data_dir,
        debug=found.debug,
        here=found.here,
        front=Front.TOGGLE if found.toggle else Front.RAISE,
        files=tuple(map(path_of, files)),
    )


def is_plain_file(name: str) -> bool:
    return Path(name).is_file() and Path(name).suffix not in (".py", ".pyw")


def parser() -> Parser:
    package = packaged.current()
    made = Parser(
        PACKAGED if package else DESCRIPTION,
        {"name": package.name} if package else {},
        prog=package.slug if package else "satchel",
        usage="%(prog)s [options] [-- FILE ...]"
        if package
        else "%(prog)s [program] [options] [-- FILE ...]",
    )
    made.add_argument("program", nargs="?", help=PROGRAM_HELP)
    add_view(made)
    made.add_argument(
        "--port", type=port_number, metavar="N", help=N_("serve on this port of 127.0.0.1")
    )
    made.add_argument(
        "--data-dir",
        type=folder,
        metavar="DIR",
        help=N_("keep everything under DIR: files, log, state"),
    )
    made.add_argument(
        "--debug",
        action="store_true",
        help=N_("reload when the program is saved; say more, in the log and in pages"),
    )
    made.add_argument(
        "--here", action="store_true", help=N_("leave the program in the current folder")
    )
    made.add_argument("--version", action=Version, nargs=0, help=N_("show the version and end"))
    return made


class Version(argparse.Action):
    """Looks the version up when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        package = packaged.current()
        named = f"{package.slug} {package.version}" if package else f"satchel {packaged.version()}"
        print(named)
        parser.exit()


def add_view(made: argparse.ArgumentParser) -> None:
    views = made.add_mutually_exclusive_group()
    views.add_argument(
        "--browser",
        dest="view",
        action="store_const",
        const=View.BROWSER,
        default=View.WINDOW,
        help=N_("open the system's browser instead of a window"),
    )
    views.add_argument(
        "--no-window",
        dest="view",
        action="store_const",
        const=View.NONE,
        help=N_("only serve, and print the address"),
    )
    views.add_argument(
        "--toggle",
        action="store_true",
        help=N_("show the window of the running program, or hide it if it is in front"),
    )


def port_number(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(say(NO_PORT, text=text))


def path_of(argument: str) -> Path:
    """The path of a file; some systems pass it as a file: address."""
    try:
        parts = urlsplit(argument)
    except ValueError:  # as a file called "http://[" would be
        return Path(argument).absolute()
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        return Path(argument).absolute()
    if os.name == "nt":
        from urllib.request import url2pathname  # slow to import: it brings a client of HTTP

        return Path(url2pathname(parts.path))
    return Path(os.fsdecode(unquote_to_bytes(os.fsencode(parts.path))))  # UTF-8 or not


def folder(text: str) -> Path:
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError(say(NO_FOLDER))
    return Path(text).expanduser().absolute()

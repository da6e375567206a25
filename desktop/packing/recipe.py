"""The ingredients of an executable: name, icon and files of the program."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import assets
from desktop.system import packaged
from desktop.system.errors import DesktopError

if TYPE_CHECKING:
    from PIL.Image import Image

OUR_ICON = Path(assets.__file__).parent / "icons" / "satchel.png"
ICON_SIZE = 256
NOT_TAKEN = {"__pycache__", "node_modules", "site-packages", "build", "dist"}

# The types that the default app opens. Menu entries do not allow "image/*".
EVERYDAY_TYPES = (
    *("image/jpeg", "image/png", "image/gif", "image/webp", "image/avif", "image/heic"),
    *("image/svg+xml", "image/tiff", "image/bmp", "application/pdf", "application/zip"),
    *("text/plain", "text/csv", "text/markdown", "audio/mpeg", "audio/ogg", "audio/flac"),
    *("audio/x-wav", "video/mp4", "video/webm", "video/quicktime", "video/x-matroska"),
)


class PackError(DesktopError):
    """The program could not be packed."""


@dataclass(frozen=True)
class Recipe:
    """An executable to make, in plain values: it is written into a spec file.

    Attributes:
        name: of the window, the menu entry and the data folder.
        version: the program's own.
        program: the path of its file; None packs the default app.
        icon: the path of a picture.
        beside: the files of the program's folder to pack; None packs all.
        imports: modules whose imports cannot be seen in the source.
        opens: the MIME types for which file managers offer it.
        summary: one line about it.
        publisher: who answers for it: "Name <mail@example.org>".
        licence: its own, an SPDX expression (https://spdx.org/licenses).
        homepage: its address on the web.
        identifier: of the program among all others, in reverse domain notation.
    """

    name: str = "Satchel"
    version: str = "0.1.0"
    program: str | None = None
    icon: str = str(OUR_ICON)
    beside: tuple[str, ...] | None = None
    imports: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    summary: str = "Program in a window of its own"
    publisher: str = ""
    licence: str = ""
    homepage: str = ""
    identifier: str = ""

    @property
    def slug(self) -> str:
        return packaged.slug(self.name)

    @property
    def id(self) -> str:
        """The identifier, made from the name if none is given."""
        return self.identifier or f"local.program.{self.slug}"

    @property
    def publisher_name(self) -> str:
        """Who answers for it, without the mail address."""
        name, mail = parseaddr(self.publisher)
        return name or mail

    @property
    def folder(self) -> Path | None:
        """The program's."""
        return Path(self.program).parent if self.program else None


def default_app() -> Recipe:
    """The app that opens if no program is named; `pyinstaller.spec` builds it."""
    return Recipe(
        version=metadata.version("satchel"),
        opens=EVERYDAY_TYPES,
        summary="Shelf beside all other windows: drag files in, and out again",
        publisher="Satchel contributors",
        licence="MIT",
    )


def square(path: str) -> "Image":
    """The icon, as every system accepts it.

    Raises:
        PackError: it is not a picture.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as picture:
            return ImageOps.pad(picture.convert("RGBA"), (ICON_SIZE, ICON_SIZE))
    except FileNotFoundError as error:
        raise PackError(f"There is no icon {path}.") from error
    except OSError as error:
        raise PackError(
            f"{path} cannot be read as an icon. Give a square PNG of 256 pixels or more."
        ) from error


def beside(folder: Path) -> Iterator[Path]:
    """The files of a folder, without hidden, installed and built ones."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if is_taken(Path(place, name))]
        found = (Path(place, name) for name in files if not name.startswith("."))
        yield from (path for path in found if path.is_file())


def is_taken(folder: Path) -> bool:
    hidden = folder.name.startswith(".") or folder.name in NOT_TAKEN
    return not (hidden or (folder / "pyvenv.cfg").exists() or (folder / "_internal").exists())

"""The ingredients of an executable: name, icon and files of the program."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
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
    """

    name: str = "Satchel"
    version: str = "0.1.0"
    program: str | None = None
    icon: str = str(OUR_ICON)
    beside: tuple[str, ...] | None = None
    imports: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    summary: str = ""

    @property
    def slug(self) -> str:
        return packaged.slug(self.name)

    @property
    def folder(self) -> Path | None:
        """The program's."""
        return Path(self.program).parent if self.program else None


def default_app() -> Recipe:
    """The app that opens if no program is named; `pyinstaller.spec` builds it."""
    return Recipe(
        version=metadata.version("satchel"),
        opens=EVERYDAY_TYPES,
        summary="A place for files, with pictures of them",
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

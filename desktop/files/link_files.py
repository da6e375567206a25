"""Link files: the web address in a `.url` file, which all systems have and programs make of links.

The systems would follow any address there, also to programs; so the file is never handed to them.
"""

from configparser import ConfigParser, Error
from pathlib import Path
from urllib.parse import urlsplit

MOST_BYTES = 8192
SECTION = "InternetShortcut"


def web_address(path: Path) -> str | None:
    """The address that a link file contains; None if it is no link, or one that leaves the web."""
    if path.suffix.lower() != ".url":
        return None
    parser = ConfigParser(interpolation=None, strict=False, delimiters=("=",))
    try:
        with path.open("rb") as file:
            parser.read_string(file.read(MOST_BYTES).decode("utf-8-sig"))
        address = parser.get(SECTION, "url", fallback="").strip()
        parts = urlsplit(address)
    except (OSError, ValueError, Error):  # it is opened as any other file: refused, with a reason
        return None
    return address if parts.scheme.lower() in ("http", "https") and parts.netloc else None

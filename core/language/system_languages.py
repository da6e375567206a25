"""The languages that the person chose in the system, the best first."""

from __future__ import annotations

import locale
import os
import sys
from pathlib import Path

_NO_LANGUAGE = ("C", "POSIX")
_PREFERENCES = Path("Library", "Preferences", ".GlobalPreferences.plist")


def system_languages() -> list[str]:
    """Such as ``["de_AT.UTF-8", "en"]``; empty if the system says nothing.

    The environment comes first on every system, as gettext reads it: LANGUAGE is a list, which does
    not count without a locale.
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next(filter(None, map(os.environ.get, names)), "")
    if chosen.partition(".")[0] in _NO_LANGUAGE:
        return []
    if chosen:
        return [*filter(None, os.environ.get("LANGUAGE", "").split(":")), chosen]
    if sys.platform == "darwin":
        return _of_macos()
    if sys.platform == "win32":
        return _of_windows()
    return []


def _of_macos() -> list[str]:
    """Programs that Finder starts have no LANG."""
    import plistlib  # with a parser of XML

    try:
        settings = plistlib.loads((Path.home() / _PREFERENCES).read_bytes())
    except (OSError, RuntimeError, ValueError, plistlib.InvalidFileException):
        return []
    languages = settings.get("AppleLanguages", [])
    return [each for each in languages if isinstance(each, str)]


if sys.platform == "win32":

    def _of_windows() -> list[str]:
        import ctypes

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return [name] if (name := locale.windows_locale.get(number)) else []
else:

    def _of_windows() -> list[str]:
        return []

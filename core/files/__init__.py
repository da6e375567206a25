"""Files that are there: names, session folders, received files, moves that survive a power cut.

This room knows no pages, no cookies, no HTTP; a session is a string here. Files that are coming
are in `core.uploads`, files on their way out in `core.downloads`.
"""

from .errors import FileChanged, FileError, UnsafeName

__all__ = ["FileChanged", "FileError", "UnsafeName"]

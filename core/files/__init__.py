"""How files are carried: names, session folders, uploads, downloads and their small pictures.

This package knows no pages and no cookies; a session is a string here. What others use:
`names`, `folders`, `uploads`, `received`, `downloads`, `thumbnails` and the errors below.
"""

from .errors import (
    FileChanged,
    FileError,
    UnknownUpload,
    UnsafeName,
    UploadRefused,
)

__all__ = ["FileChanged", "FileError", "UnknownUpload", "UnsafeName", "UploadRefused"]

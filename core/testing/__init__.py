"""Test a page without a browser, but through the real stack: server, session, channel, uploads.

    from core.testing import serve

    with serve(page_function) as user:
        page = user.open("/")
        page.find("Count", role="button").click()
        assert "1" in page.text

It needs the extra ``satchel[test]``. It reaches programs over HTTP and channels only and must not
look into the engine: tests pass only for what browsers see.
"""

from .control import Control
from .dialogs import Dialog, Notice
from .errors import HandlerFailed, NotPossible, NotSeen
from .file_list import FileList
from .job import Job, JobRow
from .page import Page
from .tab import Download
from .table import Table
from .user import User, serve

__all__ = [
    "Control",
    "Dialog",
    "Download",
    "FileList",
    "HandlerFailed",
    "Job",
    "JobRow",
    "NotPossible",
    "NotSeen",
    "Notice",
    "Page",
    "Table",
    "User",
    "serve",
]

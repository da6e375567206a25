"""The kit: ready-made parts for pages with files.

Programs write ``from core import kit``. The parts are made of `core`'s components and of client
modules (assets/kit); a page that has none of them is not a byte larger. They use the public names
of `core` and must not reach behind them.
"""

from core.jobs.errors import JobError
from core.jobs.working import Cancelled, output, report

from .button import Button
from .code import Code
from .files import Files
from .icon import Icon, icon_names
from .job import Job
from .job_results import Result
from .log import Log
from .markdown import Markdown
from .modal import Modal
from .page import Page
from .preview import Preview
from .run import run
from .sortable import Sortable, Sorted, SortHandle
from .table import Change, Column, Filter, Query, Sort, Table
from .upload import Upload

__all__ = [
    "Button",
    "Cancelled",
    "Change",
    "Code",
    "Column",
    "Files",
    "Filter",
    "Icon",
    "Job",
    "JobError",
    "Log",
    "Markdown",
    "Modal",
    "Page",
    "Preview",
    "Query",
    "Result",
    "Sort",
    "SortHandle",
    "Sortable",
    "Sorted",
    "Table",
    "Upload",
    "icon_names",
    "output",
    "report",
    "run",
]

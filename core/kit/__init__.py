"""The kit: ready-made parts for pages with files.

Programs write ``from core import kit``. The parts are made of `core`'s components and of client
modules (assets/kit); a page that has none of them is not a byte larger. They use the public names
of `core` and must not reach behind them.
"""

from core.jobs.errors import JobError
from core.jobs.working import Cancelled, output, report

from .accordion import Accordion
from .badge import Badge
from .button import Button
from .card import Card
from .chart import Chart
from .chart_values import Point
from .code import Code
from .empty import Empty
from .field import Field
from .field_choice import Choice, Choices
from .field_number import Number, Slider
from .field_path import LocalPath
from .field_simple import Color, Date, Switch, Time
from .field_text import Password, Text
from .figure import Figure
from .files import Files
from .icon import Icon, icon_names
from .job import Job
from .job_results import Result
from .log import Log
from .markdown import Markdown
from .menu import ContextMenu, Menu
from .modal import Modal
from .page import Page
from .plotly import Plotly
from .preview import Preview
from .progress import Progress
from .run import run
from .settings import Settings
from .shell import Shell
from .sortable import Sortable, Sorted, SortHandle
from .spinner import Spinner
from .stat import Stat
from .steps import Steps
from .table import Change, Column, Filter, Query, Sort, Table
from .tabs import Tabs
from .tooltip import Tooltip
from .upload import Upload

__all__ = [
    "Accordion",
    "Badge",
    "Button",
    "Cancelled",
    "Card",
    "Change",
    "Chart",
    "Choice",
    "Choices",
    "Code",
    "Color",
    "Column",
    "ContextMenu",
    "Date",
    "Empty",
    "Field",
    "Figure",
    "Files",
    "Filter",
    "Icon",
    "Job",
    "JobError",
    "LocalPath",
    "Log",
    "Markdown",
    "Menu",
    "Modal",
    "Number",
    "Page",
    "Password",
    "Plotly",
    "Point",
    "Preview",
    "Progress",
    "Query",
    "Result",
    "Settings",
    "Shell",
    "Slider",
    "Sort",
    "SortHandle",
    "Sortable",
    "Sorted",
    "Spinner",
    "Stat",
    "Steps",
    "Switch",
    "Table",
    "Tabs",
    "Text",
    "Time",
    "Tooltip",
    "Upload",
    "icon_names",
    "output",
    "report",
    "run",
]

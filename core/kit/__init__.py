"""The kit: ready-made parts for pages with files.

Programs write ``from core import kit``. The parts are made of `core`'s components and of client
modules (assets/kit); a page that has none of them is not a byte larger. They use the public names
of `core` and must not reach behind them.

Files of `Files` can be dragged onto any component with a handler of the event `files_dropped`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from core.jobs.errors import JobError
from core.jobs.working import Cancelled, output, report

from .button import Button
from .fields.field import Field
from .fields.field_choice import Choice, Choices
from .fields.field_text import Password, Text
from .files.file_action import FileAction
from .files.files import Files
from .icon import Icon, icon_names
from .jobs.job import Job
from .jobs.job_results import Result
from .jobs.run import run
from .layout.shell import Shell
from .overlays.menu import ContextMenu, Menu
from .overlays.modal import Modal
from .overlays.tooltip import Tooltip
from .page import Page
from .preview import Preview
from .status.empty import Empty
from .status.progress import Progress
from .status.spinner import Spinner
from .texts.code import Code
from .upload import Upload

if TYPE_CHECKING:
    from .charts.chart import Chart
    from .charts.chart_values import Point
    from .charts.figure import Figure
    from .charts.plotly import Plotly
    from .fields.field_number import Number, Slider
    from .fields.field_path import LocalPath
    from .fields.field_simple import Color, Date, Switch, Time
    from .fields.settings import Settings
    from .layout.accordion import Accordion
    from .layout.card import Card
    from .layout.grid import Grid
    from .layout.tabs import Tabs
    from .sortable import Sortable, Sorted, SortHandle
    from .status.badge import Badge
    from .status.stat import Stat
    from .status.steps import Steps
    from .table import Change, Column, Filter, Query, Sort, Table, read_number
    from .texts.log import Log
    from .texts.markdown import Markdown

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
    "FileAction",
    "Figure",
    "Files",
    "Filter",
    "Grid",
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
    "read_number",
    "report",
    "run",
]

# Loaded when they are first used, as most pages have few of them: half of the kit's code.
_LATER = {
    "charts.chart": {"Chart"},
    "charts.chart_values": {"Point"},
    "charts.figure": {"Figure"},
    "charts.plotly": {"Plotly"},
    "fields.field_number": {"Number", "Slider"},
    "fields.field_path": {"LocalPath"},
    "fields.field_simple": {"Color", "Date", "Switch", "Time"},
    "fields.settings": {"Settings"},
    "layout.accordion": {"Accordion"},
    "layout.card": {"Card"},
    "layout.grid": {"Grid"},
    "layout.tabs": {"Tabs"},
    "sortable": {"SortHandle", "Sortable", "Sorted"},
    "status.badge": {"Badge"},
    "status.stat": {"Stat"},
    "status.steps": {"Steps"},
    "table": {"Change", "Column", "Filter", "Query", "Sort", "Table", "read_number"},
    "texts.log": {"Log"},
    "texts.markdown": {"Markdown"},
}
_HOMES = {name: f".{module}" for module, names in _LATER.items() for name in names}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name], __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})

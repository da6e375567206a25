"""Plotly: a figure of Plotly, drawn by the script of the program's own installation."""

from __future__ import annotations

import functools
import importlib
import json
import logging
from pathlib import Path
from typing import Any, ClassVar

import core as jp
from core.elements.client_module import ADDRESS
from core.words import names

from .chart import Selection
from .chart_values import MOST_NAME, MOST_POINTS, Clicked, Point, plain
from .picture_part import PicturePart

log = logging.getLogger(__name__)

_COUNTED = ("scatter", "scattergl", "bar", "pie", "funnel", "scatter3d", "scatterpolar")
"""Traces whose points are the items of their lists."""


class Plotly(PicturePart):
    """Shows a figure of Plotly.

    The event ``clicked`` has the `Point` as ``msg.point``, ``selected`` a list of them as
    ``msg.points``; its `value` is a list, such as x and y.

    Args:
        figure: a `plotly.graph_objects.Figure`, or a dictionary with ``data`` and ``layout``.
        attributes: as for `core.Div`. `aria_label` says what it shows, `file_name` names the
            picture that people save, `saves=[]` has no button for that.

    Raises:
        ImportError: the program has no `plotly`.
        TypeError: it is no figure.
    """

    script = "kit/plotly.js"
    sends: ClassVar = {**PicturePart.sends, "point_clicked": Clicked, "points_selected": Selection}
    server_events = names("clicked selected")
    allowed_events = PicturePart.allowed_events | sends.keys() | server_events

    given: dict[str, Any] = {}
    library: str = ""

    def __init__(self, figure: Any = None, **attributes: Any) -> None:
        classes = f"kit-plotly kit-chart {attributes.pop('classes', '')}".strip()
        super().__init__(**{**attributes, "classes": classes, "library": _library()})
        self.figure = {"data": []} if figure is None else figure
        self.on("point_clicked", self._clicked)
        self.on("points_selected", self._selected)
        self.on("refused", self._refused)

    @property
    def figure(self) -> Any:
        """What is shown; setting it, or setting it again after a change, draws it."""
        return self._figure

    @figure.setter
    def figure(self, figure: Any) -> None:
        if isinstance(figure, dict):
            given = plain(figure)
        elif hasattr(figure, "to_json"):
            given = json.loads(figure.to_json())
        else:
            raise TypeError(f"kit.Plotly shows a figure of Plotly, not {figure!r:.100}.")
        self.given = {"data": given.get("data") or [], "layout": given.get("layout") or {}}
        self._figure = figure

    # What the script sends; all of it may be forged.

    def _clicked(self, msg: jp.Msg) -> Any:
        found = self._points([[msg.detail.series, msg.detail.index, msg.detail.name]])
        return self._emit("clicked", msg, point=found[0]) if found else True

    def _selected(self, msg: jp.Msg) -> Any:
        return self._emit("selected", msg, points=self._points(msg.detail.points))

    def _refused(self, msg: jp.Msg) -> bool:
        log.warning("The figure of %r cannot be drawn: %.500s", self, msg.detail)
        return True

    def _points(self, said: list[Any]) -> list[Point]:
        traces = self._figure["data"] or []
        found = []
        for each in said[:MOST_POINTS]:
            match each:
                case [int(series), int(index), str(name)] if 0 <= series < len(traces):
                    trace = traces[series]
                    value = _value(trace, index)
                    if value is not None:
                        words = str(trace["name"] or "") if "name" in trace else ""
                        found.append(Point(series, index, name[:MOST_NAME], value or None, words))
        return found

    def _emit(self, event: str, msg: jp.Msg, **details: Any) -> Any:
        handler = self.handlers.get(event)
        if handler is None:
            return True
        return handler(self, jp.Msg({**msg, "event_type": event, "target": self, **details}))


def _value(trace: Any, index: int) -> list[Any] | None:
    """What a trace has at an index; [] if the browser computed it, None if there is nothing."""
    kind = trace["type"] if "type" in trace else "scatter"  # noqa: SIM401
    if kind not in _COUNTED:
        return [] if index >= 0 else None
    listed = [trace[key] for key in ("x", "y", "z", "r", "theta", "values") if key in trace]
    values = [each for each in listed if each is not None and 0 <= index < len(each)]
    return [plain(each[index]) for each in values] or None


@functools.cache
def _library() -> str:
    """The address of the script in the program's own package.

    Raises:
        ImportError: there is none.
    """
    try:
        package = importlib.import_module("plotly")
    except ImportError as error:
        raise ImportError("kit.Plotly needs Plotly: pip install plotly.") from error

    class Library(jp.Module):
        _shared_folder = Path(str(package.__file__)).parent / "package_data"
        _shared_name = "plotly"
        script = "plotly.min.js"

    _kept.append(Library)
    return f"{ADDRESS}plotly/{Library.script}"


_kept: list[type[jp.Module]] = []
"""Classes end when nobody has them."""

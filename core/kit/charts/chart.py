"""Chart: an option of Apache ECharts, in the colours of the theme."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any, ClassVar

import core as jp
from core.words import names

from .chart_values import Clicked, plain, point, points
from .picture_part import PicturePart

log = logging.getLogger(__name__)


@dataclass
class Selection:
    """Points that a person selected: series, index and name of each."""

    points: list[Any]


class Chart(PicturePart):
    """Draws a chart with Apache ECharts.

    The event ``clicked`` has the `Point` as ``msg.point``, ``selected`` a list of them as
    ``msg.points``: the option's ``selectedMode`` or ``brush`` lets people select.

    Args:
        option: as ECharts documents it, of Python's values; arrays, series and dates may be in it.
        renderer: "canvas", or "svg" for a few sharp shapes.
        attributes: as for `core.Div`. `aria_label` says what it shows, `file_name` names the
            picture that people save, `saves=[]` has no button for that.

    Raises:
        TypeError: the option is not a dictionary, or holds what JSON cannot.
        ValueError: there is no such renderer.
    """

    script = "kit/chart.js"
    sends: ClassVar = {**PicturePart.sends, "point_clicked": Clicked, "points_selected": Selection}
    server_events = names("clicked selected")
    allowed_events = PicturePart.allowed_events | sends.keys() | server_events

    given: dict[str, Any] = {}
    renderer: str = "canvas"

    def __init__(self, option: dict[str, Any] | None = None, **attributes: Any) -> None:
        classes = f"kit-chart {attributes.pop('classes', '')}".strip()
        if attributes.get("renderer", "canvas") not in ("canvas", "svg"):
            raise ValueError(f"A chart is drawn as canvas or svg, not {attributes['renderer']!r}.")
        super().__init__(**{**attributes, "classes": classes})
        self.option = option or {}
        self.on("point_clicked", self._clicked)
        self.on("points_selected", self._selected)
        self.on("refused", self._refused)

    @property
    def option(self) -> dict[str, Any]:
        """What is drawn, as JSON has it; setting it draws another one and sends nothing else.

        What people have zoomed and switched off stays so.
        """
        return self.given

    @option.setter
    def option(self, option: dict[str, Any]) -> None:
        if not isinstance(option, dict):
            raise TypeError(f"The option of a chart is a dictionary, not {option!r:.100}.")
        try:
            self.given = plain(option)
        except RecursionError:
            raise ValueError("The option of a chart contains itself.") from None

    # What the script sends; all of it may be forged.

    def _clicked(self, msg: jp.Msg) -> Any:
        try:
            found = point(self.given, msg.detail)
        except LookupError:
            return True  # of an earlier option
        return self._emit("clicked", msg, point=found)

    def _selected(self, msg: jp.Msg) -> Any:
        return self._emit("selected", msg, points=points(self.given, msg.detail.points))

    def _refused(self, msg: jp.Msg) -> bool:
        log.warning("The option of %r cannot be drawn: %.500s", self, msg.detail)
        return True

    def _emit(self, event: str, msg: jp.Msg, **details: Any) -> Any:
        handler = self.handlers.get(event)
        if handler is None:
            return True
        return handler(self, jp.Msg({**msg, "event_type": event, "target": self, **details}))

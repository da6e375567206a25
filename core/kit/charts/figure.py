"""Figure: a figure of Matplotlib, drawn on the server."""

from __future__ import annotations

import io
import logging
import threading
from typing import Any

import core as jp
from core.language.texts import _

from .picture_part import PicturePart

log = logging.getLogger(__name__)

_WHITE = (1.0, 1.0, 1.0, 1.0)

_drawing = threading.Lock()
"""Matplotlib draws one figure at a time."""


class Figure(PicturePart):
    """Shows a figure of Matplotlib, from the program's own installation.

    A white one has the page's background, and in dark mode dark colours.

    Args:
        figure: a `matplotlib.figure.Figure`; None for nothing.
        format: "svg", or "png" for figures with very many points.
        attributes: as for `core.Div`. `aria_label` says what it shows, `file_name` names the
            picture that people save, `saves=[]` has no button for that.

    Raises:
        TypeError: it is no figure.
        ValueError: the format is another one.
    """

    script = "kit/figure.js"

    def __init__(self, figure: Any = None, format: str = "svg", **attributes: Any) -> None:
        if format not in ("svg", "png"):
            raise ValueError(f"A figure is drawn as svg or png, not {format!r}.")
        classes = f"kit-figure {attributes.pop('classes', '')}".strip()
        super().__init__(**{"file_name": "figure", **attributes, "classes": classes})
        self._format, self._figure = format, None
        self._address = ""
        self._image = jp.Img(alt=self.label, classes="kit-figure-image")
        self._problem = jp.P(role="alert", classes="kit-figure-problem")
        self.figure = figure

    @property
    def figure(self) -> Any:
        """What is shown; setting it, or setting it again after a change, draws it."""
        return self._figure

    @figure.setter
    def figure(self, figure: Any) -> None:
        if figure is not None and not hasattr(figure, "savefig"):
            raise TypeError(f"kit.Figure shows a figure of Matplotlib, not {figure!r:.100}.")
        self._figure = figure
        jp.forget_address(self._address)
        self.components = []
        if figure is not None:
            self._draw(figure)

    def _draw(self, figure: Any) -> None:
        try:
            content = _drawn(figure, self._format, is_page=True)
        except Exception as error:
            log.exception("%r cannot be drawn.", figure)
            self._problem.text = _("This figure cannot be drawn. {error}", error=error)
            self.components = [self._problem]
            return
        self._address = jp.file_address(content, self, f"figure.{self._format}")
        self._image.src = self._address
        plain = " kit-figure-plain" if _is_plain(figure) else ""
        self._image.classes = f"kit-figure-image{plain}"
        self.components = [self._image]

    def _save(self, msg: jp.Msg) -> bool:
        """Draw it for a file, as Matplotlib would: what a page sends is not looked at."""
        form = msg.detail.format
        if form in self.saves and self._figure is not None:
            msg.page.download(_drawn(self._figure, form), f"{self.file_name}.{form}")
        return True  # nothing in the page has changed


def _drawn(figure: Any, form: str, *, is_page: bool = False) -> bytes:
    file = io.BytesIO()
    with _drawing:
        see_through = is_page and _is_plain(figure)
        figure.savefig(file, format=form, dpi=200, transparent=see_through)
    return file.getvalue()


def _is_plain(figure: Any) -> bool:
    return tuple(figure.get_facecolor()) == _WHITE

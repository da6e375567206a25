"""Place, size, zoom and level of a program's window, from one launch to the next."""

import json
from pathlib import Path
from typing import Any

from desktop.system import state_files

ZOOMS = (0.25, 5.0)  # what Chromium allows
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0)


class WindowState:
    """Kept in a file of the state folder. Losing it does no harm.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.facts = read(path)

    @property
    def zoom(self) -> float:
        """The zoom factor of pages."""
        zoom = self.facts.get("zoom")
        return zoom if isinstance(zoom, float) and ZOOMS[0] <= zoom <= ZOOMS[1] else 1.0

    @property
    def geometry(self) -> str:
        """Place, size and maximised state, as the toolkit writes it; empty at first."""
        geometry = self.facts.get("geometry")
        return geometry if isinstance(geometry, str) else ""

    @property
    def on_top(self) -> bool:
        """Whether windows stay above those of other programs."""
        return self.facts.get("on_top") is True

    def frame(self) -> dict[str, int]:
        """Place and size for pywebview, on systems without Qt; empty at first.

        pywebview itself keeps a window on a screen that is there.
        """
        frame = self.facts.get("frame")
        if not isinstance(frame, list) or not all(isinstance(each, int) for each in frame):
            return {}
        return dict(zip(("x", "y", "width", "height"), frame, strict=False))

    def remember(self, **facts: object) -> None:
        if any(self.facts.get(name) != value for name, value in facts.items()):
            self.facts |= facts
            state_files.remember(self.path, json.dumps(self.facts))


def read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(state_files.recall(path) or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def next_zoom(zoom: float, direction: int) -> float:
    """The next larger (1) or smaller (-1) step, as in browsers; 0 is the actual size."""
    if direction > 0:
        return next((step for step in STEPS if step > zoom + 0.01), STEPS[-1])
    if direction < 0:
        return next((step for step in reversed(STEPS) if step < zoom - 0.01), STEPS[0])
    return 1.0

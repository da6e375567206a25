"""Which toolkit shows the windows of this system."""

import sys

from desktop.windows.toolkit import Toolkit


def system_toolkit() -> Toolkit:
    """Qt on Linux. Elsewhere pywebview finds the system's own web view."""
    if sys.platform == "linux":
        from desktop.windows.qt.toolkit import QtToolkit

        return QtToolkit()
    return Toolkit()

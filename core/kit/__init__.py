"""The kit: ready-made parts for pages with files.

Programs write ``from core import kit``. The parts are made of `core`'s components and of client
modules (assets/kit); a page that has none of them is not a byte larger. They use the public names
of `core` and must not reach behind them.
"""

from .button import Button
from .icon import Icon, icon_names
from .page import Page
from .upload import Upload

__all__ = ["Button", "Icon", "Page", "Upload", "icon_names"]

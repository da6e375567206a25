"""The shelf: the app that runs when no program is named. Written with core's components only."""

from desktop.shelf.shelf_page import page, start

__all__ = ["page", "start"]

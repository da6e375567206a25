"""The shelf: the app that runs when no program is named.

A program like any other, of components and session folders: it must not reach into live pages,
uploads or the server.
"""

from desktop.shelf.shelf_page import page, start

__all__ = ["page", "start"]

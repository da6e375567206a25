"""Simulated users: each has a session, and none needs a browser."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..serving import App, Server
from ..web.pages.request_functions import RequestFunction
from ..web.settings import Settings
from .errors import NotSeen
from .http_session import HttpSession
from .page import Page


class User(HttpSession):
    """A person with a session of their own.

    Attributes:
        url: the program's address, without a path.
    """

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._pages: list[Page] = []

    def open(self, path: str = "/") -> Page:
        """Open a page of the program.

        Raises:
            NotSeen: the response is not a page.
        """
        response = self.get(path)
        if 'id="satchel-page"' not in response.text:
            raise NotSeen(f"{path} responded with {response.status_code}: {response.text[:500]}")
        page = Page(self, response.text)
        self._pages.append(page)
        return page

    def close(self) -> None:
        """Close the browser with all its pages."""
        for page in self._pages:
            page.close()
        super().close()


@contextmanager
def serve(
    app_or_func: App | RequestFunction | None = None,
    *,
    routes: Sequence[tuple[str, RequestFunction]] = (),
    folder: Path | None = None,
    **settings: Any,
) -> Iterator[User]:
    """Serve a program on a free port, and return a user who may open its pages.

    Args:
        app_or_func: an `App`, or a function for ``/`` and every address without a route.
        routes: paths and their request functions, in addition to those of an `App`.
        folder: for session folders and uploads; by default a temporary one.
        **settings: of `core.web.settings.Settings`.
    """
    app = app_or_func if isinstance(app_or_func, App) else App(app_or_func)
    for path, route in routes:
        app.program.add_route(path, route)
    with tempfile.TemporaryDirectory() as temporary:
        data = folder or Path(temporary)
        options = {
            "secret": b"testing",
            **{name: data / name for name in ("sessions", "uploads", "cache", "data")},
            "debug": True,
            **settings,
        }
        server = Server(app.build(Settings(**options)))
        server.start()
        user = User(server.url)
        try:
            yield user
        finally:
            user.close()
            server.stop()

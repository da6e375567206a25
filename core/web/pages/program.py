"""Program: the declarations of a program, before it is served."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from starlette.middleware import Middleware

from .request_functions import RequestFunction, check_function
from .routes import check_path


class Program:
    """The routes of a program, and how it starts.

    Attributes:
        function: answers ``/`` and every address without a route.
        websockets: False makes the pages use POST and server-sent events.
        startup: called on the event loop before the first request; async or plain.
        middleware: Starlette's, around all of the program's and our own routes; outermost first.
    """

    def __init__(self) -> None:
        self.routes: list[tuple[str, RequestFunction, str | None, Sequence[str] | None]] = []
        self.function: RequestFunction | None = None
        self.websockets = True
        self.startup: Callable[[], Any] | None = None
        self.middleware: list[Middleware] = []

    def add_route(
        self,
        path: str,
        function: RequestFunction,
        name: str | None = None,
        methods: Sequence[str] | None = None,
    ) -> None:
        """Let a function answer a path, in Starlette's syntax; the first one added wins.

        Raises:
            ValueError: the path does not start with a slash, or is reserved.
            TypeError: it is not a function.
        """
        check_function(function, f"Route({path!r}, home)")
        self.routes.append((check_path(path), function, name, methods))

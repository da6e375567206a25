"""A user without a browser, with a session of their own."""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx

from ..serving import App, Server
from ..web.pages.request_functions import RequestFunction
from ..web.settings import Settings
from .chosen_files import Chosen
from .dom import Element
from .errors import NotSeen
from .user_page import Page


class User:
    """Somebody with a session of their own.

    Attributes:
        chosen: the files that file inputs hold.
        sent: the uploads of those whose form waits.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.chosen: dict[Element, list[Chosen]] = {}
        self.sent: dict[Element, list[str]] = {}
        self._pages: list[Page] = []
        self._client = httpx.Client(base_url=url, headers={"Origin": url}, follow_redirects=True)

    @property
    def cookie(self) -> str:
        """The session cookie, as a browser sends it."""
        return "; ".join(f"{name}={value}" for name, value in self._client.cookies.items())

    def open(self, path: str = "/") -> Page:
        """Open a page of the program.

        Raises:
            NotSeen: the answer is no page.
        """
        response = self.get(path)
        if 'id="satchel-page"' not in response.text:
            raise NotSeen(f"{path} answered {response.status_code}: {response.text[:500]}")
        page = Page(self, response.text)
        self._pages.append(page)
        return page

    def get(self, path: str) -> httpx.Response:
        """The answer to a GET, as for a link."""
        return self._client.get(path)

    def upload(self, path: Path, purpose: str = "", folder: str = "", digest: str = "") -> str:
        """Send a file as the page's own client does (tus); its id.

        Args:
            purpose: the page and the input that it is for (`core.web.transfers`).
            folder: the folders that it lay in, below and with the one that was chosen.
            digest: what it is to be hashed with.

        Raises:
            httpx.HTTPStatusError: the server does not take it.
        """
        file = Chosen(path, folder).told()
        metadata = {
            "filename": file["name"],
            "filetype": file["type"],
            "lastModified": str(file["lastModified"]),
            "path": folder,
            "for": purpose,
            "digest": digest,
        }
        pairs = [f"{n} {base64.b64encode(v.encode()).decode()}" for n, v in metadata.items() if v]
        headers = {
            "Tus-Resumable": "1.0.0",
            "Upload-Length": str(file["size"]),
            "Upload-Metadata": ",".join(pairs),
        }
        created = self._client.post("/uploads", headers=headers).raise_for_status()
        location = urlsplit(urljoin(self.url, created.headers["Location"])).path
        if file["size"]:
            headers = {
                "Tus-Resumable": "1.0.0",
                "Upload-Offset": "0",
                "Content-Type": "application/offset+octet-stream",
            }
            with path.open("rb") as content:
                self._client.patch(location, headers=headers, content=content).raise_for_status()
        return location.rpartition("/")[2]

    def close(self) -> None:
        """Close the browser with all its pages."""
        for page in self._pages:
            page.close()
        self._client.close()


@contextmanager
def serve(
    app_or_func: App | RequestFunction | None = None,
    *,
    routes: Sequence[tuple[str, RequestFunction]] = (),
    folder: Path | None = None,
    **settings: Any,
) -> Iterator[User]:
    """Serve pages on a port of their own, and give a user who may open them.

    Args:
        app_or_func: an `App`, or a function that answers ``/`` and every address without a route.
        routes: paths and their request functions, beside those of an `App`.
        folder: where the session folders lie; by default a temporary one.
        **settings: of `core.web.settings.Settings`.
    """
    app = app_or_func if isinstance(app_or_func, App) else App(app_or_func)
    for path, route in routes:
        app.program.add_route(path, route)
    with tempfile.TemporaryDirectory() as temporary:
        data = folder or Path(temporary)
        options = {
            "secret": b"testing",
            "sessions": data / "sessions",
            "uploads": data / "uploads",
            "cache": data / "cache",
            "data": data / "data",
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

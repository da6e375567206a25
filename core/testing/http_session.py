"""The HTTP requests of one user in a session of their own."""

from __future__ import annotations

import base64
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx

from .file_chooser import ChosenFile

TUS = {"Tus-Resumable": "1.0.0"}


class HttpSession:
    """A client that keeps the session's cookie.

    Attributes:
        url: the server's, without a path.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._client = httpx.Client(base_url=url, headers={"Origin": url}, follow_redirects=True)

    @property
    def cookie(self) -> str:
        """The session cookie, as a browser sends it."""
        return "; ".join(f"{name}={value}" for name, value in self._client.cookies.items())

    def get(self, path: str) -> httpx.Response:
        """The response to a GET, as for a link."""
        return self._client.get(path)

    def upload(self, path: Path, purpose: str = "", folder: str = "", digest: str = "") -> str:
        """Send a file as the page's own client does (tus), and return its id.

        Args:
            purpose: the page and the input that it is for (`core.web.upload_targets`).
            folder: its folders, from the chosen one down.
            digest: the algorithm to hash it with.

        Raises:
            httpx.HTTPStatusError: the server refuses it.
        """
        location = self._create(ChosenFile(path, folder), purpose, digest)
        kind = "application/offset+octet-stream"
        headers = {**TUS, "Upload-Offset": "0", "Content-Type": kind}
        if path.stat().st_size:
            with path.open("rb") as content:
                self._client.patch(location, headers=headers, content=content).raise_for_status()
        return location.rpartition("/")[2]

    def _create(self, chosen: ChosenFile, purpose: str, digest: str) -> str:
        """Create an upload, and return its path."""
        file = chosen.described()
        metadata = {
            "filename": file["name"],
            "filetype": file["type"],
            "lastModified": str(file["lastModified"]),
            "path": chosen.folder,
            "for": purpose,
            "digest": digest,
        }
        pairs = [f"{n} {base64.b64encode(v.encode()).decode()}" for n, v in metadata.items() if v]
        headers = {**TUS, "Upload-Length": str(file["size"]), "Upload-Metadata": ",".join(pairs)}
        created = self._client.post("/uploads", headers=headers).raise_for_status()
        return urlsplit(urljoin(self.url, created.headers["Location"])).path

    def close(self) -> None:
        """Close its connections."""
        self._client.close()

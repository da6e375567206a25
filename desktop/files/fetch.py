"""GET from our own server, with the window's session."""

import http.client
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from core.downloads.responses import suggested_name
from core.language.texts import _
from core.sizes import size_text
from desktop.errors import FetchError

TIMEOUT = 60.0  # seconds of silence; generated downloads may think for a while
CHUNK = 1 << 20
MAX_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass
class FetchResponse:
    """An open response. `chunks` gives its body once; `close` may be called at any time."""

    connection: http.client.HTTPConnection
    response: http.client.HTTPResponse
    name: str  # from the server; empty if it does not give one

    @property
    def size(self) -> int | None:
        """In bytes; None if the server does not give it."""
        return self.response.length

    def chunks(self) -> Iterator[bytes]:
        """The body.

        Raises:
            FetchError: it broke off before its end.
        """
        expected, received = self.response.length, 0
        try:
            while chunk := self.response.read(CHUNK):
                received += len(chunk)
                yield chunk
        except (OSError, http.client.HTTPException) as error:
            raise FetchError(
                _("The download broke off ({reason}). Try again.", reason=error)
            ) from error
        if expected is not None and received != expected:
            raise FetchError(
                _(
                    "The download broke off after {received} of {expected}. Try again.",
                    received=size_text(received),
                    expected=size_text(expected),
                )
            )

    def close(self) -> None:
        self.connection.close()


class Loopback:
    """Our own server, reached as browsers reach it, so that its rules hold here, too."""

    def __init__(self, host: str, port: int, cookie: str) -> None:
        self.host, self.port = host, port
        self.origin = f"http://{host}:{port}"
        self.cookie = cookie  # of the window's session, as a Cookie header has it

    def open(self, url: str) -> FetchResponse:
        """GET a path of ours.

        Raises:
            FetchError: not ours, or the answer is not a success.
        """
        for _redirect in range(MAX_REDIRECTS):
            connection, response = self.get(self.path(url))
            if response.status == 200:
                return FetchResponse(connection, response, suggested_name(response.headers))
            target = response.headers.get("Location")
            connection.close()
            if response.status not in REDIRECTS or not target:
                raise FetchError(refusal(url, response.status, response.reason))
            url = joined(url, target)
        raise FetchError(
            _("{url} redirects from one address to the next and never to a file.", url=url)
        )

    def path(self, url: str) -> str:
        """Path and query of an address of ours.

        Raises:
            FetchError: it is another address.
        """
        try:
            parts = urlsplit(url)
        except ValueError as error:  # "http://["
            raise FetchError(no_address(url)) from error
        address = f"{parts.scheme}://{parts.netloc}"
        if (parts.scheme or parts.netloc) and address != self.origin:
            raise FetchError(
                _("{url} is not from this program. Open it in your browser to save it.", url=url)
            )
        # Addresses encode all but printable ASCII as %XX; urlsplit would drop some of it.
        if not parts.path.startswith("/") or not url.isascii() or not url.isprintable():
            raise FetchError(no_address(url))
        return f"{parts.path}?{parts.query}" if parts.query else parts.path

    def get(self, path: str) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=TIMEOUT)
        headers = {"Accept-Encoding": "identity", "Cookie": self.cookie}
        try:
            connection.request("GET", path, headers=headers)
            return connection, connection.getresponse()
        except (OSError, ValueError, http.client.HTTPException) as error:
            connection.close()
            raise FetchError(
                _("{path} could not be read: {reason}. Try again.", path=path, reason=error)
            ) from error


def joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError as error:
        raise FetchError(no_address(target)) from error


def no_address(url: str) -> str:
    return _("{url} is not an address of this program. Reload the page.", url=ascii(url[:200]))


def refusal(url: str, status: int, reason: str) -> str:
    name = unquote(urlsplit(url).path.rpartition("/")[2]) or url
    if status == 404:
        return _("{name} no longer exists. Reload the page to see what is there.", name=name)
    answer = f"{status} {reason}"
    return _(
        "{name} could not be downloaded: the program answered {answer}.", name=name, answer=answer
    )

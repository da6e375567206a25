"""Another session that works while the fuzzer knocks: page, upload, click; how long each took.

``python -m tests.fuzz.bystander ORIGIN COOKIE`` prints it as JSON when standard input ends.
"""

from __future__ import annotations

import json
import re
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import httpx
from websockets.sync.client import connect

from tests.support.local import NO_TLS, TUS


class Bystander:
    """One browser's worth of work, over and over."""

    def __init__(self, origin: str, cookie: str) -> None:
        self.waits: list[float] = []
        self.faults: list[str] = []
        self._headers = {"Cookie": cookie, "Origin": origin}
        self._client = httpx.Client(
            base_url=origin, headers=self._headers, verify=NO_TLS, timeout=60
        )

    def timed(self, what: str, function: Callable[[], Any]) -> Any:
        """What a call returns, or None where it failed."""
        began = time.monotonic()
        try:
            return function()
        except Exception as error:  # all are reported at the end
            self.faults.append(f"The other session's {what} failed: {error!r}")
        finally:
            self.waits.append(time.monotonic() - began)

    def work(self) -> None:
        """A page, a click on it, an upload that is taken back."""
        answer = self.timed("page", lambda: self._client.get("/"))
        found = re.search(r'"page": "([^"]+)"', answer.text if answer else "")
        button = re.search(r'<button data-c="(\d+)"', answer.text if answer else "")
        if not (found and button):
            self.faults.append(f"The other session got no page: {answer}")
            return
        self.timed("click", lambda: self._click(found[1], int(button[1])))
        put = self.timed("upload", lambda: self._client.put("/uploads/a.txt", content=b"abc"))
        if put is None or put.status_code != 201:
            self.faults.append(f"The other session could not upload: {put} {put and put.text}")
            return
        self.timed("delete", lambda: self._client.delete(put.headers["location"], headers=TUS))

    def _click(self, page: str, button: int) -> None:
        address = str(self._client.base_url).replace("http", "ws").rstrip("/")
        with connect(
            f"{address}/_satchel/socket?page={page}&seq=1", additional_headers=self._headers
        ) as socket:
            event = {"t": "event", "n": 7, "e": "click", "c": button, "data": {}}
            socket.send(json.dumps(event))
            while "ack" not in json.loads(socket.recv(60)):
                pass


def main() -> None:
    bystander = Bystander(*sys.argv[1:])
    over = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
    while not over.is_set():
        bystander.work()
        over.wait(0.05)
    print(json.dumps({"waits": bystander.waits, "faults": bystander.faults[:20]}))


if __name__ == "__main__":
    main()

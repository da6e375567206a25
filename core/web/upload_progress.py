"""Reports to pages how much of the files that they send is stored."""

import time
from collections.abc import Callable, Iterable
from weakref import WeakKeyDictionary

from ..live.channel import Channel
from ..uploads.upload import Upload

INTERVAL = 0.2
"""Seconds between two messages about one upload."""


class UploadProgress:
    """Says on the channels of a session how far its uploads are: browsers only know what they have
    handed over to the network.

    Args:
        channels: the open channels of a session.
    """

    def __init__(self, channels: Callable[[str], Iterable[Channel]]) -> None:
        self._channels = channels
        self._reported: WeakKeyDictionary[Upload, float] = WeakKeyDictionary()

    def stored(self, upload: Upload, offset: int) -> None:
        """Some more of an upload is in its file. Called on the event loop, for every block."""
        now = time.monotonic()
        if now - self._reported.get(upload, -INTERVAL) < INTERVAL and offset != upload.size:
            return
        self._reported[upload] = now
        for channel in self._channels(upload.owner):
            channel.send({"stored": (upload.id, offset)})

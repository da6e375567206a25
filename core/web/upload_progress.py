"""Reports how much of an upload is stored, to browsers and to `progress` handlers."""

import time
from collections.abc import Callable, Iterable
from weakref import WeakKeyDictionary

from ..elements.component import Component
from ..elements.forms import FormBase
from ..elements.node import Node
from ..live.channel import Channel
from ..live.progress import Progress, Sent
from ..uploads.info import UploadInfo
from ..uploads.observer import UploadObserver
from .upload_targets import UploadTargets

INTERVAL = 0.2
"""Seconds between two messages to browsers about one upload."""


class UploadProgress(UploadObserver):
    """Reports what is stored, because browsers only know what they have given to the network.

    Handlers of the input and of its form get `progress` events.

    Args:
        channels: the open channels of a session.
        progress: runs the handlers.
    """

    def __init__(
        self,
        targets: UploadTargets,
        channels: Callable[[str], Iterable[Channel]],
        progress: Progress,
    ) -> None:
        self._targets = targets
        self._channels = channels
        self._progress = progress
        self._reported: WeakKeyDictionary[UploadInfo, float] = WeakKeyDictionary()

    def stored(self, upload: UploadInfo, offset: int) -> None:
        """Report that more of an upload is in its file."""
        self._report(upload, offset)
        sent = Sent(upload.id, upload.name, offset, upload.size)
        for live, control in self._targets.find(upload.owner, upload.target):
            for component in _input_and_form(control):
                self._progress.note(live, component, upload.owner, sent)

    def ended(self, upload: UploadInfo) -> None:
        """Remove an upload from the progress."""
        for live, _ in self._targets.find(upload.owner, upload.target):
            self._progress.forget(live, upload.owner, upload.id)

    def _report(self, upload: UploadInfo, offset: int) -> None:
        now = time.monotonic()
        if now - self._reported.get(upload, -INTERVAL) < INTERVAL and offset != upload.size:
            return
        self._reported[upload] = now
        for channel in self._channels(upload.owner):
            channel.send({"stored": (upload.id, offset)})


def _input_and_form(control: Component) -> Iterable[Component]:
    """An input, and the form around it."""
    container: Node | None = control
    while isinstance(container, Component):
        if container is control or isinstance(container, FormBase):
            yield container
        parents = (ref() for ref in container._parents)
        container = next((parent for parent in parents if parent is not None), None)

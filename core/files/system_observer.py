"""The system's observer of folders: inotify, FSEvents, or ReadDirectoryChangesW, by watchdog.

On Linux it also says what watchdog only logs: that events were lost, or that some of the folders
below one could not be watched.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
)
from watchdog.observers.api import BaseObserver

EVENTS: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""What is watched for: not who reads a file."""

PAUSE = 0.05
"""Seconds after events in which the system gathers more: it joins equal ones."""

if sys.platform == "linux":
    from watchdog.observers.inotify import InotifyEmitter
    from watchdog.observers.inotify_c import (
        CallbackId,
        InotifyEvent,
        InotifyFD,
        Mask,
        WatchCallback,
        WatchDescriptor,
    )

    # It logs an error where a watch ends while events arrive, which they may.
    logging.getLogger("watchdog.observers.inotify").addFilter(
        lambda record: "when the thread is inactive" not in record.getMessage()
    )

    class _Inotify(InotifyFD):
        def __init__(
            self, lost: Callable[[], None], failed: Callable[[str, OSError], None]
        ) -> None:
            super().__init__()
            self._lost, self._failed = lost, failed

        def add_callback(
            self, path: bytes, mask: Mask, callback: WatchCallback, id_: CallbackId
        ) -> WatchDescriptor:
            try:
                return super().add_callback(path, mask, callback, id_)
            except FileNotFoundError:  # removed meanwhile
                raise
            except OSError as error:
                self._failed(os.fsdecode(path), error)
                raise

        def _add_callback(
            self, path: bytes, mask: Mask, callback: WatchCallback, id_: CallbackId
        ) -> WatchDescriptor:
            """As watchdog's (7.1), without its warning if the folder has one: a new folder may be
            found twice, by an event and by looking into the one around it."""
            watch = self._get_or_create_watch(path, mask)
            watch.callbacks[id_] = callback
            return watch.wd

        def read_events(self, *, event_buffer_size: int = 1 << 16) -> list[InotifyEvent]:
            time.sleep(PAUSE)  # after the events before; the next ones are waited for below
            return super().read_events(event_buffer_size=event_buffer_size)

        def handle_event(self, event: InotifyEvent) -> None:
            super().handle_event(event)
            if event.is_queue_overflow:
                self._lost()

    class SystemObserver(BaseObserver):
        """Observes folders with one inotify instance.

        Args:
            lost: called when events were lost.
            failed: called when a folder, or one below it, cannot be watched.
        """

        def __init__(
            self, lost: Callable[[], None], failed: Callable[[str, OSError], None]
        ) -> None:
            self._inotify = _Inotify(lost, failed)
            super().__init__(InotifyEmitter, inotify_fd=self._inotify)
            self._inotify.start()

        def on_thread_stop(self) -> None:
            """Close the instance, which ends its thread."""
            super().on_thread_stop()
            self._inotify.stop()

else:
    from watchdog.observers import Observer

    def SystemObserver(  # noqa: N802 - a class on Linux
        lost: Callable[[], None], failed: Callable[[str, OSError], None]
    ) -> BaseObserver:
        """An observer that reports neither."""
        return Observer()

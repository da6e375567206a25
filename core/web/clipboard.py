"""The clipboard of the person who acted, for handlers of a program."""

from __future__ import annotations

from ..elements.drag_files import DragFiles
from ..live.channel import Channel
from ..live.context import current_channel
from .app import current


async def copy_files(files: DragFiles) -> None:
    """Put files on the clipboard of the person who acted, whose other programs can paste them.

    Await it in the handler of an event of a page in the program's own window; browsers cannot do
    this.

    Args:
        files: as for ``drag_files``, but no function.

    Raises:
        FileError: a file is gone, or cannot be read.
        HostError: the page is in a browser. Its user sees the message.
        RuntimeError: no event is being handled.
    """
    channel, application = current_channel.get(), current.get(None)
    if not isinstance(channel, Channel) or application is None:
        raise RuntimeError("copy_files() acts for the person who acted: call it in a handler.")
    await application.drag_out.copy(channel, files)

"""LocalPath: a control of fields for a file or folder of the computer that the program runs on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal

import core as jp
from core.language.texts import _
from core.live.channel import Channel
from core.live.context import current_channel, current_session
from core.live.errors import HostError
from core.web.app import current

from ..button import Button
from .field_control import EMPTY, FieldControl, Wrong

PATIENCE = 600.0
"""Seconds that a person has to answer the dialog."""

MOST = 4096
"""Characters of a path."""

PathKind = Literal["file", "folder"]


class LocalPath(FieldControl):
    """A path on the computer that the program runs on: a `pathlib.Path`, or None.

    In the program's window, a button opens the system's dialog; in a browser, it is typed.

    Args:
        value: the first one.
        kind: what it must be.
        types: of files, as in ``accept``: ``"image/*,.pdf"``; the dialog shows only these.
        exists: whether it must be there.
        attributes: ``required``, ``disabled``, and those of every component.
    """

    server_events = frozenset({"chosen"})
    allowed_events = FieldControl.allowed_events | server_events

    def __init__(
        self,
        value: Path | str | None = None,
        *,
        kind: PathKind = "file",
        types: str = "",
        exists: bool = True,
        **attributes: Any,
    ) -> None:
        made = jp.Input(type="text", autocomplete="off", spellcheck="false", dir="ltr")
        made.classes = "kit-field-input kit-field-path"
        super().__init__(made, **attributes)
        self._kind, self._types, self._exists = kind, types, exists
        self._button = Button(_("Choose"), icon="folder-open", click=self._choose, a=self)
        is_folder = kind == "folder"
        self._button.aria_label = _("Choose a folder") if is_folder else _("Choose a file")
        self._button.show = _may_be_in_window()
        if not self._button.show:
            made.placeholder = (
                _("Type or paste the whole path of the folder")
                if is_folder
                else _("Type or paste the whole path of the file")
            )
            made.title = _("Browsers choose no files of the computer that the program runs on.")
        self._button.disabled = self.disabled or None
        self.write(value)

    def read(self) -> Path | None:
        """The path; None if it is empty."""
        text = str(self.input.value or "").strip()
        if not text:
            if self.required:
                raise Wrong(_(EMPTY))
            return None
        if len(text) > MOST or "\0" in text:
            raise Wrong(_("This is no path."))
        path = Path(os.path.expanduser(text))
        if not path.is_absolute():
            raise Wrong(_("Enter the whole path, from the top folder on."))
        if self._exists:
            self._check(path)
        return path

    def _check(self, path: Path) -> None:
        try:
            is_there = path.is_dir() if self._kind == "folder" else path.is_file()
            is_other = not is_there and path.exists()
        except (OSError, ValueError):
            raise Wrong(_("This cannot be read.")) from None
        if is_other:
            raise Wrong(
                _("This is not a folder.") if self._kind == "folder" else _("This is not a file.")
            )
        if not is_there:
            raise Wrong(
                _("There is no such folder.")
                if self._kind == "folder"
                else _("There is no such file.")
            )

    def write(self, value: Path | str | None) -> None:
        """Show a path."""
        self.input.value = "" if value is None else str(value)

    async def _choose(self, msg: jp.Msg) -> None:
        channel, application = current_channel.get(), current.get()
        if self.disabled or not isinstance(channel, Channel):
            return
        call, wanted = "choose_folder", dict[str, Any]()
        if self._kind == "file":
            call, wanted = "open_files", {"types": self._types, "multiple": False}
        try:
            found = await application.hosting.do(channel, call, {**wanted, "timeout": PATIENCE})
        except HostError as error:
            msg.page.notify(str(error), "bad")
            return
        if found:  # a path, or a list with one
            self.write(found[0] if isinstance(found, list) else found)
            if failed := await self.dispatch("chosen", msg.session_id):
                msg.page.notify(failed, "bad")


def _may_be_in_window() -> bool:
    """Whether the page that is being made may be shown in the program's window."""
    application, session = current.get(None), current_session.get()
    if application is None:
        return False
    return session is None or application.hosting.is_around(session)

"""Preview: shows a file, whatever it is."""

import os
from typing import Any

import core as jp

from .script_part import ScriptPart

Shown = str | os.PathLike[str] | jp.File | jp.Entry | tuple[str, bytes]
"""The path of a file, a received file, a file of the session, or a name and bytes."""


class Preview(ScriptPart):
    """Shows a file: pictures, PDF, film, sound, text, Markdown, tables, archives and fonts.

    Of other files it shows type, size and the first bytes. Nothing in a file is run, and the page
    gets no other file than this one.

    Args:
        file: what to show; None for nothing. Setting `file` shows another one; setting it again
            shows what the file is now.
        attributes: as for `core.Div`.

    Raises:
        TypeError: the file is of another type.
    """

    script = "kit/preview.js"

    address: str = ""
    label: str = ""

    def __init__(self, file: Shown | None = None, **attributes: Any) -> None:
        attributes["classes"] = f"kit-preview {attributes.get('classes', '')}".strip()
        super().__init__(**{"role": "region", "aria_label": "Preview", **attributes})
        self._shown: Shown | None = None
        self.file = file

    @property
    def file(self) -> Shown | None:
        """What is shown."""
        return self._shown

    @file.setter
    def file(self, file: Shown | None) -> None:
        address, label = ("", "") if file is None else _addressed(file, self)
        jp.forget_address(self.address)
        self._shown, self.address, self.label = file, address, label


def _addressed(file: Shown, owner: Preview) -> tuple[str, str]:
    """The address of a file, and its name as text."""
    if isinstance(file, jp.Entry):
        return file.address, file.label
    if isinstance(file, jp.File):
        return jp.file_address(file, owner), file.name
    if isinstance(file, str | os.PathLike):
        name = os.path.basename(os.fspath(file))
        return jp.file_address(file, owner), name.encode(errors="replace").decode()
    if isinstance(file, tuple) and [type(each) for each in file] == [str, bytes]:
        name, content = file
        return jp.file_address(content, owner, name), name
    raise TypeError(
        "Preview() takes the path of a file, a File, an Entry, or a pair of a name and bytes: "
        f"('report.csv', content), not {file!r:.100}."
    )

"""PicturePart: a part that draws something which people save as a picture."""

import base64
import binascii
from typing import Any, ClassVar

import core as jp

from ..script_part import ScriptPart
from .chart_values import Picture

_PNG = b"\x89PNG\r\n\x1a\n"


class PicturePart(ScriptPart):
    """What charts share: their name, and the button that saves them.

    Attributes:
        label: what it shows, for people who do not see it.
        saves: the formats that people may save: "png" and "svg".
        file_name: the name of the file, without its suffix.
    """

    sends: ClassVar = {"picture": Picture, "refused": str}

    label: str = "Chart"
    saves: list[str] = ["png", "svg"]

    def __init__(self, **attributes: Any) -> None:
        label = attributes.get("aria_label", type(self).label)
        self.file_name = str(attributes.pop("file_name", "chart"))
        super().__init__(**{"role": "group", "aria_label": label, "label": label, **attributes})
        self.on("picture", self._save)

    def _save(self, msg: jp.Msg) -> bool:
        """Offer the picture to the person who asked for it; nobody else gets it."""
        picture: Picture = msg.detail
        content = _content(picture) if picture.format in self.saves else None
        if content is not None:
            msg.page.download(content, f"{self.file_name}.{picture.format}")
        return True  # nothing in the page has changed


def _content(picture: Picture) -> bytes | None:
    if picture.format == "svg":
        return picture.data.encode(errors="replace") if picture.data.startswith("<svg") else None
    try:
        content = base64.b64decode(picture.data, validate=True)
    except (binascii.Error, ValueError):
        return None
    return content if content.startswith(_PNG) else None

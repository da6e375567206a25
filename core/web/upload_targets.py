"""The file inputs that uploads are for.

A client names the input when it creates an upload: metadata ``for`` is
``<page token>/<component id>/<submission>``, the last of which is any text, the same for all files
that are sent at once. The input's limits hold from the first byte on. A client that names no input,
or another one, is refused when the form is submitted.
"""

from collections.abc import Iterable
from dataclasses import replace

from ..elements.component import Component
from ..elements.inputs import InputBase
from ..live.live_page import LivePage
from ..live.pages import Pages
from ..uploads.file_rules import FileRules
from ..uploads.metadata import parse_number


class UploadTargets:
    """Finds the inputs of open pages, and what they accept."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def find(self, owner: str, target: str) -> Iterable[tuple[LivePage, Component]]:
        """The page and the file input that an upload is for, if the page is open."""
        token, _, rest = target.partition("/")
        number = parse_number(rest.partition("/")[0])
        live = self._pages.find(token, owner) if token else None
        if live is not None and number is not None:
            control = live.snapshot.get(number)
            if isinstance(control, InputBase):
                yield live, control

    def rules(self, owner: str, target: str) -> FileRules:
        """What the input accepts."""
        for _, control in self.find(owner, target):
            rules = rules_of(control)
            # What is sent at once is known only where the client says so.
            return rules if _submission(target) else replace(rules, max_files=None, max_total=None)
        return FileRules()


def rules_of(control: Component) -> FileRules:
    """What a file input says that it accepts."""
    return FileRules(
        max_size=getattr(control, "max_size", None),
        max_files=getattr(control, "max_files", None),
        max_total=getattr(control, "max_total", None),
        accept=getattr(control, "accept", None) or "",
    )


def _submission(target: str) -> str:
    return target.split("/", 2)[2] if target.count("/") >= 2 else ""

"""The file inputs that uploads are for.

A client names the input when it creates an upload: metadata ``for`` is
``<page token>/<component id>/<submission>``. The submission is any text, the same for all files
that are sent together. The input's limits apply from the first byte on. Files for which a client
names no input, or another one, are refused when the form is submitted.
"""

from collections.abc import Iterable
from dataclasses import replace

from ..elements.component import Component
from ..elements.inputs import InputBase
from ..live.live_page import LivePage
from ..live.pages import Pages
from ..uploads.file_rules import FileRules
from ..uploads.info import UploadInfo
from ..uploads.metadata import parse_number


class UploadTargets:
    """Finds the inputs of open pages, and what they accept."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def find(self, owner: str, target: str) -> Iterable[tuple[LivePage, Component]]:
        """The page and the file input of an upload, if the page is open."""
        token, _, rest = target.partition("/")
        number = parse_number(rest.partition("/")[0])
        live = self._pages.find(token, owner) if token else None
        if live is not None and number is not None:
            control = live.snapshot.get(number)
            if isinstance(control, InputBase):
                yield live, control

    def is_awaited(self, upload: UploadInfo) -> bool:
        """Whether a page is about to continue an upload, or to submit it.

        A page that is loaded again, or closed, is not, although it is kept for a while.
        """
        token = upload.target.partition("/")[0]
        is_open = not self._pages.has_left(token, upload.owner)
        return is_open and any(self.find(upload.owner, upload.target))

    def rules(self, owner: str, target: str) -> FileRules:
        """The rules of the input of an upload."""
        for _, control in self.find(owner, target):
            rules = rules_of(control)
            # Without a submission, it is not known which files are sent together.
            return rules if _submission(target) else replace(rules, max_files=None, max_total=None)
        return FileRules()


def rules_of(control: Component) -> FileRules:
    """The rules that a file input declares."""
    return FileRules(
        max_size=getattr(control, "max_size", None),
        max_files=getattr(control, "max_files", None),
        max_total=getattr(control, "max_total", None),
        accept=getattr(control, "accept", None) or "",
    )


def _submission(target: str) -> str:
    return target.split("/", 2)[2] if target.count("/") >= 2 else ""

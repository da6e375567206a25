"""Modal: a dialog in front of the page, which waits until it is closed."""

from collections.abc import Iterable
from typing import Any, Literal

import core as jp
from core.language.texts import _

from ..button import Button
from ..layout.with_body import WithBody
from ..script_part import ScriptPart

Size = Literal["narrow", "normal", "wide"]


class Modal(WithBody, ScriptPart):
    """A dialog in front of the page: nothing else can be used until it is closed.

    Components are added to its body, those of ``actions`` (its buttons) below it. The focus stays
    inside and returns to where it was. Every browser of the page shows it.

    When a person closes it, the handler of ``closed`` is called; ``msg.how`` is "escape", "button"
    or "outside".

    Args:
        heading: what it is about.
        size: how wide it is at most.
        closable: False leaves closing to the program: there is no cross, and Escape does nothing.
        close_outside: whether a click outside closes it, too.
        attributes: as for every component.

    Attributes:
        body: holds what is added to the modal.
        actions: holds the buttons below, the most important one last.
    """

    html_tag = "dialog"
    script = "kit/modal.js"
    sends = {"dismissed": str}
    server_events = frozenset({"closed"})
    allowed_events = ScriptPart.allowed_events | server_events

    shown: bool = False
    closable: bool
    outside: bool

    def __init__(
        self,
        heading: str,
        *,
        size: Size = "normal",
        closable: bool = True,
        close_outside: bool = False,
        children: Iterable[jp.Component] = (),
        **attributes: Any,
    ) -> None:
        look = "kit-modal" if size == "normal" else f"kit-modal kit-modal-{size}"
        attributes["classes"] = f"{look} {attributes.get('classes', '')}".strip()
        super().__init__(closable=closable, outside=closable and close_outside, **attributes)
        self.on("dismissed", self._dismissed)
        self._heading = jp.H2(classes="kit-modal-heading")
        self.body = jp.Div(classes="kit-modal-body", children=list(children))
        self.actions = jp.Div(classes="kit-modal-actions")
        # In the order in which the Tab key reaches them; the cross is drawn at the top.
        self.components = [self._heading, self.body, self.actions]
        if closable:
            cross = Button(icon="x", kind="quiet", size="small", aria_label=_("Close"))
            self.components.append(cross.set_class("kit-modal-cross"))
        self.heading = heading

    @property
    def heading(self) -> str:
        """What it is about."""
        return str(self._heading.text)

    @heading.setter
    def heading(self, text: str) -> None:
        self._heading.text = text
        self.aria_label = text

    @property
    def is_open(self) -> bool:
        """Whether browsers show it."""
        return self.shown

    def open(self) -> None:
        """Show it, also in browsers that open the page later."""
        self.shown = True

    def close(self) -> None:
        """Close it. The handler of ``closed`` is not called: the program knows."""
        self.shown = False

    async def _dismissed(self, msg: Any) -> None:
        ways = {"escape", "button"} if self.closable else set()
        if not self.shown or msg.detail not in (ways | {"outside"} if self.outside else ways):
            return  # it was closed meanwhile, or a page invented the event
        self.shown = False
        if failed := await self.dispatch("closed", msg.session_id, how=msg.detail):
            msg.page.notify(failed, "bad")

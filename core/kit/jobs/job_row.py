"""JobRow: what a job's card shows of one task."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import core as jp
from core.jobs.task import Task
from core.language.texts import _
from core.media.types import guess_type

from ..button import Button
from ..icon import Icon
from .job_words import STATES, file_count, percent, sizes, value_text

Act = Callable[[Task, jp.Msg], Coroutine[Any, Any, None]]


@dataclass(frozen=True)
class RowActions:
    """What people may do with one task; what is None is left out.

    Attributes:
        save: for tasks with several files; one is saved by a link.
        open: shows the first file.
    """

    cancel: Act | None
    retry: Act | None
    save: Act | None
    open: Act | None


class JobRow(jp.Li):
    """The row of a task.

    Args:
        actions: what people may do with it.
    """

    def __init__(self, task: Task, actions: RowActions) -> None:
        super().__init__(classes="kit-job-row")
        self._task = task
        self._actions = actions
        self._note = ""
        self._made: tuple[object, ...] = ()  # what the parts were made for
        self._picture = jp.Div(classes="kit-job-picture", show=is_picture(task.label), a=self)
        self._name = jp.Div(classes="kit-job-name", title=task.label, a=self)
        self._detail = jp.Span(classes="kit-job-detail", a=self)
        self._state = jp.Span(classes="kit-job-state", a=self)
        self._buttons = jp.Span(classes="kit-job-actions", a=self)
        self._bar = jp.Progress(classes="kit-job-bar", max=1, aria_label=task.label, a=self)
        self._error = jp.P(classes="kit-job-error", a=self)
        self.draw()

    def draw(self) -> None:
        """Show the task as it is now."""
        task = self._task
        self.data_state = task.state
        self._state.text = self._state_text()
        self._detail.text = self._detail_text()
        self._error.text = task.error if task.state == "failed" else self._note
        self._bar.show = task.state == "working"
        self._bar.value = task.progress
        made = task.state, task.is_cancelling, tuple(task.outputs)
        if made != self._made:
            self._made = made
            self._make_parts()

    def tell(self, message: str) -> None:
        """Show what failed after the work."""
        self._note = message
        self.draw()

    def _state_text(self) -> str:
        task = self._task
        if task.state != "working":
            return _(STATES[task.state])
        if task.is_cancelling:
            return _("Cancelling…")
        return _(STATES["working"]) if task.progress is None else percent(task.progress)

    def _detail_text(self) -> str:
        task = self._task
        if task.state == "working":
            return task.text
        if task.state != "done":
            return ""
        if not task.outputs:
            return value_text(task.value)
        amount = sizes(task.size, task.output_size)
        return amount if len(task.outputs) == 1 else f"{file_count(len(task.outputs))} · {amount}"

    def _make_parts(self) -> None:
        """Make the parts that depend on the state and on the files."""
        files = self._task.outputs if self._task.state == "done" else []
        address = jp.file_address(files[0], self) if files else ""
        self._show_name(bool(files))
        if files and is_picture(files[0].name):
            self._show_picture(address)
        self._buttons.components = self._actions_for(files, address)

    def _show_name(self, has_files: bool) -> None:
        label, show = self._task.label, self._actions.open
        if not has_files or show is None:
            self._name.components = [jp.Span(text=label)]
            return

        async def clicked(msg: jp.Msg) -> None:
            await show(self._task, msg)

        name = jp.Button(type="button", text=label, classes="kit-job-link", click=clicked)
        name.aria_haspopup = "dialog"
        self._name.components = [name]

    def _show_picture(self, address: str) -> None:
        self._picture.show = True
        self._picture.components = [
            jp.Img(src=f"{address}?thumbnail", alt="", loading="lazy", classes="kit-job-thumbnail")
        ]

    def _actions_for(self, files: list[Path], address: str) -> list[jp.Component]:
        task, may = self._task, self._actions
        if task.is_unfinished and may.cancel:
            cancel = self._button("x", _("Cancel"), may.cancel)
            if task.is_cancelling:  # it stays, with the focus, until there is another one
                cancel.aria_disabled = "true"
            return [cancel]
        if task.state in ("failed", "cancelled") and may.retry:
            return [self._button("rotate-cw", _("Retry"), may.retry)]
        if not files or not may.save:
            return []
        if len(files) > 1:
            return [self._button("download", _("Save"), may.save)]
        name = _("Save {label}", label=task.label)
        link = jp.A(
            href=f"{address}?download",
            download=files[0].name,
            aria_label=name,
            title=name,
            data_kind="quiet",
            data_size="small",
            classes="kit-button kit-button-square",
        )
        return [link.add(Icon("download"))]

    def _button(self, icon: str, action: str, act: Act) -> jp.Component:
        name = f"{action} {self._task.label}"

        async def clicked(msg: jp.Msg) -> None:
            await act(self._task, msg)

        return Button(
            icon=icon, kind="quiet", size="small", aria_label=name, title=name, click=clicked
        )


def is_picture(name: str) -> bool:
    """Whether a file of this name is a picture, of which there may be a thumbnail."""
    return guess_type(name).startswith("image/")

"""Part: actions on the page: those for the selected files, permissions, and their progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import core as jp
from core import kit
from core.files.entries import Entry
from core.language.reasons import reason
from core.language.texts import _
from desktop import window
from desktop.shelf.actions import wording
from desktop.shelf.actions.catalog import Broken, Catalog
from desktop.shelf.actions.declaration import Action
from desktop.shelf.actions.work import Made, Plan, perform

CORNER = (
    "position: fixed; z-index: 800; inset-block-end: 0.75rem; inset-inline-end: 0.75rem; "
    "inline-size: min(26rem, 100vw - 1.5rem); max-block-size: 50dvh; overflow: auto"
)
"""Of the progress: it pushes nothing. That of arriving files is in the other corner."""


class Actions(jp.Div):
    """The actions of the shelf.

    Args:
        selection: the files that are selected.
        path: the path of one of them.
        is_native: the page is in the program's own window.
    """

    def __init__(
        self,
        selection: Callable[[], Sequence[Entry]],
        path: Callable[[Entry], Path],
        is_native: bool,
        **attributes: Any,
    ) -> None:
        super().__init__(style=CORNER, **attributes)
        self._selection, self._path, self._is_native = selection, path, is_native
        data = jp.app.data_folder
        self.catalog = Catalog(
            data / "actions", data / "allowed-actions.json", frozenset(kit.icon_names())
        )
        self._dialog: kit.Modal | None = None
        self._job = kit.Job(
            perform,
            title=_("Actions"),
            key="shelf-actions",
            without=("open", "save", "keep"),
            autoclose=True,
            done=self._done,
            a=self,
        )

    def command(self) -> kit.FileAction:
        """The command of a list of files."""
        return kit.FileAction(_("Actions"), self.choose, "play")

    # The dialogs: each takes the place of the one before.

    def choose(self) -> None:
        """Show what can be done with the selected files. It blocks."""
        entries = list(self._selection())
        if not entries:
            return
        actions, broken = self.catalog.find()
        fitting = [
            each
            for each in actions
            if all(not file.is_folder and each.is_for(file.name, file.type) for file in entries)
        ]
        dialog = self._open(wording.heading(len(entries)), "narrow")
        rows = [self._row(action, entries) for action in fitting]
        dialog.body.components = [*(rows or [jp.P(text=_(wording.NONE))]), self._notes(broken)]
        if self._is_native:
            show = kit.Button(_("Folder of actions"), icon="folder-open", click=self._show_folder)
            dialog.actions.add(show)

    def _row(self, action: Action, entries: Sequence[Entry]) -> jp.Component:
        is_new = not self.catalog.is_allowed(action)

        def start() -> None:
            if is_new:
                self._ask_permission(action, entries)
            else:
                self._begin(action, entries)

        name = wording.name(action)
        text = _("{name} (asks first)", name=name) if is_new else name
        style = "inline-size: 100%; justify-content: flex-start; margin-block-end: 0.375rem"
        return kit.Button(text, icon=action.icon, style=style, click=start)

    def _notes(self, broken: Sequence[Broken]) -> jp.Component:
        notes = jp.Div(classes="text-sm flex flex-col gap-2 pt-2", style="overflow-wrap: anywhere")
        for each in broken:
            style = "color: var(--satchel-bad)"
            jp.P(text=wording.broken(each.name, each.why), style=style, a=notes)
        jp.P(text=wording.folder(self.catalog.folder), style="color: var(--satchel-muted)", a=notes)
        return notes

    def _ask_permission(self, action: Action, entries: Sequence[Entry]) -> None:
        dialog = self._open(_("Allow “{name}”?", name=wording.name(action)), "normal")

        def allow(msg: jp.Msg) -> None:
            try:
                self.catalog.allow(action)
            except OSError as error:
                msg.page.notify(wording.not_allowed(reason(error)), kind="bad")
            else:
                self._begin(action, entries)

        language = "toml" if action.command else "python"
        place = jp.P(text=str(action.path), classes="text-sm py-2", style="overflow-wrap: anywhere")
        label = _("What is in {name}", name=action.path.name)
        code = kit.Code(wording.plain(action.text), language, aria_label=label)
        code.style = "max-block-size: 40dvh; overflow: auto"
        dialog.body.components = [jp.P(text=_(wording.MAY)), place, code]
        dialog.actions.add(kit.Button(_("Cancel"), click=dialog.close))
        dialog.actions.add(kit.Button(_("Allow and run"), kind="primary", click=allow))

    def _begin(self, action: Action, entries: Sequence[Entry]) -> None:
        """Ask what there is to choose, or start."""
        if not action.answers:
            self._start(action, entries, "")
            return
        dialog = self._open(wording.name(action), "narrow")
        choice = kit.Choice(action.answers, action.usual, required=True)
        dialog.body.components = [kit.Field(wording.question(action), choice)]

        def start() -> None:
            self._start(action, entries, str(choice.read()))

        dialog.actions.add(kit.Button(_("Cancel"), click=dialog.close))
        dialog.actions.add(kit.Button(_("Start"), kind="primary", click=start))

    def _open(self, heading: str, size: Any) -> kit.Modal:
        self._close()
        self._dialog = kit.Modal(heading, size=size, a=self)
        self._dialog.open()
        return self._dialog

    def _close(self) -> None:
        if self._dialog is not None:
            self.remove(self._dialog)
        self._dialog = None

    # The work

    def _start(self, action: Action, entries: Sequence[Entry], choice: str) -> None:
        self._close()
        shown = wording.name(action)
        plan = Plan(shown, str(action.path), action.digest, action.command, choice)
        paths, names = [str(self._path(entry)) for entry in entries], [e.label for e in entries]
        if action.together:
            self._job.start([tuple(paths)], plan, labels=[wording.label(shown, names)])
        else:
            labels = [wording.label(shown, [name]) for name in names]
            self._job.start(paths, plan, labels=labels)

    async def _done(self, msg: jp.Msg) -> None:
        """Say what is new; what failed is said by the job."""
        found = [task.value for task in msg.job.tasks if isinstance(task.value, Made)]
        if found:
            names = [name for made in found for name in made.names]
            msg.page.notify(wording.made(names, [note for made in found for note in made.notes]))

    async def _show_folder(self) -> None:
        await window.show_in_folder(self.catalog.folder)

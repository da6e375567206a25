"""Upload: the place where people drop files, or choose them."""

from inspect import isawaitable
from typing import Any

import core as jp
from core.elements.handlers import bind
from core.language.texts import _
from core.media.format_names import describe_limits

from .icon import Icon


class Upload(jp.Form):
    """A drop area: files are sent as soon as they are dropped, pasted or chosen.

    The form's panel shows their progress below it, or in a corner of the window.

    Args:
        on_files: the handler; ``msg.files`` has the files, in the order in which they were chosen.
            It is not called if all were refused.
        text: the headline; of a compact one, the text of the button.
        hint: what is accepted; None derives it from ``accept`` and the limits.
        accept: such as ``"image/*,.pdf"``.
        max_size: of each file, such as ``"20 MB"``.
        max_files, max_total: of the files that are sent at once.
        multiple: whether several files can be sent at once.
        folders: also offer to choose a folder. Folders can be dropped in any case.
        compact: be a button, which takes files dropped on it as well.
        filled: be low, because the page has files to show.
        anywhere: take files dropped anywhere on the page, except on other forms for files.
        floating: show the progress in a corner of the window, so that nothing on the page moves.
        disabled: take no files.
        name: of the input.
        attributes: as for `core.Form`. With ``data_destination``, a text, ``msg.destination`` is
            what that was when the files were dropped or chosen. What stands elsewhere on the page
            can have one, too: it is that of files which are dropped on it.

    Attributes:
        input: the file input.
        area: its label, which is what people see.
    """

    def __init__(
        self,
        on_files: jp.HandlerFunction | None = None,
        *,
        text: str | None = None,
        hint: str | None = None,
        accept: str | None = None,
        max_size: int | str | None = None,
        max_files: int | None = None,
        max_total: int | str | None = None,
        multiple: bool = True,
        folders: bool = False,
        compact: bool = False,
        filled: bool = False,
        anywhere: bool = False,
        floating: bool = False,
        disabled: bool = False,
        name: str | None = None,
        **attributes: Any,
    ) -> None:
        classes = f"kit-upload {attributes.pop('classes', '')}".strip()
        drop = "anywhere" if anywhere else "here"
        super().__init__(
            classes=classes, data_drop=drop, data_floating=floating or None, **attributes
        )
        choose = _("Choose files") if multiple else _("Choose a file")
        rules: dict[str, Any] = {"accept": accept, "max_size": max_size, "max_total": max_total}
        self.input = jp.Input(
            type="file",
            multiple=multiple,
            max_files=max_files,
            name=name,
            aria_label=text or choose,
            classes="kit-upload-input",
            **rules,
        )
        if hint is None:
            accepted = self.input.accept
            hint = describe_limits(accepted, max_size, max_files, multiple=multiple)
        self._button = jp.Span(text=choose, aria_hidden=True, classes="kit-button")
        if compact:
            self._add_button(text or choose)
        else:
            self._add_area(text or (_("Drop files here") if multiple else _("Drop a file here")))
        if hint:
            self._add_hint(hint)
        self._inputs = [self.input]
        if folders:
            self._add_folder_input(rules)
        _add_plain_button(self)
        self.filled = filled
        self.disabled = disabled
        if on_files is not None:
            self.on("submit", _handling(on_files))

    @property
    def filled(self) -> bool:
        """Whether it is low, because the page has files to show."""
        return self._is_filled

    @filled.setter
    def filled(self, filled: bool) -> None:
        self._is_filled = filled
        self.data_filled = filled or None
        self._button.data_kind = None if filled else "primary"

    @property
    def disabled(self) -> bool:
        """Whether it takes no files."""
        return bool(self.input.disabled)

    @disabled.setter
    def disabled(self, disabled: bool) -> None:
        for each in self._inputs:
            each.disabled = disabled

    def _add_button(self, text: str) -> None:
        self.area = jp.Label(classes="kit-button kit-upload-button", a=self)
        self.area.add(self.input, _icon(), jp.Span(text=text, aria_hidden=True))

    def _add_area(self, headline: str) -> None:
        self.area = jp.Label(classes="kit-upload-area", a=self)
        words = jp.Span(text=headline, classes="kit-upload-text")
        self.area.add(self.input, _icon(), words, self._button)

    def _add_hint(self, hint: str) -> None:
        parent = self.area if self._button in self.area.components else self
        words = jp.Span(text=hint, classes="kit-upload-hint", a=parent)
        words.id = self.input.aria_describedby = f"kit-upload-hint-{self.component_id}"

    def _add_folder_input(self, rules: dict[str, Any]) -> None:
        label = jp.Label(classes="kit-upload-folder", a=self)
        folder = jp.Input(type="file", webkitdirectory=True, multiple=True, a=label, **rules)
        folder.classes, folder.aria_label = "kit-upload-input", _("Choose a folder")
        jp.Span(text=_("Choose a folder"), a=label)
        self._inputs.append(folder)


def _handling(on_files: jp.HandlerFunction) -> jp.HandlerFunction:
    """The handler, if there are files; its changes are shown whatever it returns, as a lambda
    returns what it calls."""
    handler = bind("on_files", on_files)

    async def call(self: jp.Component, msg: jp.Msg) -> None:
        if msg.files:
            await handler(self, msg)

    def call_plain(self: jp.Component, msg: jp.Msg) -> object:
        result = handler(self, msg) if msg.files else None
        return result if isawaitable(result) else None  # which the engine awaits

    return call if handler.is_async else call_plain


def _add_plain_button(form: jp.Form) -> None:
    """For browsers without scripts. In others it is no element, so the form submits itself."""
    jp.Button(type="submit", text=_("Send"), classes="kit-button", a=jp.Noscript(a=form))


def _icon() -> Icon:
    return Icon("upload", classes="kit-upload-icon")

"""Settings: a form of a dataclass or pydantic model, whose values last."""

from __future__ import annotations

import inspect
import logging
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

import core as jp
from core.language.reasons import reason
from core.language.texts import _

from .field import Field
from .settings_store import Store, store_of

log = logging.getLogger(__name__)

Made = TypeVar("Made")

Per = Literal["program", "session"]


class Settings(jp.Div, Generic[Made]):
    """The settings of a program, to be changed and kept. Make it in the page function.

    Each field of the model becomes a `Field`. What people change is saved at once, in the program's
    data folder, if the model takes it; all pages with the same settings show it. Fields that are
    added to the model later begin with their defaults, and what was removed stays in the file.

    Args:
        model: a dataclass or pydantic model; each of its fields has a default.
        title: the heading.
        per: "program" for one set of values, "session" for one in each session.
        key: by which the file is named; by default the name of the class.
        attributes: as for every component. ``changed=`` is the handler of changes: ``msg.value`` is
            the new instance, and ``msg.field`` the name of what changed.

    Raises:
        RuntimeError: the program is not served yet.
        TypeError: the class is neither, or a field has no default or a type without a control.

    Attributes:
        fields: the `Field`s by name.
    """

    server_events = frozenset({"changed"})
    allowed_events = jp.Div.allowed_events | server_events

    def __init__(
        self,
        model: type[Made],
        *,
        title: str = "",
        per: Per = "program",
        key: str = "",
        **attributes: Any,
    ) -> None:
        store = _store(model, per, key)
        attributes["classes"] = f"kit-settings {attributes.get('classes', '')}".strip()
        super().__init__(**attributes)
        self._store = store
        if title:
            jp.H2(text=title, classes="kit-settings-title", a=self)
        for problem in self._store.problems:
            jp.P(text=problem, classes="kit-settings-problem", role="status", a=self)
        rows = jp.Div(classes="kit-settings-rows", a=self)
        self.fields = {name: self._field(name, rows) for name in self._store.model.settings}
        self._store.shown.add(self)

    def _field(self, name: str, rows: jp.Div) -> Field:
        setting = self._store.model.settings[name]
        control = setting.make_control(getattr(self.value, name))

        def check(value: Any) -> str | None:
            try:
                self._store.model.replaced(self.value, {name: value})
            except ValueError as error:
                return str(error)
            return None

        def change(msg: jp.Msg) -> Any:
            return self._take(name, msg)

        field = Field(setting.label, control, hint=setting.hint, check=check, change=change)
        rows.add(field)
        field.value = getattr(self.value, name)
        return field

    @property
    def value(self) -> Made:
        """The values: an instance of the model. A later change makes another instance."""
        value: Made = self._store.value
        return value

    @classmethod
    def read(cls, model: type[Made], *, per: Per = "program", key: str = "") -> Made:
        """The values without a form, for code that only uses them.

        Raises:
            RuntimeError: the program is not served yet, or nobody's event or request is handled
                (`per` is "session").
            TypeError: as for `Settings`.
        """
        value: Made = _store(model, per, key).value
        return value

    def _take(self, name: str, msg: jp.Msg) -> Any:
        value = msg.value
        try:
            self._store.change(name, value)
        except OSError as error:
            log.error("Could not save %s: %s", self._store.path, error)
            words = _("The settings could not be saved: {reason}.", reason=reason(error))
            msg.page.notify(_("{words} They are used until the program ends.", words=words), "bad")
        for other in list(self._store.shown):
            if other is not self and name in other.fields:
                other.fields[name].value = value
                jp.run_task(other.update())
        if (handler := self.handlers.get("changed")) is None:
            return None
        msg.update(value=self.value, field=name, target=self)
        result = handler(self, msg)
        return result if inspect.isawaitable(result) else None  # which the engine awaits


def _store(model: type, per: Per, key: str) -> Store:
    return store_of(model, _path(per, key or model.__name__))


def _path(per: Per, name: str) -> Path:
    if not name.isidentifier():
        raise ValueError(f"The key of settings is one word, such as 'photos', not {name!r:.100}.")
    data = jp.app.data_folder
    if per == "session":  # hidden in the session's folder, with which they are removed
        folder = jp.app.session_folder(jp.app.session_id).folder
        return folder / ".satchel-settings" / data.name / f"{name}.json"
    if per == "program":
        return data / "settings" / f"{name}.json"
    raise ValueError(f"Settings are per 'program' or per 'session', not {per!r:.100}.")

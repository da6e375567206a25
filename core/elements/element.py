"""Element: the attributes of one HTML element, and the views that show it."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Mapping, Sequence
from types import FunctionType, MappingProxyType
from typing import Any, ClassVar, Literal, TypeVar

from ..words import names
from .attribute_names import ACTIONS, CLIENT_ATTRIBUTES, CONTENT, GLOBAL_ATTRIBUTES, OWN
from .drag_files import DragFiles
from .event_target import EventTarget
from .node import parents, tree_lock
from .reactive import Reactive
from .values import PLAIN, RESERVED, STRUCTURED, check
from .view import View

# Attributes of components that the engine uses.
_RESERVED = names(
    """
    attributes component_id enter entry_event events get_model handlers is_reactive
    is_shown_to is_void model_update not_shown_by pages parse presets rendered server_events
    set_model shown_by types update value_origin
    """
)

_NO_METHODS = CONTENT | {"data", "components"}
_SCALARS = (str, int, float, bool, type(None))
_MISSING = object()
_set = object.__setattr__

E = TypeVar("E", bound="Element")


class Element(EventTarget, Reactive):
    """One HTML element: its attributes, which mark it as dirty when they are set."""

    html_tag: ClassVar[str] = "div"
    attributes: ClassVar[frozenset[str]] = frozenset()  # of this element, besides the global ones
    is_void: ClassVar[bool] = False  # without content or an end tag, as <img>
    rendered: ClassVar[frozenset[str]] = GLOBAL_ATTRIBUTES | OWN
    presets: ClassVar[dict[str, Any]] = {}  # values of rendered attributes, from subclasses
    _sets_plainly: ClassVar[bool] = True  # without a __setattr__() of a subclass

    # How a class of elements is rendered; see `attributes`, `render` and `subscriptions`.
    _is_plain: ClassVar[bool] = True  # without handlers, its tag has only attributes that were set
    _is_subscribed: ClassVar[bool] = False  # even without handlers
    _has_raw_text: ClassVar[bool] = False  # its content is only its text
    _as_text: ClassVar[frozenset[str]] = frozenset()  # attributes written as str(value)
    _as_json: ClassVar[frozenset[str]] = frozenset()  # attributes that only a script reads
    _not_in_tag: ClassVar[frozenset[str]] = frozenset()  # attributes shown in another way
    _sent_by_script: ClassVar[frozenset[str]] = frozenset()  # events that are not of the DOM

    text: Any = ""
    classes: str = ""
    style: str = ""
    show: bool = True
    inner_html: str = ""
    html_entity: bool = False
    set_focus: bool = False
    event_propagation: bool = True
    event_modifiers: Mapping[str, str | Iterable[str]] = MappingProxyType({})
    additional_properties: Sequence[str] = ()
    animation: str | bool | None = None
    transition: Mapping[str, str] | None = None
    drag_options: Mapping[str, str] | None = None
    drag_files: DragFiles | None = None
    drag_moves: bool = False
    id: str | int | None = None
    name: str | None = None
    key: Any = None
    temp: bool = False
    delete_flag: bool = True
    model: Sequence[Any] | None = None

    # The other global attributes of HTML; they exist only when they are set.
    title: str | None
    role: str | None
    tabindex: int | str | None
    lang: str | None
    dir: Literal["ltr", "rtl", "auto"] | str | None
    hidden_: bool | None
    inert: bool | None
    draggable: bool | str | None
    contenteditable: bool | Literal["true", "false", "plaintext-only"] | str | None
    spellcheck: bool | str | None
    translate: bool | str | None
    autofocus: bool | None
    accesskey: str | None
    autocapitalize: Literal["none", "sentences", "words", "characters"] | str | None
    enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | str | None
    inputmode: (
        Literal["none", "text", "tel", "url", "email", "numeric", "decimal", "search"] | str | None
    )
    popover: Literal["auto", "manual", "hint"] | bool | str | None
    slot: str | None
    part: str | None
    nonce: str | None
    itemid: str | None
    itemprop: str | None
    itemref: str | None
    itemscope: bool | None
    itemtype: str | None

    component_id: int
    """A number, unique in the process, by which browsers identify the component."""

    _viewers: tuple[weakref.ref[View], ...] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for name in _NO_METHODS.intersection(vars(cls)):
            if isinstance(vars(cls)[name], FunctionType):
                raise TypeError(
                    f"{cls.__name__}.{name}() is a method, but every component has an attribute "
                    f"{name!r}: give the method another name."
                )
        cls.rendered = GLOBAL_ATTRIBUTES | OWN | cls.attributes
        own = {n: v for n, v in vars(cls).items() if n in cls.rendered and isinstance(v, _SCALARS)}
        cls.presets = {**cls.presets, **own}
        cls._reacts = cls.react is not Reactive.react
        cls._sets_plainly = cls.__setattr__ is Element.__setattr__

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in self.rendered:
            if name in CLIENT_ATTRIBUTES or name in _RESERVED:
                raise ValueError(RESERVED.format(name=name))
            if not name.startswith(("aria_", "data_")):
                _set(self, name, value)
                return
        if value.__class__ not in PLAIN or name in STRUCTURED:
            check(name, value)
        old = self.__dict__.get(name, _MISSING)
        _set(self, name, value)
        if not self._viewers and name != "show":
            return  # no view to notify, as while a page is built; checked after the value is set
        # A list may be the same one with other items; 1 and True are equal, but not in HTML.
        if (
            type(old) is not type(value)
            or not isinstance(value, _SCALARS)
            or old != value
            or name in ACTIONS
        ):
            self._changed(name)

    def __delattr__(self, name: str) -> None:
        object.__delattr__(self, name)
        if name in self.rendered or name.startswith(("aria_", "data_")):
            self._changed(name)

    def __repr__(self) -> str:
        try:
            text = f" {str(self.text)[:30]!r}" if self.text else ""
        except Exception:  # error messages need a name of the component
            text = " without a readable text"
        return f"<{type(self).__name__} {self.component_id}{text}>"

    # The views that show it

    def _changed(self, name: str) -> None:
        for viewer in self._viewers:
            if (view := viewer()) is not None:
                view.note(self, name)
        if name == "show":
            for parent in parents(self):
                parent._changed("components")

    def shown_by(self, viewers: tuple[weakref.ref[View], ...]) -> None:
        """Notify views of changes, even while the component is off its page: it may come back."""
        with tree_lock:
            if self._viewers:
                alive = (ref for ref in self._viewers if ref() is not None and ref not in viewers)
                viewers = (*alive, *viewers)
            _set(self, "_viewers", viewers)

    def not_shown_by(self, view: View) -> None:
        """Stop notifying a view."""
        with tree_lock:
            viewers = tuple(ref for ref in self._viewers if ref() not in (None, view))
            _set(self, "_viewers", viewers)

    def is_shown_to(self, session_id: str) -> bool:
        """Whether a page that shows it, or may show it again, was served to this session."""
        viewers = (viewer() for viewer in self._viewers)
        return any(view is not None and view.is_for(session_id) for view in viewers)

    # How it is rendered

    @property
    def entry_event(self) -> str | None:
        """The event by which the browser sends what was entered; None if there is none."""
        return None

    def _state_attributes(self) -> list[tuple[str, str | Literal[True]]]:
        """HTML attributes that depend on the elements around it."""
        return []

    def _scriptless_attributes(self, submit_to: str) -> list[tuple[str, str | Literal[True]]]:
        """HTML attributes with which a browser without script sends a form to an address."""
        return []


def visible_children(parent: E) -> list[E]:
    """The children that browsers show."""
    if parent.inner_html:
        return []
    return [child for child in tuple(parent._children) if child.show]

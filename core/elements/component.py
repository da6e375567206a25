"""Component: the base class of everything that stands on a page."""

from __future__ import annotations

import itertools
import weakref
from collections.abc import Iterable, Mapping, Sequence
from types import FunctionType, MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from ..words import names
from . import keywords
from .class_list import ClassList
from .container import Container, family, innermost_takes
from .event_target import Listener
from .values import OWN, PLAIN, STRUCTURED, check, needs_name

if TYPE_CHECKING:
    from .webpage import View, WebPage


# https://html.spec.whatwg.org/multipage/dom.html#global-attributes
GLOBAL_ATTRIBUTES = names(
    """
    accesskey autocapitalize autofocus contenteditable dir draggable enterkeyhint hidden_ id inert
    inputmode itemid itemprop itemref itemscope itemtype lang nonce part popover role slot
    spellcheck tabindex title translate
    """
)

# Attributes of the component itself that change what the browser shows.
CONTENT = names("text classes style show inner_html html_entity set_focus model")

# Attributes of the component itself that change what the browser tells of events.
EVENT_OPTIONS = names("event_propagation event_modifiers additional_properties")

# How the component moves, and the HTML attributes that tell the browser's side of the engine.
EFFECTS = {
    "animation": "data-satchel-animation",
    "transition": "data-satchel-transition",
    "drag_options": "data-satchel-drag",
}

# The browser does these once each time they are set.
_DEEDS = frozenset({"animation", "set_focus"})

# What the browser's side of the engine keeps in an element: its id, what it listens to, ...
OURS = frozenset({"data_c", "data_e", *(name.replace("-", "_") for name in EFFECTS.values())})

# What the engine asks of a component, or keeps in it.
_ENGINE = names(
    """
    attributes component_id enter entry_event events get_model handlers is_reactive
    is_void model_update not_shown_by pages parse presets rendered server_events set_model shown_by
    types update value_origin
    """
)

_OWN = CONTENT | EVENT_OPTIONS | frozenset(EFFECTS)
_TAKEN = CONTENT | {"data", "components"}  # that no method may be called
_SCALARS = (str, int, float, bool, type(None))
_MISSING = object()
_set = object.__setattr__
_numbers = itertools.count(1)


class Component(Listener, ClassList):
    """One element on one or more pages.

    Attributes:
        text: text before the children.
        classes: class names, separated by spaces.
        style: inline CSS.
        show: False leaves the component out of the page.
        inner_html: raw HTML instead of text and children.
        set_focus: True gives the component the focus, each time it is set.
        animation: a name of animate.css (``zoomIn``): played when the component appears, and each
            time it is set. One with ``Out`` in its name hides the component.
        transition: classes for the time in which the component appears, by ``enter`` (all the
            time), ``enter_start`` (at first) and ``enter_end`` (then); likewise ``leave`` for when
            it goes and ``load`` for when the page is loaded. The class ``hidden`` counts as gone.
        drag_options: it has the classes ``drag_classes``, too, while it is dragged.
        event_propagation: False keeps its events from the components around it, and the page.
        event_modifiers: event -> words of ``prevent stop self once capture exact``, of ``ctrl shift
            alt meta``, and the keys or buttons that are meant: ``{'keydown': 'ctrl enter'}``.
        additional_properties: names of properties of the DOM event, or of the element, that are
            sent along and appear in ``msg``: ``['clientX', 'scrollTop']``.
        data: a dictionary for the program's own use.
        model: ``[component_or_page, 'key']``: the text is what ``data['key']`` there is.
        key, temp, delete_flag: for the program's own use; accepted as in JustPy.

    Any keyword becomes an attribute; those that HTML knows for the element are shown in the page.
    ``a=parent`` adds the component to a parent, ``children=[...]`` adds others to it,
    ``click=function`` binds an event.
    """

    html_tag: ClassVar[str] = "div"
    attributes: ClassVar[frozenset[str]] = frozenset()  # of this element, beside the global ones
    is_void: ClassVar[bool] = False  # an element that can have no content, such as <img>
    rendered: ClassVar[frozenset[str]] = GLOBAL_ATTRIBUTES | _OWN
    presets: ClassVar[dict[str, Any]] = {}  # values that a subclass gives to what is rendered
    _reacts: ClassVar[bool] = False  # whether a subclass has a react() of its own
    _sets_plainly: ClassVar[bool] = True  # or has a __setattr__() of its own

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
    id: str | int | None = None
    name: str | None = None
    key: Any = None
    temp: bool = False
    delete_flag: bool = True
    model: Sequence[Any] | None = None

    # The other attributes of HTML that every element has; those that are not set are not there.
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

    _viewers: tuple[weakref.ref[View], ...] = ()
    _data: dict[str, Any] | None = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for name in _TAKEN.intersection(vars(cls)):
            if isinstance(vars(cls)[name], FunctionType):
                raise TypeError(
                    f"{cls.__name__}.{name}() is a method, but every component has an attribute "
                    f"{name!r}: give the method another name."
                )
        cls.rendered = GLOBAL_ATTRIBUTES | _OWN | cls.attributes
        own = {n: v for n, v in vars(cls).items() if n in cls.rendered and isinstance(v, _SCALARS)}
        cls.presets = {**cls.presets, **own}
        cls._reacts = cls.react is not Component.react
        cls._sets_plainly = cls.__setattr__ is Component.__setattr__

    def __init__(self, *unnamed: Any, **attributes: Any) -> None:
        if unnamed:
            raise TypeError(needs_name(self, unnamed[0]))
        _set(self, "component_id", next(_numbers))
        first, second = attributes.pop("a", None), attributes.pop("add_to", None)
        if "children" in attributes:
            self.add(*attributes.pop("children"))
        # There is nobody to tell of a new component, and most classes look at no value.
        set_rendered = _set if self._sets_plainly else setattr
        for name, value in attributes.items():
            if name in self.rendered:
                if value.__class__ not in PLAIN or name in STRUCTURED:
                    check(name, value)
                set_rendered(self, name, value)
            else:
                self._set_other(name, value)
        if first is None and second is None:
            innermost_takes(self)
        for parent in (first, second):
            if parent is not None:
                parent.add(self)

    def _set_other(self, name: str, value: Any) -> None:
        """Bind an event, or set what is no attribute of the element."""
        event = self._event_of(name)
        if event and (callable(value) or isinstance(value, str) or event == name):
            self.on(event, value)
        else:
            keywords.keep(self, name, value)

    component_id: int
    """The number of this component, unique in the process; the browser knows it by that."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in self.rendered:
            if name in OURS or name in _ENGINE:
                raise ValueError(OWN.format(name=name))
            if not name.startswith(("aria_", "data_")):
                _set(self, name, value)
                return
        if value.__class__ not in PLAIN or name in STRUCTURED:
            check(name, value)
        old = self.__dict__.get(name, _MISSING)
        _set(self, name, value)
        if not self._viewers and name != "show":
            return  # nobody to tell, as while a page is built: asked after the value is set
        # A list may be the same one with other items; 1 and True are equal but look different.
        if (
            type(old) is not type(value)
            or not isinstance(value, _SCALARS)
            or old != value
            or name in _DEEDS
        ):
            self._changed(name)

    def __delattr__(self, name: str) -> None:
        object.__delattr__(self, name)
        if name in self.rendered or name.startswith(("aria_", "data_")):
            self._changed(name)

    def __repr__(self) -> str:
        try:
            text = f" {str(self.text)[:30]!r}" if self.text else ""
        except Exception:  # errors about it are to name the component
            text = " without a readable text"
        return f"<{type(self).__name__} {self.component_id}{text}>"

    # Where it stands

    @property
    def data(self) -> dict[str, Any]:
        """A dictionary for the program's own use."""
        if self._data is None:
            self._data = {}
        return self._data

    @data.setter
    def data(self, data: dict[str, Any]) -> None:
        self._data = data

    def pages(self) -> set[WebPage]:
        """The pages on which the component stands, directly or inside others."""
        found: set[Any] = set()
        seen: set[Container] = set()
        stack: list[Container] = [self]
        while stack:
            for ref in getattr(stack.pop(), "_parents", ()):
                parent = ref()
                if isinstance(parent, Component):
                    if parent not in seen:
                        seen.add(parent)
                        stack.append(parent)
                elif parent is not None:
                    found.add(parent)
        return found

    def add_page(self, page: WebPage) -> None:
        """Accepted as in JustPy: here a component knows by itself on which pages it stands."""

    def _changed(self, name: str) -> None:
        for viewer in self._viewers:
            if (view := viewer()) is not None:
                view.note(self, name)
        if name == "show":
            for ref in self._parents:
                if (parent := ref()) is not None:
                    parent._changed("components")

    def shown_by(self, viewers: tuple[weakref.ref[View], ...]) -> None:
        """Tell views about changes from now on: also while the component is off its page, since
        it may be back before the browsers are told.
        """
        with family:
            if self._viewers:
                alive = (ref for ref in self._viewers if ref() is not None and ref not in viewers)
                viewers = (*alive, *viewers)
            _set(self, "_viewers", viewers)

    def not_shown_by(self, view: View) -> None:
        """Tell a view nothing any more."""
        with family:
            self._viewers = tuple(ref for ref in self._viewers if ref() not in (None, view))

    def add_to(self, *parents: Container) -> Self:
        """Append the component to parents."""
        for parent in parents:
            parent.add(self)
        return self

    def delete(self) -> None:
        """Take the component off all its parents."""
        for ref in self._parents:
            while (parent := ref()) is not None and parent._holds(self):
                parent.remove(self)

    async def update(self) -> Self:
        """Show what has changed to every browser that shows the component."""
        for page in self.pages():
            await page.update()
        return self

    def to_html(self, indent: int = 0, step: int = 0) -> str:
        """The component as HTML for other uses: a file, an e-mail.

        Lines are broken only where no browser shows that: text is never changed.

        Args:
            indent: spaces before the element.
            step: spaces per level; 0 puts everything on one line.
        """
        from .to_html import to_html

        return to_html([self], indent, step)

    def react(self, data: dict[str, Any]) -> None:
        """Called before each rendering; subclasses derive here what they show from their state.

        Args:
            data: the ``data`` of what the component stands in: the component or page around it.
        """

    @property
    def is_reactive(self) -> bool:
        """Whether it derives what it shows, so that it must be asked before each rendering."""
        return self._reacts or self.model is not None

    def model_update(self) -> None:
        """Show what the model holds. Called before each rendering."""
        if self.model is not None:
            data, key = self.model[0].data, self.model[1]
            if key in data and self.text != data[key]:
                self.text = data[key]

    def get_model(self) -> Any:
        """What the model holds; None if it holds nothing, or there is none."""
        return None if self.model is None else self.model[0].data.get(self.model[1])

    def set_model(self, value: Any) -> None:
        """Let the model hold a value, if there is a model."""
        if self.model is not None:
            self.model[0].data[self.model[1]] = value

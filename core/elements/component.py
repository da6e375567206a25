"""Component: the base class of everything on a page."""

from __future__ import annotations

import itertools
from typing import Any, Self

from . import keywords
from .class_list import ClassList
from .container import Container
from .element import Element
from .node import Child, ancestors, parents
from .to_html import to_html
from .values import PLAIN, STRUCTURED, check, needs_name
from .with_blocks import add_new

_set = object.__setattr__
_numbers = itertools.count(1)


class Component(ClassList, Container["Component"], Element):
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
        transition: classes for the time in which the component appears: ``enter`` (all the time),
            ``enter_start`` (at first) and ``enter_end`` (then); likewise ``leave`` for when it
            goes and ``load`` for when the page is loaded. The class ``hidden`` counts as gone.
        drag_options: ``drag_classes`` are the classes that it also has while it is dragged.
        drag_files: files that people can drag out of the page into other programs: a path, a
            received `File`, an `Entry` of the session's folder, a pair of a name and a path, a list
            of these, or a function ``f(msg)`` that returns them.
        drag_moves: True lets people move these files instead of copying them.
        event_propagation: False keeps its events from the components around it and from the page.
        event_modifiers: event -> words: some of ``prevent stop self once capture exact``, of
            ``ctrl shift alt meta``, and keys or buttons: ``{'keydown': 'ctrl enter'}``.
        additional_properties: names of properties of the DOM event, or of the element, that are
            sent along and appear in ``msg``: ``['clientX', 'scrollTop']``.
        data: a dictionary for the program's own use.
        model: ``[component_or_page, 'key']``: the text is the value of ``data['key']`` there.
        key, temp, delete_flag: for the program's own use; accepted as in JustPy.

    Any keyword becomes an attribute; those that HTML knows for the element are shown in the page.
    ``a=parent`` adds the component to a parent, ``children=[...]`` adds others to it,
    ``click=function`` binds an event.
    """

    def __init__(self, *unnamed: Any, **attributes: Any) -> None:
        if unnamed:
            raise TypeError(needs_name(self, unnamed[0]))
        _set(self, "component_id", next(_numbers))
        named = attributes.pop("a", None), attributes.pop("add_to", None)
        if "children" in attributes:
            self.add(*attributes.pop("children"))
        # A new component has no views to notify, and most classes set attributes unchanged.
        set_rendered = _set if self._sets_plainly else setattr
        for name, value in attributes.items():
            if name in self.rendered:
                if value.__class__ not in PLAIN or name in STRUCTURED:
                    check(name, value)
                set_rendered(self, name, value)
            else:
                self._set_other(name, value)
        add_new(self, *named)

    def _set_other(self, name: str, value: Any) -> None:
        """Bind an event, or set an attribute that the element does not have in HTML."""
        event = self._event_of(name)
        if event and (callable(value) or isinstance(value, str) or event == name):
            self.on(event, value)
        else:
            keywords.keep(self, name, value)

    def pages(self) -> set[Any]:
        """The pages that the component is on, directly or inside others."""
        return {each for each in ancestors(self) if not isinstance(each, Child)}

    def add_page(self, page: Any) -> None:
        """Accepted as in JustPy; a component knows its pages."""

    def add_to(self, *parents: Container[Component]) -> Self:
        """Append the component to parents."""
        for parent in parents:
            parent.add(self)
        return self

    def delete(self) -> None:
        """Remove the component from all its parents."""
        parent: Any
        for parent in parents(self):
            while parent._holds(self):
                parent.remove(self)

    async def update(self) -> Self:
        """Show what has changed to every browser that shows the component."""
        for page in self.pages():
            await page.update()
        return self

    async def dispatch(self, event: str, session_id: str, **fields: Any) -> str:
        """Call its handler for an event that no browser sends, and show what that changes.

        Args:
            event: one of the `server_events` of its class.
            session_id: whose event it is; the handler is called for each page of this session that
                has the component.
            fields: of the handler's ``msg``.

        Returns:
            What failed, for the user; "" if nothing did.
        """
        views = [page.view for page in self.pages() if page.view is not None]
        failed = [await view.dispatch(self, event, session_id, fields) for view in views]
        return " ".join(filter(None, failed))

    def to_html(self, indent: int = 0, step: int = 0) -> str:
        """The component as HTML for other uses: a file, an e-mail.

        Lines are broken only where browsers do not show white space: text is never changed.

        Args:
            indent: spaces before the element.
            step: spaces per level; 0 puts everything on one line.
        """
        return to_html([self], indent, step)

"""What changed on a page since the browsers were told -> the smallest list of operations.

Operations are JSON lists, applied in order by ``assets/client/dom.js``:

- ``["a", id, name, value]``: set an attribute; null removes it
- ``["v", id, value, origin]``, ``["k", id, checked, origin]``: what a control holds; the channel
  ``origin`` has it already
- ``["f", id]``: focus
- ``["t", id, html]``: replace the text before the children
- ``["h", id, html]``: replace all content
- ``["c", id, removed, runs]``: children. ``removed`` is a list of ids; each run is
  ``[after, items]``, where ``after`` is the id of the child before it (null: the start) and an
  item is the id of a child that the browser has (it is moved) or the HTML of a new one
- ``["s", rules]``: new style rules, each ``[order, css]``
- ``["p", name, value]``: an attribute of the page
- ``["j", script, request_id]``: run a script

Children are named by ids and never by position, so that an operation that is applied to a newer
copy of the page does no harm. Id 0 is the element around the page's components.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from ..elements.component import Component
from ..elements.forms import Control, Textarea
from ..elements.page import WebPage
from .render import Renderer, events_text, html_name, text_html
from .shown import Shown, visible_children
from .splice import Run, splice

Operation = list[Any]
Marks = dict[Component, set[str]]

# What a control holds: the HTML attribute only gives the start value, the property is the truth.
_HELD = {"value": "v", "checked": "k"}

# Changes of these concern the content as a whole.
_CONTENT = frozenset({"components", "inner_html", "html_entity"})


@dataclass(slots=True)
class _Plan:
    """How the children of one parent change; without runs, all content is replaced."""

    number: int
    parent: Component | None  # None: the page
    children: list[Component]
    old: tuple[int, ...]
    new: tuple[int, ...]
    removed: list[int]
    runs: list[Run] | None

    def added(self) -> list[Component]:
        """The children that come to stand in this parent."""
        if self.runs is None:
            return self.children
        old, items = set(self.old), {number for run in self.runs for number in run.items}
        return [c for c in self.children if c.component_id in items and c.component_id not in old]


class Patch:
    """Computes the operations of one patch and brings ``shown`` up to date."""

    def __init__(self, shown: Shown, renderer: Renderer) -> None:
        self.shown = shown
        self.renderer = renderer

    def operations(self, page: WebPage, marks: Marks, page_marks: set[str]) -> list[Operation]:
        """The operations for the marked components, as far as the browsers have them."""
        known = [component for component in marks if component in self.shown]
        result = [op for c in known for name in sorted(marks[c]) for op in self._attribute(c, name)]
        plans = [
            self._plan(c, visible_children(c), whole="components" not in marks[c])
            for c in known
            if not c.is_void and not _CONTENT.isdisjoint(marks[c])
        ]
        if "components" in page_marks:
            plans.append(self._plan(None, [c for c in tuple(page._children) if c.show]))
        return result + self._children(plans)

    def _attribute(self, component: Component, name: str) -> list[Operation]:
        number = component.component_id
        if name == "events":
            return [["a", number, "data-e", events_text(component) or None]]
        if name in _HELD and isinstance(component, Control):
            return [[_HELD[name], number, getattr(component, name), component.value_origin]]
        if name == "set_focus":
            return [["f", number]] if component.set_focus else []
        if name == "text":
            return self._text(component)
        if name in _CONTENT or name == "show":
            return []
        html = "class" if name == "classes" else html_name(name)
        found = self.renderer.attribute(component, name, getattr(component, name, None))
        return [["a", number, html, found[1] if found else None]]

    def _text(self, component: Component) -> list[Operation]:
        if component.inner_html or component.is_void:
            return []
        if isinstance(component, Textarea):
            return [["v", component.component_id, component.value or component.text, None]]
        return [["t", component.component_id, text_html(component)]]

    def _plan(
        self, parent: Component | None, children: list[Component], whole: bool = False
    ) -> _Plan:
        number = parent.component_id if parent else 0
        old = self.shown.children(number)
        new = tuple(child.component_id for child in children)
        raw = parent is not None and (whole or bool(parent.inner_html))
        if raw or len(set(old)) < len(old) or len(set(new)) < len(new):
            return _Plan(number, parent, children, old, new, list(old), None)
        return _Plan(number, parent, children, old, new, *splice(old, new))

    def _children(self, plans: list[_Plan]) -> list[Operation]:
        """All that comes is recorded before all that goes, so that what moves is not lost."""
        moving = Counter(number for plan in plans if plan.runs for number in plan.removed)
        for plan in plans:
            self.shown.place(plan.added())
            self.shown.set_children(plan.number, plan.new)
        result = [operation for plan in plans for operation in self._operation(plan, moving)]
        for plan in plans:
            self.shown.drop(plan.removed)
        return result

    def _operation(self, plan: _Plan, moving: Counter[int]) -> list[Operation]:
        if plan.runs is None:
            content = plan.children if plan.parent is None else plan.parent
            return [["h", plan.number, self.renderer.content(content)]]
        if not plan.runs and not plan.removed:
            return []
        components = {child.component_id: child for child in plan.children}
        runs = [
            [run.after, [self._item(components[n], plan.old, moving) for n in run.items]]
            for run in plan.runs
        ]
        return [["c", plan.number, plan.removed, runs]]

    def _item(self, component: Component, old: tuple[int, ...], moving: Counter[int]) -> int | str:
        number = component.component_id
        if number in old:
            return number
        if moving[number]:
            moving[number] -= 1
            return number
        return self.renderer.html([component])

"""What changed on a page since the last patch -> the smallest list of operations (`protocol`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..elements.attribute_names import CONTENT, EVENT_OPTIONS
from ..elements.attributes import ATTRIBUTES
from ..elements.component import Component
from ..elements.element import visible_children
from ..elements.forms import Control
from ..elements.nesting import ALONE
from ..elements.render import Renderer, text_of
from ..elements.subscriptions import events_text
from ..elements.tags import Textarea
from ..elements.webpage import WebPage
from .dirty import Marks
from .list_diff import Run, splice
from .protocol import (
    ChildRun,
    Operation,
    SetAttribute,
    SetChecked,
    SetContent,
    SetFocus,
    SetText,
    SetValue,
    SpliceChildren,
)
from .snapshot import Snapshot

# A control's property holds its value; the HTML attribute is only the initial value.
_HELD = frozenset({"value", "checked"})

# Changes of these replace everything inside the element.
_WHOLE = frozenset({"inner_html", "html_entity"})


@dataclass(slots=True)
class _Plan:
    """How the children of one parent change; without runs, all content is replaced."""

    number: int
    parent: Component | None  # None: the page
    children: list[Component]
    by_id: dict[int, Component]
    old: set[int]
    new: tuple[int, ...]
    removed: list[int]
    runs: list[Run] | None

    def added(self) -> list[Component]:
        """The children that are new in this parent."""
        if self.runs is None:
            return self.children
        return [self.by_id[n] for run in self.runs for n in run.items if n not in self.old]


class Patch:
    """Computes the operations of one patch and brings the snapshot up to date."""

    def __init__(self, snapshot: Snapshot, renderer: Renderer) -> None:
        self.snapshot = snapshot
        self.renderer = renderer

    def operations(self, page: WebPage, marks: Marks, page_marks: set[str]) -> list[Operation]:
        """The operations for those marked components that the browsers have."""
        known = [component for component in marks if component in self.snapshot]
        marked = [(component, name) for component in known for name in sorted(marks[component])]
        attributes = self._each(self._attribute, marked)
        plans = [plan for component in known if (plan := self._plan_of(component, marks))]
        if "components" in page_marks:
            plans.append(self._plan(None, [c for c in tuple(page._children) if c.show]))
        children = self._children(plans)
        # State comes last, so that a select has its new option, and moved elements keep the focus.
        return attributes + children + self._each(self._state, marked)

    def _each(
        self,
        operations: Callable[[Component, str], list[Operation]],
        marked: list[tuple[Component, str]],
    ) -> list[Operation]:
        """The operations for all marks, except values that cannot be shown."""
        result: list[Operation] = []
        for component, name in marked:
            try:
                result += operations(component, name)
            except Exception as error:
                self.renderer.left_out(error, component, name)
        return result

    def _state(self, component: Component, name: str) -> list[Operation]:
        """The operations for values and the focus, which are not attributes of the element."""
        number = component.component_id
        if isinstance(component, Control) and name in _HELD:
            origin, value = component.value_origin, getattr(component, name)
            if name == "value":
                return [SetValue("v", number, _held(value), origin)]
            return [SetChecked("k", number, bool(value), origin)]
        if name == "set_focus" and component.set_focus:
            return [SetFocus("f", number)]
        return []

    def _attribute(self, component: Component, name: str) -> list[Operation]:
        number = component.component_id
        if name == "events" or name in EVENT_OPTIONS:
            return [SetAttribute("a", number, "data-e", events_text(component))]
        if name == "text":
            return self._text(component)
        if name in CONTENT - {"classes", "style"} or name == "components":
            return []
        if name in _HELD and isinstance(component, Control):
            return []
        attribute = ATTRIBUTES[type(component)][name]
        if attribute is None:
            return []
        value = attribute.write(self.renderer, getattr(component, name, None))
        return [SetAttribute("a", number, attribute.name, None if value is False else value)]

    def _text(self, component: Component) -> list[Operation]:
        if component.inner_html or component.html_entity or component.is_void:
            return []
        if isinstance(component, Textarea):
            return []  # its text is its value
        return [SetText("t", component.component_id, text_of(component))]

    def _plan_of(self, component: Component, marks: Marks) -> _Plan | None:
        changed = marks[component]
        whole = not _WHOLE.isdisjoint(changed) or (component.html_entity and "text" in changed)
        if component.is_void or not (whole or "components" in changed):
            return None
        return self._plan(component, visible_children(component), whole)

    def _plan(
        self, parent: Component | None, children: list[Component], whole: bool = False
    ) -> _Plan:
        number = parent.component_id if parent else 0
        # A parent may have far more children than change, so all are looked at only once.
        old = self.snapshot.children(number)
        new = tuple([child.component_id for child in children])
        had, by_id = set(old), dict(zip(new, children, strict=True))
        raw = parent is not None and (whole or bool(parent.inner_html))
        is_repeated = len(had) < len(old) or len(by_id) < len(new)  # one child in two places
        removed, runs = (list(old), None) if raw or is_repeated else splice(old, new)
        return _Plan(number, parent, children, by_id, had, new, removed, runs)

    def _children(self, plans: list[_Plan]) -> list[Operation]:
        """Additions are recorded before removals, so that moved components are not lost."""
        spliced = [plan for plan in plans if plan.runs is not None]
        moving = Counter(number for plan in spliced for number in plan.removed)
        for plan in plans:
            self.snapshot.place(plan.added())
            self.snapshot.set_children(plan.number, plan.new)
        result = [operation for plan in plans for operation in self._operation(plan, moving)]
        for plan in plans:
            self.snapshot.drop(plan.removed)
        return result

    def _operation(self, plan: _Plan, moving: Counter[int]) -> list[Operation]:
        if plan.runs is None:
            content = plan.children if plan.parent is None else plan.parent
            return [SetContent("h", plan.number, self.renderer.content(content))]
        if not plan.runs and not plan.removed:
            return []
        runs = [
            ChildRun(run.after, [self._item(plan.by_id[n], plan.old, moving) for n in run.items])
            for run in plan.runs
        ]
        return [SpliceChildren("c", plan.number, plan.removed, runs)]

    def _item(self, component: Component, old: set[int], moving: Counter[int]) -> int | str:
        number = component.component_id
        if number in old:
            return number
        if moving[number]:
            moving[number] -= 1
            return number
        return self.renderer.html([component], ALONE)


def _held(value: Any) -> Any:
    """A control's value as the browser has it: a text, or several."""
    if isinstance(value, list | tuple | set):
        return [str(item) for item in value]
    return None if value is None else str(value)

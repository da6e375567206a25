"""Children one by one: each change is noticed, and costs no look at all the others."""

from __future__ import annotations

import random
import sys
import weakref
from collections.abc import Callable
from typing import Any

import pytest

import core as jp


def rows(count: int) -> tuple[jp.Div, list[jp.Div]]:
    table = jp.Div()
    return table, [jp.Div(a=table) for _ in range(count)]


def delete_from_the_front(count: int) -> None:
    _, children = rows(count)
    for child in children:
        child.delete()


def delete_from_the_end(count: int) -> None:
    _, children = rows(count)
    for child in reversed(children):
        child.delete()


def remove(count: int) -> None:
    table, children = rows(count)
    for child in children:
        table.remove_component(child)


def pop(count: int) -> None:
    table, _ = rows(count)
    while len(table):
        table.components.pop()


def delete_items(count: int) -> None:
    table, _ = rows(count)
    while len(table):
        del table.components[-1]


def insert(count: int) -> None:
    table = jp.Div()
    for _ in range(count):
        table.add_component(jp.Div(), len(table))


def replace(count: int) -> None:
    table, _ = rows(count)
    for index in range(count):
        table.components[index] = jp.Div()


def extend(count: int) -> None:
    table = jp.Div()
    for _ in range(count):
        table.components += [jp.Div()]


def steps(work: Callable[[int], None], count: int) -> int:
    """How many looks at a component the work costs: comparisons and hashes of components."""
    looks = 0

    def eq(self: Any, other: Any) -> bool:
        nonlocal looks
        looks += 1
        return self is other

    def hashed(self: Any) -> int:
        nonlocal looks
        looks += 1
        return id(self)

    jp.Div.__eq__, jp.Div.__hash__ = eq, hashed  # type: ignore[assignment,method-assign]
    try:
        work(count)
    finally:
        del jp.Div.__eq__, jp.Div.__hash__
    return looks


WORKS = [
    delete_from_the_front,
    delete_from_the_end,
    remove,
    pop,
    delete_items,
    insert,
    replace,
    extend,
]


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.__name__)
def test_each_change_costs_the_same_however_many_children_there_are(
    work: Callable[[int], None],
) -> None:
    few, many = steps(work, 50), steps(work, 500)
    assert many <= 20 * max(few, 50), f"{many} looks at 500 children, {few} at 50"


def is_consistent(parents: list[jp.WebPage], children: list[jp.Div]) -> bool:
    return all(
        (child in parent.components) == (parent in child.pages())
        for parent in parents
        for child in children
    )


@pytest.mark.parametrize("seed", range(20))
def test_children_that_stand_in_many_places_know_where(seed: int) -> None:
    choose = random.Random(seed)
    parents, children = [jp.WebPage() for _ in range(2)], [jp.Div() for _ in range(4)]
    for _ in range(200):
        parent, child = choose.choice(parents), choose.choice(children)
        listed, index = parent.components, choose.randrange(5)
        before = list(listed)
        change = choose.randrange(10)
        expected = list(before)
        if change == 0:
            listed.append(child)
            expected.append(child)
        elif change == 1:
            listed.insert(index, child)
            expected.insert(index, child)
        elif change == 2 and child in before:
            listed.remove(child)
            expected.remove(child)
        elif change == 3 and before:
            assert listed.pop(index % len(before)) is expected.pop(index % len(before))
        elif change == 4 and before:
            listed[index % len(before)] = expected[index % len(before)] = child
        elif change == 5 and before:
            del listed[index % len(before)], expected[index % len(before)]
        elif change == 6:
            listed.extend([child, child])
            expected.extend([child, child])
        elif change == 7:
            del listed[index:], expected[index:]
        elif change == 8:
            listed[index : index + 2] = expected[index : index + 2] = [child]
        elif change == 9:
            parent.remove(child)
            if child in expected:
                expected.remove(child)
        assert list(listed) == expected
        assert is_consistent(parents, children)


def test_what_cannot_be_a_child_changes_nothing() -> None:
    table, children = rows(2)
    around = jp.Div(children=[table])
    wrong: list[Callable[[], Any]] = [
        lambda: table.components.insert(0, "text"),  # type: ignore[arg-type]
        lambda: table.components.extend([jp.P(), "text"]),  # type: ignore[list-item]
        lambda: table.components.__setitem__(0, "text"),  # type: ignore[call-overload]
        lambda: table.components.insert(0, around),
        lambda: table.components.extend([jp.P(), around]),
        lambda: table.components.__setitem__(0, around),
    ]
    for attempt in wrong:
        with pytest.raises((TypeError, ValueError)):
            attempt()
        assert list(table) == children
    table.remove("text")  # type: ignore[arg-type]
    assert list(table) == children


def test_references_do_not_pile_up() -> None:
    table, (child, _) = rows(2)
    for _ in range(100):
        table.components[0] = child
        table.components.insert(0, child)
        table.components.remove(child)
    assert sys.getrefcount(weakref.ref(table)) < 20  # Python has one such reference to the table
    assert sys.getrefcount(child) < 20

"""set_class and set_classes: which class replaces which."""

import pytest

from core.styles.conflicts import replace_classes
from core.styles.presets import Styles
from core.styles.stylesheet import rules


@pytest.mark.parametrize(
    ("current", "new", "expected"),
    [
        ("text-blue-500 text-2xl text-center", "text-red-500", "text-2xl text-center text-red-500"),
        ("text-blue-500 text-2xl text-center", "text-sm", "text-blue-500 text-center text-sm"),
        ("w-full p-1", "w-4", "p-1 w-4"),
        ("w-full", "w-[37px]", "w-[37px]"),
        ("px-2 py-1 pt-3", "p-4", "p-4"),
        ("p-4", "px-2", "p-4 px-2"),
        ("-mt-2", "mt-4", "mt-4"),
        ("flex", "hidden", "hidden"),
        ("absolute", "sticky", "sticky"),
        ("rounded-t-md", "rounded-lg", "rounded-lg"),
        ("border border-t-4 border-red-500 border-dashed", "border-2", None),
        ("bg-red-500 bg-opacity-50", "bg-blue-500/50", "bg-blue-500/50"),
        ("font-bold font-mono", "font-light", "font-mono font-light"),
        ("underline underline-offset-2", "no-underline", "underline-offset-2 no-underline"),
        ("whitespace-no-wrap", "whitespace-pre", "whitespace-pre"),
        ("flex-shrink-0", "shrink", "shrink"),
    ],
)
def test_a_class_replaces_those_of_its_category(
    current: str, new: str, expected: str | None
) -> None:
    assert replace_classes(current, new) == (expected or "border-red-500 border-dashed border-2")


@pytest.mark.parametrize(
    ("current", "new"),
    [
        ("shadow-md ring-2", "shadow-lg"),
        ("translate-x-2 translate-y-1", "translate-x-4"),
        ("from-red-500 to-blue-500", "from-green-500"),
        ("transition duration-300", "transition-colors"),
        ("space-x-4 mx-2", "space-x-2"),
        ("blur-sm brightness-50", "blur-lg"),
    ],
)
def test_classes_that_work_together_stay(current: str, new: str) -> None:
    first, second = current.split()
    assert replace_classes(current, new) == f"{second} {new}"
    assert replace_classes(second, new) == f"{second} {new}"
    assert replace_classes(first, second) == f"{first} {second}"


def test_only_the_same_variant_is_replaced() -> None:
    current = "bg-red-500 hover:bg-red-600 md:hover:bg-red-700 text-white"
    assert replace_classes(current, "hover:bg-blue-600") == (
        "bg-red-500 md:hover:bg-red-700 text-white hover:bg-blue-600"
    )
    assert replace_classes(current, "hover:md:bg-blue-600").split() == [
        "bg-red-500",
        "hover:bg-red-600",
        "text-white",
        "hover:md:bg-blue-600",
    ]


def test_an_unknown_class_is_added_and_replaces_nothing() -> None:
    assert replace_classes("mine p-4", "yours") == "mine p-4 yours"
    assert replace_classes("mine p-4", "mine") == "p-4 mine"
    assert replace_classes("", "a b a") == "a b"
    assert replace_classes("p-4", "") == "p-4"


def test_every_class_of_the_styles_exists() -> None:
    strings = [v for k, v in vars(Styles).items() if k.startswith(("button_", "input_"))]
    assert len(strings) == 8
    names = {name for string in strings for name in string.split()}
    assert {name for name in names if not rules([name])} == set()

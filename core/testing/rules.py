"""What a browser sees to before anything reaches the program."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from .dom import Element
from .errors import NotPossible
from .names import ATTRIBUTES, described, labels


def check_select(select: Element, value: str | list[str]) -> None:
    """A select takes what is one of its options.

    Raises:
        NotPossible: it has no such option.
    """
    there = options(select)
    for wanted in value if isinstance(value, list) else [value]:
        if wanted not in there:
            raise NotPossible(f"There is no option with the value {wanted!r}, only {there}.")


def options(select: Element) -> list[str]:
    """The values that can be chosen."""
    return [
        element.attributes.get("value", element.text)
        for element in select.elements()
        if element.tag == "option" and "disabled" not in element.attributes
    ]


def held(control: Element) -> Any:
    """Its value: a select of which nothing was chosen has its first option."""
    if control.tag != "select" or control.value or {"multiple", "size"} & {*control.attributes}:
        return control.value
    there = options(control)
    return "" if "" in there else next(iter(there), "")


def check_required(form: Element, chosen: Container[Element]) -> None:
    """A form is submitted when all is there that it requires.

    Args:
        chosen: the file inputs for which files were chosen.

    Raises:
        NotPossible: something is missing.
    """
    controls = list(form.elements())
    for control in controls:
        attributes = control.attributes
        if "required" not in attributes or "disabled" in attributes:
            continue
        if not (control in chosen or _is_given(control, controls)):
            raise NotPossible(
                f"The form is not submitted, because this is required: {_name(control)}."
            )


def _is_given(control: Element, controls: list[Element]) -> bool:
    if control.role == "radio":
        name = control.attributes.get("name")
        return any(c.checked for c in controls if c.attributes.get("name") == name)
    if control.role == "checkbox":
        return control.checked
    return control.attributes.get("type") != "file" and held(control) not in ("", [], None)


def _name(control: Element) -> str:
    page = control
    while page.parent is not None:
        page = page.parent
    if label := labels(list(page.elements())).get(control):
        return label.label
    return next(filter(None, map(control.attributes.get, ATTRIBUTES)), described(control))

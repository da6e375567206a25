"""What a browser sees to before anything reaches the program."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from .accessible_names import ATTRIBUTES, described, labels
from .dom import Element
from .errors import NotPossible
from .possible import check_enabled, is_disabled, is_readonly


def check_select(select: Element, value: str | list[str]) -> None:
    """A select takes what is one of its options.

    Raises:
        NotPossible: it is no select, or is disabled, or has no such option, or takes one only.
    """
    if select.tag != "select":
        raise NotPossible(f"{described(select)} is no select: nothing can be selected in it.")
    check_enabled(select)
    if isinstance(value, list) and "multiple" not in select.attributes:
        raise NotPossible(f"{described(select)} takes one value: it is not multiple.")
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


def radios(radio: Element) -> list[Element]:
    """The radio buttons of its group, itself among them: those with its name in its form."""
    name, form = radio.attributes.get("name"), radio.closest("form")
    if not name:
        return [radio]
    return [
        each
        for each in (form or radio.root).elements()
        if each.attributes.get("type") == "radio"
        and each.attributes.get("name") == name
        and each.closest("form") is form
    ]


def check_required(form: Element, chosen: Container[Element]) -> None:
    """A form is submitted when all is there that it requires.

    Args:
        chosen: the file inputs for which files were chosen.

    Raises:
        NotPossible: something is missing.
    """
    for control in form.elements():
        if "required" not in control.attributes or is_disabled(control) or is_readonly(control):
            continue
        if not (control in chosen or _is_given(control)):
            raise NotPossible(
                f"The form is not submitted, because this is required: {_name(control)}."
            )


def _is_given(control: Element) -> bool:
    if control.role == "radio":
        return any(each.checked for each in radios(control))
    if control.role == "checkbox":
        return control.checked
    return control.attributes.get("type") != "file" and held(control) not in ("", [], None)


def _name(control: Element) -> str:
    if label := labels(list(control.root.elements())).get(control):
        return label.label
    return next(filter(None, map(control.attributes.get, ATTRIBUTES)), described(control))

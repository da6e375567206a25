"""The rules of form controls, which browsers enforce before anything reaches the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .accessible_names import ATTRIBUTES, described, labels
from .actionability import check_enabled, is_disabled, is_readonly, submits
from .dom import Element
from .errors import NotPossible


def check_select(select: Element, value: str | list[str]) -> None:
    """Check that a select accepts a value.

    Raises:
        NotPossible: it is not a select, is disabled, has no such option, or accepts only one.
    """
    if select.tag != "select":
        raise NotPossible(f"{described(select)} is not a select: nothing can be selected in it.")
    check_enabled(select)
    if isinstance(value, list) and "multiple" not in select.attributes:
        raise NotPossible(f"{described(select)} accepts one value: it is not multiple.")
    available = options(select)
    for wanted in value if isinstance(value, list) else [value]:
        if wanted not in available:
            raise NotPossible(f"The select has no option {wanted!r}, only {available}.")


def options(select: Element) -> list[str]:
    """The values that can be chosen."""
    return [
        element.attributes.get("value", element.text)
        for element in select.elements()
        if element.tag == "option" and "disabled" not in element.attributes
    ]


def value_of(control: Element) -> Any:
    """Its value; of a select, by default that of the first option."""
    if control.tag != "select" or control.value or {"multiple", "size"} & {*control.attributes}:
        return control.value
    available = options(control)
    return "" if "" in available else next(iter(available), "")


def radios(radio: Element) -> list[Element]:
    """The radio buttons of its group, itself included: those of its name in its form."""
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


def submits_itself(form: Element) -> bool:
    """Whether a form is submitted as soon as it gets files: it has no submit button."""
    buttons = (e for e in form.elements() if submits(e) and e.closest("noscript") is None)
    return "submit" in form.events and next(buttons, None) is None


def check_required(form: Element, has_files: Callable[[Element], bool]) -> None:
    """Check that the required controls of a form have values.

    Args:
        has_files: whether a file input holds files.

    Raises:
        NotPossible: something is missing.
    """
    for control in form.elements():
        if "required" not in control.attributes or is_disabled(control) or is_readonly(control):
            continue
        if not (has_files(control) or _has_value(control)):
            raise NotPossible(
                f"The form is not submitted, because a required value is missing: {_name(control)}."
            )


def _has_value(control: Element) -> bool:
    if control.role == "radio":
        return any(each.checked for each in radios(control))
    if control.role == "checkbox":
        return control.checked
    return control.attributes.get("type") != "file" and value_of(control) not in ("", [], None)


def _name(control: Element) -> str:
    if label := labels(list(control.root.elements())).get(control):
        return label.label
    return next(filter(None, map(control.attributes.get, ATTRIBUTES)), described(control))

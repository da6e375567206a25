"""Actionability: what a person can do with an element in a browser."""

from __future__ import annotations

from ..words import names
from .accessible_names import described
from .dom import Element
from .errors import NotPossible

# Elements that can be disabled (https://html.spec.whatwg.org/#enabling-and-disabling-form-controls).
_CONTROLS = names("button fieldset input optgroup option select textarea")

# Types of <input> that do not accept text.
_UNTYPED = names("button checkbox file hidden image radio reset submit")


def is_disabled(element: Element) -> bool:
    """Whether it, or a fieldset around it, is disabled; the first legend stays enabled."""
    if element.tag in _CONTROLS and "disabled" in element.attributes:
        return True
    inner = element
    for outer in element.around():
        if outer.tag == "fieldset" and "disabled" in outer.attributes and inner is not outer:
            legends = [e for e in outer.children if isinstance(e, Element) and e.tag == "legend"]
            if element.tag in _CONTROLS and legends[:1] != [inner]:
                return True
        inner = outer
    return False


def is_readonly(element: Element) -> bool:
    """Whether its text can only be read."""
    return "readonly" in element.attributes and _accepts_text(element)


def check_shown(element: Element) -> None:
    """NotPossible if it cannot be reached."""
    if element.root.tag != "#document":
        raise NotPossible(
            f"{described(element)} is no longer on the page. Find it again before using it."
        )
    for around in element.around():
        for name in {"hidden", "inert"} & around.attributes.keys():
            raise NotPossible(
                f"{described(element)} cannot be used, because {described(around)} is {name}."
            )
    _check_dialogs(element)


def _check_dialogs(element: Element) -> None:
    dialogs = [each for each in element.root.elements() if each.is_open is not None]
    around = list(element.around())
    for dialog in dialogs:
        if dialog in around and not dialog.is_open:
            raise NotPossible(
                f"{described(element)} cannot be used: {described(dialog)} is closed."
            )
    last = next((each for each in reversed(dialogs) if each.is_open), None)
    if last is not None and last not in around:
        raise NotPossible(f"{described(element)} is behind {described(last)}: close it first.")


def check_enabled(element: Element) -> None:
    """NotPossible if it cannot be reached or is disabled."""
    check_shown(element)
    # A click on an icon in a button is a click on the button.
    for each in (element, element.closest("button")):
        if each is not None and is_disabled(each):
            raise NotPossible(f"{described(each)} is disabled.")


def check_typing(element: Element, text: str) -> None:
    """NotPossible if this text cannot be typed."""
    check_enabled(element)
    attributes, what = element.attributes, described(element)
    kind = attributes.get("type", "text")
    if not _accepts_text(element):
        raise NotPossible(f"{what} does not accept text.")
    if is_readonly(element):
        raise NotPossible(f"{what} is readonly.")
    if "\n" in text and element.tag == "input":
        raise NotPossible(f"{what} has one line, and the text {text!r} has more.")
    if kind == "number" and element.tag == "input" and text and not _is_number(text):
        raise NotPossible(f"{what} accepts a number, not {text!r}.")
    limit = attributes.get("maxlength", "")
    if limit.isdigit() and len(text.encode("utf-16-le")) // 2 > int(limit):
        raise NotPossible(f"{what} accepts {limit} characters, and the text {text!r} is longer.")


def _accepts_text(element: Element) -> bool:
    if element.tag == "input":
        return element.attributes.get("type", "text") not in _UNTYPED
    editable = element.attributes.get("contenteditable", "false")
    return element.tag == "textarea" or editable != "false"


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def submits(element: Element) -> bool:
    """Whether a click on it submits its form: it is a submit button, or inside one."""
    button = element.closest("button") or element
    kind = button.attributes.get("type", "submit" if button.tag == "button" else "text")
    return button.tag in ("button", "input") and kind in ("submit", "image")


def link_of(element: Element) -> str:
    """The address that a click on it leads to.

    Raises:
        NotPossible: it is not a link, nor inside one.
    """
    check_shown(element)
    link = element.closest("a")
    if link is None or "href" not in link.attributes:
        raise NotPossible(
            f"{described(element)} is not a link with an href. What a handler offers with "
            "page.download() is in page.downloads."
        )
    return link.attributes["href"]

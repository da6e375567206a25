"""The names by which a person finds elements on a page."""

from __future__ import annotations

from collections.abc import Sequence

from .dom import Element

# Elements that can be labelled (https://html.spec.whatwg.org/#category-label).
CONTROLS = frozenset({"button", "input", "meter", "output", "progress", "select", "textarea"})
ATTRIBUTES = ("aria-label", "placeholder", "title", "alt")


def names(element: Element, label: Element | None) -> set[str]:
    """The names of an element: its text, its label, and attributes that replace them."""
    attributes = (element.attributes.get(name, "") for name in ATTRIBUTES)
    texts = (element.text, str(element.value)) if element.text else ()
    return {*attributes, *texts, *((label.label,) if label else ())}


def labels(elements: Sequence[Element]) -> dict[Element, Element]:
    """Control -> its label, which is around it or has its id."""
    found = {}
    for label in elements:
        if label.tag != "label":
            continue
        wanted = label.attributes.get("for")
        inside = elements if wanted else label.elements()
        for element in inside:
            is_meant = wanted is None or element.attributes.get("id") == wanted
            if element.tag in CONTROLS and is_meant:
                found[element] = label
                break
    return found


MAX_LISTED = 10
"""The number of elements in a message."""


def similar(elements: Sequence[Element], role: str | None, tag: str | None) -> list[Element]:
    """The elements with this role or tag, else all with a role: a test may have meant one."""
    found = [e for e in elements if (role and e.role == role) or (tag and e.tag == tag)]
    return found or [element for element in elements if element.role]


def listed(elements: Sequence[Element]) -> str:
    """A line for each element, at most `MAX_LISTED`, and the number of others."""
    lines = [described(element) for element in elements[:MAX_LISTED]]
    if len(elements) > MAX_LISTED:
        lines.append(f"and {len(elements) - MAX_LISTED} more")
    return "".join(f"\n  {line}" for line in lines)


def described(element: Element) -> str:
    """The element's start tag, and the beginning of its text."""
    own = [f'{n}="{v}"' for n, v in element.attributes.items() if not n.startswith("data-")]
    return f"<{' '.join([element.tag, *own])}>{element.text[:40]}"

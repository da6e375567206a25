"""Names of the attributes that programs add to components and pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import core as jp
from core import testing

SHOWN = ("text", "classes")  # which the test reads


def public(owner: type) -> Iterator[str]:
    return (name for name in dir(owner) if not name.startswith("_") and name not in SHOWN)


class Program:
    """A page whose button sets an attribute, then changes something that is shown."""

    def __init__(self) -> None:
        self.wp: Any = jp.WebPage(title="names")
        self.out = jp.P(a=self.wp)
        self.refusals: list[str] = []
        self.kind: Any = jp.WebPage
        self.name = ""
        jp.Button(text="Check", click=self.check, a=self.wp)

    def page(self) -> jp.WebPage:
        return self.wp

    def check(self, msg: Any) -> None:
        thing = self.wp if self.kind is jp.WebPage else self.kind(a=self.wp)
        try:
            setattr(thing, self.name, 3)
        except (AttributeError, TypeError, ValueError) as refusal:
            self.refusals.append(str(refusal))
        thing.title = "changed"
        self.out.text = f"{self.kind.__name__}.{self.name}"


ELSEWHERE = ("redirect", "open", "html", "reload_interval", "cache", "use_cache")
"""What a page does with its browser; 3 is a true value of these."""


@pytest.mark.parametrize(
    "kind", [jp.WebPage, jp.Div, jp.Input, jp.Select, jp.Textarea, jp.Form, jp.Option]
)
def test_any_name_is_the_programs_or_is_refused(kind: Any) -> None:
    """Whatever a program sets, later changes of the page work, and so do new visits."""
    program = Program()
    with testing.serve(lambda: program.page()) as user:
        for name in public(kind):
            if kind is jp.WebPage:
                if name in ELSEWHERE:
                    continue
                program = Program()
            program.kind, program.name = kind, name
            shown = user.open()
            shown.find("Check").click()
            assert f"{kind.__name__}.{name}" in shown.text
            assert f"{kind.__name__}.{name}" in user.open().text
    assert all(len(sentence.split()) > 5 for sentence in program.refusals)


@pytest.mark.parametrize("name", ["view", "scripts", "cookies", "handlers"])
def test_names_of_the_engine_in_a_page(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} is Satchel's own attribute: choose another"):
        setattr(jp.WebPage(), name, "x")
    with pytest.raises(ValueError, match=f"Mine: {name} is Satchel's own"):
        type("Mine", (jp.WebPage,), {name: "x"})


@pytest.mark.parametrize("name", ["pages", "presets", "server_events", "component_id", "is_void"])
def test_names_of_the_engine_in_a_component(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} is Satchel's own attribute: choose another"):
        setattr(jp.Div(), name, "x")
    with pytest.raises(ValueError, match=f"{name} is Satchel's own attribute"):
        jp.Div(**{name: "x"})

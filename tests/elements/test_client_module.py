"""Classes of client modules: what their definition declares, and what it refuses."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import core as jp
from core.elements.subscriptions import events_text
from core.testing import HandlerFailed, serve

Define = Callable[..., Any]


@pytest.fixture
def define(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Define:
    """Define a class as a program in a folder with a map.js would."""
    (tmp_path / "map.js").write_text("")
    (tmp_path / "map.py").write_text("")

    def define(body: str, **names: Any) -> Any:
        module = ModuleType("program")
        module.__file__ = str(tmp_path / "map.py")
        monkeypatch.setitem(sys.modules, "program", module)
        vars(module).update(jp=jp, **names)
        exec("class Map(jp.Module):\n" + body, vars(module))
        return vars(module)["Map"]

    return define


MAP = """
    script = "map.js"
    zoom: int = 3
    center: list = [0, 0.5]
    label: str
    shared = "no prop"
    _own: int = 5
"""


def test_props_are_in_the_page_with_their_defaults(define: Define) -> None:
    html = define(MAP)(label="<b>").to_html()
    assert 'data-prop-zoom="3"' in html
    assert 'data-prop-center="[0,0.5]"' in html
    assert 'data-prop-label="&quot;&lt;b&gt;&quot;"' in html
    assert "shared" not in html
    assert "own" not in html
    assert 'data-module="/_satchel/modules/program.Map/map.js"' in html


def test_a_subclass_has_the_props_and_events_of_its_base(define: Define) -> None:
    base = define(MAP + "    sends = {'moved': None}")
    defined = type("Special", (base,), {"__annotations__": {"extra": int}, "extra": 1})
    special = defined(zoom=4, moved=lambda: None)
    assert 'data-prop-zoom="4"' in special.to_html()
    assert 'data-prop-extra="1"' in special.to_html()
    assert events_text(special) is None  # browsers fire no such event


@pytest.mark.parametrize(
    ("body", "error", "says"),
    [
        ("script = 'none.js'", FileNotFoundError, "Map.script is 'none.js', but "),
        ("script = 'map.py'", ValueError, "must end in .js or .mjs, unlike 'map.py'"),
        ("zoomLevel: int = 3", ValueError, "write its name in lower case"),
        ("text: str", ValueError, "every component has an attribute of this name"),
        ("title: str", ValueError, "every component has an attribute of this name"),
        ("place: object = object()", TypeError, "Map.place takes a value for JSON"),
        ("zoom: float = float('nan')", ValueError, "Map.zoom takes a value for JSON"),
        ("sends = ['moved']", TypeError, "such as {'moved': dict}, not ['moved']"),
        ("sends = {'two words': None}", ValueError, "cannot have 'two words'"),
        ("sends = {'click': None}", ValueError, "cannot have 'click'"),
        ("sends = {'moved': tuple}", TypeError, "'moved' with <class 'tuple'>"),
    ],
)
def test_a_class_that_cannot_work_is_refused(
    define: Define, body: str, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=re.escape(says)):
        define(f"    {body}")


def test_a_class_without_a_script_has_no_instances(define: Define) -> None:
    with pytest.raises(TypeError, match="Map has no script"):
        define("    zoom: int = 3")()


@pytest.mark.parametrize("value", [{1, 2}, b"x", math.inf, [object()]])
def test_props_are_checked_where_they_are_set(define: Define, value: Any) -> None:
    shown = define(MAP)()
    with pytest.raises((TypeError, ValueError), match="Map.zoom takes a value for JSON"):
        shown.zoom = value
    with pytest.raises((TypeError, ValueError), match="Map.zoom takes a value for JSON"):
        define(MAP)(zoom=value)


def test_a_subclass_changes_defaults(define: Define) -> None:
    base = define(MAP)
    assert 'data-prop-center="[7]"' in type("Special", (base,), {"center": [7]})().to_html()


def test_each_has_lists_of_its_own(define: Define) -> None:
    shown = define(MAP)
    first, second = shown(), shown()
    first.center.append(1)
    assert (first.center, second.center, shown.center) == ([0, 0.5, 1], [0, 0.5], [0, 0.5])


@dataclass
class Moved:
    lat: float
    tags: list[str]
    label: str | None = "none"


@pytest.mark.parametrize(
    ("detail", "arrives"),
    [
        ({"lat": 1, "tags": ["a"]}, Moved(1.0, ["a"])),
        ({"lat": 1.5, "tags": [], "label": "x"}, Moved(1.5, [], "x")),
        ({"lat": 1.5, "tags": [], "label": None}, Moved(1.5, [], None)),
        ({"lat": 1.5, "tags": [], "label": 1}, "label of moved of <Map"),
        ({"lat": True, "tags": []}, "is True, not of type float"),
        ({"lat": 1, "tags": "a"}, "is 'a', not of type list"),
        ({"lat": 1}, "lacks tags"),
        ({"lat": 1, "tags": [], "more": 1}, "has more, which Moved does not know"),
        ([1, []], "is [1, []], not of type Moved"),
        (None, "is None, not of type Moved"),
    ],
)
def test_details_have_the_declared_type(define: Define, detail: Any, arrives: Any) -> None:
    got: list[Any] = []

    def page() -> jp.WebPage:
        wp = jp.WebPage()
        shown = define(MAP + "    sends = {'moved': Moved, 'closed': None}", Moved=Moved)
        handlers = {"moved": lambda msg: got.append(msg.detail), "closed": got.append}
        wp.add(shown(aria_label="Map", **handlers))
        return wp

    with serve(page) as user:
        opened = user.open()
        if isinstance(arrives, Moved):
            opened.find("Map").send("moved", detail)
            assert got == [arrives]
        else:
            with pytest.raises(HandlerFailed, match=re.escape(arrives)):
                opened.find("Map").send("moved", detail)
            assert got == []
        opened.find("Map").send("closed", "ignored")
        assert got[-1].detail is None


def test_only_declared_events_can_be_sent(define: Define) -> None:
    def page() -> jp.WebPage:
        wp = jp.WebPage()
        wp.add(define(MAP + "    sends = {'moved': None}")(aria_label="Map"))
        return wp

    with serve(page) as user:
        shown = user.open().find("Map")
        shown.send("moved")  # nothing handles it
        with pytest.raises(HandlerFailed, match="declare in sends. Did you mean 'moved'"):
            shown.send("mooved")


def test_a_script_that_failed_is_an_error_of_the_program(define: Define) -> None:
    def page() -> jp.WebPage:
        wp = jp.WebPage()
        wp.add(define(MAP)(aria_label="Map"))
        return wp

    with serve(page) as user, pytest.raises(HandlerFailed, match="map.js: no map"):
        user.open().find("Map").send("script_failed", "no map")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("map.js", 200),
        ("parts/label.mjs", 200),
        ("map.py", 404),
        ("settings.json", 404),
        (".hidden.js", 404),
        ("../outside.js", 404),
        ("..%2foutside.js", 404),
        ("parts", 404),
    ],
)
def test_only_what_pages_need_is_served(
    define: Define, tmp_path: Path, path: str, status: int
) -> None:
    (tmp_path / "parts").mkdir()
    for name in ("parts/label.mjs", "settings.json", ".hidden.js", "../outside.js"):
        (tmp_path / name).write_text("")
    defined = define(MAP)
    with serve(lambda: jp.WebPage()) as user:
        assert user.get(f"/_satchel/modules/program.Map/{path}").status_code == status
        assert user.get(f"/_satchel/modules/program.None/{path}").status_code == 404
    del defined

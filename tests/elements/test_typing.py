"""What type checkers and editors make of programs that use Satchel."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jedi
import pytest

from core.elements import tags
from core.elements.attribute_names import GLOBAL_ATTRIBUTES
from core.elements.element import Element
from tests.support.served import ROOT

STUB = ast.parse((ROOT / "core/elements/tags.pyi").read_text())


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What mypy knows about core already."""
    return tmp_path_factory.mktemp("mypy")


def complaints(cache: Path, folder: Path, source: str) -> list[str]:
    """What ``mypy --strict`` says about a program: lines of the source, and errors."""
    program = folder / "program.py"
    program.write_text("import core as jp\n" + source)
    options = ["--strict", "--config-file=", f"--cache-dir={cache}", "--no-error-summary"]
    # In a process of its own: inside this one, compiled mypy has left Python's own counts wrong.
    command = [sys.executable, "-m", "mypy", *options, program]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout.replace(f"{program}:", "").splitlines()


GOOD = [
    """
from typing import Any

class Card(jp.Div):
    def __init__(self, **attributes: Any) -> None:
        self.classes = "p-4"
        self.title = "a card"
        self.count = 0
        super().__init__(**attributes)
        self.heading = jp.H2(text="Card", a=self)

    def more(self, msg: jp.Msg) -> None:
        self.count += 1
        self.heading.text = f"{self.count} {msg.value}"

page = jp.WebPage(title="Cards", dark=True)
card = Card(a=page, click=Card.more)
card.on("click", card.more, debounce=100)
card.add(jp.P(text=1), jp.Svg(viewBox="0 0 1 1").add(jp.Circle(cx=0.5, cy="1em", r=1)))
""",
    """
import asyncio

def none() -> None: ...
def one(msg: jp.Msg) -> bool:
    return bool(msg.checked) and bool(msg.page.dark)
def two(self: jp.Button, msg: jp.Msg) -> None:
    self.text = msg.value
    self.disabled = True
async def later(self: jp.Button, msg: jp.Msg) -> None:
    await asyncio.sleep(0)
    await msg.page.update()
async def soon() -> None: ...

for handler in (none, one, two, later, soon, "self.text = 'text'"):
    jp.Button(click=handler)
jp.Button(on_click=one, onclick=two, before=none)
jp.Button(click=lambda: None).on("click", lambda msg: msg.value)
jp.Input(change=lambda self, msg: setattr(self, "value", msg.value.upper()))
bound: jp.HandlerFunction = two
""",
    """
def sent(msg: jp.Msg) -> None:
    for item in msg.form_data:
        print(item.name, item.value, item.placeholder)
    for file in msg.files:
        print(file.name.upper(), file.size + 1, file.save("there").name, file.file_content)
    print(msg.key_data.key.upper(), msg.key_data.shiftKey, msg.anything_else, msg["value"])
    print(msg.session_id.upper(), msg.request_id, msg.result, msg.visibility, msg.target.value)
""",
    """
field = jp.Input(type="email", placeholder="you", required=True, maxlength=5, a=jp.Form())
field.value = 3
field.own = 4
print(field.own, field.value + 1, field.type.upper())
jp.Label(for_component=field, text="Name")
jp.Select(multiple=True, value=["a"]).add(jp.Option(value=1, selected=True))
jp.Textarea(rows=3, cols="40")
jp.A(href="/", download=True, target="_blank", aria_label="go", data_number=1)
jp.Rect(x=1, fill_opacity=0.5, stroke_linecap="round", _in="x")
jp.Space(num=3)
jp.AutoTable(values=[["a", "b"], [1, 2]], classes="m-4")
""",
    """
@jp.SetRoute("/a", name="a")
def first(request: jp.Request) -> jp.WebPage:
    print(request.session_id.upper())
    return jp.WebPage()

app = jp.App()

@app.route("/b")
async def second() -> jp.Response:
    return jp.redirect("/a")

jp.Route("/c", first)
jp.justpy(first, port=8001, startup=lambda: None)
jp.serve(app, host="127.0.0.1")
jp.serve(first)
jp.serve(lambda: jp.WebPage())

def third(request: jp.Request) -> None:
    first(request).add(jp.P())
""",
]

WRONG = {
    "jp.Input(type=3)": 'Argument "type" to "Input" has incompatible type',
    "jp.A(href=1)": 'Argument "href" to "A" has incompatible type "int"',
    "jp.Button(disabled='yes')": 'Argument "disabled" to "Button" has incompatible type "str"',
    "jp.Div(classes=['a'])": 'Argument "classes" to "Div" has incompatible type "list[str]"',
    "jp.Div(a='parent')": 'Argument "a" to "Div" has incompatible type "str"',
    "jp.Div(click=3)": 'Argument "click" to "Div" has incompatible type "int"',
    "jp.Div().on('click', lambda a, b, c: None)": 'Argument 2 to "on"',
    "jp.Div().add('text')": 'Argument 1 to "add"',
    "jp.Img(src='a').src = 3": "Incompatible types in assignment",
    "jp.Rect(x=[])": 'Argument "x" to "Rect" has incompatible type',
    "jp.WebPage(title=3)": 'Argument "title" to "WebPage" has incompatible type "int"',
    "jp.Msg().key_data.repeat.upper()": '"bool" has no attribute "upper"',
    "jp.serve(3)": 'Argument 1 to "serve" has incompatible type "int"',
    "jp.justpy(port='80')": 'Argument "port" to "justpy" has incompatible type "str"',
    "jp.nothing": 'has no attribute "nothing"',
}


@pytest.mark.parametrize("source", GOOD)
def test_programs_pass_strict_checks(cache: Path, tmp_path: Path, source: str) -> None:
    assert complaints(cache, tmp_path, source) == []


def test_wrong_types_are_reported(cache: Path, tmp_path: Path) -> None:
    found = complaints(cache, tmp_path, "\n".join(WRONG))
    for number, (line, message) in enumerate(WRONG.items(), 2):
        assert any(each.startswith(f"{number}: ") and message in each for each in found), (
            f"{line}: {[each for each in found if each.startswith(f'{number}:')]}"
        )


# What editors offer


def offered(source: str) -> set[str]:
    """The names that jedi completes at the end of a program."""
    text = "import core as jp\n" + source
    found = jedi.Script(text, project=jedi.Project(ROOT)).complete()
    return {completion.name for completion in found}


def test_keywords_are_completed() -> None:
    assert offered("jp.Input(") >= {"type=", "placeholder=", "value=", "classes=", "change=", "a="}
    assert offered("jp.A(hr") == {"href=", "hreflang="}
    assert offered("jp.Circle(") >= {"cx=", "stroke_width=", "click="}
    assert offered("jp.Div(") >= {"text=", "style=", "role=", "click="}
    assert offered("jp.serve(") >= {"host=", "port=", "allowed_hosts="}
    assert offered("jp.justpy(") >= {"func=", "port=", "startup="}
    assert offered("jp.WebPage(") >= {"title=", "redirect=", "head_html="}


def test_attributes_are_completed() -> None:
    handler = "def handler(self: jp.Input, msg: jp.Msg):\n    "
    assert offered(handler + "msg.") >= {"value", "target", "form_data", "files", "key_data"}
    assert offered(handler + "msg.key_data.") >= {"key", "shiftKey"}
    assert offered(handler + "msg.files[0].") >= {"name", "size", "save"}
    assert offered(handler + "msg.form_data[0].") >= {"name", "value", "files"}
    assert offered(handler + "msg.page.") >= {"title", "update", "run_javascript", "add"}
    assert offered(handler + "msg.target.") >= {"text", "classes", "set_class"}
    assert offered(handler + "self.") >= {"placeholder", "value", "add_event", "title"}
    assert offered("jp.Div().set_c") == {"set_class", "set_classes"}
    assert offered("jp.ap") >= {"app"}
    assert offered("jp.app.") >= {"route", "add_jproute", "middleware"}


def test_texts_of_keywords_are_described() -> None:
    script = jedi.Script("import core as jp\njp.Input(", project=jedi.Project(ROOT))
    (signature,) = script.get_signatures()
    described = {parameter.name: parameter.to_string() for parameter in signature.params}
    assert "'checkbox'" in described["type"] or '"checkbox"' in described["type"]
    assert list(described)[-1] == "attributes"


# The files


def stub_classes() -> Iterator[tuple[str, set[str], set[str]]]:
    """Name, attributes and keywords of each class in tags.pyi, with those of its base."""
    known: dict[str, tuple[set[str], set[str]]] = {}
    for node in STUB.body:
        if not isinstance(node, ast.ClassDef):
            continue
        base = ast.unparse(node.bases[-1])
        attributes, keywords = known.get(base, (set[str](), set[str]()))
        attributes = attributes | {
            n.target.id
            for n in node.body
            if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)
        }
        for function in node.body:
            if isinstance(function, ast.FunctionDef) and function.name == "__init__":
                keywords = {argument.arg for argument in function.args.kwonlyargs}
        known[node.name] = attributes, keywords
        yield node.name, attributes, keywords


def test_every_attribute_of_every_element_is_annotated() -> None:
    found = {name: (attributes, keywords) for name, attributes, keywords in stub_classes()}
    assert set(found) == {*tags.__all__, "HtmlElement", "SvgElement"}
    for name in tags.__all__:
        attributes, keywords = found[name]
        element = getattr(tags, name)
        assert element.attributes <= attributes | set(Element.__annotations__), name
        assert element.attributes | GLOBAL_ATTRIBUTES <= keywords, name


def test_every_global_attribute_is_annotated() -> None:
    assert set(Element.__annotations__) >= GLOBAL_ATTRIBUTES


def test_tags_are_what_the_table_says() -> None:
    command = [sys.executable, str(ROOT / "scripts/make_tags"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("package", ["core", "desktop", "assets"])
def test_packages_are_typed(package: str) -> None:
    spec = importlib.util.find_spec(package)
    assert spec is not None and spec.origin is not None
    assert (Path(spec.origin).parent / "py.typed").is_file()


def test_the_stub_is_only_for_readers(tmp_path: Path) -> None:
    """Programs run without it, as in an executable."""
    assert "pyi" not in (ROOT / "pyinstaller.spec").read_text().replace("pyinstaller", "")
    code = "import core.elements.tags as t; assert t.__file__.endswith('.py'); t.Div(role='x')"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)

"""What the file of an action declares, and which actions may run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core import kit
from core.language import chosen
from desktop.shelf.actions import wording
from desktop.shelf.actions.catalog import Catalog
from desktop.shelf.actions.declaration import BrokenAction, read
from tests.support.actions import PYTHON
from tests.support.documents import fences
from tests.support.language import catalogue, spoken

RUN = "def run(files, folder, job): pass\n"
NAMED = f"NAME = 'x'\n{RUN}"


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return Catalog(tmp_path / "actions", tmp_path / "allowed.json", frozenset(kit.icon_names()))


def test_python_declares_by_constants(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text(f'TOGETHER = True\nCHOICE = {{"How": ["a", "b"]}}\n{PYTHON}')
    found = read(file)
    assert (found.name, found.icon, found.takes) == ("Count letters", "file-text", "text/*")
    assert (found.together, found.question, found.answers) == (True, "How", ("a", "b"))
    assert found.is_for("a.TXT", "text/plain") and not found.is_for("a.png", "image/png")


def test_the_command_of_the_guide_is_an_action(tmp_path: Path) -> None:
    [block] = [each for each in fences() if each.kind == "toml"]
    file = tmp_path / "mp3.toml"
    file.write_text(block.code)
    found = read(file)
    assert (found.name, found.answers) == ("To MP3", ("192k", "128k"))


def test_commands_declare_by_keys(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text('name = "Zip"\ntakes = [".md", "text/html"]\ncommand = ["zip", "{files}"]\n')
    found = read(file)
    assert (found.name, found.takes, found.command) == ("Zip", ".md,text/html", ("zip", "{files}"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (RUN, "no name"),
        ("NAME = 'x'\n", "no function"),
        ("NAME = 'x'\ndef run(): pass", "three things"),
        ("NAME = 'x' + open('y').read()\n" + RUN, "NAME in line 1 is computed"),
        ("def", "Line 1 is not Python"),
        ("(" * 3000, "not Python"),
        (f"TAKES = 'pictures'\n{NAMED}", "no kind of file"),
        (f"CHOICE = ['a']\n{NAMED}", "a question with its answers"),
        (f"TOGETHER = 'yes'\n{NAMED}", "true or false"),
        (b"\xff", "not text in UTF-8"),
        ("#" * 2_000_000, "more than 1 MB"),
    ],
)
def test_python_that_is_no_action_says_why(tmp_path: Path, content: str | bytes, why: str) -> None:
    file = tmp_path / "x.py"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(BrokenAction, match=re.escape(why)):
        read(file)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("name", "not TOML"),
        ('name = "x"', "has no command"),
        ('name = "x"\ncommand = "rm {file}"', "has no command"),
        ('name = "x"\ncommand = ["a", 1]', "has no command"),
        ('nam = "x"\ncommand = ["a"]', "Did you mean 'name'?"),
    ],
)
def test_commands_that_are_no_actions_say_why(tmp_path: Path, content: str, why: str) -> None:
    (tmp_path / "x.toml").write_text(content)
    with pytest.raises(BrokenAction, match=re.escape(why)):
        read(tmp_path / "x.toml")


def test_three_ship_and_need_no_permission(catalog: Catalog) -> None:
    actions, broken = catalog.find()
    assert [each.name for each in actions] == ["Pictures to PDF", "Shrink pictures", "Unpack ZIP"]
    assert all(map(catalog.is_allowed, actions)) and not broken


def test_what_ships_is_translated_and_what_people_write_is_not(
    catalog: Catalog, tmp_path: Path
) -> None:
    catalog.folder.mkdir()
    own = f'NAME = "Unpack ZIP"\nCHOICE = {{"Longest side, in pixels": ["1"]}}\n{RUN}'
    (catalog.folder / "x.py").write_text(own)
    texts = [f'msgid "{text}"\nmsgstr "{text} x"\n' for text in wording.OF_SHIPPED]
    folder = catalogue(tmp_path, "tlh", "\n".join(texts))
    with spoken(LANG="tlh"):
        chosen.use_catalogues(folder)
        actions, _broken = catalog.find()
        names = [wording.name(each) for each in actions]
        questions = [wording.question(each) for each in actions if each.answers]
    assert names == ["Pictures to PDF x", "Shrink pictures x", "Unpack ZIP x", "Unpack ZIP"]
    assert questions == ["Longest side, in pixels x", "Longest side, in pixels"]


def test_reading_runs_nothing(catalog: Catalog, tmp_path: Path) -> None:
    catalog.folder.mkdir()
    (catalog.folder / "x.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n{NAMED}")
    (catalog.folder / "y.py").write_text(f"ICON = 'no such'\n{NAMED}")
    (catalog.folder / "notes.txt").write_text("nothing")
    actions, broken = catalog.find()
    assert [each.name for each in actions if not each.is_shipped] == ["x"]
    assert [(each.name, each.why) for each in broken] == [("y.py", "There is no icon 'no such'.")]
    assert not (tmp_path / "ran").exists()


def test_a_permission_is_for_the_content(catalog: Catalog) -> None:
    catalog.folder.mkdir()
    file = catalog.folder / "x.py"
    file.write_text(NAMED)
    assert not catalog.is_allowed(read(file))
    catalog.allow(read(file))
    assert catalog.is_allowed(read(file))
    file.write_text(f"{NAMED}# changed\n")
    assert not catalog.is_allowed(read(file))
    file.write_text(NAMED)
    assert catalog.is_allowed(read(file))


def test_code_is_shown_as_it_runs() -> None:
    assert wording.plain("a = 'user\u202e \u2066# é\n'") == "a = 'user� �# é\n'"


@pytest.mark.parametrize("content", [b"[]", b"{", b"\xff", b'{"x": 1}'])
def test_unreadable_permissions_allow_nothing(
    catalog: Catalog, tmp_path: Path, content: bytes
) -> None:
    catalog.folder.mkdir()
    (catalog.folder / "x.py").write_text(NAMED)
    (tmp_path / "allowed.json").write_bytes(content)
    assert not catalog.is_allowed(read(catalog.folder / "x.py"))

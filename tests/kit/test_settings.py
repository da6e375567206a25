"""Settings: forms of dataclasses and pydantic models, and the file that keeps their values."""

from __future__ import annotations

import datetime
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal

import pydantic
import pytest

import core as jp
from core import kit
from core.testing import Page, User
from core.testing import serve as serve_here
from tests.support.api import shows


class Size(Enum):
    SMALL = 1
    LARGE = 2


@dataclass
class Prefs:
    longest_side: int = field(default=1600, metadata={"min": 1, "max": 8000, "hint": "In pixels."})
    ratio: float = 1.0
    name: str = "Ada"
    keep: bool = True
    theme: Literal["light", "dark"] = "light"
    size: Size = Size.SMALL
    days: list[Literal["mon", "tue"]] = field(default_factory=list)
    since: datetime.date = datetime.date(2026, 11, 29)
    at: datetime.time | None = None
    folder: Path | None = field(default=None, metadata={"kind": "folder"})
    accent: Annotated[str, kit.Color] = "#0f766e"

    def __post_init__(self) -> None:
        if self.name == "root":
            raise ValueError("Root is taken.")


class Model(pydantic.BaseModel):
    side: int = pydantic.Field(1600, title="Longest side", ge=1, le=8000)
    name: str = pydantic.Field("Ada", description="Yours.")

    @pydantic.field_validator("name")
    @classmethod
    def _not_root(cls, name: str) -> str:
        if name == "root":
            raise ValueError("Root is taken")
        return name


made: list[Any] = []
heard: list[Any] = []


def home() -> jp.WebPage:
    page = kit.Page("Settings")
    changed = {"changed": lambda msg: heard.append((msg.field, msg.value))}
    made.append(kit.Settings(Prefs, title="Photos", a=page, **changed))
    return page


@pytest.fixture
def user(tmp_path: Path) -> Iterator[User]:
    made.clear()
    heard.clear()
    with serve_here(home, folder=tmp_path) as user:
        yield user


def file_of(page: Page) -> Path:
    assert page
    found: Path = made[-1]._store.path
    return found


def opened_again(user: User) -> kit.Settings[Prefs]:
    """The settings as a program that was started again reads them."""
    made.clear()
    user.open()
    settings: kit.Settings[Prefs] = made[-1]
    return settings


@shows("kit.Settings", "Settings.value", "Settings(changed)")
def test_each_type_has_its_control_and_every_change_lasts(user: User, tmp_path: Path) -> None:
    page = user.open()
    page.find("Longest side").type("800")
    page.find("Ratio").type("2")
    page.find("Name").type("Grace")
    page.find("Keep").click()
    page.find("Theme").select("dark")
    page.find("Size").select("LARGE")
    page.find("Days").select(["tue"])
    page.find("Since").type("2026-01-02")
    page.find("At").type("18:30")
    page.find("Folder").type(str(tmp_path))
    page.find("Accent").type("#ff0000")
    wanted = Prefs(
        800, 2.0, "Grace", False, "dark", Size.LARGE, ["tue"], datetime.date(2026, 1, 2),
        datetime.time(18, 30), tmp_path, "#ff0000",
    )  # fmt: skip
    assert made[-1].value == wanted
    assert heard[0] == ("longest_side", Prefs(800)) and heard[-1] == ("accent", wanted)
    assert type(made[-1].value.ratio) is float
    made[-1]._store.shown.clear()
    assert opened_again(user).value == wanted
    path = file_of(page)
    assert json.loads(path.read_text())["size"] == "LARGE"
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_what_is_wrong_is_not_kept(user: User) -> None:
    page = user.open()
    page.find("Name").type("root")
    page.find("Root is taken.")
    page.find("Longest side").type("9000")
    page.find("Enter a number from 1 to 8000.")
    assert made[-1].value == Prefs() and heard == []
    assert not file_of(page).exists()


def write(user: User, content: bytes) -> None:
    user.open()
    made[-1]._store.path.parent.mkdir(parents=True, exist_ok=True)
    made[-1]._store.path.write_bytes(content)
    from core.kit.fields import settings_store

    settings_store._stores.clear()


def test_fields_that_were_added_and_removed(user: User) -> None:
    write(user, b'{"longest_side": 800, "of_another_version": [1]}')
    page = user.open()
    assert made[-1].value == Prefs(800)
    page.find("Name").type("Grace")
    saved = json.loads(file_of(page).read_text())
    assert saved == {"longest_side": 800, "of_another_version": [1], "name": "Grace"}


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff", b"[" * 100_000, b" " * 2_000_000])
def test_an_unreadable_file_is_kept_aside(user: User, content: bytes) -> None:
    write(user, content)
    page = user.open()
    assert "The settings could not be read" in page.text
    assert made[-1].value == Prefs()
    page.find("Name").type("Grace")
    kept = file_of(page).with_suffix(".unreadable-1.json")
    assert kept.read_bytes() == content
    assert json.loads(file_of(page).read_text()) == {"name": "Grace"}


def test_values_that_are_wrong_are_as_at_first(user: User) -> None:
    saved = {
        "longest_side": 9000, "ratio": "x", "name": "Grace", "keep": 1, "theme": "pink", "size": 1,
        "days": ["mon", 3], "since": "yesterday", "at": 5, "folder": 7, "accent": "red",
    }  # fmt: skip
    write(user, json.dumps(saved).encode())
    page = user.open()
    assert made[-1].value == Prefs(name="Grace")
    for label in ("Longest side", "Ratio", "Keep", "Theme", "Size", "Days", "Since", "At"):
        assert f"“{label}” could not be read" in page.text, label


def test_other_pages_follow(user: User) -> None:
    first, second = user.open(), user.open()
    first.find("Name").type("Grace")
    second.wait_for(lambda: second.find("Name").value == "Grace")
    assert made[0].value == made[1].value == Prefs(name="Grace")


def test_a_disk_that_fails_is_said_and_the_next_change_writes_all(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = user.open()

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("core.files.disk.write_all", full)
        page.find("Name").type("Grace")
    assert "No space left on device" in page.notices[-1].text
    assert made[-1].value.name == "Grace"
    assert list(file_of(page).parent.iterdir()) == []
    page.find("Ratio").type("2")
    assert json.loads(file_of(page).read_text()) == {"name": "Grace", "ratio": 2.0}


@shows("Settings.read", "Settings(per)")
def test_a_session_has_its_own(tmp_path: Path) -> None:
    seen: list[str] = []

    def own() -> jp.WebPage:
        page = kit.Page("Own")
        kit.Settings(Prefs, per="session", a=page)
        seen.append(kit.Settings.read(Prefs, per="session").name)
        return page

    with serve_here(own, folder=tmp_path) as user:
        user.open().find("Name").type("Grace")
        user.open()
        other = User(user.url)
        other.open()
        other.close()
    [kept] = tmp_path.rglob("Prefs.json")
    folder = kept.parents[2]  # the session's, with which it is removed
    assert re.fullmatch("[0-9a-f]{32}", folder.name)
    assert jp.SessionFolder(folder).list() == []
    assert seen == ["Ada", "Grace", "Ada"]


def test_a_pydantic_model(tmp_path: Path) -> None:
    shown: list[kit.Settings[Model]] = []

    def pydantic_page() -> jp.WebPage:
        page = kit.Page("Pydantic")
        shown.append(kit.Settings(Model, a=page))
        return page

    with serve_here(pydantic_page, folder=tmp_path) as user:
        page = user.open()
        page.find("Yours.")
        page.find("Longest side").type("9000")
        page.find("Enter a number from 1 to 8000.")
        page.find("Longest side").type("800")
        page.find("Name").type("root")
        page.find("Root is taken.")
        assert shown[-1].value == Model(side=800)


def test_mistakes_of_the_author_are_named() -> None:
    @dataclass
    class NoDefault:
        name: str

    @dataclass
    class Odd:
        name: complex = 1j

    from core.kit.fields.settings_model import Model as Described

    with pytest.raises(TypeError, match="default"):
        Described(NoDefault)
    with pytest.raises(TypeError, match="'name' is of type .*complex"):
        Described(Odd)
    with pytest.raises(TypeError, match="dataclass or a pydantic model"):
        Described(int)

"""Files that the window vouches for: what pages can get by handles, and what they cannot."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest

import core as jp
from core.live.live_page import LivePage
from core.web.access.sessions import Sessions
from core.web.app import Application, Program, Settings
from desktop.files.intake import Intake

OURS, OTHERS = "0" * 32, "1" * 32


class Site:
    """An application whose window has this intake, and its page with a file input."""

    def __init__(self, folder: Path, **rules: Any) -> None:
        self.intake = Intake(OURS)
        self.page = jp.WebPage()
        form = jp.Form(submit=lambda msg: None, a=self.page)
        self.input = jp.Input(type="file", multiple=True, a=form, **rules)
        self.app = self.serving(folder, None)
        self.live: LivePage | None = None

    def serving(self, folder: Path, quota: int | None) -> Application:
        settings = Settings(
            secret=b"s" * 32,
            sessions=folder / "sessions",
            uploads=folder / "uploads",
            cache=folder / "cache",
            session_bytes=quota,
            allowed_hosts=frozenset({"localhost"}),
            local=self.intake,
        )
        return Program().build(settings)

    async def ask(self, address: str, question: Any, session_id: str = OURS) -> httpx.Response:
        sessions = Sessions(b"s" * 32, self.app.settings.cookie_name)
        headers = {"Origin": "http://localhost", "Cookie": sessions.cookie(session_id)}
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            content = json.dumps(question)
            return await client.post(f"/_satchel/local{address}", content=content, headers=headers)

    async def handles(self, *paths: Path) -> list[str | None]:
        """As if these files were dropped on the window, and seen by the page."""
        self.intake.give(paths)
        answer = await self.ask("/vouch", seen(*paths))
        found: list[str | None] = answer.json()
        return found

    def target(self) -> str:
        """What uploads for the page's input say that they are for."""
        self.live = self.app.pages.serve(self.page, OURS)
        self.live.flush()
        return f"{self.live.token}/{self.input.component_id}/once"

    def stored(self) -> list[bytes]:
        return [path.read_bytes() for path in self.app.settings.uploads.rglob("*.done*")]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "data")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(os.urandom(1000))
    return path


def claim(path: Path, item: int = 0, below: str = "", **other: Any) -> dict[str, Any]:
    """What a page sees of a file."""
    found = path.stat()
    facts = {"name": path.name, "size": found.st_size, "lastModified": found.st_mtime_ns // 10**6}
    return {"item": item, "path": below, **facts, **other}


def named(handles: Sequence[str | None], paths: Sequence[Path]) -> list[dict[str, Any]]:
    """How a page asks for copies."""
    pairs = zip(handles, paths, strict=True)
    return [{"handle": handle, "name": path.name} for handle, path in pairs]


def seen(*paths: Path) -> dict[str, Any]:
    files = [claim(path, item) for item, path in enumerate(paths)]
    return {"items": len(paths), "files": files}


async def test_a_handle_stands_for_the_bytes(site: Site, photo: Path) -> None:
    [handle] = await site.handles(photo)
    answer = await site.ask("", [{"handle": handle, "name": "photo.jpg", "type": "image/jpeg"}])
    assert answer.json() == {"ids": [handle]}
    [file] = site.app.uploads.take(OURS, [str(handle)])
    assert (file.name, file.type, file.read()) == ("photo.jpg", "image/jpeg", photo.read_bytes())
    assert file.lastModified == photo.stat().st_mtime_ns // 10**6


async def test_many_small_files_go_together(site: Site, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(300)]
    for path in paths:
        path.write_text(path.name)
    handles = await site.handles(*paths)
    claims = [
        {"handle": handle, "name": path.name} for handle, path in zip(handles, paths, strict=True)
    ]
    assert (await site.ask("", claims)).json() == {"ids": handles}
    files = site.app.uploads.take(OURS, [str(handle) for handle in handles])
    assert [file.read().decode() for file in files] == [path.name for path in paths]


@pytest.mark.row(24)
@pytest.mark.parametrize("claims", [1, 2])
async def test_a_handle_is_good_for_one_copy(site: Site, photo: Path, claims: int) -> None:
    [handle] = await site.handles(photo)
    question = [{"handle": handle, "name": "photo.jpg"}]
    assert (await site.ask("", question)).status_code == 200
    again = await site.ask("", question * claims)
    assert again.status_code == 410
    assert again.text == (
        "“photo.jpg” was used already, or this window no longer knows it. Choose it again."
    )
    assert len(site.stored()) == 1


@pytest.mark.parametrize("count", [1, 3])
async def test_copy_whose_answer_was_lost_is_asked_for_again(tmp_path: Path, count: int) -> None:
    """It is copied once, counts once, and goes to the handler once."""
    site = Site(tmp_path / "data", max_files=count)
    paths = [tmp_path / f"{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(path.name)
    handles = [str(handle) for handle in await site.handles(*paths)]
    target = site.target()
    question = [{**each, "for": target} for each in named(handles, paths)]
    first = await site.ask("", question)
    again = await site.ask("", question)
    assert (first.status_code, again.status_code) == (200, 200), again.text
    assert again.json() == first.json() == {"ids": handles}
    assert len(site.stored()) == count
    assert (await site.ask("", named(handles, paths))).status_code == 410  # by another submission
    files = site.app.uploads.take(OURS, handles)
    assert (await site.ask("", question)).status_code == 410  # a handler has them
    assert [file.read().decode() for file in files] == [path.name for path in paths]


@pytest.mark.row(24)
@pytest.mark.parametrize(
    "handle", ["/etc/passwd", "../../etc/passwd", "f" * 32, "", None, 7, {"path": "/etc/passwd"}]
)
async def test_what_a_page_invents_is_nothing(site: Site, photo: Path, handle: Any) -> None:
    await site.handles(photo)
    answer = await site.ask("", [{"handle": handle, "name": "x", "path": "/etc", "size": 1}])
    assert answer.status_code == 410
    assert site.stored() == []


@pytest.mark.row(24)
@pytest.mark.parametrize(
    "change",
    [
        {"size": 999},
        {"lastModified": 1},
        {"name": "passwd"},
        {"item": 1},
        {"item": -1},
        {"path": "../photo.jpg"},
        {"path": "/etc/passwd"},
        {"size": "1000"},
        {"lastModified": None},
    ],
)
async def test_only_what_was_dropped_is_vouched_for(
    site: Site, photo: Path, change: dict[str, Any]
) -> None:
    site.intake.give([photo])
    answer = await site.ask("/vouch", {"items": 1, "files": [claim(photo) | change]})
    assert answer.json() == [None]
    assert (await site.ask("/vouch", seen(photo))).json() != [None]  # it still waits for its page


async def test_a_drop_is_paired_once(site: Site, photo: Path) -> None:
    site.intake.give([photo])
    answers = [(await site.ask("/vouch", seen(photo))).json() for _ in range(2)]
    assert answers[0] != [None] == answers[1]


async def test_a_drop_of_another_size_is_another_drop(site: Site, photo: Path) -> None:
    site.intake.give([photo, photo])
    assert (await site.ask("/vouch", seen(photo))).json() == [None]


@pytest.mark.parametrize("question", ["", [], {}, {"items": 1}, {"items": 1, "files": [1]}, 3])
async def test_nonsense_is_no_drop(site: Site, photo: Path, question: Any) -> None:
    site.intake.give([photo])
    answer = await site.ask("/vouch", question)
    assert (answer.status_code, set(answer.json()) - {None}) == (200, set())
    assert (await site.ask("/opened", question)).json() == []
    assert (await site.ask("", question)).status_code in (400, 410)


async def test_other_sessions_get_nothing(site: Site, photo: Path) -> None:
    [handle] = await site.handles(photo)
    site.intake.give([photo])
    site.intake.open([photo])
    for address, question in (
        ("", [{"handle": handle, "name": "photo.jpg"}]),
        ("/vouch", seen(photo)),
        ("/opened", []),
    ):
        answer = await site.ask(address, question, session_id=OTHERS)
        assert (answer.status_code, answer.text) == (
            404,
            "This page is not in the program's window.",
        )


async def test_files_in_folders_that_were_dropped(site: Site, tmp_path: Path) -> None:
    folder, outside = tmp_path / "trip", tmp_path / "secret.txt"
    (folder / "day 1").mkdir(parents=True)
    outside.write_text("secret")
    inside = folder / "day 1" / "a.txt"
    inside.write_text("inside")
    (folder / "out").symlink_to(tmp_path)
    (folder / "file").symlink_to(outside)
    site.intake.give([outside, folder])
    files = [
        claim(inside, 1, "day 1/a.txt"),
        claim(outside, 1, "../secret.txt"),
        claim(outside, 1, "out/secret.txt"),
        claim(outside, 1, "file", name="file"),
        claim(outside, 1, "day 1//../../secret.txt"),
        claim(outside, 1, str(outside)),
        claim(inside, 1, "day 1/a.txt\0"),
        claim(inside, 1, "\ud800"),
    ]
    answer = await site.ask("/vouch", {"items": 2, "files": files})
    handle, *others = answer.json()
    assert others == [None] * 7
    assert (
        await site.ask("", [{"handle": handle, "name": "a.txt", "path": "trip/day 1"}])
    ).is_success
    [file] = site.app.uploads.take(OURS, [handle])
    assert (file.read(), file.folder) == (b"inside", "trip/day 1")


@pytest.mark.row(24)
async def test_what_is_no_file_is_told(site: Site, tmp_path: Path) -> None:
    """Browsers take FIFOs and sockets for empty files."""
    (folder := tmp_path / "trip").mkdir()
    (folder / "empty").touch()
    os.mkfifo(folder / "pipe")
    site.intake.give([folder])
    files = [claim(folder / name, 0, name) for name in ("empty", "pipe")]
    handle, pipe = (await site.ask("/vouch", {"items": 1, "files": files})).json()
    assert (type(handle), pipe) == (str, False)
    site.intake.give([folder])
    files = [claim(folder / "pipe", 0, "pipe", lastModified=1)]  # what the page saw was another
    assert (await site.ask("/vouch", {"items": 1, "files": files})).json() == [None]


@pytest.mark.row(24)
@pytest.mark.parametrize("count", [1, 2])
async def test_a_file_that_was_replaced_since_is_refused(
    site: Site, photo: Path, tmp_path: Path, count: int
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("other")
    handles = (await site.handles(photo, other))[:count]
    found = photo.stat()
    fresh = tmp_path / "fresh"
    fresh.write_bytes(os.urandom(found.st_size))
    os.utime(fresh, ns=(found.st_atime_ns, found.st_mtime_ns))
    fresh.replace(photo)
    answer = await site.ask("", [{"handle": handle, "name": "x"} for handle in handles])
    assert answer.status_code == 410
    assert answer.text == (
        "“photo.jpg” was changed or removed since it was chosen. Choose it again."
    )
    assert site.stored() == []


@pytest.mark.parametrize(
    ("rules", "count", "text"),
    [
        ({"max_size": 999}, 1, "at most 999 bytes are accepted"),
        ({"accept": ".png"}, 1, "is not accepted here"),
        ({"max_files": 1}, 2, "one file too many"),
        ({"max_total": 1500}, 2, "With “b.jpg” the files have"),
    ],
)
async def test_the_rules_of_the_input_hold(
    tmp_path: Path, rules: dict[str, Any], count: int, text: str
) -> None:
    site = Site(tmp_path / "data", **rules)
    paths = [tmp_path / name for name in ("a.jpg", "b.jpg")][:count]
    for path in paths:
        path.write_bytes(b"x" * 1000)
    handles = await site.handles(*paths)
    target = site.target()
    answer = await site.ask(
        "",
        [{"handle": h, "name": p.name, "for": target} for h, p in zip(handles, paths, strict=True)],
    )
    assert answer.status_code in (413, 415)
    assert text in answer.text
    assert site.stored() == []


async def test_file_that_the_system_cannot_open_now_is_refused_in_words(
    site: Site, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [handle] = await site.handles(photo)

    def failing(path: Path, *options: Any) -> Any:
        raise OSError(24, "Too many open files")

    with monkeypatch.context() as patched:
        patched.setattr("core.uploads.local_files.open_file", failing)
        answer = await site.ask("", [{"handle": handle, "name": photo.name}])
        assert answer.status_code == 507 and "could not be read" in answer.text
    answer = await site.ask("", [{"handle": handle, "name": photo.name}])
    assert answer.status_code == 200


async def test_the_quota_of_the_session_holds(site: Site, tmp_path: Path, photo: Path) -> None:
    site.app = site.serving(tmp_path / "small", 999)
    [handle] = await site.handles(photo)
    answer = await site.ask("", [{"handle": handle, "name": "photo.jpg"}])
    assert answer.status_code == 413
    assert "may keep" in answer.text
    # Nothing was used up: after something was removed, it can be tried again.
    site.app = site.serving(tmp_path / "large", 2000)
    assert (await site.ask("", [{"handle": handle, "name": "photo.jpg"}])).is_success


async def test_what_was_opened_waits_until_a_page_has_shown_it(
    site: Site, photo: Path, tmp_path: Path
) -> None:
    problems = site.intake.open([photo, tmp_path / "none.txt", tmp_path, Path("/dev/null")])
    assert problems == [
        f"There is no file “{tmp_path}/none.txt”. Check its name and that you may read it.",
        f"“{tmp_path.name}” is a folder. Drop it on the window instead, or open the files in it.",
        "“null” is not a file. Check its name and that you may read it.",
    ]
    [opened] = (await site.ask("/opened", [])).json()
    assert opened["problems"] == problems
    [file] = opened["files"]
    assert file | {"handle": ""} == {
        "handle": "",
        "name": "photo.jpg",
        "size": 1000,
        "type": "image/jpeg",
        "lastModified": photo.stat().st_mtime_ns // 10**6,
    }
    assert (await site.ask("/opened", [])).json() == []  # one page at a time
    site.intake.openings.waiting[0].asked -= 10  # that one went away before it showed anything
    assert (await site.ask("/opened", [])).json() == [opened]
    site.intake.openings.waiting[0].asked -= 10
    assert (await site.ask("/opened", [opened["number"]])).json() == []
    assert site.intake.openings.waiting == []
    assert (await site.ask("", [{"handle": file["handle"], "name": file["name"]}])).is_success

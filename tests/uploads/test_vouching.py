"""Files that the window vouches for: which ones a page gets handles for."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest

from desktop.files.opened_files import PATIENCE
from tests.support.vouched import OTHERS, OURS, Site, claim, seen


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "data")


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
    [file] = site.app.uploads.claims.take(OURS, [handle])
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


async def test_what_was_opened_waits_until_a_page_has_shown_it(
    site: Site, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [time.monotonic()]
    monkeypatch.setattr("desktop.files.opened_files.time.monotonic", lambda: now[0])
    (empty := tmp_path / "empty").mkdir()
    problems = site.intake.open([photo, tmp_path / "none.txt", empty, Path(os.devnull)])
    assert problems == [
        f"There is no file “{tmp_path / 'none.txt'}”. Check its name and that you may read it.",
        "There is no file in the folder “empty”. Check its name and that you may read it.",
        f"“{Path(os.devnull).name}” is not a file. Check its name and that you may read it.",
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
        "path": "",
    }
    assert (await site.ask("/opened", [])).json() == []  # one page at a time
    now[0] += PATIENCE + 1  # that one went away before it showed anything
    assert (await site.ask("/opened", [])).json() == [opened]
    now[0] += PATIENCE + 1
    assert (await site.ask("/opened", [opened["number"]])).json() == []
    now[0] += PATIENCE + 1
    assert (await site.ask("/opened", [])).json() == []
    assert (await site.ask("", [{"handle": file["handle"], "name": file["name"]}])).is_success


async def test_a_folder_that_was_opened_is_opened_with_all_files_below_it(
    site: Site, tmp_path: Path
) -> None:
    (folder := tmp_path / "trip" / "day 1").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "Thumbs.db"):
        (folder / name).write_text(name)
    (tmp_path / "trip" / "elsewhere.txt").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe")
    assert site.intake.open([tmp_path / "trip"]) == []
    [opened] = (await site.ask("/opened", [])).json()
    found = [(file["path"], file["name"]) for file in opened["files"]]
    assert found == [("trip/day 1", "a.txt"), ("trip/day 1", "b.txt")]


async def test_a_folder_with_too_many_files_is_not_opened_at_all(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.files.folder_walk.MAX_FILES", 2)
    for name in ("a", "b", "c"):
        (tmp_path / name).touch()
    [problem] = site.intake.open([tmp_path])
    assert problem.endswith("has more than 2 files. Open the folders in it one by one.")
    [opened] = (await site.ask("/opened", [])).json()
    assert opened["files"] == []

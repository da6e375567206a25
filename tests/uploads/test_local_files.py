"""Files that are copied by a handle from the window instead of being sent."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.vouched import OURS, Site, named


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "data")


async def test_a_handle_stands_for_the_bytes(site: Site, photo: Path) -> None:
    [handle] = await site.handles(photo)
    answer = await site.ask("", [{"handle": handle, "name": "photo.jpg", "type": "image/jpeg"}])
    assert answer.json() == {"ids": [handle]}
    [file] = site.app.uploads.claims.take(OURS, [str(handle)])
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
    files = site.app.uploads.claims.take(OURS, [str(handle) for handle in handles])
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
    files = site.app.uploads.claims.take(OURS, handles)
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


async def test_the_quota_of_the_session_holds(tmp_path: Path, photo: Path) -> None:
    site = Site(tmp_path / "data", quota=1500)
    kept = site.app.session_folder(OURS).folder / "kept"
    kept.write_bytes(b"x" * 501)
    [handle] = await site.handles(photo)
    question = [{"handle": handle, "name": "photo.jpg"}]
    answer = await site.ask("", question)
    assert answer.status_code == 413
    assert "may keep" in answer.text
    kept.unlink()  # nothing was used up: it can be tried again
    assert (await site.ask("", question)).is_success

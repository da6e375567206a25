"""What file inputs accept, what handlers get of it, and what the user is told about each file."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

import core as jp
from core import testing
from core.sizes import byte_count
from core.testing import HandlerFailed, NotPossible, Page, User
from core.web.settings import Settings
from tests.support.local import Local, local, session_id
from tests.support.tus import BODY, TUS, metadata

PAGE = b"<!doctype html><title>not a picture</title>"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "picture.png"
    Image.new("RGB", (8, 8), "red").save(path)
    return path


def text(folder: Path, name: str, content: bytes = b"content") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


class Gallery:
    """A page with a form, and what its handlers were told."""

    def __init__(self, **rules: Any) -> None:
        self.rules = rules
        self.messages: list[jp.Msg] = []
        self.progress: list[jp.Msg] = []

    def page(self) -> jp.WebPage:
        page = jp.WebPage()
        self.form = jp.Form(submit=self.submit, on_progress=self.on_progress, a=page)
        self.input = jp.Input(type="file", multiple=True, a=self.form, **self.rules)
        jp.Input(type="text", a=self.form)
        self.said = jp.P(a=page)
        return page

    def submit(self, msg: jp.Msg) -> None:
        self.messages.append(msg)

    def on_progress(self, msg: jp.Msg) -> None:
        self.progress.append(msg)
        self.said.text = f"{msg.total_sent} of {msg.total_size}"


def sent(page: Page, *paths: Path) -> None:
    page.find(tag="form")
    page.find_all(tag="input")[0].choose(*paths)
    page.find(tag="form").submit()


@pytest.mark.parametrize(
    ("written", "count"),
    [(5, 5), ("5", 5), ("20 MB", 20_000_000), ("1.5kB", 1500), (" 2 KiB ", 2048), ("3 b", 3)],
)
def test_sizes_as_programs_write_them(written: int | str, count: int) -> None:
    assert byte_count(written) == count


@pytest.mark.parametrize("written", ["", "MB", "-1", "1,5 MB", "5 apples", "1e3"])
def test_what_is_no_size_is_told_where_it_is_written(written: str) -> None:
    with pytest.raises(ValueError, match="is no size: write a number of bytes"):
        jp.Input(type="file", max_size=written)


@pytest.mark.parametrize("written", ["jpg", "images/*", "image/*;.pdf", ".jpg .png", ["png"]])
def test_what_lets_in_no_file_is_told_where_it_is_written(written: Any) -> None:
    with pytest.raises(ValueError, match="neither a suffix such as '.jpg' nor a type such as"):
        jp.Input(type="file", accept=written)
    with pytest.raises(ValueError, match="neither a suffix"):
        type("Own", (jp.Input,), {"accept": written})


@pytest.mark.parametrize("written", ["image/*, .PDF", [".csv", "text/csv"], "*/*", "", None])
def test_ways_to_write_what_is_accepted(written: Any) -> None:
    expected = ",".join(written) if isinstance(written, list) else written
    assert jp.Input(type="file", accept=written).accept == expected


@pytest.mark.parametrize("written", ["some", -1, 1.5, True])
def test_what_is_no_number_of_files_is_told_where_it_is_written(written: Any) -> None:
    with pytest.raises(ValueError, match="is no number of files: write 3"):
        jp.Input(type="file", max_files=written)
    assert jp.Input(type="file", max_files="3").max_files == 3  # type: ignore[arg-type]


def test_browsers_are_told_the_rules() -> None:
    class Small(jp.Input):
        max_size = "1 kB"

    def served() -> jp.WebPage:
        page = jp.WebPage()
        jp.Input(type="file", max_files=3, max_total="2 MB", digest="sha256", a=page)
        Small(type="file", a=page)
        return page

    with testing.serve(served) as user:
        first, second = user.open().find_all(tag="input")
        assert first.element.attributes["data-max-files"] == "3"
        assert first.element.attributes["data-max-total"] == "2000000"
        assert first.element.attributes["data-digest"] == "sha256"
        assert second.element.attributes["data-max-size"] == "1000"


def test_too_large_file_is_refused_before_it_is_sent(tmp_path: Path) -> None:
    gallery = Gallery(max_size="10 bytes")
    with testing.serve(gallery.page) as user:
        page = user.open()
        files = [text(tmp_path, "large.txt", bytes(11)), text(tmp_path, "small.txt", bytes(10))]
        with pytest.raises(NotPossible):
            sent(page, *files)
        assert page.failed_files == ["“large.txt” has 11 bytes; at most 10 bytes are accepted."]
        page.find(tag="form").submit()
        [msg] = gallery.messages
        assert [file.name for file in msg.files] == ["small.txt"]
        assert msg.refused == []  # it never came


def test_too_many_at_once_are_refused_before_they_are_sent(tmp_path: Path) -> None:
    gallery = Gallery(max_files=2, max_total=25)
    files = [text(tmp_path, name, bytes(10)) for name in ("a", "b", "c")]
    with testing.serve(gallery.page) as user:
        page = user.open()
        with pytest.raises(NotPossible):
            sent(page, *files)
        assert page.failed_files == ["“c” is one file too many: at most 2 are accepted."]
        page.find(tag="form").submit()
        with pytest.raises(NotPossible):
            sent(page, files[2], text(tmp_path, "d", bytes(16)))  # another time, it counts anew
        assert page.failed_files == [
            "With “d” the files have 26 bytes; at most 25 bytes are accepted."
        ]
        page.find(tag="form").submit()
        assert [[f.name for f in msg.files] for msg in gallery.messages] == [["a", "b"], ["c"]]
        assert [msg.refused for msg in gallery.messages] == [[], []]


def test_wrong_name_is_refused_before_it_is_sent(tmp_path: Path) -> None:
    gallery = Gallery(accept="image/*")
    with testing.serve(gallery.page) as user:
        page = user.open()
        with pytest.raises(NotPossible):
            sent(page, text(tmp_path, "a.txt"))
        assert page.failed_files == ["“a.txt” is not accepted here: only pictures can be sent."]
        page.find(tag="form").submit()
        assert gallery.messages[0].refused == []


def test_content_is_looked_at_and_the_others_are_handled(picture: Path, tmp_path: Path) -> None:
    gallery = Gallery(accept="image/*")
    with testing.serve(gallery.page, folder=tmp_path / "data") as user:
        page = user.open()
        sent(page, text(tmp_path, "evil.jpg", PAGE), picture)
        problem = "“evil.jpg” is not accepted here: only pictures can be sent "
        problem += "(its content is a web page)."
        assert page.failed_files == [problem]
        [msg] = gallery.messages
        assert [file.name for file in msg.files] == ["picture.png"]
        assert [file.name for file in msg.form_data[0].files] == ["picture.png"]
        assert [(file.name, file.error) for file in msg.refused] == [("evil.jpg", problem)]
        assert list((tmp_path / "data" / "uploads").rglob("*.done*")) == []  # nobody kept any


def test_client_that_names_no_input_gains_nothing(tmp_path: Path) -> None:
    gallery = Gallery(max_size=10, accept=".txt")
    with testing.serve(gallery.page) as user:
        page = user.open()
        paths = [text(tmp_path, "large.txt", bytes(11)), text(tmp_path, "a.exe", b"MZ\0")]
        ids = [user.upload(path) for path in paths]
        form = page.find(tag="form").element
        entry = {"c": page.find_all(tag="input")[0].element.component_id, "uploads": ids}
        page.send(form, "submit", {"form": [entry]})
        [msg] = gallery.messages
        assert msg.files == [] and [file.name for file in msg.refused] == ["large.txt", "a.exe"]
        assert len(page.failed_files) == 2


def test_client_that_names_an_input_twice_or_another_one_gains_nothing(tmp_path: Path) -> None:
    gallery = Gallery(max_files=1)
    with testing.serve(gallery.page) as user:
        page = user.open()
        form = page.find(tag="form").element
        numbers = [each.element.component_id for each in page.find_all(tag="input")]
        ids = [user.upload(text(tmp_path, name)) for name in ("a", "b")]
        twice = [{"c": numbers[0], "uploads": [id]} for id in ids]
        page.send(form, "submit", {"form": twice})
        assert gallery.messages == []
        elsewhere = user.upload(text(tmp_path, "c"))
        page.send(form, "submit", {"form": [{"c": numbers[1], "uploads": [elsewhere]}]})
        [msg] = gallery.messages
        assert msg.files == []


def test_limits_of_an_input_hold_for_its_own_session_only(tmp_path: Path) -> None:
    """Who names an input of somebody else's page is told nothing of it."""
    gallery = Gallery(max_size=1)
    with testing.serve(gallery.page) as user:
        purpose = user.open().purpose(user._pages[0].find_all(tag="input")[0].element)
        other = User(user.url)
        other.get("/")
        other.upload(text(tmp_path, "a"), purpose)
        with pytest.raises(httpx.HTTPStatusError):
            user.upload(text(tmp_path, "a"), purpose)
        other.close()


def test_handler_marks_single_files_as_failed(tmp_path: Path) -> None:
    def judge(msg: jp.Msg) -> None:
        for file in msg.files:
            if b"bad" in file.read():
                file.fail(f"“{file.name}” is bad.")

    with testing.serve(lambda: form_page(judge)) as user:
        page = user.open()
        sent(page, text(tmp_path, "a.txt", b"good"), text(tmp_path, "b.txt", b"bad"))
        assert page.failed_files == ["“b.txt” is bad."]


def form_page(submit: Any) -> jp.WebPage:
    page = jp.WebPage()
    form = jp.Form(submit=submit, a=page)
    jp.Input(type="file", multiple=True, a=form)
    return page


def test_error_that_names_a_file_is_told_at_that_file(tmp_path: Path) -> None:
    def fails(msg: jp.Msg) -> None:
        raise jp.FileError("“b.txt” has no head line.", msg.files[1])

    with testing.serve(lambda: form_page(fails), debug=False) as user:
        page = user.open()
        with pytest.raises(HandlerFailed, match="“b.txt” has no head line."):
            sent(page, text(tmp_path, "a.txt"), text(tmp_path, "b.txt"))
        assert page.failed_files == ["“b.txt” has no head line."]


def test_file_that_cannot_be_saved_says_so_at_itself(tmp_path: Path) -> None:
    def save(msg: jp.Msg) -> None:
        msg.files[0].save(tmp_path / "missing" / "a.txt")

    with testing.serve(lambda: form_page(save), debug=False) as user:
        page = user.open()
        with pytest.raises(HandlerFailed, match="'a.txt' was not saved as"):
            sent(page, text(tmp_path, "a.txt"))
        [problem] = page.failed_files
        assert "No such file or directory" in problem


# Progress


def test_forms_and_inputs_are_told_how_far_their_files_are(tmp_path: Path) -> None:
    gallery = Gallery(progress=lambda msg: own.append(msg))
    own: list[jp.Msg] = []
    with testing.serve(gallery.page) as user:
        page = user.open()
        sent(page, text(tmp_path, "a.bin", bytes(3 << 20)), text(tmp_path, "b.bin", bytes(1000)))
        last = gallery.progress[-1]  # told before the submit event, whatever the pauses between
        assert (last.file, last.sent, last.size) == ("b.bin", 1000, 1000)
        assert last.total_sent == last.total_size == (3 << 20) + 1000
        assert (last.event_type, last.target, last.page) == (
            "progress",
            gallery.form,
            gallery.form.pages().pop(),
        )
        assert len(last.session_id) == 32
        assert own[-1].total_sent == last.total_sent and own[-1].target is gallery.input
        page.wait_for(lambda: f"{last.total_sent} of {last.total_size}" in page.text)
        sent(page, text(tmp_path, "c.bin", bytes(10)))  # the next submission counts anew
        assert gallery.progress[-1].total_size == 10


def test_many_files_are_few_events(tmp_path: Path) -> None:
    gallery = Gallery()
    files = [text(tmp_path, f"{n}.txt") for n in range(40)]
    with testing.serve(gallery.page) as user:
        began = time.monotonic()
        sent(user.open(), *files)
        seconds = time.monotonic() - began
        assert gallery.progress[-1].total_sent == 40 * 7
        assert len(gallery.progress) <= 5 * seconds + 5  # five a second, however many files


def test_slow_progress_handler_is_not_called_twice_at_once(tmp_path: Path) -> None:
    running, most, lock = 0, 0, threading.Lock()

    async def slow(msg: jp.Msg) -> None:
        nonlocal running, most
        with lock:
            running, most = running + 1, max(most, running + 1)
        await jp.asyncio.sleep(0.05)
        with lock:
            running -= 1

    def served() -> jp.WebPage:
        page = jp.WebPage()
        form = jp.Form(submit=lambda msg: None, on_progress=slow, a=page)
        jp.Input(type="file", multiple=True, a=form)
        return page

    with testing.serve(served) as user:
        sent(user.open(), *[text(tmp_path, f"{n}") for n in range(5)])
    assert most == 1


def test_browsers_cannot_tell_progress(tmp_path: Path) -> None:
    gallery = Gallery()
    with testing.serve(gallery.page) as user:
        page = user.open()
        form = page.find(tag="form").element
        assert "progress" not in form.events
        page.send(form, "progress", {"file": "x", "sent": 1})
        assert gallery.progress == []


def test_files_that_were_taken_back_do_not_count(tmp_path: Path) -> None:
    gallery = Gallery()
    with testing.serve(gallery.page) as user:
        page = user.open()
        purpose = page.purpose(page.find_all(tag="input")[0].element)
        dropped = user.upload(text(tmp_path, "dropped", bytes(500)), purpose)
        user._client.delete(f"/uploads/{dropped}", headers=TUS).raise_for_status()
        sent(page, text(tmp_path, "kept", bytes(10)))
        assert gallery.progress[-1].total_size == 10


# Quota


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Local]:
    with local(tmp_path / "data", lambda: jp.WebPage(), session_bytes=1000) as served:
        yield served


def begin(site: Local, size: int, number: int = 1) -> httpx.Response:
    headers = {**TUS, "Upload-Length": str(size), "Upload-Metadata": metadata(filename="a.bin")}
    with site.session(number) as client:
        return client.post("/uploads", headers=headers)


def test_quota_counts_what_the_session_has_and_what_it_was_promised(site: Local) -> None:
    site.file("kept.txt", bytes(400))
    site.file("folder/kept.txt", bytes(100))
    assert begin(site, 300).status_code == 201
    refused = begin(site, 300)
    assert refused.status_code == 413
    assert refused.text == (
        "“a.bin” has 300 bytes, but of the 1 kB that you may keep here only 200 bytes are left. "
        "Remove files that you do not need and try again."
    )
    assert begin(site, 200).status_code == 201
    assert begin(site, 1000, number=2).status_code == 201  # everybody has their own


def test_quota_is_free_again_when_files_go(site: Local) -> None:
    first = begin(site, 900)
    with site.session() as client:
        client.delete(first.headers["Location"], headers=TUS).raise_for_status()
    second = begin(site, 900)
    assert second.status_code == 201
    with site.session() as client:
        sent = {**BODY, "Upload-Offset": "0"}
        client.patch(second.headers["Location"], headers=sent, content=bytes(900))
    assert begin(site, 101).status_code == 413  # it is there, and waits for a handler
    upload_id = second.headers["Location"].rpartition("/")[2]
    [file] = site.app.uploads.take(session_id(1), [upload_id])
    site.app.uploads.discard([file])
    assert begin(site, 1000).status_code == 201


def test_size_that_is_told_late_is_checked_too(site: Local) -> None:
    with site.session() as client:
        deferred = client.post("/uploads", headers={**TUS, "Upload-Defer-Length": "1"})
        sent = {**BODY, "Upload-Offset": "0", "Upload-Length": "1001"}
        refused = client.patch(deferred.headers["Location"], headers=sent, content=b"x")
        assert refused.status_code == 413 and "1,001 bytes" in refused.text


def test_promises_outlive_a_restart(tmp_path: Path) -> None:
    for wanted in (201, 413):
        with local(tmp_path / "data", lambda: jp.WebPage(), session_bytes=1000) as served:
            assert begin(served, 600).status_code == wanted


def test_limits_of_a_program(tmp_path: Path) -> None:
    settings = Settings(b"x", tmp_path / "sessions", tmp_path / "uploads", tmp_path / "cache")
    app = jp.App()
    app.limits = jp.Limits(upload_bytes="2 kB", session_bytes=9000, unfinished_bytes="1 MiB")
    built = app.build(settings)
    limits = built.uploads.limits
    assert (limits.max_size, limits.session_bytes, limits.unfinished_bytes) == (2000, 9000, 1 << 20)
    assert built.settings.remove_old_sessions is None
    with pytest.raises(ValueError, match="is no size"):
        jp.Limits(session_bytes="much")

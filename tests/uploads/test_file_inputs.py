"""What file inputs accept, what handlers get of it, and what the user is told about each file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

import core as jp
from core import testing
from core.sizes import byte_count
from core.testing import HandlerFailed, NotPossible, User
from tests.support.gallery import Gallery, sent, text
from tests.support.windows import NO_SUCH_PLACE

PAGE = b"<!doctype html><title>not a picture</title>"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "picture.png"
    Image.new("RGB", (8, 8), "red").save(path)
    return path


@pytest.mark.parametrize(
    ("written", "count"),
    [(5, 5), ("5", 5), ("20 MB", 20_000_000), ("1.5kB", 1500), (" 2 KiB ", 2048), ("3 b", 3)],
)
def test_sizes_as_programs_write_them(written: int | str, count: int) -> None:
    assert byte_count(written) == count


@pytest.mark.parametrize("written", ["", "MB", "-1", "1,5 MB", "5 apples", "1e3"])
def test_what_is_no_size_is_told_where_it_is_written(written: str) -> None:
    with pytest.raises(ValueError, match="is not a size: use a number of bytes"):
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
    with pytest.raises(ValueError, match="is not a number of files: use 3"):
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
        with pytest.raises(HandlerFailed, match="“a.txt” was not saved as"):
            sent(page, text(tmp_path, "a.txt"))
        [problem] = page.failed_files
        assert re.search(NO_SUCH_PLACE, problem)

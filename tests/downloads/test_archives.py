"""What goes into a ZIP: the files of a session under their paths, and nothing but files."""

import io
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import core as jp
from core.files.session_folder import SessionFolder
from tests.support import disks
from tests.support.asgi import get
from tests.support.coarse_times import CoarseTimes
from tests.support.windows import NO_SUCH_PLACE


def zipped(files: object) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(get(jp.Download(jp.Zip(files))).content))  # type: ignore[arg-type]


def contents(archive: zipfile.ZipFile) -> dict[str, bytes]:
    return {name: archive.read(name) for name in archive.namelist()}


def test_nested_files_of_a_session_keep_their_folders(tmp_path: Path) -> None:
    for path in ("a.txt", "in/a.txt", "in/side/a.txt", "in/b.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    found = contents(zipped(SessionFolder(tmp_path)))
    assert found == {path: path.encode() for path in found}
    assert set(found) == {"a.txt", "in/a.txt", "in/side/a.txt", "in/b.txt"}


def test_a_file_that_changes_under_the_same_time_has_its_own_checksum(
    tmp_path: Path, coarse_times: CoarseTimes
) -> None:
    for content in (b"red", b"sea"):
        coarse_times.write(tmp_path / "a.txt", content)
        assert contents(zipped(SessionFolder(tmp_path))) == {"a.txt": content}


def test_a_number_goes_to_the_same_name_in_the_same_folder_only(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_text("content")
    long = "d" * 200
    wanted = [f"{long}/{long}/x.txt", f"{long}/{long}/X.txt", "y/x.txt", "x.txt", "x.txt"]
    expected = [wanted[0], f"{long}/{long}/X (2).txt", "y/x.txt", "x.txt", "x (2).txt"]
    assert zipped([(name, file) for name in wanted]).namelist() == expected


@pytest.mark.skipif(os.name == "nt", reason="these names cannot be there")
def test_names_in_a_zip_lead_nowhere_on_any_system(tmp_path: Path) -> None:
    for name in (b"a\\..\\evil.txt", b" ", b"two\nlines", b"caf\xe9.txt", b"in\\side"):
        (tmp_path / os.fsdecode(name)).write_bytes(name)
    found = zipped(SessionFolder(tmp_path)).namelist()
    assert sorted(found) == ["_", "a_.._evil.txt", "caf_.txt", "in_side", "two_lines"]


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda path: path.symlink_to("/etc/passwd"), "a symbolic link"),
        (lambda path: path.symlink_to("nowhere"), "a symbolic link"),
        (Path.mkdir, "a folder"),
        (disks.make_pipe, "a device"),
        (lambda path: None, NO_SUCH_PLACE),
    ],
)
def test_what_is_no_file_is_refused_before_anything_is_sent(
    tmp_path: Path, make: Callable[[Path], object], what: str
) -> None:
    if "link" in what:
        disks.need_symlinks(tmp_path)
    (tmp_path / "a.txt").write_text("a")
    make(tmp_path / "odd")
    answer = get(jp.Download(jp.Zip([tmp_path / "a.txt", tmp_path / "odd"])))
    assert answer.status_code == 404 and "'odd'" in answer.text and re.search(what, answer.text)

"""Actions run: what they make is put beside the files over nothing, or nothing of it stays."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core.jobs.working import Cancelled
from desktop.shelf.actions.command import CommandFailed
from desktop.shelf.actions.declaration import read
from desktop.shelf.actions.work import ActionFailed, Plan, perform
from tests.support.actions import PYTHON, Watcher, performed

HEAD = "NAME = 'x'\ndef run(files, folder, job):\n    "


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "a.txt").write_text("four")
    (folder / "$(touch b) 'c.txt").write_text("five!")
    return folder


def python(tmp_path: Path, body: str) -> Path:
    file = tmp_path / "action.py"
    file.write_text(body if body.startswith("\n") else HEAD + body)
    return file


def command(tmp_path: Path, *words: str) -> Path:
    file = tmp_path / "action.toml"
    file.write_text(f'name = "x"\ncommand = {[sys.executable, "-c", *words]!r}\n')
    return file


def contents(folder: Path) -> dict[str, str]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def leaves_nothing(shelf: Path, before: dict[str, str]) -> bool:
    left = [path for path in (shelf.parent / "work").rglob("*") if path.is_file()]
    return contents(shelf) == before and not left


def test_results_replace_nothing(shelf: Path, tmp_path: Path) -> None:
    action = python(tmp_path, PYTHON)
    assert performed(action, [shelf / "a.txt"]).names == ("a counted.txt",)
    assert performed(action, [shelf / "a.txt"]).names == ("a counted (2).txt",)
    assert contents(shelf)["a counted (2).txt"] == "4"


def test_folders_stay_folders_and_links_are_no_results(shelf: Path, tmp_path: Path) -> None:
    body = """import os; os.makedirs(folder / "deep/er"); (folder / "deep/er/x").write_text("x")
    os.symlink("/etc", folder / "deep/etc"); os.symlink("/etc/passwd", folder / "passwd")
    (folder / ".hidden").write_text("y")"""
    before = contents(shelf)
    assert performed(python(tmp_path, body), [shelf / "a.txt"]).names == ("deep",)
    assert performed(python(tmp_path, body), [shelf / "a.txt"]).names == ("deep (2)",)
    assert contents(shelf) == before | {"deep/er/x": "x", "deep (2)/er/x": "x"}
    assert not (shelf / "deep" / "etc").is_symlink()


def test_an_action_that_fails_leaves_nothing(shelf: Path, tmp_path: Path) -> None:
    before = contents(shelf)
    body = '(folder / "half").write_text("half"); raise ValueError("no luck")'
    with pytest.raises(ValueError, match="no luck"):
        performed(python(tmp_path, body), [shelf / "a.txt"])
    assert leaves_nothing(shelf, before)


def test_an_action_that_is_cancelled_leaves_nothing(shelf: Path, tmp_path: Path) -> None:
    before = contents(shelf)
    body = '(folder / "half").write_text("half")\n    while True: job.report(0.5, "on")'
    with pytest.raises(Cancelled):
        performed(python(tmp_path, body), [shelf / "a.txt"], watcher=Watcher(3))
    assert leaves_nothing(shelf, before)


def test_what_was_changed_since_it_was_allowed_does_not_run(shelf: Path, tmp_path: Path) -> None:
    allowed = read(python(tmp_path, PYTHON))
    python(tmp_path, f"open({str(tmp_path / 'ran')!r}, 'w')")
    plan = Plan(allowed.name, str(allowed.path), allowed.digest, (), "")
    with pytest.raises(RuntimeError):  # without a job there is no folder for results
        perform(str(shelf / "a.txt"), plan)
    with pytest.raises(ActionFailed, match="was changed meanwhile"):
        _performed_as(plan, shelf)
    assert not (tmp_path / "ran").exists()


def _performed_as(plan: Plan, shelf: Path) -> None:
    from core.jobs.working import Work, doing

    with doing(Work(Watcher(), shelf.parent / "work")):
        perform(str(shelf / "a.txt"), plan)


def test_a_file_that_has_vanished_is_said(shelf: Path, tmp_path: Path) -> None:
    with pytest.raises(ActionFailed, match="“gone.txt” is no longer there"):
        performed(python(tmp_path, PYTHON), [shelf / "gone.txt"])


def test_a_command_gets_names_as_they_are(shelf: Path, tmp_path: Path) -> None:
    script = "import sys; open(sys.argv[1], 'w').write(repr(sys.argv[2:]))"
    action = command(tmp_path, script, "{stem} made.txt", "{file}", "{files}", "{unknown}")
    [first, second] = sorted(shelf.iterdir())
    made = performed(action, [first, second])
    assert made.names == ("$(touch b) 'c made.txt",)
    wanted = repr([str(first), str(first), str(second), "{unknown}"])
    assert (shelf / made.names[0]).read_text() == wanted


def test_a_command_that_fails_says_its_last_words(shelf: Path, tmp_path: Path) -> None:
    before = contents(shelf)
    action = command(tmp_path, "open('half', 'w'); print('first'); exit('Out of ink')")
    with pytest.raises(CommandFailed, match=r"failed with exit code 1: Out of ink"):
        performed(action, [shelf / "a.txt"])
    assert leaves_nothing(shelf, before)


def test_a_command_that_is_not_installed_is_said(shelf: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text('name = "x"\ncommand = ["no-such-program-of-satchel"]\n')
    with pytest.raises(CommandFailed, match="is not installed"):
        performed(file, [shelf / "a.txt"])


def test_a_command_that_hangs_ends_when_it_is_cancelled(shelf: Path, tmp_path: Path) -> None:
    before = contents(shelf)
    action = command(tmp_path, "import time; open('half', 'w'); time.sleep(1000)")
    with pytest.raises(Cancelled):
        performed(action, [shelf / "a.txt"], watcher=Watcher(5))
    assert leaves_nothing(shelf, before)

"""python -m desktop pack: what it refuses, and what a Debian package holds."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from desktop.packing import builder, missing
from desktop.packing.packages import debian
from desktop.packing.recipe import OUR_ICON, PackError, Recipe, beside, default_app
from desktop.start import load_errors, program
from desktop.start.commandline import parse
from desktop.system import packaged
from desktop.system.errors import DesktopError, ProgramFailed, ProgramNotFound

on_debian = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["missing.py"], "There is no file"),
        (["wall.py", "--name", "a/b"], "--name NAME"),
        (["wall.py", "--name", "."], "--name NAME"),
        (["wall.py", "--icon", "missing.png"], "There is no icon"),
        (["wall.py", "--icon", "wall.py"], "square PNG"),
        (["wall.py", "--with", "missing"], "--with names, does not exist"),
        (["wall.py", "--with", __file__], "is not in the program's folder"),
        (["wall.py", "--import", "missing.part"], "There is no module missing.part"),
        (["wall.py", "--version", "1 0"], "--version 1.2.0"),
        (["wall.py", "--opens", "pictures"], "--opens image/png"),
        (["wall.py", "--out", "wall.py/new"], "wall.py is a file. Name a folder: --out DIR"),
        (["broken.py"], "broken.py, line 2 is not Python: invalid syntax"),
        (["shadow/wall.py"], "core.py has the name of a part of Satchel"),
    ],
)
def test_what_cannot_be_packed_is_refused_at_once(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    says: str,
) -> None:
    write(tmp_path / "wall.py", "import justpy as jp\njp.justpy(jp.WebPage)\n")
    write(tmp_path / "broken.py", "\ndef wall(:\n")
    write(tmp_path / "shadow" / "core.py")
    write(tmp_path / "shadow" / "wall.py")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DesktopError, match=re.escape(says)):
        builder.main(options)
    assert capsys.readouterr().out == ""
    assert not (tmp_path / "dist").exists()


def test_the_command_reports_it_in_words(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "desktop", "pack", "missing.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("satchel: There is no file")
    assert "Traceback" not in done.stderr


def test_without_pyinstaller_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builder, "find_spec", lambda name: None)
    with pytest.raises(PackError, match=r"pip install 'satchel\[pack\]'"):
        builder.pack(default_app(), tmp_path)


def test_it_names_the_file_and_its_folder(tmp_path: Path) -> None:
    made = tmp_path / "satchel"
    said = builder.said(default_app(), made)
    assert said.startswith(str(made / "satchel")) and f"copy {made} as a whole" in said


def test_a_folder_of_somebody_is_not_replaced(tmp_path: Path) -> None:
    write(tmp_path / "satchel" / "letters.txt", "dear")
    with pytest.raises(PackError, match="--out DIR"):
        builder.pack(default_app(), tmp_path)
    assert (tmp_path / "satchel" / "letters.txt").read_text() == "dear"


def test_what_the_program_imports_in_vain_is_named(tmp_path: Path) -> None:
    program = write(tmp_path / "my wall (2).py")
    write(tmp_path / "lib" / "__init__.py")
    report = f"""
missing module named winreg - imported by os (conditional), platform (delayed, optional)
missing module named faster - imported by {program} (optional), lib (delayed, conditional)
missing module named pictures - imported by numpy (top-level), {program} (delayed)
missing module named 'colours.red' - imported by {program} (top-level)
missing module named colours - imported by other (optional), lib (top-level)
excluded module named justpy - imported by {program} (top-level)
"""
    found = missing.of_program(write(tmp_path / "warn.txt", report), program)
    assert list(found) == [
        "pictures (imported by my wall (2).py)",
        "colours (imported by lib/__init__.py)",
    ]


def test_what_lies_beside_goes_along(tmp_path: Path) -> None:
    for name in ("wall.py", "data/a.txt", ".env", "__pycache__/x.pyc", "venv/lib/y.py", "dist/z"):
        write(tmp_path / name)
    write(tmp_path / "venv" / "pyvenv.cfg")
    found = {path.relative_to(tmp_path).as_posix() for path in beside(tmp_path)}
    assert found == {"wall.py", "data/a.txt"}


@on_debian
def test_a_debian_package(tmp_path: Path) -> None:
    icon = tmp_path / "icon.png"
    Image.new("RGB", (300, 200), "red").save(icon)
    recipe = Recipe("Photo & Wall", "1.2.3", icon=str(icon), opens=("image/png",), summary="Photos")
    executable = write(tmp_path / "photo-wall" / "photo-wall", "#!/bin/sh\necho started\n")
    executable.chmod(0o755)
    made = debian.build(recipe, executable.parent, tmp_path)
    assert made.name.startswith("photo-wall_1.2.3_")
    root = tmp_path / "root"
    subprocess.run(["dpkg-deb", "--extract", made, root], check=True)
    started = subprocess.run([root / "usr/bin/photo-wall"], capture_output=True, text=True)
    assert started.stdout == "started\n"
    entry = (root / "usr/share/applications/photo-wall.desktop").read_text()
    assert "Exec=photo-wall -- %F\n" in entry
    assert "MimeType=image/png;\n" in entry
    (about,) = (root / "usr/share/metainfo").iterdir()
    assert "<name>Photo &amp; Wall</name>" in about.read_text()
    with Image.open(root / "usr/share/icons/hicolor/256x256/apps/photo-wall.png") as shown:
        assert shown.size == (256, 256)


def test_an_executable_runs_no_other_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package = packaged.Package("Photo Wall", "1.2.3", None, tmp_path)
    monkeypatch.setattr(packaged, "current", lambda: package)
    with pytest.raises(ProgramNotFound, match=r"pack a\.py.*photo-wall -- a\.py"):
        program.find("a.py")
    assert program.find(None).title == "Satchel"
    own = replace(package, program="wall.py")
    monkeypatch.setattr(packaged, "current", lambda: own)
    assert program.find(None).title == "Photo Wall"
    with pytest.raises(SystemExit):
        parse(["--version"])
    assert capsys.readouterr().out == "photo-wall 1.2.3\n"


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import not_taken_along", "Its author can .* --import not_taken_along"),
        ("1 / 0", "ZeroDivisionError. Send the text"),
        ("def", "SyntaxError. Send the text"),
    ],
)
def test_users_of_an_executable_are_not_asked_to_fix_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, says: str
) -> None:
    write(tmp_path / packaged.PROGRAM / "wall.py", code)
    monkeypatch.setattr(sys, "path", [*sys.path])
    package = packaged.Package("Photo Wall", "1.2.3", "wall.py", tmp_path)
    monkeypatch.setattr(packaged, "current", lambda: package)
    with pytest.raises(ProgramFailed, match=rf"^Photo Wall .*{says}") as raised:
        program.find(None).run()
    assert load_errors.REMEDY not in str(raised.value)
    assert "wall.py" in raised.value.details


def test_our_icon_is_there() -> None:
    with Image.open(OUR_ICON) as icon:
        assert icon.size[0] == icon.size[1] >= 256

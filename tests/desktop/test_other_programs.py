"""Files go to other programs: with their names as they are, and never to run."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from desktop.errors import OpenRefused, WindowError
from desktop.files import other_programs
from desktop.files.other_programs import Service, open_with, print_file, programs_for, send_by_mail

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="programs of a Linux desktop")

RECORDER = """#!{python}
import json, pathlib, sys
with pathlib.Path({notes!r}).open("a") as notes:
    notes.write(json.dumps([pathlib.Path(sys.argv[0]).name, *sys.argv[1:]]) + "\\n")
sys.exit({code})
"""


class Computer:
    """A desktop of our own: its programs note what they are given."""

    def __init__(self, home: Path) -> None:
        self.home, self.bin, self.notes = home, home / "bin", home / "notes"
        self.bin.mkdir()
        self.user, self.system = home / "user", home / "system"
        for folder in (self.user, self.system):
            (folder / "applications").mkdir(parents=True)

    def put(self, program: str, code: int = 0, says: str = "") -> None:
        path = self.bin / program
        text = RECORDER.format(python=sys.executable, notes=str(self.notes), code=code)
        path.write_text(text.replace("sys.exit", f"print({says!r}, file=sys.stderr)\nsys.exit"))
        path.chmod(0o755)

    def entry(
        self, name: str, exec_: str, types: str, own: bool = False, german: str = "", **more: str
    ) -> None:
        lines = {"Type": "Application", "Name": name, "Exec": exec_, "MimeType": types} | more
        lines |= {"Name[de]": german} if german else {}
        text = "\n".join(f"{key}={value}" for key, value in lines.items())
        path = (self.user if own else self.system) / "applications" / f"{name.lower()}.desktop"
        path.write_text(f"[Desktop Entry]\n{text}\n[Desktop Action New]\nExec=other\n")

    def noted(self) -> list[list[str]]:
        lines = self.notes.read_text().splitlines() if self.notes.exists() else []
        return [json.loads(line) for line in lines]


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Computer:
    computer = Computer(tmp_path)
    monkeypatch.setenv("PATH", str(computer.bin))
    monkeypatch.setenv("XDG_DATA_HOME", str(computer.user))
    monkeypatch.setenv("XDG_DATA_DIRS", f"{computer.system}:relative")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "none"))
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    (tmp_path / "config").mkdir()
    for program in ("viewer", "editor"):
        computer.put(program)
    return computer


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "$(touch x) -f 'a'; %f.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    return path


def names(path: Path) -> list[str]:
    return [program.name for program in programs_for(path)]


def test_programs_are_found_by_the_type(computer: Computer, photo: Path) -> None:
    computer.entry("Viewer", "viewer %F", "image/png;image/jpeg;", german="Betrachter")
    computer.entry("Editor", "editor %u", "text/plain;")
    computer.entry("Gone", "no-such-program %f", "image/png;")
    computer.entry("Hidden", "viewer %f", "image/png;", Hidden="true")
    computer.entry("Terminal", "viewer %f", "image/png;", Terminal="true")
    computer.entry("Tried", "viewer %f", "image/png;", TryExec="no-such-program")
    assert names(photo) == ["Betrachter"]
    text = photo.with_name("a.csv")
    text.write_text("a")
    assert names(text) == ["Editor"]  # all text is plain text, too


def test_what_the_person_chose_counts(computer: Computer, photo: Path) -> None:
    for name in ("A", "B", "C", "D"):
        computer.entry(name, "viewer %f", "image/png;" if name != "D" else "")
    cache = "[MIME Cache]\nimage/png=a.desktop;b.desktop;c.desktop;\n"
    (computer.system / "applications" / "mimeinfo.cache").write_text(cache)
    assert names(photo) == ["A", "B", "C"]
    (computer.home / "config" / "mimeapps.list").write_text(
        "[Added Associations]\nimage/png=d.desktop;\n[Removed Associations]\nimage/png=a.desktop;\n"
        "[Default Applications]\nimage/png=gone.desktop;c.desktop;\n"
    )
    assert names(photo) == ["C", "D", "B"]
    # A program of the person with the same id is the one that counts.
    computer.entry("B", "editor %f", "image/png;", own=True, Name="Mine")
    assert names(photo) == ["C", "D", "Mine"]


def test_aliases_and_more_general_types_count(computer: Computer, tmp_path: Path) -> None:
    mime = computer.system / "mime"
    mime.mkdir()
    (mime / "subclasses").write_text("application/json text/x-curly\ntext/x-curly text/plain\n")
    computer.entry("Editor", "editor", "text/plain;")
    computer.entry("Curly", "editor", "text/x-curly;")
    (tmp_path / "a.json").write_text("{}")
    assert names(tmp_path / "a.json") == ["Curly", "Editor"]


@pytest.mark.parametrize(
    ("exec_", "given"),
    [
        ("viewer %f", ["{path}"]),
        ("viewer", ["{path}"]),
        ("viewer --at %U %k", ["--at", "{uri}", "{entry}"]),
        (
            r'"viewer" "a \\"b\\" \\$c" --name=%c %i %F',
            ['a "b" $c', "--name=V", "--icon", "v", "{path}"],
        ),
        ("viewer %d %% %m %f", ["%", "{path}"]),
    ],
)
def test_the_program_gets_the_file_as_it_is(
    computer: Computer, photo: Path, exec_: str, given: list[str]
) -> None:
    computer.entry("V", exec_, "image/png;", Icon="v")
    [program] = programs_for(photo)
    open_with(photo, program.id)
    entry = computer.system / "applications" / "v.desktop"
    places = {"{path}": str(photo), "{uri}": photo.as_uri(), "{entry}": str(entry)}
    assert computer.noted() == [["viewer", *(places.get(each, each) for each in given)]]


def test_what_could_run_is_not_handed_over(computer: Computer, tmp_path: Path) -> None:
    computer.entry("Runner", "viewer %f", "text/plain;application/x-desktop;")
    for name, content in (
        ("a.desktop", "[Desktop Entry]\n"),
        ("b.txt", "#!/bin/sh\n"),
        ("c.sh", ""),
    ):
        path = tmp_path / name
        path.write_text(content)
        for attempt in (
            lambda path=path: programs_for(path),
            lambda path=path: open_with(path, "runner.desktop"),
        ):
            with pytest.raises(OpenRefused, match="is a program or a script"):
                attempt()
    assert not computer.noted()


def test_a_program_that_fails_or_is_unknown_is_said(computer: Computer, photo: Path) -> None:
    computer.put("broken", code=3)
    computer.entry("Broken", "broken %f", "image/png;")
    with pytest.raises(OpenRefused, match="“Broken” could not open"):
        open_with(photo, "broken.desktop")
    for program in (None, "none.desktop", "../applications/broken.desktop", str(photo)):
        with pytest.raises(OpenRefused, match="There is no program"):
            open_with(photo, program)
    with pytest.raises(OpenRefused, match="no longer exists"):
        programs_for(photo.with_name("gone.png"))
    with pytest.raises(OpenRefused, match="is a folder"):
        programs_for(photo.parent)


def test_mail_has_the_files(computer: Computer, photo: Path, tmp_path: Path) -> None:
    with pytest.raises(WindowError, match="xdg-email is not installed"):
        send_by_mail([photo])
    computer.put("xdg-email")
    (tmp_path / "b c.txt").write_text("b")
    send_by_mail([tmp_path / "b c.txt", photo])
    [[_, first, path, second, copy]] = computer.noted()
    assert (first, path, second) == ("--attach", str(tmp_path / "b c.txt"), "--attach")
    # Thunderbird would take what follows the quote for something else.
    assert Path(copy).name == "$(touch x) -f _a_; %f.png"
    assert Path(copy).read_bytes() == photo.read_bytes()
    computer.put("xdg-email", code=3)
    with pytest.raises(WindowError, match="No mail program was found"):
        send_by_mail([photo])
    with pytest.raises(WindowError, match="no longer exists"):
        send_by_mail([tmp_path / "gone"])
    with pytest.raises(WindowError, match="is a folder"):
        send_by_mail([tmp_path])
    with pytest.raises(WindowError, match="1 to 100 files"):
        send_by_mail([photo] * 101)


def test_what_can_be_printed_is(computer: Computer, photo: Path, tmp_path: Path) -> None:
    with pytest.raises(WindowError, match="lp"):
        print_file(photo)
    computer.put("lp")
    print_file(photo)
    assert computer.noted() == [["lp", "-t", photo.name, "--", str(photo)]]
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04")
    with pytest.raises(WindowError, match="“a.zip” cannot be printed from here"):
        print_file(tmp_path / "a.zip")
    computer.put("lp", code=1, says="lp: Error - No default destination.")
    with pytest.raises(WindowError, match=r"was not printed: No default destination\.$"):
        print_file(photo)


def test_only_what_there_is_is_offered(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    services: tuple[Service, ...] = ("open_with", "send_by_mail", "print_file")
    assert [other_programs.offers(each) for each in services] == [True, False, False]
    for program in ("lp", "xdg-email"):
        computer.put(program)
    assert all(map(other_programs.offers, services))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert [other_programs.offers(each) for each in services] == [False, False, True]
    monkeypatch.setattr(sys, "platform", "win32")
    assert [other_programs.offers(each) for each in services] == [True, False, True]

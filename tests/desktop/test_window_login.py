"""File > Start at login: the entry that it writes starts the program, and failures are told."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.display import Display
from tests.support.native import NativeApp, until

pytestmark = pytest.mark.native

Start = Callable[..., NativeApp]
TITLE = "^Satchel$"


def switch(display: Display) -> None:
    display.window(TITLE)
    display.press("alt+f", "l")


def value(entry: str, key: str) -> str:
    """The value of a key, without the escapes of the format."""
    [found] = re.findall(rf"^{key}=(.*)$", entry, re.MULTILINE)
    return str(found).replace("\\\\", "\\")


def words(command: str) -> list[str]:
    """The words of a command, whose quotes are those of shells."""
    shown = subprocess.check_output(["sh", "-c", f"printf '%s\\0' {command}"], text=True)
    return shown.split("\0")[:-1]


def test_the_entry_starts_the_program_until_it_is_switched_off(
    start: Start, display: Display, tmp_path: Path
) -> None:
    data = tmp_path / 'a $HOME "100%" \\ folder'
    app = start(data=data, XDG_CONFIG_HOME=str(tmp_path / "config"))
    page = app.page()
    folder = tmp_path / "config" / "autostart"
    assert not folder.exists()
    switch(display)
    expect(page.get_by_text("Satchel starts at login")).to_be_visible()
    [path] = folder.glob("satchel-*.desktop")
    expect(page.get_by_text(f"{path} is written.")).to_be_visible()
    entry = path.read_text()
    command = words(value(entry, "Exec").replace("%%", "%"))
    assert command[-2:] == ["--data-dir", str(data)]
    second = subprocess.run(
        [*command, "--toggle"], cwd=value(entry, "Path"), env=app.environment, timeout=30
    )
    assert second.returncode == 0
    display.wait_until_gone(TITLE)  # it found the one that runs, and hid it
    app.second(cwd=tmp_path)
    switch(display)
    expect(page.get_by_text("no longer starts at login")).to_be_visible()
    assert not path.exists()
    assert app.stop() == 0


def test_an_entry_that_cannot_be_written_is_told(
    start: Start, display: Display, tmp_path: Path
) -> None:
    (tmp_path / "config").write_text("no folder")
    app = start(XDG_CONFIG_HOME=str(tmp_path / "config"))
    page = app.page()
    switch(display)
    expect(page.get_by_text("Satchel does not start at login")).to_be_visible()
    assert (tmp_path / "config").read_text() == "no folder"
    (tmp_path / "config").unlink()
    switch(display)
    until(lambda: any((tmp_path / "config").rglob("*.desktop")), "it is written now")
    assert app.stop() == 0

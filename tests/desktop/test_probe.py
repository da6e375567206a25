"""Whether a window can be opened, asked before Qt is: Qt would abort the process."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from desktop.windows.qt import probe

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Qt on Linux aborts")


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_no_display() -> None:
    assert "no display here" in str(probe.why_no_window())


def test_a_display_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    assert probe.why_no_window() == "The display :4711 (DISPLAY) does not answer."


def test_a_wayland_socket_that_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-4711")
    assert "no display here" in str(probe.why_no_window())


def test_a_wayland_session_needs_nothing_of_x11(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plugins = tmp_path / "Qt" / "plugins" / "platforms"
    plugins.mkdir(parents=True)
    for name in ("libqxcb.so", "libqwayland.so"):
        (plugins / name).write_text("not a library")
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland"))
        compositor.listen()
        monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "wayland"))
        monkeypatch.setenv("DISPLAY", ":4711")  # of X11's programs
        assert probe.why_no_display() is None
        with pytest.raises(OSError, match=r"libqwayland\.so"):
            probe.load_platform(tmp_path)
        assert "xcb" not in probe.install()
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        with pytest.raises(OSError, match=r"libqxcb\.so"):
            probe.load_platform(tmp_path)
        assert "libxcb-cursor0" in probe.install()


def test_drawing_into_memory_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert probe.why_no_window() is None


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_path: object) -> None:
        raise OSError("libxcb-icccm.so.4: cannot open shared object file")

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(probe, "load_platform", missing)
    reason = str(probe.why_no_window())
    assert "libxcb-icccm.so.4" in reason
    assert "apt-get install" in reason

"""What a Linux desktop does for a program by its portal (xdg-desktop-portal), over D-Bus.

In a sandbox (Flatpak, Snap) this is the only way to other programs. Elsewhere the desktop's own
ways are better: the portal asks with which program to open a file, until it was told three times.
"""

import logging
import os
import time
from pathlib import Path
from typing import Any

from desktop.system import freedesktop

log = logging.getLogger("satchel.desktop")

NAME, OBJECT = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"
APPEARANCE = "org.freedesktop.appearance"
DONE, CANCELLED, FAILED = 0, 1, 2  # its answers to requests

SOON = 1.0
"""Seconds that a window waits for it, at most; the toolkit is loaded meanwhile."""

ANSWERED = 600.0
"""Seconds for the person to choose a program."""


def in_sandbox() -> bool:
    """Whether other programs are out of reach, but for the portal."""
    return Path("/.flatpak-info").exists() or bool(os.environ.get("SNAP"))


def shows_file_dialogs() -> bool:
    """Whether it answers soon to all that Qt asks of it for the desktop's own dialogs for files.

    Qt waits 25 s for the settings.
    """
    chooser = ("org.freedesktop.portal.FileChooser", "version")
    properties = (OBJECT, NAME, "org.freedesktop.DBus.Properties")
    settings = (OBJECT, NAME, "org.freedesktop.portal.Settings")
    return (
        freedesktop.ask(properties, "Get", "ss", chooser, SOON) is not None
        and freedesktop.ask(settings, "ReadAll", "as", ([APPEARANCE],), SOON) is not None
    )


def notify(title: str, text: str) -> bool:
    """Show a notification."""
    shown = {"title": ("s", title), "body": ("s", text)}
    address = (OBJECT, NAME, "org.freedesktop.portal.Notification")
    return freedesktop.ask(address, "AddNotification", "sa{sv}", ("satchel", shown)) is not None


def open_path(path: Path, choose: bool = False) -> bool:
    """Open a file or a folder, with a program that the person chooses if `choose`. Blocks.

    Returns:
        Whether it was opened, or the person did not want that after all.
    """
    return _handed_over("OpenFile", path, {"ask": ("b", choose)})


def show_file(path: Path) -> bool:
    """Open the folder of a file in the file manager. Blocks."""
    return _handed_over("OpenDirectory", path, {})


def _handed_over(method: str, path: Path, options: dict[str, Any]) -> bool:
    """Call a method with an open file: the portal may not see what its path names."""
    if not freedesktop.has_session_bus():
        return False
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError as error:
        log.info("The portal cannot open a file: %s", error)
        return False
    try:
        with freedesktop.failures_logged(NAME):
            return _answer(method, ("", file, options)) in (DONE, CANCELLED)
    finally:
        os.close(file)
    return False


def _answer(method: str, arguments: tuple[Any, ...]) -> int:
    """What becomes of a request. The portal takes it back when the connection ends."""
    from jeepney import DBusAddress, HeaderFields, MatchRule, message_bus, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    opener = DBusAddress(OBJECT, NAME, "org.freedesktop.portal.OpenURI")
    rule = MatchRule(type="signal", interface=REQUEST, member="Response")
    with (
        open_dbus_connection("SESSION", enable_fds=True) as connection,
        connection.filter(rule) as responses,
    ):
        connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=freedesktop.PATIENCE)
        message = new_method_call(opener, method, "sha{sv}", arguments)
        reply = connection.send_and_get_reply(message, timeout=freedesktop.PATIENCE)
        request = freedesktop.body_of(reply, NAME)
        ends = time.monotonic() + ANSWERED
        while request:
            left = ends - time.monotonic()
            response = connection.recv_until_filtered(responses, timeout=left)
            if response.header.fields[HeaderFields.path] == request[0]:
                return int(response.body[0])
    return FAILED

"""Requests to a Linux desktop over D-Bus: show a notification, show a file in the file manager.

Every function returns False if nothing answers, as always on other systems.
"""

import logging
import sys
from pathlib import Path
from typing import Any

log = logging.getLogger("satchel.desktop")

PATIENCE = 3.0  # seconds for another program to answer


def notify(title: str, text: str) -> bool:
    """Show a notification (org.freedesktop.Notifications)."""
    arguments: tuple[Any, ...] = ("Satchel", 0, "satchel", title, text, [], {}, -1)
    return call("org.freedesktop.Notifications", "Notify", "susssasa{sv}i", arguments)


def show_file(path: Path) -> bool:
    """Open the file's folder in the file manager, with the file selected."""
    return call("org.freedesktop.FileManager1", "ShowItems", "ass", ([path.as_uri()], ""))


def call(service: str, method: str, signature: str, arguments: tuple[Any, ...]) -> bool:
    if sys.platform != "linux":
        return False
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress(f"/{service.replace('.', '/')}", service, service)
    try:
        with open_dbus_connection("SESSION") as connection:
            message = new_method_call(address, method, signature, arguments)
            reply = connection.send_and_get_reply(message, timeout=PATIENCE)
    # jeepney has no error for a missing session bus: there is no address, no socket, or no answer.
    except (OSError, KeyError, ValueError, RuntimeError, TimeoutError) as error:
        log.info("%s cannot be asked: %s", service, error or type(error).__name__)
        return False
    if reply.header.message_type is MessageType.error:
        log.info("%s did not do it: %s", service, reply.body)
        return False
    return True

"""Requests to a Linux desktop over D-Bus: show a notification, show a file in the file manager.

Every function returns False if nothing answers, as always on other systems.
"""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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


def has_session_bus() -> bool:
    """Whether there is a bus to ask by; a computer without a desktop has none."""
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ


def call(service: str, method: str, signature: str, arguments: tuple[Any, ...]) -> bool:
    """Call a method of a service that has one object with one interface, all of one name."""
    address = (f"/{service.replace('.', '/')}", service, service)
    return ask(address, method, signature, arguments) is not None


def ask(
    address: tuple[str, str, str],
    method: str,
    signature: str,
    arguments: tuple[Any, ...],
    patience: float = PATIENCE,
) -> tuple[Any, ...] | None:
    """Call a method; the address is an object's path, its service and its interface.

    Returns:
        What it returned; None if nothing answers, or it failed.
    """
    if sys.platform != "linux" or not has_session_bus():
        return None
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    path, service, interface = address
    with failures_logged(service), open_dbus_connection("SESSION") as connection:
        called = DBusAddress(path, service, interface)
        message = new_method_call(called, method, signature, arguments)
        return body_of(connection.send_and_get_reply(message, timeout=patience), service)
    return None


@contextmanager
def failures_logged(service: str) -> Iterator[None]:
    """What fails with the session bus is logged, and ends the block."""
    try:
        yield
    # jeepney has no error of its own: there is no socket, the address is odd, or nobody answers.
    except (OSError, ValueError, RuntimeError, TimeoutError) as error:
        log.info("%s cannot be asked: %s", service, str(error) or type(error).__name__)


def body_of(reply: Any, service: str) -> tuple[Any, ...] | None:
    """What a method returned; None, and logged, if it failed."""
    from jeepney import MessageType

    if reply.header.message_type is MessageType.error:
        log.info("%s did not do it: %s", service, reply.body)
        return None
    return tuple(reply.body)

"""A separate session bus with a desktop that records what it is asked to do."""

from __future__ import annotations

import subprocess
from threading import Thread
from typing import Any

from jeepney import MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

SERVICES = ("org.freedesktop.Notifications", "org.freedesktop.FileManager1")


class Desktop:
    """Pretends to show notifications and folders: it records them.

    Attributes:
        environment: lets programs find the bus.
        asked: methods and their arguments.
    """

    def __init__(self) -> None:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        self.bus = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self.bus.stdout is not None
        self.address = self.bus.stdout.readline().strip()
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": self.address}
        self.asked: list[tuple[str, Any]] = []
        connection = open_dbus_connection(self.address)
        for service in SERVICES:
            connection.send_and_get_reply(message_bus.RequestName(service))
        Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: DBusConnection) -> None:
        while True:
            try:
                message = connection.receive()
            except (OSError, EOFError):  # the bus has ended
                return
            if message.header.message_type is MessageType.method_call:
                self.asked.append((message.header.fields[3], message.body))
                connection.send(new_method_return(message))

    def close(self) -> None:
        self.bus.terminate()
        self.bus.wait(10)

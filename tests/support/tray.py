"""A system tray as desktops have it: a host on the session bus (StatusNotifierItem)."""

from __future__ import annotations

import subprocess
from threading import Thread
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

WATCHER = "org.kde.StatusNotifierWatcher"
DESCRIPTION = f"""<node><interface name="{WATCHER}">
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
</interface></node>"""
UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"


class Tray:
    """A session bus of its own with a tray, in which icons can be clicked.

    Attributes:
        environment: lets programs find the bus.
        icons: the programs on the bus that have put an icon into the tray.
    """

    def __init__(self) -> None:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        self.bus = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self.bus.stdout is not None
        self.address = self.bus.stdout.readline().strip()
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": self.address}
        self.icons: list[str] = []
        host = open_dbus_connection(self.address)
        host.send_and_get_reply(message_bus.RequestName(WATCHER))
        Thread(target=self._answer, args=(host,), daemon=True).start()

    def _answer(self, host: DBusConnection) -> None:
        while True:
            try:
                asked = host.receive()
            except (OSError, EOFError):  # the bus has ended
                return
            if asked.header.message_type is not MessageType.method_call:
                continue
            match asked.header.fields[HeaderFields.member]:
                case "Introspect":
                    answer = new_method_return(asked, "s", (DESCRIPTION,))
                case "Get":
                    answer = new_method_return(asked, "v", (("b", True),))
                case "RegisterStatusNotifierItem":
                    self.icons.append(asked.header.fields[HeaderFields.sender])
                    answer = new_method_return(asked)
                case _:
                    answer = new_error(asked, UNKNOWN)
            host.send(answer)

    def click(self) -> None:
        """Click the newest icon."""
        self._ask("/StatusNotifierItem", "org.kde.StatusNotifierItem", "Activate", "ii", (0, 0))

    def choose(self, label: str) -> None:
        """Choose an entry of its menu."""
        menu = "com.canonical.dbusmenu"
        _revision, (_id, _facts, entries) = self._ask(
            "/MenuBar", menu, "GetLayout", "iias", (0, -1, [])
        )
        found = {facts["label"][1]: number for _sign, (number, facts, _below) in entries}
        event = (found[label], "clicked", ("i", 0), 0)
        self._ask("/MenuBar", menu, "Event", "isvu", event)

    def _ask(self, path: str, interface: str, method: str, signature: str, body: Any) -> Any:
        address = DBusAddress(path, self.icons[-1], interface)
        with open_dbus_connection(self.address) as connection:
            reply = connection.send_and_get_reply(
                new_method_call(address, method, signature, body), timeout=30
            )
        assert reply.header.message_type is not MessageType.error, reply.body
        return reply.body

    def close(self) -> None:
        self.bus.terminate()
        self.bus.wait(10)

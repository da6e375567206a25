"""A portal that has nothing but the settings of a desktop with an accent colour."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

from desktop.system.programs.accent import KEY, SETTINGS, Colour
from desktop.system.programs.portal import APPEARANCE, NAME, OBJECT
from tests.support.native import until
from tests.support.session_bus import CONFIGURATION


class AccentPortal:
    """A session bus with it."""

    def __init__(self, folder: Path, colour: Colour) -> None:
        (folder / "services").mkdir()
        (folder / "bus.conf").write_text(CONFIGURATION.format(folder=folder))
        command = ["dbus-daemon", "--nofork", "--config-file", str(folder / "bus.conf")]
        self.process = subprocess.Popen(command)
        until((folder / "bus").exists, "the bus is there")
        self.address = f"unix:path={folder}/bus"
        self.colour = colour
        self.connection = open_dbus_connection(self.address)
        self.connection.send_and_get_reply(message_bus.RequestName(NAME))
        threading.Thread(target=self.answer, daemon=True).start()

    def answer(self) -> None:
        while True:
            try:
                message = self.connection.receive()
            except (OSError, ConnectionError):
                return
            if message.header.message_type is not MessageType.method_call:
                continue
            if message.header.fields[HeaderFields.member] == "Read" and message.body[1] == KEY:
                value = ("v", ("(ddd)", self.colour))
                self.connection.send(new_method_return(message, "v", (value,)))
            else:
                self.connection.send(new_error(message, f"{NAME}.Error.NotFound"))

    def set(self, colour: Colour) -> None:
        self.colour = colour
        emitter = DBusAddress(OBJECT, interface=SETTINGS)
        body = (APPEARANCE, KEY, ("(ddd)", colour))
        self.connection.send(new_signal(emitter, "SettingChanged", "ssv", body))

    def close(self) -> None:
        self.process.kill()
        self.process.wait()

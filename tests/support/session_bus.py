"""A session bus with the portals of a GTK desktop."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.support.native import SECONDS, until

SERVICES = Path("/usr/share/dbus-1/services")
PORTALS = (
    "org.freedesktop.portal.Desktop",
    "org.freedesktop.portal.Documents",
    "org.freedesktop.impl.portal.PermissionStore",
    "org.freedesktop.impl.portal.desktop.gtk",
)
ASKED = (
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.DBus.Properties.Get",
    "string:org.freedesktop.portal.FileChooser",
    "string:version",
)
HAS_PORTALS = all((SERVICES / f"{each}.service").exists() for each in PORTALS)

ENTRY = """[Desktop Entry]
Type=Application
Name=Recorder
Exec={} %f
MimeType=text/plain;
"""

CONFIGURATION = """<busconfig>
<type>session</type><listen>unix:path={folder}/bus</listen>
<servicedir>{folder}/services</servicedir>
<policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>
</policy>
</busconfig>"""


class SessionBus:
    """A bus, which starts the portals when they are asked for.

    Args:
        folder: an empty one, for its files.
        environment: of the portals: they open their dialogs on that display.

    Attributes:
        opened: the file in which the program for text writes down what it is to open.
    """

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        folder.chmod(0o700)
        (folder / "services").mkdir()
        for each in PORTALS:
            name = f"{each}.service"
            (folder / "services" / name).symlink_to(SERVICES / name)
        (folder / "bus.conf").write_text(CONFIGURATION.format(folder=folder))
        self.address = f"unix:path={folder}/bus"
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": self.address}
        self.opened = folder / "opened"
        self.add_program()
        gtk = {"XDG_RUNTIME_DIR": str(folder), "XDG_CURRENT_DESKTOP": "GNOME", "HOME": str(folder)}
        self.process = subprocess.Popen(
            ["dbus-daemon", "--nofork", "--config-file", str(folder / "bus.conf")],
            env={**environment, **gtk, **self.environment},
            stderr=subprocess.DEVNULL,
        )
        until(self.start_portals, "the portals are there")
        self.mount = folder / "doc"  # which one of the portals makes, and takes away when it ends

    def start_portals(self) -> bool:
        """They run already when a person starts a program; False if the bus does not yet."""
        done = subprocess.run(
            ["dbus-send", f"--bus={self.address}", "--print-reply", "--dest=" + PORTALS[0], *ASKED],
            capture_output=True,
            timeout=SECONDS,
        )
        return done.returncode == 0

    def add_program(self) -> None:
        """The usual program for text: it writes down what it is to open."""
        program = self.opened.with_name("program")
        program.write_text(f'#!/bin/sh\necho "$@" >>{self.opened}\n')
        program.chmod(0o755)
        for name, content in (
            (".local/share/applications/recorder.desktop", ENTRY.format(program)),
            (".config/mimeapps.list", "[Default Applications]\ntext/plain=recorder.desktop\n"),
        ):
            path = self.opened.parent / name
            path.parent.mkdir(parents=True)
            path.write_text(content)

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(SECONDS)
        until(self.is_unmounted, "the portals end")

    def is_unmounted(self) -> bool:
        try:
            return not self.mount.is_mount()
        except OSError:  # it is just going
            return False

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

ENTRY = """[Desktop Entry]
Type=Application
Name=Recorder
Exec={} %f
MimeType=text/plain;
"""

SHARED = ("glib-2.0", "icons", "mime", "themes")
"""Of the system's data: all that a dialog needs, without the programs that are installed here."""

# A dialog begins in the folder of the portal, not with the files that were used last: those of the
# tests before.
GSETTINGS = """[org/gtk/settings/file-chooser]
startup-mode='cwd'
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
        begins: the empty folder in which dialogs to open something begin.
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
        self.settings = folder / ".config" / "glib-2.0" / "settings" / "keyfile"
        self.settings.parent.mkdir(parents=True)
        self.settings.write_text(GSETTINGS)
        self.begins = folder / "begins #1 100%"
        self.begins.mkdir()
        self.surroundings = {**environment, **self.home(folder), **self.environment}
        self.process = subprocess.Popen(
            ["dbus-daemon", "--nofork", "--config-file", str(folder / "bus.conf")],
            env=self.surroundings,
            cwd=self.begins,
            stderr=subprocess.DEVNULL,
        )
        until(self.start_portals, "the portals are there")
        self.mount = folder / "doc"  # which one of the portals makes, and takes away when it ends

    def home(self, folder: Path) -> dict[str, str]:
        """The environment of somebody who has just begun to use GNOME, without other programs."""
        (folder / "share").mkdir()
        for each in SHARED:
            (folder / "share" / each).symlink_to(Path("/usr/share", each))
        return {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_CONFIG_HOME": str(folder / ".config"),
            "XDG_DATA_HOME": str(folder / ".local" / "share"),
            "XDG_DATA_DIRS": str(folder / "share"),
            "XDG_CURRENT_DESKTOP": "GNOME",
            "GSETTINGS_BACKEND": "keyfile",
        }

    def start_portals(self) -> bool:
        """They run already when a person starts a program; False if the bus does not yet."""
        done = subprocess.run(
            ["dbus-send", f"--bus={self.address}", "--print-reply", "--dest=" + PORTALS[0], *ASKED],
            capture_output=True,
            timeout=SECONDS,
        )
        return done.returncode == 0

    def prefer(self, scheme: str) -> None:
        """Choose GNOME's colours: "prefer-dark" or "default"."""
        words = ["gsettings", "set", "org.gnome.desktop.interface", "color-scheme", scheme]
        subprocess.run(words, env=self.surroundings, check=True, timeout=SECONDS)

    def add_program(self) -> None:
        """The usual program for text: it writes down what it is to open."""
        program = self.opened.with_name("program")
        program.write_text(f'#!/bin/sh\necho "$@" >>{self.opened}\n')
        program.chmod(0o755)
        for name, content in (
            (".local/share/applications/recorder.desktop", ENTRY.format(program)),
            (
                ".local/share/applications/mimeinfo.cache",
                "[MIME Cache]\ntext/plain=recorder.desktop;\n",
            ),
            (".config/mimeapps.list", "[Default Applications]\ntext/plain=recorder.desktop\n"),
        ):
            path = self.opened.parent / name
            path.parent.mkdir(parents=True, exist_ok=True)
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

"""The accent colour of a Linux desktop, by its portal's settings, also when it changes."""

import threading
from collections.abc import Callable
from typing import Any

from desktop.system import freedesktop
from desktop.system.programs.portal import APPEARANCE, NAME, OBJECT

KEY = "accent-color"
SETTINGS = "org.freedesktop.portal.Settings"

Colour = tuple[float, float, float]
"""Red, green and blue of sRGB, from 0 to 1."""


def watch(changed: Callable[[Colour | None], None]) -> None:
    """Call `changed`, on a thread of its own, with the colour that is set and each later one."""
    if freedesktop.has_session_bus():
        threading.Thread(target=_watch, args=(changed,), name="accent", daemon=True).start()


def _watch(changed: Callable[[Colour | None], None]) -> None:
    from jeepney import DBusAddress, MatchRule, message_bus, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    rule = MatchRule(type="signal", interface=SETTINGS, member="SettingChanged", path=OBJECT)
    with (
        freedesktop.failures_logged(NAME),
        open_dbus_connection("SESSION") as connection,
        connection.filter(rule) as signals,
    ):
        connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=freedesktop.PATIENCE)
        portal = DBusAddress(OBJECT, NAME, SETTINGS)
        read = new_method_call(portal, "Read", "ss", (APPEARANCE, KEY))
        reply = connection.send_and_get_reply(read, timeout=freedesktop.PATIENCE)
        found = freedesktop.body_of(reply, NAME)
        changed(colour(found[0] if found else None))
        while True:
            namespace, key, value = connection.recv_until_filtered(signals).body
            if (namespace, key) == (APPEARANCE, KEY):
                changed(colour(value))


def colour(value: Any) -> Colour | None:
    """The colour in a variant, or in one inside another; None if it is out of range."""
    while isinstance(value, tuple) and len(value) == 2:
        value = value[1]
    if not isinstance(value, tuple) or len(value) != 3:
        return None
    red, green, blue = value
    return (red, green, blue) if all(0 <= each <= 1 for each in value) else None

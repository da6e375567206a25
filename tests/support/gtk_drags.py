"""drag_source.py and drop_target.py for Wayland, by GTK 3; the first argument says which.

Two Qt programs cannot be used there: Qt 6.12 hands files on through the desktop's portal, which
takes no folders, and falls back on nothing useful. Runs with the system's Python, which has GTK.
"""

import json
import sys
from pathlib import Path
from typing import Any

import gi  # type: ignore[import-not-found]

from tests.support.dragged_contents import contents
from tests.support.dropped_files import taken

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # type: ignore[import-not-found]  # noqa: E402

NAMES = {Gdk.DragAction.COPY: "CopyAction", Gdk.DragAction.MOVE: "MoveAction"}
BOTH = Gdk.DragAction.COPY | Gdk.DragAction.MOVE


def say(text: str) -> None:
    print(text, flush=True)


class Source:
    """What is dragged: files, or contents as `dragged_contents` has them."""

    def __init__(self, label: Any, given: list[str]) -> None:
        self.given = given
        self.contents = contents(given)
        kinds = list(self.contents) or ["text/uri-list"]
        targets = [Gtk.TargetEntry.new(kind, 0, number) for number, kind in enumerate(kinds)]
        label.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, targets, Gdk.DragAction.COPY)
        label.connect("drag-data-get", self.give)
        label.connect("drag-failed", self.fail)
        label.connect("drag-end", self.end)
        self.has_failed = False

    def give(self, _label: Any, _context: Any, data: Any, _number: int, _time: int) -> None:
        if self.contents:
            data.set(data.get_target(), 8, self.contents[data.get_target().name()])
        else:
            data.set_uris([Path(file).as_uri() for file in self.given])

    def fail(self, *_facts: Any) -> bool:
        self.has_failed = True
        return True

    def end(self, _label: Any, context: Any) -> None:
        action = NAMES.get(context.get_selected_action(), "IgnoreAction")
        say("IgnoreAction" if self.has_failed else action)


class Target:
    """Takes files into a folder."""

    def __init__(self, label: Any, folder: Path) -> None:
        self.folder = folder
        self.is_over = False
        targets = [Gtk.TargetEntry.new("text/uri-list", 0, 0)]
        label.drag_dest_set(Gtk.DestDefaults.ALL, targets, BOTH)
        label.connect("drag-motion", self.move)
        label.connect("drag-leave", self.leave)
        label.connect("drag-data-received", self.receive)

    def move(self, *_facts: Any) -> bool:
        if not self.is_over:
            say("over")
        self.is_over = True
        return False

    def leave(self, *_facts: Any) -> None:
        GLib.idle_add(self.forget)

    def forget(self) -> None:
        self.is_over = False

    def receive(self, _label: Any, context: Any, _x: int, _y: int, data: Any, *_rest: int) -> None:
        action = NAMES[context.get_selected_action()]
        names = taken(data.get_data(), self.folder, action == "MoveAction")
        formats = [each.name() for each in context.list_targets()]
        say(json.dumps({"action": action, "names": names, "formats": formats}))


def main(kind: str, _x: str, _y: str, *given: str) -> None:
    window = Gtk.Window(title=f"peer {kind}", decorated=False)
    label = Gtk.EventBox()
    label.add(Gtk.Label(label="drag me" if kind == "drag_source" else "drop here"))
    window.add(label)
    if kind == "drag_source":
        window.set_default_size(80, 40)
        peer: object = Source(label, list(given))
    else:
        window.set_default_size(120, 80)
        peer = Target(label, Path(given[0]))
    window.connect("map-event", lambda *_: say("ready"))
    window.show_all()
    Gtk.main()
    del peer


if __name__ == "__main__":
    main(*sys.argv[1:])

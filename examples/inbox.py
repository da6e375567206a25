"""An inbox for files: takes in what its settings allow, shows it, and logs what happens."""

from dataclasses import dataclass, field
from enum import Enum

import core as jp
from core import kit

log = kit.Log(aria_label="What happened")


class Kind(Enum):
    """Kinds of files, with the beginnings of their MIME types; the last one fits all."""

    PICTURES = "image/"
    SOUNDS = "audio/"
    FILMS = "video/"
    TEXTS = "text/"
    OTHERS = ""


@dataclass
class Rules:
    """What the inbox takes in. People change it on the page; it is kept in the data folder."""

    kinds: list[Kind] = field(
        default_factory=lambda: [Kind.PICTURES, Kind.TEXTS, Kind.OTHERS],
        metadata={"label": "Take in"},
    )
    by_kind: bool = field(default=True, metadata={"label": "Sort into a folder for each kind"})


def page(request: jp.Request) -> jp.WebPage:
    wp = kit.Shell("Inbox", icon="folder")
    folder = jp.app.session_folder(request.session_id)
    inbox = wp.section("Files", icon="layout-grid")
    wp.section("Log", icon="list").add(kit.Card(children=[log]))
    settings = kit.Settings(Rules, a=wp.section("Settings", icon="settings"))

    def take(msg: jp.Msg) -> None:
        for file in msg.files:
            kind = next(each for each in Kind if file.type.startswith(each.value))
            name = kind.name.lower()
            if kind in settings.value.kinds:
                file.save(f"{folder.folder}/{name}/" if settings.value.by_kind else folder)
                log.write(f"Took in {file.name}", kind="good")
            else:
                file.fail(f"The settings leave out {name}.")
                log.write(f"Refused {file.name}", kind="warning")

    async def empty(msg: jp.Msg) -> None:
        found = files.files
        if found and not await wp.confirm("Remove all files?", yes="Remove", danger=True):
            return
        for entry in found:
            folder.remove(entry.path)
            log.write(f"Removed {entry.path}")
        wp.notify("The inbox is empty.", kind="good")

    kit.Upload(take, filled=True, anywhere=True, a=inbox)
    files = kit.Files(folder, empty="Drop something anywhere on the page.", a=inbox)
    kit.Button("Empty", icon="trash-2", click=empty, a=wp.actions)
    return wp


jp.justpy(page)

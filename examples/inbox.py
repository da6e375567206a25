"""An inbox for files: takes in what its settings allow, shows it, and logs what happens."""

from dataclasses import dataclass, field
from typing import Literal

import core as jp
from core import kit

log = kit.Log(aria_label="What happened")


@dataclass
class Rules:
    """What the inbox takes in. People change it on the page; it is kept in the data folder."""

    kinds: list[Literal["image", "audio", "video", "text", "application"]] = field(
        default_factory=lambda: ["image", "text", "application"], metadata={"label": "Take in"}
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
            kind = file.type.partition("/")[0]
            if kind not in settings.value.kinds:
                file.fail(f"The settings do not take in {kind} files.")
                log.write(f"Refused {file.name}", kind="warning")
                continue
            file.save(f"{folder.folder}/{kind}/" if settings.value.by_kind else folder)
            log.write(f"Took in {file.name}", kind="good")

    async def empty(msg: jp.Msg) -> None:
        count = len(files.files)
        if await wp.confirm(f"Remove all {count} files?", yes="Remove", danger=True):
            for entry in files.files:
                folder.remove(entry.path)
            log.write(f"Removed {count} files")
            wp.notify("The inbox is empty.", kind="good")

    kit.Upload(take, filled=True, anywhere=True, a=inbox)
    files = kit.Files(folder, empty="Drop something anywhere on the page.", a=inbox)
    kit.Button("Empty", icon="trash-2", click=empty, a=wp.actions)
    return wp


jp.justpy(page)

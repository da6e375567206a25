"""Uploads pictures into a folder of the visitor's own and shows thumbnails of them.

Each browser session has such a folder, so visitors see only their own pictures, which are still
there after the program restarts.
"""

from typing import Any

import core as jp


class Photo(jp.A):
    """A thumbnail; a click saves the original."""

    def __init__(self, session_id: str, file: jp.Entry, **attributes: Any) -> None:
        address = f"/static/{session_id}/{file.path}"
        super().__init__(href=address, download=file.name, **attributes)
        picture = jp.Img(src=file.thumbnail, alt=file.name, a=self)
        picture.classes = "h-36 max-w-64 rounded-lg object-cover"


class Wall(jp.Div):
    """All pictures of a session."""

    def __init__(self, session_id: str, **attributes: Any) -> None:
        super().__init__(classes="flex flex-wrap gap-3", **attributes)
        self.session_id = session_id
        self.folder = jp.app.session_folder(session_id)
        self.hang()

    def hang(self) -> None:
        """Show what is in the folder."""
        self.delete_components()
        for entry in self.folder.list():
            Photo(self.session_id, entry, a=self)
        if not len(self):
            jp.P(text="No pictures yet.", a=self)

    def take(self, msg: jp.Msg) -> None:
        """Keep the files of a form; files that no handler saves are removed."""
        for file in msg.files:
            file.save(self.folder)  # under its own name, or `kite (2).png` if that is taken
        self.hang()


def page(request: jp.Request) -> jp.WebPage:
    wp = jp.WebPage(title="Photo wall")
    column = jp.Div(classes="m-8 flex flex-col gap-6", a=wp)
    form = jp.Form(classes="flex flex-wrap items-center gap-4", a=column)
    wall = Wall(request.session_id, a=column)
    form.on("submit", wall.take)
    jp.Input(type="file", multiple=True, accept="image/*", classes=jp.Styles.input_classes, a=form)
    jp.Button(type="submit", text="Upload", classes=jp.Styles.button_simple, a=form)
    return wp


jp.justpy(page)

"""The page of the benchmark with NiceGUI: ``python nicegui_page.py PORT``."""

from __future__ import annotations

import sys

from nicegui import ui

APPENDED = 1_000


@ui.page("/")
def page(rows: int) -> None:
    """Rows, a button that counts in another label, and a button that appends rows."""
    count = ui.label("0").classes("the-count")

    def clicked() -> None:
        count.text = str(int(count.text) + 1)

    def appended() -> None:
        with table:
            for number in range(APPENDED):
                ui.label(f"new {number}")

    ui.button("click", on_click=clicked).classes("do-click")
    ui.button("append", on_click=appended).classes("do-append")
    with ui.element("div").classes("the-rows") as table:
        for number in range(rows):
            ui.label(f"row {number}")


ui.run(host="127.0.0.1", port=int(sys.argv[1]), reload=False, show=False)

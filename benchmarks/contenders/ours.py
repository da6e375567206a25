"""The page of the benchmark with Satchel: ``python ours.py PORT``."""

from __future__ import annotations

import sys

import core as jp

APPENDED = 1_000


def page(request: jp.Request) -> jp.WebPage:
    """Rows, a button that counts in another Div, and a button that appends rows."""
    page = jp.WebPage()
    count = jp.Div(classes="the-count", text="0", a=page)
    jp.Button(classes="do-click", text="click", click=clicked, a=page).count = count
    append = jp.Button(classes="do-append", text="append", click=appended, a=page)
    append.rows = jp.Div(classes="the-rows", a=page)
    for number in range(int(request.query_params["rows"])):
        jp.Div(text=f"row {number}", a=append.rows)
    return page


def clicked(button: jp.Button, msg: jp.Msg) -> None:
    """Change one text."""
    button.count.text = int(button.count.text) + 1


def appended(button: jp.Button, msg: jp.Msg) -> None:
    """Add rows."""
    for number in range(APPENDED):
        jp.Div(text=f"new {number}", a=button.rows)


jp.justpy(page, port=int(sys.argv[1]))

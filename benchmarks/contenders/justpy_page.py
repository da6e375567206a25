"""The page of the benchmark with JustPy: ``python justpy_page.py PORT``."""

from __future__ import annotations

import sys
from typing import Any

import justpy as jp

APPENDED = 1_000


def page(request: Any) -> Any:
    """Rows, a button that counts in another Div, and a button that appends rows."""
    page = jp.WebPage()
    count = jp.Div(classes="the-count", text="0", a=page)
    jp.Button(classes="do-click", text="click", click=clicked, a=page).count = count
    append = jp.Button(classes="do-append", text="append", click=appended, a=page)
    append.rows = jp.Div(classes="the-rows", a=page)
    for number in range(int(request.query_params["rows"])):
        jp.Div(text=f"row {number}", a=append.rows)
    return page


def clicked(button: Any, msg: Any) -> None:
    """Change one text."""
    button.count.text = str(int(button.count.text) + 1)


def appended(button: Any, msg: Any) -> None:
    """Add rows."""
    for number in range(APPENDED):
        jp.Div(text=f"new {number}", a=button.rows)


jp.justpy(page, host="127.0.0.1", port=int(sys.argv[1]))

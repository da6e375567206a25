"""A page of many browsers, and small pages of one browser each: ``python ours_shared.py PORT``."""

from __future__ import annotations

import asyncio
import sys
import time

import core as jp

shared = jp.WebPage()
clock = jp.Div(text="not yet", a=shared)


def own() -> jp.WebPage:
    """A small page for each visit."""
    page = jp.WebPage()
    for number in range(5):
        jp.Div(text=f"line {number}", classes="p-2", a=page)
    jp.Button(text="nothing", click=nothing, a=page)
    return page


def nothing(button: jp.Button, msg: jp.Msg) -> None:
    """A handler, as most pages have one."""


async def broadcast(request: jp.Request) -> jp.Response:
    """Change the shared page, as many times a second as ``hertz`` says; the text is the time."""
    wait = 1 / float(request.query_params["hertz"])
    for _ in range(int(request.query_params["updates"])):
        clock.text = f"at {time.monotonic_ns():020}"
        await shared.update()
        await asyncio.sleep(wait)
    return jp.PlainTextResponse("done")


jp.Route("/shared", lambda: shared)
jp.Route("/own", own)
jp.Route("/broadcast", broadcast)
jp.justpy(port=int(sys.argv[1]))

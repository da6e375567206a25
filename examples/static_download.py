"""A file beside the program: shown, downloaded, and opened in its own tab."""

import core as jp

# /static is the program's folder (and the one it was started from); .py files are never served.
KITE = "/static/kite.svg"


def page() -> jp.WebPage:
    wp = jp.WebPage(title="Static download")
    card = jp.Div(classes="m-8 flex w-60 flex-col gap-3", a=wp)
    jp.Img(src=KITE, alt="A kite", classes="rounded-xl", a=card)
    # `download` saves under that name; without it, `target` shows the file in another window.
    jp.A(text="Save the kite", href=KITE, download="my kite.svg", classes="underline", a=card)
    jp.A(text="Open the kite", href=KITE, target="_blank", classes="underline", a=card)
    return wp


jp.justpy(page)

"""Cookies that a page sets in the browsers that it is served to."""

from __future__ import annotations

from http.cookies import Morsel, SimpleCookie


def cookie(name: str, value: str, **options: str | int | bool | None) -> Morsel[str]:
    """A cookie with options such as ``max_age``; those that are None or False are left out.

    Raises:
        http.cookies.CookieError: HTTP allows no such name.
        ValueError: HTTP allows no such value.
    """
    morsel: Morsel[str] = Morsel()
    _, text = SimpleCookie().value_encode(value)
    if not text.isascii():
        raise ValueError(f"A cookie cannot hold {value!r}: encode it, as urllib.parse.quote does.")
    morsel.set(name, value, text)
    for option, setting in options.items():
        if setting is not None and setting is not False:
            morsel[option.replace("_", "-")] = setting
    return morsel

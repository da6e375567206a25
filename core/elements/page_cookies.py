"""PageCookies: cookies that a page sets in the browsers that it is served to."""

from __future__ import annotations

from collections.abc import Mapping
from http.cookies import Morsel, SimpleCookie
from types import MappingProxyType


class PageCookies:
    """The part of a page that has to do with cookies."""

    cookies: Mapping[str, Morsel[str]] = MappingProxyType({})

    def set_cookie(
        self,
        name: str,
        value: str = "",
        *,
        max_age: int | None = None,
        path: str = "/",
        domain: str | None = None,
        secure: bool = False,
        httponly: bool = False,
        samesite: str = "Lax",
    ) -> None:
        """Set a cookie in every browser that is served the page from now on.

        Args:
            max_age: seconds; None keeps it until the browser ends.

        Raises:
            http.cookies.CookieError: HTTP does not allow this name.
            ValueError: HTTP does not allow this value.
        """
        _, text = SimpleCookie().value_encode(value)
        if not text.isascii():
            raise ValueError(
                f"A cookie cannot hold {value!r}: encode it, as urllib.parse.quote does."
            )
        cookie: Morsel[str] = Morsel()
        cookie.set(name, value, text)
        options = {
            "max-age": max_age,
            "path": path,
            "domain": domain,
            "secure": secure,
            "httponly": httponly,
            "samesite": samesite,
        }
        for option, setting in options.items():
            if setting is not None and setting is not False:
                cookie[option] = setting
        object.__setattr__(self, "cookies", {**self.cookies, name: cookie})

    def delete_cookie(self, name: str, *, path: str = "/", domain: str | None = None) -> None:
        """Delete a cookie in every browser that is served the page from now on.

        Args:
            path, domain: as the cookie was set.
        """
        self.set_cookie(name, max_age=0, path=path, domain=domain)

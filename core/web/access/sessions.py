"""Sessions, identified by a signed cookie.

Cookies ignore ports: a browser sends those of 127.0.0.1 to every server there, even another
user's. So if there is a launch token, a cookie opens a session only for the user of this machine
whose process received it; if that user is not known, only until the program ends.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from typing import NamedTuple

from itsdangerous import BadSignature, Signer

# Browsers cap the age of cookies at 400 days (RFC 6265bis, section 5.5).
MAX_AGE = 400 * 24 * 3600

_ID = re.compile(r"[0-9a-f]{32}")


def new_session_id() -> str:
    """An unguessable id that is also a good name for a folder."""
    return secrets.token_hex(16)


def is_session_id(text: str) -> bool:
    """Whether a text looks like a session id."""
    return _ID.fullmatch(text) is not None


class Claim(NamedTuple):
    """The content of a cookie: a session, and the user who received it.

    Attributes:
        user: of this machine; None if unknown.
        is_of_this_launch: whether it was given since the program started.
    """

    session_id: str
    user: int | None
    is_of_this_launch: bool

    def is_valid_for(self, user: int | None) -> bool:
        """Whether a sender of the cookie is its recipient: a user of this machine, if known."""
        return self.is_of_this_launch if self.user is None else user == self.user


class Sessions:
    """Reads and writes session cookies.

    Args:
        secret: the key that they are signed with; cookies signed with another count as none.
        cookie_name: unique to the program, because the ports of a host share their cookies.
        launch: unique to this launch of the program, such as its token.
    """

    def __init__(self, secret: bytes, cookie_name: str, launch: str | None = None) -> None:
        self._secret = secret
        self._signer = Signer(secret, salt="satchel.session")
        self._launch = self._hashed(f"satchel.launch:{launch or ''}")[:16]
        self.cookie_name = cookie_name

    def read(self, cookie_header: str) -> Claim | None:
        """The claim in a Cookie header; None if there is no valid one.

        Other programs on this host may have set cookies of any form, even with our name.
        """
        for pair in cookie_header.split(";"):
            name, _, value = pair.strip().partition("=")
            if name == self.cookie_name and (claim := self._unsign(value)):
                return claim
        return None

    def named(self, name: str) -> str:
        """The session of clients with the launch token, by a name that they choose.

        It stays the same after a restart, although the token changes, so that uploads can be
        resumed.
        """
        return self._hashed(f"satchel.program:{name}")[:32]

    def _hashed(self, text: str) -> str:
        return hmac.new(self._secret, text.encode(), hashlib.sha256).hexdigest()

    def _unsign(self, value: str) -> Claim | None:
        try:
            session_id, user, launch = self._signer.unsign(value).decode().split("-")
        except (BadSignature, ValueError):
            return None
        if not is_session_id(session_id):
            return None
        return Claim(session_id, int(user) if user else None, launch == self._launch)

    def cookie(self, session_id: str, user: int | None = None) -> str:
        """The cookie's name and value, as a client sends it.

        Args:
            user: of this machine, who receives it; None if unknown.
        """
        claim = f"{session_id}-{'' if user is None else user}-{self._launch}"
        return f"{self.cookie_name}={self._signer.sign(claim).decode()}"

    def set_cookie(
        self, session_id: str, user: int | None = None, same_site: str = "Strict"
    ) -> str:
        """The Set-Cookie header that gives a browser this session."""
        cookie = self.cookie(session_id, user)
        return f"{cookie}; Path=/; Max-Age={MAX_AGE}; HttpOnly; SameSite={same_site}"

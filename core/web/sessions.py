"""Sessions: who a browser is, by a signed cookie."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

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


class Sessions:
    """Reads and writes session cookies.

    Args:
        secret: the key that they are signed with; cookies signed with another count as none.
        cookie_name: ports of one host share their cookies, so programs need names of their own.
    """

    def __init__(self, secret: bytes, cookie_name: str) -> None:
        self._secret = secret
        self._signer = Signer(secret, salt="satchel.session")
        self.cookie_name = cookie_name

    def read(self, cookie_header: str) -> str | None:
        """The session id in a Cookie header, or None if there is no valid one.

        Other programs on this host may have set cookies of any form, and even of our name.
        """
        for pair in cookie_header.split(";"):
            name, _, value = pair.strip().partition("=")
            if name == self.cookie_name and (session_id := self._unsign(value)):
                return session_id
        return None

    def named(self, name: str) -> str:
        """The session of programs that bear the launch token, by a name that they chose.

        The same after a restart, though the token is another: what they began, they can continue.
        """
        named = hmac.new(self._secret, b"satchel.program:" + name.encode(), hashlib.sha256)
        return named.hexdigest()[:32]

    def _unsign(self, value: str) -> str | None:
        try:
            session_id = self._signer.unsign(value).decode()
        except (BadSignature, UnicodeError):
            return None
        return session_id if is_session_id(session_id) else None

    def cookie(self, session_id: str) -> str:
        """The cookie's name and value, as a client sends it."""
        return f"{self.cookie_name}={self._signer.sign(session_id).decode()}"

    def set_cookie(self, session_id: str, same_site: str = "Strict") -> str:
        """The Set-Cookie header that gives a browser this session."""
        cookie = self.cookie(session_id)
        return f"{cookie}; Path=/; Max-Age={MAX_AGE}; HttpOnly; SameSite={same_site}"

"""A program's identity, kept between launches: secret, session, cookie name, last port."""

import functools
import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from desktop.system import state_files
from desktop.system.errors import FolderError
from desktop.system.paths import Folders


@dataclass(frozen=True)
class Identity:
    """The identity of one program in one data folder, and this launch's token."""

    secret: bytes  # signs cookies, so that they outlive a launch
    cookie_name: str  # browsers share cookies between the ports of a host
    token: str  # printed in the terminal, lets a browser in; of this process only
    mark: str  # distinguishes this program's files from those of others
    data: Path  # the folder of secret and session
    state: Path  # the folder of small files

    @classmethod
    def of(cls, folders: Folders, program: str, token: str = "") -> "Identity":
        """Read it from the data folder; missing files are made.

        Args:
            token: the launch's; if empty, a new one is made.

        Raises:
            FolderError: a file there cannot be read, written or understood.
        """
        mark = hashlib.sha256(os.fsencode(f"{folders.data}\0{program}")).hexdigest()[:12]
        return cls(
            secret=state_files.kept(
                folders.data / "secret", lambda: secrets.token_hex(32)
            ).encode(),
            cookie_name=f"satchel_{mark}",
            token=token or secrets.token_urlsafe(24),
            mark=mark,
            data=folders.data,
            state=folders.state,
        )

    @functools.cached_property
    def session_id(self) -> str:
        """The window's session.

        Raises:
            FolderError: its file cannot be read, written or understood.
        """
        return window_session(self.data / "window-session")

    def last_port(self) -> int:
        """The port of the last launch; 0, which means any, if it is not known."""
        last = state_files.recall(self.state / f"port-{self.mark}")
        return int(last) if last.isascii() and last.isdigit() and int(last) < 65536 else 0

    def remember_port(self, port: int) -> None:
        state_files.remember(self.state / f"port-{self.mark}", str(port))


def window_session(path: Path) -> str:
    # Deferred: a second start needs nothing of core.
    from core.web.access.sessions import is_session_id, new_session_id

    session_id = state_files.kept(path, new_session_id)
    if not is_session_id(session_id):
        raise FolderError(
            f"{path} does not hold the name of a folder in {path.parent / 'sessions'} (32 of the "
            "characters 0-9 a-f). Write your folder's name into it, or remove it to get a new one."
        )
    return session_id

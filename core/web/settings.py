"""Settings of an application, chosen by the launcher."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from ..files import disk, moves
from ..jobs.limits import JobLimits
from ..live.protocol import WindowNews
from ..uploads.limits import UploadLimits
from ..uploads.local_files import LocalFile, Opened

# The folder, below the working directory, of programs that run without `python -m desktop`.
PRIVATE_FOLDER = ".satchel"
SECRET_BYTES = 32


class Caller(NamedTuple):
    """The page that calls the window, or for which a handler of the program calls it.

    Attributes:
        window: the name of its window; "" if unknown.
        channel: the id of its channel, for reports about the call.
    """

    window: str
    channel: str


Report = Callable[[Caller, WindowNews], None]
"""Sends a page the progress of its call to the window. Any thread calls it."""


class WindowHost(Protocol):
    """The window around the pages (`desktop` provides it).

    Attributes:
        session_id: the window's session; only its pages may call.
        available: whether there is a window now.
        drags: whether its pages can have files dragged into other programs.
    """

    session_id: str

    @property
    def available(self) -> bool: ...

    @property
    def drags(self) -> bool: ...

    def subscribe(self, report: Report) -> None:
        """Send reports to this function from now on."""

    async def call(self, name: str, arguments: dict[str, Any], caller: Caller) -> Any:
        """Make a page's call.

        Raises:
            HostError: the call was refused or failed; the text is shown to the user.
        """

    async def do(self, name: str, arguments: dict[str, Any], caller: Caller) -> Any:
        """Make the program's call, which is less restricted. It may raise anything."""


class LocalFiles(Protocol):
    """Files of this computer that a person dropped on the window, chose or opened (`desktop`
    provides it). `LocalUploads` gives pages handles for them.

    Attributes:
        session_id: only pages of this session get any.
    """

    session_id: str

    async def vouch(self, seen: dict[str, Any]) -> list[LocalFile | bool | None]:
        """Find the files that a page saw in a drop or choice.

        Args:
            seen: ``items``, how many items were dropped or chosen, and ``files``, a list of
                ``{"item": its number, "path": below the item if that is a folder, "name", "size",
                "lastModified"}``.

        Returns:
            For each file: None if it was not in the drop; False for a FIFO, socket or device, which
            browsers take for empty files.
        """

    async def opened(self, shown: list[int]) -> list[Opened]:
        """The files that were opened with the program, and that no page has shown yet.

        Args:
            shown: the numbers of those that the page has shown.
        """


@dataclass
class Settings:
    """The folders of an application, its limits and its window.

    Attributes:
        secret: signs the session cookies; sessions last as long as it does.
        sessions: holds a folder for each session.
        uploads: for files that no handler has taken yet; on the same file system as ``sessions``.
        cache: for thumbnails and previews; may be deleted at any time.
        visits: for notes of when sessions were last used; shared by all who share ``sessions``.
        data: the program's own folder, `App.data_folder`; made when it is first used.
        static: folders that ``/static`` serves; the first that has a file wins.
        private: folders that ``/static`` never serves.
        token: the launch token; None lets in everybody who can reach the server.
        cookie_name: of the session cookie.
        allowed_hosts: host names of the server, besides localhost.
        debug: show failures in the page as well as in the log.
        host: the window around the pages, if there is one.
        local: files of this computer that need not be sent.
        page_grace: seconds for which a page without a browser is kept.
        post_bytes: the most bytes of one message from a page (files are not sent in messages).
        worker_threads: how many plain handlers and page functions run at once.
        upload_bytes: the largest file that is accepted; None leaves that to the disk.
        session_bytes: the most that a session may keep in its folders, with uploads in progress.
        unfinished_bytes: the most that interrupted uploads may have together: the oldest are
            removed first; None keeps them for a day, however large they are.
        remove_old_sessions: days without a visit after which the folder of a session is removed,
            with all the files in it; None keeps every folder until somebody removes it.
        body_rate: bytes per second, over half a minute, below which a request is cut off (an
            upload keeps the bytes that arrived, and can be resumed); 0 waits for ever.
        worker_command: starts the worker; None runs it with this Python.
        named_folders: holds the folders that sessions have besides their own, in a folder for each;
            on the same file system as ``sessions``; None: beside ``uploads``.
        jobs: for the files of jobs, removed when the program ends; on the same file system as
            ``uploads``; None: beside that folder.
        job_limits: how much jobs may cost.
        job_command: starts the job worker; None runs it with this Python.
    """

    secret: bytes
    sessions: Path
    uploads: Path
    cache: Path
    data: Path = field(default_factory=lambda: Path.cwd() / PRIVATE_FOLDER / "data")
    visits: Path | None = None
    static: tuple[Path, ...] = ()
    private: tuple[Path, ...] = ()
    token: str | None = None
    cookie_name: str = "satchel"
    allowed_hosts: frozenset[str] = field(default_factory=frozenset)
    debug: bool = False
    host: WindowHost | None = None
    local: LocalFiles | None = None
    page_grace: float = 120.0
    post_bytes: int = 16 * 1024 * 1024
    worker_threads: int = 64
    upload_bytes: int | None = None
    session_bytes: int | None = None
    unfinished_bytes: int | None = None
    remove_old_sessions: float | None = None
    body_rate: int = 1024
    worker_command: tuple[str, ...] | None = None
    named_folders: Path | None = None
    jobs: Path | None = None
    job_limits: JobLimits = field(default_factory=JobLimits)
    job_command: tuple[str, ...] | None = None

    @property
    def notes(self) -> Path:
        """The folder for notes of visits and of elapsed time."""
        return self.visits or self.uploads.with_name("visits")

    @property
    def copies(self) -> Path:
        """The file for what is about to be copied from this computer."""
        return self.uploads.with_name(f".{self.uploads.name}.copies")

    @property
    def shelves(self) -> Path:
        """The folder for the named folders of sessions."""
        return self.named_folders or self.uploads.with_name("shelves")

    @property
    def job_folder(self) -> Path:
        """The folder for the files of jobs."""
        return self.jobs or self.uploads.with_name(f"{self.uploads.name}-jobs")

    @property
    def drag_folder(self) -> Path:
        """The folder for what is made for other programs; on the disk of ``uploads``."""
        return self.job_folder.with_name(f"{self.job_folder.name}-drags")

    def upload_limits(self) -> UploadLimits:
        """The limits of the upload engine."""
        return UploadLimits(
            max_size=self.upload_bytes,
            session_bytes=self.session_bytes,
            unfinished_bytes=self.unfinished_bytes,
        )

    @classmethod
    def here(cls, **options: Any) -> Settings:
        """Settings for a program that is run on its own: everything is in the working directory."""
        here = Path.cwd()
        private = disk.private_folder(here / PRIVATE_FOLDER)
        return cls(
            secret=_secret(private / "secret"),
            sessions=here,
            uploads=private / "uploads",
            cache=private / "cache",
            jobs=private / "jobs",
            static=(here,),
            cookie_name=f"satchel_{hashlib.sha256(bytes(here)).hexdigest()[:12]}",
            **options,
        )


def _secret(path: Path) -> bytes:
    """The bytes of a file that only its owner may read; made when first needed."""
    if not path.exists():
        fresh = path.with_name(f"{path.name}-{secrets.token_hex(8)}")
        try:
            with open(disk.create_private(fresh), "wb") as file:
                file.write(secrets.token_bytes(SECRET_BYTES))
            with contextlib.suppress(FileExistsError):  # another process was faster
                moves.move_new(fresh, path)
                disk.sync_folder(path.parent)
        finally:
            disk.discard(fresh)
    secret = path.read_bytes()
    if len(secret) < SECRET_BYTES:
        raise ValueError(
            f"{path} is too short for a secret. Remove it, and a new one will be created."
        )
    return secret

"""Saves files where the person wants them: from our own server, or from a path.

Methods block until the person has answered. The page that asked shows the progress and may cancel
the save.
"""

import contextlib
import itertools
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from core.files import disk, names
from core.files.errors import UnsafeName
from core.language.reasons import reason
from core.language.texts import _, ngettext
from core.web.settings import Caller, Report
from core.words import well_formed
from desktop.errors import SaveCancelled, SaveError
from desktop.files.fetch import Loopback
from desktop.files.file_writer import write_beside, write_file
from desktop.files.save_progress import SaveProgress
from desktop.windows.dialogs import Dialogs, Parent

MAX_SAVES = 20  # at once, including those that wait for a dialog
CHUNK = 1 << 20  # bytes
NAMELESS = "download"


class Saves:
    """The saves of all windows.

    Args:
        server: ours.
        dialogs: the system's.
        window: finds the window that a caller is in.
        report: sends a page the progress of a save.
    """

    def __init__(
        self,
        server: Loopback,
        dialogs: Dialogs,
        window: Callable[[Caller], Parent],
        report: Report,
    ) -> None:
        self.server, self.dialogs = server, dialogs
        self.window, self.report = window, report
        self.places = threading.BoundedSemaphore(MAX_SAVES)
        self.numbers = itertools.count(1)
        self.writing: dict[int, SaveProgress] = {}  # closing now would break these
        self.saved: dict[int, Path] = {}  # paths of the last ones, for "show in folder"

    def save(
        self, url: str, name: str, caller: Caller, timeout: float | None = None
    ) -> Path | None:
        """Save an address of ours where the person wants it.

        The request comes first: if it fails, no dialog opens.

        Returns:
            The path; None if the person cancels.

        Raises:
            DesktopError: it could not be fetched or written.
        """
        with self.place(), contextlib.closing(self.server.open(url)) as found:
            name = name or found.name or unquote(urlsplit(url).path.rpartition("/")[2])
            return self.write(name, found.chunks(), found.size, caller, timeout)

    def copy(
        self, path: Path, name: str, caller: Caller, timeout: float | None = None
    ) -> Path | None:
        """Copy a file to where the person wants it; None if they cancel.

        Raises:
            SaveError: it could not be read or written.
        """
        with self.place():
            return self.write(name, chunks_of(path), size_of([path]), caller, timeout)

    def keep(self, path: Path, name: str, caller: Caller) -> Path | None:
        """Save a file that the web view wrote into our cache, and remove it from there."""
        try:
            return self.copy(path, name, caller)
        finally:
            disk.discard(path)

    def save_all(
        self, files: Sequence[tuple[Path, str]], caller: Caller, timeout: float | None = None
    ) -> list[Path]:
        """Copy files into a folder that the person chooses.

        Names that are taken there get a number: ``a (2).jpg``. Nothing is replaced, and the page
        says what has another name.

        Args:
            files: each a path, and the name to give it, perhaps in folders: ``holiday/sea.jpg``.

        Raises:
            SaveError: one could not be written; those before it are there.
        """
        with self.place():
            folder = self.dialogs.choose_folder(self.window(caller), timeout)
            if folder is None:
                return []
            size = size_of([path for path, _ in files])
            label = (
                files[0][1]
                if len(files) == 1
                else ngettext("{count} file", "{count} files", len(files))
            )
            with self.reported(label, size, caller) as progress:
                made = []
                for path, name in files:
                    chunks = progress.counted(chunks_of(path))
                    below, _slash, name = name.rpartition("/")
                    made.append(write_beside(folder, sensible(name), chunks, below))
                progress.place = folder / made[0].relative_to(folder).parts[0] if made else folder
            self.dialogs.remember(folder)
            self.report_renamed([name for _, name in files], made, caller)
            return made

    def report_renamed(self, names: Sequence[str], made: Sequence[Path], caller: Caller) -> None:
        """Say which files are saved under other names than theirs."""
        pairs = [
            (name.rpartition("/")[2], path.name) for name, path in zip(names, made, strict=True)
        ]
        renamed = [
            _("“{old}” is “{new}”", old=well_formed(old), new=well_formed(new))
            for old, new in pairs
            if old != new
        ]
        text, more = "; ".join(renamed[:3]), len(renamed) - 3
        if more > 0:
            text = ngettext("{names}; {count} more", "{names}; {count} more", more, names=text)
        if renamed:
            self.report(caller, {"notify": _("Saved under other names"), "text": f"{text}."})

    def write(
        self,
        name: str,
        chunks: Iterator[bytes],
        size: int | None,
        caller: Caller,
        timeout: float | None,
    ) -> Path | None:
        target = self.dialogs.save_as(self.window(caller), sensible(name), timeout)
        if target is None:
            return None
        try:
            with self.reported(target.name, size, caller) as progress:
                progress.place = target
                write_file(target, progress.counted(chunks))
        except SaveCancelled:
            return None
        self.dialogs.remember(target.parent)
        return target

    @contextlib.contextmanager
    def reported(self, name: str, size: int | None, caller: Caller) -> Iterator[SaveProgress]:
        """A save in progress, which is reported to the page."""
        number = next(self.numbers)
        progress = SaveProgress(number, name, size, lambda news: self.report(caller, news))
        self.writing[number] = progress
        try:
            yield progress
        except BaseException as error:
            progress.ended("cancelled" if isinstance(error, SaveCancelled) else "failed")
            raise
        else:
            self.remember(number, progress.place)
            progress.ended("saved")
        finally:
            del self.writing[number]

    def remember(self, number: int, place: Path) -> None:
        self.saved[number] = place
        for old in sorted(self.saved)[:-MAX_SAVES]:
            del self.saved[old]

    def cancel(self, number: int) -> None:
        """Stop a save; nothing of it is left."""
        if progress := self.writing.get(number):
            progress.cancelled.set()

    @contextlib.contextmanager
    def place(self) -> Iterator[None]:
        if not self.places.acquire(blocking=False):
            raise SaveError(
                _(
                    "{count} files are already being saved. Finish or cancel some first.",
                    count=MAX_SAVES,
                )
            )
        try:
            yield
        finally:
            self.places.release()


def sensible(name: str) -> str:
    """A name that this system can hold: pages and servers may suggest any."""
    try:
        return names.legal_name(name)
    except UnsafeName:
        return NAMELESS


def size_of(paths: Sequence[Path]) -> int:
    try:
        return sum(path.stat().st_size for path in paths)
    except OSError as error:
        raise SaveError(
            _(
                "“{name}” could not be read: {reason}.",
                name=well_formed(str(error.filename)),
                reason=reason(error),
            )
        ) from error


def chunks_of(path: Path) -> Iterator[bytes]:
    try:
        with open(path, "rb", buffering=0) as file:
            while chunk := file.read(CHUNK):
                yield chunk
    except OSError as error:
        raise SaveError(
            _(
                "“{name}” could not be read: {reason}. Reload the page.",
                name=well_formed(path.name),
                reason=reason(error),
            )
        ) from error

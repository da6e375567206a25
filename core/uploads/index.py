"""Index of the uploads that no handler has: by owner, purpose and likeness, with their sums."""

import threading
from collections import Counter, defaultdict

from .info import UploadInfo
from .reservations import Reservations

_Likeness = tuple[str, str, str, int | None, int, str]


class UploadIndex:
    """Kept while uploads come and go; any thread may ask.

    No answer costs more where other sessions have more.
    """

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._uploads: dict[str, UploadInfo] = {}
        self._unfinished: dict[str, UploadInfo] = {}
        self._alike: defaultdict[_Likeness, dict[str, UploadInfo]] = defaultdict(dict)
        self._begun: Counter[str] = Counter()
        self._has: Counter[str] = Counter()
        self._counts: Counter[tuple[str, str]] = Counter()
        self._bytes: Counter[tuple[str, ...]] = Counter()
        self._reservations = Reservations()

    def put(self, upload: UploadInfo, finished: bool) -> None:
        """Note an upload, or what changed of it."""
        with self._changing:
            self._forget(upload.id)
            self._uploads[upload.id] = upload
            if finished:
                self._reservations.end(upload.id)
            else:
                self._unfinished[upload.id] = upload
                self._begun[upload.owner] += 1
            self._alike[_likeness(upload)][upload.id] = upload
            self._add(upload, 1)

    def forget(self, upload_id: str) -> None:
        """The upload was removed, or a handler has it."""
        with self._changing:
            self._reservations.end(upload_id)
            self._forget(upload_id)

    def clear(self) -> None:
        """All uploads are gone."""
        with self._changing:
            for upload_id in list(self._uploads):
                self._reservations.end(upload_id)
                self._forget(upload_id)

    def reserve(self, upload: UploadInfo, stored: int) -> None:
        """Its client sends, or is about to: reserve space for what is missing of it."""
        with self._changing:
            if upload.id in self._unfinished:
                missing = max(0, (upload.size or 0) - stored)
                self._reservations.make(upload.id, upload.owner, missing)

    def reserved(self, owner: str) -> tuple[int, int]:
        """For how many bytes space is reserved: of a session, and of all others."""
        with self._changing:
            return self._reservations.sums(owner)

    def get(self, owner: str, upload_id: str) -> UploadInfo | None:
        """What is known here of an upload of a session."""
        upload = self._uploads.get(upload_id)
        return upload if upload and upload.owner == owner else None

    def owner(self, upload_id: str) -> str | None:
        """Whose upload it is."""
        upload = self._uploads.get(upload_id)
        return upload.owner if upload else None

    def unfinished(self) -> list[UploadInfo]:
        """The uploads that have not all their bytes."""
        with self._changing:
            return list(self._unfinished.values())

    def alike(self, upload: UploadInfo) -> list[UploadInfo]:
        """The session's uploads of such a file."""
        with self._changing:
            return list(self._alike.get(_likeness(upload), {}).values())

    def bytes_of(self, owner: str) -> int:
        """The sizes of all uploads of a session together."""
        return self._bytes[(owner,)]

    def counts_of(self, owner: str) -> tuple[int, int]:
        """How many uploads a session has, and how many of them have not all their bytes."""
        return self._has[owner], self._begun[owner]

    def has(self, owner: str) -> bool:
        """Whether a session has uploads here."""
        return self._has[owner] > 0

    def of_batch(self, upload: UploadInfo) -> tuple[int, int]:
        """How many uploads there are for the same purpose, and their sizes together."""
        batch = upload.owner, upload.target
        return self._counts[batch], self._bytes[batch]

    def _forget(self, upload_id: str) -> None:
        if (begun := self._unfinished.pop(upload_id, None)) is not None:
            self._begun[begun.owner] -= 1
            if not self._begun[begun.owner]:
                del self._begun[begun.owner]
        if (known := self._uploads.pop(upload_id, None)) is not None:
            likeness = _likeness(known)
            self._alike[likeness].pop(upload_id, None)
            if not self._alike[likeness]:
                del self._alike[likeness]
            self._add(known, -1)

    def _add(self, upload: UploadInfo, sign: int) -> None:
        owner, batch = (upload.owner,), (upload.owner, upload.target)
        self._counts[batch] += sign
        self._has[upload.owner] += sign
        for key in (owner, batch):
            self._bytes[key] += sign * (upload.size or 0)
        if not self._counts[batch]:
            del self._counts[batch], self._bytes[batch]
        if not self._bytes[owner]:
            del self._bytes[owner]
        if not self._has[upload.owner]:
            del self._has[upload.owner]


def _likeness(upload: UploadInfo) -> _Likeness:
    """What two uploads of one file have in common."""
    return (
        upload.owner,
        upload.name,
        upload.path,
        upload.size,
        upload.lastModified,
        upload.algorithm,
    )

"""Index of the uploads that no handler has had: by owner, purpose and likeness, with sums."""

import threading
from collections import defaultdict
from typing import NamedTuple

from .info import UploadInfo
from .reservations import Reservations

_Likeness = tuple[str, str, str, int | None, int, str]


class _Sums(NamedTuple):
    """Sums over the uploads of a session, or over those for one purpose; size in bytes."""

    uploads: int = 0
    unfinished: int = 0
    size: int = 0


class UploadIndex:
    """Uploads by id, with sums; any thread may use it.

    No answer takes longer because other sessions have more uploads.
    """

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._uploads: dict[str, UploadInfo] = {}
        self._unfinished: dict[str, UploadInfo] = {}
        self._alike: defaultdict[_Likeness, dict[str, UploadInfo]] = defaultdict(dict)
        self._sums: dict[tuple[str, ...], _Sums] = {}
        self._reservations = Reservations()

    def put(self, upload: UploadInfo, finished: bool) -> None:
        """Add an upload, or replace it."""
        with self._changing:
            self._forget(upload.id)
            self._uploads[upload.id] = upload
            if finished:
                self._reservations.end(upload.id)
            else:
                self._unfinished[upload.id] = upload
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
        """Reserve space for the missing bytes of an upload that is being sent."""
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
        """The uploads that do not have all their bytes."""
        with self._changing:
            return list(self._unfinished.values())

    def all(self) -> list[UploadInfo]:
        """Every upload that no handler has had."""
        with self._changing:
            return list(self._uploads.values())

    def of(self, owner: str) -> list[tuple[UploadInfo, bool]]:
        """A session's uploads, and whether each has all its bytes."""
        with self._changing:
            uploads = self._uploads.values()
            return [
                (each, each.id not in self._unfinished) for each in uploads if each.owner == owner
            ]

    def alike(self, upload: UploadInfo) -> list[UploadInfo]:
        """The session's uploads of the same file."""
        with self._changing:
            return list(self._alike.get(_likeness(upload), {}).values())

    def bytes_of(self, owner: str) -> int:
        """The sizes of all uploads of a session together."""
        return self._sums_of(owner).size

    def counts_of(self, owner: str) -> tuple[int, int]:
        """How many uploads a session has, and how many of them do not have all their bytes."""
        sums = self._sums_of(owner)
        return sums.uploads, sums.unfinished

    def has(self, owner: str) -> bool:
        """Whether a session has uploads here."""
        return self._sums_of(owner).uploads > 0

    def of_batch(self, upload: UploadInfo) -> tuple[int, int]:
        """How many uploads there are for the same purpose, and their sizes together."""
        sums = self._sums_of(upload.owner, upload.target)
        return sums.uploads, sums.size

    def _sums_of(self, *key: str) -> _Sums:
        with self._changing:  # while an upload is replaced, it is not counted
            return self._sums.get(key, _Sums())

    def _forget(self, upload_id: str) -> None:
        known = self._uploads.pop(upload_id, None)
        if known is None:
            return
        self._add(known, -1)
        self._unfinished.pop(upload_id, None)
        likeness = _likeness(known)
        self._alike[likeness].pop(upload_id, None)
        if not self._alike[likeness]:
            del self._alike[likeness]

    def _add(self, upload: UploadInfo, sign: int) -> None:
        for key in (upload.owner,), (upload.owner, upload.target):
            uploads, unfinished, size = self._sums.pop(key, _Sums())
            unfinished += sign * (upload.id in self._unfinished)
            sums = _Sums(uploads + sign, unfinished, size + sign * (upload.size or 0))
            if sums.uploads:
                self._sums[key] = sums


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

"""Ledger: what was promised to uploads that no handler has yet, so that it is promised once."""

import threading
from collections import Counter

from .upload import Upload


class Ledger:
    """Sums over the uploads of a folder, kept while they come and go; any thread may ask."""

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._uploads: dict[str, Upload] = {}
        self._unfinished: dict[str, Upload] = {}
        self._counts: Counter[tuple[str, ...]] = Counter()
        self._bytes: Counter[tuple[str, ...]] = Counter()

    def put(self, upload: Upload, finished: bool) -> None:
        """Note an upload, or what changed of it."""
        with self._changing:
            self._forget(upload.id)
            self._uploads[upload.id] = upload
            if not finished:
                self._unfinished[upload.id] = upload
            self._add(upload, 1)

    def forget(self, upload_id: str) -> None:
        """The upload was removed, or a handler has it."""
        with self._changing:
            self._forget(upload_id)

    def clear(self) -> None:
        """All uploads are gone."""
        with self._changing:
            for upload_id in list(self._uploads):
                self._forget(upload_id)

    def get(self, owner: str, upload_id: str) -> Upload | None:
        """What is known here of an upload of a session."""
        upload = self._uploads.get(upload_id)
        return upload if upload and upload.owner == owner else None

    def unfinished(self) -> list[Upload]:
        """The uploads that have not all their bytes."""
        with self._changing:
            return list(self._unfinished.values())

    def bytes_of(self, owner: str) -> int:
        """The sizes of all uploads of a session together."""
        return self._bytes[(owner,)]

    def has(self, owner: str) -> bool:
        """Whether a session has uploads here."""
        with self._changing:
            return any(upload.owner == owner for upload in self._uploads.values())

    def of_batch(self, upload: Upload) -> tuple[int, int]:
        """How many uploads there are for the same purpose, and their sizes together."""
        batch = upload.owner, upload.target
        return self._counts[batch], self._bytes[batch]

    def _forget(self, upload_id: str) -> None:
        self._unfinished.pop(upload_id, None)
        if (known := self._uploads.pop(upload_id, None)) is not None:
            self._add(known, -1)

    def _add(self, upload: Upload, sign: int) -> None:
        owner, batch = (upload.owner,), (upload.owner, upload.target)
        self._counts[batch] += sign
        for key in (owner, batch):
            self._bytes[key] += sign * (upload.size or 0)
        if not self._counts[batch]:
            del self._counts[batch], self._bytes[batch]
        if not self._bytes[owner]:
            del self._bytes[owner]

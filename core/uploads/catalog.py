"""Catalog: uploads as the requests of their session find them, and their removal."""

from collections.abc import Callable
from contextlib import suppress

from ..language.texts import _
from .errors import UnknownUpload, UploadRefused, refusing
from .expiry import Expiry
from .info import UploadInfo
from .state import State
from .store import Store
from .upload import UploadsInUse


class Catalog:
    """Finds and removes uploads. All calls block."""

    def __init__(self, store: Store, in_use: UploadsInUse, expiry: Expiry) -> None:
        self._store = store
        self._in_use = in_use
        self._expiry = expiry

    def load(self, owner: str, upload_id: str, was_in_use: bool) -> UploadInfo:
        """The upload; UploadRefused (410) if it has expired and nobody worked with it."""
        with refusing(self._store.index.get(owner, upload_id), "read"):
            upload = self._store.load(owner, upload_id)
            if not was_in_use and self._expiry.is_expired(upload):
                raise UploadRefused(
                    410, _("“{name}” was not continued in time. Start it again.", name=upload.name)
                )
            return upload

    def complete(self, owner: str, upload_id: str) -> UploadInfo:
        """The upload, if it is a complete file that is still here; UnknownUpload otherwise."""
        with refusing(self._store.index.get(owner, upload_id), "read"):
            upload = self._store.load(owner, upload_id)
            if upload.partial or not self._store.holds(upload):
                said = _("“{name}” is not complete, or was used already.", name=upload.name)
                raise UnknownUpload(said)
            return upload

    def known(self, upload: UploadInfo) -> UploadInfo | None:
        """The same file under the same id, if it is here; UploadRefused (409) if it is another."""
        try:
            known = self._store.load(upload.owner, upload.id)
        except UnknownUpload:
            if self._store.find(upload.id) is not None:  # of another session
                raise
            return None
        if (known.name, known.size, known.path) != (upload.name, upload.size, upload.path):
            raise UploadRefused(
                409,
                _("“{name}” has the id of another file. Send it with a new id.", name=upload.name),
            )
        return known

    def resumable(self, like: UploadInfo) -> list[tuple[UploadInfo, int]]:
        """Uploads of the same file that nobody works with, with their offsets."""
        found = []
        for upload in self._store.index.alike(like):
            with suppress(UnknownUpload):  # removed just now
                is_free = not (upload.partial or upload.id in self._in_use)
                if is_free and self._store.state(upload) is not State.FAILED:
                    found.append((upload, self._store.offset(upload)))
        return found

    def unfinished(self, owner: str) -> list[tuple[UploadInfo, int]]:
        """A session's uploads that lack bytes and that nobody works with, with their offsets."""
        found = []
        for upload in self._store.index.unfinished():
            if upload.owner == owner and not upload.partial and upload.id not in self._in_use:
                with suppress(UnknownUpload):  # removed just now
                    found.append((upload, self._store.offset(upload)))
        return sorted(found, key=lambda each: each[0].created)

    def left(
        self, owner: str, is_awaited: Callable[[UploadInfo], bool]
    ) -> list[tuple[UploadInfo, int]]:
        """A session's uploads that nobody works with or is about to, with their offsets.

        Complete ones are among them if they were sent for a page.
        """
        found = []
        for upload, is_whole in self._store.index.of(owner):
            is_file = not upload.partial and (bool(upload.target) or not is_whole)
            if is_file and upload.id not in self._in_use and not is_awaited(upload):
                with suppress(UnknownUpload):  # removed just now
                    found.append((upload, self._store.offset(upload)))
        return sorted(found, key=lambda each: each[0].created)

    def remove(self, upload: UploadInfo) -> None:
        """Remove an upload; UploadRefused (409) if a handler has it."""
        with self._in_use.claimed(upload.id) as is_ours, refusing(upload, "removed"):
            if not is_ours:
                said = _("The program is using “{name}” right now.", name=upload.name)
                raise UploadRefused(409, said)
            self._store.remove(upload)

    def give_up(self, *uploads: UploadInfo) -> None:
        """Remove uploads, whatever the disk says to that, except those that a handler has."""
        for upload in uploads:
            with self._in_use.claimed(upload.id) as is_ours:
                if is_ours:
                    self._store.abandon(upload)

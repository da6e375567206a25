"""Joining: a file is made of complete pieces (tus, concatenation)."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from ..files import disk
from ..files.errors import UploadRefused
from .admission import Admission
from .store import Storage
from .upload import Upload

log = logging.getLogger(__name__)


class Joiner:
    """What is done in a turn at the pieces and at the file. All calls block."""

    def __init__(self, storage: Storage, admission: Admission) -> None:
        self._storage = storage
        self._admission = admission

    def join(self, upload: Upload, piece_ids: Sequence[str]) -> Upload:
        """Make the file, or find the one that was made of these pieces before."""
        pieces = [self._storage.load(upload.owner, piece_id) for piece_id in piece_ids]
        if (made := self._made(upload, pieces)) is not None:
            self._hand_over(pieces, made.id)
            return made
        for piece in pieces:
            if not piece.partial or piece.size is None or not self._storage.holds(piece):
                raise UploadRefused(400, f"{piece.id} is not a complete piece of a file.")
        size = sum(piece.size or 0 for piece in pieces)
        self._admission.check_rules(upload, size)  # its bytes are here, and are counted
        return self._make(upload, size, pieces)

    def _made(self, upload: Upload, pieces: Sequence[Upload]) -> Upload | None:
        """The file that was made of these pieces: our answer was lost, and the client asks again.

        409 where another file has the id that this one is to have.
        """
        storage, owner = self._storage, upload.owner
        joined = next((piece.joined for piece in pieces if piece.joined), "")
        made = storage.load(owner, joined) if joined else storage.find(upload.id)
        if made and (made.owner, made.parts) == (owner, tuple(piece.id for piece in pieces)):
            if storage.finished(made):
                return made
            storage.abandon(made)  # a crash broke it off
        if storage.find(upload.id) is not None:
            raise UploadRefused(409, f"“{upload.name}” has the id of another file. Send it anew.")
        return None

    def _make(self, upload: Upload, size: int, pieces: Sequence[Upload]) -> Upload:
        """The first piece is not copied: its file becomes the new one, by a second name until all
        is done. Should we be killed before that, it is too long, and is cut when it is used again.
        """
        storage = self._storage
        upload = replace(upload, size=size, parts=tuple(piece.id for piece in pieces))
        first, *others = pieces
        part = storage.part(upload)
        try:
            if not disk.link_alone(storage.done(first), part):
                disk.copy_range(storage.done(first), part, first.size or 0)
            storage.describe(upload)
            storage.cut(upload, first.size or 0)
            for piece in others:
                disk.copy_range(storage.done(piece), part, piece.size or 0)
            storage.finish(upload)
            storage.change(first, joined=upload.id)  # from now on it is found when asked for again
        except BaseException:
            storage.abandon(upload)
            raise
        self._hand_over(pieces, upload.id)
        return upload

    def _hand_over(self, pieces: Sequence[Upload], joined: str) -> None:
        """Let pieces be delivered with the file made of them; again, where a crash broke it off.

        Where the disk fails at that, they stay until they are swept: the file is whole.
        """
        storage = self._storage
        try:
            for piece in pieces:
                storage.change(piece, joined=joined)
            disk.sync_folder(storage.folder)  # else a power cut could leave pieces of nothing
        except OSError as error:
            log.error("Pieces of the upload %s are removed later: %s", joined, error)
            return
        for piece in pieces:
            storage.leftovers.remove(storage.done(piece))
            storage.ledger.forget(piece.id)

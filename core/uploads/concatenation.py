"""Concatenation: a file is made of complete pieces (tus)."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from ..files import copies
from ..language.texts import _
from .admission import Admission
from .errors import UploadRefused
from .info import UploadInfo
from .store import Store

log = logging.getLogger(__name__)


class Joiner:
    """Joins pieces; the caller holds the locks of the pieces and of the file. All calls block."""

    def __init__(self, store: Store, admission: Admission) -> None:
        self._store = store
        self._admission = admission

    def join(self, upload: UploadInfo, piece_ids: Sequence[str]) -> UploadInfo:
        """Make the file, or find the one that was made of these pieces before."""
        pieces = [self._store.load(upload.owner, piece_id) for piece_id in piece_ids]
        if (made := self._made(upload, pieces)) is not None:
            self._hand_over(pieces, made.id)
            return made
        for piece in pieces:
            if not piece.partial or piece.size is None or not self._store.holds(piece):
                raise UploadRefused(400, f"{piece.id} is not a complete piece of a file.")
        size = sum(piece.size or 0 for piece in pieces)
        self._admission.check_rules(upload, size)  # its bytes are here, and are counted
        return self._make(upload, size, pieces)

    def _made(self, upload: UploadInfo, pieces: Sequence[UploadInfo]) -> UploadInfo | None:
        """The file that was made of these pieces: our answer was lost, and the client asks again.

        UploadRefused (409) if another file has the id that this one is to get.
        """
        store, owner = self._store, upload.owner
        joined = next((piece.joined for piece in pieces if piece.joined), "")
        made = store.load(owner, joined) if joined else store.find(upload.id)
        if made and (made.owner, made.parts) == (owner, tuple(piece.id for piece in pieces)):
            if store.state(made).is_finished:
                return made
            store.abandon(made)  # a crash broke it off
        if store.find(upload.id) is not None:
            raise UploadRefused(
                409,
                _("“{name}” has the id of another file. Send it with a new id.", name=upload.name),
            )
        return None

    def _make(self, upload: UploadInfo, size: int, pieces: Sequence[UploadInfo]) -> UploadInfo:
        """Append the other pieces to the file of the first, which is not copied but has two names
        meanwhile. After a crash it is too long; it is cut when it is used again.
        """
        store = self._store
        upload = replace(upload, size=size, parts=tuple(piece.id for piece in pieces))
        first, *others = pieces
        part = store.part(upload)
        try:
            if not copies.link_if_single(store.done(first), part):
                copies.append_file(store.done(first), part, first.size or 0)
            store.describe(upload)
            store.cut(upload, first.size or 0)
            for piece in others:
                copies.append_file(store.done(piece), part, piece.size or 0)
            store.finish(upload)
            store.change(first, joined=upload.id)  # from now on it is found when asked for again
        except BaseException:
            store.abandon(upload)
            raise
        self._hand_over(pieces, upload.id)
        return upload

    def _hand_over(self, pieces: Sequence[UploadInfo], joined: str) -> None:
        """Mark pieces as delivered and remove their bytes; repeated if a crash broke it off.

        If the disk fails, they stay until they expire: the file itself is whole.
        """
        store = self._store
        try:
            for piece in pieces:
                store.change(piece, joined=joined)
            store.sync()  # else a power cut could leave pieces of nothing
        except OSError as error:
            log.error("Pieces of the upload %s will be removed later: %s", joined, error)
            return
        for piece in pieces:
            store.discard(store.done(piece))
            store.index.forget(piece.id)

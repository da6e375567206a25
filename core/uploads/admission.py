"""Admission: whether a file is accepted, decided before its first byte."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..files.usage import FolderSizes
from ..language.texts import _
from ..sizes import against, size_text
from .errors import QuotaReached, UploadRefused
from .file_rules import FileRules
from .info import UploadInfo
from .limits import UploadLimits
from .store import Store

Rules = Callable[[str, str], FileRules]
"""The rules for a session and a purpose (`UploadInfo.target`): for all its files together."""


class Admission:
    """Enforces limits, quotas and the rules of inputs, and reserves space. All calls block.

    Attributes:
        limits: for everybody.
        rules: what inputs accept.
        kept: the sizes of session folders; used only if there is a quota.
    """

    def __init__(self, store: Store, limits: UploadLimits, rules: Rules, kept: FolderSizes) -> None:
        self._store = store
        self._index = store.index
        self.limits = limits
        self._admitting = threading.Lock()
        self.rules = rules
        self.kept = kept

    def create(self, upload: UploadInfo) -> None:
        """Create the upload. UploadRefused (413, 415, 429, 507) says why it is not accepted."""
        self._with_kept(upload.owner, lambda kept: self._admit(upload, kept))
        try:
            self._store.create(upload)
        except BaseException:
            self._index.forget(upload.id)
            raise

    def _admit(self, upload: UploadInfo, kept: int) -> None:
        """Add the upload to the index and reserve its space."""
        with self._admitting:
            self._check_count(upload, unfinished=1)
            self._check(upload, upload.size or 0, 0, kept)
            self._index.put(upload, finished=False)
            self._index.reserve(upload, 0)

    def resize(self, upload: UploadInfo, size: int, stored: int) -> UploadInfo:
        """Give the upload its size; UploadRefused if that is too large."""
        sized = replace(upload, size=size)

        def admit(kept: int) -> None:
            with self._admitting:
                self._check(upload, size, stored, kept)
                self._index.put(sized, finished=False)
                self._index.reserve(sized, stored)

        self._with_kept(upload.owner, admit)
        try:
            return self._store.change(upload, size=size)
        except BaseException:
            self._index.put(upload, finished=False)
            self._index.reserve(upload, stored)
            raise

    def batch(self, uploads: Sequence[UploadInfo]) -> None:
        """Add all of the uploads to the index, or none; each counts for those after it."""
        self._with_kept(uploads[0].owner, lambda kept: self._admit_batch(uploads, kept))

    def _admit_batch(self, uploads: Sequence[UploadInfo], kept: int) -> None:
        with self._admitting:
            self._check_count(uploads[0], len(uploads))
            try:
                for upload in uploads:
                    self._check(upload, upload.size or 0, 0, kept)
                    self._index.put(upload, finished=True)  # it has no part that could be asked for
            except BaseException:
                for upload in uploads:
                    self._index.forget(upload.id)
                raise

    def check(self, upload: UploadInfo, size: int, stored: int = 0) -> None:
        """Check a file against the rules, the limits, the quota and the disk.

        Args:
            stored: how many of its bytes are on the disk already.
        """
        self._with_kept(upload.owner, lambda kept: self._check(upload, size, stored, kept))

    def _check(self, upload: UploadInfo, size: int, stored: int, kept: int) -> None:
        self.check_rules(upload, size)
        self._check_room(upload, size, stored, kept)

    def check_rules(self, upload: UploadInfo, size: int) -> None:
        """Check a file against the size limit and the rules of its input."""
        limit = self.limits.max_size
        if limit is not None and size > limit:
            has, most = against(size, limit)
            raise UploadRefused(
                413,
                _(
                    "“{name}” has {size}; at most {most} are accepted.",
                    name=upload.name,
                    size=has,
                    most=most,
                ),
            )
        if upload.target and not upload.partial:
            count, total = self._index.of_batch(upload)
            self.rules(upload.owner, upload.target).check(upload, size, count, total)

    def check_room(self, upload: UploadInfo, size: int) -> None:
        """Check that the session's quota and the disk have room for so many bytes."""
        self._with_kept(upload.owner, lambda kept: self._check_room(upload, size, 0, kept))

    def _check_room(self, upload: UploadInfo, size: int, stored: int, kept: int) -> None:
        self._store.prepare()
        self._check_quota(upload, size, kept)
        self._check_disk(upload, size, size - stored)

    def most(self, upload: UploadInfo, stored: int) -> int:
        """How large an upload of unknown size may become."""
        found = [stored + self._free(upload)]
        rule = self.rules(upload.owner, upload.target).max_size if upload.target else None
        found += [most for most in (rule, self.limits.max_size) if most is not None]
        if self.limits.session_bytes is not None:
            found.append(
                self.limits.session_bytes - self._has(upload.owner, self._kept(upload.owner))
            )
        return max(stored, min(found))

    def _has(self, owner: str, kept: int) -> int:
        return kept + self._index.bytes_of(owner)

    def _kept(self, owner: str) -> int:
        if self.limits.session_bytes is None:
            return 0
        known = self.kept.known(owner)
        return self.kept.fresh(owner) if known is None else known

    def _with_kept(self, owner: str, check: Callable[[int], None]) -> None:
        """Check with the size of the session's folder; a cached size never refuses anybody."""
        try:
            check(self._kept(owner))
        except QuotaReached:
            check(self.kept.fresh(owner))

    def _check_count(self, upload: UploadInfo, added: int = 1, unfinished: int = 0) -> None:
        has, begun = self._index.counts_of(upload.owner)
        limits = self.limits
        if begun + unfinished > limits.max_unfinished:
            raise UploadRefused(
                429,
                _(
                    "“{name}” has to wait: {count} of your uploads are not finished. Finish or "
                    "remove some of them and try again.",
                    name=upload.name,
                    count=begun,
                ),
            )
        if has + added > limits.max_waiting:
            raise UploadRefused(
                429,
                _(
                    "“{name}” has to wait: {count} of your files were uploaded but not submitted. "
                    "Submit or remove some of them and try again.",
                    name=upload.name,
                    count=has,
                ),
            )

    def _free(self, upload: UploadInfo) -> int:
        free = self._store.free_bytes()
        return max(0, free - self.limits.keep_free - self._reserved(upload, free))

    def _reserved(self, upload: UploadInfo, free: int) -> int:
        """The bytes that this upload must leave to others.

        Other sessions' reservations count for at most half of what is free, so that nobody can
        lock others out. If all their bytes arrive after all, the disk reports that it is full.
        """
        own, others = self._index.reserved(upload.owner)
        return own + min(others, max(0, free - self.limits.keep_free) // 2)

    def _check_quota(self, upload: UploadInfo, size: int, kept: int) -> None:
        quota = self.limits.session_bytes
        if quota is None:
            return
        has = self._has(upload.owner, kept)
        if has + size > quota:
            needs, left = against(size, max(0, quota - has))
            raise QuotaReached(
                413,
                _(
                    "“{name}” has {size}, but only {left} are left of the {quota} that you may "
                    "keep here. Remove files that you do not need and try again.",
                    name=upload.name,
                    size=needs,
                    left=left,
                    quota=size_text(quota),
                ),
            )

    def _check_disk(self, upload: UploadInfo, size: int, missing: int) -> None:
        if missing > self._free(upload):
            kept, free = self.limits.keep_free, self._store.free_bytes()
            reserved = self._reserved(upload, free)
            said = [
                _(
                    "“{name}” has {size} bytes, but the disk has only {free} bytes free.",
                    name=upload.name,
                    size=size,
                    free=free,
                )
            ]
            if reserved:
                said.append(_("{count} bytes of them are for files on their way.", count=reserved))
            if kept:
                said.append(_("{count} bytes always stay free.", count=kept))
            raise UploadRefused(507, " ".join([*said, _("Make room and try again.")]))

"""Admission: whether a file is taken, before its first byte."""

import shutil
import threading
from collections.abc import Callable, Sequence

from .errors import UploadRefused
from .limits import UploadLimits
from .rules import FileRules
from .sizes import against, size_text
from .storage import Storage
from .upload import Upload


class Admission:
    """Holds limits, quotas and the rules of inputs; what is promised to one upload is not promised
    to another. All calls block; they belong on a thread.

    Attributes:
        limits: for everybody.
        rules: what is accepted of a session for a purpose (`Upload.target`), of all files that
            are sent for it together.
        kept: how many bytes a session has in its folder; asked only where there is a quota.
    """

    def __init__(self, storage: Storage, limits: UploadLimits) -> None:
        self._storage = storage
        self.limits = limits
        self._admitting = threading.Lock()
        self.rules: Callable[[str, str], FileRules] = lambda owner, target: FileRules()
        self.kept: Callable[[str], int] = lambda owner: 0

    def create(self, upload: Upload) -> None:
        """Create the upload, or say why not (UploadRefused 413, 415, 507)."""
        with self._admitting:
            self.check(upload, upload.size or 0)
            self._storage.create(upload)

    def resize(self, upload: Upload, size: int, stored: int) -> Upload:
        """Give the upload its size, or say why not."""
        with self._admitting:
            self.check(upload, size, stored)
            return self._storage.change(upload, size=size)

    def batch(self, uploads: Sequence[Upload]) -> None:
        """Note all of the uploads, of which each counts for the ones after it, or none of them."""
        ledger, kept = self._storage.ledger, self._kept(uploads[0])
        with self._admitting:
            try:
                for upload in uploads:
                    self.check(upload, upload.size or 0, kept=kept)
                    ledger.put(upload, finished=True)  # it has no part that could be asked for
            except BaseException:
                for upload in uploads:
                    ledger.forget(upload.id)
                raise

    def check(self, upload: Upload, size: int, stored: int = 0, *, kept: int | None = None) -> None:
        """UploadRefused for a file that is not accepted, or too large for a limit or the disk.

        Args:
            stored: how many of its bytes are on the disk already.
            kept: what the session has in its folder, where that is known.
        """
        limit = self.limits.max_size
        if limit is not None and size > limit:
            has, most = against(size, limit)
            raise UploadRefused(413, f"“{upload.name}” has {has}; at most {most} are accepted.")
        if upload.target and not upload.partial:
            count, total = self._storage.ledger.of_batch(upload)
            self.rules(upload.owner, upload.target).check(upload, size, count, total)
        self.check_room(upload, size, stored, kept=kept)

    def check_room(
        self, upload: Upload, size: int, stored: int = 0, *, kept: int | None = None
    ) -> None:
        """UploadRefused where the session's quota or the disk has no room for so many bytes."""
        self._storage.prepare()
        self._check_quota(upload, size, self._kept(upload) if kept is None else kept)
        self._check_disk(upload, size, size - stored)

    def most(self, upload: Upload, stored: int) -> int:
        """The largest size that an upload may get whose size is not known yet."""
        found = [stored + self._free()]
        rule = self.rules(upload.owner, upload.target).max_size if upload.target else None
        found += [most for most in (rule, self.limits.max_size) if most is not None]
        if self.limits.session_bytes is not None:
            found.append(self.limits.session_bytes - self._has(upload, self._kept(upload)))
        return max(stored, min(found))

    def _kept(self, upload: Upload) -> int:
        return 0 if self.limits.session_bytes is None else self.kept(upload.owner)

    def _has(self, upload: Upload, kept: int) -> int:
        return kept + self._storage.ledger.bytes_of(upload.owner)

    def _free(self) -> int:
        free = shutil.disk_usage(self._storage.folder).free
        return max(0, free - self._storage.missing() - self.limits.keep_free)

    def _check_quota(self, upload: Upload, size: int, kept: int) -> None:
        quota = self.limits.session_bytes
        if quota is None:
            return
        has = self._has(upload, kept)
        if has + size > quota:
            needs, left = against(size, max(0, quota - has))
            raise UploadRefused(
                413,
                f"“{upload.name}” has {needs}, but of the {size_text(quota)} that you may keep "
                f"here only {left} are left. Remove files that you do not need and try again.",
            )

    def _check_disk(self, upload: Upload, size: int, missing: int) -> None:
        if missing > self._free():
            kept, free = self.limits.keep_free, shutil.disk_usage(self._storage.folder).free
            promised = self._storage.missing()
            taken = f", {promised:,} of them for files that are on their way" if promised else ""
            raise UploadRefused(
                507,
                f"“{upload.name}” has {size:,} bytes, but only {free:,} are free on the disk"
                f"{taken}, of which {kept:,} are kept. Make room and try again.",
            )

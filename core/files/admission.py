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
        ledger = self._storage.ledger
        with self._admitting:
            try:
                for upload in uploads:
                    self.check(upload, upload.size or 0)
                    ledger.put(upload, finished=True)  # it has no part that could be asked for
            except BaseException:
                for upload in uploads:
                    ledger.forget(upload.id)
                raise

    def check(self, upload: Upload, size: int, stored: int = 0) -> None:
        """UploadRefused for a file that is not accepted, or too large for a limit or the disk.

        Args:
            stored: how many of its bytes are on the disk already.
        """
        limit = self.limits.max_size
        if limit is not None and size > limit:
            has, most = against(size, limit)
            raise UploadRefused(413, f"“{upload.name}” has {has}; at most {most} are accepted.")
        if upload.target and not upload.partial:
            count, total = self._storage.ledger.of_batch(upload)
            self.rules(upload.owner, upload.target).check(upload, size, count, total)
        self._check_quota(upload, size)
        self._check_disk(upload, size, size - stored)

    def most(self, upload: Upload) -> int | None:
        """The largest size that an upload may get whose size is not known yet; None: any."""
        rule = self.rules(upload.owner, upload.target).max_size if upload.target else None
        return min((m for m in (rule, self.limits.max_size) if m is not None), default=None)

    def _check_quota(self, upload: Upload, size: int) -> None:
        quota = self.limits.session_bytes
        if quota is None:
            return
        has = self.kept(upload.owner) + self._storage.ledger.bytes_of(upload.owner)
        if has + size > quota:
            needs, left = against(size, max(0, quota - has))
            raise UploadRefused(
                413,
                f"“{upload.name}” has {needs}, but of the {size_text(quota)} that you may keep "
                f"here only {left} are left. Remove files that you do not need and try again.",
            )

    def _check_disk(self, upload: Upload, size: int, missing: int) -> None:
        kept, free = self.limits.keep_free, shutil.disk_usage(self._storage.folder).free
        promised = self._storage.missing()
        if missing > max(0, free - promised - kept):
            taken = f", {promised:,} of them for files that are on their way" if promised else ""
            raise UploadRefused(
                507,
                f"“{upload.name}” has {size:,} bytes, but only {free:,} are free on the disk"
                f"{taken}, of which {kept:,} are kept. Make room and try again.",
            )

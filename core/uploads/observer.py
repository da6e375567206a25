"""Observer: is notified of the progress and the removal of uploads."""

from .info import UploadInfo


class UploadObserver:
    """Called on the event loop; this one ignores everything."""

    def stored(self, upload: UploadInfo, offset: int) -> None:
        """So many bytes of an upload are in its file now: about once per MiB, and at its end."""

    def ended(self, upload: UploadInfo) -> None:
        """The client took the upload back, or it failed and cannot be continued."""

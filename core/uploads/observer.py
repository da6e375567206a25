"""Observer: learns what happens to uploads."""

from .upload import Upload


class UploadObserver:
    """Called on the event loop; this one ignores everything."""

    def stored(self, upload: Upload, offset: int) -> None:
        """So many bytes of an upload are in its file now: about once per MiB, and at its end."""

    def ended(self, upload: Upload) -> None:
        """The client took the upload back, or it failed and cannot be continued."""

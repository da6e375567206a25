"""Store: the contract for what keeps uploads; `folder_store` keeps them in a folder."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from .batches import Batch
from .index import UploadIndex
from .info import UploadInfo
from .state import State


class Store(Protocol):
    """Keeps the facts and the bytes of uploads, through restarts and power cuts.

    All calls block. Whoever changes an upload holds its lock or its claim (`upload`). Calls raise
    OSError if the disk fails, and UnknownUpload if the upload was removed meanwhile.

    Attributes:
        index: the uploads that no handler has had, and sums over them.
    """

    index: UploadIndex

    def prepare(self) -> None:
        """Make the store ready for another upload, also if somebody removed its folder."""

    def free_bytes(self) -> int:
        """How many bytes are free on its disk."""

    # Facts

    def create(self, upload: UploadInfo) -> None:
        """Create an upload without bytes."""

    def describe(self, upload: UploadInfo) -> None:
        """Write the facts of an upload whose part was made by other means; does not sync."""

    def change(self, upload: UploadInfo, **fields: object) -> UploadInfo:
        """Change facts, durably: all of them or none."""

    def load(self, owner: str, upload_id: str) -> UploadInfo:
        """The upload, if it belongs to this session; UnknownUpload otherwise."""

    def find(self, upload_id: str) -> UploadInfo | None:
        """The upload, whoever it belongs to."""

    def all(self) -> Iterator[UploadInfo]:
        """Every upload, also those that were delivered."""

    def state(self, upload: UploadInfo) -> State:
        """What its files say: created, complete, delivered or failed."""

    def last_change(self, upload: UploadInfo) -> tuple[State, float]:
        """Whether it is created, complete or delivered, and when that or its bytes last changed, in
        seconds since 1970.
        """

    # Bytes

    def offset(self, upload: UploadInfo) -> int:
        """How many bytes are stored, by what the file system says."""

    def part(self, upload: UploadInfo) -> Path:
        """The file of an upload that is not complete."""

    def done(self, upload: UploadInfo) -> Path:
        """The file of a complete upload, with the extension of its name."""

    def open(self, upload: UploadInfo) -> int:
        """A descriptor that appends to the part."""

    def cut(self, upload: UploadInfo, size: int) -> None:
        """Remove the bytes of the part from `size` on."""

    def note_unverified(self, upload: UploadInfo, offset: int) -> None:
        """Note durably that bytes from `offset` on will arrive before their checksum is known."""

    def note_verified(self, upload: UploadInfo) -> None:
        """Their checksum matched."""

    def drop_unverified(self, upload: UploadInfo) -> None:
        """Cut off bytes whose checksum never came, or that a failed sync may have lost; only while
        nobody sends them.
        """

    def finish(self, upload: UploadInfo) -> None:
        """Complete a part that has all its bytes: sync it, rename it and sync the folder."""

    def holds(self, upload: UploadInfo) -> bool:
        """Whether the complete file is here, of its size, and not about to be removed."""

    def sync(self) -> None:
        """Make durable what was created and renamed."""

    # Batches

    def new_batch(self, uploads: Sequence[UploadInfo]) -> Batch:
        """Begin a batch of small files, which nobody sees before `finish_batch`."""

    def write_batch(self, batch: Batch, files: Sequence[tuple[UploadInfo, bytes]]) -> None:
        """Write some of its files."""

    def finish_batch(self, batch: Batch) -> None:
        """Complete all of its files with one sync."""

    # Removal

    def remove(self, upload: UploadInfo) -> None:
        """Leave nothing of an upload. If the disk fails, the upload stays as it is."""

    def abandon(self, upload: UploadInfo) -> None:
        """Remove an upload that no client knows of, now or when the disk allows it."""

    def discard(self, *paths: Path) -> None:
        """Remove files, now or when the disk allows it."""

    def orphans(self, is_left: Callable[[float], bool]) -> Iterator[Path]:
        """Files that a crash left and that belong to no upload.

        Args:
            is_left: decides by the time of their last change, in seconds since 1970.
        """

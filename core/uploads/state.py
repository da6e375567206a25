"""The states of an upload.

The folder is the truth: created, complete, delivered and failed can be read from the files that are
there, so a restart changes nothing but `receiving` (to created) and `claimed` (to complete).
"""

from enum import StrEnum


class State(StrEnum):
    """Where an upload is, and what leads from there.

    ========== ====================== ==========
    state      event                  becomes
    ========== ====================== ==========
    unknown    create                 created
    unknown    create an empty file   complete
    unknown    join pieces            complete
    created    receive                receiving
    created    crash                  created
    receiving  break off              created
    receiving  refuse                 created
    receiving  crash                  created
    receiving  complete               complete
    receiving  abandon                unknown
    created    damage                 failed
    failed     crash                  failed
    complete   claim                  claimed
    complete   be joined              delivered
    complete   crash                  complete
    claimed    release                complete
    claimed    crash                  complete
    claimed    keep                   delivered
    claimed    discard                delivered
    delivered  crash                  delivered
    created    terminate              unknown
    complete   terminate              unknown
    delivered  terminate              unknown
    failed     terminate              unknown
    created    expire                 unknown
    complete   expire                 unknown
    delivered  expire                 unknown
    failed     expire                 unknown
    ========== ====================== ==========

    A body that cannot be continued (PUT, forms, batches) is abandoned when it breaks off. A crash
    may leave a part with all its bytes: the next request completes it.
    """

    UNKNOWN = "unknown"
    """Never created, or nothing is left of it."""

    CREATED = "created"
    """A part with fewer bytes than the file has; nobody is sending more."""

    RECEIVING = "receiving"
    """A request holds its lock, and bytes arrive."""

    COMPLETE = "complete"
    """All bytes are there: checked, synced, under their final name. It waits for a handler."""

    CLAIMED = "claimed"
    """A handler has it, or its removal."""

    DELIVERED = "delivered"
    """A handler kept or discarded it, or it is a piece of a file: only its description is left, so
    that a client that missed our answer does not send it again.
    """

    FAILED = "failed"
    """The part has more bytes than the file: somebody else wrote them. It can only be removed."""

    @property
    def is_finished(self) -> bool:
        """Whether all its bytes have arrived and were checked."""
        return self in (State.COMPLETE, State.CLAIMED, State.DELIVERED)

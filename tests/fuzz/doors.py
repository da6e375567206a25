"""Cases for all doors: requests as clients send them, in which something is sometimes wrong."""

from __future__ import annotations

from tests.fuzz import page_doors, upload_doors
from tests.fuzz.client import Client
from tests.fuzz.wire import ENDINGS, Case

DOORS = (*upload_doors.DOORS, *page_doors.DOORS)


def case(client: Client) -> Case:
    """The next case."""
    junk = client.junk
    case = junk.choice(DOORS)(client)
    case.data = junk.mangled(case.data, 0.1)
    if junk.chance(0.1):
        case.data = case.data[: junk.below(len(case.data) + 1)]
    case.ending = junk.choice(ENDINGS)
    case.pieces = junk.choice((1, 1, 1, 2, 7))
    return case

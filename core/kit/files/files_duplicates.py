"""Files that arrive twice: people are told, and may keep one of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import core as jp
from core.executors import PROGRAM_FILES
from core.language.texts import _

from . import files_wording as wording


async def point_out(
    folder: jp.SessionFolder,
    arrived: Sequence[str],
    page: jp.WebPage,
    remove: Callable[[Sequence[jp.Entry], jp.Msg], Any],
) -> None:
    """Say which files that arrived are in a folder already.

    Args:
        folder: that they are in.
        arrived: their paths in it.
        page: shows the notice.
        remove: removes those that people do not want twice, so that it can be undone.
    """
    await page.update()  # what arrived is shown before all of the folder is read
    duplicates = await PROGRAM_FILES.run(folder.duplicates, arrived)
    if not duplicates:
        return

    def keep_one(msg: jp.Msg) -> Any:
        # People may answer much later: what was changed or lost its original stays.
        again = folder.duplicates([each.file.path for each in duplicates])
        still = [each.file for each in again if each in duplicates]
        if not still:
            msg.page.notify(_(wording.DUPLICATES_GONE))
        return remove(still, msg)

    label = _("Keep one") if len(duplicates) == 1 else _("Keep one of each")
    page.notify(wording.already_here(duplicates), action=(label, keep_one))

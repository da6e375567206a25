"""An upload has one user at a time: a handler, its removal, or nobody."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core import testing
from core.files import UnknownUpload
from core.files.names import distinct_paths
from core.files.uploads import Uploads
from core.testing import HandlerFailed
from tests.tus import create, upload_id


async def test_of_two_submissions_at_once_one_gets_the_file(
    uploads: Uploads, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one comes while the first is between its checks and its answer."""
    wanted = [upload_id(await create(client, 0, name)) for name in ("a.txt", "b.txt")]
    outcome: list[BaseException | None] = []

    def meanwhile(paths: Sequence[str]) -> list[str]:
        monkeypatch.undo()
        with ThreadPoolExecutor(1) as pool:
            outcome.append(pool.submit(uploads.take, "me", wanted).exception())
        return distinct_paths(paths)

    monkeypatch.setattr("core.files.uploads.distinct_paths", meanwhile)
    assert [file.name for file in uploads.take("me", wanted)] == ["a.txt", "b.txt"]
    assert isinstance(outcome[0], UnknownUpload)


async def test_upload_that_is_swept_goes_to_no_handler_and_the_other_way_round(
    uploads: Uploads, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = upload_id(await create(client, 0))
    monkeypatch.setattr(uploads.sweeper, "is_over", lambda upload: True)
    outcome: list[BaseException | None] = []
    remove = uploads._storage.remove

    def removing(upload: Any) -> None:
        with ThreadPoolExecutor(1) as pool:
            outcome.append(pool.submit(uploads.take, "me", [wanted]).exception())
        remove(upload)

    monkeypatch.setattr(uploads._storage, "remove", removing)
    assert uploads.sweeper.sweep() == 1
    assert isinstance(outcome[0], UnknownUpload)

    kept = upload_id(await create(client, 0))
    [file] = uploads.take("me", [kept])
    uploads.sweeper.sweep()
    assert file.path.exists()


def test_unknown_id_leaves_the_files_of_other_inputs(tmp_path: Path) -> None:
    """The user is told, nothing is lost, and the form can be sent again."""
    seen: list[list[str]] = []

    def page() -> jp.WebPage:
        wp = jp.WebPage()
        form = jp.Form(a=wp, submit=lambda self, msg: seen.append([f.name for f in msg.files]))
        for _ in range(2):
            jp.Input(type="file", multiple=True, a=form)
        return wp

    good = tmp_path / "good.txt"
    good.write_text("good")
    with testing.serve(page, debug=False) as user:
        shown = user.open()
        form = shown.find(tag="form").element
        numbers = [each.element.component_id for each in shown.find_all(tag="input")]
        sent = user.upload(good)
        entries = [{"c": numbers[0], "uploads": [sent]}, {"c": numbers[1], "uploads": ["0" * 32]}]
        with pytest.raises(HandlerFailed, match="This upload does not exist"):
            shown.send(form, "submit", {"form": entries})
        assert seen == []
        shown.send(form, "submit", {"form": entries[:1]})
        assert seen == [["good.txt"]]

"""An upload has one user at a time: a handler, its removal, or nobody."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core import testing
from core.files.distinct_names import distinct_paths
from core.files.errors import FileChanged
from core.testing import HandlerFailed
from core.uploads.engine import Uploads
from core.uploads.errors import UnknownUpload, UploadRefused
from core.uploads.info import UploadInfo
from core.uploads.local_files import Contents, LocalFile
from tests.support.tus import create, upload_id


async def test_of_two_submissions_at_once_one_gets_the_file(
    uploads: Uploads, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one comes while the first is between its checks and its answer."""
    wanted = [upload_id(await create(client, 0, name)) for name in ("a.txt", "b.txt")]
    outcome: list[BaseException | None] = []

    def meanwhile(paths: Sequence[str]) -> list[str]:
        monkeypatch.undo()
        with ThreadPoolExecutor(1) as pool:
            outcome.append(pool.submit(uploads.claims.take, "me", wanted).exception())
        return distinct_paths(paths)

    monkeypatch.setattr("core.uploads.claims.distinct_paths", meanwhile)
    assert [file.name for file in uploads.claims.take("me", wanted)] == ["a.txt", "b.txt"]
    assert isinstance(outcome[0], UnknownUpload)


async def test_upload_that_is_swept_goes_to_no_handler_and_the_other_way_round(
    uploads: Uploads, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = upload_id(await create(client, 0))
    monkeypatch.setattr(uploads.expiry, "is_expired", lambda upload: True)
    outcome: list[BaseException | None] = []
    remove = uploads.store.remove

    def removing(upload: Any) -> None:
        with ThreadPoolExecutor(1) as pool:
            outcome.append(pool.submit(uploads.claims.take, "me", [wanted]).exception())
        remove(upload)

    monkeypatch.setattr(uploads.store, "remove", removing)
    assert uploads.expiry.remove_expired() == 1
    assert isinstance(outcome[0], UnknownUpload)

    kept = upload_id(await create(client, 0))
    [file] = uploads.claims.take("me", [kept])
    uploads.expiry.remove_expired()
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
        with pytest.raises(HandlerFailed, match="This upload no longer exists"):
            shown.send(form, "submit", {"form": entries})
        assert seen == []
        shown.send(form, "submit", {"form": entries[:1]})
        assert seen == [["good.txt"]]


async def test_copy_that_is_asked_for_again_leaves_the_handler_its_file(
    uploads: Uploads, tmp_path: Path
) -> None:
    """The answer was lost, the form was sent from another page, and the file was changed since."""
    path = tmp_path / "chosen.txt"
    path.write_bytes(b"chosen")
    source = LocalFile.at(path)
    upload = UploadInfo("me", source.name, source.size, "", 0)
    await uploads.copy(upload, source)
    [file] = uploads.claims.take("me", [upload.id])
    path.write_bytes(b"changed")
    with pytest.raises(FileChanged):
        await uploads.copy(upload, source)
    assert file.read() == b"chosen"


async def test_batch_that_is_ended_late_leaves_the_handler_its_files(
    uploads: Uploads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its client asks again just when all of it is stored."""
    path = tmp_path / "chosen.txt"
    path.write_bytes(b"chosen")
    source = LocalFile.at(path)
    upload = UploadInfo("me", source.name, source.size, "", 0)
    finish, taken = uploads.store.finish_batch, []

    def finishing(*arguments: Any) -> None:
        finish(*arguments)
        taken.extend(uploads.claims.take("me", [upload.id]))
        loop.call_soon_threadsafe(uploads.stop)
        assert asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop).result() is None

    loop = asyncio.get_running_loop()
    monkeypatch.setattr(uploads.store, "finish_batch", finishing)
    with pytest.raises(UploadRefused):
        await uploads.receive_batch([upload], Contents([source]))
    assert taken[0].read() == b"chosen"

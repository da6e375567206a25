"""Clients as others made them, unmodified, against the whole program: tus-js-client in Node and in
Chromium, Uppy, and what docs/uploads.md says of curl and tuspy.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

import core as jp
from core.files.received_file import File
from core.serving import Program
from core.uploads.errors import UnknownUpload
from tests.support.local import BEARER, TOKEN, Local, local, session_id, sign_in
from tests.support.served import ROOT

SCENARIOS = re.findall(
    r"^  (\w+): \{", (ROOT / "tests/support/clients/scenarios.mjs").read_text(), re.M
)
SIZE = 6 * 2**20 + 123
DOCUMENT = (ROOT / "docs/uploads.md").read_text()


@pytest.fixture(scope="module")
def content() -> bytes:
    return os.urandom(SIZE)


@pytest.fixture(scope="module")
def file(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("file") / "photo.jpg"
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    command = [
        ROOT / "tests/node_modules/.bin/esbuild",
        "tests/support/clients/browser.mjs",
        "--bundle",
    ]
    subprocess.run([*command, f"--outfile={folder / 'clients.js'}", "--log-level=error"], cwd=ROOT)
    (folder / "index.html").write_text(
        '<!doctype html><input type="file"><script src="/own/clients.js"></script>'
    )
    return folder


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, bundle: Path) -> Iterator[Local]:
    program = Program()

    async def form(request: jp.Request) -> jp.Response:
        received = await request.received()
        for photo in received.files.getlist("photos"):
            photo.save(saved)
        return jp.PlainTextResponse(received.fields["name"])

    data = tmp_path_factory.mktemp("data")
    (saved := data / "saved").mkdir()
    program.add_route("/form", form, methods=["POST"])
    program.add_route(
        "/own/{name}", lambda request: jp.FileResponse(bundle / request.path_params["name"])
    )
    with local(data, program=program) as served:
        yield served


def take(served: Local, owner: str, url: str) -> File:
    [file] = served.app.uploads.claims.take(owner, [url.rpartition("/")[2]])
    return file


def check(served: Local, owner: str, scenario: str, url: str, content: bytes) -> None:
    """What a scenario uploaded is whole; what it terminated is gone."""
    if scenario == "terminated":
        with pytest.raises(UnknownUpload):
            take(served, owner, url)
        return
    file = take(served, owner, url)
    assert file.name == f"{scenario} é.bin" and file.type == "text/plain"
    assert file.read() == (b"" if scenario == "empty" else content)


@pytest.fixture(scope="module")
def in_node(served: Local, file: Path) -> dict[str, str]:
    """The addresses of what tus-js-client uploaded in Node."""
    command = ["node", "tests/support/clients/node.mjs", str(file), f"{served.url}/uploads", TOKEN]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[:1000]
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_tus_js_client_in_node(
    served: Local, in_node: dict[str, str], content: bytes, scenario: str
) -> None:
    check(served, served.cookies.named(""), scenario, in_node[scenario], content)


@pytest.fixture
def clients(served: Local, context: BrowserContext, page: Page, file: Path) -> Page:
    """A page with the clients, and the file chosen."""
    sign_in(served, context)
    page.goto(f"{served.url}/own/index.html")
    page.locator("input").set_input_files(file)
    expect(page.locator("html[data-ready]")).to_be_attached()
    return page


@pytest.mark.browser
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_tus_js_client_in_chromium(
    served: Local, clients: Page, content: bytes, scenario: str
) -> None:
    url = clients.evaluate("scenario => run(scenario)", scenario)
    check(served, session_id(1), scenario, url, content)


@pytest.mark.browser
@pytest.mark.parametrize(
    "options",
    [{}, {"chunkSize": 5 * 2**20}, {"parallelUploads": 2}, {"uploadDataDuringCreation": True}],
    ids=str,
)
@pytest.mark.parametrize("paused", [False, True])
def test_uppy_in_chromium(
    served: Local, clients: Page, content: bytes, options: dict[str, Any], paused: bool
) -> None:
    urls = clients.evaluate("([options, paused]) => uppy(options, paused)", [options, paused])
    files = [take(served, session_id(1), url) for url in urls]
    assert sorted(file.name for file in files) == ["a é.bin", "b.bin"]
    assert [file.read() == content for file in files] == [True, True]


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", DOCUMENT, re.M | re.S)


@pytest.fixture
def session(served: Local) -> Iterator[str]:
    """The one of programs with the token, emptied."""
    owner = served.cookies.named("")
    for upload in list(served.app.uploads.store.all()):
        served.app.uploads.store.remove(upload)
    yield owner


def received(served: Local, owner: str) -> dict[str, bytes]:
    uploads = served.app.uploads.store.all()
    ids = [upload.id for upload in uploads if upload.owner == owner]
    return {file.name: file.read() for file in served.app.uploads.claims.take(owner, ids)}


@pytest.mark.parametrize("block", blocks("sh"), ids=["put", "tus", "form"])
def test_curl_as_documented(
    served: Local, session: str, file: Path, content: bytes, block: str
) -> None:
    known = {**os.environ, "SATCHEL": served.url}
    (file.parent / "bearer").write_text(f"Authorization: Bearer {TOKEN}\n")
    command = ["bash", "-euo", "pipefail", "-c", block]
    done = subprocess.run(command, cwd=file.parent, env=known, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    if "--form" in block:
        assert done.stdout == "Ada"
        assert (served.data / "saved" / "photo.jpg").read_bytes() == content
    else:
        assert received(served, session) == {"photo.jpg": content}


@pytest.mark.parametrize("block", blocks("py"), ids=["tuspy", "batch"])
def test_python_as_documented(
    served: Local,
    session: str,
    file: Path,
    content: bytes,
    block: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(file.parent)
    exec(block, {"SATCHEL": served.url, "TOKEN": TOKEN})
    expected = {"photo.jpg": content} if "tusclient" in block else {"a.txt": b"first"}
    assert expected.items() <= received(served, session).items()


# What a page has around the code of the document; the Uppy that it makes is given a file then.
SCRIPT = """async ([SATCHEL, TOKEN]) => {
  const { tus, Tus } = libraries;
  const made = [];
  class Uppy extends libraries.Uppy {
    constructor() {
      super();
      made.push(this);
    }
  }
  const file = document.querySelector('input').files[0];
  %s
  made[0].addFile({ name: 'uppy.jpg', data: file });
  const { failed } = await made[0].upload();
  return failed.map(({ error }) => error);
}"""


@pytest.mark.browser
@pytest.mark.parametrize("block", blocks("js"), ids=["tus-js-client and Uppy"])
def test_javascript_as_documented(
    served: Local, session: str, clients: Page, content: bytes, block: str
) -> None:
    with clients.expect_console_message(lambda message: message.text == "done"):
        assert clients.evaluate(SCRIPT % block, [served.url, TOKEN]) == []
    in_browser = session_id(1)  # the cookie's, with or without the token
    assert received(served, in_browser) == {"photo.jpg": content, "uppy.jpg": content}


def test_tuspy_resumes(served: Local, session: str, file: Path, content: bytes) -> None:
    from tusclient.client import TusClient

    client = TusClient(f"{served.url}/uploads", headers=BEARER)
    first = client.uploader(str(file), chunk_size=2**20, metadata={"filename": "a.bin"})
    first.upload(stop_at=2**21)
    again = client.uploader(str(file), chunk_size=2**22, url=first.url)
    assert again.offset == 2**21
    again.upload()
    assert received(served, session) == {"a.bin": content}


def test_sessions_of_clients_are_apart(served: Local, session: str) -> None:
    """One that names its session sees nothing of the others."""
    client = served.client(headers={**BEARER, "X-Satchel-Session": "backup"})
    location = client.put("/uploads/a.txt", content=b"x").headers["Location"]
    head = {"Tus-Resumable": "1.0.0"}
    assert client.head(location, headers=head).status_code == 200
    assert served.client(headers=BEARER).head(location, headers=head).status_code == 404
    assert received(served, served.cookies.named("backup")) == {"a.txt": b"x"}

"""/static: the session's own files, then the program's, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import BrowserContext, Page, expect

import core as jp
from tests.conftest import Serve
from tests.support.local import TOKEN, Local, local, session_id, sign_in, whose

MINE = session_id(1)
OTHER = session_id(2)
ODD = "a b#%.txt" if os.name == "nt" else "a b#?.txt"  # which needs care in addresses


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    """A program whose folder holds all that must not be shown, and the data folder too."""
    folder = tmp_path_factory.mktemp("program")
    data = folder / "data"
    fill(folder)
    with local(data, whose, static=(folder,), private=(data,)) as served:
        (data / "secret").write_text("secret")
        served.file("mine.txt", "mine")
        served.file("theirs.txt", "theirs", number=2)
        yield served


def fill(folder: Path) -> None:
    files = ["image.txt", "sub/image.txt", ODD, "program.py", "sub/Program.PY", "x.pyc"]
    for name in [*files, ".env", ".git/config", "sub/.hidden/x.txt", "outside/x.txt"]:
        path = folder / "shown" / name if not name.startswith("outside") else folder / name
        for at in (path, folder / name):
            at.parent.mkdir(parents=True, exist_ok=True)
            at.write_text(name)
    if os.name == "nt":  # without links and FIFOs
        return
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "to-env").symlink_to(folder / ".env")
    (folder / "to-passwd").symlink_to("/etc/passwd")
    (folder / "to-etc").symlink_to("/etc")
    (folder / "to-secret").symlink_to(folder / "data" / "secret")
    (folder / "to-source").symlink_to(folder / "program.py")
    os.mkfifo(folder / "pipe")


def test_the_program_shows_its_files(served: Local) -> None:
    for path, content in {
        "/static/image.txt": "image.txt",
        "/static/sub/image.txt": "sub/image.txt",
        f"/static/{quote(ODD)}": ODD,
        f"/static/{MINE}/mine.txt": "mine",
    }.items():
        answer = served.session().get(path)
        assert (answer.status_code, answer.text) == (200, content)


NEVER = [
    ".env", ".git/config", "sub/.hidden/x.txt", "./image.txt/../.env", "to-env", "to-passwd",
    "to-etc/passwd", "to-secret", "to-source", "loop", "loop/x", "pipe", "sub", "", "sub/",
    "program.py", "PROGRAM.PY", "sub/Program.PY", "x.pyc", "none.txt", "image.txt/x",
    "data/secret", "data/uploads", f"data/sessions/{MINE}/mine.txt", "data/./secret",
    f"data/sessions/{OTHER}/theirs.txt", f"{OTHER}/theirs.txt", f"{OTHER}/", OTHER, MINE,
    f"{MINE}/", f"{MINE}/none", f"{MINE}/mine.txt/", f"{MINE}//mine.txt", f"/{OTHER}/theirs.txt",
    f"{MINE}/../{OTHER}/theirs.txt", "../../etc/passwd", "../program.py", "..", "../", "...",
    "/etc/passwd", "//etc/passwd", "C:/x", "image.txt:x", "image.txt::$DATA", "image.txt.", "~",
    f"{MINE}/../../secret", "sub/../program.py", "x" * 300, "x/" * 2000, f"{MINE}/{'x' * 300}",
    f"{MINE}/{'x/' * 2000}", "\x7f", "\x1b[2J", "a\rb", "a\nb",
]  # fmt: skip


def plain(path: str) -> str:
    return path


def encoded(path: str) -> str:
    return "".join(f"%{byte:02x}" for byte in path.encode())


def encoded_twice(path: str) -> str:
    return encoded(path).replace("%", "%25")


def with_backslashes(path: str) -> str:
    return quote(path, safe="").replace("%2F", "%5C")


def bare_backslashes(path: str) -> str:
    return path.replace("/", "\\")


@pytest.mark.row(1, 5)
@pytest.mark.parametrize(
    "form", [quote, encoded, encoded_twice, with_backslashes, bare_backslashes, plain]
)
def test_files_that_are_never_served(served: Local, form: object) -> None:
    assert callable(form)
    cookie = "Cookie: " + served.cookies.cookie(MINE)
    for path in NEVER:
        address = form(path)
        if form in (plain, bare_backslashes) and not path.isprintable():
            continue
        answer = served.raw(f"GET /static/{address} HTTP/1.1", f"Host: {served.host}", cookie)
        assert answer.status in (400, 404), (path, answer.body)
        assert b"theirs" != answer.body != b"secret"


def test_the_first_folder_that_has_a_file_wins(tmp_path: Path) -> None:
    folders = tmp_path / "first", tmp_path / "second"
    (folders[0] / "x.txt").mkdir(parents=True)
    (folders[1]).mkdir()
    (folders[0] / "both.txt").write_text("first")
    for name in ("both.txt", "x.txt"):
        (folders[1] / name).write_text("second")
    with local(tmp_path / "data", whose, static=folders) as served:
        answers = [served.session().get(f"/static/{name}").text for name in ("both.txt", "x.txt")]
    assert answers == ["first", "second"]


def test_a_folder_of_another_session_in_other_letters(tmp_path: Path) -> None:
    """If the file system ignores case, the folder has both names."""
    other = "abcdef" + OTHER[6:]
    with local(tmp_path, whose, sessions=tmp_path, static=(tmp_path,)) as served:
        for name in (other, other.upper(), other.title()):
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / "x.txt").write_text("theirs")
            assert served.session().get(f"/static/{name}/x.txt").status_code == 404


@pytest.mark.row(23)
def test_symlinks_in_a_session_folder_lead_nowhere(served: Local) -> None:
    served.file("mine.txt")
    folder = served.data / "sessions" / MINE
    for name, target in {
        "passwd": "/etc/passwd",
        "theirs": f"../{OTHER}/theirs.txt",
        "folder": f"../{OTHER}",
        "etc": "/etc",
    }.items():
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(target)
    for path in ("passwd", "theirs", "folder/theirs.txt", "etc/passwd"):
        assert served.session().get(f"/static/{MINE}/{path}").status_code == 404, path


def test_a_data_folder_below_the_program(serve: Serve, tmp_path: Path, page: Page) -> None:
    """As it is started by a person: with --data-dir in the program's own folder."""
    data = tmp_path / "data"
    (tmp_path / "there.txt").write_text("there")
    running = serve("jp.justpy(lambda: jp.WebPage())", data=data)
    page.goto(running.url)
    assert status(page, "/static/there.txt") == 200
    files = [path.relative_to(tmp_path) for path in data.rglob("*") if path.is_file()]
    assert any(path.name == "secret" for path in files)
    for path in [*files, Path("program.py")]:
        assert status(page, f"/static/{path.as_posix()}") == 404, path


def status(page: Page, address: str) -> object:
    return page.evaluate("url => fetch(url).then(answer => answer.status)", address)


# Names


NAMES = [
    "#", "?", "%41", "日本.txt", "a b.txt", "a #1.png", "100%.png", "a&b=c;d.txt", "+.txt",
    "'\".txt", "é.txt", "%", "%%", "a%2fb.txt", "😀.txt", "<b>.txt", "[x](y).txt",
    "a?download", "x.tar.gz",
]  # fmt: skip


def links() -> jp.WebPage:
    page = jp.WebPage()
    for name in NAMES:
        page.add(jp.A(href=f"/static/{MINE}/{name}", text=name, download=name, title="by hand"))
        page.add(jp.A(href=f"/static/{MINE}/{quote(name, safe='')}", title="quoted", text=name))
    return page


def test_links_to_any_name(tmp_path: Path, context: BrowserContext) -> None:
    with local(tmp_path, links) as served:
        for name in NAMES:
            served.file(name, f"content of {name}")
        sign_in(served, context)
        page = context.new_page()
        page.goto(served.url)
        for kind in ("by hand", "quoted"):
            found = page.evaluate(
                """kind => Promise.all([...document.querySelectorAll(`a[title="${kind}"]`)]
                    .map(a => fetch(a.href).then(answer => answer.text())))""",
                kind,
            )
            assert found == [f"content of {name}" for name in NAMES], kind


def test_thumbnails_of_files_by_their_names(tmp_path: Path, context: BrowserContext) -> None:
    names = ["a #1.txt", "日本.txt", "100%.txt", "#.txt"]
    pictures = [jp.Img(src=f"/_satchel/thumbnail/{name}", alt=name) for name in names]
    with local(tmp_path, lambda: jp.WebPage().add(*pictures)) as served:
        for name in names:
            served.file(name, "content")
        sign_in(served, context)
        page = context.new_page()
        page.goto(served.url)
        for name in names:
            expect(page.get_by_alt_text(name, exact=True)).to_have_js_property("complete", True)
            shown = page.get_by_alt_text(name, exact=True).evaluate("image => image.naturalWidth")
            assert shown > 0, name


# Ranges, changes, many at once


def test_ranges_and_changes(served: Local) -> None:
    client = served.session()
    for address in (served.file("range.txt", "0123456789"), "/static/image.txt"):
        whole = client.get(address)
        etag = whole.headers["ETag"]
        assert etag.startswith('"') and whole.headers["Accept-Ranges"] == "bytes"
        part = client.get(address, headers={"Range": "bytes=2-4", "If-Range": etag})
        assert (part.status_code, part.content) == (206, whole.content[2:5])
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
        assert client.get(address, headers={"Range": "bytes=100-"}).status_code == 416
        head = client.head(address)
        assert head.headers["Content-Length"] == str(len(whole.content)) and head.content == b""
    changed = served.file("range.txt", "changed")
    answer = client.get(changed, headers={"If-None-Match": etag, "Range": "bytes=0-2"})
    assert answer.status_code == 206 and answer.text == "cha"


@pytest.mark.row(56)
def test_a_file_that_is_cut_while_it_is_sent_cuts_the_connection(served: Local) -> None:
    address = served.file("shrinking.bin", bytes(64 << 20))
    path = served.data / "sessions" / MINE / "shrinking.bin"
    with (
        pytest.raises(httpx.RemoteProtocolError),
        served.session().stream("GET", address) as answer,
    ):
        for piece in answer.iter_bytes():
            assert piece
            os.truncate(path, 1000)


def test_a_link_may_ask_for_the_save_dialog(served: Local) -> None:
    address = served.file("日本.txt", "x")
    assert served.session().get(address).headers["Content-Disposition"].startswith("inline")
    asked = served.session().get(address + "?download").headers["Content-Disposition"]
    assert asked == f"attachment; filename=\"__.txt\"; filename*=UTF-8''{quote('日本')}.txt"


def test_only_reading(served: Local) -> None:
    address = served.file("mine.txt")
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert served.session().request(method, address).status_code in (404, 405)
    assert served.session().get(address).status_code == 200


def test_stalled_downloads_do_not_hold_up_others(served: Local) -> None:
    """More of them than there are threads for looking at the disk (40) and reading it (8)."""
    address = quote(served.file("large.bin", bytes(8_000_000)))
    request = (
        f"GET {address} HTTP/1.1\r\nHost: {served.host}\r\n"
        f"Cookie: {served.cookies.cookie(MINE)}\r\n\r\n"
    )
    stalled = [served.connect() for _ in range(60)]
    try:
        for connection in stalled:
            connection.sendall(request.encode())
        for connection in stalled:
            assert connection.recv(12) == b"HTTP/1.1 200"
        for path in (address, "/static/image.txt", "/", "/_satchel/client/main.js"):
            assert served.session().get(path).status_code == 200
    finally:
        for connection in stalled:
            connection.close()


def test_the_token_of_these_tests_is_needed(served: Local) -> None:
    assert served.client().get(f"/static/image.txt?token={TOKEN}").status_code == 303
    assert served.client().get("/static/image.txt").status_code == 403

"""Names of downloads of any kind, and uploaded files that can do nothing."""

from pathlib import Path
from urllib.parse import unquote

import pytest

from core.downloads.responses import FileDownload, content_disposition
from core.downloads.user_files import user_file
from tests.support.asgi import get


@pytest.mark.row(51)
@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("photo 1 (2).jpg", "photo 1 (2).jpg"),
        ('say "hi".txt', "say _hi_.txt"),
        ("back\\slash;semi.txt", "back_slash;semi.txt"),
        ("line\r\nSet-Cookie: x=1", "line__Set-Cookie: x=1"),
        ("é.txt", "_.txt"),
        ("日本 😀.txt", "__ _.txt"),
        ("100%.png", "100_.png"),
        ("a%20b.txt", "a_20b.txt"),
        ("it's*.txt", "it's*.txt"),
        ("\udcff.txt", "_.txt"),
    ],
)
def test_name_of_any_kind(name: str, plain: str) -> None:
    header = content_disposition(name, inline=False)
    assert header.isascii() and "\r" not in header and "\n" not in header
    assert header.startswith(f'attachment; filename="{plain}"')
    if plain != name:
        encoded = header.partition("; filename*=UTF-8''")[2]
        assert unquote(encoded) == name.encode(errors="replace").decode()
        assert not set(encoded) & set("\"' ;\\*")


def test_inline_name() -> None:
    assert content_disposition("a.png", inline=True) == 'inline; filename="a.png"'


def test_what_is_shown_names_itself_only_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")  # or <a download="b.png"> would save as a.png
    answer = get(FileDownload(tmp_path / "a.png", inline=True))
    assert answer.headers["content-disposition"] == "inline"
    answer = get(FileDownload(tmp_path / "a.png", inline=True, name="b.png"))
    assert answer.headers["content-disposition"] == 'inline; filename="b.png"'


@pytest.mark.row(16, 49)
@pytest.mark.parametrize(
    ("name", "media_type", "kind"),
    [
        ("a.png", "image/png", "inline"),
        ("A.JPG", "image/jpeg", "inline"),
        ("a.webp", "image/webp", "inline"),
        ("a.mp4", "video/mp4", "inline"),
        ("a.mp3", "audio/mpeg", "inline"),
        ("a.txt", "text/plain; charset=utf-8", "inline"),
        ("a.md", "text/plain; charset=utf-8", "inline"),
        ("a.svg", "image/svg+xml", "attachment"),
        ("a.html", "application/octet-stream", "attachment"),
        ("X.HTML", "application/octet-stream", "attachment"),
        ("a.xhtml", "application/octet-stream", "attachment"),
        ("a.xml", "application/octet-stream", "attachment"),
        ("a.js", "application/octet-stream", "attachment"),
        ("a.pdf", "application/octet-stream", "attachment"),
        ("a.svgz", "application/octet-stream", "attachment"),
        ("x.jpg.php", "application/octet-stream", "attachment"),
        ("x.php.jpg", "image/jpeg", "inline"),
        ("x.png.gz", "application/octet-stream", "attachment"),
        ("nothing", "application/octet-stream", "attachment"),
        ("png", "application/octet-stream", "attachment"),
    ],
)
def test_user_file_can_do_nothing(tmp_path: Path, name: str, media_type: str, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"<script>alert(1)</script>")
    answer = get(user_file(path, download=False))
    assert answer.headers["content-type"] == media_type
    assert answer.headers["content-disposition"].startswith(kind)
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    # The browser's player runs no scripts, and could not ask for the file from a sandbox.
    assert policy.startswith("sandbox") != media_type.startswith(("audio/", "video/"))
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["cache-control"] == "private, no-cache"
    saved = get(user_file(path, download=True))
    assert saved.headers["content-disposition"].startswith("attachment")


def test_user_files_are_not_reached_by_symlinks(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert get(user_file(tmp_path / "link", download=False)).status_code == 404
    assert get(FileDownload(tmp_path / "link")).status_code == 200

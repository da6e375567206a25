"""Access: token, cookie, ticket, and sessions that do not see each other, over the wire."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect
from websockets.exceptions import ConnectionClosed, InvalidStatus

import core as jp
from core.web.access.sessions import Sessions
from tests.support.local import BEARER, TOKEN, TUS, Local, local, sampler, session_id, whose


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    with local(tmp_path_factory.mktemp("data"), program=sampler()) as served:
        yield served


def cookie_of(answer: httpx.Response) -> str:
    """The cookie of an answer as a client sends it back."""
    return answer.headers["Set-Cookie"].partition(";")[0]


def test_a_stranger_reads_how_to_get_in(served: Local) -> None:
    answer = served.client().get("/")
    assert answer.status_code == 403
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert "/?token=TOKEN" in answer.text and "Bearer" in answer.text
    assert TOKEN not in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/static/x", "/_satchel/client/main.js", "/uploads", "/?x=1"]
)
def test_a_stranger_leaves_no_trace(tmp_path: Path, path: str) -> None:
    with local(tmp_path, whose) as served:
        answer = served.client().get(path)
        assert answer.status_code == 403
        assert "Set-Cookie" not in answer.headers
        assert not (tmp_path / "sessions").exists()


def test_the_token_becomes_a_cookie(served: Local) -> None:
    answer = served.client().get("/a%20b/%2523?x=1&token=" + TOKEN + "&y=%26")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/a%20b/%2523?x=1&y=%26"
    assert answer.headers["Cache-Control"] == "no-store"
    attributes = answer.headers["Set-Cookie"].lower().split("; ")
    assert {"httponly", "samesite=strict", "path=/"} <= set(attributes)
    inside = served.client().get("/", headers={"Cookie": cookie_of(answer)})
    assert inside.status_code == 200 and re.fullmatch("[0-9a-f]{32}", inside.text)


def test_the_token_may_be_used_again_and_keeps_the_session(served: Local) -> None:
    first = served.client().get("/?token=" + TOKEN)
    again = served.client().get("/?token=" + TOKEN, headers={"Cookie": cookie_of(first)})
    other = served.client().get("/?token=" + TOKEN)
    assert cookie_of(again) == cookie_of(first) != cookie_of(other)


@pytest.mark.parametrize("token", ["wrong", "", TOKEN[:-1], TOKEN + "x", "%00", "%ff"])
def test_a_wrong_token_opens_nothing(served: Local, token: str) -> None:
    answer = served.client().get(f"/?token={token}")
    assert answer.status_code == 403 and "Set-Cookie" not in answer.headers


def test_an_old_token_does_not_shut_out_a_known_browser(served: Local) -> None:
    assert served.session().get("/?token=of-yesterday").text == session_id(1)


def test_an_empty_token_lets_nobody_in(tmp_path: Path) -> None:
    with local(tmp_path, whose, token="") as served:
        assert served.client().get("/?token=").status_code == 403
        for sent in ("Bearer x", "Bearer", ""):
            answer = served.client().get("/", headers={"Authorization": sent})
            assert answer.status_code == 403


def test_the_token_works_only_where_it_is_looked_for(served: Local) -> None:
    posted = served.client().post("/posted?token=" + TOKEN, headers={"Origin": served.url})
    assert posted.status_code == 403


def test_bearer(served: Local) -> None:
    answer = served.client().get("/", headers=BEARER)
    assert answer.status_code == 200
    known = served.client().get("/", headers={**BEARER, "Cookie": cookie_of(answer)})
    assert known.text == answer.text and "Set-Cookie" not in known.headers
    for wrong in ("Bearer wrong", f"Basic {TOKEN}", "Bearer", TOKEN):
        assert served.client().get("/", headers={"Authorization": wrong}).status_code == 403


def test_programs_with_the_token_keep_a_session_without_cookies(tmp_path: Path) -> None:
    """Also after a restart, with another token: an upload that was cut off can be continued."""
    seen = []
    for token in ("first", "second"):
        bearer = {"Authorization": f"Bearer {token}"}
        with local(tmp_path, whose, token=token) as served:
            names = ({}, {}, {"X-Satchel-Session": "a"}, {"X-Satchel-Session": "b"})
            seen.append([served.client().get("/", headers={**bearer, **n}).text for n in names])
            stranger = served.client().get("/", headers={"X-Satchel-Session": "a"})
            assert stranger.status_code == 403
            cookie = served.cookies.cookie(session_id(1))
            of_a_browser = {"Cookie": cookie, "X-Satchel-Session": "a"}
            assert served.client().get("/", headers=of_a_browser).text == session_id(1)
            assert served.client().get("/", headers={**bearer, "Cookie": cookie}).text == (
                session_id(1)
            )
    assert seen[0] == seen[1]
    assert len(set(seen[0])) == 3 and seen[0][0] == seen[0][1]


def test_a_ticket_opens_its_session_once(served: Local) -> None:
    ticket = served.app.mint_ticket(session_id(7))
    address = f"/_satchel/enter?ticket={ticket}&next=/page%3Fx=1"
    answer = served.session().get(address)
    assert answer.status_code == 303 and answer.headers["Location"] == "/page?x=1"
    inside = served.client().get("/", headers={"Cookie": cookie_of(answer)})
    assert inside.text == session_id(7)
    again = served.session().get(address)
    assert again.status_code == 403 and "Set-Cookie" not in again.headers


def test_tickets_cannot_be_guessed(served: Local) -> None:
    for query in ("", "?ticket=", "?ticket=x", f"?ticket={TOKEN}"):
        assert served.client().get("/_satchel/enter" + query).status_code == 403


ELSEWHERE = [
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\t/evil.example",
    "///evil.example",
    " //evil.example",
    "/\r\nX-Injected: 1",
    "",
]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_a_ticket_never_leads_elsewhere(served: Local, target: str) -> None:
    query = {"ticket": served.app.mint_ticket(session_id(1)), "next": target}
    answer = served.client().get("/_satchel/enter", params=query)
    assert "X-Injected" not in answer.headers
    location = httpx.URL(served.url).join(answer.headers["Location"])
    assert location.host == "127.0.0.1" and location.scheme == "http"
    assert not answer.headers["Location"].startswith(("//", "/\\", "/\t"))


@pytest.mark.parametrize("target", ELSEWHERE)
def test_a_ticket_from_elsewhere_never_leads_there(served: Local, target: str) -> None:
    query = {"ticket": served.app.mint_ticket(session_id(1)), "next": target}
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    answer = served.client().get("/_satchel/enter", params=query, headers=headers)
    [to] = re.findall(r'content="0;url=([^"]*)"', answer.text)
    assert to.startswith("/") and not to.startswith(("//", "/\\", "/\t", "/\r"))


@pytest.mark.browser
@pytest.mark.parametrize("way", ["/?token={token}", "/_satchel/enter?ticket={ticket}&next=/"])
def test_a_link_from_elsewhere_leads_in(
    served: Local, page: Page, way: str, tmp_path: Path
) -> None:
    address = way.format(token=TOKEN, ticket=served.app.mint_ticket(session_id(1)))
    (tmp_path / "link.html").write_text(f'<a href="{served.url}{address}">in</a>')
    page.goto((tmp_path / "link.html").as_uri())
    page.get_by_role("link").click()
    expect(page.get_by_text(re.compile("^[0-9a-f]{32}$"))).to_be_visible()
    assert page.url == f"{served.url}/"


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "/%2fevil.example/"])
def test_a_token_never_leads_elsewhere(served: Local, path: str) -> None:
    answer = served.raw(f"GET {path}?token={TOKEN} HTTP/1.1", f"Host: {served.host}")
    assert answer.status in (303, 400)
    assert not answer.headers.get("Location", "/").startswith(("//", "/\\"))


def test_cookies_of_others_are_worth_nothing(served: Local) -> None:
    name = served.cookies.cookie_name
    good = served.cookies.cookie(session_id(1)).partition("=")[2]
    other_secret = Sessions(b"another secret", name).cookie(session_id(1)).partition("=")[2]
    tampered = good.replace("1--", "2--")
    assert tampered != good
    unsigned = session_id(1)
    ours = Sessions(served.app.settings.secret, name, TOKEN)
    path = ours.cookie("../../etc").partition("=")[2]
    for value in (other_secret, tampered, unsigned, path, "", good[:-2], '"', "\xff.x"):
        lines = ("GET / HTTP/1.1", f"Host: {served.host}", f"Cookie: {name}={value}")
        assert served.raw(*lines).status == 403, value


def test_cookies_of_other_programs_do_no_harm(served: Local) -> None:
    """Browsers share cookies between ports, and others set what Python's parser cannot read."""
    good = served.cookies.cookie(session_id(1))
    name = served.cookies.cookie_name
    for cookies in (f'a={{"x": [1, 2]}}; {good}', f"{name}=theirs; {good}", f"a; =b;; {good}; c"):
        assert served.client().get("/", headers={"Cookie": cookies}).text == session_id(1)


def test_without_a_token_everybody_gets_a_session(tmp_path: Path) -> None:
    with local(tmp_path, whose, token=None) as served:
        client = served.client()
        first = client.get("/")
        assert first.status_code == 200
        assert "httponly" in first.headers["Set-Cookie"].lower()
        second = client.get("/")
        assert second.text == first.text and "Set-Cookie" not in second.headers
        with pytest.raises(InvalidStatus):
            served.websocket("/_satchel/socket", Cookie=None)


def test_one_answer_for_all_does_not_hand_out_sessions(tmp_path: Path) -> None:
    shared = jp.PlainTextResponse("the same for all")
    with local(tmp_path, lambda: shared, token=None) as served:
        cookies = [served.client().get("/").headers.get_list("Set-Cookie") for _ in range(3)]
    assert [len(each) for each in cookies] == [1, 1, 1]
    assert len({each[0] for each in cookies}) == 3


# Whose: sessions do not see each other


@pytest.mark.row(52)
def test_files_of_another_session(served: Local) -> None:
    address = served.file("mine.txt", b"mine", number=1)
    assert served.session(1).get(address).text == "mine"
    for client in (served.session(2), served.client(headers=BEARER)):
        assert client.get(address).status_code == 404
        assert client.head(address).status_code == 404
    assert served.client().get(address).status_code == 403


@pytest.mark.row(52)
def test_thumbnails_of_another_session(served: Local, pictures: list[Path]) -> None:
    served.file("mine.png", pictures[0].read_bytes(), number=1)
    mine = served.session(1).get("/_satchel/thumbnail/mine.png")
    assert mine.status_code == 200 and mine.headers["Content-Type"] == "image/webp"
    assert served.session(2).get("/_satchel/thumbnail/mine.png").status_code == 404
    for path in (f"../{session_id(1)}/mine.png", f"..%2f{session_id(1)}%2fmine.png"):
        answer = served.raw(
            f"GET /_satchel/thumbnail/{path} HTTP/1.1",
            f"Host: {served.host}",
            "Cookie: " + served.cookies.cookie(session_id(2)),
        )
        assert answer.status == 404, path


@pytest.mark.row(22)
def test_uploads_of_another_session(served: Local) -> None:
    created = served.session(1, **TUS).post("/uploads", headers={"Upload-Length": "4"})
    assert created.status_code == 201
    path = httpx.URL(created.headers["Location"]).path
    patch = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    other = served.session(2, **TUS)
    assert other.head(path).status_code == 404
    assert other.patch(path, headers=patch, content=b"evil").status_code == 404
    assert other.delete(path).status_code == 404
    mine = served.session(1, **TUS)
    assert mine.head(path).headers["Upload-Offset"] == "0"
    assert mine.patch(path, headers=patch, content=b"good").status_code == 204


def test_pages_of_another_session(served: Local) -> None:
    html = served.session(1).get("/page").text
    found = re.search(r'id="satchel-page">(.*?)</script>', html)
    assert found is not None
    token = json.loads(found[1])["page"]
    address = f"/_satchel/socket?page={token}&seq=0"
    with served.websocket(address) as mine:
        assert json.loads(mine.recv())["html"] == ""
        theirs = served.cookies.cookie(session_id(2))
        with served.websocket(address, Cookie=theirs) as refused:
            with pytest.raises(ConnectionClosed):
                refused.recv()
            assert refused.close_code == 4404
    join = json.dumps({"t": "join", "page": token, "seq": 0, "channel": ""})
    assert served.session(2).post("/_satchel/post", content=join).status_code == 404
    assert served.session(1).post("/_satchel/post", content=join).status_code == 200

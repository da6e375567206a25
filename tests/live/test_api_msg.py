"""The fields of `msg` for events that Chromium sends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import core as jp
from tests.conftest import Live
from tests.support.api import shows

pytestmark = pytest.mark.browser

Show = Callable[..., Live]


@shows(
    "Msg",
    "Dict",
    "msg.event_type",
    "msg.msg_type",
    "msg.id",
    "msg.class_name",
    "msg.html_tag",
    "msg.data",
    "msg.page",
    "msg.page_id",
    "msg.session_id",
    "msg.websocket_id",
    "Component.data",
)
def test_fields_of_every_event(live: Show) -> None:
    told: list[jp.Msg] = []

    class Card(jp.Section):
        pass

    card = Card(id="card", text="card", click=told.append, data={"number": 7})
    plain = jp.P(text="plain", click=told.append)
    shown = live(card, plain)
    shown.element(card).click()
    shown.element(plain).click()
    shown.do(lambda: None)  # handlers of a page run one after the other
    first, second = told
    assert isinstance(first, jp.Msg) and isinstance(first, jp.Dict)
    assert (first.event_type, first.msg_type) == ("click", "event")
    assert (first.id, second.id) == ("card", plain.component_id)
    assert (first.class_name, first.html_tag) == ("Card", "section")
    assert (second.class_name, second.html_tag) == ("P", "p")
    assert first.data == {"number": 7} and first.data is card.data
    assert second.data == {}
    assert (first["target"], second["target"]) == (card, plain)
    assert first.page in card.pages() and first.page_id == first.page.page_id
    assert first.websocket_id == second.websocket_id != ""
    cookies = shown.page.context.cookies()
    assert any(cookie.get("value", "").startswith(first.session_id) for cookie in cookies)


@shows("msg[name]", "a field that msg does not have")
def test_fields_are_items_and_none_is_missing(live: Show) -> None:
    told: list[jp.Msg] = []
    button = jp.Button(text="button", click=told.append)
    shown = live(button)
    shown.element(button).click()
    shown.do(lambda: None)
    (msg,) = told
    assert msg["event_type"] == msg.event_type == msg.get("event_type") == "click"
    assert "event_type" in msg and "value" not in msg
    missing = [msg.value, msg["value"], msg.nonsense, msg["nonsense"], msg.form_data, msg.files]
    assert not any(missing)
    msg.mine = 1
    assert msg["mine"] == 1


@shows("msg.value", "msg.checked", "msg.input_type")
def test_fields_of_input_events(live: Show) -> None:
    told: list[jp.Msg] = []
    number = jp.Input(type="number", value=1, change=told.append)
    box = jp.Input(type="checkbox", change=told.append)
    area = jp.Textarea(change=told.append)
    shown = live(number, box, area)
    shown.element(number).fill("2.5")
    shown.element(box).check()
    shown.element(area).fill("text")
    shown.element(area).blur()
    shown.do(lambda: None)
    facts = [(msg.value, msg.checked, msg.input_type) for msg in told]
    assert facts == [(2.5, False, "number"), ("", True, "checkbox"), ("text", None, None)]


@shows("KeyData", "key_data.key", "key_data.location", "key_data.shiftKey", "key_data.code")
def test_key_data(live: Show) -> None:
    told: list[jp.KeyData] = []
    field = jp.Input(keydown=lambda msg: told.append(msg.key_data))
    shown = live(field)
    shown.element(field).focus()
    for key in ("ShiftRight", "Numpad5", "Control+Shift+ArrowUp"):
        shown.page.keyboard.press(key)
    shown.do(lambda: None)
    assert all(isinstance(key, jp.KeyData) for key in told)
    facts = [(key.key, key.code, key.location) for key in told]
    assert facts == [
        ("Shift", "ShiftRight", 2),
        ("Clear", "Numpad5", 3),
        ("Control", "ControlLeft", 1),
        ("Shift", "ShiftLeft", 1),
        ("ArrowUp", "ArrowUp", 0),
    ]
    held = [(key.ctrlKey, key.shiftKey, key.altKey, key.metaKey) for key in told]
    assert held[-1] == (True, True, False, False) and held[1] == (False,) * 4
    assert not any(key.repeat for key in told)


@shows(
    "msg.form_data",
    "FormItem",
    "form_data.html_tag",
    "form_data.id",
    "form_data.type",
    "form_data.name",
    "form_data.value",
    "form_data.checked",
    "form_data.ATTRIBUTE",
)
def test_form_data(live: Show) -> None:
    """Each element of it in order, also those inside other components."""
    told: list[jp.Msg] = []
    form = jp.Form(submit=told.append)
    field = jp.Input(id="who", name="who", placeholder="Name", required=True)
    number = jp.Input(type="number", name="n")
    box = jp.Input(type="checkbox", name="yes", value="on")
    choice = jp.Select(name="which", multiple=True)
    choice.add(*(jp.Option(value=value, text=value) for value in "abc"))
    area = jp.Textarea(name="long", rows=3)
    button = jp.Button(text="Send")
    form.add(jp.Fieldset().add(jp.Div().add(field), number), box, choice, area, button)
    shown = live(form)
    shown.element(field).fill("Ann")
    shown.element(number).fill("3")
    shown.element(box).check()
    shown.element(choice).select_option(["a", "c"])
    shown.element(area).fill("two\nlines")
    shown.element(button).click()
    shown.do(lambda: None)
    items = {item.name or item.html_tag: item for item in told[0].form_data}
    assert all(isinstance(item, jp.FormItem) for item in items.values())
    assert list(items) == ["fieldset", "who", "n", "yes", "which", "long", "button"]
    assert [items[name].value for name in ("who", "n", "which", "long")] == [
        *("Ann", 3, ["a", "c"], "two\nlines"),
    ]
    assert (items["who"].html_tag, items["who"].type, items["who"].id) == ("input", "text", "who")
    assert (items["long"].html_tag, items["long"].type) == ("textarea", "textarea")
    assert items["n"].id == number.component_id
    assert (items["yes"].checked, items["yes"].value) == (True, "on")
    assert (items["who"].placeholder, items["who"].required, items["long"].rows) == (
        "Name",
        True,
        3,
    )
    assert items["who"]["value"] == "Ann" and not items["who"].nonsense
    assert told[0].files == []


@shows("files in msg of change", "msg.files")
def test_files_of_a_change_event(live: Show, tmp_path: Path) -> None:
    """Before anything is sent: no content, but what the browser knows."""
    told: list[jp.Msg] = []
    chooser = jp.Input(type="file", multiple=True, change=told.append)
    shown = live(chooser)
    paths = [tmp_path / name for name in ("a #1.png", "b.txt")]
    for number, path in enumerate(paths):
        path.write_bytes(b"x" * number)
    shown.element(chooser).set_input_files(paths)
    shown.do(lambda: None)
    for file, path, kind in zip(told[0].files, paths, ("image/png", "text/plain"), strict=True):
        assert (file.name, file.size, file.type) == (path.name, path.stat().st_size, kind)
        assert file["lastModified"] == int(path.stat().st_mtime * 1000)
        assert not file.path and not file.file_content

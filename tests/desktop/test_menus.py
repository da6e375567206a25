"""Menus of windows: those of every window, with what programs add."""

import pytest

from desktop import MenuItem
from desktop.windows.menus import LINE, Item, MenuList, joined
from desktop.windows.options import Functions


def titles(menu: MenuList) -> list[str]:
    return [item.title for item in menu.items]


def test_entries_of_a_program_come_first_and_keep_their_keys() -> None:
    usual = [
        MenuList("&File", [Item("&Open…", shortcuts=["Ctrl+O"]), Item("&Print", shortcuts=["F8"])]),
        MenuList("&Help", [Item("&About")]),
    ]
    own = [MenuList("File", [Item("Open…", shortcuts=["F8"])]), MenuList("Tools", [Item("Count")])]
    file, tools, help_ = joined(usual, own)
    assert titles(file) == ["Open…", LINE.title, "&Print"]
    assert [list(item.shortcuts) for item in file.items] == [["F8"], [], []]
    assert titles(tools) == ["Count"]
    assert titles(help_) == ["&About"]


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        ("Strg+S", r"'Strg\+S' is no shortcut\. .* F1 to F12, Enter, Space, Delete"),
        ("Ctrl+Esc", "no shortcut"),
        ("S", "needed for typing"),
        ("Ctrl+C", "edits text"),
        ("shift+ctrl+e", r"Ctrl\+Shift\+E is the shortcut of 'Export'\. Give 'Save' another one"),
    ],
)
def test_keys_that_no_menu_can_have_are_refused(keys: str, wrong: str) -> None:
    menu = {"File": {"Export": MenuItem(print, "Ctrl+Shift+E"), "Save": MenuItem(print, keys)}}
    with pytest.raises(ValueError, match=f"The menu entry 'Save' needs other keys.*{wrong}"):
        Functions(menu)


def test_keys_are_spelled_in_one_way_and_may_be_those_of_usual_menus() -> None:
    menu = {"File": {"Sheet": MenuItem(print, "ctrl + n"), "Send": MenuItem(print, "CTRL+enter")}}
    [(_, entries)] = Functions(menu).menus
    assert [entry.keys for entry in entries] == ["Ctrl+N", "Ctrl+Enter"]

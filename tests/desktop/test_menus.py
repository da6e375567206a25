"""Menus of windows: those of every window, with what programs add."""

from desktop.windows.menus import LINE, Item, MenuList, joined


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

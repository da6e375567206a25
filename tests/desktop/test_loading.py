"""A start loads what it needs, and afterwards the process works as any other."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from core import kit
from desktop.start import process
from tests.support.served import served, write_program

ROOT = Path(__file__).parents[2]
PROGRAM = """
import gc
import core as jp

def home(request):
    wp = jp.WebPage()
    wp.add(jp.P(text=f"{gc.get_threshold()} {gc.get_freeze_count() > 10_000}"))
    return wp

jp.justpy(home)
"""


def test_a_page_without_a_table_loads_no_code_of_tables() -> None:
    code = """
import sys
from core import kit
print("core.kit.table" in sys.modules, kit.Table.__module__, sorted({*kit.__all__} - {*dir(kit)}))
"""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False core.kit.table.table []\n"


# What the page of the shelf does not need, by what loads it.
NOT_NEEDED = {
    "anyio._backends._asyncio": "files that Starlette serves",
    "core.kit.charts": "charts",
    "core.kit.table": "tables",
    "desktop.launch.supervisor": "--debug",
    "filelock": "the first job",
    "filetype": "files whose type is looked for",
    "markdown_it": "previews",
    "PIL": "thumbnails",
    "plistlib": "the languages of macOS",
    "sqlite3": "queries of tables",
    "tomllib": "actions that are commands",
    "watchdog": "folders that are watched",
    "websockets": "the first websocket",
}
SHOWN = """
import sys
from desktop.launch import views

def shown(plan, serving, *_):
    import httpx
    browser = httpx.Client(base_url=serving.url, follow_redirects=True)
    answer = browser.get(f"/?token={plan.identity.token}")
    for script in "client/main.js", "modules/assets/kit/shell.js":
        browser.get(f"/_satchel/{script}").raise_for_status()
    print(answer.status_code, "Satchel" in answer.text, *sorted(set(NAMES) & set(sys.modules)))

views.show = shown
from desktop.__main__ import main
main()
"""


def test_the_first_page_is_shown_without_what_it_does_not_need(tmp_path: Path) -> None:
    code = f"NAMES = {[*NOT_NEEDED]}\n{SHOWN}"
    command = [sys.executable, "-c", code, "--no-window", "--data-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "200 True\n"


def test_a_name_that_the_kit_does_not_have() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Chair'"):
        kit.Chair  # noqa: B018


def test_garbage_is_collected_as_servers_do_once_the_program_serves(tmp_path: Path) -> None:
    with served(write_program(tmp_path, PROGRAM), tmp_path / "data") as running:
        assert "(10000, 20, 10) True" in httpx.get(running.url, follow_redirects=True).text


def test_a_program_may_choose_how_often_garbage_is_collected() -> None:
    usual = gc.get_threshold()
    try:
        process.prepare()
        gc.set_threshold(5_000, 5, 5)
        process.loaded()
        assert gc.get_threshold() == (5_000, 5, 5)
    finally:
        gc.unfreeze()
        gc.set_threshold(*usual)

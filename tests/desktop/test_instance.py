"""One instance of each program in each data folder; a second start hands over what it was for."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from desktop.start import instance, instance_socket
from desktop.start.instance import Instance
from desktop.start.instance_socket import Message
from tests.support.native import ROOT, until
from tests.support.windows import not_on_windows

# Claims the place and prints what it is asked, or asks the process that has it.
CLAIMER = """
import json, sys, threading
from pathlib import Path
from desktop.start.instance import Instance

one = Instance(Path(sys.argv[1]), "mark")
message = {"files": [sys.argv[2]]}
answer = None if one.claim() else one.hand_over(message)
if answer is not None:
    print("second", json.dumps(answer), flush=True)
else:
    print("first", json.dumps(message), flush=True)
    def answer(message):
        print("asked", json.dumps(message), flush=True)
        return {"files": message["files"]}
    one.ready(answer)
    threading.Event().wait()
"""


@pytest.fixture
def claimer(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """A function that starts a process which claims the place in a folder."""
    running: list[subprocess.Popen[str]] = []

    def start(name: str, folder: Path = tmp_path) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", CLAIMER, str(folder), name]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


def said(process: subprocess.Popen[str]) -> tuple[str, Message]:
    """The next word of a process, and what came with it."""
    assert process.stdout is not None
    word, _, rest = process.stdout.readline().partition(" ")
    return word, json.loads(rest)


def test_of_those_that_start_at_one_moment_one_is_first_and_hears_of_all(
    claimer: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    for number in range(20 if os.name == "posix" else 3):  # Python starts slowly under Wine
        folder = tmp_path / str(number)
        folder.mkdir()
        processes = [claimer(name, folder) for name in ("a", "b")]
        words = [said(process) for process in processes]
        first, second = sorted(words)
        assert (first[0], second[0]) == ("first", "second")
        survivor = processes[words.index(first)]
        assert said(survivor) == ("asked", {"files": second[1]["files"]})
        assert sorted(first[1]["files"] + second[1]["files"]) == ["a", "b"]
        survivor.kill()


def test_a_killed_one_blocks_nobody(claimer: Callable[..., subprocess.Popen[str]]) -> None:
    first = claimer("a")
    assert said(first)[0] == "first"
    first.kill()
    first.wait()
    again = claimer("b")
    assert said(again)[0] == "first"
    assert said(claimer("c")) == ("second", {"files": ["c"]})


def test_one_that_ends_before_it_answers_makes_room(
    claimer: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    loading = Instance(tmp_path, "mark")  # its program is still being loaded, and will fail
    assert loading.claim()
    second = claimer("b")
    until(lambda: (tmp_path / "instance-mark.json").exists(), "the first one can be reached")
    loading.close()
    assert said(second)[0] == "first"


@not_on_windows("no signal suspends a process")
def test_a_first_one_that_is_suspended_is_reported(
    claimer: Callable[..., subprocess.Popen[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = claimer("a")
    assert said(first)[0] == "first"
    first.send_signal(signal.SIGSTOP)
    monkeypatch.setattr(instance, "PATIENCE", 0.5)
    second = Instance(tmp_path, "mark")
    assert not second.claim()
    with pytest.raises(instance.NoAnswer, match=f"process {first.pid}"):
        second.hand_over({"files": []})


def test_others_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    places = [(tmp_path, "one"), (tmp_path, "other"), (tmp_path / "elsewhere", "one")]
    claimed = [Instance(*place) for place in places]
    assert all(one.claim() for one in claimed)
    assert not Instance(tmp_path, "one").claim()
    for one in claimed:
        one.close()
    again = Instance(tmp_path, "one")
    assert again.claim()
    again.close()


def test_clients_without_the_key_are_not_heard(tmp_path: Path) -> None:
    heard: list[Message] = []
    first = Instance(tmp_path, "mark")
    assert first.claim()

    def answer(message: Message) -> Message:
        heard.append(message)
        return {}

    first.ready(answer)
    facts = first.facts()
    with pytest.raises(AuthenticationError):
        Client(facts["address"], authkey=b"wrong")
    with Client(facts["address"], authkey=bytes.fromhex(facts["key"])) as right:
        right.send_bytes(b"{}")
        assert json.loads(right.recv_bytes()) == {}
    assert heard == [{}]
    first.close()


@pytest.mark.skipif(sys.platform == "win32", reason="it is a pipe there")
def test_silent_clients_block_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance_socket, "SILENCE", 1.0)
    first = Instance(tmp_path, "mark")
    assert first.claim()
    first.ready(lambda message: {"heard": message["word"]})
    address = first.facts()["address"]
    silent = [socket.socket(socket.AF_UNIX) for _ in range(3)]
    for each in silent:
        each.connect(address)
    assert Instance(tmp_path, "mark").hand_over({"word": "one"}) == {"heard": "one"}
    for each in silent:
        each.settimeout(30)
        while each.recv(1000):  # the challenge, then the end
            pass
        each.close()
    crowd = [socket.socket(socket.AF_UNIX) for _ in range(instance_socket.MAX_ASKING + 5)]
    for each in crowd:
        each.connect(address)
    assert Instance(tmp_path, "mark").hand_over({"word": "two"}) == {"heard": "two"}
    for each in crowd:
        each.close()
    first.close()


@not_on_windows("it has no such permissions")
def test_only_the_user_can_reach_it(tmp_path: Path) -> None:
    first = Instance(tmp_path, "mark")
    assert first.claim()
    for path in tmp_path.iterdir():
        assert path.stat().st_mode & 0o077 == 0, path
    first.close()
    assert [path.name for path in tmp_path.iterdir()] == ["instance-mark.lock"]


@not_on_windows("it is a pipe there, whose name is short")
def test_a_folder_with_a_long_name(tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 40)
    folder.mkdir()
    first, second = Instance(folder, "mark"), Instance(folder, "mark")
    assert first.claim()
    first.ready(lambda message: message)
    assert second.hand_over({"files": ["x"]}) == {"files": ["x"]}
    temporary = Path(first.facts()["address"]).parent
    assert temporary.stat().st_mode & 0o777 == 0o700
    first.close()
    assert not temporary.exists()


def test_a_second_start_loads_no_engine_and_no_window(tmp_path: Path) -> None:
    code = """
import sys
from desktop import __main__
from desktop.start.commandline import Options
from desktop.start.plan import Plan
Plan.of(Options(data_dir=__import__("pathlib").Path(sys.argv[1])))
print(sorted({"core", "webview", "PySide6", "uvicorn", "http.client"} & {*sys.modules}))
"""
    command = [sys.executable, "-c", code, str(tmp_path / "data")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"

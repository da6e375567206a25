"""scripts/run and its helpers on systems that lack programs, simulated by PATH."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.windows.qt.probe import PLATFORM_LIBRARIES, QT_LIBRARIES

ROOT = Path(__file__).parents[2]
SCRIPTS = ["run", "test", "check", "venv", "install-system"]
TOOLS = ["sh", "cat", "cmp", "dirname", "env", "grep"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="scripts/ is for Linux")


class System:
    """A copy of the checkout's scripts, and a PATH with basic tools and those we add."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "a checkout"
        self.bin = folder / "bin"
        self.bin.mkdir()
        shutil.copytree(ROOT / "scripts", self.checkout / "scripts")
        shutil.copy(ROOT / "pyproject.toml", self.checkout)
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool) or tool)

    def add(self, program: Path | str, body: str) -> None:
        path = self.bin / program
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)

    def run(self, script: str, *args: str, cwd: Path | None = None) -> tuple[int, str, str]:
        done = subprocess.run(
            [self.checkout / "scripts" / script, *args],
            cwd=cwd or self.checkout,
            env={"PATH": str(self.bin)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout, done.stderr

    def set_up(self) -> None:
        """Set up .venv as scripts/venv does, with a program that prints its arguments."""
        self.add(self.checkout / ".venv/bin/satchel", 'pwd; printf "<%s>" "$@"')
        stamp = f"{self.checkout}\n{(self.checkout / 'pyproject.toml').read_text()}"
        (self.checkout / ".venv/installed").write_text(stamp)


@pytest.fixture
def system(tmp_path: Path) -> System:
    return System(tmp_path)


@pytest.mark.parametrize("name", SCRIPTS)
def test_script_can_be_run(name: str) -> None:
    path = ROOT / "scripts" / name
    assert os.access(path, os.X_OK)
    assert subprocess.run(["sh", "-n", path]).returncode == 0


def test_old_python_gets_a_clear_message(system: System) -> None:
    system.add("python3", 'case $1 in --version) echo "Python 3.9.2";; *) exit 1;; esac')
    code, _, errors = system.run("run")
    assert code == 1
    assert "needs Python 3.11 or newer; this system has Python 3.9.2" in errors


def test_no_python_gets_a_clear_message(system: System) -> None:
    code, _, errors = system.run("run")
    assert code == 1
    assert "needs Python 3.11 or newer; this system has no python3" in errors


def test_second_start_installs_nothing_and_passes_arguments_on(
    system: System, tmp_path: Path
) -> None:
    system.set_up()
    code, output, errors = system.run("run", "my program.py", "--browser", cwd=tmp_path)
    assert (code, errors) == (0, "")
    assert output == f"{tmp_path}\n<my program.py><--browser>"


def test_missing_packages_are_named_where_they_may_not_be_installed(system: System) -> None:
    system.set_up()
    system.add("id", "echo 1000")
    system.add("dpkg-query", "case $4 in libasound2*) exit 1;; esac; echo installed")
    system.add("apt-cache", '[ "$2" = libasound2t64 ]')  # renamed, as in Ubuntu 24.04
    code, output, errors = system.run("run", "program.py")
    assert code == 0, "the page is served all the same"
    assert output.endswith("<program.py>")
    assert "sudo apt-get install --no-install-recommends libasound2t64\n" in errors


def test_missing_packages_are_installed_by_root_without_a_question(system: System) -> None:
    system.add("id", "echo 0")
    system.add("dpkg-query", "case $4 in libegl1*) exit 1;; esac; echo installed")
    system.add("apt-cache", "exit 1")
    system.add("apt-get", 'echo "apt-get $*" >&2')
    code, _, errors = system.run("install-system", "window")
    assert code == 0
    assert re.search(r"apt-get install .*-y -qq --no-install-recommends libegl1\n", errors)


def test_packages_are_named_when_installing_fails(system: System) -> None:
    system.add("id", "echo 0")
    system.add("dpkg-query", "exit 1")
    system.add("apt-cache", "exit 1")
    system.add("apt-get", "exit 100")  # no network
    code, _, errors = system.run("install-system", "python")
    assert code == 1
    assert "sudo apt-get install --no-install-recommends python3-venv\n" in errors


def test_the_window_names_the_same_packages() -> None:
    script = (ROOT / "scripts" / "install-system").read_text()
    needed = " ".join([QT_LIBRARIES, *PLATFORM_LIBRARIES.values()])
    assert [name for name in needed.split() if name not in script] == []


def test_the_tests_under_other_rules_start_with_nothing_but_python() -> None:
    bare = [sys.executable, "-I", "-S", "scripts/test_platforms", "--help"]  # no site packages
    done = subprocess.run(bare, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")

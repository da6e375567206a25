"""The wheel holds every file; the executable works where there is no Python and no terminal."""

import hashlib
import os
import re
import signal
import socket
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import httpx
import pytest
from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from tests.support.native import APP, CLOSED, RUNNER, free_port, until
from tests.support.served import Served

ROOT = Path(__file__).parents[2]
PACKAGES = ("assets", "core", "desktop")
PATIENCE = 60.0  # seconds for a start from a cold disk

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="drives Qt's web engine")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", folder, ROOT], check=True)
    (found,) = folder.glob("satchel-*.whl")
    return found


def test_the_wheel_holds_every_file(wheel: Path) -> None:
    subprocess.run([sys.executable, "-m", "twine", "check", "--strict", wheel], check=True)
    files = {p for name in PACKAGES for p in (ROOT / name).rglob("*") if p.is_file()}
    ours = {p.relative_to(ROOT).as_posix() for p in files if p.parent.name != "__pycache__"}
    assert ours - set(zipfile.ZipFile(wheel).namelist()) == set()


def test_the_wheel_is_installed_where_there_is_no_checkout(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    venv.create(place, with_pip=False)
    paths = sysconfig.get_paths(vars={"base": str(place), "platbase": str(place)})
    command = [sys.executable, "-m", "pip", "--python", place, "install", "--quiet", "--no-deps"]
    subprocess.run([*command, wheel], check=True)
    # What it depends on comes from here: it would take minutes to install it.
    Path(paths["purelib"], "others.pth").write_text(sysconfig.get_path("purelib"), "utf-8")

    process = subprocess.Popen(
        [Path(paths["scripts"], "satchel"), "--no-window", "--data-dir", tmp_path / "data"],
        cwd=tmp_path,
        env={name: text for name, text in os.environ.items() if name != "PYTHONPATH"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    running = Served(process, tmp_path / "data")
    try:
        with httpx.Client(follow_redirects=True, base_url=running.origin) as client:
            page = client.get(running.url).text
            linked = re.findall(r'(?:href|src)="(/_satchel/[^"]*)"', page)
            assert "Your files" in page and len(linked) > 5
            assert {address: client.get(address).status_code for address in linked} == (
                dict.fromkeys(linked, 200)
            )
    finally:
        assert running.stop() == 0


@pytest.fixture
def executable() -> Path:
    assert APP, "scripts/test_executable builds it"
    return Path(APP)


@pytest.fixture
def packed() -> Path:
    """An author's program, made into an executable as its author would."""
    assert RUNNER, "scripts/test_executable builds it"
    return Path(RUNNER)


@contextmanager
def started(executable: Path, folder: Path, *options: str | Path) -> Iterator[Page]:
    """The page in the executable's window; at the end the window is closed."""
    port = free_port()
    process = subprocess.Popen(
        [*CLOSED, executable, *options],
        cwd="/",
        env=bare_environment(folder) | {"SATCHEL_CDP_PORT": str(port)},
    )
    try:
        wait_for_port(port, process)
        with sync_playwright() as playwright:
            browser = playwright.chromium.connect_over_cdp(
                f"http://127.0.0.1:{port}", no_defaults=True, is_local=True
            )
            yield browser.contexts[0].pages[0]
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait()


def bare_environment(folder: Path) -> dict[str, str]:
    """No Python and no other program to be found, and a home folder of its own."""
    (folder / "bin").mkdir(exist_ok=True)
    home = {"HOME": str(folder), "PATH": str(folder / "bin"), "LANG": "C.UTF-8"}
    return home | {"QT_QPA_PLATFORM": "offscreen"}


def wait_for_port(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(int(PATIENCE * 10)):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        try:
            code = process.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(f"the executable ended with {code} before it showed a page")
    raise AssertionError("the executable showed no page")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def expect_thumbnail(page: Page, name: str) -> None:
    """A picture that the worker made: the original and an icon have other sizes."""
    image = page.get_by_title(name, exact=True).locator("img")
    expect(image).to_be_visible()
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 256


@pytest.mark.packaged
@on_linux
def test_a_picture_is_uploaded_shown_and_kept(executable: Path, tmp_path: Path) -> None:
    photo = tmp_path / "my photo #1.jpg"
    Image.effect_noise((1200, 800), 80).save(photo)

    with started(executable, tmp_path, "--data-dir", tmp_path / "data") as page:
        page.locator("input[type=file]").set_input_files(photo)
        expect_thumbnail(page, photo.name)
    (stored,) = tmp_path.glob(f"data/sessions/*/{photo.name}")
    assert digest(stored) == digest(photo)

    with started(executable, tmp_path, "--data-dir", tmp_path / "data") as page:
        expect_thumbnail(page, photo.name)


@pytest.mark.packaged
@on_linux
def test_a_packed_program_is_a_program_of_its_own(packed: Path, tmp_path: Path) -> None:
    chosen = tmp_path / "letter.txt"
    chosen.write_text("dear")
    with started(packed, tmp_path) as page:
        expect(page.get_by_role("heading")).to_have_text("Grüße aus einer Datei")
        dot = page.locator("#dot")
        assert dot.evaluate("dot => dot.decode().then(() => dot.naturalWidth)") > 0
        expect(page.get_by_text("doubled: 42")).to_be_visible()
        page.get_by_text("Work").click()
        expect(page.get_by_text("[1, 4, 9]")).to_be_visible(timeout=PATIENCE * 1000)
        page.get_by_text("Do jobs").click()
        done = page.get_by_text("[1, 8, 27] 64 {'Grüße aus einer Datei'}")
        expect(done).to_be_visible(timeout=PATIENCE * 1000)
        page.get_by_label("File").set_input_files(chosen)
        page.get_by_text("Keep").click()
        session = tmp_path / ".local" / "share" / "Photo Wall" / "sessions"
        until(lambda: any(session.glob("*/letter.txt")), "the file is kept")
    [kept] = session.glob("*/letter.txt")
    assert kept.read_text() == "dear"


@pytest.mark.packaged
@on_linux
def test_a_packed_program_previews_files(packed: Path, tmp_path: Path) -> None:
    with started(packed, tmp_path) as page:
        page.evaluate("() => { location.href = '/previews' }")
        expect(page.get_by_text("A packed page")).to_be_attached(timeout=PATIENCE * 1000)
        expect(page.get_by_text("A packed cell")).to_be_visible(timeout=PATIENCE * 1000)
        expect(page.get_by_text("A packed heading")).to_be_visible()
        expect(page.locator("pre .kit-code-keyword")).to_have_text("def")


@pytest.mark.packaged
@on_linux
def test_version_is_printed(executable: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [executable, "--version"], env=bare_environment(tmp_path), capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"satchel {version('satchel')}\n", "")


@pytest.mark.packaged
@on_linux
def test_it_speaks_other_languages(executable: Path, tmp_path: Path) -> None:
    """The catalogues are in it; what it says without a window shows that soonest."""
    german = bare_environment(tmp_path) | {"SATCHEL_LANG": "de"}
    command = [executable, "add", tmp_path / "none.txt"]
    done = subprocess.run(command, env=german, capture_output=True, text=True)
    assert done.returncode == 2
    assert "Es wurde nichts hinzugefügt" in done.stderr


@pytest.mark.packaged
@on_linux
def test_what_is_not_needed_stays_out(executable: Path) -> None:
    inside = {path.name for path in (executable.parent / "_internal").iterdir()}
    assert (
        not {"pillow_heif", "pypdfium2", "av", "pandas", "polars", "tkinter", "playwright", "mypy"}
        & inside
    )
    names = {name for _, _, files in os.walk(executable.parent) for name in files}
    assert not {name for name in names if name.startswith(("libgtk", "libQt6Quick3D", "libav."))}

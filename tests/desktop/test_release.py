"""python -m desktop pack: one file, a release with its digests, and what stores want."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.packing.packages import debian, homebrew, release, single_file, winget
from desktop.packing.packages.archive import Archive
from desktop.packing.recipe import PackError, Recipe
from desktop.system import packaged

RECIPE = Recipe(
    "Photo & Wall",
    "1.2.3",
    publisher="Ann Lee <ann@example.org>",
    licence="MIT",
    summary='Photos: "all" #{1}',
    opens=("image/png",),
)
FOLDER = "https://example.org/files"
ARCHIVE = Archive(f"{FOLDER}/wall.zip", "ab" * 32)

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="packages of Linux")
on_debian = pytest.mark.skipif(shutil.which("lintian") is None, reason="needs Debian's lintian")


def executable(folder: Path, says: str = "started") -> Path:
    """A folder as PyInstaller leaves it."""
    program = folder / "photo-wall" / "photo-wall"
    inside = program.parent / "_internal"
    inside.mkdir(parents=True, exist_ok=True)
    program.write_text(f'#!/bin/sh\necho {says} "$@"\n')
    program.chmod(0o755)
    (inside / packaged.BILL).write_text("{}")
    return program.parent


def run(program: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    return subprocess.run([program, *arguments], env=environment, capture_output=True, text=True)


@on_linux
def test_one_file_starts_the_program_and_unpacks_it_once(tmp_path: Path) -> None:
    made = single_file.build(RECIPE, executable(tmp_path), tmp_path)
    assert run(made, tmp_path, "a b.png").stdout == "started a b.png\n"
    (unpacked,) = tmp_path.glob(".cache/photo-wall-program/*/photo-wall")
    unpacked.write_text("#!/bin/sh\necho what is there\n")
    assert run(made, tmp_path).stdout == "what is there\n"


@on_linux
def test_one_file_started_five_times_at_once_unpacks_one_program(tmp_path: Path) -> None:
    made = single_file.build(RECIPE, executable(tmp_path), tmp_path)
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    starts = [subprocess.Popen([made], env=environment, stdout=subprocess.PIPE) for _ in range(5)]
    assert [start.communicate()[0] for start in starts] == [b"started\n"] * 5
    assert len([*tmp_path.glob(".cache/photo-wall-program/*/")]) == 1


@on_linux
def test_a_new_version_removes_the_old_one_unless_it_runs(tmp_path: Path) -> None:
    cache = tmp_path / ".cache" / "photo-wall-program"
    single = single_file.build(RECIPE, executable(tmp_path), tmp_path)
    run(single, tmp_path)
    (old,) = cache.glob("*/")
    shutil.copy("/bin/sleep", old / "sleep")
    with subprocess.Popen([old / "sleep", "1000"]) as running:
        run(single_file.build(RECIPE, executable(tmp_path, "newer"), tmp_path), tmp_path)
        assert old.is_dir()
        running.kill()
    newest = single_file.build(RECIPE, executable(tmp_path, "newest"), tmp_path)
    assert run(newest, tmp_path).stdout == "newest\n"
    assert not old.exists()


@on_linux
def test_an_incomplete_file_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    made = single_file.build(RECIPE, executable(tmp_path), tmp_path)
    made.write_bytes(made.read_bytes()[:-50])
    done = run(made, tmp_path)
    assert done.returncode == 1
    assert "download it again" in done.stderr
    assert [*tmp_path.glob(".cache/photo-wall-program/*/")] == []
    assert [*tmp_path.glob(".cache/photo-wall-program/.unpacking*")] == []


@on_linux
def test_a_program_from_one_file_knows_what_starts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = single_file.build(RECIPE, executable(tmp_path), tmp_path)
    run(made, tmp_path)
    (unpacked,) = tmp_path.glob(".cache/photo-wall-program/*/photo-wall")
    monkeypatch.setattr(sys, "executable", str(unpacked))
    assert packaged.command() == str(made)
    made.unlink()
    assert packaged.command() == str(unpacked)


@on_linux
@pytest.mark.skipif(shutil.which("gpg") is None, reason="needs GnuPG")
def test_a_release_is_what_its_digests_and_its_signature_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = tmp_path / "keys"
    keys.mkdir(mode=0o700)
    monkeypatch.setenv("GNUPGHOME", str(keys))
    quick = ["gpg", "--batch", "--quiet", "--passphrase", "", "--quick-generate-key"]
    subprocess.run([*quick, "ann@example.org", "ed25519", "sign"], check=True)
    out = tmp_path / "out"
    folder = executable(out)
    single_file.build(RECIPE, folder, out)
    made = release.build(RECIPE, folder, out, FOLDER, "ann@example.org")
    subprocess.run(
        ["gpg", "--batch", "--verify", release.SUMS + ".asc", release.SUMS], cwd=out, check=True
    )
    checked = subprocess.run(
        ["sha256sum", "--check", release.SUMS], cwd=out, capture_output=True, text=True, check=True
    )
    assert sorted(checked.stdout.splitlines()) == [
        "local.program.photo-wall.json: OK",
        "photo-wall-1.2.3-linux.tar.gz: OK",
        "photo-wall-1.2.3.run: OK",
        "photo-wall-1.2.3.sbom.cdx.json: OK",
    ]
    manifest = json.loads((out / "local.program.photo-wall.json").read_text("utf-8"))
    (source, *_) = manifest["modules"][0]["sources"]
    assert source["url"] == f"{FOLDER}/photo-wall-1.2.3-linux.tar.gz"
    assert source["sha256"] == release.digest(out / "photo-wall-1.2.3-linux.tar.gz")
    assert "--share=network" not in manifest["finish-args"]
    subprocess.run(
        ["tar", "-xzf", out / "photo-wall-1.2.3-linux.tar.gz", "-C", tmp_path], check=True
    )
    assert run(tmp_path / "photo-wall" / "photo-wall", tmp_path).stdout == "started\n"
    assert {path.name for path in made} >= {release.SUMS, f"{release.SUMS}.asc"}
    with pytest.raises(PackError, match="could not sign SHA256SUMS with nobody@example.org"):
        release.build(RECIPE, folder, out, FOLDER, "nobody@example.org")


def test_winget_installs_the_program_with_its_web_view() -> None:
    made = winget.manifests(RECIPE, ARCHIVE)
    assert [*made] == [
        f"AnnLee.PhotoWall{part}.yaml" for part in ("", ".installer", ".locale.en-US")
    ]
    installer = made["AnnLee.PhotoWall.installer.yaml"]
    assert r'RelativeFilePath: "photo-wall\\photo-wall.exe"' in installer
    assert "Microsoft.EdgeWebView2Runtime" in installer
    assert f'InstallerSha256: "{"AB" * 32}"' in installer
    assert r'ShortDescription: "Photos: \"all\" #{1}"' in made["AnnLee.PhotoWall.locale.en-US.yaml"]


def test_homebrew_installs_the_app() -> None:
    made = homebrew.cask(RECIPE, ARCHIVE)
    assert 'app "Photo & Wall.app"' in made
    assert r'desc "Photos: \"all\" \#{1}"' in made  # Ruby replaces nothing in it


@pytest.mark.parametrize(
    ("recipe", "url", "says"),
    [
        (RECIPE, "ftp://example.org", "--release https://"),
        (Recipe(licence="MIT"), FOLDER, "--publisher"),
        (Recipe(publisher="Ann"), FOLDER, "--licence MIT"),
    ],
)
def test_what_stores_ask_for_is_asked_first(recipe: Recipe, url: str, says: str) -> None:
    with pytest.raises(PackError, match=says):
        release.check(recipe, url, None)


@on_debian
def test_lintian_finds_no_error_in_a_debian_package(tmp_path: Path) -> None:
    made = debian.build(RECIPE, executable(tmp_path), tmp_path)
    command = ["lintian", "--allow-root", "--fail-on", "error,warning", str(made)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout

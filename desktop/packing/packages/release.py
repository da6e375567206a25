"""A release: the executable as one archive, with what stores and careful people want beside it.

On each system it makes what that system's people install: on Linux a Flatpak manifest, on Windows
winget's, on macOS a cask of Homebrew. All digests are in SHA256SUMS, which a key can sign.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from desktop.packing.packages import flatpak, homebrew, winget
from desktop.packing.packages.archive import Archive, write_archive
from desktop.packing.recipe import PackError, Recipe
from desktop.system import packaged

SUMS = "SHA256SUMS"
KINDS = {"win32": "windows.zip", "darwin": "macos.zip"}


def check(recipe: Recipe, url: str, key: str | None) -> None:
    """Check that all is known that stores ask for.

    Raises:
        PackError: it is not, or there is no GnuPG to sign with.
    """
    if not url.startswith("https://"):
        raise PackError(f"--release {url} is no address. Name the folder: --release https://…")
    if not recipe.publisher or not recipe.licence:
        raise PackError(
            "Stores name who made a program, and under which licence it is: "
            '--publisher "Name <mail@example.org>" --licence MIT'
        )
    if key and shutil.which("gpg") is None:
        raise PackError("--sign needs GnuPG (gpg), which is not installed here.")


def build(recipe: Recipe, made: Path, out: Path, url: str, key: str | None) -> list[Path]:
    """Make the files of a release from the executable's folder, or the .app.

    Args:
        made: the executable's folder, or the .app.
        url: the address of the folder that the files will be downloaded from.
        key: the key of GnuPG that signs; None signs nothing.

    Raises:
        PackError: it could not be signed.
    """
    packed = packed_folder(recipe, made, out)
    at = Archive(f"{url.rstrip('/')}/{packed.name}", digest(packed))
    written = [packed, *beside(recipe, made, out, at)]
    others = [path for path in files_of(recipe, out) if path not in written]
    sums = out / SUMS
    listed = sorted([*written, *others])
    sums.write_text("".join(f"{digest(path)}  {path.name}\n" for path in listed), "utf-8")
    return [*written, sums, *signed(sums, key)]


def packed_folder(recipe: Recipe, made: Path, out: Path) -> Path:
    """The archive that people download."""
    kind = KINDS.get(sys.platform, "linux.tar.gz")
    packed = out / f"{recipe.slug}-{recipe.version}-{kind}"
    if sys.platform == "darwin":  # the only one that keeps an app's links and signatures
        subprocess.run(["ditto", "-c", "-k", "--keepParent", made, packed], check=True)
    elif sys.platform == "win32":
        shutil.make_archive(str(packed.with_suffix("")), "zip", made.parent, made.name)
    else:
        write_archive(recipe, made, packed)
    return packed


def beside(recipe: Recipe, made: Path, out: Path, at: Archive) -> Iterator[Path]:
    """The bill of materials, and the descriptions for this system's stores."""
    bill = out / f"{recipe.slug}-{recipe.version}.{packaged.BILL}"
    shutil.copyfile(next(made.rglob(packaged.BILL)), bill)
    yield bill
    for name, text in descriptions(recipe, at).items():
        (out / name).write_text(text, "utf-8")
        yield out / name


def descriptions(recipe: Recipe, at: Archive) -> dict[str, str]:
    """What this system's store wants, by the name of its file."""
    if sys.platform == "win32":
        return winget.manifests(recipe, at)
    if sys.platform == "darwin":
        return {f"{recipe.slug}.rb": homebrew.cask(recipe, at)}
    return {f"{recipe.id}.json": flatpak.manifest(recipe, at)}


def files_of(recipe: Recipe, out: Path) -> Iterator[Path]:
    """The Debian package and the single file, if they were made."""
    yield from out.glob(f"{recipe.slug}_{recipe.version}_*.deb")
    yield from out.glob(f"{recipe.slug}-{recipe.version}.run")


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def signed(sums: Path, key: str | None) -> Iterator[Path]:
    """The signature, made with GnuPG.

    Raises:
        PackError: the key cannot be used.
    """
    if key is None:
        return
    made = sums.with_name(f"{SUMS}.asc")
    command = ["gpg", "--batch", "--yes", "--local-user", key, "--armor", "--detach-sign"]
    done = subprocess.run(
        [*command, "--output", str(made), str(sums)], capture_output=True, text=True
    )
    if done.returncode:
        raise PackError(f"GnuPG could not sign {SUMS} with {key}: {done.stderr.strip()}")
    yield made

"""A Debian package around an executable: menu entry, icon, what software centres show.

Made with dpkg-deb, which every Debian and Ubuntu has. Nothing is downloaded.
"""

import os
import platform
import shutil
import subprocess
import tempfile
from datetime import date
from html import escape
from pathlib import Path

from desktop.packing.recipe import OUR_ICON, PackError, Recipe, square

# Of the system: what drives the screen, and a font. All else is in the executable's folder.
DEPENDS = "libc6, libegl1, libgl1, libxkbcommon0, fonts-dejavu-core | fonts-liberation | fonts-noto"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

CONTROL = """\
Package: {slug}
Version: {version}
Architecture: {architecture}
Maintainer: {name} <{slug}@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Section: utils
Priority: optional
Description: {summary}
"""

DESKTOP_ENTRY = """\
[Desktop Entry]
Type=Application
Name={name}
Comment={summary}
Exec={slug} -- %F
Icon={slug}
Terminal=false
Categories=Utility;
MimeType={types}
StartupWMClass={slug}
"""

METAINFO = """\
<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>local.{slug}</id>
  <name>{name}</name>
  <summary>{summary}</summary>
  <metadata_license>CC0-1.0</metadata_license>
  <description><p>{summary}.</p></description>
  <launchable type="desktop-id">{slug}.desktop</launchable>
  <icon type="stock">{slug}</icon>
  <categories><category>Utility</category></categories>
  <content_rating type="oars-1.1"/>
  <releases><release version="{version}" date="{date}"/></releases>
  <provides><binary>{slug}</binary>{types}</provides>
</component>
"""


def check() -> None:
    """Check that packages can be made here.

    Raises:
        PackError: they cannot.
    """
    if shutil.which("dpkg-deb") is None:
        raise PackError(
            "dpkg-deb is not installed: --deb works only on Debian, Ubuntu and related systems."
        )


def build(recipe: Recipe, folder: Path, out: Path) -> Path:
    """Make the package from the executable's folder.

    Raises:
        PackError: it could not be made.
    """
    architecture = ARCHITECTURES.get(platform.machine(), platform.machine())
    made = out / f"{recipe.slug}_{recipe.version}_{architecture}.deb"
    # Beside the executable: /tmp may be memory, and hard links need no room.
    with tempfile.TemporaryDirectory(dir=out, prefix=".deb-") as work:
        root = Path(work)
        root.chmod(0o755)
        fill(root, recipe, folder, architecture)
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", work, str(made)]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise PackError(f"dpkg-deb could not make the package: {done.stdout.strip()}")
    return made


def fill(root: Path, recipe: Recipe, folder: Path, architecture: str) -> None:
    """Lay out the files that the package installs."""
    program = root / "usr" / "lib" / recipe.slug
    shutil.copytree(folder, program, symlinks=True, copy_function=link)
    command = root / "usr" / "bin" / recipe.slug
    command.parent.mkdir()
    command.symlink_to(f"../lib/{recipe.slug}/{recipe.slug}")
    for path, text in texts(recipe, architecture, size(folder)).items():
        write(root / path, text)
    icons = root / "usr" / "share" / "icons" / "hicolor"
    (icons / "256x256" / "apps").mkdir(parents=True)
    square(recipe.icon).save(icons / "256x256" / "apps" / f"{recipe.slug}.png")
    if recipe.icon == str(OUR_ICON):
        (icons / "scalable" / "apps").mkdir(parents=True)
        shutil.copy(OUR_ICON.with_suffix(".svg"), icons / "scalable/apps" / f"{recipe.slug}.svg")


def texts(recipe: Recipe, architecture: str, kilobytes: int) -> dict[str, str]:
    """The package's descriptions of itself."""
    plain = {
        "slug": recipe.slug,
        "name": recipe.name,
        "version": recipe.version,
        "summary": recipe.summary or "A program in a window of its own",
    }
    marked = {key: escape(value) for key, value in plain.items()}
    types = "".join(f"<mediatype>{escape(each)}</mediatype>" for each in recipe.opens)
    entry = DESKTOP_ENTRY.format(**plain, types="".join(f"{each};" for each in recipe.opens))
    control = CONTROL.format(
        **plain, architecture=architecture, kilobytes=kilobytes, depends=DEPENDS
    )
    share = "usr/share"
    return {
        "DEBIAN/control": control,
        f"{share}/applications/{recipe.slug}.desktop": entry.replace("MimeType=\n", ""),
        f"{share}/metainfo/local.{recipe.slug}.metainfo.xml": METAINFO.format(
            **marked, types=types, date=date.today().isoformat()
        ),
    }


def link(source: str, target: str) -> None:
    """Make a hard link, or a copy if the file system has none."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o644)


def size(folder: Path) -> int:
    """KiB of all files."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) // 1024

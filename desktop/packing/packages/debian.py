"""A Debian package around an executable: menu entry, icon, what software centres show.

Made with dpkg-deb, which every Debian and Ubuntu has. Nothing is downloaded.
"""

import gzip
import os
import platform
import shutil
import subprocess
import tempfile
import textwrap
from datetime import date, datetime
from email.utils import format_datetime, formataddr, parseaddr
from pathlib import Path

from desktop.packing.packages import entry
from desktop.packing.recipe import OUR_ICON, PackError, Recipe, square
from desktop.system import packaged

# Of the system: what drives the screen, and a font. All else is in the executable's folder.
DEPENDS = "libc6, libegl1, libgl1, libxkbcommon0, fonts-dejavu-core | fonts-liberation | fonts-noto"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

CONTROL = """\
Package: {slug}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Section: utils
Priority: optional
Description: {summary}
{description}
"""

CHANGELOG = """\
{slug} ({version}) unstable; urgency=medium

  * This version.

 -- {maintainer}  {date}
"""

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: {name}

Files: *
Copyright: {publisher}
License: {licence}
 The program is under this licence. Its works of others have the licences of their
 authors, which /usr/lib/{slug}/_internal/{licences} has in full.
"""

MANUAL = """\
.TH {capitals} 1 "" "{name} {version}" "User commands"
.SH NAME
{slug} \\- {summary}
.SH SYNOPSIS
.B {slug}
.RI [ options ]
.RI [ file ...]
.SH DESCRIPTION
Opens {name} in a window of its own, with the files that are named. The command
.B {slug} \\-\\-help
names the options.
"""

# The executable's folder is its own Python with its libraries, as PyInstaller puts them together:
# they are neither the system's nor to be found by others.
OVERRIDES = """\
{slug}: embedded-library
{slug}: unstripped-binary-or-object
{slug}: custom-library-search-path
{slug}: hardening-no-pie
{slug}: package-installs-python-bytecode
{slug}: shared-library-is-executable
{slug}: shared-library-lacks-prerequisites
{slug}: library-not-linked-against-libc
{slug}: duplicate-font-file
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
    """What the package says of itself, by path."""
    slug = recipe.slug
    known = {
        "slug": slug,
        "capitals": slug.upper(),
        "name": recipe.name,
        "version": recipe.version,
        "summary": recipe.summary,
        "description": textwrap.fill(
            f"{recipe.name} opens in a window of its own. It needs no other program, and its "
            "files stay on this computer.",
            initial_indent=" ",
            subsequent_indent=" ",
        ),
        "architecture": architecture,
        "kilobytes": kilobytes,
        "depends": DEPENDS,
        "maintainer": maintainer(recipe),
        "publisher": f"{date.today().year} {recipe.publisher or recipe.name}",
        "licence": recipe.licence or "of-its-author",
        "licences": packaged.LICENCES,
        "date": format_datetime(datetime.now().astimezone()),
    }
    share = "usr/share"
    return {
        "DEBIAN/control": CONTROL.format(**known),
        f"{share}/applications/{slug}.desktop": entry.desktop_entry(recipe, slug, slug),
        f"{share}/doc/{slug}/changelog.gz": CHANGELOG.format(**known),
        f"{share}/doc/{slug}/copyright": COPYRIGHT.format(**known),
        f"{share}/lintian/overrides/{slug}": OVERRIDES.format(**known),
        f"{share}/man/man1/{slug}.1.gz": MANUAL.format(**known),
        f"{share}/metainfo/{recipe.id}.metainfo.xml": entry.metainfo(recipe, slug),
    }


def maintainer(recipe: Recipe) -> str:
    """Who answers for the package, with a mail address, as Debian wants it."""
    name, mail = recipe.publisher_name, parseaddr(recipe.publisher)[1]
    if "@" not in mail:
        mail = os.environ.get("DEBEMAIL", f"{recipe.slug}@program.invalid")
    return formataddr((name or os.environ.get("DEBFULLNAME", recipe.name), mail))


def link(source: str, target: str) -> None:
    """Make a hard link, or a copy if the file system has none."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def write(path: Path, text: str) -> None:
    """Write a text, compressed where the name says so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode()
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)
    path.chmod(0o644)


def size(folder: Path) -> int:
    """KiB of all files."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) // 1024

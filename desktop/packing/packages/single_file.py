"""The executable as one file for Linux: a shell script with the folder, compressed, at its end.

The first start unpacks it into the user's cache folder; later starts run what is there. Two starts
at once, or one that is killed, leave no half of it: a complete folder gets its name in one step.
"""

import shutil
import sys
from hashlib import file_digest
from pathlib import Path

from desktop.packing.packages.archive import write_archive
from desktop.packing.recipe import PackError, Recipe
from desktop.system import packaged

SCRIPT = """\
#!/bin/sh
# {name} {version} in one file: run it. The first start unpacks it.
set -eu
umask 077
cache=${{XDG_CACHE_HOME:-$HOME/.cache}}/{slug}-program
program=$cache/{mark}
mkdir -p "$cache"
# For what starts the program later: the path below has the version in it.
readlink -f "$0" >"$cache/{file}"

if [ ! -x "$program/{slug}" ]; then
    [ ! -t 2 ] || echo "{name} {version} is unpacked for its first start." >&2
    # Of starts that were killed meanwhile.
    find "$cache" -maxdepth 1 -name '.unpacking-*' -mmin +60 -exec rm -rf {{}} +
    unpacked=$(mktemp -d "$cache/.unpacking-XXXXXX")
    trap 'rm -rf "$unpacked"' EXIT
    if ! tail -c +{offset} "$0" | tar -xzf - -C "$unpacked"; then
        echo "{slug} cannot be unpacked into $cache. Is the disk full?" >&2
        echo "If not, this file is incomplete: download it again." >&2
        exit 1
    fi
    # Another start may have been quicker.
    mv -T "$unpacked/{slug}" "$program" 2>/dev/null || [ -x "$program/{slug}" ]
    rm -rf "$unpacked"
    trap - EXIT
    # Earlier versions, except those that run.
    for old in "$cache"/*/; do
        old=${{old%/}}
        [ "$old" = "$program" ] || readlink /proc/[0-9]*/exe | grep -qF "$old/" || rm -rf "$old"
    done
fi
exec "$program/{slug}" "$@"
"""
PLACES = 8  # digits of the offset, so that the script's length does not depend on it


def check() -> None:
    """Check that such a file can be made here.

    Raises:
        PackError: it cannot.
    """
    if sys.platform != "linux":
        raise PackError("--single-file works only on Linux. --release makes an archive.")


def build(recipe: Recipe, folder: Path, out: Path) -> Path:
    """Make the file from the executable's folder."""
    made = out / f"{recipe.slug}-{recipe.version}.run"
    payload = out / f".{made.name}.tar.gz"
    try:
        write_archive(recipe, folder, payload)
        with payload.open("rb") as packed:
            digest = file_digest(packed, "sha256").hexdigest()
        script = script_for(recipe, digest[:16])
        with made.open("wb") as file, payload.open("rb") as packed:
            file.write(script)
            shutil.copyfileobj(packed, file)
    finally:
        payload.unlink(missing_ok=True)
    made.chmod(0o755)
    return made


def script_for(recipe: Recipe, mark: str) -> bytes:
    """The script for a payload with this mark, which begins at the byte after it."""
    known = {
        "name": recipe.name,
        "version": recipe.version,
        "slug": recipe.slug,
        "mark": mark,
        "file": packaged.SINGLE_FILE,
    }
    length = len(SCRIPT.format(**known, offset="0" * PLACES).encode())
    return SCRIPT.format(**known, offset=f"{length + 1:0{PLACES}}").encode()

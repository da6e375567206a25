"""An archive of an executable's folder, as people download it."""

import tarfile
from dataclasses import dataclass
from pathlib import Path

from desktop.packing.recipe import Recipe


@dataclass(frozen=True)
class Archive:
    """An archive that can be downloaded.

    Attributes:
        url: its address.
        sha256: the digest of its bytes, in hexadecimal digits.
    """

    url: str
    sha256: str


def write_archive(recipe: Recipe, folder: Path, made: Path) -> None:
    """Pack the folder with tar and gzip, under the program's name; the files belong to nobody."""

    def anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        return member

    with tarfile.open(made, "w:gz", compresslevel=6) as packed:
        packed.add(folder, recipe.slug, filter=anonymous)

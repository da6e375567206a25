"""A file that the window vouches for, taken by the engine, against `cp` and `sync` of it.

    .venv/bin/python benchmarks/drops.py [FOLDER] [MIB]

FOLDER is on the file system that is measured (on XFS or btrfs both are clones); rounds alternate.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from core.uploads.engine import Uploads
from core.uploads.info import UploadInfo
from core.uploads.local_files import LocalFile

ROUNDS = 5


async def taken(source: Path, folder: Path) -> float:
    """Seconds until the file is complete, synced and named."""
    uploads, file = Uploads(folder / "uploads"), LocalFile.at(source)
    upload = UploadInfo("me", file.name, file.size, "", file.lastModified)
    start = time.perf_counter()
    await uploads.copy(upload, file)
    return time.perf_counter() - start


def copied(source: Path, folder: Path) -> float:
    """Seconds of `cp`, and of `sync` for the copy."""
    start = time.perf_counter()
    subprocess.run(["cp", source, folder / "copy"], check=True)
    subprocess.run(["sync", folder / "copy"], check=True)
    return time.perf_counter() - start


def main() -> None:
    place, size = (sys.argv[1:] + [tempfile.gettempdir(), "1024"][len(sys.argv) - 1 :])[:2]
    with tempfile.TemporaryDirectory(dir=place) as name:
        source = Path(name, "source")
        with source.open("wb") as file:
            for _ in range(int(size)):
                file.write(os.urandom(1 << 20))
        subprocess.run(["sync", source], check=True)
        for _ in range(ROUNDS):
            with tempfile.TemporaryDirectory(dir=name) as folder:
                theirs = copied(source, Path(folder))
            with tempfile.TemporaryDirectory(dir=name) as folder:
                ours = asyncio.run(taken(source, Path(folder)))
            print(f"cp and sync {theirs:.2f} s, ours {ours:.2f} s: {theirs / ours:.2f} of cp")


if __name__ == "__main__":
    main()

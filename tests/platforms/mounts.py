"""File systems of other kinds, each mounted on an empty folder and unmounted at the end."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from tests.platforms.checkout import PYTHON, ROOT

PATIENCE = 20
"""Seconds within which a file system is mounted."""

SIZE = 2 << 30
"""Bytes of an image; only what is written takes space."""

FOLDED = {
    "apfs": ["apfs"],
    "hfs": ["hfs"],
    "apfs-bare": ["apfs", "nodirsync", "nolink", "coarse"],
    "slow": ["slow"],
}
"""Those of `foldfs`, with its words."""

MADE = {
    "ext4": (["mkfs.ext4", "-q", "-F"], ["mount", "-o", "loop"]),
    "xfs": (["mkfs.xfs", "-q", "-f"], ["mount", "-o", "loop"]),
    "btrfs": (["mkfs.btrfs", "-q", "-f"], ["mount", "-o", "loop"]),
}
"""Those in an image, with the commands that make and mount it."""

NO_TABLE = ["-p", "0", "-H", "255", "-S", "63"]  # what mkntfs asks the disk that this is part of

ATTACHED = {
    "ntfs-3g": (["mkntfs", "-q", "-F", "-Q", *NO_TABLE], ["ntfs-3g"]),
    "exfat-fuse": (["mkfs.exfat"], ["mount.exfat-fuse"]),
}
"""Those in user space on a block device, as of a memory stick; the same with that."""

ALL = (*MADE, *ATTACHED, "tmpfs", "overlayfs", *FOLDED)


class NotMounted(Exception):
    """A file system cannot be mounted on this machine, such as a container."""


def call(*command: str | Path) -> None:
    """Run a command that must succeed; what it prints is for its own log."""
    subprocess.run([str(each) for each in command], check=True, stdout=subprocess.DEVNULL)


@contextlib.contextmanager
def mounted(name: str, work: Path) -> Iterator[Path]:
    """A file system of its own below `work`, unmounted at the end.

    Raises:
        NotMounted: it cannot be had here.
    """
    mount = work / "mount"
    mount.mkdir()
    with contextlib.ExitStack() as stack:
        try:
            _mount(name, work, mount, stack)
        except (OSError, subprocess.CalledProcessError) as error:
            raise NotMounted(str(error)) from error
        yield mount


def _mount(name: str, work: Path, mount: Path, stack: contextlib.ExitStack) -> None:
    if name in FOLDED:
        _folded(name, work, mount, stack)
    elif name in ATTACHED:
        _attached(name, work, mount, stack)
    elif name in MADE:
        _made(name, work, mount, stack)
    elif name == "tmpfs":
        _memory(mount, stack)
    else:
        _overlay(work, mount, stack)


def _image(work: Path) -> Path:
    path = work / "image"
    with path.open("wb") as file:
        file.truncate(SIZE)
    return path


def _unmount(mount: Path) -> None:
    call("umount", "--lazy", mount)


def _folded(name: str, work: Path, mount: Path, stack: contextlib.ExitStack) -> None:
    """The file system of `foldfs`, in a process that ends when it is unmounted."""
    source = work / "source"
    source.mkdir()
    command = [str(PYTHON), "-m", "tests.platforms.foldfs", str(source), str(mount), *FOLDED[name]]
    process = subprocess.Popen(command, cwd=ROOT)
    stack.callback(_end, process)
    ends = time.monotonic() + PATIENCE
    while not os.path.ismount(mount):
        if process.poll() is not None or time.monotonic() > ends:
            raise NotMounted("its program could not mount it")
        time.sleep(0.05)
    stack.callback(_unmount, mount)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Wait for a process that ends with its mount, or kill it."""
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _attached(name: str, work: Path, mount: Path, stack: contextlib.ExitStack) -> None:
    make, attach = ATTACHED[name]
    command = ["losetup", "--find", "--show", str(_image(work))]
    found = subprocess.run(command, check=True, capture_output=True, text=True)
    device = found.stdout.strip()
    stack.callback(call, "losetup", "--detach", device)
    call(*make, device)
    call(*attach, device, mount)
    stack.callback(_unmount, mount)


def _made(name: str, work: Path, mount: Path, stack: contextlib.ExitStack) -> None:
    make, attach = MADE[name]
    call(*make, _image(work))
    call(*attach, work / "image", mount)
    stack.callback(_unmount, mount)


def _memory(mount: Path, stack: contextlib.ExitStack) -> None:
    call("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", mount)
    stack.callback(_unmount, mount)


def _overlay(work: Path, mount: Path, stack: contextlib.ExitStack) -> None:
    """Over a file system in memory: Docker's own disk may be one already, which holds no other."""
    memory = work / "memory"
    memory.mkdir()
    _memory(memory, stack)
    for each in ("lower", "upper", "work"):
        (memory / each).mkdir()
    options = f"lowerdir={memory}/lower,upperdir={memory}/upper,workdir={memory}/work"
    call("mount", "-t", "overlay", "-o", options, "overlay", mount)
    stack.callback(_unmount, mount)

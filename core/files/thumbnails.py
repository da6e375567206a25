"""Small pictures of files, made by a worker process that may die and be attacked.

The worker is a plain command, started for the first picture and again after it died; it gets
paths on stdin and answers on stdout (see `pictures`). Pictures are kept in a cache folder that
may be deleted at any time, under a key of (device, inode, size, time of change in ns): reading
whole files for a hash would cost more than the pictures, a rename keeps the key, and any write
changes it.
"""

import asyncio
import hashlib
import json
import logging
import os
import secrets
import stat
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import disk

log = logging.getLogger(__name__)

TIMEOUT = 30.0
"""Seconds for one picture; then the worker is killed."""

MAX_ANSWER = 4096
"""Characters read of one answer of the worker."""

COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("pictures.py")))
"""The worker: one file that imports none of ours, so that it starts at once and stays small."""


class Thumbnails:
    """Thumbnails of the files of one application."""

    def __init__(
        self, cache: Path, command: Sequence[str] = COMMAND, timeout: float = TIMEOUT
    ) -> None:
        """`command` starts the worker; `timeout` in seconds for one picture."""
        self._cache = cache
        self._worker = Worker(command, timeout)
        # One worker, so one thread: whoever waits for a picture waits here, not among uploads.
        self._queue = ThreadPoolExecutor(1, thread_name_prefix="satchel-thumbnails")

    async def get(self, path: Path) -> Path | None:
        """The picture of a file (WebP, at most 256 x 256); None where there can be none.

        Why not is logged once, and remembered beside the pictures.
        """
        picture = await disk.in_thread(self._place, path)
        if picture is None:
            return None
        if not await disk.in_thread(_decided, picture):
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(self._queue, self._make, path.absolute(), picture)
        return picture if await disk.in_thread(picture.exists) else None

    def close(self) -> None:
        """End the worker; what is being made is dropped."""
        self._queue.shutdown(wait=False, cancel_futures=True)
        self._worker.stop()

    def _place(self, path: Path) -> Path | None:
        """Where the picture of this very content is kept; None if it is no regular file."""
        try:
            found = os.lstat(path)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(found.st_mode):
            return None
        content = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)
        return self._cache / f"{hashlib.sha256(repr(content).encode()).hexdigest()[:32]}.webp"

    def _make(self, path: Path, picture: Path) -> None:
        if _decided(picture):  # by a request that was before us in the queue
            return
        disk.private_folder(self._cache)
        drawn = picture.with_name(f".{secrets.token_hex(8)}.part")
        try:
            if (error := self._worker.draw(path, drawn)) is None:
                drawn.replace(picture)
                return
            _refusal(picture).touch(mode=0o600)
        except OSError as failure:  # no worker, or no room for the picture: no verdict on the file
            log.error("The thumbnail of %r could not be made: %s", str(path), failure)
            return
        finally:
            drawn.unlink(missing_ok=True)
        # Files that are no pictures at all are nothing to warn of.
        level = logging.INFO if error.startswith("UnidentifiedImageError") else logging.WARNING
        log.log(level, "No thumbnail of %r: %s", str(path), error)


class Worker:
    """The process, and the conversation with it: one picture at a time, from one thread."""

    def __init__(self, command: Sequence[str], timeout: float) -> None:
        self._command = command
        self._timeout = timeout
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False
        self._starting = threading.Lock()

    def draw(self, source: Path, target: Path) -> str | None:
        """Have the picture of `source` written to `target`; why not, or None for success."""
        process = self._running()
        timer = threading.Timer(self._timeout, process.kill)
        timer.start()
        try:
            answer = _ask(process, {"source": str(source), "target": str(target)})
        finally:
            timer.cancel()
        if answer is not None:
            return answer["error"]
        process.kill()
        return f"the worker ended on it (status {process.wait()}, limit {self._timeout:g} s)"

    def stop(self) -> None:
        """End the process for good."""
        with self._starting:
            self._stopped = True
            if self._process is not None:
                self._process.kill()
                self._process.wait()

    def _running(self) -> subprocess.Popen[str]:
        with self._starting:
            if self._stopped:
                raise RuntimeError("Thumbnails were closed.")
            if self._process is None or self._process.poll() is not None:
                self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    encoding="utf-8",
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            return self._process


def _ask(process: subprocess.Popen[str], question: dict[str, str]) -> dict[str, str | None] | None:
    """The answer; None if the worker died or no longer speaks our language."""
    assert process.stdin is not None and process.stdout is not None
    try:
        process.stdin.write(json.dumps(question) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline(MAX_ANSWER))
    except (OSError, ValueError):
        return None
    error = answer.get("error", "") if isinstance(answer, dict) else ""
    return {"error": error} if error is None or isinstance(error, str) else None


def _refusal(picture: Path) -> Path:
    return picture.with_suffix(".none")


def _decided(picture: Path) -> bool:
    return picture.exists() or _refusal(picture).exists()

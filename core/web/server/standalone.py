"""Serve a program without a launcher: as ``python program.py``, in the working directory."""

from __future__ import annotations

import ipaddress
import logging
import os
from collections.abc import Callable

from ..settings import Settings
from .server import Served, Server, StartError


def serve_here(
    build: Callable[[Settings], Served],
    allowed_hosts: frozenset[str],
    host: str | None,
    port: int | None,
) -> None:
    """Serve in this thread until Ctrl-C.

    Args:
        build: makes the application.
        host, port: by default the environment's HOST and PORT, then 127.0.0.1 and 8000.

    Raises:
        StartError: the port is taken, the folder cannot be used, or the host needs allowed hosts.
    """
    host = host or os.environ.get("HOST", "127.0.0.1")
    port = _port() if port is None else port
    allowed = allowed_hosts | ({host} if _is_loopback(host) else set())
    if not allowed:
        raise StartError(
            f"{host} can be reached from other machines: name the hosts that they use, as in "
            "jp.serve(..., allowed_hosts=['files.example.org'])."
        )
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.INFO)
    try:
        application = build(Settings.here(allowed_hosts=allowed))
    except OSError as error:
        raise StartError(
            f"{error.filename} cannot be used: {error.strerror}. Start the program in a folder "
            "that you may write to."
        ) from error
    server = Server(application, host=host, port=port)
    server.run(lambda: print(f"Satchel ready to go on {server.url}", flush=True))


def _port() -> int:
    text = os.environ.get("PORT", "8000")
    if not text.isdecimal():
        raise StartError(f"The environment variable PORT is {text!r}: it must be a number.")
    return int(text)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

"""Programs as others run them: ``python program.py``, without ``python -m desktop``."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.support.served import ROOT, write_program


class Plain:
    """A program run as ``python program.py`` in a separate folder."""

    def __init__(self, folder: Path, source: str, **environment: str) -> None:
        write_program(folder, source)
        self.process = subprocess.Popen(
            [sys.executable, "program.py"],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PORT": "0", **environment},
        )

    def url(self) -> str:
        """The address, once it is printed; it must answer from then on."""
        assert self.process.stdout is not None
        ready, line = "Satchel ready to go on ", self.process.stdout.readline().strip()
        assert line.startswith(ready), self.end()
        return line.removeprefix(ready)

    def end(self, sent: signal.Signals = signal.SIGINT) -> tuple[int, str, str]:
        if self.process.poll() is None and os.name == "nt":
            self.process.terminate()  # it cannot be asked
        elif self.process.poll() is None:
            self.process.send_signal(sent)
        return self.ended()

    def ended(self) -> tuple[int, str, str]:
        """Exit code and output of a program that ends by itself."""
        out, err = self.process.communicate(timeout=20 if os.name == "posix" else 120)
        return self.process.returncode, out, err

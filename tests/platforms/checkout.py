"""Where the checkout and its Python are, and how what they lack is installed."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv/bin/python"


def install(*kinds: str) -> None:
    """Install packages of the system, by their names in `scripts/install-system`, and Python's."""
    subprocess.run([ROOT / "scripts/install-system", "python", *kinds], check=True)
    subprocess.run([ROOT / "scripts/venv", "test"], check=True)

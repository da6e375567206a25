"""Where the checkout and its Python are, and how what they lack is installed."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv/bin/python"


def install(*kinds: str) -> None:
    """Install what `scripts/install-system` has under these names, Python's packages and Node's."""
    subprocess.run([ROOT / "scripts/install-system", "python", *kinds], check=True)
    subprocess.run([ROOT / "scripts/venv", "test"], check=True)
    if "test" in kinds:
        subprocess.run([ROOT / "scripts/node-packages"], check=True)

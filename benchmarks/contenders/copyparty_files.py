"""copyparty on its working directory: ``python copyparty_files.py PORT``."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

Path("saved").mkdir()
port = sys.argv[1]
sys.argv = ["copyparty", "-q", "-i", "127.0.0.1", "-p", port, "-v", ".::A", "--no-thumb"]
runpy.run_module("copyparty", run_name="__main__")

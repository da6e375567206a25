"""An upload that keeps what is sent: ``python streamlit_files.py PORT``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SAVED = Path("saved").absolute()
OPTIONS = {
    "server.address": "127.0.0.1",
    "server.headless": "true",
    "server.maxUploadSize": "4000",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
}

if len(sys.argv) > 1:  # not yet run by Streamlit, whose script it becomes
    SAVED.mkdir()
    Path("page.py").write_text(Path(__file__).read_text())
    options = [f"--{name}={value}" for name, value in OPTIONS.items()]
    run = ["-m", "streamlit", "run", "page.py", f"--server.port={sys.argv[1]}", *options]
    os.execv(sys.executable, [sys.executable, *run])

import streamlit as st  # noqa: E402

for file in st.file_uploader("Files", accept_multiple_files=True):
    if not (SAVED / file.name).exists():
        (SAVED / file.name).write_bytes(file.getbuffer())

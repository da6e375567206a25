"""An upload that keeps what is sent, and files to download: ``python gradio_files.py PORT``."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
import gradio as gr  # noqa: E402

SAVED = Path("saved").absolute()
SAVED.mkdir()


def keep(paths: list[str]) -> None:
    """Keep each file, which is in a temporary folder until then."""
    for path in paths:
        shutil.move(path, SAVED / Path(path).name)


with gr.Blocks() as page:
    gr.File(file_count="multiple").upload(keep, page.children[0])

page.launch(server_name="127.0.0.1", server_port=int(sys.argv[1]), allowed_paths=["files"])

"""Makes one PDF of several: drop them, look at them, drag them into order, and merge them."""

from pathlib import Path

from pypdfium2 import PdfDocument, PdfiumError

import core as jp
from core import kit


def merge(paths: list[Path]) -> None:
    """Write one document with all pages. Runs in a process of its own."""
    merged = PdfDocument.new()
    for count, path in enumerate(paths):
        kit.report(count / len(paths), path.name)
        try:
            merged.import_pages(PdfDocument(path))
        except PdfiumError as error:
            raise ValueError(f"{path.name}: {error}") from error
    merged.save(kit.output("Merged.pdf"))


def page(request: jp.Request) -> jp.WebPage:
    wp = kit.Page("PDF merger")
    folder = jp.app.session_folder(request.session_id)

    def keep(msg: jp.Msg) -> None:
        for file in msg.files:
            file.save(folder)

    def start() -> None:
        paths = [folder.folder / entry.path for entry in files.order]
        job.start([paths], labels=[f"{len(paths)} documents"])

    kit.Upload(keep, text="Drop PDFs here", accept=".pdf", anywhere=True, a=wp)
    files = kit.Files(folder, sortable=True, empty="Nothing to merge yet.", a=wp)
    kit.Button("Merge", kind="primary", icon="file-text", click=start, a=wp)
    job = kit.Job(merge, title="Merge", a=wp)
    return wp


jp.justpy(page)

"""What a page knows about chosen files before anything is sent: name, size, type and date."""

import core as jp

HEAD = ["Name", "Size", "Type", "Changed"]


def page() -> jp.WebPage:
    wp = jp.WebPage(title="File information")
    box = jp.Div(classes="m-8 flex flex-col items-start gap-4", a=wp)
    chooser = jp.Input(type="file", multiple=True, classes=jp.Styles.input_classes, a=box)
    result = jp.Div(a=box)

    def show(msg: jp.Msg) -> None:
        result.delete_components()
        jp.AutoTable(values=[HEAD, *map(row, msg.files)], a=result)

    chooser.on("change", show)  # on every choice, also when files are dropped on the input
    return wp


def row(file: jp.File) -> list[str]:
    changed = jp.datetime.fromtimestamp(file.lastModified / 1000)
    return [file.name, f"{file.size:,} bytes", file.type or "unknown", f"{changed:%Y-%m-%d %H:%M}"]


jp.justpy(page)

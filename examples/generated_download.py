"""A file generated on request: nothing is stored, and it can have any length."""

from collections.abc import Iterator

import core as jp


def page() -> jp.WebPage:
    wp = jp.WebPage(title="Generated download")
    box = jp.Div(classes="m-8 flex items-center gap-4", a=wp)
    label = jp.Label(text="Rows", a=box)
    rows = jp.Input(type="number", value=10, min=1, classes=jp.Styles.input_classes, a=box)
    label.for_component = rows
    link = jp.A(text="Save the table", classes=jp.Styles.button_simple, a=box)
    link.download = "squares.csv"

    def aim() -> None:
        link.href = f"/squares.csv?rows={int(rows.value or 0)}"

    rows.on("input", aim)
    aim()
    return wp


@jp.SetRoute("/squares.csv")
def squares(request: jp.Request) -> jp.Response:
    """Answer with what the generator yields, as it yields it."""
    rows = int(request.query_params.get("rows", 10))
    return jp.StreamingResponse(lines(rows), media_type="text/csv")


def lines(rows: int) -> Iterator[str]:
    yield "number,square\n"
    for number in range(1, rows + 1):
        yield f"{number},{number**2}\n"


jp.justpy(page)

"""Explores a CSV file: sort, filter and edit its rows, add them up in a chart, and save them."""

import asyncio
import csv
import re
from collections import defaultdict
from io import StringIO
from itertools import zip_longest
from pathlib import Path

import core as jp
from core import kit

NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d+)?")  # 007 is a code: its zeros are kept


def read(path: Path) -> list[dict[str, object]]:
    """The rows of a file."""
    text = decoded(path.read_bytes())
    delimiter = max(",;\t|", key=text.partition("\n")[0].count)
    lines = [line for line in csv.reader(StringIO(text, newline=""), delimiter=delimiter) if line]
    columns: dict[str, list[object]] = {}
    for number, (title, *cells) in enumerate(zip_longest(*lines, fillvalue=""), 1):
        name = title.strip() or "Column"
        columns[f"{name} {number}" if name in columns else name] = values(cells, delimiter)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")  # as Excel saves it in Western Europe


def values(cells: list[str], delimiter: str) -> list[object]:
    """The cells of a column, as numbers if it has nothing else."""
    point = "," if delimiter == ";" else "."  # as spreadsheets do in most of Europe
    plain = [cell.strip().replace(point, ".") for cell in cells]
    if any(cell and not NUMBER.fullmatch(cell) for cell in plain) or not any(plain):
        return list(cells)
    return [None if not cell else float(cell) if "." in cell else int(cell) for cell in plain]


def page() -> jp.WebPage:
    wp = kit.Page("CSV explorer", wide=True)

    async def show(msg: jp.Msg) -> None:
        file = msg.files[0]
        try:
            rows = await asyncio.to_thread(read, file.path)
        except (csv.Error, UnicodeDecodeError) as error:
            raise jp.FileError(f"It cannot be read as CSV: {error}.", file) from error
        columns = [kit.Column(name, format="plain") for name in (rows[0] if rows else ())]
        save = Path(file.name).stem
        table = kit.Table(rows, columns, label=file.name, save=save, editable=True)
        rows_tab.components, chart_tab.components = [table], [Sums(table)]
        upload.filled = True

    upload = kit.Upload(show, accept=".csv,.tsv,.txt", multiple=False, anywhere=True, a=wp)
    tabs = kit.Tabs("Views", a=wp)
    rows_tab, chart_tab = tabs.tab("Rows", icon="list"), tabs.tab("Chart", icon="eye")
    for tab in (rows_tab, chart_tab):
        kit.Empty("There is no file yet.", a=tab)
    return wp


class Sums(jp.Div):
    """A chart with the sums of one column for each value of another, as the table has them."""

    def __init__(self, table: kit.Table) -> None:
        super().__init__()
        self.rows = table.rows
        names = [column.name for column in table.columns]
        numbers = [column.name for column in table.columns if column.kind == "number"]
        if not numbers:
            kit.Empty("No column has only numbers.", a=self)
            return
        fields = jp.Div(classes="grid gap-4 sm:grid-cols-2", a=self)
        each, total = kit.Choice(names, names[0]), kit.Choice(numbers, numbers[-1])
        self.each = kit.Field("For each", each, change=self.draw, a=fields)
        self.total = kit.Field("Sum of", total, change=self.draw, a=fields)
        self.chart = kit.Chart(aria_label="Sums", a=self)
        table.on("edited", self.draw)
        self.draw()

    def draw(self) -> None:
        sums: defaultdict[str, float] = defaultdict(float)
        for row in self.rows:
            sums[str(row[self.each.value])] += row[self.total.value] or 0
        top = sorted(sums.items(), key=lambda pair: -pair[1])[:20]
        bars = {"type": "bar", "data": [round(total, 6) for _, total in top]}
        axis = {"data": [name for name, _ in top]}
        self.chart.option = {"xAxis": axis, "yAxis": {}, "series": [bars]}


jp.justpy(page)

"""Explores a CSV file: sort, filter and edit its rows, add them up in a chart, and save them."""

import csv
from collections import defaultdict
from pathlib import Path

import core as jp
from core import kit


def read(path: Path) -> list[dict[str, object]]:
    """The rows of a file, with numbers as numbers."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        dialect = csv.Sniffer().sniff(file.read(20_000), delimiters=",;\t|")
        file.seek(0)
        rows = csv.DictReader(file, dialect=dialect)
        return [{name: value(text) for name, text in row.items() if name} for row in rows]


def value(text: str) -> object:
    for kind in (int, float):
        try:
            return kind(text)
        except (TypeError, ValueError):
            continue
    return text


def page() -> jp.WebPage:
    wp = kit.Page("CSV explorer", wide=True)

    def show(msg: jp.Msg) -> None:
        file = msg.files[0]
        try:
            rows = read(file.path)
        except (csv.Error, UnicodeDecodeError) as error:
            raise jp.FileError(f"“{file.name}” cannot be read as CSV: {error}") from error
        rows_tab.components = [kit.Table(rows, label=file.name, editable=True, save=file.name)]
        chart_tab.components = [Sums(rows)] if rows else []
        upload.filled = True

    upload = kit.Upload(show, accept=".csv,.tsv,.txt", multiple=False, anywhere=True, a=wp)
    tabs = kit.Tabs("Views", a=wp)
    rows_tab, chart_tab = tabs.tab("Rows", icon="list"), tabs.tab("Chart", icon="eye")
    return wp


class Sums(jp.Div):
    """A chart with the sums of one column for each value of another."""

    def __init__(self, rows: list[dict[str, object]]) -> None:
        super().__init__(classes="flex flex-wrap gap-4")
        self.rows = rows
        numbers = [name for name, cell in rows[0].items() if isinstance(cell, int | float)]
        self.group = kit.Field("For each", kit.Choice(list(rows[0])), change=self.draw, a=self)
        self.sum = kit.Field("Sum of", kit.Choice(numbers), change=self.draw, a=self)
        self.chart = kit.Chart({}, aria_label="Sums", classes="w-full", a=self)

    def draw(self) -> None:
        sums: defaultdict[str, float] = defaultdict(float)
        for row in self.rows:
            number = row.get(self.sum.value)
            if isinstance(number, int | float):
                sums[str(row.get(self.group.value))] += number
        top = dict(sorted(sums.items(), key=lambda pair: -pair[1])[:20])
        bars = {"type": "bar", "data": list(top.values())}
        self.chart.option = {"xAxis": {"data": list(top)}, "yAxis": {}, "series": [bars]}


jp.justpy(page)

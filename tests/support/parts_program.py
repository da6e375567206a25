"""A program with the parts of the kit that have no window test of their own, in a shell."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go
from matplotlib.figure import Figure

import core as jp
from core import kit

BARS = {
    "xAxis": {"data": ["Mon", "Tue"]},
    "yAxis": {},
    "series": [{"name": "Sold", "type": "bar", "barWidth": "80%", "data": [3, 5]}],
    "animation": False,
}


@dataclass
class Shrinking:
    side: int = 1600
    keep: bool = True


class Parts(kit.Shell):
    """All parts, and what they last said."""

    def __init__(self) -> None:
        super().__init__("Parts", icon="image")
        self.said = jp.P(text="-", id="said", a=self)
        self.add_menus()
        kit.Button("Import", icon="upload", click=self.say("imported"), a=self.actions)
        for fill in (self.fields, self.words, self.charts, self.places, self.small):
            fill(self.section(fill.__name__.capitalize()))

    def add_menus(self) -> None:
        menu = self.menu("File")
        save = menu.item("Save", self.say("saved"), keys="Ctrl+S", disabled=True)
        menu.item("Open…", self.say("opened by the menu"), keys="Ctrl+O")
        menu = self.menu("Photos & more")

        def switch() -> None:
            grid.checked = not grid.checked
            save.disabled = False
            self.said.text = f"Grid: {grid.checked}"

        grid = menu.item("Grid", switch, checked=False, keys="F9")

    def say(self, text: str) -> Callable[[], None]:
        return lambda: setattr(self.said, "text", text)

    def note_point(self, msg: Any) -> None:
        self.said.text = f"{msg.point.name}: {msg.point.value}"

    def fields(self, section: jp.Div) -> None:
        controls = {
            "Name": kit.Text(),
            "Number": kit.Number(5),
            "Slider": kit.Slider(50),
            "Switch": kit.Switch(),
            "Choice": kit.Choice(["red", "green", "blue"]),
            "Town": kit.Choice([f"Town {number}" for number in range(40)]),
            "Choices": kit.Choices(["small", "large"]),
            "Date": kit.Date(datetime.date(2026, 3, 14)),
            "Time": kit.Time(datetime.time(9, 30)),
            "Color": kit.Color("#0f766e"),
            "Password": kit.Password(),
            "Picture": kit.LocalPath(types=".jpg"),
        }

        def note_value(field: kit.Field, msg: Any) -> None:
            self.said.text = f"{field.label}: {msg.value!s}"

        for label, control in controls.items():
            kit.Field(label, control, change=note_value, a=section)

    def words(self, section: jp.Div) -> None:
        kit.Markdown("[Outside](https://example.com/x)", a=section)
        kit.Code("x = 1\n", "python", a=section)
        log = kit.Log(classes="h-40", a=section)

        def write() -> None:
            for number in range(200):
                log.write(f"line {number}")

        kit.Button("Write", click=write, a=section)

    def charts(self, section: jp.Div) -> None:
        figure = Figure(figsize=(5, 2))
        figure.subplots().plot([1, 2, 3])
        dots = go.Figure([go.Scatter(x=[1, 2], y=[3, 4], mode="markers")])
        kit.Chart(BARS, clicked=self.note_point, file_name="week", aria_label="Week", a=section)
        kit.Figure(figure, file_name="line", aria_label="Line", a=section)
        kit.Plotly(dots, clicked=self.note_point, file_name="dots", aria_label="Dots", a=section)

    def places(self, section: jp.Div) -> None:
        tabs = kit.Tabs(a=section)
        jp.P(text="in the first", a=tabs.tab("First"))
        jp.P(text="in the second", a=tabs.tab("Second"))
        accordion = kit.Accordion(single=True, a=section)
        jp.P(text="about sizes", a=accordion.section("Sizes", open=True))
        jp.P(text="about names", a=accordion.section("Names"))
        menu = kit.Menu("Actions", a=section)
        menu.item("Rename", self.say("renamed"))
        menu.item("Delete", self.say("deleted"), danger=True)
        area = kit.Card("Area", a=section)
        jp.P(text="Press the right button here", a=area)
        commands = kit.ContextMenu(a=area)
        commands.item("Open it", self.say("opened"))
        commands.item("Drop it", self.say("dropped"))
        with kit.Tooltip("It starts again", a=section):
            kit.Button("Again", click=self.say("again"))
        modal = kit.Modal("Question", a=section)
        jp.Input(aria_label="Answer", a=modal)
        kit.Button("Ask", click=modal.open, a=section)

    def small(self, section: jp.Div) -> None:
        settings = kit.Settings(Shrinking, title="Settings", a=section)
        settings.on("changed", lambda msg: setattr(self.said, "text", str(msg.value)))
        kit.Steps(["Choose", "Copy"], current=1, a=section)
        kit.Badge("Checked", kind="good", icon="check", a=section)
        kit.Stat("Copied", "48 GB", change="+6 %", good=True, a=section)
        kit.Progress(0.4, label="Copying", a=section)
        kit.Spinner("Looking", a=section)
        jp.A(text="Another page", href="/other", a=section)
        kit.Empty("No errors", "There is nothing to do.", icon="circle-check", a=section)


@jp.SetRoute("/other")
def other() -> kit.Page:
    return kit.Page("Other")


jp.justpy(Parts)

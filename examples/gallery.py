"""The kit, part by part: use each of them, and read the code that makes it."""

import ast
import asyncio
import datetime
import importlib.util
import inspect
import logging
import math
import re
import sqlite3
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

import core as jp
from core import kit

SECTIONS = {
    "Buttons": "play",
    "Fields": "pencil",
    "Settings": "settings",
    "Status": "circle-check",
    "Layout": "layout-grid",
    "Menus": "menu",
    "Dialogs": "info",
    "Words": "type",
    "Charts": "image",
    "Tables": "table",
    "Files": "folder",
    "Order": "arrow-up-down",
    "Work": "refresh-cw",
}
"""The entries of the navigation, with their icons."""


@dataclass
class Example:
    """A part in use.

    Attributes:
        section: where it is shown.
        make: adds it to what it is called with; its docstring has a heading and some words.
        uses: functions and classes that belong to its code.
        needs: a library without which there is nothing to see.
    """

    section: str
    make: Callable[[Any], None]
    uses: tuple[Any, ...]
    needs: str

    @property
    def heading(self) -> str:
        return inspect.getdoc(self.make).partition("\n")[0].rstrip(".")

    @property
    def words(self) -> str:
        return inspect.getdoc(self.make).partition("\n")[2].strip()

    @property
    def code(self) -> str:
        """What makes it, from the source of this program."""
        lines = inspect.getsource(self.make).splitlines()
        body = ast.parse("\n".join(lines)).body[0].body
        made = textwrap.dedent("\n".join(lines[body[0].end_lineno :]))
        used = [inspect.getsource(each).strip() for each in self.uses]
        return "\n\n\n".join([*used, made.strip()])

    @property
    def parts(self) -> list[str]:
        return sorted(set(re.findall(r"\bkit\.([A-Z]\w+)", self.code)))


EXAMPLES: list[Example] = []


def example(section: str, *uses: Any, needs: str = "") -> Callable[[Callable], Callable]:
    """Show what a function makes."""

    def keep(make: Callable[[Any], None]) -> Callable[[Any], None]:
        EXAMPLES.append(Example(section, make, uses, needs))
        return make

    return keep


def home():
    page = kit.Shell("Satchel's kit", icon="layout-grid")
    overview(page)
    for section, icon in SECTIONS.items():
        page.section(section, icon=icon, fill=partial(fill, section))
    return page


WELCOME = """
Ready-made parts for pages in Python: `from core import kit`. Everything here can be used, and the
code below each example is the code that made it. The menu in the corner has light and dark colours.
"""


def overview(page):
    """What there is, and where."""
    start = page.section("Overview", icon="house")
    kit.Markdown(WELCOME, a=start)
    grid = jp.Div(classes="grid gap-4 sm:grid-cols-2", a=start)
    named = set()
    for section, icon in SECTIONS.items():
        card = kit.Card(section, a=grid)

        def show(msg, section=section):
            page.selected = section

        look = kit.Button("Show", icon=icon, size="small", click=show, a=card.actions)
        look.aria_label = f"Show {section}"
        names = jp.Div(classes="flex flex-wrap gap-1.5", a=card)
        for name in (name for each in EXAMPLES if each.section == section for name in each.parts):
            if name not in named:  # where it is shown first
                kit.Badge(name, a=names)
                named.add(name)


def fill(section, panel):
    """Show the examples of a section."""
    for each in EXAMPLES:
        if each.section != section:
            continue
        card = kit.Card(each.heading, a=panel)
        kit.Markdown(each.words, a=card)
        if each.needs and importlib.util.find_spec(each.needs) is None:
            text = f"Install it with pip install {each.needs}, and start the gallery again."
            kit.Empty(f"{each.needs} is not installed", text, icon="download", a=card)
        else:
            each.make(card)
        code = kit.Accordion(a=card).section("Code", icon="file-code")
        kit.Code(each.code, "python", aria_label=f"Code of {each.heading}", a=code)


# Buttons


@example("Buttons")
def buttons(page):
    """Buttons

    A button is busy while its handler runs: press *Send*.
    """
    row = jp.Div(classes="flex flex-wrap gap-2", a=page)
    said = jp.P(role="status", a=page)

    async def send():
        await asyncio.sleep(1)
        said.text = "Sent."

    def say(self, msg):
        said.text = f"You pressed {self.text or self.aria_label}."

    kit.Button("Send", kind="primary", icon="check", click=send, a=row)
    kit.Button("Save", icon="download", click=say, a=row)
    kit.Button("Delete", kind="danger", icon="trash-2", click=say, a=row)
    kit.Button("Cancel", kind="quiet", click=say, a=row)
    kit.Button("Small", size="small", click=say, a=row)
    kit.Button(icon="settings", aria_label="Settings", click=say, a=row)
    kit.Button("Not now", disabled=True, a=row)


@example("Buttons")
def icons(page):
    """Icons

    They are as large as the text around them and have its colour. Only those on the page travel.
    """
    line = jp.P(text="12 photos ", a=page)
    state = kit.Icon("circle-check", label="saved", classes="text-green-600", a=line)

    def change():
        state.symbol = "star" if state.symbol == "circle-check" else "circle-check"

    kit.Button("Another one", click=change, a=page)
    names = jp.Div(classes="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4", a=page)
    for name in kit.icon_names():
        one = jp.Div(classes="flex items-center gap-2 text-sm", a=names)
        kit.Icon(name, a=one)
        jp.Span(text=name, a=one)


# Fields


@example("Fields")
def texts(page):
    """Texts

    A field is a label, a control, a hint and an error. The error appears when somebody leaves the
    field, not before.
    """
    form = kit.Grid(a=page)
    said = jp.P(role="status", a=page)

    def show(msg):
        said.text = f"The value is {msg.value!r}."

    def check(name):
        return "A name has no slashes." if "/" in name else None

    kit.Field("Name", kit.Text(required=True), check=check, change=show, a=form)
    kit.Field("E-mail", kit.Text(kind="email", placeholder="ada@example.com"), change=show, a=form)
    kit.Field("Notes", kit.Text(rows=3), hint="As many lines as you like.", change=show, a=form)
    kit.Field("Password", kit.Password(new=True, min_length=8), a=form)


@example("Fields")
def numbers(page):
    """Numbers

    `field.value` is an `int` or a `float`, or the latest one that was right.
    """
    form = kit.Grid(a=page)
    said = jp.P(role="status", a=page)

    def show(msg):
        said.text = f"The value is {msg.value!r}."

    side = kit.Number(1600, min=1, max=8000, unit="pixels")
    kit.Field("Longest side", side, hint="From 1 to 8000.", change=show, a=form)
    kit.Field("Quality", kit.Slider(80, min=1, max=100, unit="%"), change=show, a=form)


@example("Fields")
def choices(page):
    """Choices

    Few options are seen at a glance; many are found by typing.
    """
    form = kit.Grid(a=page)
    said = jp.P(role="status", a=page)
    cameras = ["Canon", "Fujifilm", "Hasselblad", "Leica", "Nikon", "Olympus", "Pentax", "Sony"]
    days = {1: "Monday", 2: "Tuesday", 3: "Wednesday", 4: "Thursday", 5: "Friday"}

    def show(msg):
        said.text = f"The value is {msg.value!r}."

    kit.Field("Format", kit.Choice(["JPEG", "PNG", "WebP"], "PNG"), change=show, a=form)
    kit.Field("Camera", kit.Choice(cameras), change=show, a=form)
    kit.Field("Days", kit.Choices(days, [1, 3]), change=show, a=form)
    kit.Field("Cameras", kit.Choices(cameras, ["Leica"]), change=show, a=form)
    kit.Field("Keep the originals", kit.Switch(True), change=show, a=form)


@example("Fields")
def dates(page):
    """Dates, times, colours and paths

    A path is one of the computer that the program runs on: in the window, a button opens the
    system's dialog.
    """
    form = kit.Grid(a=page)
    said = jp.P(role="status", a=page)
    today = datetime.date.today()

    def show(msg):
        said.text = f"The value is {msg.value!r}."

    kit.Field("Day", kit.Date(today, min=today), change=show, a=form)
    kit.Field("Starts at", kit.Time(datetime.time(9, 30)), change=show, a=form)
    kit.Field("Colour", kit.Color("#0f766e"), change=show, a=form)
    kit.Field("Folder", kit.LocalPath(kind="folder"), change=show, a=form)


@example("Fields")
def form(page):
    """A form

    Its handler is called when all fields are right; until then, the first wrong one has the focus.
    """
    taken = {"Holidays"}
    form = jp.Form(classes="grid gap-5 sm:grid-cols-2", a=page)
    name = kit.Field("Album", kit.Text(required=True), hint="“Holidays” is taken.", a=form)
    size = kit.Field("Photos at most", kit.Number(100, min=1), a=form)
    kit.Button("Create", kind="primary", type="submit", classes="justify-self-start", a=form)
    said = jp.P(role="status", a=page)

    def create():
        if name.value in taken:
            name.error = "There is an album of this name."
            return
        taken.add(name.value)
        said.text = f"Created {name.value} for {size.value} photos."

    form.on("submit", create)


# Settings


@dataclass
class Shrinking:
    longest_side: int = field(default=1600, metadata={"min": 1, "max": 8000, "unit": "pixels"})
    format: Literal["JPEG", "PNG", "WebP"] = "JPEG"
    days: list[Literal["mon", "tue", "wed"]] = field(default_factory=lambda: ["mon"])
    keep_originals: bool = field(default=True, metadata={"hint": "They stay where they are."})
    frame: Annotated[str, kit.Color] = "#0f766e"


@example("Settings", Shrinking)
def settings(page):
    """Settings

    A form of a dataclass or a pydantic model. What is right is saved at once, and all windows
    show it: start the gallery again, and it is still there.
    """
    said = jp.P(role="status")

    def changed():
        value = settings.value
        said.text = f"Photos become {value.longest_side} pixels wide, as {value.format}."

    settings = kit.Settings(Shrinking, changed=changed, a=page)
    page.add(said)


# Tables


@example("Tables")
def stock(page):
    """A table to edit

    Press Enter in a cell, or just type. Prices below zero are refused, and Ctrl+Z undoes. Copy
    into a spreadsheet, paste from one, or save all of it.
    """
    names = ["Anchor", "Bell", "Compass", "Drum", "Easel", "Flute", "Globe", "Harp"]
    rows = [
        {
            "Product": name,
            "Price": 9.5 + number * 17 % 40,
            "Left": number * 7 % 12,
            "Since": datetime.date(2026, number + 1, 5),
            "Sold out": number % 4 == 0,
        }
        for number, name in enumerate(names)
    ]
    product = kit.Column("Product", frozen=True, editable=False)
    price = kit.Column("Price", unit="€", decimals=2)
    said = jp.P(role="status")

    def check(row, column, value):
        if column == "Price" and (value is None or value < 0):
            return "A price is zero or more."

    def edited(msg):
        changes: list[kit.Change] = msg.changes
        said.text = " ".join(f"{c.row['Product']}: {c.column} is {c.new} now." for c in changes)

    kit.Table(
        rows,
        [product, price, "Left", "Since", "Sold out"],
        label="Stock",
        editable=True,
        check=check,
        edited=edited,
        save="stock",
        a=page,
    )
    page.add(said)


@example("Tables")
def million(page):
    """A million rows

    A function gives the rows in sight. Filter a column with `> 5000` or `2..5`.
    """
    columns = {
        "Number": lambda number: number,
        "Square": lambda number: number**2,
        "Root": lambda number: math.sqrt(number),
    }

    def rows(start: int, count: int, sort: list[kit.Sort], filters: list[kit.Filter]):
        numbers = range(1_000_000)
        for each in filters:
            meets = each.test()
            of = list(columns.values()) if each.column is None else [columns[each.column]]
            numbers = [number for number in numbers if any(meets(value(number)) for value in of)]
        if sort and sort[0].descending:  # all columns grow with the number
            numbers = numbers[::-1]
        seen = numbers[start : start + count]
        made = [{name: of(number) for name, of in columns.items()} for number in seen]
        return made, len(numbers)

    shown = ["Number", "Square", kit.Column("Root", decimals=3)]
    kit.Table(rows, shown, label="Numbers", classes="h-96", a=page)


@example("Tables")
def query(page):
    """A query

    The database sorts, filters and gives the rows in sight. Data frames of pandas, Polars and
    Arrow are rows as well. A double click opens a row.
    """
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute("create table towns (name text, people integer, area real)")
    towns = [("Oslo", 709_000, 454.0), ("Porto", 231_000, 41.4), ("Graz", 303_000, 127.6)]
    connection.executemany("insert into towns values (?, ?, ?)", towns)
    rows = kit.Query(connection, "select name, people, people / area as density from towns")
    density = kit.Column("density", title="People per km²", decimals=0, width=160)
    said = jp.P(role="status")

    def opened(msg):
        said.text = f"You opened {msg.row['name']}."

    kit.Table(rows, ["name", "people", density], label="Towns", opened=opened, a=page)
    page.add(said)


# Files


@example("Files")
def files(page):
    """Uploads, and files

    Drop files, or choose them. The list behaves as your file manager: select, rename with F2, look
    with Space, make folders and drag files into them, remove with Delete, and bring back.
    """
    folder = jp.app.session_folder(jp.app.session_id)

    def keep(msg):
        for file in msg.files:
            file.save(folder, below=files.folder)

    kit.Upload(keep, max_size="100 MB", filled=True, a=page)
    said = jp.P(role="status")

    def add_up():
        said.text = f"{sum(file.size for file in files.selection):,} bytes are selected."

    actions = [kit.FileAction("Add up", add_up, icon="plus")]
    files = kit.Files(
        folder, folders=True, actions=actions, empty="Nothing yet: drop a few photos.", a=page
    )
    page.add(said)


@example("Files")
def compact(page):
    """A small upload

    A button that takes dropped files, too. Here it accepts one picture, and keeps none.
    """
    said = jp.P(role="status")

    def measure(msg):
        said.text = f"{msg.files[0].name} has {msg.files[0].size:,} bytes."

    kit.Upload(measure, text="Measure", accept="image/*", multiple=False, compact=True, a=page)
    page.add(said)


@example("Files")
def preview(page):
    """Previews

    Pictures, PDF, film, sound, text, tables, archives and fonts. Nothing in a file runs.
    """
    samples = {
        "A picture": Path(__file__).with_name("kite.svg"),
        "Markdown": ("notes.md", b"# Lake\n\n- boats\n- **swimming**\n"),
        "A table": ("towns.csv", b"Town,People\nOslo,709000\nPorto,231000\n"),
        "Code": ("hello.py", b'print("Hello")\n'),
    }

    def show(msg):
        preview.file = samples[msg.value]

    kit.Field("Show", kit.Choice(list(samples), "A picture"), change=show, a=page)
    preview = kit.Preview(samples["A picture"], classes="h-80", a=page)


# Order


@example("Order")
def sortable(page):
    """A list that people sort

    Drag a row by its grip; or press Space on the grip, then arrow keys, and Space again.
    """
    said = jp.P(role="status")

    def moved(msg):
        move: kit.Sorted = msg.detail
        said.text = f"{move.item.name} is number {move.new + 1} now."

    documents = kit.Sortable(sorted=moved, aria_label="Documents", a=page)
    for name in ("cover.pdf", "letter.pdf", "terms.pdf"):
        look = "flex items-center gap-2 rounded-lg border p-2"
        row = jp.Div(role="listitem", classes=look, a=documents)
        row.name = name
        kit.SortHandle(a=row)
        jp.Span(text=name, a=row)
    page.add(said)


# Work


def count_primes(below: int) -> int:  # runs in a process of its own
    if below < 2:
        raise ValueError("There are no primes below 2.")
    found = 0
    try:
        for number in range(2, below):
            found += all(number % divisor for divisor in range(2, math.isqrt(number) + 1))
            if number % 1000 == 0:
                kit.report(number / below, f"{found:,} so far")
    except kit.Cancelled:
        raise  # clean up here, if there is something to
    kit.output(f"Primes below {below}.txt").write_text(f"{found:,}\n")
    return found


@example("Work", count_primes)
def job(page):
    """Jobs

    Work on many things, in several processes: cancel it, try again what failed, look at results and
    save them. A job outlasts a reload of the page.
    """
    said = jp.P(role="status")

    def start():
        job.start([20_000, 400_000, 3_000_000, 1], labels=["Few", "Many", "Most", "None"])

    def result(msg):
        done: kit.Result = msg.result
        said.text = f"{done.label}: {done.value:,} primes."

    kit.Button("Count primes", kind="primary", icon="play", click=start, a=page)
    job = kit.Job(count_primes, title="Count primes", result=result, a=page)
    page.add(said)


@example("Work", count_primes)
def run(page):
    """One call

    A handler waits for a function in another process, while the page stays alive.
    """
    bar = kit.Progress(0, label="Nothing counted yet")

    async def count(msg):
        async def show(progress, text):
            bar.value, bar.label = progress, text
            await msg.page.update()

        try:
            found = await kit.run(count_primes, 100_000, on_progress=show)
        except kit.JobError as error:  # its process ended, for example
            bar.label = str(error)
        else:
            bar.value, bar.label = 1, f"{found:,} primes"

    kit.Button("Count below 100,000", icon="play", click=count, a=page)
    page.add(bar)


# Dialogs


@example("Dialogs")
def modal(page):
    """A dialog

    Nothing else can be used until it is closed. The focus stays in it, and returns.
    """
    name = jp.P(text="IMG_2041.jpg", role="status", a=page)
    modal = kit.Modal("Rename the photo", a=page)
    field = kit.Field("New name", kit.Text(name.text, required=True), a=modal)

    def rename():
        name.text = field.value
        modal.close()

    kit.Button("Cancel", click=modal.close, a=modal.actions)
    kit.Button("Rename", kind="primary", click=rename, a=modal.actions)
    kit.Button("Rename…", icon="pencil", click=modal.open, a=page)


@example("Dialogs")
def questions(page):
    """Questions

    An async handler waits for the person's answer.
    """
    row = jp.Div(classes="flex flex-wrap gap-2", a=page)
    said = jp.P(role="status", a=page)

    async def remove(msg):
        if await msg.page.confirm("Remove all photos?", yes="Remove", danger=True):
            said.text = "They are gone."

    async def name(msg):
        def check(answer):
            return None if answer.strip() else "A folder needs a name."

        answer = await msg.page.ask("Name of the new folder", check=check, yes="Create")
        said.text = "Cancelled." if answer is None else f"Created {answer}."

    kit.Button("Remove all…", icon="trash-2", click=remove, a=row)
    kit.Button("New folder…", icon="folder", click=name, a=row)


@example("Dialogs")
def notices(page):
    """Notices

    They close by themselves, but not while somebody reads them.
    """
    row = jp.Div(classes="flex flex-wrap gap-2", a=page)

    def say(self, msg):
        msg.page.notify(f"This is {self.text.lower()} news.", self.text.lower())

    async def work(msg):
        notice = msg.page.notify("Importing 40 photos", progress=0.0)
        for step in range(1, 5):
            await asyncio.sleep(0.3)
            notice.update(progress=step / 4)
        notice.update("Imported 40 photos", kind="good", progress=None)

    def undo(msg):
        msg.page.notify("They are back.")

    def remove(msg):
        msg.page.notify("Removed 3 photos.", action=("Undo", undo))

    kit.Button("Good", click=say, a=row)
    kit.Button("Bad", click=say, a=row)
    kit.Button("Progress", click=work, a=row)
    kit.Button("Undo", click=remove, a=row)


# Menus


@example("Menus")
def menus(page):
    """Menus

    The second one opens with the right button of the mouse, or with Shift+F10.
    """
    said = jp.P(role="status")

    def say(self, msg):
        said.text = f"You chose “{self.text}”."

    def switch(self, msg):
        self.checked = not self.checked
        said.text = "Details are shown." if self.checked else "Details are hidden."

    menu = kit.Menu("Photo", a=page)
    menu.item("Rename…", say, icon="pencil")
    menu.item("Print…", say, icon="printer", disabled=True)
    menu.item("Details", switch, checked=False)
    menu.separator()
    menu.item("Remove", say, icon="trash-2", danger=True)

    photo = jp.Img(src="/static/kite.svg", alt="A kite", classes="rounded-lg h-40")
    box = jp.Div(tabindex=0, role="group", aria_label="Photo", classes="w-fit", a=page).add(photo)
    context = kit.ContextMenu(a=box)
    context.item("Open", say, icon="maximize")
    context.item("Copy", say, icon="copy")
    page.add(said)


@example("Menus")
def tooltips(page):
    """Tooltips

    A few words, while the pointer or the focus is on something.
    """
    with kit.Tooltip("It starts at the first file again", a=page):
        kit.Button("Start again", icon="rotate-ccw")


# Layout


@example("Layout")
def tabs(page):
    """Tabs

    What is in the other panels stays as it is. One that takes long to make is made when it is
    shown for the first time.
    """
    tabs = kit.Tabs("Shrink photos", a=page)
    jp.P(text="3 photos", a=tabs.tab("Files", icon="image"))
    jp.P(text="No photo gets wider than 2,000 pixels.", a=tabs.tab("Sizes", icon="maximize"))

    def fill(panel):
        jp.P(text=f"This was made at {datetime.datetime.now():%X}.", a=panel)

    tabs.tab("Log", icon="list", fill=fill)


@example("Layout")
def accordion(page):
    """Headings to open

    With `single=True`, opening one closes the one that was open.
    """
    accordion = kit.Accordion(single=True, a=page)
    size = accordion.section("Size", icon="maximize", open=True)
    jp.P(text="Photos keep their size.", a=size)
    jp.P(text="The date, then a number.", a=accordion.section("File names", icon="type"))
    jp.P(text="Location and camera are left out.", a=accordion.section("Privacy", icon="eye"))


@example("Layout")
def grids(page):
    """Grid

    Components side by side in columns of equal width; fewer columns where there is less room.
    """
    row = kit.Grid(3, a=page)
    for label in ("First name", "Last name", "Town"):
        kit.Field(label, kit.Text(), a=row)


@example("Layout")
def cards(page):
    """Cards

    A surface for things that belong together, with actions beside its heading.
    """
    row = kit.Grid(a=page)
    card = kit.Card("Last week", a=row)
    kit.Badge("Checked", kind="good", icon="check", a=card.actions)
    jp.P(text="48 GB were copied.", a=card)

    def start():
        today.heading = "Today, again"

    today = kit.Card("Today", a=row)
    kit.Button(icon="rotate-ccw", aria_label="Again", size="small", click=start, a=today.actions)
    kit.Progress(0.4, label="Copying lake.jpg", a=today)


@jp.SetRoute("/invoices")
def invoices():
    page = kit.Page("Invoices")
    jp.P(text="Three are open.", a=page)
    jp.A(text="Back to the gallery", href="/", a=page)
    return page


@example("Layout", home, invoices)
def pages(page):
    """Pages

    `kit.Shell` is the frame around this: navigation, a heading, a switch between light and dark.
    `kit.Page` is a heading and one column.
    """
    jp.A(text="A page without a frame", href="/invoices", a=page)


# Status


@example("Status")
def stats(page):
    """Numbers that people watch

    Integers get separators; green is good, red is bad.
    """
    row = jp.Div(classes="flex flex-wrap gap-8", a=page)
    photos = kit.Stat("Photos", 4120, change="+12", good=True, a=row)
    kit.Stat("Errors", 3, change="+2", good=False, a=row)

    def add():
        photos.value += 1
        photos.set_change("+1", good=True)

    kit.Button("Add a photo", icon="plus", click=add, a=page)


@example("Status")
def steps(page):
    """Steps

    Where people are in something that takes several steps.
    """
    labels = ["Choose", "Copy", "Check"]
    steps = kit.Steps(labels, current=1, a=page)
    row = jp.Div(classes="flex gap-2", a=page)

    def move(self, msg):
        wanted = steps.current + (1 if self.text == "Next" else -1)
        steps.current = min(max(wanted, 0), len(labels))

    kit.Button("Back", icon="arrow-left", click=move, a=row)
    kit.Button("Next", icon="arrow-right", click=move, a=row)


@example("Status")
def progress(page):
    """Progress, and waiting

    Of something whose length is known, and of something else.
    """
    bar = kit.Progress(0.4, label="Copying lake.jpg", a=page)

    def show(msg):
        bar.value = msg.value / 100

    kit.Field("How far", kit.Slider(40, min=0, max=100, unit="%"), change=show, a=page)
    kit.Progress(None, label="Nobody knows how long this takes", a=page)
    kit.Spinner("Looking for changes", a=page)


@example("Status")
def badges(page):
    """Badges

    A word or number about what stands beside it.
    """
    row = jp.Div(classes="flex flex-wrap gap-2", a=page)
    kit.Badge("Draft", a=row)
    kit.Badge(12, kind="accent", a=row)
    kit.Badge("Saved", kind="good", icon="check", a=row)
    kit.Badge("Late", kind="warning", icon="clock", a=row)
    kit.Badge("Failed", kind="bad", icon="circle-x", a=row)


@example("Status")
def empty(page):
    """Nothing yet

    What a place says where there is nothing yet, and a way out of that.
    """

    def make():
        albums.components = [kit.Badge("Holidays", icon="folder")]

    albums = jp.Div(a=page)
    text = "Select photos to make one."
    empty = kit.Empty("No albums yet", text, icon="folder", a=albums)
    kit.Button("Make an album", size="small", click=make, a=empty)


# Words


@example("Words")
def markdown(page):
    """Markdown

    CommonMark with tables. HTML stays text, so that what people enter does no harm.
    """
    text = "**Faster**, and *much* smaller:\n\n- `save()` keeps the date\n- pictures are turned"
    row = jp.Div(classes="grid gap-5 sm:grid-cols-2", a=page)

    def show(msg):
        markdown.source = msg.value

    kit.Field("Write", kit.Text(text, rows=6), change=show, a=row)
    markdown = kit.Markdown(text, a=row)


@example("Words")
def code(page):
    """Code in colours

    Of any language that Pygments knows, with a button that copies it.
    """
    samples = {
        "sql": "select name, people -- of all towns\nfrom towns\nwhere people > 100000;",
        "python": 'for name in ("Oslo", "Porto"):\n    print(f"Hello, {name}")  # twice',
    }

    def show(msg):
        code.source, code.language = samples[msg.value], msg.value

    kit.Field("Language", kit.Choice(list(samples), "sql"), change=show, a=page)
    code = kit.Code(samples["sql"], "sql", aria_label="Sample", a=page)


@example("Words")
def log(page):
    """A log

    Any thread writes into it, at any speed; it also follows Python's `logging`. It shows its end,
    unless somebody scrolls up to read.
    """
    log = kit.Log(classes="h-48", aria_label="What happened", a=page)
    log.follow("gallery")
    log.write("Read invoice-1.pdf", kind="good")
    row = jp.Div(classes="flex flex-wrap gap-2", a=page)

    def write():
        for number in range(1, 101):
            log.write(f"Read invoice-{number}.pdf", kind="warning" if number % 10 == 0 else "")

    def warn():
        logging.getLogger("gallery").warning("The disk is nearly full")

    kit.Button("Write 100 lines", click=write, a=row)
    kit.Button("Warn", click=warn, a=row)
    kit.Button("Clear", click=log.clear, a=row)


# Charts


@example("Charts")
def chart(page):
    """Charts

    Any option of Apache ECharts, in the colours of the theme. Click a bar, or go to it with the
    arrow keys; save the picture with the button in the corner.
    """
    option = {
        "legend": {"bottom": 0},
        "tooltip": {"trigger": "axis"},
        "xAxis": {"data": ["Mon", "Tue", "Wed", "Thu", "Fri"]},
        "yAxis": {},
        "series": [
            {"name": "Sold", "type": "bar", "data": [12, 19, 8, 15, 22]},
            {"name": "Left", "type": "line", "smooth": True, "data": [30, 11, 23, 28, 6]},
        ],
    }
    said = jp.P(role="status")

    def clicked(msg):
        point: kit.Point = msg.point
        said.text = f"{point.name}: {point.value} {point.series_name.lower()}"

    def more():
        sold = option["series"][0]
        sold["data"] = [value + 5 for value in sold["data"]]
        chart.option = option

    chart = kit.Chart(option, clicked=clicked, aria_label="Bread of this week", a=page)
    kit.Button("Sell more", icon="plus", click=more, a=page)
    page.add(said)


@example("Charts", needs="matplotlib")
def figure(page):
    """Figures of Matplotlib

    Dark in the dark; saved as they are for paper.
    """
    from matplotlib.figure import Figure

    times = [number / 20 for number in range(200)]

    def draw(periods):
        figure = Figure(figsize=(7, 3), layout="constrained")
        figure.subplots().plot(times, [math.sin(periods * time) for time in times])
        return figure

    def show(msg):
        shown.figure = draw(msg.value)

    kit.Field("Speed", kit.Slider(1, min=1, max=5), change=show, a=page)
    shown = kit.Figure(draw(1), aria_label="A sine", a=page)


@example("Charts", needs="plotly")
def plotly(page):
    """Figures of Plotly

    With the script of the Plotly that is installed: nothing comes from the network.
    """
    import plotly.graph_objects as go

    small = go.Scatter(x=[4.9, 5.1, 5.4], y=[3.0, 3.5, 3.9], mode="markers", name="Setosa")
    large = go.Scatter(x=[6.3, 6.5, 7.0], y=[2.8, 3.0, 3.2], mode="markers", name="Virginica")
    figure = go.Figure([small, large]).update_traces(marker_size=12)
    said = jp.P(text="Click a point.", role="status")

    def clicked(msg):
        length, width = msg.point.value
        said.text = f"{msg.point.series_name}: {length} by {width} cm"

    kit.Plotly(figure, clicked=clicked, aria_label="Sepals of irises", a=page)
    page.add(said)


jp.justpy(home)

"""A program that is packed with what lies beside it: a module, a file of data, a picture, a script.

For tests of windows that are to run in an executable, it runs the program that they name: one of
the examples that scripts/test_executable packs with it, or one that is not packed.
"""

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import greeting
import justpy as jp

from core import kit, serving
from desktop.start import program

DATA = Path(__file__).with_name("data")


class Doubled(jp.Module):
    script = "data/doubled.js"
    sends = {"doubled": int}
    number: int = 21


def page(request):
    wp = jp.WebPage(title="Packed")
    jp.H1(text=greeting.read(), a=wp)
    jp.Img(src="/static/data/dot.png", id="dot", a=wp)
    answer = jp.P(a=wp)
    Doubled(a=wp, doubled=lambda msg: setattr(answer, "text", f"doubled: {msg.detail}"))
    form = jp.Form(submit=keep, a=wp)
    jp.Input(type="file", aria_label="File", a=form)
    jp.Button(text="Keep", a=form)
    jp.Button(text="Work", click=work, a=wp)
    jp.Button(text="Do jobs", click=do_jobs, a=wp)
    return wp


def keep(self, msg):
    for file in msg.files:
        file.save(jp.app.session_folder(msg.session_id))


def square(number):
    return number * number


def work(self, msg):
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        self.text = str(list(pool.map(square, [1, 2, 3])))


def cube(number):
    kit.report(0.5, "half")
    kit.output("cube.txt").write_text(greeting.read())
    return number**3


async def do_jobs(self, msg):
    job = jp.app.jobs.start(cube, [1, 2, 3], session_id=msg.session_id)
    await job.wait()
    texts = {path.read_text() for task in job.tasks for path in task.outputs}
    values = [task.value or task.error for task in job.tasks]
    self.text = f"{values} {await kit.run(cube, 4)} {texts}"


@jp.SetRoute("/previews")
def previews():
    wp = jp.WebPage(title="Previews")
    for name in ("book.pdf", "book.xlsx", "notes.md"):
        kit.Preview(DATA / name, a=wp)
    return wp


def run(path):
    """Run another program, as `python -m desktop` would from source."""
    output = os.open(os.environ["SATCHEL_TEST_OUTPUT"], os.O_WRONLY | os.O_APPEND)
    sys.stdout = sys.stderr = os.fdopen(output, "w", buffering=1)
    source = program.program_file(Path(path))
    launcher = serving.current_launch()
    launcher.plan = replace(launcher.plan, source=source)
    source.run()


if other := os.environ.get("SATCHEL_TEST_PROGRAM"):
    run(other)
else:
    jp.justpy(page)

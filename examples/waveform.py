"""Shows the waveforms of uploaded recordings, drawn by wavesurfer.js in a client module.

`waveform/waveform.js` is the module; `waveform/wavesurfer.esm.js` is the released file of the npm
package, as it is.
"""

from dataclasses import dataclass
from urllib.parse import quote

import core as jp


@dataclass
class Place:
    """Where somebody clicked in a recording."""

    seconds: float
    duration: float


class Waveform(jp.Module):
    """A recording, drawn as its waveform. A click on it plays from there."""

    script = "waveform/waveform.js"
    sends = {"picked": Place}

    source: str = ""
    color: str = "#2563eb"


def page(request: jp.Request) -> jp.WebPage:
    wp = jp.WebPage(title="Waveforms")
    column = jp.Div(classes="m-8 flex flex-col gap-6", a=wp)
    form = jp.Form(classes="flex flex-wrap items-center gap-4", a=column)
    accepted = {"accept": "audio/*", "multiple": True}
    jp.Input(type="file", aria_label="Recordings", classes="p-2 border", **accepted, a=form)
    jp.Button(type="submit", text="Upload", classes=jp.Styles.button_simple, a=form)
    waveforms = jp.Div(classes="flex flex-col gap-6", a=column)
    folder = jp.app.session_folder(request.session_id)

    def show() -> None:
        waveforms.delete_components()
        for entry in folder.list():
            figure = jp.Figure(a=waveforms)
            caption = jp.Figcaption(text=entry.name, a=figure)
            source = f"/static/{request.session_id}/{quote(entry.path)}"
            Waveform(source=source, picked=report, caption=caption, name=entry.name, a=figure)

    def report(waveform: Waveform, msg: jp.Msg) -> None:
        place = msg.detail
        text = f"{waveform.name}: {place.seconds:.1f} of {place.duration:.1f} seconds"
        waveform.caption.text = text

    def keep(msg: jp.Msg) -> None:
        for file in msg.files:
            file.save(folder)
        show()

    form.on("submit", keep)
    show()
    return wp


jp.justpy(page)

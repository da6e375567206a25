"""ScriptPart: a part of the kit that a script in assets/kit draws."""

from importlib.resources import files
from pathlib import Path

import core as jp


class ScriptPart(jp.Module):
    """A client module whose script is in `assets`; all parts share what their scripts import."""

    _shared_folder = Path(str(files("assets")))
    _shared_name = "assets"

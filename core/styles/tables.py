"""Tailwind's rules as tables, written by scripts/make_styles from Tailwind's own compiler."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def data() -> Mapping[str, Any]:
    """The tables of assets/tailwind/data.json, about 10 ms when first called."""
    text = files("assets").joinpath("tailwind", "data.json").read_text(encoding="utf-8")
    tables: dict[str, Any] = json.loads(text)
    return tables

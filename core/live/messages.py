"""Messages of browsers: JSON objects of a size that one person's page may have."""

from __future__ import annotations

import json
import re
from typing import Any

from ..attribute_dict import AttributeDict, attribute_dicts
from ..executors import RENDERING
from ..words import well_formed
from .errors import BadMessage

# Values in one message: each of many small ones costs far more than a byte of a long text.
MOST_VALUES = 100_000

# Longer messages are read by a thread, so that the event loop goes on meanwhile.
ON_LOOP = 32 * 1024

# An unclosed one goes to the end: else each quotation mark in it would be tried, too.
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)


async def read(text: str | bytes) -> AttributeDict:
    """The JSON object of a message; BadMessage for anything else."""
    message = await read_json(text)
    if not isinstance(message, AttributeDict):
        raise BadMessage("a message that is no JSON object")
    return message


async def read_json(text: str | bytes) -> Any:
    """JSON of a browser, without lone surrogates; BadMessage for what is none, or too much."""
    return parse(text) if len(text) <= ON_LOOP else await RENDERING.run(parse, text)


def parse(text: str | bytes) -> Any:
    """The same on the thread of the caller."""
    try:
        text = text.decode() if isinstance(text, bytes) else text
        check_values(text)
        # Only an escape can make a lone surrogate, with which no text can be written anywhere.
        clean = well_formed if "\\ud" in text or "\\uD" in text else str
        return attribute_dicts(json.loads(text), clean)
    except (ValueError, RecursionError) as error:
        raise BadMessage(f"a message that is not JSON ({type(error).__name__})") from error


def check_values(text: str) -> None:
    """BadMessage where JSON holds too many values. The texts in it are not counted."""
    if _values(text) <= MOST_VALUES:
        return
    if text.count('"') - text.count('\\"') > 4 * MOST_VALUES or (
        _values(_STRING.sub("", text)) > MOST_VALUES
    ):
        raise BadMessage(f"a message of more than {MOST_VALUES:,} values")


def _values(text: str) -> int:
    return text.count(",") + text.count("[") + text.count("{")

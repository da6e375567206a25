"""Messages of browsers: JSON objects, of limited size."""

from __future__ import annotations

import json
import re
from typing import Any

from ..attribute_dict import AttributeDict, attribute_dicts
from ..executors import RENDERING
from ..words import well_formed
from .errors import BadMessage

# Values in one message. Many small ones cost far more than a long text of as many bytes.
MOST_VALUES = 100_000

# Longer messages are parsed on a thread, so that they do not hold up the event loop.
ON_LOOP = 32 * 1024

# An unclosed string matches to the end; otherwise each quotation mark in it would be tried.
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)


async def read(text: str | bytes) -> AttributeDict:
    """Parse the JSON object of a message.

    Raises:
        BadMessage: it is something else, or too large.
    """
    message = await read_json(text)
    if not isinstance(message, AttributeDict):
        raise BadMessage("a message that is not a JSON object")
    return message


async def read_json(text: str | bytes) -> Any:
    """Parse JSON of a browser, without lone surrogates; raises BadMessage as `read` does."""
    return parse(text) if len(text) <= ON_LOOP else await RENDERING.run(parse, text)


def parse(text: str | bytes) -> Any:
    """The same on the thread of the caller."""
    try:
        text = text.decode() if isinstance(text, bytes) else text
        check_values(text)
        # Only an escape can make a lone surrogate, which no encoding accepts.
        clean = well_formed if "\\ud" in text or "\\uD" in text else str
        return attribute_dicts(json.loads(text), clean)
    except (ValueError, RecursionError) as error:
        raise BadMessage(f"a message that is not JSON ({type(error).__name__})") from error


def check_values(text: str) -> None:
    """Raise BadMessage if JSON has too many values, not counting what is inside its strings."""
    if _values(text) <= MOST_VALUES:
        return
    if text.count('"') - text.count('\\"') > 4 * MOST_VALUES or (
        _values(_STRING.sub("", text)) > MOST_VALUES
    ):
        raise BadMessage(f"a message of more than {MOST_VALUES:,} values")


def _values(text: str) -> int:
    return text.count(",") + text.count("[") + text.count("{")

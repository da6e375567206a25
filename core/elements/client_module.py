"""Module: a component that a JavaScript module of the program draws."""

from __future__ import annotations

import copy
import inspect
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar
from urllib.parse import quote

from .component import Component
from .event_detail import is_detail, read_detail
from .handlers import AROUND, DOM_EVENTS, FILES_DROPPED
from .message import Msg

ADDRESS = "/_satchel/modules/"

SUFFIXES = frozenset({".js", ".mjs"})

FAILED = "script_failed"
"""The event of a script that raised or could not be loaded; ``msg.error`` has the reason."""


class ScriptFailed(Exception):
    """The JavaScript module of a component failed in a browser."""


class Module(Component):
    """A component that your own JavaScript module draws, such as a map or a waveform.

    ``class Map(jp.Module)`` names its file in ``script``; every annotated attribute of the class is
    a prop: the script gets its value, and the new one each time it is set. The file exports any of
    ``mounted(element, props, send)``, called when the component appears (it returns the state of
    this one); ``updated(element, props, state)``, when props were set; and ``removed(element,
    state)``, when it is gone. Style sheets that it names in ``styles`` are loaded before.

    Content that the script adds to the element is left alone; components that Python adds to it are
    kept up to date as elsewhere.

    Attributes:
        script: the file, relative to the one that defines the class. It may import others in its
            folder and below.
        sends: the events of ``send(name, detail)``, with the type of ``msg.detail``: a dataclass,
            ``str``, ``float``, ``list``, ... or None if there is no detail.
    """

    script: ClassVar[str] = ""
    sends: ClassVar[Mapping[str, type | None]] = MappingProxyType({})

    _props: ClassVar[frozenset[str]] = frozenset()
    _file: ClassVar[Path | None] = None
    # A folder that several classes share, and its name in addresses. By default it is the folder of
    # the script, and has the name of the class.
    _shared_folder: ClassVar[Path | None] = None
    _shared_name: ClassVar[str] = ""
    _is_plain = False
    _sent_by_script = frozenset({FAILED})
    allowed_events = DOM_EVENTS | {FAILED, FILES_DROPPED}

    def __init_subclass__(cls, **options: Any) -> None:
        own = list(_own_props(cls))
        cls._props = cls._as_json = cls._props.union(own)
        cls.attributes = cls.attributes.union(own)
        super().__init_subclass__(**options)
        defaults = {name: value for name, value in vars(cls).items() if name in cls._props}
        for name, value in defaults.items():
            _check(cls, name, value)
        cls.presets = {**cls.presets, **defaults}
        _check_sends(cls)
        cls._sent_by_script = cls._sent_by_script | cls.sends.keys()
        cls.allowed_events = frozenset(cls.allowed_events) | cls.sends.keys()
        if "script" in vars(cls):
            cls._file = _script_file(cls)

    def __init__(self, *unnamed: Any, **attributes: Any) -> None:
        if self._file is None:
            raise TypeError(
                f"{type(self).__name__} has no script: name its JavaScript file in the class, "
                'such as script = "map.js".'
            )
        defaults = {name: self.presets[name] for name in self._props & self.presets.keys()}
        # A list or dictionary of its own for each: a handler may change it.
        super().__init__(*unnamed, **{**copy.deepcopy(defaults), **attributes})

    def __setattr__(self, name: str, value: Any) -> None:
        if name in self._props:
            _check(type(self), name, value)
        super().__setattr__(name, value)

    @classmethod
    def _folder(cls) -> Path:
        """The folder whose files browsers may load, with those below it."""
        assert cls._file is not None
        return cls._shared_folder or cls._file.parent

    def _state_attributes(self) -> list[tuple[str, Any]]:
        assert self._file is not None
        path = self._file.relative_to(self._folder()).as_posix()
        address = f"{ADDRESS}{quote(_name(type(self)))}/{quote(path)}"
        return [*super()._state_attributes(), ("data-module", address)]


def script_folders() -> Iterator[Path]:
    """The folders with scripts of classes."""
    return (each._folder() for each in _subclasses(Module) if each._file is not None)


def script_folder(name: str) -> Path | None:
    """The folder with the script of the class of this name in addresses, if there is one."""
    named = (each for each in _subclasses(Module) if _name(each) == name)
    return next((each._folder() for each in named if each._file is not None), None)


def read_event(module: Module, msg: Msg) -> None:
    """Convert ``msg.detail`` of an event of the script to its declared type.

    Raises:
        ScriptFailed: that is the event, and the program does not handle it.
        ValueError: it is of another type.
    """
    if msg.event_type == FAILED:
        msg.error = msg.detail
        if FAILED not in module.handlers:
            raise ScriptFailed(f"{module.script}: {msg.error}")
    elif msg.event_type in module.sends:
        kind = module.sends[msg.event_type]
        msg.detail = read_detail(kind, msg.detail, f"{msg.event_type} of {module!r}")


def _own_props(cls: type[Module]) -> Iterator[str]:
    """The props that a class adds: its public annotated attributes.

    Raises:
        ValueError: a name is not allowed.
    """
    for name, annotation in inspect.get_annotations(cls).items():
        text = annotation if isinstance(annotation, str) else repr(annotation)
        if name.startswith("_") or "ClassVar" in text:
            continue
        if name != name.lower():
            raise ValueError(
                f"{cls.__name__}.{name} is a prop, which becomes an HTML attribute: write its name "
                "in lower case."
            )
        if hasattr(Module, name) or name in Module.rendered:
            raise ValueError(
                f"{cls.__name__}.{name} cannot be a prop: every component has an attribute of this "
                "name. Choose another one."
            )
        yield name


def _check(cls: type[Module], name: str, value: Any) -> None:
    try:
        json.dumps(value, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise type(error)(
            f"{cls.__name__}.{name} takes a value for JSON (numbers, text, lists, dictionaries, "
            f"True, False, None), not {value!r:.100}: {error}."
        ) from None


def _check_sends(cls: type[Module]) -> None:
    if not isinstance(cls.sends, Mapping):
        raise TypeError(
            f"{cls.__name__}.sends takes a dictionary of events and the types of their details, "
            f"such as {{'moved': dict}}, not {cls.sends!r:.100}."
        )
    for name, kind in cls.sends.items():
        if not str(name).isidentifier() or name in DOM_EVENTS | AROUND | {FAILED}:
            raise ValueError(
                f"{cls.__name__}.sends cannot have {name!r}: the name of an event is one word, and "
                "not that of an event which exists already."
            )
        if not is_detail(kind):
            raise TypeError(
                f"{cls.__name__}.sends has {name!r} with {kind!r:.100}: the type of a detail is a "
                "dataclass, str, int, float, bool, list or dict, or None if there is no detail."
            )


def _script_file(cls: type[Module]) -> Path:
    """The path of the script of a class.

    Raises:
        FileNotFoundError: it does not exist.
        ValueError: it does not have the suffix of a script.
    """
    folder = cls._shared_folder or Path(inspect.getfile(cls)).resolve().parent
    path = folder / cls.script
    if path.suffix not in SUFFIXES:
        raise ValueError(f"{cls.__name__}.script must end in .js or .mjs, unlike {cls.script!r}.")
    if not path.is_file():
        raise FileNotFoundError(
            f"{cls.__name__}.script is {cls.script!r}, but {path} does not exist."
        )
    return path


def _name(cls: type[Module]) -> str:
    return cls._shared_name or f"{cls.__module__}.{cls.__qualname__}"


def _subclasses(cls: type[Module]) -> Iterator[type[Module]]:
    """The subclasses, the latest first: a reloaded program has its classes twice for a while."""
    for each in reversed(cls.__subclasses__()):
        yield each
        yield from _subclasses(each)

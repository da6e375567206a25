"""Event handlers: functions that a component calls when something happens to it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from ..attribute_dict import AttributeDict
from ..words import names

# Every DOM event that a component may subscribe to without `add_event`, and a click elsewhere.
DOM_EVENTS = names("""
    abort animationcancel animationend animationiteration animationstart auxclick beforeinput blur
    cancel canplay canplaythrough change click click__out close compositionend compositionstart
    compositionupdate contextmenu copy cut dblclick drag dragend dragenter dragleave dragover
    dragstart drop durationchange ended error focus focusin focusout fullscreenchange
    gotpointercapture input invalid keydown keypress keyup load loadeddata loadedmetadata loadstart
    lostpointercapture mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup paste
    pause play playing pointercancel pointerdown pointerenter pointerleave pointermove pointerout
    pointerover pointerup progress ratechange reset resize scroll scrollend seeked seeking select
    selectionchange stalled submit suspend timeupdate toggle touchcancel touchend touchmove
    touchstart transitionend volumechange waiting wheel
    """)

# Files of the program are dropped on the component. Our client makes this event, not the browser.
FILES_DROPPED = "files_dropped"

# The server calls these around a handler; they are not DOM events.
AROUND = frozenset({"before", "after"})

# What can be bound to an event, async or plain; text is the body of a function. ``msg`` is a `Msg`,
# which modules above this one define (`message.HandlerFunction` is the precise type).
Function = Callable[[], Any] | Callable[[Any], Any] | Callable[[Any, Any], Any] | str

# An event, the body of a function and names that it may use -> a handler ``f(self, msg)``. Raises
# SyntaxError if the body is not Python.
CompileText = Callable[[str, str, Mapping[str, Any]], Callable[..., Any]]

# Provided by modules above this one, which know components: see `provide`.
compile_text: CompileText
message: Callable[[Mapping[str, Any]], AttributeDict]


def provide(
    compiler: CompileText, message_class: Callable[[Mapping[str, Any]], AttributeDict]
) -> None:
    """Set what compiles handlers from text, and the class of messages; called once, by `core`."""
    global compile_text, message
    compile_text, message = compiler, message_class


@dataclass(frozen=True, slots=True)
class Handler:
    """A function bound to an event.

    Attributes:
        function: what is called.
        parameters: how many of ``(self, msg)`` it takes, counted from the right.
        debounce: milliseconds of quiet before the event is sent; None sends at once.
        throttle: milliseconds in which at most one event is sent; None sends all.
        immediate: with debounce, send the first event at once and delay the others.
        concurrent: a plain function does not wait for the others of its page.
    """

    function: Callable[..., Any]
    parameters: int
    debounce: int | None = None
    throttle: int | None = None
    immediate: bool = False
    concurrent: bool = False

    @property
    def waits(self) -> bool:
        """Whether it waits until no other plain handler of its page runs."""
        return not (self.concurrent or self.is_async)

    def __call__(self, target: Any, msg: Any) -> Any:
        """Call the function; for an async function this returns the coroutine."""
        return self.function(*(target, msg)[2 - self.parameters :])

    @property
    def is_async(self) -> bool:
        """Whether the function must be awaited on the event loop."""
        function = self.function
        return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(
            getattr(function, "__call__", None)  # noqa: B004 - the method itself is needed
        )


def bind(event: str, function: Any, **options: Any) -> Handler:
    """Bind a function with up to two parameters.

    ``f()``, ``f(msg)`` and, for plain functions, ``f(self, msg)`` with the component as ``self``;
    text is the body of ``f(self, msg)``.

    Raises:
        SyntaxError: the text is not Python.
        TypeError: it is not a function, has a ``yield``, or requires more parameters.
    """
    if isinstance(function, str):
        function = compile_text(event, function, {})
    if not callable(function):
        raise TypeError(f"The {event} handler must be a function, not {function!r}.")
    if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
        raise TypeError(f"The {event} handler {function!r} has a yield: a call does not run it.")
    return Handler(function, _parameters(event, function), **options)


def _parameters(event: str, function: Callable[..., Any]) -> int:
    try:
        names, required, takes_all = _positional(function)
    except ValueError:  # a function written in C without a signature
        return 1
    most = 1 if inspect.ismethod(function) else 2
    if takes_all:
        return most
    if required > most:
        raise TypeError(
            f"The {event} handler {function!r} takes {required} parameters; "
            f"it can be f(), f(msg) or, for a plain function, f(self, msg)."
        )
    # Parameters with a default are the program's own, as in `lambda self, msg, row=row: ...`;
    # only a function that requires none gets `msg` in its first optional one if it is so named.
    if required == 0 and names and names[0] in ("msg", "self"):
        return min(len(names), most)
    return required


def _positional(function: Callable[..., Any]) -> tuple[Sequence[str], int, bool]:
    """The names of the positional parameters, how many are required, whether there is ``*args``."""
    if type(function) is FunctionType and not vars(function):
        # A page may bind thousands of handlers: this is 20 times as fast as a signature.
        code = function.__code__
        names = code.co_varnames[: code.co_argcount]
        required = len(names) - len(function.__defaults__ or ())
        return names, required, bool(code.co_flags & inspect.CO_VARARGS)
    parameters = inspect.signature(function).parameters.values()
    found = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    required = sum(1 for p in found if p.default is p.empty)
    return [p.name for p in found], required, any(p.kind is p.VAR_POSITIONAL for p in parameters)

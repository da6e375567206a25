"""What a page and the program say to each other.

A page keeps a channel to the program: a websocket
(`/_satchel/socket?page=TOKEN&seq=NUMBER&window=NAME`) or, if the program or page turns websockets
off, POST requests (`/_satchel/post`) and one stream of server-sent events for all tabs of a browser
(`/_satchel/stream?browser=NAME`). Every message is one JSON object.

- The program numbers its patches. A page that reconnects names the last one it applied (`seq`), and
  gets those after it, or the whole page if the program no longer has them.
- A page that receives a number out of order, or cannot apply an operation, asks for the whole page
  (`resync`).
- Operations name elements by component id, never by position: applying one to a newer copy of the
  page does no harm. Id 0 is the element around the page's components.
- A page numbers the requests that need an answer (`n`); the answer has that number (`ack`).
- On a websocket, a message of more than 250,000 characters is posted, with the channel's id.
- The websocket closes with 4404 if the program does not know the page, which then reloads, and with
  1008 after a message that no page would send. The responses to POST are 404, and 400 or 413.
- The stream's events are lists `[channel, message]`. The answer to `join` is the list of messages
  that bring the page up to date.
"""

from typing import Any, Literal, NamedTuple, NotRequired, TypedDict, final

from ..elements.notice import NoticeKind
from ..styles.stylesheet import Rule

# The page's settings


class ClientFeatures(TypedDict):
    """How a page reaches the program, and where it is shown.

    Attributes:
        websockets: whether its channel is a websocket.
        window: whether it is in the program's own window.
        drags: whether files can be dragged out of it into other programs.
        local: whether files of this computer reach the program without being sent.
        debug: whether to show failures to the program's author.
    """

    websockets: bool
    window: bool
    drags: bool
    local: bool
    debug: bool


class PageSettings(ClientFeatures):
    """The settings of the document, as JSON in the element `#satchel-page`.

    Attributes:
        page: the page's token.
        seq: the number of the last patch that this document includes.
        orders: the places in the cascade of the rules in `#satchel-rules`.
        display_url: the address to show.
        redirect: an address to go to at once.
        open: an address to open in a new tab.
        events: the events that the page itself has handlers for.
        reload_interval: seconds until the page reloads.
    """

    page: str
    seq: int
    orders: list[float]
    display_url: str | None
    redirect: str | None
    open: str | None
    events: list[str]
    reload_interval: float | None


# Operations of a patch


class SetAttribute(NamedTuple):
    """Set an attribute; null removes it. Setting `data-satchel-animation` plays the animation."""

    op: Literal["a"]
    id: int
    name: str
    value: str | bool | None


class SetValue(NamedTuple):
    """Set the value of a control, except in the channel `origin`, where it was entered."""

    op: Literal["v"]
    id: int
    value: str | list[str] | None
    origin: str | None


class SetChecked(NamedTuple):
    """Check or uncheck a control, except in the channel `origin`, where that was done."""

    op: Literal["k"]
    id: int
    checked: bool
    origin: str | None


class SetFocus(NamedTuple):
    """Focus an element."""

    op: Literal["f"]
    id: int


class SetText(NamedTuple):
    """Replace the text before the children."""

    op: Literal["t"]
    id: int
    text: str


class SetContent(NamedTuple):
    """Replace all content with this HTML."""

    op: Literal["h"]
    id: int
    html: str


class ChildRun(NamedTuple):
    """Children to insert, in this order, after the child `after` (null: at the start).

    A child is the id of one that the page has, which moves, or the HTML of a new one.
    """

    after: int | None
    children: list[int | str]


class SpliceChildren(NamedTuple):
    """Insert children, then remove those with the ids `removed` that were not moved elsewhere."""

    op: Literal["c"]
    id: int
    removed: list[int]
    runs: list[ChildRun]


class AddRules(NamedTuple):
    """Add style rules."""

    op: Literal["s"]
    rules: list[Rule]


class SetPageAttribute(NamedTuple):
    """Set an attribute of the page, such as its title."""

    op: Literal["p"]
    name: str
    value: Any


class SaveDownload(NamedTuple):
    """Save what is at an address under a name (empty: the one in the response)."""

    op: Literal["d"]
    address: str
    name: str


class RunScript(NamedTuple):
    """Run a script; if `send` is set, return its value with the event `result_ready`.

    The browser whose channel is in `asked` answers the question with the number there, too.
    """

    op: Literal["j"]
    script: str
    request_id: Any
    send: bool
    asked: tuple[str, int] | None


ElementOperation = (
    SetAttribute | SetValue | SetChecked | SetFocus | SetText | SetContent | SpliceChildren
)
PageOperation = AddRules | SetPageAttribute | SaveDownload | RunScript
Operation = ElementOperation | PageOperation


# From the program to the page


@final
class ChannelOpened(TypedDict):
    """The first message of a channel.

    Attributes:
        channel: its unguessable id.
    """

    channel: str


@final
class PatchMessage(TypedDict):
    """What changed.

    Attributes:
        seq: the number of the patch.
        ops: to be applied in this order.
    """

    seq: int
    ops: list[Operation]


@final
class WholePage(TypedDict):
    """The whole page, for a browser that missed too many patches.

    Attributes:
        seq: the number of the last patch that it includes.
        html: of all components.
        rules: all style rules that it needs.
        state: the page's own attributes.
    """

    seq: int
    html: str
    rules: list[Rule]
    state: dict[str, Any]


@final
class SingleUpdate(TypedDict):
    """Operations for this browser only, without a number.

    Attributes:
        now: to be applied at once.
    """

    now: list[Operation]


@final
class Acknowledgement(TypedDict):
    """The answer to an event or a window call, sent when its handler has ended.

    Attributes:
        ack: the number of the request.
        error: a sentence for the user; "" if a panel shows it already (debug mode).
        result: the answer of the window, or of a handler to the script of a module.
        files: sentences about single files, by upload id.
    """

    ack: int
    error: NotRequired[str | None]
    result: NotRequired[Any]
    files: NotRequired[dict[str, str]]


@final
class FailurePanel(TypedDict):
    """An error of the program, for its author (debug mode).

    Attributes:
        failure: the HTML of a section.
    """

    failure: str


@final
class FilesOpened(TypedDict):
    """The system opened files with the program: the page asks for them.

    Attributes:
        opened: always true.
    """

    opened: Literal[True]


@final
class BytesStored(TypedDict):
    """How much of an upload is on disk.

    Attributes:
        stored: the upload's id, and bytes.
    """

    stored: tuple[str, int]


SaveState = Literal["writing", "saved", "failed", "cancelled"]


@final
class DragSource(TypedDict):
    """What is dragged within the program.

    Attributes:
        page: the token of the page that it is on.
        c: the number of the component with `drag_files`.
        detail: what the script of the component says is dragged.
    """

    page: str
    c: int
    detail: Any


@final
class WindowNews(TypedDict):
    """Something to show from the window around the page.

    Attributes:
        message: a sentence for the user.
        notify: the title of a notification.
        text: the text below that title.
        menu: the id of a command of the page that was chosen in the window's menus.
        save: the number of a save, to which the other fields belong.
        name: the name of the file that is saved.
        done: how many bytes are written.
        size: the size of the file in bytes, if known.
        state: how far the save is.
        folder: of the file, once it is saved.
        drag: what a window of the program drags from now on; null: it has ended. Drops of it do
            not say so themselves.
    """

    message: NotRequired[str]
    notify: NotRequired[str]
    text: NotRequired[str]
    menu: NotRequired[str]
    save: NotRequired[int]
    name: NotRequired[str]
    done: NotRequired[int]
    size: NotRequired[int | None]
    state: NotRequired[SaveState]
    folder: NotRequired[str]
    drag: NotRequired[DragSource | None]


@final
class WindowMessage(TypedDict):
    """News from the window.

    Attributes:
        window: what to show.
    """

    window: WindowNews


@final
class NoticeNews(TypedDict):
    """What the program says about a notice: it is new, changed, or closed.

    Attributes:
        notice: its number. A page ignores news of those that it does not show.
        is_new: whether to show it.
        is_open: whether it stays; false closes it.
        kind: how it looks.
        action: the text of its button; null if it has none.
        progress: from 0 to 1, true if unknown; null shows none.
        seconds: until it closes; 0 leaves it open, and null leaves that to the page.
    """

    notice: int
    is_new: bool
    is_open: bool
    text: str
    kind: NoticeKind
    action: str | None
    progress: float | Literal[True] | None
    seconds: float | None


@final
class Question(TypedDict):
    """A question to the browser, or to its user.

    Attributes:
        ask: the number of the question.
        question: `confirm`, `ask`, `files`, `fullscreen` or `close`; or `accept`, which closes the
            dialog of the `ask` with the same number.
        args: as each question needs them.
    """

    ask: int
    question: str
    args: dict[str, Any]


@final
class QuestionWithdrawn(TypedDict):
    """The program no longer waits for an answer.

    Attributes:
        unask: the number of the question.
    """

    unask: int


@final
class AliveReply(TypedDict):
    """A sign of life of the program: the answer to `alive` on a websocket.

    Attributes:
        alive: always true.
    """

    alive: Literal[True]


ServerMessage = (
    ChannelOpened
    | PatchMessage
    | WholePage
    | SingleUpdate
    | Acknowledgement
    | FailurePanel
    | FilesOpened
    | BytesStored
    | WindowMessage
    | NoticeNews
    | Question
    | QuestionWithdrawn
    | AliveReply
)


# From the page to the program


class FormEntry(TypedDict):
    """A control of a form that is submitted.

    Attributes:
        c: its component id.
        value: the text, or the chosen options of a select that takes several.
        checked: of a checkbox or radio button.
        uploads: of a file input: the ids of the uploads.
    """

    c: int | None
    value: NotRequired[str | list[str]]
    checked: NotRequired[bool]
    uploads: NotRequired[list[str]]


class ChosenFile(TypedDict):
    """A file that was chosen in an input and has not been sent yet.

    Attributes:
        size: in bytes.
        type: its media type, if the browser knows it.
        lastModified: in milliseconds since 1970.
    """

    name: str
    size: int
    type: str
    lastModified: int


class EventMessage(TypedDict):
    """An event.

    Attributes:
        n: the number of the request.
        c: the id of the target; 0 or missing for an event of the page.
        notice: the number of the notice that is the target.
        e: the name of the event.
        data: the fields of `msg`. `value` and `checked` are entered into a control; `form` is a
            list of `FormEntry`, `files` of `ChosenFile`; `detail` is what a client module sent.
    """

    t: Literal["event"]
    n: int
    c: NotRequired[int | None]
    notice: NotRequired[int]
    e: str
    data: dict[str, Any]


class WindowCall(TypedDict):
    """A request to the window around the page.

    Attributes:
        n: the number of the request.
        call: the name of the call (`desktop.bridge.page_calls`, `core.web.drag_out`).
        args: as each call needs them.
    """

    t: Literal["window"]
    n: int
    call: str
    args: dict[str, Any]


class QuestionAnswer(TypedDict):
    """The answer to a question.

    Attributes:
        ask: the number of the question.
        error: why there is none.
    """

    t: Literal["answer"]
    ask: int
    result: NotRequired[Any]
    error: NotRequired[str]


class Resync(TypedDict):
    """A request for the whole page."""

    t: Literal["resync"]


class Alive(TypedDict):
    """A sign of life, and on a websocket a request for one."""

    t: Literal["alive"]


class Join(TypedDict):
    """A page without a websocket opens a channel. Posted.

    Attributes:
        page: the page's token.
        seq: the number of the last patch that it has.
        browser: the name of the stream that carries the channel's messages.
        channel: the channel that this one replaces; "" if there was none.
        window: the name of the native window that the page is in; "" in browsers.
    """

    t: Literal["join"]
    page: str
    seq: int
    browser: str
    channel: str
    window: str


class Leave(TypedDict):
    """A page without a websocket closes its channel. Posted."""

    t: Literal["leave"]


ClientMessage = EventMessage | WindowCall | QuestionAnswer | Resync | Alive | Join | Leave

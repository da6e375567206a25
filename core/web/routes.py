"""Routes of a program: addresses and the request functions that answer them."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import Receive, Scope, Send

from ..elements.component import Component
from ..elements.webpage import WebPage
from ..files.errors import UploadRefused
from ..live.live_page import act_for
from ..live.system_exit import no_exit
from .form_data import FormBody, ReceivedForm

if TYPE_CHECKING:
    from .app import Application

RequestFunction = Callable[..., Any]

# Ours; a program that registers one of them gets an error.
RESERVED = ("/_satchel", "/static", "/uploads")

NOTHING_HERE = "There is nothing at this address."

# Of the Sec-Fetch-Dest header: neither pictures nor scripts, styles and the like.
PAGE_KINDS = frozenset({"document", "empty"})


class _Nothing:
    """ASGI application: there is nothing at any address."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        raise HTTPException(404, NOTHING_HERE)


class PageRequest(Request):
    """The request that a page function gets: Starlette's, with the session's id and its form."""

    body_form: FormBody | None = None
    application: Application | None = None

    @property
    def session_id(self) -> str:
        """The id of the browser session, from a signed cookie; it names a folder that exists."""
        session_id: str = self.state.session_id
        if self.application is not None:
            self.application.session_folder(session_id)
        return session_id

    async def received(self) -> ReceivedForm:
        """The form that was posted: ``fields``, and ``files`` written to disk as they came.

        Raises:
            UploadRefused: it is no form, not whole or too large; unless it is caught, the browser
                gets an answer that says so.
        """
        assert self.body_form is not None
        return await self.body_form.read()


def redirect(url: str) -> RedirectResponse:
    """A request function returns this to send the browser elsewhere."""
    return RedirectResponse(url, status_code=303)


def check_path(path: str) -> str:
    """Return the path of a route.

    Raises:
        ValueError: it does not start with a slash, or is one of ours.
    """
    if not path.startswith("/"):
        raise ValueError(f"The route {path!r} must start with a slash: {'/' + path!r}.")
    for reserved in RESERVED:
        if path == reserved or path.startswith(reserved + "/"):
            raise ValueError(f"{reserved} is Satchel's own: choose another path than {path!r}.")
    return path


def check_function(function: Any, call: str) -> RequestFunction:
    """Return a request function.

    Args:
        call: how it is given, such as ``justpy(home)``.

    Raises:
        TypeError: it is none, but, for example, what one has returned.
    """
    if callable(function):
        return cast("RequestFunction", function)
    if inspect.iscoroutine(function):
        function.close()  # nobody will await it
    raise TypeError(
        f"{call} takes a function that makes pages, not {function!r}. Give the function itself, "
        f"without () after its name: {call}."
    )


def route(
    app: Application,
    path: str,
    function: RequestFunction,
    name: str | None = None,
    methods: Sequence[str] | None = None,
) -> Route:
    """A Starlette route that answers with what the request function returns.

    Args:
        name: for ``request.url_for``; by default the function's.
    """
    endpoint = page_endpoint(app, function)
    name = name or getattr(function, "__name__", None)
    return Route(path, endpoint, name=name, methods=list(methods or ["GET"]))


def catch_all(app: Application, function: RequestFunction) -> Route:
    """Lets a request function answer ``/`` and every other page that the browser goes to."""
    endpoint = page_endpoint(app, function)

    async def navigation(request: Request) -> Response:
        kind = request.headers.get("sec-fetch-dest", "document")
        is_page = request.url.path == "/" or kind in PAGE_KINDS
        if not is_page or request.url.path == "/favicon.ico":
            raise HTTPException(404, NOTHING_HERE)
        return await endpoint(request)

    return Route("/{path:path}", navigation, methods=["GET"])


def reserved_routes() -> list[BaseRoute]:
    """Keep what is ours, and answers nothing, from the program's routes."""
    mounts = [Mount(path, _Nothing()) for path in RESERVED]
    return [*mounts, *(Route(path, _Nothing()) for path in RESERVED)]


def page_endpoint(
    app: Application, function: RequestFunction
) -> Callable[[Request], Awaitable[Response]]:
    """A Starlette endpoint around a request function."""

    async def endpoint(request: Request) -> Response:
        page_request = PageRequest(request.scope, request.receive)
        page_request.application = app
        act_for(None, page_request.state.session_id)
        page_request.body_form = form = FormBody(request.scope, request.receive, app.uploads)
        try:
            response = await _answer(app, function, page_request, form)
        except BaseException as error:
            # When the server ends, the function may still be at work on them.
            if isinstance(error, Exception) or not app.events.is_stopping:
                await form.discard()
            raise
        return form.with_answer(response)

    return endpoint


async def _answer(
    app: Application, function: RequestFunction, request: PageRequest, form: FormBody
) -> Response:
    try:
        answer = await app.answer(request, await call(app, function, request))
        await form.settle()
        return answer
    except (UploadRefused, ClientDisconnect) as refusal:
        return form.refused(refusal)
    except HTTPException:  # Starlette's own way to answer with a status
        raise
    except Exception as error:
        return await app.failed(request, function, error)


async def call(app: Application, function: RequestFunction, request: PageRequest) -> Any:
    """Call a request function, which takes the request or nothing, and is async or plain."""
    arguments = (request,) if _takes_request(function) else ()
    with no_exit():
        if inspect.iscoroutinefunction(function):
            return await function(*arguments)
        result = await app.events.in_thread(functools.partial(function, *arguments))
        return await result if inspect.isawaitable(result) else result


def _takes_request(function: RequestFunction) -> bool:
    parameters = inspect.signature(function).parameters.values()
    return any(
        p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD, p.VAR_POSITIONAL) for p in parameters
    )


def plain_answer(result: Any) -> Response | None:
    """The answer of a request function that is no page, or None if it is one.

    Raises:
        TypeError: it is nothing that a request function may return.
    """
    if isinstance(result, Response):
        return result
    if isinstance(result, WebPage):
        return None
    raise TypeError(
        f"A request function must return a WebPage or a Starlette Response, not {result!r}. "
        f"{_hint(result)}"
    )


def _hint(result: Any) -> str:
    if result is None:
        return "Does it end with 'return wp'?"
    if isinstance(result, Component):
        return "Put the component on a page: wp = jp.WebPage(), wp.add(component), return wp."
    if isinstance(result, str):
        return "For text return jp.PlainTextResponse(text), for HTML jp.WebPage(html=text)."
    if isinstance(result, type):
        return "Make one of the class: put () after its name."
    return "A page is made with wp = jp.WebPage()."

"""The page whose event is being handled, as the functions of `desktop.window` ask it."""

from typing import Any, NamedTuple

from core.language.texts import _
from core.live.channel import Channel
from core.live.context import current_channel
from core.live.errors import HostError, PageLeft
from core.web.app import Application, current
from desktop.errors import NoPage, NotInBrowser, WindowError, WindowGone, WindowTimeout


class CurrentPage(NamedTuple):
    """A page in one browser or window."""

    channel: Channel
    application: Application

    @property
    def is_native(self) -> bool:
        """Whether it is in the program's own window."""
        return self.application.hosting.is_around(self.channel.session_id)

    def must_be_native(self, why: str) -> None:
        """NotInBrowser unless the page is in the program's own window.

        Args:
            why: what a page in a browser cannot do, and what to do: for the person.
        """
        if not self.is_native:
            raise NotInBrowser(why)

    async def do(self, call: str, /, **arguments: Any) -> Any:
        """Have the window do something.

        Raises:
            WindowError: it could not be done.
        """
        try:
            return await self.application.hosting.do(self.channel, call, arguments)
        except WindowError:
            raise
        except HostError as error:
            raise WindowError(str(error)) from error

    async def ask(self, question: str, arguments: dict[str, Any], timeout: float | None) -> Any:
        """Ask the browser, or its user.

        Raises:
            WindowError: it could not be done, or nobody answered in time.
        """
        try:
            return await self.channel.ask(question, arguments, timeout)
        except PageLeft as error:
            raise WindowGone(str(error)) from error
        except TimeoutError as error:
            raise WindowTimeout(
                _("Nobody answered in {seconds} seconds.", seconds=f"{timeout:g}")
            ) from error
        except HostError as error:
            raise WindowError(str(error)) from error


def current_page() -> CurrentPage:
    """The page whose event this task handles.

    Raises:
        NoPage: it handles none.
    """
    channel, application = current_channel.get(), current.get(None)
    if not isinstance(channel, Channel) or application is None:
        raise NoPage(
            "The functions of desktop.window act on the window whose event is being handled: call "
            "them in a handler, or in a task that a handler starts."
        )
    return CurrentPage(channel, application)

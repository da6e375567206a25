"""`python -m desktop`, and the console script `satchel`."""

import signal
import sys

from desktop.launch import startup
from desktop.start.adding import add_command
from desktop.start.commandline import Options, View, parse
from desktop.system import logs
from desktop.system.errors import DesktopError, Shadowed, UnknownShelf
from desktop.system.exit import end_soon
from desktop.system.packaged import is_executable
from desktop.system.stdio import hold_standard_streams


def main() -> int:
    """Run; returns the exit code: 0, 1 for a failure, 2 for a wrong command line."""
    hold_standard_streams()
    if sys.argv[1:2] == ["pack"] and not is_executable():
        return pack(sys.argv[2:])
    words = sys.argv[1:]
    options = add_command.parse(words[1:]) if words[:1] == ["add"] else parse(words)
    # SIGTERM acts like Ctrl-C, so that the server stops; windows replace this handler.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = startup.run(options)
    except DesktopError as error:
        code = error.exit_code
        report(error, options)
    except KeyboardInterrupt:
        code = 130  # as in a shell: 128 + SIGINT
    end_soon(code)
    return code


def pack(arguments: list[str]) -> int:
    """Make an executable."""
    from desktop.packing import builder

    try:
        builder.main(arguments)
    except DesktopError as error:
        print(f"satchel: {error}", file=sys.stderr)
        return error.exit_code
    return 0


def report(error: DesktopError, options: Options) -> None:
    """Show the error in the terminal and, if one can be opened, in a window."""
    logs.say(f"{error.details}satchel: {error}")
    if options.view is View.WINDOW and not isinstance(error, Shadowed | UnknownShelf):
        from desktop.windows import error_page  # slow to import, as is the toolkit
        from desktop.windows.qt.toolkit import system_toolkit

        error_page.show(error, system_toolkit())


if __name__ == "__main__":
    sys.exit(main())

"""`python -m desktop`, and the console script `satchel`."""

import signal
import sys

from desktop.launch import startup
from desktop.start.commandline import Options, View, parse
from desktop.system import logs
from desktop.system.errors import DesktopError, Shadowed
from desktop.system.exit import end_soon
from desktop.system.packaged import is_executable
from desktop.system.stdio import hold_standard_streams


def main() -> int:
    """Run; returns the exit code: 0, 1 where something failed, 2 where the command is wrong."""
    hold_standard_streams()
    if sys.argv[1:2] == ["pack"] and not is_executable():
        return pack(sys.argv[2:])
    options = parse(sys.argv[1:])
    # Until there is a window, or an address to serve on: as Ctrl-C, so that the server stops.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = startup.run(options)
    except DesktopError as error:
        code = error.exit_code
        report(error, options)
    except KeyboardInterrupt:
        code = 130  # as a shell has it: 128 + SIGINT
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
    """Say what happened and what to do, in the terminal and, where one can be opened, a window."""
    logs.say(f"{error.details}satchel: {error}")
    if options.view is View.WINDOW and not isinstance(error, Shadowed):
        from desktop.windows import error_page  # slow to import, as is the toolkit
        from desktop.windows.qt.choice import system_toolkit

        error_page.show(error, system_toolkit())


if __name__ == "__main__":
    sys.exit(main())

"""The facts of a launch before anything runs: command line, folders, program, identity."""

import os
from dataclasses import dataclass

from desktop.start import program
from desktop.start.adding import destinations
from desktop.start.commandline import Front, Options
from desktop.start.identity import Identity
from desktop.system import logs, packaged
from desktop.system.paths import Folders

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Plan:
    """The program that is launched, the folders of its data, and its identity."""

    options: Options
    folders: Folders
    source: program.Source
    identity: Identity

    @classmethod
    def of(cls, options: Options, token: str = "") -> "Plan":
        """Find the program, make the folders, start the log.

        Args:
            token: the launch token; if empty, SATCHEL_TOKEN of the environment, or a new one.

        Raises:
            DesktopError: it could not be done.
        """
        # Removed from the environment, which processes of the program inherit.
        inherited = os.environ.pop("SATCHEL_TOKEN", "")
        folders = (
            Folders.chosen(options.data_dir)
            if options.data_dir
            else Folders.of_user(packaged.name())
        )
        folders.make()
        logs.start(folders.state, debug=options.debug)
        if not token:  # with --debug, the process that made it has said so
            folders.warn_if_public()
        source = program.find(options.program)
        return cls(
            options, folders, source, Identity.of(folders, source.identity, token or inherited)
        )

    def destination(self) -> str:
        """Where the files of the command line go in the default app; "" where the page says.

        Raises:
            UnknownShelf: the command line names a shelf that does not exist.
        """
        if self.options.front is not Front.STAY or self.source.identity != program.DEFAULT_APP:
            return ""
        if self.options.shelf is None:
            return destinations.destination("")
        shelves = self.folders.shelves / self.identity.session_id
        return destinations.of_shelf(self.options.shelf, shelves)

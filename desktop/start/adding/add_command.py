"""`satchel add FILE...`: give files to the running program, whose window stays where it is."""

from collections.abc import Sequence
from pathlib import Path

from desktop.start.commandline import PROGRAM_HELP, Front, Options, folder, path_of
from desktop.start.parser import N_, Parser
from desktop.system import packaged

DESCRIPTION = N_(
    "Gives files and folders to the running program without bringing its window to the front. "
    "If it is not running, it starts."
)


def parse(arguments: Sequence[str]) -> Options:
    """Parse what follows `add`; end the process with code 2 if it is wrong.

    A file that is missing is such a mistake: then none is added.
    """
    reader = parser()
    found = reader.parse_args(arguments)
    files = tuple(path_of(name) for name in found.files)
    if problems := [problem for path in files if (problem := why_not(path))]:
        from core.language.texts import _  # slow to import: only to say what is wrong

        reader.error("\n".join([*problems, _("Nothing was added.")]))
    if found.shelf is not None and found.program is not None:
        from core.language.texts import _

        reader.error(_("only the default app has shelves: leave out --shelf or --program"))
    return Options(
        program=found.program,
        data_dir=found.data_dir,
        files=files,
        front=Front.STAY,
        shelf=found.shelf,
    )


def why_not(path: Path) -> str:
    """Why a file cannot be added; empty if it can."""
    try:
        path.stat()
    except OSError as error:
        from core.language.reasons import reason  # slow to import: only to say what is wrong
        from core.language.texts import _

        if isinstance(error, FileNotFoundError):
            return _("there is no file or folder {path}", path=path)
        return _("{path} cannot be read: {reason}", path=path, reason=reason(error))
    return ""


def parser() -> Parser:
    package = packaged.current()
    made = Parser(DESCRIPTION, prog=f"{package.slug if package else 'satchel'} add")
    made.add_argument("files", nargs="+", metavar="FILE", help=N_("a file, or a folder with files"))
    if not package:
        made.add_argument("--program", help=PROGRAM_HELP)
    if not package or package.path is None:
        made.add_argument(
            "--shelf", metavar="NAME", help=N_("the shelf; without it, the first one")
        )
    made.set_defaults(program=None, shelf=None)
    made.add_argument(
        "--data-dir", type=folder, metavar="DIR", help=N_("as the program was started with")
    )
    return made

"""The command by which a program starts at login: the one that started it now."""

import sys
from pathlib import Path

from desktop.login.autostart import Autostart
from desktop.start.plan import Plan
from desktop.system import packaged


def autostart(plan: Plan) -> Autostart:
    """The entry for the program with its data folder, whether it is written or not."""
    options, package = plan.options, packaged.current()
    command = [packaged.command()] if package else [sys.executable, "-m", "desktop"]
    is_file = options.program is not None and Path(plan.source.identity).is_file()
    if options.program is not None:
        command.append(plan.source.identity if is_file else options.program)
    if options.data_dir is not None:
        command += ["--data-dir", str(options.data_dir)]
    if options.here:
        command.append("--here")
    name = packaged.slug(packaged.name())
    is_only_one = options.program is None and options.data_dir is None
    return Autostart(
        identifier=name if is_only_one else f"{name}-{plan.identity.mark}",
        name=plan.source.title,
        command=tuple(command),
        folder=folder(plan, is_file),
    )


def folder(plan: Plan, is_file: bool) -> Path:
    """The folder that a program's files and modules were found from."""
    if is_file or not plan.source.folders or packaged.current():
        return Path(__file__).parents[2]  # of our packages, which `-m` finds there
    return plan.source.folders[-1]

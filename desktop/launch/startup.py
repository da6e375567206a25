"""Start a program, or hand over to the instance of it that is already running."""

from collections.abc import Callable
from dataclasses import replace

from desktop.start import handoff, import_conflicts, process
from desktop.start.commandline import Options
from desktop.start.instance import Instance
from desktop.start.plan import Plan


def run(options: Options, program: Callable[[], None] | None = None) -> int:
    """Run the program until its last window closes; return the exit code.

    Args:
        program: run in place of the file that the options name.

    Raises:
        DesktopError: it could not be run or shown.
    """
    import_conflicts.check(options.program)
    process.prepare()
    plan = Plan.of(options)
    if program is not None:
        plan = replace(plan, source=replace(plan.source, run=program))
    plan.destination()  # a wrong one is refused before anything runs
    instance = Instance(plan.folders.data, plan.identity.mark)
    try:
        if not instance.claim() and (code := handoff.hand_over(plan, instance)) is not None:
            return code
        from desktop.launch import assembly  # slow to import; a hand-over does not need it

        assembly.run(plan, instance)
        return 0
    finally:
        instance.close()

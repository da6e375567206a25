"""Put the parts of a launch together: window calls, file intake, and the program."""

from desktop.bridge.page_calls import Bridge
from desktop.files.intake import Intake
from desktop.launch import views
from desktop.launch.launcher import Launcher
from desktop.start.instance import Instance
from desktop.start.plan import Plan
from desktop.system.packaged import is_executable


def run(plan: Plan, instance: Instance) -> None:
    """Run the program and show it; returns when the last window is closed.

    Raises:
        DesktopError: it could not be run or shown.
    """
    bridge = Bridge(plan.identity.session_id)
    intake = Intake(plan.identity.session_id)
    if plan.options.debug and not is_executable():
        from desktop.launch.supervisor import Supervisor  # with all of multiprocessing

        return Supervisor(plan, bridge, intake, instance).run()

    def show(launcher: Launcher) -> None:
        views.show(launcher.plan, launcher, bridge, intake, instance)

    Launcher(plan, bridge, intake, show).run()

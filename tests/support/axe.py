"""What axe-core finds on a page (https://github.com/dequelabs/axe-core)."""

from __future__ import annotations

from playwright.sync_api import Page

from .served import ROOT

AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"  # scripts/test has installed it
RUN = """async () => {
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}\\n${failureSummary}`))
}"""


def look_for_faults(page: Page) -> None:
    """Load axe-core with every page of this tab."""
    page.add_init_script(path=AXE)


def faults(page: Page) -> list[str]:
    """The violations on the page."""
    found: list[str] = page.evaluate(RUN)
    return found

"""What axe-core finds on a page (https://github.com/dequelabs/axe-core)."""

from __future__ import annotations

from playwright.sync_api import Page

from .served import ROOT

AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"  # scripts/test has installed it
RUN = """async (rules) => {
    const some = rules.length ? { runOnly: rules } : {}
    const { violations } = await axe.run({ resultTypes: ['violations'], ...some })
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}\\n${failureSummary}`))
}"""


def look_for_faults(page: Page) -> None:
    """Load axe-core with every page of this tab."""
    page.add_init_script(path=AXE)


def faults(page: Page, *rules: str) -> list[str]:
    """The violations on the page, of these rules or of all."""
    found: list[str] = page.evaluate(RUN, list(rules))
    return found

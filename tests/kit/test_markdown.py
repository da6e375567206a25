"""kit.Markdown: what people see of a text, and what a hostile one cannot do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from core import kit
from tests.conftest import Live
from tests.support.api import shows

Show = Callable[..., Live]

TEXT = """# Title

Some *emphasis*, `code` and [a link](https://example.com/?a=1&b=2).

1. one
2. two

| A | B |
|---|---|
| 1 | 2 |

```python
def f(): return "<b>"
```
"""


@pytest.mark.browser
@shows("kit.Markdown", "Markdown.source")
def test_a_text_has_its_structure(live: Show) -> None:
    words = kit.Markdown(TEXT, classes="p-4")
    shown = live(words)
    page = shown.page
    expect(page.get_by_role("heading", name="Title", level=1)).to_be_visible()
    link = page.get_by_role("link", name="a link")
    assert link.get_attribute("href") == "https://example.com/?a=1&b=2"
    assert link.get_attribute("rel") == "noopener noreferrer"
    expect(page.get_by_role("listitem")).to_have_text(["one", "two"])
    expect(page.get_by_role("cell")).to_have_text(["1", "2"])
    expect(page.locator("pre .kit-code-keyword").first).to_have_text("def")
    expect(page.locator("pre")).to_contain_text('"<b>"')
    expect(page.locator("pre")).to_have_css("overflow-x", "auto")
    shown.do(lambda: setattr(words, "source", "## Other"))
    expect(page.get_by_role("heading")).to_have_text("Other")


@pytest.mark.browser
def test_hostile_text_is_only_text(live: Show) -> None:
    text = "\n\n".join(
        [
            '<script>document.title = "hacked"</script>',
            '<img src="/x" onerror="alert(1)">',
            "[go](javascript:alert(1)) [file](file:///etc/passwd) [data](data:text/html,x)",
            '[quote](https://example.com/"onmouseover="alert(1))',
            "![picture](https://example.com/spy.png)",
            "```<b>\ncode</code></pre><script>1</script>\n```",
        ]
    )
    page = live(kit.Markdown(text), title="safe").page
    words = page.locator(".kit-markdown")
    expect(words).to_contain_text("<script>document.title")
    assert words.locator("script, img, b").count() == 0
    hrefs = [link.get_attribute("href") for link in words.locator("a[href]").all()]
    assert all(str(href).startswith("https://example.com/") for href in hrefs), hrefs
    assert "onmouseover" not in (
        words.locator("a[href]").first.evaluate("a => a.getAttributeNames().join()")
    )
    expect(words).to_contain_text("[picture]")
    expect(page).to_have_title("safe")


def test_long_texts_say_that_they_go_on() -> None:
    assert "The rest is not shown" in kit.Markdown("word\n\n" * 60_000).inner_html
    assert "The rest is not shown" in kit.Markdown("x" * 1_000_000).inner_html
    assert "The rest" not in kit.Markdown("word " * 1000).inner_html


def test_only_text_is_text() -> None:
    with pytest.raises(TypeError, match=r"kit\.Markdown shows text, not 7"):
        kit.Markdown(7)  # type: ignore[arg-type]

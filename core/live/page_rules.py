"""The style rules that the browsers of a page have."""

from __future__ import annotations

from ..elements.render import Renderer
from ..elements.webpage import WebPage
from ..styles.part_sheets import imported
from ..styles.stylesheet import Rule, part_rules, rules, theme_rules

# A page that has used more class attributes than these forgets those that are no longer in use.
MOST_CLASSES = 4096


class PageRules:
    """Which classes and variables a page has used, and the rules for them."""

    def __init__(self, page: WebPage) -> None:
        self._page = page
        self._texts: set[str] = set()
        self._classes: set[str] = set()
        self._theme: dict[Rule, None] = {}
        self._most = MOST_CLASSES
        self._has_painted = False  # since `forget`, or ever

    def __len__(self) -> int:
        """How many classes and class attributes it keeps."""
        return len(self._classes) + len(self._texts)

    @property
    def is_full(self) -> bool:
        """Whether it is time to `forget`."""
        return len(self._texts) > self._most

    def forget(self) -> None:
        """Forget the classes in use.

        Otherwise a program whose classes keep getting new values (``left-[37px]``) would fill the
        memory of server and browsers.
        """
        self._texts.clear()
        self._classes.clear()
        self._theme.clear()
        self._has_painted = False

    def all(self) -> list[Rule]:
        """The rules for all that the page uses."""
        return [*self._theme, *self._rules(self._classes)]

    def new(self, renderer: Renderer) -> list[Rule]:
        """The rules for what was rendered, except those that the browsers have."""
        new = self._new_class_rules(renderer.classes)
        return self._new_theme_rules(renderer.css) + new if self._page.tailwind else new

    def painted(self, renderer: Renderer) -> list[Rule]:
        """The rules that older browsers of the page lack.

        A thread may have set a class while the page was painted for a new one.
        """
        new = self.new(renderer)
        if self._has_painted:
            return new
        self._has_painted = True
        self._most = max(MOST_CLASSES, 2 * len(self._texts))
        return []

    def _new_class_rules(self, texts: set[str]) -> list[Rule]:
        new_texts = texts - self._texts
        if not new_texts:
            return []
        self._texts |= new_texts
        new = {name for text in new_texts for name in text.split()} - self._classes
        new |= imported(new) - self._classes
        self._classes |= new
        return self._rules(new)

    def _rules(self, classes: set[str]) -> list[Rule]:
        return rules(classes) if self._page.tailwind else part_rules(classes)

    def _new_theme_rules(self, texts: set[str]) -> list[Rule]:
        found = [rule for text in texts for rule in theme_rules(text)]
        new = [rule for rule in dict.fromkeys(found) if rule not in self._theme]
        self._theme.update(dict.fromkeys(new))
        return new


def note_page_styles(page: WebPage, renderer: Renderer) -> None:
    """Note which classes and variables the page's own attributes use."""
    renderer.classes.add(str(page.body_classes or ""))
    renderer.uses(str(page.css or ""))
    renderer.uses(str(page.body_style or ""))

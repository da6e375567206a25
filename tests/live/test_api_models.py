"""Components that derive what they show from data and models, in Chromium."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

import core as jp
from tests.conftest import Live
from tests.support.api import shows

pytestmark = pytest.mark.browser

Show = Callable[..., Live]


@shows("Component.react")
def test_react_of_a_component(live: Show) -> None:
    """`react` runs before each rendering, the first one too; it gets the data around it."""

    class Total(jp.P):
        def react(self, data: dict[str, Any]) -> None:
            self.text = f"total {sum(data['numbers'])}"

    total = Total()
    around = jp.Div(data={"numbers": [1]}).add(total)
    on_the_page = Total(text="on the page")
    shown = live(around, data={"numbers": [5]})
    expect(shown.element(total)).to_have_text("total 1")
    shown.do(lambda: around.data["numbers"].append(41))
    expect(shown.element(total)).to_have_text("total 42")
    shown.do(lambda: shown.web_page.add(on_the_page))
    expect(shown.element(on_the_page)).to_have_text("total 5")


@shows("Component.model", "Component.model_update", "Component.get_model", "Component.set_model")
def test_a_model_of_a_component(live: Show) -> None:
    """`model_update` may be overridden, to show what the model holds in another way."""

    class Bar(jp.Meter):
        def model_update(self) -> None:
            owner, key = self.model or (self, "")
            self.value = owner.data[key] / 10

    holder = jp.Div(data={"n": 3})
    number = jp.Input(type="number", model=[holder, "n"])
    bar = Bar(model=[holder, "n"])
    shown = live(holder.add(number, bar, jp.P(model=[holder, "n"])))
    expect(shown.page.locator("p").first).to_have_text("3")
    assert shown.attribute(bar, "value") == "0.3"
    shown.element(number).fill("7")
    expect(shown.page.locator("p").first).to_have_text("7")
    expect(shown.element(bar)).to_have_attribute("value", "0.7")
    assert holder.data == {"n": 7}
    shown.do(lambda: holder.data.update(n=5))
    expect(shown.element(number)).to_have_value("5")
    shown.do(lambda: bar.set_model(6))
    expect(shown.element(number)).to_have_value("6")
    assert (bar.get_model(), jp.P().get_model()) == (6, None)
    jp.P().set_model("is not kept")

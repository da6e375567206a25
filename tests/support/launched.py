"""A page function for test_launch.py."""

import core as jp


def page() -> jp.WebPage:
    wp = jp.WebPage()
    jp.P(text="from a module", a=wp)
    return wp

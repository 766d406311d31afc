"""The page in a hand: nothing is too wide, a thumb reaches everything, and scrolling moves nothing."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from gdviz.link.presets import PRESETS
from gdviz.link.story import examples_of
from gdviz.texts import load_texts
from tests.browser.conftest import PHONE, choose_stop

WIDE = """() => [...document.querySelectorAll('.stMainBlockContainer *')]
  .filter((e) => !e.closest('svg, .katex-mathml'))
  .filter((e) => !e.parentElement.closest('.gdviz-table, .katex-display'))
  .filter((e) => !e.parentElement.closest('.st-key-header, .st-key-view, .st-key-figure'))
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
  .map((e) => e.className)"""


@pytest.mark.parametrize(("lesson", "lang"), [("two", "ja"), ("network", "en")])
def test_on_a_phone_nothing_scrolls_sideways(open_page, lesson, lang):
    page = open_page(f"lang={lang}&lesson={lesson}", **PHONE)
    # Races and long numbers are among them.
    for name in examples_of(lesson)[::3]:
        preset = PRESETS[name]
        choose_stop(page, load_texts(lang)(f"presets.{name}"))
        texts = "(&.*)?&".join(f"{field}={quote(text)}" for field, text in preset.items())
        expect(page).to_have_url(re.compile(f"[?&]{texts}(&|$)"))
        # The address is there before its run.
        expect(page.locator(".gdviz-scrub")).to_have_value("0")
        page.locator('[data-do="next"]').tap()
        expect(page).to_have_url(re.compile("[?&]step=[1-9]"))
        assert page.evaluate(WIDE) == [], name
        # What is wider scrolls within itself; of one weight alone nothing needs to.
        if lesson == "one" and "race" not in preset:
            scrolls = (
                "[...document.querySelectorAll('.gdviz-table')].some((e) => e.scrollWidth > e.clientWidth)"
            )
            assert not page.evaluate(scrolls), name
        assert page.evaluate("document.documentElement.scrollWidth") == 390, name


def test_a_thumb_reaches_every_control(open_page):
    page = open_page(**PHONE)
    for control in page.locator(":is(.gdviz-player, .gdviz-track) :is(button, select, input):visible").all():
        assert control.bounding_box()["height"] >= 40
    for step in page.locator(":is(.st-key-eta, .st-key-w) button").all():
        box = step.bounding_box()
        assert min(box["width"], box["height"]) >= 42
    assert page.locator(".gdviz-track").bounding_box()["width"] >= 300
    box = page.locator(".st-key-curve .nsewdrag").first.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.6)
    expect(page).to_have_url(re.compile("w=-"))


@pytest.mark.parametrize("slider", [".gdviz-track input", ".gdviz-scrub"])
def test_a_touch_that_scrolls_the_page_moves_no_slider(open_page, slider):
    page = open_page("eta=0.1&w=5&steps=30", **PHONE)
    input_ = page.locator(slider)
    before = input_.input_value()
    box = input_.bounding_box()
    x, y = box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2
    touch = page.context.new_cdp_session(page)
    points = [{"x": x, "y": y - 12 * k} for k in range(12)]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points[:1]})
    for point in points[1:]:
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
        page.wait_for_timeout(30)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("document.querySelector('.stMain').scrollTop > 20")
    expect(input_).to_have_value(before)
    expect(page).to_have_url(re.compile("eta=0.1&"))

"""The charts of one weight as a reader sees them: what stands on them, how far they reach, their colours."""

import io
import re

import numpy as np
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import go, played
from tests.browser.steps import PLOT, at_step, press, shows, status

# Where the last mark of a chart is drawn, from its corner.
CENTRE = """(chart) => {
  const marks = [...chart.querySelectorAll(".scatterlayer .point")];
  const [box, own] = [marks.at(-1).getBoundingClientRect(), chart.getBoundingClientRect()];
  return [box.x + box.width / 2 - own.x, box.y + box.height / 2 - own.y];
}"""


def test_of_the_losses_only_those_so_far_are_seen(open_page):
    page = open_page("eta=1.4&steps=9&step=8")
    chart = page.locator(".st-key-loss_by_step .js-plotly-plot")
    x, y = chart.evaluate(CENTRE)
    inks = Image.open(io.BytesIO(chart.screenshot())).convert("RGB")
    line = chart.evaluate("(chart) => chart._fullData[0].line.color").lstrip("#")
    # Above the mark, right of its middle: the next loss is far higher, and a line leads to it.
    beyond = inks.crop((round(x) + 2, round(y) - 40, round(x) + 12, round(y) - 10))
    wanted = tuple(int(line[i : i + 2], 16) for i in (0, 2, 4))
    assert not (np.abs(np.asarray(beyond, int) - wanted).max(axis=2) < 90).any()


def test_a_click_on_the_curve_is_the_start(open_page):
    page = open_page()
    box = page.locator(".st-key-curve .nsewdrag").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.6)
    expect(page).to_have_url(re.compile(r"w=-3(&|$)"))
    expect(page.locator(".st-key-w input")).to_have_value("-3")
    expect(page.locator(".gdviz-worked")).to_contain_text("2 × (−3) = −6")


def test_the_curve_is_not_sent_again_when_the_rate_changes(open_page):
    page = open_page()
    page.evaluate(f"{PLOT.format('curve')}.mark = 1")
    entry = page.locator(".st-key-eta input")
    entry.fill("0.2")
    entry.press("Enter")
    expect(page.locator(".gdviz-rate output")).to_have_text("η = 0.2")
    assert page.evaluate(f"{PLOT.format('curve')}.mark") == 1


def test_logarithmic_and_back(open_page):
    page = open_page("step=5")
    page.get_by_role("button", name="logarithmic").click()
    page.wait_for_function(f"{PLOT.format('loss_by_step')}.layout.yaxis.type === 'log'")
    at_step(page, 5)
    expect(page.get_by_role("button", name="logarithmic")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="linear").click()
    page.wait_for_function(f"{PLOT.format('loss_by_step')}.layout.yaxis.type === 'linear'")


def test_an_explosion_is_seen_from_further_off_and_the_way_back_too(open_page):
    """5 → −6 → 7.2 → −8.64 → 10.368 → −12.4416: the third point is off a chart of −6 to 6."""
    page = open_page("eta=1.1&steps=12")
    axes = f"{PLOT.format('curve')}._fullLayout.xaxis.range.join()"
    expected = ["-6,6", "-12,12", "-12,12", "-12,12", "-24,24", "-24,24"]
    for ends in expected:
        page.wait_for_function(f"{axes} === '{ends}'")
        press(page, "next")
    press(page, "play")
    played(page, 8)
    page.wait_for_function(f"{axes} === '-48,48'")
    press(page, "first")
    page.wait_for_function(f"{axes} === '-6,6'")


def test_an_explosion_ends_with_words_and_not_with_inf(open_page):
    page = open_page("eta=1.1&steps=2000&every=100")
    page.keyboard.press("End")
    expect(page.locator(".gdviz-worked h2")).to_contain_text("too large")
    shown = page.locator("body").inner_text()
    assert not re.search(r"\b(nan|inf|infinity|undefined|null)\b", shown, re.IGNORECASE)


def test_the_steps_on_the_axis_are_few_after_a_short_run_too(open_page):
    ticks = "document.querySelectorAll('.st-key-loss_by_step .xtick text').length"
    page = open_page("steps=2&eta=0.01")
    for steps, few in ((3, 4), (200, 12), (10, 11), (3000, 12)):
        go(page, f"steps={steps}&eta=0.01")
        expect(status(page)).to_have_text(f"step 0 of {steps}")
        page.wait_for_function(f"{ticks} <= {few} && {ticks} >= 3")


def test_the_theme_is_the_reader_s(open_page):
    page = open_page("lang=ja", color_scheme="dark")
    paper = "rgb(14, 17, 23)"
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == paper
    chart = f"getComputedStyle({PLOT.format('curve')}.querySelector('.main-svg')).backgroundColor"
    assert page.evaluate(chart) == paper


def test_the_chart_tells_the_run(open_page):
    page = open_page("step=1")
    chart = page.locator(".st-key-curve .js-plotly-plot")
    assert "step 1 of 30: W = 4, E = 20" in chart.get_attribute("aria-label")
    verdict = page.locator(".gdviz-verdict")
    # How it ends is told when that was seen, and then at each step.
    assert "minimum" not in chart.get_attribute("aria-label")
    expect(verdict).to_be_hidden()
    for key, step in (("End", 30), ("Home", 0)):
        page.keyboard.press(key)
        shows(page, step)
        assert "Reached the minimum W = 0" in chart.get_attribute("aria-label")
        expect(verdict).to_be_visible()

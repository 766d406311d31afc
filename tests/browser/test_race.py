"""The race as a reader meets it."""

import re

import pytest
from playwright.sync_api import expect

from gdviz.charts import landscape, race
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from tests.browser.conftest import choose_stop, ready

PLOT = "document.querySelector('.st-key-race_chart .js-plotly-plot')"


# One of each lesson; all of them are run, ranked and linked in the page's tests.
def test_a_race_is_one_click_and_a_link(open_page):
    name = "off-the-saddle"
    settings, _ = Settings.from_query(PRESETS[name])
    page = open_page(f"lesson={settings.lesson}")
    choose_stop(page, load_texts("en")(f"presets.{name}"))
    expect(page.locator(".gdviz-ranking tbody tr")).to_have_count(len(settings.race))
    page.locator(".gdviz-speed").select_option("4")
    page.locator('[data-do="play"]').click()
    page.wait_for_function(f"Number({PLOT}.dataset.step) >= {2 * settings.every}")
    page.locator('[data-do="play"]').click()
    expect(page.locator(".gdviz-worked dd")).to_have_count(len(settings.race))
    step = page.locator(".gdviz-worked h2").inner_text().split()[-1]
    expect(page).to_have_url(re.compile(f"race=gd%3A.*step={step}&"))
    other = open_page(page.url.split("?")[1])
    for place in (".gdviz-ranking", ".gdviz-worked"):
        assert other.locator(place).text_content() == page.locator(place).text_content()


def test_all_runners_keep_one_clock(open_page):
    page = open_page("race=gd:0.1,gd:0.9,gd:1.05")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"{PLOT}.dataset.step === '1'")
    first = 3 + race.POINTS
    places = page.evaluate(f"[0, 1, 2].map((i) => {PLOT}.data[{first} + i].x[0])")
    assert places == pytest.approx([4, -4, -5.5])
    lines = "document.querySelector('.st-key-loss_by_step .js-plotly-plot').data"
    page.wait_for_function(f"{lines}[{race.RUNNERS}].x[0] === 1")
    assert page.evaluate(f"[0, 1, 2].map((i) => {lines}[{race.RUNNERS} + i].y[0])") == [20, 20, 34.25]
    page.get_by_role("button", name="logarithmic").click()
    page.wait_for_function(f"{lines}[{race.RUNNERS}].y[0] === 16")


def test_a_race_is_made_on_the_page(open_page):
    page = open_page("loss=valley&eta=0.5")
    page.get_by_text(load_texts("en")("page.race"), exact=True).click()
    expect(page).to_have_url(re.compile("race=gd%3A0.5%2Cgd%3A0.05"))
    ready(page)
    page.evaluate(f"{PLOT}.mark = 1")
    page.get_by_role("button", name="Runners").click()
    page.get_by_text(load_texts("en")("page.add")).click()
    expect(page.locator(".gdviz-ranking tbody tr")).to_have_count(3)
    entry = page.locator(".st-key-eta_of_2 input")
    entry.fill("0.9")
    entry.press("Enter")
    expect(page).to_have_url(re.compile("gd%3A0.05%2Cgd%3A0.9&"))
    page.locator(".st-key-remove_1 button").click()
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("race=gd%3A0.5%2Cgd%3A0.9&"))
    assert page.evaluate(f"{PLOT}.mark") == 1  # the landscape was not sent again
    page.get_by_text(load_texts("en")("page.race"), exact=True).click()
    expect(page.locator(".st-key-landscape")).to_be_visible()
    expect(page).not_to_have_url(re.compile("race="))
    page.wait_for_function(
        f"document.querySelector('.st-key-landscape .js-plotly-plot').data[{landscape.POINT}].x?.length === 1"
    )


def test_a_click_starts_all_runners_there(open_page):
    page = open_page("loss=round&race=gd:0.1,adam:0.1")
    box = page.locator(".st-key-race_chart .nsewdrag").first.bounding_box()
    # A click is at a whole pixel, which is more than half a step of the grid.
    page.mouse.click(round(box["x"] + box["width"] * 0.8), round(box["y"] + box["height"] * 0.3))
    expect(page).to_have_url(re.compile("w=3%2C2(&|$)"))
    expect(page.locator(".gdviz-worked dd").first).to_contain_text("(3, 2)")

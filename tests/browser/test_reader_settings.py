"""What a reader has set for all pages is followed: no motion, large letters, few colours."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at_rest, played

# The places at which the point was drawn, looked at before each frame of the screen.
WATCH = """(chart) => {
  window.places = new Set();
  const look = () => {
    const points = document.querySelectorAll(`.st-key-${chart} .scatterlayer .point`);
    const point = [...points].find((one) => one.getAttribute('d')?.startsWith('M8.5,0'));
    if (point) window.places.add(point.getAttribute('transform'));
    requestAnimationFrame(look);
  };
  look();
}"""

# A page that is enlarged four times, on a window of 1280 × 1024.
ENLARGED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}
PAGES = ["race=gd:0.1,adam:0.1&lang=ja", "lesson=two&lang=en", "lesson=network&lang=ja"]


def test_where_nothing_is_to_move_a_run_is_played_from_place_to_place(open_page):
    page = open_page("lesson=two&lang=en", fresh=True, reduced_motion="reduce")
    page.evaluate(WATCH, "landscape")
    page.keyboard.press(" ")
    played(page, 3)
    page.keyboard.press(" ")
    page.wait_for_selector(".gdviz-player:not([data-playing])")
    last = int(page.locator(".gdviz-scrub").input_value())
    page.wait_for_function(
        "(step) => document.querySelector('.js-plotly-plot').dataset.step === step", arg=str(last)
    )
    places = page.evaluate("[...window.places]")
    assert 3 <= len(places) <= last + 1, [re.findall(r"[\d.]+", place) for place in places]


@pytest.mark.parametrize("query", PAGES)
def test_enlarged_four_times_a_page_is_read_downwards(open_page, query):
    page = open_page(query, wait=".gdviz-status", **ENLARGED)
    at_rest(page)
    for part in ("html", ".stMain", ".st-key-header", ".st-key-presets"):
        assert page.evaluate("(part) => document.querySelector(part).scrollWidth", part) <= 320, part
    # Whatever Tab leads to is seen, from the first stop to the last.
    seen = []
    while not seen or seen[-1][2] != "BODY":
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("""() => {
              const { left, right } = document.activeElement.getBoundingClientRect();
              return [left, right, document.activeElement.tagName];
            }""")
        )
    assert len(seen) > 20
    assert all(left >= 0 and right <= 320 for left, right, _ in seen), seen


def test_arrows_move_what_is_wider_than_its_place(open_page):
    page = open_page("lesson=two&lang=en", **ENLARGED)
    figure = page.locator(".st-key-figure")
    expect(figure).to_have_attribute("tabindex", "0")
    figure.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.st-key-figure').scrollLeft > 0")
    expect(page.locator(".gdviz-scrub")).to_have_value("0")


def test_with_few_colours_all_is_seen(open_page):
    page = open_page("eta=0.1&lang=en", forced_colors="active", color_scheme="dark")
    style = """([what, name]) => getComputedStyle(document.querySelector(what))[name]"""

    def seen(what, name="backgroundColor"):
        return page.evaluate(style, [what, name])

    zones = [seen(f".gdviz-strip .gdviz-{zone}", "background") for zone in ("glide", "zigzag", "explode")]
    assert len(set(zones)) == 3
    chosen, other = (f".st-key-lesson [role=radio][aria-checked={is_on}]" for is_on in ("true", "false"))
    assert seen(chosen) != seen(other)
    on, off = (f".gdviz-scale [aria-pressed={is_on}]" for is_on in ("true", "false"))
    assert seen(on) != seen(off)
    assert seen(".st-key-race label > span + div", "borderTopStyle") == "solid"
    assert seen(".st-key-start .stSlider [role=group] > div > div", "outlineStyle") == "solid"
    for entry, ring in [
        (".gdviz-track input", ".gdviz-track input"),
        (".st-key-race input", ".st-key-race label > span + div"),
        (".gdviz-play", ".gdviz-play"),
        (".st-key-next button", ".st-key-next button"),
    ]:
        page.locator(entry).first.focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        assert seen(ring, "outlineStyle") == "solid", entry
        assert seen(ring, "outlineWidth") == "3px", entry

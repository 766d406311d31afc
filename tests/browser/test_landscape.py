"""The two-weight page as a reader meets it."""

import re

import pytest
from playwright.sync_api import expect

from gdviz.figures import landscape
from gdviz.losses import LESSONS
from gdviz.texts import texts

PLOT = "document.querySelector('.st-key-landscape .js-plotly-plot')"
POINT = f"[{PLOT}.data[{landscape.POINT}].x[0], {PLOT}.data[{landscape.POINT}].y[0]]"


@pytest.mark.parametrize("loss", LESSONS["two"])
def test_every_landscape_plays_and_its_contours_stay(open_page, loss):
    page = open_page(f"loss={loss}&steps=3")
    page.evaluate(f"{PLOT}.mark = 1")
    shapes = f"{PLOT}.querySelectorAll('.shapelayer path').length"
    drawn = page.evaluate(shapes)
    assert drawn >= 8
    page.locator(".gdviz-speed").select_option("4")
    page.evaluate(
        f"""() => {{ window.fewest = Infinity;
                     const look = () => {{ window.fewest = Math.min(window.fewest, {shapes});
                                           requestAnimationFrame(look); }};
                     look(); }}"""
    )
    page.locator('[data-do="play"]').click()
    expect(page.locator(".gdviz-status")).to_have_text("step 3 of 3", timeout=10_000)
    expect(page.locator('[aria-current="step"] span').first).to_have_text("3")
    first, second = page.locator('[aria-current="step"] span').all_inner_texts()[1:3]
    expected = [float(text.replace("−", "-")) for text in (first, second)]
    page.wait_for_function(
        f"Math.abs({POINT}[0] - {expected[0]}) < 1e-3 && Math.abs({POINT}[1] - {expected[1]}) < 1e-3"
    )
    assert page.evaluate("window.fewest") == drawn
    assert page.evaluate(f"{PLOT}.mark") == 1
    expect(page).to_have_url(re.compile("[?&]step=3"), timeout=15_000)


def test_a_click_on_the_landscape_is_the_start(open_page):
    page = open_page("loss=round")
    box = page.locator(".st-key-landscape .nsewdrag").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.3)
    expect(page).to_have_url(re.compile("w=3%2C2(&|$)"), timeout=15_000)
    expect(page.locator(".st-key-w_W1 input")).to_have_value("3")
    expect(page.locator(".gdviz-worked")).to_contain_text("∂E/∂W₂ = 2 × 2 = 4")


def test_the_lesson_is_one_click_away_and_back(open_page):
    page = open_page("eta=0.2")
    page.get_by_text(texts("en")("page.two"), exact=True).click()
    expect(page).to_have_url(re.compile("lesson=two&loss=round"), timeout=15_000)
    expect(page.locator(".gdviz-worked")).to_contain_text("∂E/∂W₁ = 2 × (−3) = −6")
    page.go_back()
    expect(page).to_have_url(re.compile("lesson=one&loss=bowl.*eta=0.2"), timeout=15_000)
    expect(page.locator(".gdviz-worked")).to_contain_text("2 × 5 = 10")


def test_the_weights_of_a_line_are_w_and_b(open_page):
    page = open_page("loss=line-fit&opt=adam")
    worked = page.locator(".gdviz-worked").inner_text()
    assert "∂E/∂w" in worked
    assert "Δb" in worked
    assert "W" not in worked

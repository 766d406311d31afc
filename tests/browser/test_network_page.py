"""The network as a reader meets it."""

import contextlib
import re

import numpy as np
import pytest
from playwright.sync_api import expect

from gdviz.charts import answer, weight
from gdviz.charts.graph import weight_names
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from tests.browser.conftest import PHONE, at_rest, choose_stop, go, ready

XOR = "lesson=network&data=xor&layers=4&eta=0.5&epochs=200"
SAID = load_texts("en")


def data(key, trace):
    return f"document.querySelector('.st-key-{key} .js-plotly-plot').data[{trace}]"


def open_list(page, box):
    """By keyboard; on a busy machine a page just built may take the focus away again."""
    for _ in range(10):
        page.locator(box).focus()
        page.keyboard.press("ArrowDown")
        with contextlib.suppress(AssertionError):
            expect(page.get_by_role("listbox")).to_be_visible(timeout=3_000)
            return
    raise AssertionError("the list does not open")


def status(page, epoch, of):
    expect(page.locator(".gdviz-status")).to_have_text(f"epoch {epoch} of {of}")


# A curve, a picture, and one that learns nothing: all of them learn in the page's tests.
def test_a_network_plays_all_three_together(open_page):
    name = "circles"
    page = open_page(f"lesson=network&seed=1&{'&'.join(f'{k}={v}' for k, v in PRESETS[name].items())}")
    shown = Settings.from_query(PRESETS[name])[0].shown
    points = """[...document.querySelectorAll('.st-key-answer .scatterlayer .point')]
        .filter((point) => point.style.opacity !== "0").length"""
    drawn, width = page.evaluate(points), ".gdviz-weight"
    before = page.locator(width).evaluate_all("(lines) => lines.map((line) => line.style.strokeWidth)")
    page.locator(".gdviz-speed").select_option("4")
    page.locator('[data-do="play"]').click()
    page.wait_for_function("Number(document.querySelector('.gdviz-scrub').value) >= 8")
    assert page.evaluate(points) >= drawn >= 200  # the examples never vanish
    page.keyboard.press("End")
    last = page.locator(".gdviz-status").inner_text()
    assert re.match(r"epoch \d+ of \d+", last)
    page.wait_for_function(
        "document.querySelector('.st-key-learning .js-plotly-plot').data[2].x[0] === "
        "Number(document.querySelector('.gdviz-status').textContent.split(' ')[1])"
    )
    after = page.locator(width).evaluate_all("(lines) => lines.map((line) => line.style.strokeWidth)")
    assert len(shown) > 40
    assert after != before
    assert page.evaluate(points) == drawn
    # Where the losses have been, however large, nothing of the next network is drawn.
    go(page, XOR)
    status(page, 0, 200)


def test_the_shading_changes_with_the_epochs(open_page):
    page = open_page(XOR)
    picture = "document.querySelector('.st-key-answer .js-plotly-plot').layout.images[0].source"
    page.wait_for_function(f"{picture}.length > 200")
    first = page.evaluate(picture)
    page.keyboard.press("End")
    page.wait_for_function(f"{picture} !== `{first}`")
    page.wait_for_function(f"{data('answer', answer.ANSWER)}.x.length > 5")
    page.keyboard.press("Home")
    page.wait_for_function(f"{picture} === `{first}`")


@pytest.mark.parametrize("how", ["mouse", "thumb"])
def test_a_click_on_a_line_shows_its_weight(open_page, how):
    page = open_page(XOR, **(PHONE if how == "thumb" else {}))
    index = 5
    line = page.locator(".gdviz-target").nth(index)
    place = line.evaluate(
        """(line) => { line.scrollIntoView({block: 'center', inline: 'center'});
                       const box = line.getBoundingClientRect();
                       const svg = line.ownerSVGElement.getScreenCTM();
                       const at = (share) => { const p = new DOMPoint(
                         line.x1.baseVal.value + share * (line.x2.baseVal.value - line.x1.baseVal.value),
                         line.y1.baseVal.value + share * (line.y2.baseVal.value - line.y1.baseVal.value));
                         return p.matrixTransform(svg); };
                       const { x, y } = at(0.12); return [x, y]; }"""
    )
    (page.touchscreen.tap if how == "thumb" else page.mouse.click)(*place)
    expect(page).to_have_url(re.compile(f"view=weight.*weight={index}&"))
    name = weight_names((2, 4, 1))[index]
    expect(page.locator(".gdviz-worked")).to_contain_text(f"The weight {name}")
    expect(page.locator(".gdviz-worked")).to_contain_text("digits agree")


def test_the_weight_is_chosen_by_keys_and_its_cut_has_the_slope(open_page):
    page = open_page(f"{XOR}&view=weight")
    open_list(page, ".st-key-first_weight input")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("weight=[1-9]"))
    ready(page)
    page.locator("h1").click()
    page.keyboard.press("End")
    status(page, 200, 200)
    slope = page.locator(".gdviz-worked dd").nth(1).inner_text().split(" ")[-1].replace("−", "-")
    page.wait_for_function(
        "document.querySelector('.st-key-weight_cut .js-plotly-plot').dataset.step === '200'"
    )
    x, y = page.evaluate(f"[{data('weight_cut', weight.TANGENT)}.x, {data('weight_cut', weight.TANGENT)}.y]")
    reach = page.evaluate("document.querySelector('.st-key-weight_cut .js-plotly-plot').layout.yaxis.range")
    found = (y[1] - y[0]) / (x[1] - x[0])
    assert found == pytest.approx(float(slope), abs=2e-3 * np.ptp(reach))


def test_two_weights_are_cut_at_the_epoch_where_the_player_rests(open_page):
    page = open_page(f"{XOR}&view=weight&weight=0,3")
    expect(page.get_by_text(SAID("network.pair_key", n=0))).to_be_visible()
    page.locator("h1").click()
    page.keyboard.press("End")
    expect(page.get_by_text(SAID("network.pair_key", n=200))).to_be_visible(timeout=15_000)
    status(page, 200, 200)


def test_backpropagation_goes_step_by_step(open_page):
    page = open_page("lesson=network&data=xor&layers=2&view=chain")
    worked = page.locator(".gdviz-worked")
    expect(worked.locator("h2")).to_have_text(SAID("chain.start_title"))
    titles = []
    for _ in range(7):
        page.keyboard.press("ArrowRight")
        titles.append(worked.locator("h2").inner_text())
    assert titles == [
        "Forward: a⁽¹⁾₁", "Forward: a⁽¹⁾₂", "Forward: y", "The loss of this example",
        "Backward: y", "Backward: a⁽¹⁾₁", "Backward: a⁽¹⁾₂",
    ]  # fmt: skip
    assert page.locator(".gdviz-weight[data-marked]").count() == 2
    assert worked.locator("dd:visible").count() == 6  # above, local, their product, two weights and a bias


def test_the_cost_is_charted_and_said(open_page):
    page = open_page("lesson=network&view=chain&data=xor&layers=2")
    page.get_by_text(SAID("page.cost"), exact=True).click()
    expect(page.locator(".st-key-side .gdviz-verdict")).to_contain_text("39,760")
    expect(page.locator(".st-key-cost .js-plotly-plot")).to_be_visible()
    expect(page.locator(".gdviz-player")).to_be_hidden()
    expect(page).to_have_url(re.compile("view=cost"))


def test_a_link_and_back(open_page):
    page = open_page(f"{XOR}&step=0")
    choose_stop(page, SAID("story.neuron.name"))
    expect(page).to_have_url(re.compile("data=line.*layers=0"))
    status(page, 0, 60)
    at_rest(page)
    page.go_back()
    expect(page).to_have_url(re.compile("data=xor.*layers=4"))
    status(page, 0, 200)
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("[?&]step=1&"))
    other = open_page(page.url.split("?")[1])
    assert other.locator(".gdviz-worked").inner_text() == page.locator(".gdviz-worked").inner_text()


def test_a_long_training_tells_how_far_it_is(open_page, browser, url):
    page = browser.new_context().new_page()
    page.goto(f"{url}/?lesson=network&data=spiral&layers=16,16,16&points=500&epochs=5000&batch=50")
    expect(page.locator('[data-testid="stProgress"]')).to_contain_text("%")
    page.context.close()

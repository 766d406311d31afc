"""The point and the rate in the hand: what follows from them is there at once, without the server."""

import json
import re

import numpy as np
import pytest
from playwright.sync_api import expect

from gdviz.core.descent import descend
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS, Rule
from gdviz.player import assets
from gdviz.player.hand import hand
from gdviz.player.messages import encoded
from gdviz.texts import load_texts
from tests.browser.conftest import PLAYER, RUN, eventually

# Of the drawing over the chart, in pixels of the window: the held point, the next one, the tangent's ends.
DRAWN = """() => {
  const place = (kind) => [...document.querySelectorAll(`.gdviz-preview .${kind}`)].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  });
  const area = document.querySelector(".nsewdrag").getBoundingClientRect();
  const { x, y, width, height } = area;
  return { area: [x, y, width, height], held: place("gdviz-held"), next: place("gdviz-next") };
}"""


def middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_point_is_dragged_along_the_curve(open_page):
    page = open_page("lang=en&eta=0.1&w=5")
    x, y = middle(page.locator(".gdviz-handle"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 100, y + 40, steps=3)
    told = page.locator(".gdviz-told")
    w = float(told.inner_text().split("=")[1].split("·")[0])
    assert w < 4.5
    # E = W² + 4: the slope is 2W and, at η = 0.1, ΔW a tenth of it, 0.2 W.
    expect(told).to_have_text(f"W = {w:g} · slope = {2 * w:g} · ΔW = {0.2 * w:.6g}")
    drawn = page.evaluate(DRAWN)
    left, _, width, _ = drawn["area"]
    for at, weight in ((drawn["held"], w), (drawn["next"], 0.8 * w)):
        assert at[0][0] == pytest.approx(left + (weight + 6) / 12 * width, abs=1)
    # Nothing of it has asked the server: the address is what it was.
    assert "w=5&" in page.url
    page.mouse.up()
    expect(page.locator(".st-key-w input")).to_have_value(f"{w:g}")
    expect(page.locator(".gdviz-preview")).to_have_count(0)
    expect(page.locator(".gdviz-worked")).to_contain_text(f"{w:g}")


def test_the_arrow_keys_move_the_point(open_page):
    page = open_page("lang=ja&eta=0.1&w=5")
    handle = page.locator(".gdviz-handle")
    handle.focus()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator(".st-key-w input")).to_have_value("4.4")  # 12 of 0.05
    expect(handle).to_be_focused()
    expect(page.locator(".gdviz-status")).to_contain_text("0")


def test_on_a_landscape_both_weights_are_dragged(open_page):
    page = open_page("lesson=two&loss=round&eta=0.25&w=-3,4&lang=en")
    x, y = middle(page.locator(".gdviz-handle"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 80, y + 60, steps=3)
    first, second = page.locator(".gdviz-told").inner_text().replace("−", "-").split("\n")
    places = [float(row.split("=")[1].split("·")[0]) for row in (first, second)]
    # E = W₁² + W₂²: a step of η = 0.25 takes half of each weight away.
    for row, w in zip((first, second), places, strict=True):
        assert float(row.split("Δ")[1].split("=")[1]) == pytest.approx(w / 2)
    drawn = page.evaluate(DRAWN)
    left, top, width, height = drawn["area"]
    half = [w / 2 for w in places]
    for [at], (w1, w2) in ((drawn["held"], places), (drawn["next"], half)):
        assert at == pytest.approx([left + (w1 + 5) / 10 * width, top + (5 - w2) / 10 * height], abs=1.5)
    page.mouse.up()
    expect(page.locator(".st-key-w_W1 input")).to_have_value(f"{places[0]:g}")


def test_the_next_step_moves_with_the_rate(open_page):
    page = open_page("lang=en&eta=0.1&w=5")
    track = page.locator(".gdviz-track input")
    box = track.bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, y, steps=4)
    rate = float(page.locator(".gdviz-rate output").inner_text().split("=")[1])
    assert 0.1 < rate < 0.5
    drawn = page.evaluate(DRAWN)
    left, _, width, _ = drawn["area"]
    next_weight = 5 - 10 * rate  # the slope at 5 is 10
    assert drawn["next"][0][0] == pytest.approx(left + (next_weight + 6) / 12 * width, abs=1)
    assert "eta=0.1&" in page.url
    page.mouse.up()
    expect(page.locator(".st-key-eta input")).to_have_value(f"{rate:g}")
    expect(page.locator(".gdviz-worked")).to_contain_text(f"{rate:g} × 10")


def test_a_run_that_plays_goes_on_with_another_rate_from_the_step_shown(open_page):
    """5 → 4 → 3.2 with η = 0.1; and then with η = 0.5, with which a step leads to the minimum at once."""
    page = open_page("eta=0.1&w=5&loss=bowl&steps=30&lang=en")
    page.locator('[data-do="play"]').click()
    page.wait_for_function("document.querySelector('.gdviz-scrub').value === '2'")
    entry = page.locator(".st-key-eta input")
    entry.fill("0.5")
    entry.press("Enter")
    expect(page).to_have_url(re.compile(r"eta=0.5&.*schedule=0.1%40[2-6]&"))
    changed = int(re.search(r"schedule=0.1%40(\d)", page.url)[1])
    page.wait_for_function(f"Number(document.querySelector('.gdviz-scrub').value) > {changed}")
    page.locator('[data-do="play"]').click()
    weights = [5 * 0.8 ** min(k, changed) * (k <= changed) for k in range(31)]
    rows = page.locator(".gdviz-rows .gdviz-row").all_inner_texts()
    for row in rows:
        step, w, _, _, eta, *_ = row.split()
        assert float(w.replace("−", "-")) == pytest.approx(weights[int(step)], rel=1e-5)
        assert eta == ("0.1" if int(step) < changed else "0.5")
    # At rest another rate starts over.
    entry.fill("0.2")
    entry.press("Enter")
    expect(page).to_have_url(re.compile("eta=0.2&(?!.*schedule)"))
    expect(page.locator(".gdviz-status")).to_have_text("step 0 of 30")


@pytest.mark.parametrize("query", ["predict=on", "hide=w&q=?"])
def test_a_start_that_is_asked_about_or_hidden_is_not_in_the_hand(open_page, query):
    page = open_page(f"lang=en&{query}")
    expect(page.locator(".gdviz-handle")).to_have_count(0)


def test_a_run_under_the_hand_is_python_s(browser):
    """Every loss by every rule, 40 steps: the same points but for the last digits of sine and exp."""
    page = browser.new_context().new_page()
    page.evaluate(PLAYER, assets.code())
    texts = load_texts("en")
    for loss in LOSSES.values():
        for rule_id in OPTIMIZERS:
            rule = Rule(rule_id, loss.learning_rate)
            data = encoded(hand(loss, [rule], loss.start, 40, texts)).decode()
            found = page.evaluate(
                "([data, rate]) => { const { hand } = JSON.parse(data);"
                " return descend(hand, hand.rules[0], hand.start, rate, 40)"
                " .map(({ weights, loss, slopes }) => [...weights, loss, ...slopes]); }",
                [data, rule.learning_rate],
            )
            path = descend(loss, rule.optimizer, loss.start, 40)
            whole = np.column_stack([path.weights, path.losses, path.gradients])
            assert len(found) == len(whole), (loss.id, rule_id)
            np.testing.assert_allclose(np.array(found, float), whole, rtol=1e-6, atol=1e-9, err_msg=loss.id)
            assert json.loads(data)["hand"]["steps"] == 40


def test_a_network_learns_at_the_rate_of_the_track(open_page):
    """As its losses are worked out anew; the way back leads to the rate before."""
    page = open_page("lesson=network&data=xor&layers=4&eta=0.5&epochs=100")

    def rate_handed() -> float:
        return page.evaluate(RUN)["rate"]["value"]

    page.locator(".gdviz-track input").focus()
    page.keyboard.press("End")
    eventually(page, lambda: rate_handed() > 0.5)
    rate = rate_handed()
    expect(page.locator(".st-key-eta input")).to_have_value(f"{rate:g}")
    expect(page).to_have_url(re.compile(f"eta={rate:g}(&|$)"))
    page.go_back()
    eventually(page, lambda: rate_handed() == 0.5)
    expect(page.locator(".st-key-eta input")).to_have_value("0.5")

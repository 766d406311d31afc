"""The two-weight page as a reader meets it."""

import itertools
import re

import numpy as np
import pytest
from playwright.sync_api import expect

from gdviz.charts import cuts, fit, landscape, surface
from gdviz.charts.theme import THEMES
from gdviz.core.losses import LOSSES, losses_of
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.texts import load_texts
from tests.browser.conftest import PHONE, at_rest, played

PLOT = "document.querySelector('.st-key-landscape .js-plotly-plot')"
POINT = f"[{PLOT}.data[{landscape.POINT}].x[0], {PLOT}.data[{landscape.POINT}].y[0]]"


# Each with another rule; all pairs are computed in the unit tests.
@pytest.mark.parametrize(("loss", "rule"), list(zip(losses_of(2), itertools.cycle(OPTIMIZERS)))[3::6])
def test_landscapes_play_and_its_contours_stay(open_page, loss, rule):
    page = open_page(f"loss={loss}&opt={rule}&eta=0.001&steps=3")
    expect(page.locator(".gdviz-worked")).not_to_contain_text("{")
    page.evaluate(f"{PLOT}.mark = 1")
    shapes = f"{PLOT}.querySelectorAll('.shapelayer path').length"
    drawn = page.evaluate(shapes)
    assert drawn >= 8
    page.locator(".gdviz-speed").select_option("4")
    page.evaluate(
        f"""() => {{ window.fewest = Infinity;
                     const look = () => {{ window.fewest = Math.min(window.fewest, {shapes});
                                           window.watch = requestAnimationFrame(look); }};
                     look(); }}"""
    )
    page.locator('[data-do="play"]').click()
    expect(page.locator(".gdviz-status")).to_have_text("step 3 of 3")
    expect(page.locator('[aria-current="step"] span').first).to_have_text("3")
    first, second = page.locator('[aria-current="step"] span').all_inner_texts()[1:3]
    expected = [float(text.replace("−", "-")) for text in (first, second)]
    page.wait_for_function(
        f"Math.abs({POINT}[0] - {expected[0]}) < 1e-3 && Math.abs({POINT}[1] - {expected[1]}) < 1e-3"
    )
    assert page.evaluate("cancelAnimationFrame(window.watch), window.fewest") == drawn
    assert page.evaluate(f"{PLOT}.mark") == 1
    expect(page).to_have_url(re.compile("[?&]step=3"))


def test_a_click_on_the_landscape_is_the_start(open_page):
    page = open_page("loss=round")
    box = page.locator(".st-key-landscape .nsewdrag").first.bounding_box()
    # A click is at a whole pixel, which is more than half a step of the grid.
    page.mouse.click(round(box["x"] + box["width"] * 0.8), round(box["y"] + box["height"] * 0.3))
    expect(page).to_have_url(re.compile("w=3%2C2(&|$)"))
    expect(page.locator(".st-key-w_W1 input")).to_have_value("3")
    expect(page.locator(".gdviz-worked")).to_contain_text("∂E/∂W₂ = 2 × 2 = 4")


def test_the_lesson_is_one_click_away_and_back(open_page):
    page = open_page("eta=0.2")
    page.get_by_text(load_texts("en")("page.two"), exact=True).click()
    expect(page).to_have_url(re.compile("lesson=two&loss=round"))
    expect(page.locator(".gdviz-worked")).to_contain_text("∂E/∂W₁ = 2 × (−3) = −6")
    page.go_back()
    expect(page).to_have_url(re.compile("lesson=one&loss=bowl.*eta=0.2"))
    expect(page.locator(".gdviz-worked")).to_contain_text("2 × 5 = 10")


def test_the_weights_of_a_line_are_w_and_b(open_page):
    page = open_page("loss=line-fit&opt=adam")
    worked = page.locator(".gdviz-worked").inner_text()
    assert "∂E/∂w" in worked
    assert "Δb" in worked
    assert "W" not in worked


def data(key, trace):
    """A chart's trace as it stands in the browser; an empty one while the chart is not there."""
    there = f"document.querySelector('.st-key-{key} .js-plotly-plot')?.data?.[{trace}]"
    return f"({there} ?? {{ x: [], y: [], text: [] }})"


def test_the_cuts_move_with_the_point(open_page):
    page = open_page("loss=round&eta=0.1&w=-3,4&step=0")
    for step, (w1, w2) in enumerate([(-3, 4), (-2.4, 3.2)]):
        page.wait_for_function(f"{data('cuts', cuts.POINT)}.x[0] === {w1}")
        x, y = page.evaluate(f"[{data('cuts', cuts.CURVE)}.x, {data('cuts', cuts.CURVE)}.y]")
        assert np.array(y) == pytest.approx(np.array(x) ** 2 + w2**2, abs=0.01)
        x, y = page.evaluate(
            f"[{data('cuts', cuts.TRACES + cuts.CURVE)}.x, {data('cuts', cuts.TRACES + cuts.CURVE)}.y]"
        )
        assert np.array(y) == pytest.approx(np.array(x) ** 2 + w1**2, abs=0.01)
        words = page.evaluate(f"{data('cuts', cuts.WORDS)}.text[0]")
        assert words == f"slope {2 * w1:g} · W₂ = {w2:g} held".replace("-", "−")
        if step == 0:
            page.keyboard.press("ArrowRight")


def test_the_cuts_slide_while_playing(open_page):
    page = open_page("loss=round&steps=4")
    page.evaluate(
        """() => { window.seen = new Set();
                   const path = document.querySelector('.st-key-cuts .scatterlayer .js-line');
                   const look = () => { window.seen.add(path.getAttribute("d"));
                                         window.watch = requestAnimationFrame(look); };
                   look(); }"""
    )
    page.keyboard.press(" ")
    played(page, 2)
    # It glided from curve to curve, and did not jump.
    assert page.evaluate("cancelAnimationFrame(window.watch), window.seen.size") > 6


# The levels that are seen, the others, and those seen that a word or a mark of another trace stands on.
LEVELS = """([chart, trace]) => {
  const plot = document.querySelector(`.st-key-${chart} .js-plotly-plot`);
  const levels = plot.querySelector(`.scatterlayer .trace${plot._fullData[trace].uid}`);
  const isSeen = (e) => getComputedStyle(e).visibility === "visible" && e.getClientRects().length > 0;
  const box = (e) => e.getBoundingClientRect();
  const others = [...plot.querySelectorAll(".scatterlayer .textpoint text, .scatterlayer path.point")]
    .filter((e) => !levels.contains(e) && isSeen(e) && e.textContent.length + box(e).width > 0).map(box);
  const texts = [...levels.querySelectorAll("text")];
  const seen = texts.filter(isSeen);
  const covered = seen.filter((e) => others.some((o) =>
    Math.min(o.right, box(e).right) - Math.max(o.left, box(e).left) > 1
    && Math.min(o.bottom, box(e).bottom) - Math.max(o.top, box(e).top) > 1));
  return [seen.length, texts.length - seen.length, covered.map((e) => e.textContent)];
}"""


def on_a_level(loss):
    """A start that stands on the name of a contour line."""
    words = landscape.base_figure(LOSSES[loss], load_texts("en"), THEMES["light"]).data[landscape.LEVEL_WORDS]
    return f"loss={loss}&w={words.x[3]:.6g},{words.y[3]:.6g}"


CUT_OFF = """() => {
  const plot = document.querySelector(".st-key-cuts .js-plotly-plot");
  const [{ left, right }, words] = [plot.getBoundingClientRect(), plot.querySelectorAll(".textpoint text")];
  const boxes = [...words].map((word) => [word.textContent, word.getBoundingClientRect()]);
  return boxes.filter(([, box]) => box.left < left || box.right > right).map(([text]) => text);
}"""


def test_the_words_over_the_cuts_are_whole(open_page):
    """Where there is the least room for them: beside a map and a line, on a projector's screen."""
    page = open_page("loss=line-fit&steps=40", viewport={"width": 1280, "height": 720})
    for step in range(4):
        expect(page.locator(".st-key-cuts .js-plotly-plot")).to_have_attribute("data-step", str(step))
        assert page.evaluate(CUT_OFF) == []
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize(
    ("chart", "query"),
    [
        ("landscape", "loss=line-fit&steps=40"),
        ("race_chart", f"{on_a_level('himmelblau')}&race=gd:0.01,momentum:0.005"),
    ],
)
def test_a_level_under_another_word_or_mark_is_not_seen(open_page, chart, query):
    page = open_page(query, viewport={"width": 1280, "height": 720})
    hidden = 0
    for step in (0, 1, 2, 5, 20, 30):
        page.evaluate(
            """(step) => { const scrub = document.querySelector(".gdviz-scrub"); scrub.value = step;
                           scrub.dispatchEvent(new Event("input", { bubbles: true })); }""",
            step,
        )
        page.wait_for_function(
            f"document.querySelector('.st-key-{chart} .js-plotly-plot').dataset.step === '{step}'"
        )
        seen, others, covered = page.evaluate(LEVELS, [chart, landscape.LEVEL_WORDS])
        assert covered == []
        assert seen >= 3
        hidden += others
    assert hidden > 0


def test_the_surface_shows_the_same_run_and_keeps_the_camera(open_page):
    page = open_page("loss=valley&eta=0.1&step=2&steps=20", viewport={"width": 800, "height": 640})
    page.get_by_text(load_texts("en")("page.surface"), exact=True).click()
    expect(page).to_have_url(re.compile("view=surface"))
    expect(page.locator(".gdviz-status")).to_have_text("step 2 of 20")
    point = data("surface", surface.POINT)
    page.wait_for_function(f"{point}?.x?.length === 1")
    place = page.evaluate(f"[{point}.x[0], {point}.y[0]]")
    assert place == pytest.approx([-7 * 0.99**2, 2 * 0.8**2], abs=1e-3)
    # Turned by hand it stays turned: while playing, at another rate, and in another language.
    box = page.locator(".st-key-surface .js-plotly-plot").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    plot = "document.querySelector('.st-key-surface .js-plotly-plot')"
    eye = f"JSON.stringify({plot}._fullLayout.scene.camera.eye)"
    before = page.evaluate(eye)
    page.evaluate(f"{plot}.on('plotly_relayout', () => {{ window.isTurned = true; }})")
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 90, middle[1] + 20, steps=2)
    page.mouse.up()
    page.wait_for_function(f"{eye} !== `{before}`")
    page.wait_for_function("window.isTurned")  # Plotly notes where a hand has left it a little later
    turned = page.evaluate(eye)
    # Where the processor draws what is in space, a slide takes long.
    page.emulate_media(reduced_motion="reduce")
    page.locator(".gdviz-speed").select_option("4")
    page.locator('[data-do="play"]').click()
    played(page, 2)
    page.locator('[data-do="play"]').click()
    assert page.evaluate(eye) == turned
    page.get_by_text("日本語").click()
    expect(page.locator("h1")).to_have_text(load_texts("ja")("page.title"))
    page.wait_for_function(f"{point}?.x?.length === 1")
    page.wait_for_function(f"{eye} === `{turned}`")


def test_the_line_fits_while_the_point_descends(open_page):
    page = open_page("loss=line-fit&steps=40")
    gaps = f"(() => {{ const g = {data('fit', fit.GAPS)}; return [g.x, g.y]; }})()"

    def mean_square():
        _, y = page.evaluate(gaps)
        return np.mean([(y[i + 1] - y[i]) ** 2 for i in range(0, len(y), 3)])

    page.wait_for_function(f"{data('fit', fit.LINE)}.x?.length === 2")
    start = LOSSES["line-fit"].value(np.array([-0.5, 3]))
    assert mean_square() == pytest.approx(start, rel=1e-3)
    page.keyboard.press("End")
    page.wait_for_function("document.querySelector('.st-key-fit .js-plotly-plot').dataset.step === '40'")
    assert mean_square() < start / 20
    page.get_by_text(load_texts("en")("data_panel.shown", n=8), exact=True).click()
    expect(page.locator(".st-key-pairs_typed textarea")).to_have_value(re.compile(r"3\.5$"))


def test_on_a_phone_the_player_is_right_under_the_landscape(open_page):
    page = open_page("loss=line-fit&lang=ja", **PHONE)
    chart, player, cut = (
        page.locator(place).first.bounding_box()
        for place in (".st-key-landscape", ".gdviz-player", ".st-key-cuts")
    )
    assert chart["y"] + chart["height"] <= player["y"] < chart["y"] + chart["height"] + 40
    # The cuts are swiped to.
    assert chart["x"] + chart["width"] <= cut["x"] < 390
    assert cut["y"] < player["y"]


VISIBLE = """(key) => [...document.querySelectorAll(`.st-key-${key} .textpoint text`)]
  .filter((text) => text.getClientRects().length && text.textContent.trim())
  .map((text) => text.textContent)"""


def test_no_label_stays_behind_when_another_takes_its_place(open_page):
    """With momentum the arrow turns, and E falls and rises: each is said once, in the present numbers."""
    page = open_page("loss=round&opt=momentum&steps=12")
    plot = "document.querySelector('.st-key-landscape .js-plotly-plot')"
    for step in range(1, 8):
        page.keyboard.press("ArrowRight")
        page.wait_for_function(f"{plot}.dataset.step === '{step}'")
        texts = page.evaluate(VISIBLE, "landscape")
        for letter in ("∂W₁", "∂W₂", "E falls", "E rises"):
            assert sum(letter in text for text in texts) <= 1, texts
        assert sum(text.startswith(("▼", "▲")) for text in texts) == 1, texts
        shown = re.split(" [=≈] ", page.locator(".gdviz-worked dd").first.inner_text())[-1]
        part = re.split(" [=≈] ", next(text for text in texts if "∂W₁" in text))[1]
        # The chart has six digits, the worked step as many as its rows need.
        assert float(part.replace("−", "-")) == pytest.approx(-float(shown.replace("−", "-")), rel=5e-6)


def test_nothing_of_the_magnified_view_stays_behind(open_page):
    page = open_page("loss=cliff&w=3&eta=0.5&steps=8")
    plot = "document.querySelector('.st-key-curve .js-plotly-plot')"
    for step in range(1, 5):
        page.keyboard.press("ArrowRight")
        page.wait_for_function(f"{plot}.dataset.step === '{step}'")
        texts = page.evaluate(VISIBLE, "curve")
        assert sum(text.startswith("ΔW") for text in texts) == 1, texts
        assert sum(text.startswith(("▼", "▲")) for text in texts) == 1, texts


def test_a_run_that_stays_on_the_chart_is_seen_on_it_after_one_that_exploded(open_page):
    """The chart itself is not sent again with another rate: it is the run that says what is seen of it."""
    page = open_page("loss=round&eta=1.1&step=12&steps=12")
    chart = "document.querySelector('.st-key-landscape .js-plotly-plot')"
    page.wait_for_function(f"{chart}.layout.xaxis.range[1] > 5")
    page.locator(".st-key-eta input").fill("0.1")
    page.keyboard.press("Enter")
    page.wait_for_function(f"{data('landscape', landscape.POINT)}.x[0] === -3")
    at_rest(page)
    page.wait_for_function(f"String({chart}.layout.xaxis.range) === '-5,5'")
    assert len(page.evaluate(f"{data('landscape', landscape.LEVEL_WORDS)}.x")) >= 6
    assert not page.evaluate(f"{data('landscape', landscape.WIDER_WORDS)}.x?.length")

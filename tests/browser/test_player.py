"""The player and the page as a reader meets them: buttons, keys, pointer, links, phone."""

import io
import itertools
import re
from urllib.parse import quote

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from gdviz.charts import curve
from gdviz.core.losses import losses_of
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.link.presets import PRESETS
from gdviz.link.story import examples_of
from gdviz.texts import load_texts
from tests.browser.conftest import PHONE, at_rest, choose_stop, eventually, go, played, ready

PLOT = "document.querySelector('.st-key-{} .js-plotly-plot')"
POINT = f"[{PLOT.format('curve')}.data[{curve.POINT}].x[0], {PLOT.format('curve')}.data[{curve.POINT}].y[0]]"
MARKER = f"{PLOT.format('loss_by_step')}.data[1].x[0]"

# Where the last mark of a chart is drawn, from its corner.
CENTRE = """(chart) => {
  const marks = [...chart.querySelectorAll(".scatterlayer .point")];
  const [box, own] = [marks.at(-1).getBoundingClientRect(), chart.getBoundingClientRect()];
  return [box.x + box.width / 2 - own.x, box.y + box.height / 2 - own.y];
}"""


def status(page):
    return page.locator(".gdviz-status")


def press(page, what):
    page.locator(f'[data-do="{what}"]').click()


def shows(page, step, of=30, every=1):
    """The panel, both charts, the worked step and the table show the same step."""
    expect(status(page)).to_have_text(f"step {step} of {of}")
    expect(page.locator('[aria-current="step"] span').first).to_have_text(str(step))
    weight = page.locator('[aria-current="step"] span').nth(1).inner_text()
    expect(page.locator(".gdviz-scrub")).to_have_value(str(step // every))
    worked = page.locator(".gdviz-worked")
    expect(worked.locator("h2")).to_contain_text(re.compile(rf"step {step}\b", re.IGNORECASE))
    expect(worked.locator("dt").first).to_contain_text(weight)
    page.wait_for_function(f"Math.abs({POINT}[0] - {weight.replace('−', '-')}) < 1e-3")
    page.wait_for_function(f"{MARKER} === {step}")


def at_step(page, step, of=30, every=1):
    """All of them, and the address, which follows half a second later."""
    shows(page, step, of, every)
    expect(page).to_have_url(re.compile(rf"[?&]step={step}(&|$)"))


def test_every_button(open_page):
    page = open_page()
    at_step(page, 0)
    expect(page.locator(".gdviz-player")).not_to_have_attribute("data-playing", "")  # until asked
    for what, step in [("next", 1), ("next", 2), ("back", 1), ("last", 30), ("back", 29), ("first", 0)]:
        press(page, what)
        shows(page, step)
    expect(page.locator('[data-do="back"]')).to_be_disabled()
    page.locator(".gdviz-scrub").fill("17")
    at_step(page, 17)


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


def test_keys(open_page):
    page = open_page()
    for key, step in [("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("End", 30), ("Home", 0)]:
        page.keyboard.press(key)
        shows(page, step)
    at_step(page, step)
    page.keyboard.press(" ")
    expect(page.locator(".gdviz-player")).to_have_attribute("data-playing", "")
    played(page, 1)
    page.keyboard.press(" ")
    expect(page.locator(".gdviz-player")).not_to_have_attribute("data-playing", "")


def test_a_step_leaves_what_is_written_at_the_root_of_the_page_alone(open_page):
    """What is written there again, as its language, has the browser work out the style of the whole page."""
    page = open_page("eta=0.1&steps=30")
    page.evaluate("""() => {
      window.written = [];
      new MutationObserver((records) => window.written.push(...records.map((one) => one.attributeName)))
        .observe(document.documentElement, { attributes: true });
    }""")
    for step in (1, 2, 3):
        page.keyboard.press("ArrowRight")
        shows(page, step)
    assert page.evaluate("window.written") == []


def test_keys_belong_to_the_entry_that_has_the_focus(open_page):
    page = open_page()
    entry = page.locator(".st-key-eta input")
    entry.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    at_step(page, 0)


def test_every_control_is_reached_by_tab_and_has_a_name(open_page):
    page = open_page("lang=ja")
    names = []
    page.locator("body").press("Tab")
    for _ in range(45):
        names.append(
            page.evaluate(
                "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
            )
        )
        page.keyboard.press("Tab")
    player = load_texts("ja").section("player")
    for name in ("play", "next", "last", "scrub", "speed", "linear", "log"):
        assert player[name] in names, name
    assert load_texts("ja")("table.name") in names


def test_play_slides_along_the_tangent_and_says_nothing_to_the_server(open_page):
    page = open_page("eta=0.1&w=5&loss=bowl")
    sent = []
    page.on("websocket", lambda socket: sent.append(socket))
    page.evaluate(
        """() => { window.sent = 0; const send = WebSocket.prototype.send;
                   WebSocket.prototype.send = function (x) { window.sent++; return send.call(this, x); };
                   window.seen = [];
                   const look = () => {
                     const path = document.querySelectorAll('.st-key-curve .scatterlayer .trace .point');
                     const biggest = [...path].find((p) => p.getAttribute('d')?.startsWith('M8.5,0'));
                     if (biggest) window.seen.push(biggest.getAttribute('transform'));
                     window.watch = requestAnimationFrame(look); };
                   window.leave = () => { WebSocket.prototype.send = send;
                                          cancelAnimationFrame(window.watch); };
                   look(); }"""
    )
    page.keyboard.press(" ")
    played(page, 3)
    page.keyboard.press(" ")
    press(page, "next")
    press(page, "back")
    places = {tuple(map(float, re.findall(r"-?[\d.]+", place)[:2])) for place in page.evaluate("window.seen")}
    assert len(places) > 12  # it slid, and did not jump from the end of one leg to the next, six and a start
    assert page.evaluate("window.leave(), window.sent") == 0
    assert not sent


def test_play_ends_at_the_last_step_and_begins_anew(open_light):
    page = open_light("steps=2&step=1")
    page.locator(".gdviz-speed").select_option("4")
    press(page, "play")
    expect(status(page)).to_have_text("step 2 of 2")
    expect(page.locator(".gdviz-player")).not_to_have_attribute("data-playing", "")
    page.evaluate(
        """() => { window.said = [];
                   const status = document.querySelector(".gdviz-status");
                   new MutationObserver(() => window.said.push(status.textContent))
                     .observe(status, { childList: true, characterData: true, subtree: true }); }"""
    )
    press(page, "play")
    eventually(page, lambda: len(page.evaluate("window.said")) >= 3)
    expect(status(page)).to_have_text("step 2 of 2")
    said = [status for status, _ in itertools.groupby(page.evaluate("window.said"))]
    assert said == [f"step {step} of 2" for step in range(3)]


def test_the_article(open_page):
    texts = load_texts("ja")
    page = open_page("lang=ja")
    choose_stop(page, texts("story.step.name"))
    worked = page.locator(".gdviz-worked")
    expect(worked).to_contain_text("0.001 × 10 = 0.01")
    expect(worked).to_contain_text("2 × 5 = 10")
    expect(worked).to_contain_text("5 − 0.01 = 4.99")
    expect(page).to_have_url(re.compile("eta=0.001.*step=0"))
    # The link it leaves shows the same in a second browser, whatever its own language.
    other = open_page(page.url.split("?")[1], fresh=True)
    assert other.locator(".gdviz-worked").inner_text() == worked.inner_text()
    assert other.locator("h1").inner_text() == texts("page.title")


def test_reload_back_and_forward(open_page):
    page = open_page("eta=0.3&steps=9", fresh=True)
    page.keyboard.press(" ")
    played(page, 2)
    expect(page).to_have_url(re.compile("step=[2-9]"))
    page.reload()
    ready(page)
    expect(page.locator(".gdviz-player")).not_to_have_attribute("data-playing", "")
    step = int(page.locator(".gdviz-scrub").input_value())
    assert step >= 2
    at_step(page, step, of=9)
    first = page.url
    choose_stop(page, load_texts("en")("presets.zigzag"))
    expect(page).to_have_url(re.compile("eta=0.9"))
    expect(page.locator(".gdviz-verdict")).to_contain_text("−0.8")
    at_rest(page)
    page.go_back()
    at_step(page, step, of=9)
    assert page.url == first
    at_rest(page)
    page.go_forward()
    expect(page).to_have_url(re.compile("eta=0.9"))
    expect(page.locator(".gdviz-verdict")).to_contain_text("−0.8")
    at_rest(page)
    page.go_back()
    at_step(page, step, of=9)
    at_rest(page)
    page.go_back()
    expect(page).to_have_url("about:blank")


def test_the_player_lives_on_from_lesson_to_lesson(open_page):
    """The page may build a second panel and take it away again: the player is then on the first one."""
    page = open_page("lang=en", **PHONE)
    for query in ("lesson=network&data=spiral", "lesson=two"):
        go(page, f"{query}&lang=en")
        expect(page.locator(".gdviz-scrub")).to_have_value("0")
        press(page, "next")
        expect(page.locator(".gdviz-scrub")).to_have_value("1")


def test_the_language_switch_keeps_state_and_step(open_page):
    page = open_page("eta=0.9&step=3")

    def to_japanese():
        page.get_by_text("日本語").click()
        expect(page.locator("h1")).to_have_text(load_texts("ja")("page.title"))
        expect(status(page)).to_have_text("3 回目 / 全 30 回")
        expect(page).to_have_url(re.compile("eta=0.9.*step=3.*lang=ja"))
        at_rest(page)

    to_japanese()
    # On the way back the lists report the names that they had, which is no choice.
    page.go_back()
    expect(page.locator("h1")).to_have_text(load_texts("en")("page.title"))
    at_rest(page)
    to_japanese()
    # The lists go on under their other names.
    page.locator(".st-key-eta input").fill("0.4")
    page.locator(".st-key-eta input").press("Enter")
    expect(page).to_have_url(re.compile("eta=0.4"))
    expect(page.locator('[data-testid="stAlert"]')).to_have_count(0)


def test_a_click_on_the_curve_is_the_start(open_page):
    page = open_page()
    box = page.locator(".st-key-curve .nsewdrag").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.6)
    expect(page).to_have_url(re.compile(r"w=-3(&|$)"))
    expect(page.locator(".st-key-w input")).to_have_value("-3")
    expect(page.locator(".gdviz-worked")).to_contain_text("2 × (−3) = −6")


def test_a_bad_link_has_one_notice(open_page):
    page = open_page("eta=quick&w=3")
    [notice] = page.locator('[data-testid="stAlert"]').all()
    assert "eta: “quick” is not a number" in notice.inner_text()
    assert "Used instead: 0.1" in notice.inner_text()
    expect(page).to_have_url(re.compile("eta=0.1&.*w=3"))


def test_what_is_typed_is_the_run(open_page):
    page = open_page()
    entry = page.locator(".st-key-eta input")
    entry.fill("0.95")
    entry.press("Enter")
    expect(page).to_have_url(re.compile("eta=0.95"))
    expect(page.locator(".gdviz-rate output")).to_have_text("η = 0.95")
    entry.fill("11")
    entry.press("Enter")
    expect(page.locator('[data-testid="stAlert"]')).to_contain_text("“11”")
    expect(entry).to_have_value("0.95")


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


# Rules with a loss of their own each; all pairs are computed in the unit tests.
@pytest.mark.parametrize(("loss", "rule"), list(zip(losses_of(1), OPTIMIZERS, strict=False))[4::6])
def test_every_rule_plays(open_light, loss, rule):
    page = open_light(f"loss={loss}&opt={rule}&steps=3")
    page.locator(".gdviz-speed").select_option("4")
    press(page, "next")
    press(page, "play")
    expect(status(page)).to_have_text("step 3 of 3")
    press(page, "back")
    expect(page.locator(".gdviz-worked")).not_to_contain_text("{")
    terms = load_texts("en").section(f"optimizers.{rule}.worked")
    for term in (text for name, text in terms.items() if not name.endswith("_row")):
        expect(page.locator(".gdviz-worked dt").get_by_text(term, exact=True)).to_be_visible()


def test_the_steps_on_the_axis_are_few_after_a_short_run_too(open_page):
    ticks = "document.querySelectorAll('.st-key-loss_by_step .xtick text').length"
    page = open_page("steps=2&eta=0.01")
    for steps, few in ((3, 4), (200, 12), (10, 11), (3000, 12)):
        go(page, f"steps={steps}&eta=0.01")
        expect(status(page)).to_have_text(f"step 0 of {steps}")
        page.wait_for_function(f"{ticks} <= {few} && {ticks} >= 3")


def test_a_long_run_shows_its_steps(open_page):
    page = open_page("steps=10000&eta=0.0001")
    expect(status(page)).to_have_text("step 0 of 10000")
    page.keyboard.press("ArrowRight")
    at_step(page, 100, of=10_000, every=100)
    page.keyboard.press("End")
    at_step(page, 10_000, of=10_000, every=100)
    assert page.locator(".gdviz-row").count() < 40  # only the rows in sight exist
    # Of so long a run the table lists the steps shown.
    expect(page.locator(".gdviz-row[aria-current=step] span").first).to_have_text("10000")
    rows = page.locator(".gdviz-table").get_attribute("aria-rowcount")
    assert rows == "102"
    listed = page.locator(".gdviz-rows .gdviz-row").all_inner_texts()
    assert [text.split()[0] for text in listed[-2:]] == ["9900", "10000"]
    assert all(len(text.split()) >= 4 for text in listed)


def test_the_theme_is_the_reader_s(open_page):
    page = open_page("lang=ja", color_scheme="dark")
    paper = "rgb(14, 17, 23)"
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == paper
    chart = f"getComputedStyle({PLOT.format('curve')}.querySelector('.main-svg')).backgroundColor"
    assert page.evaluate(chart) == paper


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


def test_who_only_hears_the_page_is_told_of_each_step_at_rest(open_light):
    page = open_light("eta=0.1&w=5&loss=bowl&steps=10")
    said = page.locator(".gdviz-player [aria-live]").first
    expect(said).to_have_text("step 0 of 10: W = 5, E = 29")
    press(page, "next")
    expect(said).to_have_text("step 1 of 10: W = 4, E = 20")
    press(page, "play")
    eventually(page, lambda: int(page.locator(".gdviz-scrub").input_value()) >= 2)
    expect(said).to_have_text("step 1 of 10: W = 4, E = 20")
    press(page, "play")
    expect(said).not_to_have_text(re.compile("step 1 of"))


def test_one_key_is_the_look_for_the_projector_and_back(open_page):
    page = open_page("eta=0.1&w=5&loss=bowl")
    expect(page.locator(".gdviz-keys")).to_contain_text("P: the look for the projector")
    press(page, "next")
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("look=present"))
    expect(page.locator(".st-key-start")).to_have_count(0)
    expect(status(page)).to_have_text("E = 20 · step 1 of 30")
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("look=page"))
    expect(page.locator(".st-key-start")).to_have_count(1)
    at_step(page, 1)
    # Who types a p into an entry means a p.
    page.locator(".st-key-eta input").focus()
    page.keyboard.press("p")
    at_rest(page)
    expect(page.locator(".st-key-start")).to_have_count(1)


def test_earlier_rates_stand_at_the_track_and_can_be_forgotten(open_page):
    page = open_page("lang=en&w=5&eta=0.1&schedule=0.9@6&steps=30&step=3")
    earlier = page.locator(".gdviz-earlier")
    expect(earlier).to_contain_text("η = 0.9 until step 6")
    expect(page.locator(".gdviz-worked")).to_contain_text("0.9 ×")
    earlier.click()
    expect(page).not_to_have_url(re.compile("schedule="))
    expect(earlier).to_have_count(0)
    # From the start on: 5 − 0.1 · 10.
    press(page, "next")
    expect(page.locator(".gdviz-said")).to_contain_text("W = 4, ")


def test_an_address_that_says_more_is_one_that_the_reader_went_to(open_page):
    page = open_page("lang=en&w=5&eta=0.1&steps=30")
    expect(page).to_have_url(re.compile("step=0"))
    # Written as the browser does on the way back, before the server has drawn anything for it.
    page.evaluate("history.replaceState(null, '', `${location.search}&schedule=0.9@6`)")
    press(page, "next")
    expect(page.locator(".gdviz-said")).to_contain_text("W = 4, ")
    page.wait_for_timeout(1200)  # the address is written 0.5 s after a step
    assert "schedule=0.9@6" in page.url


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


def test_what_a_run_came_to_is_said_where_it_ends(open_page):
    page = open_page("stop=again&lang=en")
    said = page.locator(".gdviz-said")
    expect(said).to_contain_text("Guess first")
    press(page, "last")
    for place in (said, page.locator(".gdviz-worked")):
        expect(place).to_contain_text("from step 18 on")
    press(page, "back")
    expect(page.locator(".gdviz-worked")).not_to_contain_text("from step 18 on")
    expect(said).not_to_contain_text("Guess first")


def test_on_the_projector_the_end_is_said_below_the_buttons(open_page):
    page = open_page("stop=again&look=present&lang=en", wait=".gdviz-status")
    line = page.locator(".gdviz-keys")
    expect(line).to_contain_text("space plays")
    press(page, "last")
    expect(line).to_contain_text("from step 18 on")
    expect(page.locator(".gdviz-status")).to_have_text("E ≈ 4 · step 30 of 30")
    press(page, "first")
    expect(line).to_contain_text("space plays")
    expect(page.locator(".gdviz-status")).to_have_text("E = 29 · step 0 of 30")

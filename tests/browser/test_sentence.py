"""The story's sentence: its numbers are those of the run, and are dragged; what it names is marked."""

import re

import pytest
from playwright.sync_api import expect

from gdviz.link.story import STOPS
from gdviz.texts import load_texts
from tests.browser.conftest import PHONE, at_rest, eventually

SENTENCE = ".st-key-lead .gdviz-story"


def numbers(page):
    text = page.locator(SENTENCE).inner_text().replace("−", "-")
    return [float(number) for number in re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?", text)]


def drag(page, number, pixels):
    box = number.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + pixels / 2, y)
    page.mouse.move(x + pixels, y, steps=5)


def field(page, name):
    return page.evaluate("(name) => new URLSearchParams(location.search).get(name)", name)


def test_the_rate_in_the_sentence_is_dragged(open_page):
    page = open_page("stop=again&lang=ja")
    number = page.locator(f"{SENTENCE} .gdviz-eta")
    expect(number).to_have_attribute("aria-valuenow", "0.15")
    drag(page, number, 60)
    held = float(number.inner_text())
    assert held > 0.15
    # The track and the first step on the curve are held with it, and the run is still the one before.
    assert page.locator(".gdviz-track input").get_attribute("aria-valuetext") == number.inner_text()
    expect(page.locator(".gdviz-preview .gdviz-next")).to_be_visible()
    assert field(page, "eta") == "0.15"
    page.mouse.up()
    eventually(page, lambda: field(page, "eta") == f"{held:g}")
    eventually(page, lambda: f"{1 - 2 * held:.6g}" in {f"{n:.6g}" for n in numbers(page)})
    assert numbers(page)[0] == held
    expect(page.locator(".gdviz-preview")).to_have_count(0)
    assert field(page, "stop") == "again"


def test_the_weight_in_the_sentence_is_moved_by_the_arrows(open_page):
    page = open_page("stop=slope&lang=en", **PHONE)
    assert numbers(page)[:4] == [5, 4, 2, 10]
    number = page.locator(f"{SENTENCE} .gdviz-w")
    number.focus()
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator(".gdviz-preview .gdviz-held")).to_be_visible()
    held = float(number.inner_text())
    assert held < 5
    eventually(page, lambda: field(page, "w") == f"{held:g}")
    eventually(page, lambda: numbers(page)[3] == 2 * held)
    for _ in range(10):
        page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator(SENTENCE)).to_contain_text(
        "the tangent falls to the right. To make E smaller, W has to go right"
    )
    w, _, _, slope = numbers(page)[:4]
    assert w < 0
    assert slope == pytest.approx(2 * w)
    # The arrows are those of the number, not of the player.
    assert page.locator(".gdviz-scrub").input_value() == "0"


WORD = """(word) => {
  const middle = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  };
  const plot = document.querySelector(".st-key-curve .js-plotly-plot");
  const texts = [...plot.querySelectorAll(".textpoint text")].filter((e) => e.textContent === word);
  const { xaxis, yaxis } = plot._fullLayout;
  const { left, top } = plot.querySelector(".nsewdrag").getBoundingClientRect();
  const at = (x, y) => [left + xaxis.l2p(x), top + yaxis.l2p(y)];
  return { texts: texts.map(middle), places: { A: at(5, 29), B: at(0, 4) } };
}"""


@pytest.mark.parametrize(("query", "device"), [("stop=a-to-b", {}), ("stop=again&lang=ja", PHONE)])
def test_a_and_b_stand_at_the_start_and_at_the_minimum(open_page, query, device):
    page = open_page(query, **device)
    for step in ("0", "3"):
        page.wait_for_function("(step) => document.querySelector('.gdviz-scrub').value === step", arg=step)
        for word in "AB":
            seen = page.evaluate(WORD, word)
            [(x, y)] = seen["texts"]
            left, top = seen["places"][word]
            assert abs(x - left) < 50, word
            assert 0 < top - y < 60, word
        for _ in range(3):
            page.keyboard.press("ArrowRight")


def test_another_curve_has_no_a_and_b(open_page):
    page = open_page("stop=flat")
    assert page.evaluate(WORD, "A")["texts"] == []


PROJECTOR = {"viewport": {"width": 1280, "height": 720}}


@pytest.mark.parametrize(("look", "lang", "device"), [("present", "ja", PROJECTOR), ("page", "en", PHONE)])
def test_next_alone_leads_through_the_story(open_page, look, lang, device):
    stops = [*STOPS]
    page = open_page(f"stop={stops[0]}&look={look}&lang={lang}", wait=".gdviz-player", **device)
    texts = load_texts(lang)
    for name in stops:
        page.wait_for_function("(name) => location.search.includes(`stop=${name}&`)", arg=name)
        at_rest(page)
        sentence = page.locator(".gdviz-story")
        key = f"story.{name}.{'positive' if name == 'slope' else 'text'}"
        expect(sentence).to_contain_text(texts(key).split("{")[0].split("*")[0])
        expect(sentence).to_be_in_viewport(ratio=1)
        # What it says to watch is there, and so is what plays it, where something moves.
        if STOPS[name].chart:
            expect(page.locator(f".st-key-panel_{STOPS[name].chart}")).to_be_in_viewport(ratio=0.9)
        if name != "cost":
            expect(page.locator('[data-do="next"]')).to_be_in_viewport(ratio=1)
        if name != stops[-1]:
            page.locator(".st-key-next button").click()
    expect(page.locator(".st-key-next button")).to_be_disabled()

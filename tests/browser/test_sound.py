"""A run can be followed by ear: each step's slope is a tone, for who asked for it."""

import math

import pytest
from playwright.sync_api import expect

from gdviz.texts import load_texts
from tests.browser.conftest import PHONE, at_rest, choose_stop, eventually

# An AudioContext that says nothing, but remembers what it would have said.
STUB = """() => {
  window.heard = [];
  const joint = { connect: (next) => next };
  const value = (tell) => ({
    setValueAtTime: (value) => tell(value),
    linearRampToValueAtTime() {},
    exponentialRampToValueAtTime() {},
  });
  window.AudioContext = class {
    state = "running";
    currentTime = 0;
    destination = joint;
    createOscillator() {
      let hertz = 0;
      const start = () => window.heard.push(hertz);
      return { ...joint, frequency: value((told) => { hertz = told; }), start, stop() {} };
    }
    createGain() { return { ...joint, gain: value(() => {}) }; }
    createStereoPanner() { return { ...joint, pan: value(() => {}) }; }
    close() {}
  };
}"""


def heard(page):
    """What has sounded since this was asked last."""
    return page.evaluate("window.heard.splice(0)")


def hertz(slope):
    """An octave for each tenfold, from 110 Hz at a slope of 0.01 on."""
    return 110 * 2 ** math.log10(slope / 0.01)


def button(page):
    return page.locator('[data-do="sound"]')


def test_the_slopes_of_the_bowl_are_heard_once_that_is_asked_for(open_page):
    page = open_page("eta=0.1&steps=60&lang=en", fresh=True)
    page.evaluate(STUB)
    expect(button(page)).to_have_attribute("aria-label", load_texts("en")("player.sound"))
    expect(button(page)).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert heard(page) == []
    button(page).click()
    expect(button(page)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert heard(page) == pytest.approx([hertz(10), hertz(8), hertz(6.4)], abs=0.01)
    assert hertz(10) == pytest.approx(880)
    # The end, which is an arrival, has a tone of its own.
    page.keyboard.press("End")
    first, *cue = heard(page)
    assert (first, cue) == (110, [523, 784])
    # Another run is heard, too, and no address has heard of it.
    choose_stop(page, load_texts("en")("presets.explode"))
    page.wait_for_function("new URLSearchParams(location.search).get('eta') === '1.1'")
    at_rest(page)
    expect(page.locator(".gdviz-scrub")).to_have_value("0")
    assert heard(page) == []
    page.keyboard.press("End")
    assert heard(page)[1:] == [440]
    assert "sound" not in page.url
    button(page).click()
    page.keyboard.press("Home")
    assert heard(page) == []


def test_a_browser_s_own_sound_takes_all_that_is_asked_of_it(open_light):
    page = open_light("eta=0.9&w=-5&steps=60&lang=ja")
    page.evaluate("""() => {
      window.made = [];
      const Own = window.AudioContext;
      window.AudioContext = class extends Own { constructor() { super(); window.made.push(this); } };
    }""")
    button(page).click()
    page.keyboard.press("End")
    eventually(page, lambda: page.evaluate("window.made.map(({ state }) => state)") == ["running"])


@pytest.mark.parametrize("query", ["race=gd:0.1,momentum:0.1", "lesson=network&view=chain"])
def test_where_nothing_would_be_heard_there_is_no_button(open_light, query):
    page = open_light(query)
    expect(button(page)).to_be_hidden()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_on_a_phone_the_player_stays_two_rows(open_page, lang):
    page = open_page(f"lang={lang}", **PHONE)
    expect(button(page)).to_be_in_viewport(ratio=1)
    rows = page.evaluate("""() => ['.gdviz-player', '.gdviz-tools'].map((name) => {
      const parts = [...document.querySelectorAll(`${name} :is(button, input, select)`)];
      const boxes = parts.map((part) => part.getBoundingClientRect()).filter(({ width }) => width);
      return new Set(boxes.map(({ y, height }) => Math.round(y + height / 2))).size;
    })""")
    assert rows == [2, 1]

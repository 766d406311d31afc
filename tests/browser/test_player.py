"""The player as a reader meets it: its buttons and keys, and what it says while it plays and at the end."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from gdviz.core.losses import losses_of
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.texts import load_texts
from tests.browser.conftest import at_rest, eventually, played
from tests.browser.steps import at_step, press, shows, status


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

"""Who has no mouse: few stops to what the page is for, and a way past what stands before it."""

import pytest
from playwright.sync_api import expect

from gdviz.link.bounds import LANGUAGES
from gdviz.texts import load_texts
from tests.cases import in_turn

# Of each lesson, where the learning rate is entered.
RATE = {"one": ".gdviz-track input", "two": ".gdviz-track input", "network": ".gdviz-track input"}
MOST_STOPS = 14  # two links past the others, and three stops for those of the story


def stops_before(page, what, most):
    """How many times Tab is pressed until this has the focus."""
    for count in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.evaluate("(what) => document.activeElement.matches(what)", what):
            return count
    raise AssertionError(f"{what} is further than {most} stops")


@pytest.mark.parametrize(("lesson", "lang"), in_turn(RATE, LANGUAGES))
def test_a_few_stops_lead_to_the_learning_rate(open_page, lesson, lang):
    page = open_page(f"lesson={lesson}&lang={lang}")
    texts = load_texts(lang).section("player")
    assert stops_before(page, ".gdviz-to-rate", 2) == 1
    link = page.locator(":focus")
    expect(link).to_have_text(texts["to_rate"])
    expect(link).to_be_in_viewport(ratio=1)
    assert link.evaluate("(link) => getComputedStyle(link).clipPath") == "none"
    address = page.url
    page.keyboard.press("Enter")
    expect(page.locator(RATE[lesson])).to_be_focused()
    assert page.url == address
    assert page.evaluate("document.querySelector('.gdviz-skip').ariaLabel") == texts["skip"]


# The page of one weight is that of two.
@pytest.mark.parametrize("lesson", ["two", "network"])
def test_the_way_without_links_is_short_too(open_page, lesson):
    page = open_page(f"lesson={lesson}&lang=en")
    assert stops_before(page, RATE[lesson], MOST_STOPS)


def test_a_link_leads_to_the_player(open_page):
    page = open_page("lang=en")
    stops_before(page, ".gdviz-to-player", 2)
    page.keyboard.press("Enter")
    expect(page.locator(".gdviz-play")).to_be_focused()


def test_a_link_that_leads_nowhere_is_not_there(open_page):
    page = open_page("lang=en&lesson=network&view=nudge")
    expect(page.locator(".gdviz-to-rate")).to_be_hidden()
    page = open_page("lang=en&race=gd:0.1,momentum:0.1")
    expect(page.locator(".gdviz-to-rate")).to_be_hidden()
    assert stops_before(page, ".gdviz-to-player", 1)


def test_three_stops_of_the_keyboard_lead_through_the_story(open_page):
    page = open_page("stop=step&lang=en")
    stops_before(page, ".st-key-back button", MOST_STOPS)
    page.keyboard.press("Tab")
    expect(page.locator(".st-key-stop input")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".st-key-next button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-lead")).to_contain_text(load_texts("en")("story.again.text").split("{")[0])
    expect(page.locator(".gdviz-track input")).to_have_attribute("aria-valuetext", "0.15")


def test_who_presses_a_stop_has_the_keys_of_the_player(open_page):
    page = open_page("lang=en")
    page.locator(".st-key-next button").click()
    expect(page.locator(".gdviz-status")).to_have_text("step 0 of 10")  # the run is there
    page.keyboard.press("ArrowRight")
    expect(page.locator(".gdviz-scrub")).to_have_value("1")

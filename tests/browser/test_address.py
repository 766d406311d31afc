"""What the address says is what the page shows: a link, the way back, what is typed, another language."""

import re

from playwright.sync_api import expect

from gdviz.texts import load_texts
from tests.browser.conftest import PHONE, at_rest, choose_stop, go, played, ready
from tests.browser.steps import at_step, press, status


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
    # What comes after needs an address that is that of the run.
    page.evaluate("history.replaceState(null, '', location.search.replace('&schedule=0.9@6', ''))")

"""The Japanese page is Japanese, also what Streamlit says of its own parts."""

from playwright.sync_api import expect

from gdviz.texts import load_texts
from tests.browser.conftest import at_rest, go

LATIN = """() => [...document.querySelectorAll('[aria-label], [placeholder]')].flatMap((part) =>
  [part.getAttribute('aria-label'), part.getAttribute('placeholder')]
).filter((name) => /[A-Za-z]{3}/.test(name ?? ''))"""


def names(lang):
    return load_texts(lang).section("player")["names"]


def test_no_part_of_the_japanese_page_has_an_english_name(open_page):
    page = open_page("lang=ja", locale="en-US")
    at_rest(page)
    assert page.evaluate("document.documentElement.lang") == "ja"
    expect(page.locator("[data-testid=stSkipToContent]")).to_be_hidden()
    assert page.evaluate(LATIN) == []
    # Nor of a panel that comes later, and what is written in it.
    page.locator('[data-do="share"]').click()
    expect(page.locator(".gdviz-qr")).to_be_visible()
    at_rest(page)
    assert page.evaluate(LATIN) == []
    page.locator(".st-key-make_hide input").press_sequentially("zz")
    expect(page.locator("[data-testid=stMultiSelectDropdown]")).to_have_text(names("ja")["none"])
    page.wait_for_function("document.querySelector('[role=log]')?.textContent.includes('0 個')")
    page.keyboard.press("Escape")
    go(page, "lesson=two&loss=line-fit&lang=ja")
    page.locator(".st-key-data_panel button").first.click()
    page.locator(".st-key-pairs_typed textarea").press_sequentially("1")
    apply = names("ja")["apply"].format(what="Ctrl+Enter")
    expect(page.locator("[data-testid=InputInstructions] span").first).to_have_text(apply)
    at_rest(page)
    assert page.evaluate(LATIN) == []


def test_names_and_lists_follow_the_language(open_page):
    page = open_page("stop=a-to-b&lang=en")
    button = page.locator(".st-key-eta [data-testid=stNumberInputStepUp]")
    for lang in ("ja", "en", "ja"):
        page.locator(".st-key-lang button").nth(["en", "ja"].index(lang)).click()
        expect(button).to_have_attribute("aria-label", names(lang)["increment"])
        help_ = names(lang)["help"].format(what=load_texts(lang)("page.w_slider"))
        expect(page.locator(".st-key-start .stSlider button")).to_have_attribute("aria-label", help_)
        assert page.evaluate("document.documentElement.lang") == lang
        expect(page.locator(".st-key-stop input")).to_have_value(
            f"1 · {load_texts(lang)('story.a-to-b.name')}"
        )
        expect(page.locator(".st-key-loss input")).to_have_value(load_texts(lang)("losses.bowl.name"))


def test_a_language_and_at_once_another_leave_the_page_whole(open_page):
    page = open_page("loss=line-fit&lang=en")
    for first in (1, 0):
        page.locator(".st-key-lang button").nth(first).evaluate("(button) => button.click()")
        page.wait_for_timeout(25)
        page.locator(".st-key-lang button").nth(1 - first).evaluate("(button) => button.click()")
        at_rest(page)
        expect(page.locator(".gdviz-scrub")).to_be_visible()
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
    expect(page.locator(".st-key-loss input")).to_have_value(load_texts("ja")("losses.line-fit.name"))

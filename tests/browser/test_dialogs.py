"""What a button opens: the focus goes in, stays in while it is open, and comes back to the button."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at_rest

IS_INSIDE = "document.querySelector('[role=dialog]').contains(document.activeElement)"


def opened(page, tool):
    """The panel of one of the player's tools, opened by its key."""
    button = page.locator(f'[data-do="{tool}"]')
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[role=dialog]")).to_be_visible()
    at_rest(page)
    page.wait_for_function(IS_INSIDE)
    return button


def closed(page, button):
    """Nothing is open any more, and the button that opened it has the focus."""
    expect(page.locator("[role=dialog]")).to_have_count(0)
    expect(button).to_be_focused()


def test_a_panel_keeps_the_focus_and_gives_it_back(open_page):
    page = open_page("lang=en&step=3")
    for tool, last in [("share", "summary >> nth=0"), ("home", ".st-key-home_sheet button")]:
        button = opened(page, tool)
        expect(page.locator(f"[role=dialog] {last}")).to_be_visible()
        for key in ["Tab"] * 20 + ["Shift+Tab"] * 3:
            page.keyboard.press(key)
            assert page.evaluate(IS_INSIDE), (tool, key)
        page.keyboard.press("Escape")
        closed(page, button)


def test_a_panel_closes_after_something_was_changed_in_it(open_page):
    page = open_page("lang=ja")
    button = opened(page, "share")
    look = page.locator(".st-key-make_look input")
    before = look.input_value()
    look.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=listbox]")).to_be_visible()
    page.keyboard.press("Escape")  # closes the list alone
    expect(page.locator("[role=listbox]")).to_have_count(0)
    expect(look).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=listbox]")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(look).not_to_have_value(before)
    expect(page.locator("[role=listbox]")).to_have_count(0)  # until it is gone, Escape is its own
    expect(page.locator("[role=dialog] code").first).to_contain_text("look=")
    at_rest(page)
    page.keyboard.press("Escape")
    closed(page, button)


def test_escape_leaves_the_full_screen_and_then_the_panel(open_page):
    page = open_page("lang=en")
    button, code = opened(page, "share"), page.locator(".gdviz-qr")
    code.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.fullscreenElement?.matches('.gdviz-qr')")
    page.keyboard.press("Escape")
    page.wait_for_function("!document.fullscreenElement")
    expect(code).to_be_focused()
    page.keyboard.press("Escape")
    closed(page, button)


@pytest.mark.parametrize(
    ("query", "place"), [("lang=en", "header"), ("lang=ja&race=gd:0.1,momentum:0.1", "rate")]
)
def test_tab_leads_into_what_a_button_opens_on_the_page(open_page, query, place):
    page = open_page(query, wait=".gdviz-status")
    button = page.locator(f".st-key-{place} [data-testid=stPopoverButton]")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-testid=stPopoverBody]")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(IS_INSIDE)
    page.keyboard.press("Escape")
    closed(page, button)

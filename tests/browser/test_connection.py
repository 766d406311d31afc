"""A server that is gone for a while: the lesson goes on, and afterwards all is as it was."""

import os
import signal
from urllib.parse import urlsplit

from playwright.sync_api import expect

from gdviz.texts import load_texts
from tests.browser.conftest import at_rest, ready
from tests.server import serve

JA = load_texts("ja")
AWAY = ".gdviz-away"


def test_while_the_server_is_away_the_lesson_goes_on(browser):
    context = browser.new_context(locale="ja-JP", viewport={"width": 1280, "height": 720})
    page = context.new_page()
    with serve() as server:
        page.goto(f"{server.url}/?loss=cliff&eta=0.2&w=4")
        ready(page)
        page.keyboard.press("ArrowRight")
        expect(page.locator(".gdviz-scrub")).to_have_value("1")
        os.kill(server.pid, signal.SIGKILL)
        expect(page.locator(AWAY)).to_have_text(JA("player.away"))
        # Streamlit's own words to developers are not on the page.
        page.wait_for_timeout(1500)
        expect(page.locator("[role=dialog]:visible")).to_have_count(0)
        page.keyboard.press(" ")
        page.wait_for_function("document.querySelector('.gdviz-scrub').value >= 4")
        page.keyboard.press(" ")
        step = page.locator(".gdviz-scrub").input_value()
        address = urlsplit(server.url)
    with serve(port=address.port):
        expect(page.locator(AWAY)).to_be_hidden()
        at_rest(page)
        ready(page)
        expect(page.locator(".gdviz-scrub")).to_have_value(step)
        for field in ("loss=cliff", "eta=0.2", "w=4", f"step={step}"):
            assert field in page.url
        # And it is a page that changes again.
        page.locator(".gdviz-track input").focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("!location.search.includes('eta=0.2&')")
    context.close()

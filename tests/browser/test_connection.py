"""A server that is gone for a while, or slow to be heard: the lesson goes on, and no change is lost."""

import os
import re
import signal
from urllib.parse import urlsplit

from playwright.sync_api import WebSocketRoute, expect

from gdviz.texts import load_texts
from tests.browser.conftest import GO, at_rest, eventually, ready
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


def test_what_is_pressed_before_an_answer_is_heard_undoes_no_change(browser, url):
    """A browser reports all its entries with each press, also those that the server has set anew since."""
    page = browser.new_page(locale="en-US", viewport={"width": 1280, "height": 900})
    asked, held = [], []
    is_held = False

    def connect(reader: WebSocketRoute) -> None:
        server = reader.connect_to_server()

        def ask(message):
            asked.append(message)
            server.send(message)

        def answer(message):
            held.append(message) if is_held else reader.send(message)

        reader.on_message(ask)
        server.on_message(answer)
        heard.append(reader)

    heard: list[WebSocketRoute] = []
    page.route_web_socket("**/stream*", connect)
    page.goto(f"{url}/?loss=bowl&eta=0.1&w=5&steps=30&lang=en")
    ready(page)
    at_rest(page)
    entry, track = page.locator(".st-key-eta input"), page.locator(".gdviz-track input")
    before = page.url.partition("?")[2]

    def after_a_change(press):
        """The rate is set to its highest, and something pressed before that is heard."""
        nonlocal is_held
        is_held = True
        for do in (lambda: (track.focus(), page.keyboard.press("End")), press):
            count, answers = len(asked), len(held)
            do()
            eventually(page, lambda: len(asked) > count and len(held) > answers)  # noqa: B023
            page.wait_for_timeout(500)
        is_held = False
        for message in held:
            heard[-1].send(message)
        held.clear()
        page.wait_for_timeout(500)
        at_rest(page)

    # The steps a frame: the rate stays.
    after_a_change(lambda: page.locator(".st-key-every").get_by_text("×10", exact=True).click())
    expect(page).to_have_url(re.compile("eta=10&.*every=10&"))
    expect(entry).to_have_value("10")
    expect(page.locator(".gdviz-rate output")).to_have_text("η = 10")
    # Back to the first link.
    page.evaluate(GO, f"?{before}")
    expect(entry).to_have_value("0.1")
    at_rest(page)
    after_a_change(lambda: page.evaluate(GO, f"?{before}"))
    expect(entry).to_have_value("0.1")
    expect(page.locator(".gdviz-rate output")).to_have_text("η = 0.1")
    page.close()

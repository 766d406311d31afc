"""Each step is said before it is shown: typed, pressed, moved to, or skipped."""

import re

import pytest
from playwright.sync_api import expect

from gdviz.texts import load_texts
from tests.browser.conftest import PHONE, ready
from tests.browser.guesses import GUESS, guess_box, say_it

EN, JA = load_texts("en"), load_texts("ja")


def test_play_and_step_wait_until_it_is_said_where_the_step_leads(open_page):
    page = open_page("predict=on&eta=0.3")
    verdict, thresholds_scale = page.locator(".gdviz-verdict"), page.locator(".gdviz-ruler")
    expect(verdict).to_be_hidden()
    expect(thresholds_scale).to_be_hidden()
    zones = page.locator(".gdviz-strip span, .gdviz-ticks small")
    expect(zones).to_have_count(0)
    expect(guess_box(page)).to_contain_text(EN("predict.regime", rule="gd, η = 0.3"))
    for key in (" ", "ArrowRight", "End"):
        page.keyboard.press(key)
    expect(page.locator(".gdviz-status")).to_have_text("step 0 of 30")
    page.get_by_role("button", name=EN("ruler.zigzag")).click()
    expect(guess_box(page)).to_contain_text("glides below 0.5")
    expect(thresholds_scale).to_be_visible()
    expect(zones.last).to_be_visible()
    expect(zones).to_have_count(7)  # five zones, two thresholds
    page.keyboard.press(" ")
    expect(guess_box(page)).to_contain_text(EN("predict.ask", letter="W", rule="gd, η = 0.3"))
    assert "5 − 3" not in page.locator(".gdviz-worked").inner_text()
    assert page.locator(".gdviz-rows .gdviz-row").count() == 1
    say_it(page, "8")
    expect(guess_box(page)).to_contain_text(EN("predict.forgot-minus"))
    expect(guess_box(page)).to_contain_text("Your guess: 8. It is 2: 6 apart.")
    page.get_by_text("日本語").click()
    expect(guess_box(page)).to_contain_text(JA("predict.forgot-minus"))
    page.get_by_text("English").click()
    expect(guess_box(page)).to_contain_text(EN("predict.forgot-minus"))
    expect(page.locator(".gdviz-worked")).to_contain_text("5 − 3 = 2")
    expect(page.locator(".gdviz-status")).to_have_text("step 1 of 30")
    page.locator("h1").click()
    page.keyboard.press("ArrowRight")  # opens the next question, and does not step
    expect(page.locator(".gdviz-status")).to_have_text("step 1 of 30")
    say_it(page, "0.8")
    expect(guess_box(page)).to_contain_text(EN("predict.exact"))
    expect(guess_box(page)).to_contain_text("Guesses: 2 · right to two digits: 1")
    page.keyboard.press("Home")
    expect(page.locator(".gdviz-status")).to_have_text("step 0 of 30")
    page.keyboard.press("End")  # only as far as is known
    expect(page.locator(".gdviz-status")).to_have_text("step 2 of 30")
    expect(verdict).to_be_hidden()


@pytest.mark.parametrize("how", ["thumb", "keys"])
def test_the_ring_is_moved(open_page, how):
    page = open_page("predict=skip&eta=0.3", **(PHONE if how == "thumb" else {}))
    page.get_by_role("button", name=EN("predict.skip")).click()
    expect(page.locator(".gdviz-ring")).to_be_visible()
    field = page.locator(f"{GUESS} input")
    if how == "keys":
        for _ in range(6):
            page.keyboard.press("Shift+ArrowLeft")
        assert float(field.input_value()) == pytest.approx(2)
    else:
        page.locator(".st-key-curve").scroll_into_view_if_needed()
        area = page.locator(".st-key-curve .nsewdrag").first.bounding_box()
        x, y = area["x"] + area["width"] * 8 / 12, area["y"] + 60  # W = 2
        if how == "mouse":
            page.mouse.move(x + 80, y)
            page.mouse.down()
            page.mouse.move(x, y, steps=4)
            page.mouse.up()
        else:
            page.touchscreen.tap(x, y)
        expect(field).not_to_have_value("5")
        assert float(field.input_value()) == pytest.approx(2, abs=0.06)
    ring = page.locator(".gdviz-ring").bounding_box()
    area = page.locator(".st-key-curve .nsewdrag").first.bounding_box()
    share = (ring["x"] + ring["width"] / 2 - area["x"]) / area["width"]
    assert share == pytest.approx(8 / 12, abs=0.01)
    page.locator(f"{GUESS} [type=submit]").click()
    expect(guess_box(page)).to_contain_text(
        re.compile(f"{EN('predict.exact')}|{EN('predict.right')}|{EN('predict.close')}")
    )
    expect(page.locator(".gdviz-status")).to_have_text("step 1 of 30")


def test_in_the_plane_the_guess_is_a_point(open_page):
    texts = JA
    page = open_page("predict=skip&loss=valley&lang=ja")
    page.get_by_role("button", name=texts("predict.skip")).click()
    area = page.locator(".st-key-landscape .nsewdrag").bounding_box()
    page.mouse.click(area["x"] + area["width"] / 4, area["y"] + area["height"] / 4)  # (−5, 2.5)
    expect(page.locator(f"{GUESS} input").first).not_to_have_value("−7")
    typed = [float(field.input_value().replace("−", "-")) for field in page.locator(f"{GUESS} input").all()]
    assert typed == pytest.approx([-5, 2.5], abs=0.1)
    page.keyboard.press("ArrowUp")
    expect(page.locator(f"{GUESS} input").nth(1)).not_to_have_value(str(typed[1]))
    say_it(page, "−7.665", "5.8")
    expect(guess_box(page)).to_contain_text(texts("predict.forgot-minus"))
    expect(page.locator(".gdviz-worked")).to_contain_text("−1.8")
    assert page.url.count("w=-7") == 1  # a guess is no start


def test_a_class_may_skip_where_the_teacher_lets_it(open_page):
    page = open_page("predict=skip&loss=absolute&steps=2")  # no thresholds: no question about the rate
    for step in (1, 2):
        page.get_by_role("button", name=EN("predict.skip")).click()
        # While the step still slides, a press only ends the slide.
        expect(page.locator(".gdviz-status")).to_have_text(f"step {step} of 2")
        page.keyboard.press("ArrowRight")
    expect(page.locator(".gdviz-status")).to_have_text("step 2 of 2")
    expect(page.locator(".gdviz-verdict")).to_be_visible()
    held = open_page("predict=on&loss=absolute&steps=2")
    expect(guess_box(held)).to_contain_text(EN("predict.ask", letter="W", rule="gd, η = 0.4"))
    expect(held.locator('[data-do="home"]')).to_be_hidden()  # it has the answers in it
    assert held.get_by_role("button", name=EN("predict.skip")).count() == 0
    say_it(held, "W")
    expect(guess_box(held)).to_contain_text(EN("predict.not-a-number"))


def test_guesses_go_nowhere_else(open_page):
    page = open_page("predict=on&loss=absolute")
    sent = []
    page.on("websocket", lambda socket: sent.append(socket))
    frames = []
    page.reload()
    ready(page)
    sent[-1].on("framesent", lambda data: frames.append(data))
    say_it(page, "4.321")
    expect(page.locator(".gdviz-status")).to_have_text("step 1 of 30")
    # What the server is told next is all that it is told.
    page.get_by_text("日本語").click()
    expect(page.locator("h1")).to_have_text(JA("page.title"))
    told = b"".join(frame if isinstance(frame, bytes) else frame.encode() for frame in frames)
    assert told
    assert b"4.321" not in told
    assert "4.321" not in page.url

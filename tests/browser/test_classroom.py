"""The classroom as teachers and students meet it: predictions, missions, typed losses, links, downloads."""

import io
import json
import re
import urllib.parse

import numpy as np
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from gdviz.core.descent import descend
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.link.bounds import HIDEABLE
from gdviz.link.settings import Settings
from gdviz.player import assets
from gdviz.texts import load_texts
from tests.browser.conftest import PHONE, PLAYER, eventually, ready
from tests.server import ROOT

EN, JA = load_texts("en"), load_texts("ja")
GUESS = ".gdviz-guess"


def say_it(page, *numbers):
    """Say where a step leads, and see it there at once: how it slides there is not looked at."""
    page.emulate_media(reduced_motion="reduce")
    for field, number in zip(page.locator(f"{GUESS} input").all(), numbers, strict=True):
        field.fill(number)
    page.locator(f"{GUESS} [type=submit]").click()


def guess_box(page):
    return page.locator(GUESS)


# --- Predict, then see --------------------------------------------------------------------

# W = 5, slope 10, η = 0.3: ΔW = 3, and the next W is 2.
ONE = {"weights": [5], "slope": [10], "update": [3], "rate": 0.3}
# The slope is negative: W = −4, slope −8, η = 0.1, ΔW = −0.8, next −3.2.
LEFT = {"weights": [-4], "slope": [-8], "update": [-0.8], "rate": 0.1}
# Momentum: ΔW = 1.5 though η · slope is 1.
FAST = {"weights": [5], "slope": [10], "update": [1.5], "rate": 0.1}
# Momentum past the minimum: it goes up the slope.
UPHILL = {"weights": [-1], "slope": [-2], "update": [0.5], "rate": 0.1}
# (−7, 2), slopes (−0.7, 4), η = 0.95: ΔW = (−0.665, 3.8), next (−6.335, −1.8).
TWO = {"weights": [-7, 2], "slope": [-0.7, 4], "update": [-0.665, 3.8], "rate": 0.95}
RESTING = {"weights": [1], "slope": [0], "update": [0], "rate": 0.1}
# W = 2, slope 4, η = 0.5: W + ΔW is 4, and so is the slope; ΔW is 2, and so is W.
TWICE = {"weights": [2], "slope": [4], "update": [2], "rate": 0.5}


@pytest.mark.parametrize(
    ("step", "guess", "kind"),
    [
        (ONE, [2], "exact"),
        (ONE, [2.04], "right"),
        (ONE, [1.96], "right"),
        (ONE, [2.06], "close"),
        (ONE, [5], "stayed"),
        (ONE, [8], "forgot-minus"),
        (ONE, [-5], "forgot-rate"),
        (ONE, [15], "forgot-both"),
        (ONE, [3], "change-only"),
        (ONE, [10], "slope-only"),
        (ONE, [7.5], "wrong-direction"),
        (ONE, [5.5], "uphill"),
        (ONE, [4.5], "too-short"),
        (ONE, [-1.5], "too-long"),
        (LEFT, [-3.2], "exact"),
        (LEFT, [-4.8], "forgot-minus"),
        (LEFT, [4], "forgot-rate"),
        (LEFT, [-12], "forgot-both"),
        (LEFT, [-0.8], "change-only"),
        (LEFT, [-4.1], "uphill"),
        (FAST, [3.5], "exact"),
        (FAST, [4], "forgot-memory"),
        (UPHILL, [-1.5], "exact"),
        (UPHILL, [-0.5], "forgot-minus"),
        (UPHILL, [-0.1], "astray"),
        (FAST, [-5], "too-long"),  # W minus the slope: but the step is no η times the slope
        (FAST, [10], "uphill"),
        (TWO, [-6.335, -1.8], "exact"),
        (TWO, [-6.3, -1.8], "right"),
        (TWO, [-7.665, 5.8], "forgot-minus"),
        (TWO, [-6.3, -1.5], "close"),
        (TWO, [-7, -1.8], "one-only"),
        (TWO, [-6.335, 2], "one-only"),
        (TWO, [-7, 2], "stayed"),
        (TWO, [-3.2, 2.6], "wrong-direction"),
        (TWO, [-5, -9], "too-long"),
        (TWO, [-6.8, 0.9], "too-short"),
        (TWO, [-7, 2.9], "uphill"),
        (TWO, [0, 0], "astray"),
        (RESTING, [1], "exact"),
        (RESTING, [2], "rests"),
        (UPHILL, [-0.4], "wrong-direction"),
        (TWICE, [4], "wrong-direction"),
        (TWICE, [2], "stayed"),
        (TWICE, [-2], "forgot-rate"),
        (ONE, [2.000001], "exact"),
        (ONE, [2.00001], "right"),
    ],
)
def test_what_a_guess_assumed(guesses, step, guess, kind):
    assert guesses.evaluate("([guess, step]) => kindOf(guess, step)", [guess, step]) == kind
    assert EN(f"predict.{kind}") != JA(f"predict.{kind}")


def is_true(kind, guess, step):
    """Whether what is said of a guess is so, by its words alone."""
    w, s, u = (np.array(step[name]) for name in ("weights", "slope", "update"))
    guess, rate, size = np.array(guess), step["rate"], np.linalg.norm(u)

    def about(place, of=u):
        return np.linalg.norm(guess - place) <= 0.0501 * np.linalg.norm(of)

    is_plain = np.allclose(u, rate * s, rtol=1e-8, atol=0)
    way = w - guess
    ratio = np.linalg.norm(way) / size if size else np.inf
    cosine = way @ u / (np.linalg.norm(way) * size) if size and way.any() else 0
    in_size, aligned = 0.75 <= ratio <= 1.334, cosine > 0.94
    match kind:
        case "exact":
            return [f"{x + 0.0:.6g}" for x in guess] == [f"{x + 0.0:.6g}" for x in w - u]
        case "right":
            return about(w - u)
        case "rests":
            return size == 0
        case "stayed":
            return about(w) and size > 0
        case "forgot-minus":
            return about(w + u)
        case "forgot-rate":
            return about(w - s, s) and is_plain
        case "forgot-both":
            return about(w + s, s) and is_plain
        case "slope-only":
            return about(s, s) and is_plain
        case "forgot-memory":
            return about(w - rate * s, rate * s) and not is_plain
        case "change-only":
            return about(u)
        case "one-only":
            return about([w[0] - u[0], w[1]]) or about([w[0], w[1] - u[1]])
        case "close":
            return aligned and in_size
        case "too-long":
            return aligned and ratio > 1.33
        case "too-short":
            return aligned and ratio < 0.76
        case "wrong-direction":
            return in_size and cosine < 0.96
        case "uphill":
            return (guess - w) @ s > 0 and -u @ s < 0
        case "astray":
            return not in_size and cosine < 0.96
    return False


@pytest.mark.parametrize("rule", OPTIMIZERS)
def test_what_is_said_of_a_guess_is_true(guesses, rule):
    chance, asked = np.random.default_rng(7), []
    for loss in (LOSSES["bowl"], LOSSES["double-well"], LOSSES["valley"], LOSSES["saddle"]):
        for eta in (0.03, 0.1, 0.5, 1.0):
            path = descend(loss, OPTIMIZERS[rule](eta), loss.start, 8)
            for w, s, u in zip(path.weights, path.gradients, path.updates, strict=False):
                # What a mistake gives, what two mistakes give, and anything.
                places = [
                    w - u,
                    w + u,
                    w,
                    u,
                    s,
                    w - s,
                    w + s,
                    w - eta * s,
                    w - 1.1 * u,
                    w - 2 * u,
                    w - 0.3 * u,
                ]
                places += [w - u * [1, 0], w - u * [0, 1]] if len(w) > 1 else [-w, 0 * w]
                places += [w + np.linalg.norm(u) * chance.normal(size=len(w)) for _ in range(6)]
                places += [place + 0.03 * u * chance.normal(size=len(w)) for place in places]
                step = {"weights": w.tolist(), "slope": s.tolist(), "update": u.tolist(), "rate": eta}
                asked += [[[float(f"{x:.6g}") for x in place], step] for place in places]
    kinds = guesses.evaluate("(asked) => asked.map(([guess, step]) => kindOf(guess, step))", asked)
    for kind, (guess, step) in zip(kinds, asked, strict=True):
        assert is_true(kind, guess, step), (kind, guess, step)
    assert len(set(kinds)) > 10


def test_numbers_are_written_as_in_python_and_read_as_one_types(guesses):
    """The table that holds gdviz/numbers.py, too (tests/unit/test_numbers.py)."""
    wrong = guesses.evaluate(
        """(table) => [
          ...table.number.map(([value, text]) => [value, text, say(Number(value))]),
          ...table.about.map(([value, text]) => [value, text, about(Number(value))]),
          ...table.read.map(([typed, value]) => [typed, value, isNaN(read(typed)) ? null : read(typed)]),
        ].filter(([, right, found]) => found !== right)""",
        json.loads((ROOT / "tests/numbers.json").read_text("utf-8")),
    )
    assert wrong == []


def test_an_answer_says_its_power_of_ten(open_light):
    page = open_light("loss=bowl&eta=0.1&w=5&steps=100&step=85&predict=on&lang=en")
    say_it(page, "0")
    expect(guess_box(page)).to_contain_text("It is 2.31584 × 10⁻⁸: 2.31584 × 10⁻⁸ apart.")


@pytest.fixture(scope="module")
def guesses(browser):
    """The code that judges guesses, on a page of its own."""
    page = browser.new_page()
    page.evaluate(PLAYER, assets.code())
    yield page
    page.close()


def test_play_and_step_wait_until_it_is_said_where_the_step_leads(open_page):
    page = open_page("predict=on&eta=0.3", fresh=True)
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


# --- Missions, typed losses ---------------------------------------------------------------


def test_a_mission_is_recognised_when_it_is_solved(open_page):
    texts = load_texts("ja")
    page = open_page("lang=ja")
    page.get_by_role("button", name=texts("missions.name")).click()
    page.get_by_role("button", name=texts("missions.quick.name")).click()
    mission = page.locator('[data-gdviz="mission"]')
    expect(mission).to_contain_text(texts("missions.quick.task"))
    expect(mission).to_contain_text(texts("missions.open"))
    page.keyboard.press("Escape")
    rate = page.locator(".st-key-eta input")
    rate.fill("0.5")
    rate.press("Enter")
    expect(mission).to_contain_text(texts("missions.quick.shows"))
    page.get_by_text(texts("missions.again")).click()
    expect(mission).to_contain_text(texts("missions.open"))
    page.get_by_text(texts("page.explore")).click()
    expect(mission).to_have_count(0)


def test_a_loss_is_typed_and_its_errors_stand_under_it(open_page):
    texts = JA
    page = open_page("lang=ja&formula=W%5E2&domain=-3,3")
    field = page.locator(".st-key-formula input")
    field.fill("W^2 + foo")  # neither Enter nor another field: it is read as it is typed
    wrong = texts("formula.wrong.name", piece="foo", at=7, letters="W", w="W")
    expect(page.get_by_text(wrong)).to_be_visible(timeout=15_000)
    expect(page.locator(".st-key-formula_read")).to_contain_text(texts("formula.still").split("{")[0].strip())
    expect(field).to_have_value("W^2 + foo")
    field.fill("log(W) + 1/W")
    expect(page.locator(".st-key-formula_error")).to_have_text("")
    expect(page).to_have_url(re.compile("formula=log"))
    ready(page)
    heights = "[...document.querySelector('.st-key-curve .js-plotly-plot')._fullData[0].y]"
    page.wait_for_function(f"!({heights}[0] > 0)")
    assert [y for y in page.evaluate(heights)[:240] if y is not None and y == y] == []
    expect(page.locator(".st-key-formulas_one")).to_contain_text("log")
    other = open_page(page.url.split("?")[1])
    assert other.locator(".gdviz-worked").inner_text() == page.locator(".gdviz-worked").inner_text()


# --- One link is a lesson -----------------------------------------------------------------


def seen(code):
    """What is read from a code as it is seen."""
    read = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot(scale="device"))))
    return read[0].text if read else ""


def test_the_code_of_a_lesson_opens_the_very_same_lesson(open_page):
    texts, lang, device = load_texts("ja"), "ja", PHONE
    question = "Where does it land? 次の W は？ <b>&"
    page = open_page(f"loss=double-well&eta=0.04&lang={lang}", **device)
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name=texts("player.share")).click()
    dialog = page.get_by_role("dialog")
    dialog.locator(".st-key-make_q input").fill(question)  # neither Enter nor another field
    link = dialog.locator('[data-testid="stCode"] code').first
    expect(link).to_contain_text("q=~")
    expect(link).to_contain_text("step=1")
    dialog.locator("summary").first.click()
    expect(dialog.locator('[data-testid="stCode"] code').nth(1)).to_contain_text("embed=true")
    page.wait_for_function("(n) => document.querySelector('.gdviz-qr img')?.naturalWidth > n", arg=100)
    code = dialog.locator(".gdviz-qr img")
    expect(code).to_be_visible()
    # The dialog still opens, or has the code before.
    eventually(page, lambda: seen(code) == link.inner_text())
    address = link.inner_text()
    query = urllib.parse.urlsplit(address).query
    settings, notices = Settings.from_query(dict(urllib.parse.parse_qsl(query)))
    assert not notices
    assert (settings.loss, settings.eta, settings.step, settings.q) == ("double-well", 0.04, 1, question)
    code.click()
    page.wait_for_function("document.fullscreenElement?.className === 'gdviz-qr'")
    # Who has no camera types the address.
    expect(page.locator(".gdviz-qr-words").first).to_have_text(address)
    expect(page.locator(".gdviz-qr-words").last).to_have_text(texts("share.leave"))
    expect(page.locator(".gdviz-qr-words").last).to_be_in_viewport()
    page.locator(".gdviz-qr").click()
    page.wait_for_function("!document.fullscreenElement")
    student = open_page(query, fresh=True)
    expect(student.locator(".st-key-class .stMarkdown")).to_have_text(question)
    expect(student.get_by_text(EN("page.explore"))).to_be_visible()  # in the student's own language
    assert student.locator(".st-key-loss, .st-key-presets, [data-do=share]:visible").count() == 0
    expect(student.locator(".gdviz-status")).to_have_text(EN("player.status", step=1, steps=30))


def test_hiding_everything_leaves_a_player_that_plays(open_page):
    # Without a worked step the page is ready when its charts are.
    page = open_page(f"hide={','.join(HIDEABLE)}&steps=3", wait=".gdviz-player[data-drawn]", **PHONE)
    expect(page.locator(".gdviz-play")).to_be_visible()
    page.locator('[data-do="next"]').click()
    expect(page.locator(".gdviz-status")).to_have_text("step 1 of 3")
    page.get_by_text(EN("page.explore")).click()
    expect(page.locator(".st-key-loss")).to_be_visible(timeout=15_000)


# --- Take it home -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "files"),
    [
        ("loss=valley&opt=adam&lang=ja", 4),
        ("lesson=network&data=xor&layers=2&view=chain", 1),
    ],
)
def test_what_is_taken_home_is_whole_and_plays_from_disk(open_page, browser, tmp_path, query, files):
    page = open_page(query)
    page.locator('[data-do="home"]').click()
    buttons = page.get_by_role("dialog").locator('[data-testid="stDownloadButton"] button')
    expect(buttons).to_have_count(files)
    for button in buttons.all():
        with page.expect_download() as download:
            button.click()
        download.value.save_as(tmp_path / download.value.suggested_filename)
    saved = {path.name: path for path in tmp_path.iterdir()}
    assert len(saved) == files
    for name, path in saved.items():
        if name.endswith((".py", ".csv")):
            assert len(path.read_text("utf-8").splitlines()) > 10
    [animation] = [path for name, path in saved.items() if name.endswith(".html") and "worksheet" not in name]
    size = f"{animation.stat().st_size / 1e6:.2g}"
    assert size in buttons.first.inner_text()
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    alone, errors, asked = context.new_page(), [], []
    alone.on("pageerror", lambda error: errors.append(str(error)))
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(animation.as_uri())
    alone.wait_for_selector(".gdviz-player[data-drawn]")
    assert alone.locator(".gdviz-worked").inner_text() == page.locator(".gdviz-worked").inner_text()
    alone.keyboard.press(" ")
    eventually(alone, lambda: int(alone.locator(".gdviz-scrub").input_value()) >= 2)
    alone.keyboard.press("Home")
    alone.locator('[data-do="next"]').click()
    assert alone.locator(".gdviz-scrub").input_value() == "1"
    assert errors == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    context.close()


@pytest.mark.parametrize("query", ["step=2", "lesson=network&view=chain&data=xor&layers=2"])
def test_a_picture_of_the_present_step(open_page, tmp_path, query):
    page = open_page(query)
    with page.expect_download() as download:
        page.locator('[data-do="picture"]').click()
    download.value.save_as(tmp_path / "step.png")
    picture = np.asarray(Image.open(tmp_path / "step.png").convert("RGB"))
    assert picture.shape[1] > 600
    assert len(np.unique(picture.reshape(-1, 3), axis=0)) > 20

"""Before a step is shown it is asked for: the answer is nowhere, and a mistake can be played."""

import contextlib
import json
import re
import struct
import zlib
from urllib.parse import parse_qsl, urlsplit

import numpy as np
import pytest
from playwright.sync_api import expect

from gdviz.core.descent import descend
from gdviz.core.losses import LOSSES
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from gdviz.web import tasks
from tests.browser.conftest import go, ready
from tests.browser.guesses import guess_box, say_it

EN = load_texts("en")

# --- The answer is nowhere before -----------------------------------------------------------

ASKED = [
    "eta=0.37&w=4.3&predict=skip&lang=ja",
    "eta=1.07&w=4.3&predict=on&regime=no&q=Where+does+it+land%3F",
    "loss=double-well&eta=0.053&w=3.3&predict=on&hide=presets,link",
    "loss=himmelblau&opt=adam&eta=0.37&w=-0.7,0.3&predict=on&lang=ja",
    "formula=W%5E4-W%5E2&w=1.37&eta=0.037&predict=on",
]

# All that a page holds: its elements with their names, what the charts were given, what was kept.
HELD = """() => {
  const seen = [document.documentElement.outerHTML, location.href, document.title];
  for (const plot of document.querySelectorAll(".js-plotly-plot")) {
    const full = (plot._fullData ?? []).map(({ x, y, text }) => [x, y, text]);
    seen.push(JSON.stringify([plot.data, plot.layout, full]));
  }
  seen.push(JSON.stringify({ ...sessionStorage }), JSON.stringify({ ...localStorage }));
  for (const input of document.querySelectorAll("input")) seen.push(input.value, input.ariaValueText ?? "");
  return seen.join("\\n");
}"""


def answers(settings, step):
    """Where the steps behind a step lead, their losses and changes, as doubles."""
    path = descend(settings.loss_function, settings.rule.optimizer, settings.w, settings.steps)
    ahead = [
        path.weights[step + 1 : step + 6],
        path.losses[step + 1 : step + 6],
        path.updates[step : step + 5],
    ]
    now = {*path.weights[: step + 1].ravel().tolist(), *path.losses[: step + 1].tolist()}
    return [x for part in ahead for x in np.ravel(part).tolist() if x not in now and 1e-3 < abs(x) < 1e6]


def is_in(value, held):
    """Whether a number stands there: in the six digits shown, in more of them, or as eight bytes."""
    short, long = f"{abs(value):.6g}", repr(abs(value))[:10]
    texts = [
        text for text in (short, long) if len(text.replace(".", "").lstrip("0")) >= 5 and "e" not in text
    ]
    return any(
        re.search(rb"(?<![\d.])" + re.escape(text.encode()) + rb"(?!\d)", held)
        for text in texts
        if text.encode() in held  # which is found far faster
    ) or any(struct.pack(order, value) in held for order in ("<d", ">d"))


def unpacked(data):
    """All in it that zlib has compressed."""
    found = []
    for begin in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        with contextlib.suppress(zlib.error):
            found.append(zlib.decompressobj().decompress(data[begin.start() :]))
    return b"\n".join(found)


def test_the_answer_is_nowhere_before_it_was_said(open_page):
    frames = []
    page = open_page("lang=en", wait=".gdviz-status")
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: frames.append(data)))
    page.reload()
    ready(page)
    for query in ASKED:
        frames.clear()
        go(page, query)
        settings, notices = Settings.from_query(dict(parse_qsl(urlsplit(page.url).query)))
        assert not notices

        def found(step, settings=settings):
            sent = b"\n".join(data if isinstance(data, bytes) else data.encode() for data in frames)
            held = sent + unpacked(sent) + page.evaluate(HELD).encode()
            return [value for value in answers(settings, step) if is_in(value, held)]

        assert len(answers(settings, 0)) > 5
        assert found(0) == [], query
        if not guess_box(page).locator("input").count():
            # What the rate will do is asked first: its zones are nowhere, and then they are there.
            limits = page.locator(".gdviz-strip span, .gdviz-ticks small, .gdviz-ruler")
            expect(limits).to_have_count(0)
            guess_box(page).locator("button").first.click()
            expect(page.locator(".gdviz-ticks small").first).to_be_visible()
            page.keyboard.press(" ")
        say_it(page, *["1.5"] * len(settings.w))
        expect(page.locator(".gdviz-scrub")).to_have_value("1")
        # One step is known now, and no more.
        assert found(1) == [], query
        # The search can find: the step that is known is there.
        known = answers(settings, 0)
        assert any(is_in(value, page.evaluate(HELD).encode()) for value in known), query


# --- Play my mistake ------------------------------------------------------------------------

# What each mistake makes of a weight, as its sentence says it.
MISTAKES = {
    "forgot-rate": lambda w, slope, update, eta: w - slope,
    "forgot-minus": lambda w, slope, update, eta: w + update,
    "forgot-both": lambda w, slope, update, eta: w + slope,
    "forgot-memory": lambda w, slope, update, eta: w - eta * slope,
    "slope-only": lambda w, slope, update, eta: slope,
    "change-only": lambda w, slope, update, eta: update,
}


def slopes_of(loss, w):
    h = 1e-6 * np.maximum(1, np.abs(w))
    return np.array([(loss.value(w + e) - loss.value(w - e)) / (2 * e.sum()) for e in np.diag(h)])


def by_hand(loss, kind, eta, start, count):
    """The points to which a mistaken rule leads, and those of gradient descent, by loops."""
    wrong, right = [np.array(start)], [np.array(start)]
    for _ in range(count):
        slope = slopes_of(loss, wrong[-1])
        wrong.append(MISTAKES[kind](wrong[-1], slope, eta * slope, eta))
        right.append(right[-1] - eta * slopes_of(loss, right[-1]))
    return wrong, right


@pytest.mark.parametrize("loss", LOSSES)
def test_a_mistake_is_gone_on_with_as_by_hand(player, loss):
    """Of every kind but one-only: its numbers, and whether it parts within three steps."""
    for eta in ("0.001", "0.07"):
        settings, _ = Settings.from_query({"loss": loss, "eta": eta, "predict": "on", "steps": "30"})
        sent = json.loads(tasks.shown(settings).play)["predict"]
        record = settings.loss_function
        for kind in MISTAKES:
            wrong, right = by_hand(record, kind, float(eta), settings.w, 4)
            points = player.evaluate("([kind, predict]) => mistaken(kind, [], predict, 0)", [kind, sent])
            for point, place in zip(points[:4], wrong, strict=False):
                if np.abs(place).max() > 100:
                    break  # a difference of its losses is no slope any more
                assert point["weights"] == pytest.approx(place, rel=1e-4, abs=1e-6), (kind, eta)
            spans = np.array([high - low for low, high in record.domain])
            apart = max(np.max(np.abs(a - b) / spans) for a, b in zip(wrong[1:4], right[1:4], strict=True))
            if abs(apart - 0.05) > 1e-4 and np.isfinite(apart):
                offered = player.evaluate("([points, predict]) => parts(points, predict, 0)", [points, sent])
                assert offered == (apart > 0.05), (kind, eta, apart)


def test_a_mistake_goes_on_with_what_the_rule_remembers(player):
    """Momentum from its third step on: v = 0.9 v + g, and the sign is forgotten."""
    settings, _ = Settings.from_query({"opt": "momentum", "eta": "0.05", "w": "5", "predict": "on"})
    sent = json.loads(tasks.shown(settings).play)["predict"]
    w, v = 5.0, 0.0
    for _ in range(2):
        v = 0.9 * v + 2 * w
        w -= 0.05 * v
    expected = [w]
    for _ in range(3):
        v = 0.9 * v + 2 * w
        w += 0.05 * v
        expected.append(w)
    points = player.evaluate("(predict) => mistaken('forgot-minus', [], predict, 2)", sent)
    assert [point["weights"][0] for point in points[:4]] == pytest.approx(expected)


def test_of_two_weights_the_one_that_stood_still_stands(player):
    settings, _ = Settings.from_query({"loss": "valley", "eta": "0.8", "w": "-7,2", "predict": "on"})
    sent = json.loads(tasks.shown(settings).play)["predict"]
    # W₁ was left where it was: W₂ alone goes on, by 1 − 2η = −0.6, and but once: its further steps are
    # those of the run, which are still to be said.
    points = player.evaluate("(predict) => mistaken('one-only', [-7, -1.2], predict, 0)", sent)
    assert [point["weights"] for point in points] == [pytest.approx([-7, w]) for w in (2, -1.2)]


def test_a_mistake_is_played_beside_the_run(open_page):
    texts = load_texts("ja")
    page = open_page("eta=0.3&w=5&predict=on&regime=no&lang=ja")
    say_it(page, "8")
    expect(guess_box(page)).to_contain_text(texts("predict.forgot-minus"))
    offer = page.get_by_role("button", name=texts("predict.mistake"))
    offer.click()
    # 5 + 0.3 · 10, 8 + 0.3 · 16, 12.8 + 0.3 · 25.6.
    expect(guess_box(page)).to_contain_text("5 → 8 → 12.8 → 20.48")
    expect(page.locator(".gdviz-preview .gdviz-ghost-dot").nth(3)).to_be_attached()
    # The first wrong point is drawn where the curve has it: at W = 8 it is off the chart, which ends at 6.
    expect(page.locator(".gdviz-mistake")).to_be_attached()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".gdviz-preview")).to_have_count(0)
    expect(offer).to_have_count(0)


def test_a_mistake_that_is_not_soon_seen_is_not_offered(open_light):
    page = open_light("eta=0.001&w=5&predict=on&regime=no&lang=en")
    say_it(page, "5.01")
    expect(guess_box(page)).to_contain_text(EN("predict.forgot-minus"))
    expect(page.get_by_role("button", name=EN("predict.mistake"))).to_have_count(0)


# --- What a teacher chooses, and what the tab keeps -----------------------------------------


def test_the_regime_is_asked_where_the_teacher_asks_for_it(open_light):
    page = open_light("predict=on&eta=0.3&lang=en")
    expect(guess_box(page)).to_contain_text(EN("predict.regime", rule="gd, η = 0.3"))
    page = open_light("predict=on&eta=0.3&regime=no&lang=en")
    expect(guess_box(page)).to_contain_text(EN("predict.ask", letter="W", rule="gd, η = 0.3"))
    expect(page.locator(".gdviz-ticks small").first).to_be_visible()


def test_a_teacher_s_question_is_the_question(open_page):
    page = open_page("predict=on&eta=0.3&regime=no&lang=en&q=Where+will+it+land%3F")
    expect(page.locator(".st-key-class")).to_contain_text("Where will it land?")
    expect(guess_box(page).locator("input")).to_be_visible()
    expect(guess_box(page)).not_to_contain_text(EN("predict.ask", letter="W", rule="gd, η = 0.3"))


def test_the_tally_survives_a_reload_in_its_tab_alone(open_page):
    page = open_page("predict=on&eta=0.3&w=5&regime=no&lang=en", fresh=True)
    say_it(page, "2")
    tally = EN("predict.tally", count=1, right=1, distance="0 %").split(" · ")[0]
    expect(guess_box(page)).to_contain_text(tally)
    page.reload()
    ready(page)
    page.keyboard.press(" ")
    say_it(page, "9")
    expect(guess_box(page)).to_contain_text(tally.replace("1", "2"))
    other = page.context.new_page()
    other.goto(page.url.replace("step=2", "step=0"))
    ready(other)
    say_it(other, "2")
    expect(guess_box(other)).to_contain_text(tally)
    other.close()

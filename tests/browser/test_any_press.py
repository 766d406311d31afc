"""Whatever is pressed and whenever: the picture is that of the step that the page names.

Random presses at random moments, seeded; what is then drawn is compared, mark by mark, with the run
as Python computes it, and pixel by pixel with the same link opened afresh. More of them, and other
ones: GDVIZ_PRESSES=20 GDVIZ_SEED=7 pytest tests/browser/test_any_press.py
"""

import json
import os
import random
import time
import zlib
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page

from gdviz.charts.theme import THEMES
from gdviz.link.settings import Settings
from gdviz.network.trainings import at_once
from gdviz.web.tasks import drawing, is_in_worker, shown, shown_task
from tests.browser.conftest import PHONE, at_rest
from tests.browser.drawn import differences, pictures, said_wrongly, unlike
from tests.server import PATIENCE

ROUNDS = int(os.environ.get("GDVIZ_PRESSES", "1"))  # sequences of presses on each page
SEED = int(os.environ.get("GDVIZ_SEED", "1"))
SETTLED_MS = 1000  # by then whatever was pressed last is drawn

XOR = "lesson=network&data=xor&layers=4&eta=0.5&epochs=200"
PAGES = {
    "curve": "steps=30",
    "above, with data": "loss=line-fit&steps=40",
    "race": "race=gd:0.01,gd:0.1,gd:0.9,gd:1.05&steps=30",
    "network": XOR,
    "predicted": "loss=absolute&predict=skip&steps=12",
}
MORE = {
    "surface": "loss=valley&eta=0.5&w=-7,2&view=surface&steps=12",
    "network, a weight": f"{XOR}&view=weight",
    "wider views": "eta=1.1&steps=30",
    "several rates": "eta=0.01&schedule=0.9@3,0.1@6&steps=12",
    "typed": "formula=W^4/4 - W^2&domain=-3,3&w=2.5&eta=0.05&steps=30",
    "network, a chain": "lesson=network&data=xor&layers=2&view=chain",
    "race above": "loss=saddle&race=gd:0.1,momentum:0.1,nesterov:0.1,adagrad:0.1,adam:0.1&w=2,0.001&steps=60",
    "curve off the chart": "loss=quartic&eta=0.45&w=5&steps=10",
    "magnified": "loss=cliff&w=3&eta=0.5&steps=8",
    "many steps a frame": "loss=double-well&opt=momentum&eta=0.01&w=3&steps=300&every=10",
    "above": "loss=round&opt=momentum&steps=20",
    "above, off the chart": "loss=valley&eta=1.02&w=-3,2&steps=30",
    "network, a curve": "lesson=network&data=sine&layers=4&eta=0.1&epochs=100",
    "typed, of two": "lesson=two&formula=W1^2 %2B W2^4/4&domain=-3,3,-3,3&w=2,2&eta=0.1&steps=20",
    "predicted, of two": "loss=rosenbrock&predict=skip&eta=0.001&steps=12",
}

SMALL = {"viewport": {"width": 800, "height": 640}}  # where the processor draws what is in space

# What may be pressed without the server's help, and how often in comparison.
PRESSES = {
    "play": 6, "next": 3, "back": 2, "first": 1, "last": 2, "scrub": 2, "speed": 2, "scale": 1,
    " ": 3, "ArrowRight": 2, "ArrowLeft": 2, "Home": 1, "End": 2,
}  # fmt: skip
WAITS = (0, 0, 20, 80, 200, 400, 700, 1100, 1350)  # about so many milliseconds between presses

# And what the server answers.
ASKED = {
    ".st-key-eta [data-testid=stNumberInputStepUp]": 2,
    ".st-key-presets > .stElementContainer:not(.st-key-stop) button": 2,
    ".st-key-view button": 2,
    ".st-key-lang button": 2,
    ".st-key-lesson button": 1,
}

PRESS = """async (presses) => {
  const enter = (element, value, event) => {
    element.value = value;
    element.dispatchEvent(new Event(event, { bubbles: true }));
  };
  const one = (what, share) => {
    const all = [...document.querySelectorAll(what)];
    all[Math.floor(share * all.length)]?.click();
  };
  for (const [what, share, wait] of presses) {
    await new Promise((done) => setTimeout(done, wait));
    const [scrub, speed] = [".gdviz-scrub", ".gdviz-speed"].map((name) => document.querySelector(name));
    const button = document.querySelector(`.gdviz-player [data-do="${what}"]`);
    if (what === "scrub") enter(scrub, Math.round(share * scrub.max), "input");
    else if (what === "speed") enter(speed, ["0.5", "1", "2", "4"][Math.floor(4 * share)], "change");
    else if (what === "scale") one('.gdviz-scale [aria-pressed="false"]', 0);
    else if (what === "skip") one(".gdviz-guess button.gdviz-quiet", 0);
    else if (what.startsWith(".")) one(what, share);
    else if (button) button.click();
    else document.dispatchEvent(new KeyboardEvent("keydown", { key: what, bubbles: true }));
  }
}"""


# --- Presses --------------------------------------------------------------------------------


def some_presses(chance: random.Random, count: int, more: dict[str, int]) -> list[tuple[str, float, float]]:
    names = PRESSES | more
    chosen = chance.choices(list(names), list(names.values()), k=count)
    return [(name, chance.random(), chance.choice(WAITS) * chance.uniform(0.7, 1.3)) for name in chosen]


def press(page: Page, presses: list[tuple[str, float, float]], chance: random.Random) -> None:
    """All of them; and what then still plays is stopped, wherever it is."""
    page.evaluate(PRESS, presses)
    if page.locator(".gdviz-player[data-playing]").count():
        last = chance.choice([" ", "End", "Home", "ArrowLeft", "scrub"])
        page.evaluate(PRESS, [(last, chance.random(), 0)])


def check(page: Page) -> list[str]:
    """What is wrong on the page, by its address."""
    query = dict(parse_qsl(urlsplit(page.url).query))
    settings, notices = Settings.from_query(query)
    if notices:
        return [f"the address is no state’s: {page.url}"]
    _, packed = at_once(shown_task(settings)) if is_in_worker(settings) else shown(settings)
    play = json.loads(zlib.decompress(packed))
    frame = play["start"]
    wrong = differences(page, play, frame) + said_wrongly(page, play, frame)
    return [f"at frame {frame}", *wrong] if wrong else []


def settled(page: Page) -> list[str]:
    """What is wrong once everything has come to rest."""
    page.wait_for_timeout(SETTLED_MS)
    end = time.monotonic() + PATIENCE
    # What is drawn late on a busy machine is right in the end; what is drawn wrongly stays so for good.
    while (wrong := check(page)) and time.monotonic() < end:
        page.wait_for_timeout(500)
    return wrong


@pytest.mark.parametrize("name", PAGES | (MORE if ROUNDS > 1 else {}))
def test_the_picture_is_that_of_the_step(open_page, name):
    """Presses that the server has no part in."""
    query = (PAGES | MORE)[name]
    page = open_page(query, **(SMALL if name == "surface" else {}))
    for i in range(ROUNDS):
        seed = f"{SEED} {name} {i}"
        chance = random.Random(seed)
        predicts = "predict=" in query
        presses = some_presses(chance, 6, {"skip": 12} if predicts else {})
        press(page, presses, chance)
        if predicts:  # that what is known ends where the reader is
            page.evaluate(PRESS, [("End", 0, 100)])
        wrong = settled(page)
        assert not wrong, f"seed “{seed}”, {presses}: {wrong}"


@pytest.mark.parametrize(
    ("name", "options"),
    [("above, with data", PHONE), ("network", {"color_scheme": "dark"})]
    + [(name, {}) for name in ("curve", "surface", "race", "above", "network, a chain") if ROUNDS > 1],
)
def test_the_picture_is_that_of_its_link(open_page, name, options):
    """Presses of all kinds, and then what a second reader sees who opens the address."""
    page = open_page((PAGES | MORE)[name], **options)
    for i in range(ROUNDS):
        seed = f"{SEED} {name} {i}, all"
        chance = random.Random(seed)
        presses = some_presses(chance, 6, ASKED)
        press(page, presses, chance)
        address, wrong, end = "", [], time.monotonic() + PATIENCE
        # A busy server may answer after all has seemed to be at rest, and the page is then drawn anew.
        while address != page.url or (wrong and time.monotonic() < end):
            page.wait_for_timeout(500)
            at_rest(page)
            wrong = settled(page)
            assert not wrong, f"seed “{seed}”, {presses}: {wrong}"
            address = page.url
            query = urlsplit(address).query
            other = open_page(query, wait=".gdviz-player[data-drawn]", fresh=True, **options)
            if page.locator('.gdviz-scale [aria-pressed="true"]:nth-child(2)').count():
                other.evaluate(PRESS, [("scale", 0, 0)])
            wrong = settled(other) or unlike(pictures(page), pictures(other))
        assert not wrong, f"seed “{seed}”, {presses}: {wrong} at {address}"


# As the page does it when it is told to draw once more: with the charts as they were sent.
DRAW_ANEW = """async ([figures, times]) => {
  for (let i = 0; i < times; i++) {
    for (const [name, { data, layout }] of Object.entries(figures)) {
      const plot = document.querySelector(`.st-key-${name} .js-plotly-plot`);
      const { width, height } = plot.layout;
      await Plotly.react(plot, structuredClone(data), { ...structuredClone(layout), width, height });
    }
    await new Promise((done) => setTimeout(done, 230));
  }
}"""


@pytest.mark.parametrize("name", ["curve", "network, a weight"])
def test_a_chart_that_the_page_draws_anew_is_whole_again(open_page, name):
    """On a busy machine it does so at any time, also while the chart moves."""
    query = (PAGES | MORE)[name]
    page = open_page(query)
    settings, _ = Settings.from_query(dict(parse_qsl(query)))
    figures = drawing(settings, THEMES["light"]).figures
    sent = {key: json.loads(figure.to_json()) for key, figure in figures.items()}
    for times in (1, 4):
        page.evaluate(PRESS, [("play", 0, 0)])
        page.evaluate(DRAW_ANEW, [sent, times])
        page.evaluate(PRESS, [("play", 0, 0)])
        wrong = settled(page)
        assert not wrong, wrong

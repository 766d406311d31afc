"""What is used together is on one screen, and nothing lies on anything else there."""

import itertools

import pytest

from gdviz.link.bounds import LANGUAGES
from tests.browser.conftest import PHONE

LAPTOP, PROJECTOR = {"width": 1366, "height": 768}, {"width": 1280, "height": 720}
# What the main job needs, by the lesson's link.
PLAYER = [".gdviz-buttons", ".gdviz-scrub", ".gdviz-status"]
ONE = [".st-key-subject", ".gdviz-track", ".st-key-start", ".st-key-curve", ".gdviz-worked", *PLAYER]
TWO = [".st-key-subject", ".gdviz-track", ".st-key-start", ".st-key-landscape", ".gdviz-worked", *PLAYER]
RACE = [".st-key-subject", ".st-key-rate", ".st-key-start", ".st-key-race_chart", ".gdviz-worked", *PLAYER]
NETWORK = [
    ".st-key-subject",
    ".gdviz-track",
    ".st-key-epochs",
    ".st-key-layers",
    ".st-key-act",
    ".gdviz-graph",
    ".st-key-answer",
    ".gdviz-worked",
    *PLAYER,
]
PAGES = {
    "": ONE,
    "loss=own&formula=W^4-W^2": [*ONE, ".st-key-formula"],
    "predict=on&loss=absolute": [*ONE, ".gdviz-guess"],
    "lesson=two&loss=himmelblau": TWO,
    "lesson=two&race=gd:0.1,adam:0.3": RACE,
    "lesson=network&data=xor&layers=4": NETWORK,
    "look=present&eta=0.7": [".st-key-subject", ".gdviz-track", ".st-key-curve", *PLAYER],
}
# On a phone what is asked stands above, and the track below.
NOT_ON_A_PHONE = {
    "mission=xor": [*NETWORK, "[data-gdviz=mission]"],
    # The rule with the most lines, on the highest formula.
    "loss=double-well&opt=adam&eta=0.5&step=4": ONE,
    # The longest sentences of the story; what a run came to is said below the buttons.
    "stop=step": [*ONE, ".gdviz-keys"],
    "stop=differences": [*PLAYER, ".gdviz-keys"],
    "look=present&mission=edge": [".gdviz-track", ".st-key-landscape", *PLAYER, ".gdviz-keys"],
    # Its formula is the highest of all, and what a run came to is said in the last line.
    "look=present&loss=double-well": [
        ".st-key-subject",
        ".gdviz-track",
        ".st-key-curve",
        *PLAYER,
        ".gdviz-keys",
    ],
    "look=present&predict=on&loss=double-well": [".gdviz-track", ".gdviz-guess", *PLAYER, ".gdviz-keys"],
}
# There is room for these, too, on a page that asks nothing and has no entry for a formula.
BESIDE = {"lesson=network&data=xor&layers=4": [".st-key-learning"]}
LOSS = [".st-key-loss_by_step"]
BESIDE |= dict.fromkeys(["", "lesson=two&loss=himmelblau", "lesson=two&race=gd:0.1,adam:0.3"], LOSS)
# A phone shows one chart at a time, and what is learned from, or typed, below.
LATER_ON_A_PHONE = {".st-key-subject", ".st-key-answer", ".st-key-formula", ".st-key-layers", ".st-key-act"}
BOXES = """(names) => Object.fromEntries(names.map((name) => {
  const { x, y, width, height } = document.querySelector(name).getBoundingClientRect();
  return [name, [x, y, x + width, y + height]];
}))"""


def is_on_one_screen(page, names, width, height, longer=()):
    """Whether all of these are whole on the screen, and beside one another; those ``longer`` begin there."""
    # The code of some controls comes later than the page.
    page.wait_for_function(
        f"(names) => Object.values(({BOXES})(names)).every(([x, , right]) => right - x > 40)", arg=names
    )
    boxes = page.evaluate(BOXES, names)
    for name, (left, top, right, bottom) in boxes.items():
        seen = top + 100 if name in longer else bottom
        assert (left >= 0, top >= 0, right <= width + 1, seen <= height + 1) == (True,) * 4, (name, boxes)
    for (one, a), (other, b) in itertools.combinations(boxes.items(), 2):
        apart = a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1 or b[3] <= a[1] + 1
        assert apart, (one, other)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("query", PAGES | NOT_ON_A_PHONE)
def test_the_main_job_is_on_one_screen(open_page, query):
    """On a projector's, and when the window grows, on a laptop's; every other page in the other language."""
    pages = PAGES | NOT_ON_A_PHONE
    lang = LANGUAGES[list(pages).index(query) % 2]
    page = open_page(f"{query}&lang={lang}", wait=".gdviz-status", viewport=PROJECTOR)
    for size in (PROJECTOR, LAPTOP):
        page.set_viewport_size(size)
        page.wait_for_function(
            "(height) => document.querySelector('.st-key-figure').offsetHeight < height - 200"
            " && document.querySelector('.st-key-figure').offsetHeight > height - 480",
            arg=size["height"],
        )
        names = pages[query] + BESIDE.get(query, [])
        is_on_one_screen(page, names, size["width"], size["height"])
    if query in STEPPED:
        nothing_moves_while_stepping(page)


# Pages whose steps are walked.
STEPPED = ["", "lesson=two&loss=himmelblau", "lesson=two&race=gd:0.1,adam:0.3"]


def nothing_moves_while_stepping(page):
    """Where the parts of the page are, at each step of a run."""
    names = [
        ".gdviz-player",
        ".gdviz-worked h2",
        ".st-key-rate",
        "[class*=st-key-by_step]",
        ".st-key-verdict",
    ]
    first = None
    for step in range(1, 13):
        page.keyboard.press("ArrowRight")
        page.wait_for_function(f"document.querySelector('.gdviz-scrub').value === '{step}'")
        boxes = page.evaluate(BOXES, names)
        first = first or boxes
        assert boxes == first, step


@pytest.mark.parametrize("query", PAGES)
def test_the_main_job_is_on_one_phone(open_page, query):
    lang = LANGUAGES[(list(PAGES).index(query) + 1) % 2]
    page = open_page(f"{query}&lang={lang}", wait=".gdviz-status", **PHONE)
    names = [name for name in PAGES[query] if name not in LATER_ON_A_PHONE]
    if ".gdviz-guess" in names:  # which stands before the calculation
        names.remove(".gdviz-worked")
    longer = [".gdviz-worked"] if ".gdviz-worked" in names else []
    is_on_one_screen(page, names, 390, 844, longer)

"""The words on the charts: none on another, nor on the point, nor over the edge.

At each step of a run, measured where they are drawn; of all presets, at all widths, with
GDVIZ_PRESSES=3 pytest tests/browser/test_words.py
"""

import itertools
import os
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from gdviz.link.bounds import LANGUAGES
from gdviz.link.presets import PRESETS
from tests.browser.conftest import PHONE, RUN, go
from tests.cases import in_turn

SIZES = {
    "phone": PHONE,
    "projector": {"viewport": {"width": 1280, "height": 720}},
    "laptop": {"viewport": {"width": 1366, "height": 768}},
}
RUNS = {name: preset for name, preset in PRESETS.items() if not {"race", "data", "lesson"} & set(preset)} | {
    "explodes on a landscape": {"loss": "round", "eta": "1.1", "steps": "12"},
    "adam": {"loss": "himmelblau", "opt": "adam", "eta": "0.3", "steps": "12"},
}
TIMES = int(os.environ.get("GDVIZ_PRESSES", "1"))
CASES = in_turn(list(RUNS)[:: 2 if TIMES == 1 else 1], SIZES, LANGUAGES, times=TIMES)
# Pixels of a word's box that are empty, and those of a mark's that are not of it.
SLACK, ROUND = 2, 4
LARGE = 15  # pixels: the point's mark, and that of where a step leads
BOXES = """(large) => {
  const isSeen = (element, plot) => {
    for (let part = element; part !== plot; part = part.parentElement) {
      const { display, opacity, visibility } = getComputedStyle(part);
      if (display === "none" || visibility === "hidden" || Number(opacity) < 0.3) return false;
    }
    return true;
  };
  const names = ["curve", "landscape", "cuts", "cost"];
  const charts = names.map((name) => `.st-key-${name} .js-plotly-plot`).join();
  return Array.from(document.querySelectorAll(charts), (plot) => {
    const named = (selector, name) => Array.from(plot.querySelectorAll(selector))
      .map((element) => [element, element.getBoundingClientRect()])
      .filter(([element, { width }]) => width && isSeen(element, plot))
      .map(([element, box]) => [name ?? element.textContent, box.left, box.top, box.right, box.bottom]);
    const marks = named("path.point", "point").filter(([, left, , right]) => right - left >= large);
    const edge = plot.querySelector(".main-svg").getBoundingClientRect();
    const isCut = plot.querySelector("[clip-path] .textpoint text") !== null;
    const words = named(".textpoint text");
    return { isCut, words, marks, edge: [edge.left, edge.top, edge.right, edge.bottom] };
  });
}"""


def overlap(one, other, slack):
    return all(min(one[i + 3], other[i + 3]) - max(one[i + 1], other[i + 1]) > slack for i in (0, 1))


@pytest.mark.parametrize(("run", "size", "lang"), CASES)
def test_no_word_lies_on_another(open_page, run, size, lang):
    page = open_page(urlencode({**RUNS[run], "lang": lang}), **SIZES[size])
    steps = page.evaluate(RUN)["steps"]
    last = len(steps) - 1
    seen = set()
    for frame in sorted({0, 1, 2, 3, 5, 8, 12, last} & set(range(last + 1))):
        page.evaluate(
            """(frame) => {
              const slider = document.querySelector(".gdviz-scrub");
              slider.value = frame;
              slider.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            frame,
        )
        page.wait_for_function(
            """(step) => {
              const plots = [...document.querySelectorAll(
                ":is(.st-key-curve, .st-key-landscape, .st-key-cuts) .js-plotly-plot")];
              return plots.length && plots.every(({ dataset }) => dataset.step === step);
            }""",
            arg=str(steps[frame]),
        )
        seen.update(words_apart(page, frame))
    assert len(seen) > last / 10


def test_no_word_lies_on_another_where_costs_are_compared(open_page):
    query, wait = "lesson=network&data=xor&view=cost", ".st-key-cost .textpoint"
    page = open_page(f"{query}&lang=en", wait=wait, **PHONE)
    words = page.locator(".st-key-cost .textpoint text")
    expect(words).to_have_count(4)  # they come one by one
    assert len(words_apart(page, "in English")) == 4
    go(page, f"{query}&lang=ja", wait=wait)
    expect(words).to_have_count(4)
    assert len(words_apart(page, "in Japanese")) == 4


def words_apart(page, when):
    """The words on the charts, which are apart; two may be the same, as two measured times."""
    seen = []
    for chart in page.evaluate(BOXES, LARGE):
        words, (left, top, right, bottom) = chart["words"], chart["edge"]
        seen += [word[0] for word in words]
        assert not chart["isCut"]
        for one, other in itertools.combinations(words, 2):
            assert not overlap(one, other, SLACK), (when, one, other)
        for word in words:
            assert not any(overlap(word, mark, ROUND) for mark in chart["marks"]), (when, word)
            assert left - 1 <= word[1] < word[3] <= right + 1, (when, word)
            assert top - 1 <= word[2] < word[4] <= bottom + 1, (when, word)
    return seen

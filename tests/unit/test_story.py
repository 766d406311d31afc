"""The stops of the story: what each says is true, whatever the reader has moved."""

import re
from itertools import pairwise

import numpy as np
import orjson
import pytest

from gdviz.charts.chart import Run
from gdviz.charts.curve import CHART as CURVE
from gdviz.charts.sentences import story
from gdviz.classroom.missions import MISSIONS
from gdviz.core.descent import descend
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.link.bounds import LANGUAGES
from gdviz.link.settings import Settings
from gdviz.link.story import STOPS
from gdviz.texts import load_texts
from gdviz.web.serving import LIGHT
from gdviz.web.share_panel import lesson_link, lesson_path
from gdviz.web.tasks import shown


def said(stop, lang, **changes):
    """A stop's sentence, after the reader has changed something at it."""
    settings, _ = Settings.from_query({"stop": stop})
    for field, text in changes.items():
        settings, _ = settings.changed(field, text)
    return "".join(text for text, _ in story(settings, load_texts(lang)))


def numbers(stop, lang, **changes):
    """The numbers in it, as they stand there."""
    text = said(stop, lang, **changes).replace("−", "-").replace(",", "")
    return re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?", text)


def descent(slope, eta, w, steps):
    """Gradient descent by its rule alone."""
    ways = [w]
    for _ in range(steps):
        ways.append(ways[-1] - eta * slope(ways[-1]))
    return ways


def slope_of(value):
    return lambda w: (value(w + 1e-6) - value(w - 1e-6)) / 2e-6


# What each sentence states, worked out from the loss as it is written on the page.
VALLEYS = slope_of(lambda w: (w**2 - 4) ** 2 / 8 + w / 2)
PLATEAU = slope_of(lambda w: 4 * (1 - np.exp(-(w**2) / 4)))
CLIFF = slope_of(lambda w: w**2 / 10 + 6 / (1 + np.exp(-8 * (w - 2))))
FALLING = descent(CLIFF, 0.5, 5, 30)
LONGEST = int(np.argmax(np.abs(np.diff(FALLING))))
FACTS = {
    "a-to-b": ["5"],
    "slope": ["5", f"{2 * 5}", "0"],
    "step": ["0.001", f"{2 * 5}", f"{0.001 * 10:g}", "5", f"{0.001 * 10:g}", f"{5 - 0.001 * 10:g}"],
    "again": ["0.15", f"{1 - 0.15 * 2:g}", "0.01"],
    "rate": ["0.3"],
    "wrong-valley": [
        "3.5",
        "0.05",
        f"{descent(VALLEYS, 0.05, 3.5, 3000)[-1]:.2f}",
        f"{descent(VALLEYS, 0.05, -3.5, 3000)[-1]:.2f}",
    ],
    "flat": ["0", "5", "0.1", "30", f"{descent(PLATEAU, 0.1, 5, 30)[-1]:.3f}"],
    "steep": [
        "5",
        "0.5",
        f"{FALLING[0] - FALLING[1]:.1f}",
        f"{FALLING[LONGEST]:.2f}",
        f"{abs(FALLING[LONGEST + 1] - FALLING[LONGEST]):.2f}",
    ],
    "differences": [f"{2 * 9}"],
    "cost": [f"{784 * 50 + 50 + 50 * 10 + 10}", f"{2 * (784 * 50 + 50 + 50 * 10 + 10)}"],
    "learned": [f"{2 * 4 + 4 + 4 * 1 + 1}"],
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stop", FACTS)
def test_the_numbers_of_a_stop_are_right(stop, lang):
    found = numbers(stop, lang)
    assert all(found.count(number) >= FACTS[stop].count(number) for number in FACTS[stop]), found


# What a reader makes of the number in the sentence, and what that says then, worked out by hand.
MOVED = [
    ("a-to-b", "w", "-3.5", ["-3.5"]),
    ("slope", "w", "-3.5", ["-3.5", "-7", "0"]),
    ("slope", "w", "2.25", ["2.25", "4.5", "0"]),
    ("slope", "w", "0", ["0", "0"]),
    ("again", "eta", "0.9", ["0.9", "-0.8", "0.01"]),
    ("again", "eta", "0.35", ["0.35", "0.3", "0.01"]),
    ("again", "eta", "0.1234567", ["0.123457", "0.753087", "0.01"]),
    ("rate", "eta", "1.05", ["1.05"]),
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("stop", "field", "value", "expected"), MOVED)
def test_a_number_that_is_moved_takes_the_sentence_with_it(stop, field, value, expected, lang):
    found = numbers(stop, lang, **{field: value})
    assert all(number in found for number in expected), found
    assert STOPS[stop].query[field] not in set(found) - set(expected)
    assert ("≈" in said(stop, lang, **{field: value})) == (len(value) > 7)


@pytest.mark.parametrize(
    ("w", "rises", "left"), [("5", "rises", "left"), ("-5", "falls", "right"), ("0", "level", "no step")]
)
def test_the_way_down_is_that_of_the_slope(w, rises, left):
    assert rises in said("slope", "en", w=w)
    assert left in said("slope", "en", w=w)


@pytest.mark.parametrize("stop", STOPS)
def test_what_the_sentence_names_is_marked(stop):
    for lang in LANGUAGES:
        assert bool(re.search(r"(?<![a-zA-Z])B(?![a-zA-Z])", said(stop, lang))) == STOPS[stop].has_ends


@pytest.mark.parametrize(("stop", "w", "places"), [("a-to-b", "5", (5, 0)), ("again", "-4", (-4, 0))])
def test_a_is_at_the_start_and_b_at_the_minimum(stop, w, places):
    settings = Settings.from_query({"stop": stop, "w": w})[0]
    path = descend(settings.loss_function, OPTIMIZERS["gd"](0.1), float(w), 5)
    [moving] = CURVE.animations(Run(settings, [path], [*range(6)], load_texts("en")))
    [ends] = [keyframes for keyframes in moving.all_keyframes if keyframes.text == ["A", "B"]]
    for (x, y), place in zip(np.reshape(ends.points, (-1, 2))[:2], places, strict=True):
        # Beside the mark and above it, by less than a twelfth of the chart.
        assert abs(x - place) < 1
        assert 0 < y - (place**2 + 4) < 5


@pytest.mark.parametrize("stop", STOPS)
def test_a_stop_is_a_link(stop):
    settings, notices = Settings.from_query({"stop": stop})
    assert not notices
    assert settings.stop == stop
    assert STOPS[stop].query.items() <= settings.to_query().items()
    assert Settings.from_query(settings.to_query()) == (settings, [])


def test_the_deeper_valley_is_deeper_and_reached_from_elsewhere():
    value = LOSSES["double-well"].value
    assert value(np.array([-2.11])) < value(np.array([1.86]))
    assert descent(VALLEYS, 0.05, -1, 3000)[-1] == pytest.approx(-2.11, abs=0.01)


def test_the_slope_is_that_of_the_curve():
    bowl = slope_of(lambda w: w**2 + 4)
    assert (bowl(5), bowl(0)) == (pytest.approx(10), pytest.approx(0, abs=1e-6))
    # Each step makes W 0.8 times as large: 28 of them are needed for 5 to come within 0.01.
    ways = descent(bowl, 0.1, 5, 28)
    assert [abs(w) <= 0.01 for w in ways].index(True) == 28
    assert [b / a for a, b in pairwise(ways[:8])] == pytest.approx([0.8] * 7)


def test_what_is_chosen_apart_from_it_leads_out_of_the_story():
    at_step, _ = Settings.from_query({"stop": "step"})
    assert at_step.changed("eta", "0.3")[0].stop == "step"
    assert at_step.changed("w", "2")[0].stop == "step"
    for field, text in [
        ("loss", "plateau"),
        ("opt", "adam"),
        ("lesson", "network"),
        ("race", "gd:0.1,adam:0.1"),
    ]:
        assert at_step.changed(field, text)[0].stop == ""
    nine, _ = Settings.from_query({"stop": "nine"})
    assert nine.changed("weight", "3")[0].stop == "nine"
    for field, text in [("layers", "3"), ("data", "circles"), ("view", "chain")]:
        assert nine.changed(field, text)[0].stop == ""


def test_a_network_of_two_hidden_neurons_has_nine_weights_and_biases():
    for stop in ("nine", "differences", "backpropagation"):
        sizes = Settings.from_query({"stop": stop})[0].job.sizes
        assert sum((a + 1) * b for a, b in pairwise(sizes)) == 9
    sizes = Settings.from_query({"stop": "learned"})[0].job.sizes
    assert sum((a + 1) * b for a, b in pairwise(sizes)) == 17


@pytest.mark.parametrize("more", [{"q": "Where does it end?"}, {"predict": "on"}])
def test_a_stop_does_not_answer_what_a_class_is_asked(more):
    settings = Settings.from_query({"stop": "wrong-valley", **more})[0]
    assert "story" not in orjson.loads(shown(settings).play)
    assert "story" in orjson.loads(shown(Settings.from_query({"stop": "wrong-valley"})[0]).play)


CHOSEN = {"q": "", "hide": "lesson", "predict": "off", "mission": "", "stop": "", "look": "page", "lang": ""}


@pytest.mark.parametrize("stop", STOPS)
def test_a_teacher_s_link_begins_at_the_stop_that_was_chosen(stop):
    elsewhere = Settings.from_query({"loss": "himmelblau", "eta": "0.02", "steps": "7"})[0]
    made, notices = Settings.from_query(lesson_link(elsewhere, CHOSEN | {"stop": stop}))
    assert not notices
    assert made.is_told
    own = Settings.from_query({"stop": stop})[0].to_query()
    assert made.to_query() == own | {"hide": "lesson"}


@pytest.mark.parametrize("mission", MISSIONS)
def test_a_teacher_s_mission_begins_where_it_begins(mission):
    elsewhere = Settings.from_query({"stop": "rate", "w": "3"})[0]
    made, notices = Settings.from_query(lesson_link(elsewhere, CHOSEN | {"mission": mission, "stop": "rate"}))
    assert not notices
    own = Settings.from_query({"mission": mission})[0].to_query()
    assert made.to_query() == own | {"hide": ",".join(filter(None, ["lesson", own.get("hide")]))}


# A light page has one weight and two, and can change their rate, start, rule and loss.
@pytest.mark.parametrize(
    ("query", "is_light"),
    [
        ({"loss": "bowl", "eta": "0.3"}, True),
        ({"loss": "himmelblau"}, True),
        ({"mission": "edge"}, True),
        ({"stop": "slope", "hide": "presets"}, True),
        ({"stop": "slope"}, False),  # a story goes on
        ({"look": "present"}, False),
        ({"lesson": "network"}, False),
        ({"mission": "xor"}, False),
        ({"mission": "beat-adam"}, False),
    ],
)
def test_a_lesson_is_at_home_on_a_light_page_that_has_all_it_needs(monkeypatch, query, is_light):
    monkeypatch.setitem(LIGHT, "path", "lesson")
    assert lesson_path(query) == ("lesson" if is_light else "")
    monkeypatch.setitem(LIGHT, "path", "")  # where there are no light pages
    assert lesson_path(query) == ""


@pytest.mark.parametrize(
    "query",
    [
        {"stop": "line", "pairs": "1,2_2,3_3,5"},  # not eight squares
        {"stop": "again", "opt": "adam"},  # not 1 − 2η
        {"stop": "neuron", "layers": "3"},  # not y = W x + b
        {"stop": "slope", "loss": "quartic"},
        {"stop": "rate", "lesson": "network"},
    ],
)
def test_a_stop_is_silent_where_its_sentence_does_not_hold(query):
    assert not Settings.from_query(query)[0].is_told

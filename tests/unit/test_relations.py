"""Each "W = 5" outside the worked rows: = where that is the number itself, ≈ where digits are left out."""

import html
import json
import re
from fractions import Fraction

import numpy as np
import pytest

from gdviz.charts import curve, landscape
from gdviz.charts.theme import THEMES
from gdviz.core.critical_points import critical_points
from gdviz.core.diagnosis import diagnose
from gdviz.core.losses import LOSSES
from gdviz.core.numbers import point
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.core.ranking import ranking
from gdviz.lessons.runs import runs
from gdviz.lessons.weights import thresholds_of
from gdviz.link.bounds import LANGUAGES
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from gdviz.web import tasks
from tests.arithmetic import NUMBER, PLAIN
from tests.cases import in_turn
from tests.plays import filled

STEPS = 20
LETTERS = {"w": "W", "b": "W"}  # of the weights of a line
SHARES = (1, 0.0137, 9)  # of each loss's own rate
STATED = re.compile(
    rf"(\([^()]*\)|[^\s(（、：。]+) ([=≈]) (\((?:{NUMBER.pattern}(?:, )?)+\)|{NUMBER.pattern})"
)


def fraction(found):
    sign, whole, decimals, power = found.groups()
    size = Fraction(f"{whole}.{decimals or 0}") * Fraction(10) ** int((power or "⁰").translate(PLAIN))
    return -size if sign else size


def is_exact(shown, value):
    """Whether a number as it is shown is a double, but for its noise."""
    return abs(Fraction(value) - shown) <= Fraction(abs(value)) / 10**12


def faults(text, **truth):
    """What is false in a text; ``truth`` has, by the first letter, all that a number may stand for."""
    stated = list(STATED.finditer(text))
    assert len(stated) == len(re.findall("[=≈]", text)), text
    found = []
    for whole in stated:
        letters, sign, numbers = whole[1], whole[2], whole[3]
        shown = [fraction(number) for number in NUMBER.finditer(numbers)]
        meant = np.reshape(
            truth[LETTERS.get(letters.strip("(")[0], letters.strip("(")[0])], (-1, len(shown))
        ).tolist()
        off = [max(abs(Fraction(v) - s) for v, s in zip(of_one, shown, strict=True)) for of_one in meant]
        values = meant[int(np.argmin(off))]
        size = max(map(abs, values))
        assert min(off) <= Fraction(size) / 1000, f"{whole[0]}: nothing of that size is meant"
        wanted = "=" if all(map(is_exact, shown, values)) else "≈"
        found += [f"{whole[0]}: {values}"] if sign != wanted else []
    return found


def settings_of(query):
    settings, notices = Settings.from_query({key: str(value) for key, value in query.items()})
    assert not notices
    return settings


def spoken(settings):
    """The words above the curve, and the play, of a page."""
    shown = tasks.worked_out(settings)
    return html.unescape(re.sub("<.*?>", "\n", shown.summary)), json.loads(shown.play)


def hold(settings):
    """Whether all that a page of one run says holds; how many numbers it states."""
    told, play = spoken(settings)
    [path] = runs(settings)
    found = diagnose(path)
    limits = thresholds_of(settings, found.minimum)
    claimed = [value for claim in found.claims for value in claim.numbers.values()]
    alone = [value for value in claimed if not isinstance(value, tuple)]
    places = [value for value in claimed if isinstance(value, tuple)]
    places += [limits.point.weights] if limits.point else []
    places += [(value,) for value in alone] if settings.lesson == "one" else []
    rates = [limits.jump, limits.bounce] if limits.jump else []
    truth = {"W": places, "E": alone, "1": rates[:1], "2": rates[1:], "η": [settings.eta, *alone]}
    false, count = faults(told, **truth), len(STATED.findall(told))
    for step in play["steps"]:
        text = filled(play, play["player"]["position"], step)
        here = {"W": [path.weights[step]], "E": path.losses[[step]]}
        false += faults(text, **here)
        if step == path.steps:
            continue
        here = {"W": path.weights[step], "Δ": path.updates[step], "−": -path.gradients[step]}
        all_keyframes = [keyframes for animation in play["scenes"] for keyframes in animation["tracks"]]
        for label in [text for keyframes in all_keyframes for text in keyframes.get("text", [])]:
            text = filled(play, label, step)
            false += faults(text, **here)
            count += len(STATED.findall(text))
    assert not false
    return count


@pytest.mark.filterwarnings("ignore:overflow")
@pytest.mark.parametrize(
    ("loss", "rule", "share", "lang"), in_turn(LOSSES, OPTIMIZERS, SHARES, LANGUAGES, times=3)
)
def test_the_sentences_and_labels_of_every_run_hold(loss, rule, share, lang):
    rate = min(10, LOSSES[loss].learning_rate * share)
    assert hold(settings_of({"loss": loss, "opt": rule, "eta": rate, "steps": STEPS, "lang": lang})) > STEPS


@pytest.mark.parametrize(
    ("preset", "lang"),
    in_turn([name for name, p in PRESETS.items() if "loss" in p and "race" not in p], LANGUAGES),
)
def test_those_of_every_preset_hold(preset, lang):
    assert hold(settings_of({**PRESETS[preset], "lang": lang}))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "query",
    [
        {"formula": "(W - 1/3)^2", "w": "2"},
        {"formula": "3*(W - 1/3)^2", "w": "2", "eta": "0.123456789"},
        {"formula": "(W - 1)^2/7", "w": "0.123456789", "eta": "2"},
        {"formula": "W^2 + 4", "w": "1.23456789", "eta": "1", "steps": "10"},
        {"formula": "W^4 - W^2", "w": "1.9", "eta": "0.41", "steps": "300", "every": "10"},
        {"formula": "sqrt(W - 1/3) + W", "domain": "0,3", "w": "1", "eta": "0.3"},
        {"lesson": "two", "formula": "(W1 - 1/3)^2 + 3*W2^2", "w": "1,1", "eta": "0.1"},
    ],
    ids=lambda query: query["formula"],
)
def test_those_of_a_typed_loss_hold(query, lang):
    assert hold(settings_of({"lesson": "one", **query, "loss": "own", "lang": lang}))


@pytest.mark.parametrize(
    ("loss", "lang"),
    in_turn(["bowl", "valley", "ripples", "double-well", "line-fit", "himmelblau"], LANGUAGES),
)
def test_what_is_told_of_a_race_holds(loss, lang):
    race = "gd:0.1,gd:0.123456789,momentum:0.02,adam:0.3"
    settings = settings_of({"loss": loss, "race": race, "steps": 300, "every": 10, "lang": lang})
    told, play = spoken(settings)
    results = ranking(runs(settings))
    truth = {
        "W": [result.goal.weights for result in results if result.goal],
        "η": [rule.learning_rate for rule in settings.race],
        "E": [path.losses[-1] for path in runs(settings)],
    }
    names = "\n".join(row[0] for row in play["worked"]["rows"])
    assert faults("\n".join([told, play["player"]["verdict"], names]), **truth) == []
    assert "≈ 0.123457" in told


@pytest.mark.parametrize(("loss", "lang"), in_turn(LOSSES, LANGUAGES))
def test_the_labels_of_critical_points_hold(loss, lang):
    found, theme = critical_points(LOSSES[loss]).points, THEMES["light"]
    truth = {"W": [p.weights for p in found], "E": [p.loss for p in found]}
    stage = curve.base_figure if len(LOSSES[loss].domain) == 1 else landscape.base_figure
    labels = [
        str(text) for trace in stage(LOSSES[loss], load_texts(lang), theme).data for text in trace.text or ()
    ]
    assert faults("\n".join(labels), **truth) == []


def test_numbers_under_the_pointer_are_not_said_to_be_exact():
    """The browser rounds them itself, whatever they are."""
    assert not re.search("[=≈]", curve.HOVER)


def test_a_stretch_of_minima_is_said_to_be_rounded_if_an_end_is():
    settings = settings_of(
        {"lesson": "one", "loss": "own", "formula": "max(0, W - 1, -W - 1/3)", "domain": "-3,3", "w": "2"}
    )
    stage = curve.base_figure(settings.loss_function, load_texts("en"), THEMES["light"])
    assert list(stage.data[curve.MINIMA_WORDS].text) == ["level from W ≈ −0.3333 to 1"]


@pytest.mark.parametrize(
    ("formula", "texts"),
    [
        ("(W - 1.23456)^2", "minimum W ≈ 1.235"),
        ("(W - 1.235)^2", "minimum W = 1.235"),
        ("max(0, W - 1.23456, -W)", "level from W ≈ 0 to 1.235"),
    ],
)
def test_a_label_of_four_digits_is_held_to_four(formula, texts):
    settings = settings_of({"lesson": "one", "loss": "own", "formula": formula, "domain": "-3,3", "w": "2"})
    stage = curve.base_figure(settings.loss_function, load_texts("en"), THEMES["light"])
    assert list(stage.data[curve.MINIMA_WORDS].text) == [texts]


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ((5.0,), "W = 5"),
        ((1 / 3,), "W ≈ 0.333333"),
        ((0.5, 2.0), "(W₁, W₂) = (0.5, 2)"),
        ((0.5, 1.0000001), "(W₁, W₂) ≈ (0.5, 1)"),
    ],
)
def test_a_place_is_said_to_be_rounded_where_it_is(values, texts):
    assert point(("W",) if len(values) == 1 else ("W₁", "W₂"), values) == texts

"""What a guess assumed, as the page's code judges it, and what is said of it."""

import json

import numpy as np
import pytest
from playwright.sync_api import expect

from gdviz.core.descent import descend
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.texts import load_texts
from tests.browser.guesses import guess_box, say_it
from tests.server import ROOT

EN, JA = load_texts("en"), load_texts("ja")


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
def test_what_a_guess_assumed(player, step, guess, kind):
    assert player.evaluate("([guess, step]) => kindOf(guess, step)", [guess, step]) == kind
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
def test_what_is_said_of_a_guess_is_true(player, rule):
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
    kinds = player.evaluate("(asked) => asked.map(([guess, step]) => kindOf(guess, step))", asked)
    for kind, (guess, step) in zip(kinds, asked, strict=True):
        assert is_true(kind, guess, step), (kind, guess, step)
    assert len(set(kinds)) > 10


def test_numbers_are_written_as_in_python_and_read_as_one_types(player):
    """The table that holds gdviz/numbers.py, too (tests/unit/test_numbers.py)."""
    wrong = player.evaluate(
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

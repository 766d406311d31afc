"""Diagnosis: known runs and what is claimed of them, and thresholds; test_judged.py has random runs."""

import math
from urllib.parse import parse_qsl

import numpy as np
import pytest

from gdviz.core.custom_losses import custom_loss
from gdviz.core.descent import descend
from gdviz.core.diagnosis import diagnose
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.core.outlook import outlook
from gdviz.core.thresholds import thresholds
from gdviz.link.settings import Settings
from tests.judge import Judge

# Runs that were once misjudged, or that the article and the lesson begin with: what is claimed of each.
KNOWN = [
    ("loss=bowl&eta=0.001&steps=1", ["underway", "more", "glide"]),
    ("loss=bowl", ["reached", "glide"]),
    ("loss=bowl&eta=0.5", ["reached", "jump"]),
    ("loss=bowl&eta=0.9", ["reached", "zigzag"]),
    ("loss=bowl&eta=1", ["bounces"]),
    ("loss=bowl&eta=1.1", ["moves-away", "left", "try-below"]),
    ("loss=bowl&eta=1.2&w=0.001&steps=2", ["moves-away", "will-leave", "try-below"]),
    ("loss=bowl&opt=rmsprop&eta=0.66&w=1&steps=100", ["not-soon"]),
    ("loss=own&formula=(W-7)^2&eta=0.1", ["reached-beyond", "glide"]),
    ("loss=own&formula=exp(-W^2)&w=6", ["too-small"]),
    ("loss=own&formula=exp(-W^2)&domain=-10,10&w=0.02&eta=10", ["too-small"]),
    ("loss=own&formula=W1^2&lesson=two&w=3,4&steps=300", ["reached-stretch", "glide-along"]),
    ("loss=own&formula=log(W)", ["will-be-undefined"]),
    ("loss=own&formula=W/2", ["will-leave-for-long"]),
    ("loss=quartic&eta=0.000001&w=0.03", ["creeps"]),
    ("loss=rest-stop&eta=0.25&w=-1", ["rests", "lower-ground"]),
    ("loss=rest-stop&eta=0.31&w=-1&steps=30", ["wanders"]),
    # The same at a thirtieth of the height; and beside a weight that hardly gets anywhere.
    ("loss=own&formula=(W^4/4-W^3%2B7)/30&domain=-2,4.5&eta=9.3&w=-1&steps=30", ["wanders"]),
    (
        "loss=own&formula=W1^4/4-W1^3%2B7%2BW2^2/5000&lesson=two&domain=-2,4.5,-5,5&eta=0.31&w=-1,4&steps=30",
        ["restless"],
    ),
    ("loss=double-well&eta=0.3", ["reached", "zigzag-about"]),
    ("loss=double-well&eta=0.5", ["left", "exploded", "smaller-stays"]),
    # From 6 the slope 1,728 leads to −11.3 with η = 0.01, and to 4.3 with η = 0.001.
    ("loss=own&formula=2*W^4&w=6&eta=10", ["left", "exploded", "smaller-stays"]),
    ("loss=double-well", ["reached-local", "glide-about", "lower"]),
    ("loss=cliff&eta=0.65&w=4&steps=5", ["off-and-back", "will-reach"]),
    ("loss=absolute&eta=0.5", ["reached"]),
    ("loss=absolute&eta=0.4", ["bounces", "corner"]),
    ("loss=own&formula=min(abs(W),1)&w=0.2&eta=0.4", ["bounces", "corner"]),
    ("loss=absolute&eta=0.02&w=5&steps=10", ["will-bounce"]),
    ("loss=plateau&w=7&eta=0.5", ["stuck", "underway", "more"]),
    ("loss=saddle&w=0,0", ["rests-saddle"]),
    ("loss=bowl&w=0", ["rests-minimum"]),
    ("loss=valley&eta=1.05", ["moves-away-along", "left", "try-below"]),
    ("loss=round&eta=1", ["bounces"]),
    ("loss=himmelblau", ["reached-one"]),
]


@pytest.mark.parametrize(("link", "keys"), KNOWN)
def test_known_runs(link, keys):
    settings, _ = Settings.from_query(dict(parse_qsl(link)))
    path = descend(settings.loss_function, settings.rule.optimizer, settings.w, settings.steps)
    claims = diagnose(path).claims
    assert [claim.key for claim in claims] == keys
    judge = Judge(settings.loss_function, settings.rule, path)
    assert [judge.false(claim) for claim in claims] == [None] * len(claims)


def test_the_ends_of_a_bounce_are_named_in_one_order():
    runs = [descend(LOSSES["bowl"], OPTIMIZERS["gd"](1.0), [5.0], steps) for steps in (6, 7)]
    [six], [seven] = (diagnose(run).claims for run in runs)
    assert six == seven
    assert {six.numbers["a"], six.numbers["b"]} == {(-5,), (5,)}


def test_a_run_moves_away_along_the_steepest_direction():
    """E = W₁²/20 + W₂²: with η = 1.05 a step multiplies W₁ by 0.895 and W₂ by −1.1."""
    claim, *_ = diagnose(descend(LOSSES["valley"], OPTIMIZERS["gd"](1.05), [-7, 2], 30)).claims
    assert np.abs(claim.numbers["direction"]) == pytest.approx([0, 1])
    assert claim.numbers["factor"] == pytest.approx(-1.1)


def test_about_how_many_more_steps():
    """On the bowl 5 (1 − 2η)ᵏ ≤ 0.01 from k = log(500) / −log(1 − 2η) on."""
    path = descend(LOSSES["bowl"], OPTIMIZERS["gd"](0.001), [5.0], 1)
    claims = diagnose(path).claims
    [more] = [claim.numbers["n"] for claim in claims if claim.key == "more"]
    assert more == pytest.approx(math.log(500) / -math.log(0.998) - 1, rel=0.01)


@pytest.mark.parametrize(("start", "seen"), [(0.0195, ["glide-about"]), (0.0205, [])])
def test_a_factor_is_told_where_the_steps_show_it_to_two_hundredths(start, seen):
    """E = W²/2 + W³/3 and η = 0.5: a step from W multiplies it by 0.5 (1 − W), and at the minimum by 0.5."""
    path = descend(custom_loss("W^2/2 + W^3/3", ((-6.0, 6.0),)), OPTIMIZERS["gd"](0.5), start, 4)
    assert [claim.key for claim in diagnose(path).claims] == ["reached", *seen]


def test_a_run_that_ends_stays_nowhere():
    """Within three steps it is so near to 0 that its slope there, of √(W⁴ + W⁶), is 0/0."""
    path = descend(custom_loss("sqrt(W^4 + W^6)", ((-6.0, 6.0),)), OPTIMIZERS["gd"](0.5), 0.005, 2)
    assert np.abs(path.weights).max() <= 0.01
    assert outlook(path).ends
    assert outlook(path).destination is None


@pytest.mark.parametrize(
    ("eta", "zone"),
    [(0.001, "glide"), (0.1, "glide"), (0.5, "jump"), (0.9, "zigzag"), (1, "bounce"), (1.1, "explode")],
)
def test_the_bowls_zones(eta, zone):
    limits = thresholds(LOSSES["bowl"], (5.0,))
    assert (limits.jump, limits.bounce, limits.exact) == (0.5, 1.0, True)
    assert limits.zone(eta) == zone


@pytest.mark.parametrize(
    ("loss", "at", "reason"),
    [
        ("absolute", 5, "kinked"),
        ("quartic", 5, "flat"),
        ("rest-stop", -1.5, "inflection"),
        ("ripples", 7, None),
    ],
)
def test_no_thresholds_and_why(loss, at, reason):
    limits = thresholds(LOSSES[loss], (float(at),))
    assert limits.reason == reason
    assert (limits.jump is None) == (reason is not None) == (limits.zone(0.1) is None)
    assert not limits.exact


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_thresholds_hold_close_to_their_minimum(loss):
    """Just inside them a run that begins close by settles, outside none does; and small rates lead there."""
    limits = thresholds(loss, loss.start)
    if limits.bounce is None:
        assert loss.id in ("absolute", "quartic", "rest-stop")
        return
    goal = np.array(limits.point.weights)
    for share, settles in ((0.97, True), (1.03, False)):
        path = descend(loss, OPTIMIZERS["gd"](share * limits.bounce), goal + 1e-4, 3000)
        away = np.linalg.norm(path.weights[-1] - goal)
        assert (away < 1e-4) == settles or path.diverged
    path = descend(loss, OPTIMIZERS["gd"](0.3 * limits.jump), loss.start, 10_000)
    if np.linalg.norm(path.gradients[-1]) < 1e-6:
        assert np.linalg.norm(path.weights[-1] - goal) < 1e-4


def test_the_smaller_rate_that_is_named_is_the_first_that_stays():
    """On W⁴ from 4 a rate of 10, 1 or 0.1 leaves at once; with 0.01 the first step goes to 4 − 2.56."""
    path = descend(custom_loss("W^4", ((-6.0, 6.0),)), OPTIMIZERS["gd"](10.0), [4.0], 5)
    [claim] = [claim for claim in diagnose(path).claims if claim.key == "smaller-stays"]
    assert claim.numbers["eta"] == 0.01

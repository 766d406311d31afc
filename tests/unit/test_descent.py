"""The descent: closed forms of the parabola, plain loops, and runs that explode."""

import math
import sys

import numpy as np
import pytest

from gdviz.core.custom_losses import custom_loss
from gdviz.core.descent import Packed, Path, continued, descend, resumed
from gdviz.core.loss import FunctionLoss
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS
from tests.cases import in_turn

BOWL = LOSSES["bowl"]
gd = OPTIMIZERS["gd"]


@pytest.mark.parametrize("eta", [0.001, 0.1, 0.3, 0.5, 0.9, 1.0, 1.1])
def test_bowl_follows_its_closed_form(eta):
    path = descend(BOWL, gd(eta), [5], 40)
    expected = 5 * (1 - 2 * eta) ** np.arange(41)
    assert path.weights[:, 0] == pytest.approx(expected, rel=1e-12, abs=1e-12)
    assert path.losses == pytest.approx(expected**2 + 4, rel=1e-12)
    assert path.gradients[:, 0] == pytest.approx(2 * expected, rel=1e-12, abs=1e-12)
    assert path.updates[:, 0] == pytest.approx(2 * eta * expected[:-1], rel=1e-12, abs=1e-12)


def test_the_article():
    path = descend(BOWL, gd(0.001), [5], 1)
    assert path.gradients[0, 0] == 10
    assert path.updates[0, 0] == 0.01
    assert path.weights[1, 0] == 4.99


@pytest.mark.parametrize(("name", "rule"), in_turn(LOSSES, OPTIMIZERS, times=2))
def test_a_path_is_what_it_says(name, rule):
    loss = LOSSES[name]
    path = descend(loss, OPTIMIZERS[rule](loss.learning_rate / 10), loss.start, 200)
    n = len(loss.domain)
    assert path.weights.shape == path.gradients.shape == (201, n)
    assert path.losses.shape == (201,)
    assert path.updates.shape == (200, n)
    assert path.steps == 200
    assert not path.diverged
    assert len(path.memories) == 201
    assert (path.weights[1:] == path.weights[:-1] - path.updates).all()
    for k in (0, 1, 57, 200):
        assert path.losses[k] == loss.value(path.weights[k])
        assert (path.gradients[k] == loss.gradient(path.weights[k])).all()


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_gd_is_the_plain_loop(loss):
    eta = loss.learning_rate / 5
    path = descend(loss, gd(eta), loss.start, 50)
    w, h = np.array(loss.start, dtype=float), 1e-6
    for k in range(51):
        assert path.weights[k] == pytest.approx(w, rel=1e-5, abs=1e-6)
        slopes = [(loss.value(w + h * e) - loss.value(w - h * e)) / (2 * h) for e in np.eye(len(w))]
        w = w - eta * np.array(slopes)


def test_an_explosion_ends_before_the_first_number_that_is_none():
    path = descend(BOWL, gd(1.1), [5], 10_000)
    assert path.diverged
    # |W| = 5 × 1.2ᵏ, and W² + 4 is finite as long as |W| < √1.8 × 10¹⁵⁴.
    assert path.steps == math.floor(math.log(math.sqrt(1.797693e308) / 5, 1.2))
    for numbers in (path.weights, path.losses, path.gradients, path.updates):
        assert np.isfinite(numbers).all()
    assert path.updates.shape == (path.steps, 1)


@pytest.mark.parametrize(("name", "eta"), in_turn(LOSSES, [1e-6, 1.0, 10.0, 0.1], times=2))
def test_every_number_of_every_run_is_finite(name, eta):
    loss = LOSSES[name]
    path = descend(loss, gd(eta), loss.start, 300)
    for numbers in (path.weights, path.losses, path.gradients, path.updates):
        assert np.isfinite(numbers).all()
    assert path.diverged == (path.steps < 300)


@pytest.mark.parametrize(
    ("start", "steps", "named"),
    [
        ([math.nan], 5, "nan"),
        ([math.inf], 5, "inf"),
        ([1, 2], 5, "2 weights"),
        ([[1]], 5, "(1, 1)"),
        ([], 5, "(0,)"),
        ([5], 0, "0"),
        ([5], -3, "-3"),
        ([5], 10_001, "10001"),
        ([5], 2.5, "2.5"),
    ],
)
def test_bad_input_is_named(start, steps, named):
    with pytest.raises(ValueError, match=r"must be|the start") as refused:
        descend(BOWL, gd(0.1), start, steps)
    assert named in str(refused.value)


@pytest.mark.parametrize("rule", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_a_bad_rate_is_named(rule):
    for eta in (0, -0.1, math.nan, math.inf):
        with pytest.raises(ValueError, match=str(eta)):
            rule(eta)


def test_a_start_without_a_loss_is_named():
    class Nowhere:
        def value(self, weights):
            return math.nan

        def gradient(self, weights):
            return weights

    with pytest.raises(ValueError, match="no value at the start"):
        descend(Nowhere(), gd(0.1), [1], 1)


def test_a_path_of_one_step():
    path = descend(BOWL, gd(0.5), [5], np.int64(1))
    assert isinstance(path, Path)
    assert path.weights.tolist() == [[5], [0]]


@pytest.mark.parametrize("eta", [0.1, 0.5, 1.0])
def test_a_continued_run_follows_the_closed_form_of_the_bowl(eta):
    further = continued(descend(BOWL, gd(eta), [5], 7)).points(40)
    assert further.shape == (41, 1)
    assert further[:, 0] == pytest.approx(5 * (1 - 2 * eta) ** np.arange(7, 48), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("name", ["plateau", "valley"])
@pytest.mark.parametrize("rule", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_a_continued_run_is_the_rest_of_a_longer_one(rule, name):
    loss, used = LOSSES[name], rule(0.07)
    whole = descend(loss, used, loss.start, 60)
    run = continued(descend(loss, used, loss.start, 25))
    assert (run.points(10) == whole.weights[25:36]).all()
    assert (run.points(35) == whole.weights[25:]).all()
    assert not run.ended


@pytest.mark.parametrize(
    ("loss", "start"),
    [
        (BOWL, [5]),
        # The other weight is at rest.
        (FunctionLoss(lambda w: w[0] ** 2, lambda w: (2 * w[0], 0)), [5, 1]),
    ],
)
def test_a_continued_run_ends_where_it_explodes(loss, start):
    run = continued(descend(loss, gd(2.0), start, 3))
    further = run.points(3000)
    # |W| = 5 × 3ᵏ, from k = 3 on, to the largest double.
    assert len(further) == math.floor(math.log(sys.float_info.max / 5, 3)) - 3 + 1
    assert run.ended
    assert np.isfinite(further).all()


@pytest.mark.parametrize(
    ("formula", "start"),
    [
        ("W^2/2 + 1/(1 + (W^20)^4*((W+1)^20)^4)", [2000.0]),
        ("W1^2/2 + W2^2/2 + 1/(1 + (W1^20)^4*(W2^20)^4)", [2000.0, 1500.0]),
    ],
)
def test_a_continued_run_goes_on_where_doubles_overflow_on_the_way_to_a_slope(formula, start):
    """∂E/∂W = W, as far as can be seen: the rest, of 1/W¹⁶⁰, is 0, but in doubles inf/inf."""
    loss = custom_loss(formula, ((-5, 5),) * len(start))
    assert np.isnan(loss.partials_in_doubles(*start)).all()
    further = continued(descend(loss, gd(0.1), start, 2)).points(20)
    assert further[-1] == pytest.approx(np.array(start) * 0.9**22, rel=1e-12)


def test_one_that_comes_to_rest_stays_there():
    run = continued(descend(BOWL, gd(0.5), [5], 1))
    assert run.points(30)[:, 0].tolist() == [0] * 31
    assert not run.ended


@pytest.mark.parametrize("rule", OPTIMIZERS)
def test_a_run_that_is_taken_further_is_the_whole_one(rule):
    optimizer, start = OPTIMIZERS[rule](0.01), [-0.5, 0.25]
    whole = descend(LOSSES["himmelblau"], optimizer, start, 12)
    run = resumed(descend(LOSSES["himmelblau"], optimizer, start, 5), optimizer, 7)
    assert run.weights.tolist() == whole.weights.tolist()
    assert run.updates.tolist() == whole.updates.tolist()
    assert repr(list(run.memories)) == repr(list(whole.memories))


@pytest.mark.parametrize("rule", OPTIMIZERS)
def test_packed_memories_are_the_same_ones(rule):
    path = descend(LOSSES["himmelblau"], OPTIMIZERS[rule](0.01), [-0.5, 0.25], 20)
    packed = Packed(path.memories)
    assert len(packed) == 21
    assert repr(list(packed)) == repr(list(path.memories))
    assert repr(packed[-1]) == repr(path.memories[-1])
    assert repr(packed[3:5]) == repr(tuple(path.memories[3:5]))
    with pytest.raises(IndexError):
        packed[21]

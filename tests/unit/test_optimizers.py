"""The update rules against closed forms, plain loops written from the papers, and printed numbers."""

import math
from itertools import product

import numpy as np
import pytest

from gdviz.core.descent import descend
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS, Rule, constants

every_rule = pytest.mark.parametrize("rule", OPTIMIZERS)


# --- Plain loops, one weight at a time, in Python's own floats ----------------------------


def gd(slope, w, eta, steps):
    for _ in range(steps):
        w = w - eta * slope(w)
        yield w


def momentum(slope, w, eta, steps):
    velocity = 0.0  # the textbook's v, made of updates: the same path while η stays the same
    for _ in range(steps):
        velocity = 0.9 * velocity - eta * slope(w)
        w = w + velocity
        yield w


def nesterov(slope, w, eta, steps):
    buffer = None
    for _ in range(steps):
        gradient = slope(w)
        buffer = gradient if buffer is None else 0.9 * buffer + gradient
        w = w - eta * (gradient + 0.9 * buffer)
        yield w


def adagrad(slope, w, eta, steps):
    total = 0.0
    for _ in range(steps):
        gradient = slope(w)
        total += gradient**2
        w = w - eta * gradient / (math.sqrt(total) + 1e-10)
        yield w


def rmsprop(slope, w, eta, steps):
    average = 0.0
    for _ in range(steps):
        gradient = slope(w)
        average = 0.99 * average + 0.01 * gradient**2
        w = w - eta * gradient / (math.sqrt(average) + 1e-8)
        yield w


def adam(slope, w, eta, steps):
    gradients = []
    for t in range(1, steps + 1):
        gradients.append(slope(w))
        # The averages written out as the sums that they are.
        m = sum(0.1 * 0.9 ** (t - i) * g for i, g in enumerate(gradients, 1)) / (1 - 0.9**t)
        v = sum(0.001 * 0.999 ** (t - i) * g * g for i, g in enumerate(gradients, 1)) / (1 - 0.999**t)
        w = w - eta * m / (math.sqrt(v) + 1e-8)
        yield w


LOOPS = {loop.__name__: loop for loop in (gd, momentum, nesterov, adagrad, rmsprop, adam)}


def test_every_rule_has_its_loop():
    assert list(LOOPS) == list(OPTIMIZERS)


@every_rule
@pytest.mark.parametrize(("curvature", "start"), [(2.0, 5.0), (0.1, -7.0), (2.0, 2.0)])
def test_a_rule_is_the_plain_loop(rule, curvature, start):
    eta = 0.3 if rule in ("gd", "adam", "adagrad", "rmsprop") else 0.05
    path = descend(Parabola(curvature), OPTIMIZERS[rule](eta), [start], 200)
    plain = list(LOOPS[rule](lambda w: curvature * w, start, eta, 200))
    assert path.weights[1:, 0] == pytest.approx(plain, rel=1e-9, abs=1e-12)


class Parabola:
    """E = c W²/2 in each weight."""

    def __init__(self, *curvatures):
        self.curvatures = np.array(curvatures)

    def value(self, weights):
        return float(self.curvatures @ weights**2 / 2)

    def gradient(self, weights):
        return self.curvatures * weights


@every_rule
def test_each_weight_is_updated_by_its_own_derivative(rule):
    make = OPTIMIZERS[rule]
    both = descend(LOSSES["valley"], make(0.05), [-7, 2], 100)
    for i, (curvature, start) in enumerate([(0.1, -7), (2, 2)]):
        alone = descend(Parabola(curvature), make(0.05), [start], 100)
        assert both.weights[:, i] == pytest.approx(alone.weights[:, 0], rel=1e-9, abs=1e-12)


def test_the_textbook_s_chapter_4():
    path = descend(LOSSES["round"], OPTIMIZERS["gd"](0.1), [-3, 4], 20)
    assert path.weights == pytest.approx(0.8 ** np.arange(21)[:, None] * [-3, 4], rel=1e-12)


@pytest.mark.parametrize(("rule", "rate"), [("gd", 0.95), ("momentum", 0.1), ("adagrad", 1.5), ("adam", 0.3)])
def test_the_textbook_s_chapter_6(rule, rate):
    path = descend(LOSSES["valley"], OPTIMIZERS[rule](rate), [-7, 2], 30)
    for i, slope in enumerate([lambda w: w / 10, lambda w: 2 * w]):
        plain = list(LOOPS[rule](slope, [-7.0, 2.0][i], rate, 30))
        assert path.weights[1:, i] == pytest.approx(plain, rel=1e-9, abs=1e-12)


# PyTorch 2.14.1, float64: W after 200 steps on W₁²/20 + W₂² from (−7, 2) with the rate given.
PRINTED = {
    "gd": (0.95, -1.4955945746380893e-08, 1.4110158217310387e-09),
    "momentum": (0.1, 3.0169503619105032e-05, -2.6840635297962444e-05),
    "nesterov": (0.1, 4.883168538623771e-05, -1.7125340153623e-15),
    "adagrad": (1.5, -6.920212622840312e-11, 6.936281191872593e-113),
    "rmsprop": (0.01, -4.08824189020417, 0.08251836893719626),
    "adam": (0.3, 0.00020376754076322466, -2.51105097540281e-06),
}


@pytest.mark.parametrize("rule", PRINTED)
def test_the_path_is_pytorch_s(rule):
    rate, *end = PRINTED[rule]
    path = descend(LOSSES["valley"], OPTIMIZERS[rule](rate), [-7, 2], 200)
    assert path.weights[-1] == pytest.approx(end, rel=1e-9)


@every_rule
def test_the_constants_are_the_conventions(rule):
    known = {
        "momentum": {"momentum": 0.9},
        "nesterov": {"momentum": 0.9},
        "adagrad": {"eps": 1e-10},
        "rmsprop": {"smoothing": 0.99, "eps": 1e-8},
        "adam": {"beta1": 0.9, "beta2": 0.999, "eps": 1e-8},
    }
    assert {c.name: c.default for c in constants(rule)} == known.get(rule, {})
    for constant in constants(rule):
        assert constant.low <= constant.default <= constant.high


@every_rule
def test_the_constants_bounds_are_safe(rule):
    usual = tuple(c.default for c in constants(rule))
    for loss, (i, constant) in product(LOSSES.values(), enumerate(constants(rule))):
        for bound in (constant.low, constant.high):
            other = Rule(rule, loss.learning_rate / 100, (*usual[:i], bound, *usual[i + 1 :]))
            path = descend(loss, other.optimizer, loss.start, 50)
            assert np.isfinite(path.weights).all(), (loss.id, other)
            assert not path.diverged, (loss.id, other)


@every_rule
def test_the_constants_are_used(rule):
    def end(*numbers):
        return descend(LOSSES["bowl"], Rule(rule, 0.01, numbers).optimizer, [5], 50).weights[-1, 0]

    usual = tuple(c.default for c in constants(rule))
    assert end(*usual) == end()
    for i, constant in enumerate(constants(rule)):
        assert end(*usual[:i], constant.high, *usual[i + 1 :]) != end()


@every_rule
def test_a_rule_is_pure(rule):
    init, update, *_ = OPTIMIZERS[rule](0.1)
    gradient, memory = np.array([1.0, -2.0]), init(np.array([3.0, 4.0]))
    first, second = update(gradient, memory), update(gradient, memory)
    assert first[0].tolist() == second[0].tolist()
    assert gradient.tolist() == [1, -2]


@every_rule
def test_a_rule_names_its_source(rule):
    assert any(f"{year}" in OPTIMIZERS[rule].source for year in range(1800, 2030))


def test_the_memory_is_what_a_pencil_writes():
    path = descend(LOSSES["bowl"], OPTIMIZERS["adam"](0.1), [5], 2)
    assert [memory.t for memory in path.memories] == [0, 1, 2]
    after = path.memories[1]
    assert (after.m[0], after.v[0]) == pytest.approx((1.0, 0.1))  # 0.1 × 10 and 0.001 × 10²
    assert (after.m_hat[0], after.v_hat[0]) == pytest.approx((10, 100))
    assert path.updates[0, 0] == pytest.approx(0.1)
    velocity = descend(LOSSES["bowl"], OPTIMIZERS["momentum"](0.1), [5], 2).memories
    assert [memory.v[0] for memory in velocity] == pytest.approx([0, 10, 17])  # 0.9 × 10 + 2 × 4

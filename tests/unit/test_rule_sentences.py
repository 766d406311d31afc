"""What the page says of the rules, what they remember and what comes of it, is so."""

import math
from itertools import pairwise

import numpy as np
import pytest

from gdviz.core.optimizers import OPTIMIZERS

SLOPES = [0.7, -2.0, 0.3, 5.0, -0.1]


def changes(rule, slopes, **constants):
    """ΔW and the memory after each of some slopes of one weight, by the project's rule."""
    optimizer = OPTIMIZERS[rule](constants.pop("eta", 0.1), **constants)
    memory, found = optimizer.init(np.zeros(1)), []
    for slope in slopes:
        change, memory = optimizer.update(np.array([slope]), memory)
        found.append((float(change[0]), memory))
    return found


def test_gd_remembers_nothing_and_twice_the_rate_makes_twice_the_step():
    [(_, _), (after_another, _)] = changes("gd", [3.0, 0.7])
    [(alone, _)] = changes("gd", [0.7])
    [(twice, _)] = changes("gd", [0.7], eta=0.2)
    assert after_another == alone == pytest.approx(twice / 2)


@pytest.mark.parametrize("rule", ["momentum", "nesterov"])
def test_a_velocity_is_the_sum_of_the_slopes_each_multiplied_by_mu_once_for_every_step_since(rule):
    mu = 0.8
    change, memory = changes(rule, SLOPES, momentum=mu)[-1]
    v = sum(slope * mu**age for age, slope in enumerate(reversed(SLOPES)))
    assert memory.v[0] == pytest.approx(v)
    # Nesterov adds μ times the new v to the slope.
    assert change == pytest.approx(0.1 * (v if rule == "momentum" else SLOPES[-1] + mu * v))


@pytest.mark.parametrize("rule", ["momentum", "nesterov"])
@pytest.mark.parametrize("mu", [0, 0.5, 0.9])
def test_a_velocity_makes_steps_up_to_1_over_1_minus_mu_times_those_of_gd(rule, mu):
    steps = [change for change, _ in changes(rule, [3.0] * 400, momentum=mu)]
    assert all(later >= earlier for earlier, later in pairwise(steps))
    assert steps[-1] == pytest.approx(0.3 / (1 - mu))
    assert steps[0] == pytest.approx(0.3 * (1 + mu if rule == "nesterov" else 1))


def test_momentum_goes_on_where_the_slope_is_0_and_uphill():
    level, uphill = (changes("momentum", [3.0, slope])[-1][0] for slope in (0.0, -1.0))
    assert level > 0
    assert uphill > 0  # ΔW > 0 takes the weight to the left, and there the loss rises


@pytest.mark.parametrize("rule", ["momentum", "nesterov"])
def test_with_mu_0_it_is_gd(rule):
    one, other = changes(rule, SLOPES, momentum=0.0), changes("gd", SLOPES)
    assert [change for change, _ in one] == pytest.approx([change for change, _ in other])


def own_rates(rule, slopes):
    """η / (√h + ε) of each step, by the rule's formula."""
    return [0.1 / (math.sqrt(memory.h[0]) + 1e-10) for _, memory in changes(rule, slopes, eps=1e-10)]


def test_adagrad_s_own_rate_never_grows():
    slopes = [*SLOPES, 0.0, 1e-6, 100.0, 0.0]
    rates = own_rates("adagrad", slopes)
    assert all(later <= earlier for earlier, later in pairwise(rates))
    found = [change for change, _ in changes("adagrad", slopes)]
    assert found == pytest.approx([rate * slope for rate, slope in zip(rates, slopes, strict=True)])
    [(_, memory)] = changes("adagrad", SLOPES)[-1:]
    assert memory.h[0] == pytest.approx(sum(slope**2 for slope in SLOPES))


def test_rmsprop_s_own_rate_grows_again_when_the_squared_slope_is_less_than_h():
    chance = np.random.default_rng(0)
    slopes = chance.normal(size=300) * np.exp(chance.normal(size=300))
    memories = [memory.h[0] for _, memory in changes("rmsprop", slopes)]
    rates = own_rates("rmsprop", slopes)
    for k in range(1, 300):
        assert (rates[k] > rates[k - 1]) == (slopes[k] ** 2 < memories[k - 1])


@pytest.mark.parametrize("slope", [1e-3, -0.7, 2.0, -1e6])
def test_adam_s_first_step_is_about_eta_long(slope):
    [(change, memory)] = changes("adam", [slope])
    assert change == pytest.approx(math.copysign(0.1, slope), rel=1e-4)
    assert (memory.m_hat[0], memory.v_hat[0]) == pytest.approx((slope, slope**2))


def test_adam_goes_the_same_way_on_a_loss_1000_times_as_large():
    one, other = (changes("adam", [size * slope for slope in SLOPES]) for size in (1, 1000))
    assert [change for change, _ in one] == pytest.approx([change for change, _ in other], rel=1e-5)


def test_what_each_rule_has_for_each_weight_is_its_own():
    """Two weights at once are as good as each alone."""
    pairs = np.array([[0.7, -3.0], [-2.0, 0.01], [5.0, 4.0]])
    for rule in OPTIMIZERS:
        optimizer = OPTIMIZERS[rule](0.1)
        memory, both = optimizer.init(np.zeros(2)), []
        for pair in pairs:
            change, memory = optimizer.update(pair, memory)
            both.append(change)
        for i in range(2):
            alone = [change for change, _ in changes(rule, pairs[:, i])]
            assert [change[i] for change in both] == pytest.approx(alone)

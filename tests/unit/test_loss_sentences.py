"""What the page says one should watch for on each loss is so, judged by losses written out by hand."""

import math

import numpy as np
import pytest

from gdviz.core.losses import LOSSES
from tests.by_hand import HEIGHTS, end, himmelblau, level, of_curve


def half_the_slope():
    slope = of_curve("bowl")
    return all(math.isclose(slope(w / 2), slope(w) / 2) for w in (-6, -1, 0.3, 5))


def an_eighth_of_the_slope():
    slope = of_curve("quartic")
    return all(math.isclose(slope(w / 2), slope(w) / 8) for w in (-6, -1, 0.3, 5))


def start_and_rate_decide_the_valley():
    slope = of_curve("double-well")
    left, right = level(slope, -4, 4)
    heights = [(w * w - 4) ** 2 / 8 + w / 2 for w in (left, right)]
    ends = [end(slope, 4, 0.05), end(slope, 4, 0.3), end(slope, -4, 0.05)]
    return heights[0] < heights[1] and np.allclose(ends, [right, left, left], atol=1e-3)


def small_rates_end_in_the_first_minimum():
    slope = of_curve("ripples")
    around = level(slope, -12, 12)
    on_chart = around[abs(around) < 8]
    heights = {round(w * w / 20 + math.sin(2 * w), 3) for w in on_chart}
    for start in np.linspace(-8, 8, 100):
        ahead = around[(around - start) * slope(start) < 0]
        first = ahead[abs(ahead - start).argmin()]
        if any(abs(end(slope, start, eta, 5000) - first) > 1e-3 for eta in (0.02, 0.2)):
            return False
    return len(on_chart) == len(heights) == 5


def the_slope_is_89_times_as_large():
    slope = of_curve("plateau")
    return round(slope(1.4) / slope(5)) == 89


def the_wall_is_steep():
    slope = of_curve("cliff")
    return round(slope(2), 3) == 12.4 and 0 < slope(1) < 1 and 0 < slope(3) < 1


def a_level_place_that_is_no_minimum():
    slope = of_curve("rest-stop")
    falls = np.concatenate([np.linspace(-2, -1e-3, 50), np.linspace(1e-3, 2.999, 50)])
    return slope(0) == 0 and (slope(falls) < 0).all() and slope(3.001) > 0


def every_step_is_as_long():
    slope = of_curve("absolute")
    return slope(-1e-9) == -1 and slope(1e-9) == 1 and slope(-6) == -1 and slope(6) == 1


def only_the_decay_makes_a_minimum():
    slope, w = of_curve("one-neuron"), np.linspace(-6, 30, 100)
    # The loss of a neuron σ(W x) on input 1 and target 1, −log σ(W).
    alike = np.allclose(-np.log(1 / (1 + np.exp(-w))), np.log(1 + np.exp(-w)))
    return alike and (slope(w) - w / 10 < 0).all() and len(level(slope, -6, 10)) == 1


def both_weights_shrink_alike():
    w = np.array([-3.0, 4.0])
    step = w - 0.3 * 2 * w
    return np.allclose(step, (1 - 2 * 0.3) * w)


def the_valley_is_20_times_as_steep_across():
    w, eta, curvatures = np.array([-7.0, 2.0]), 0.3, np.array([1 / 10, 2])
    step = w - eta * curvatures * w
    return curvatures[1] / curvatures[0] == 20 and np.allclose(step, [(1 - eta / 10) * -7, (1 - 2 * eta) * 2])


def the_saddle_rises_and_falls():
    def slope(w):
        return np.array([2 * w[0], -2 * w[1] + w[1] ** 3 / 2])

    height, near = HEIGHTS["saddle"], (0.01, -0.01)
    rises = all(height(x, 0) > height(0, 0) > height(0, x) for x in near)
    return rises and end(slope, (2, 0), 0.1)[1] == 0 and abs(end(slope, (2, 0.001), 0.1)[1]) > 1


def the_curved_valley_is_2500_times_as_steep_across():
    x = np.linspace(-2, 2, 9)
    on_floor = HEIGHTS["rosenbrock"](x, x * x)
    beside = [HEIGHTS["rosenbrock"](x, x * x + d) for d in (-0.01, 0.01)]
    gentle, steep = np.linalg.eigvalsh([[802, -400], [-400, 200]])
    return (on_floor < beside).all() and round(steep / gentle, -2) == 2500


def start_and_rate_decide_the_minimum():
    ends = [end(himmelblau, (0, -4), eta) for eta in (0.01, 0.02)]
    ends += [end(himmelblau, start, 0.01) for start in ((3, 3), (3, -3))]
    heights = [HEIGHTS["himmelblau"](*place) for place in ends]
    return np.allclose(heights, 0, atol=1e-12) and len({tuple(place.round(2)) for place in ends}) == 4


def the_mean_of_the_squared_distances():
    loss = LOSSES["line-fit"]
    distances = [[w * x + b - y for x, y in loss.data] for w, b in ((0, 0), (1, 0.7), (-1, 3))]
    means = [sum(d * d for d in row) / 8 for row in distances]
    return np.allclose(means, [loss.value(np.array(p)) for p in ((0.0, 0.0), (1.0, 0.7), (-1.0, 3.0))])


WATCHED = {
    "bowl": half_the_slope,
    "quartic": an_eighth_of_the_slope,
    "double-well": start_and_rate_decide_the_valley,
    "ripples": small_rates_end_in_the_first_minimum,
    "plateau": the_slope_is_89_times_as_large,
    "cliff": the_wall_is_steep,
    "rest-stop": a_level_place_that_is_no_minimum,
    "absolute": every_step_is_as_long,
    "one-neuron": only_the_decay_makes_a_minimum,
    "round": both_weights_shrink_alike,
    "valley": the_valley_is_20_times_as_steep_across,
    "saddle": the_saddle_rises_and_falls,
    "rosenbrock": the_curved_valley_is_2500_times_as_steep_across,
    "himmelblau": start_and_rate_decide_the_minimum,
    "line-fit": the_mean_of_the_squared_distances,
}


@pytest.mark.parametrize("loss", LOSSES)
def test_what_to_watch_for_is_there(loss):
    assert WATCHED[loss]()


@pytest.mark.parametrize("loss", [name for name, loss in LOSSES.items() if len(loss.domain) == 1])
def test_the_slopes_written_out_here_are_those_of_the_catalogue(loss):
    h, record = 1e-6, LOSSES[loss]
    for w in np.linspace(*record.domain[0], 7) + 0.0123:
        difference = (record.value(np.array([w + h])) - record.value(np.array([w - h]))) / (2 * h)
        assert of_curve(loss)(w) == pytest.approx(difference, abs=1e-5)


@pytest.mark.parametrize("loss", HEIGHTS)
def test_the_landscapes_written_out_here_are_those_of_the_catalogue(loss):
    for x, y in ((-1.5, 2.0), (0.3, -0.7), (1.0, 1.0)):
        assert HEIGHTS[loss](x, y) == pytest.approx(LOSSES[loss].value(np.array([x, y])))

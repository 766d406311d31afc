"""What the page says of losses, rules, charts, missions and presets is so.

The slopes and runs here are written out by hand: nothing of the code that the sentences are about
judges them. Each test quotes, in its name or its table, the sentence that it holds to account.
"""

import math
import re
from itertools import pairwise

import numpy as np
import pytest

from gdviz.charts import cost, depth, graph, landscape, sentences, surface
from gdviz.charts.theme import THEMES
from gdviz.core.descent import descend
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.lessons.runs import runs
from gdviz.link.bounds import LANGUAGES
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.network.gradient_cost import Cost
from gdviz.network.network import Network
from gdviz.network.training import Training, train
from gdviz.player.chain_messages import LABELLED
from gdviz.texts import load_texts


def of_curve(name):
    """The slope of a loss of one weight, differentiated by hand."""

    def cliff(w):
        s = 1 / (1 + np.exp(-8 * (w - 2)))
        return w / 5 + 48 * s * (1 - s)

    return {
        "bowl": lambda w: 2 * w,
        "quartic": lambda w: 4 * w**3 / 50,
        "double-well": lambda w: w * (w * w - 4) / 2 + 0.5,
        "ripples": lambda w: w / 10 + 2 * np.cos(2 * w),
        "plateau": lambda w: 2 * w * np.exp(-w * w / 4),
        "cliff": cliff,
        "rest-stop": lambda w: w**3 - 3 * w**2,
        "absolute": np.sign,
        "one-neuron": lambda w: w / 10 - 1 / (1 + np.exp(w)),
    }[name]


HEIGHTS = {
    "round": lambda x, y: x * x + y * y,
    "valley": lambda x, y: x * x / 20 + y * y,
    "saddle": lambda x, y: x * x - y * y + y**4 / 8,
    "rosenbrock": lambda x, y: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    "himmelblau": lambda x, y: (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
}


def himmelblau(w):
    """Its gradient."""
    x, y = w
    return np.array(
        [4 * x * (x * x + y - 11) + 2 * (x + y * y - 7), 2 * (x * x + y - 11) + 4 * y * (x + y * y - 7)]
    )


def end(slope, start, eta, steps=3000):
    w = np.array(start, dtype=float)
    for _ in range(steps):
        w = w - eta * slope(w)
    return w


def level(slope, low, high):
    """Where a slope goes from − to +, to four digits: the minima."""
    w = np.linspace(low, high, 160_001)
    return w[1:][(slope(w[:-1]) < 0) & (slope(w[1:]) >= 0)]


# --- The losses: what to watch for ----------------------------------------------------------------


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


# --- The rules: what they remember and what comes of it -------------------------------------------

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


# --- The missions: what they show -----------------------------------------------------------------


def bowl_from_step(eta):
    """From which step on gd on W² + 4 from 5 stays within 0.01, and on which sides it was."""
    distances = 5 * (1 - 2 * eta) ** np.arange(3100)
    far = np.flatnonzero(abs(distances) > 0.01)
    return far[-1] + 1, np.sign(distances[:90])


def test_quick_every_rate_from_0_24_to_0_76_does_it():
    assert max(bowl_from_step(eta)[0] for eta in np.linspace(0.24, 0.76, 200)) <= 10
    assert 5 - 0.5 * 2 * 5 == 0


def test_slow_there_are_two_ranges_of_rates():
    for eta in np.linspace(0.0302, 0.0337, 50):
        step, sides = bowl_from_step(eta)
        assert 90 <= step <= 100
        assert (sides == 1).all()
    for eta in np.linspace(0.9663, 0.9698, 50):
        step, sides = bowl_from_step(eta)
        assert 90 <= step <= 100
        assert (sides[1:] == -sides[:-1]).all()
    for eta in (
        *np.linspace(0.001, 0.0300, 40),
        *np.linspace(0.0339, 0.9661, 300),
        *np.linspace(0.97, 0.99, 40),
    ):
        assert not 90 <= bowl_from_step(eta)[0] <= 100


def test_edge_0_43_settles_and_0_44_does_not():
    x, y = np.array(LOSSES["line-fit"].data).T
    places = {}
    for eta in (0.43, 0.44):
        places[eta] = end(
            lambda w: 2 * np.array([((w[0] * x + w[1] - y) * x).mean(), (w[0] * x + w[1] - y).mean()]),
            (-0.5, 3),
            eta,
        )
    assert places[0.43] == pytest.approx(np.polyfit(x, y, 1), abs=1e-6)
    assert abs(places[0.44]).max() > 1e6


def test_other_valley_the_top_decides_at_this_rate():
    slope = of_curve("double-well")
    starts = np.concatenate([np.linspace(-4, 0.2541, 300), np.linspace(0.2542, 4, 300)])
    ends = end(slope, starts, 0.05)
    assert np.allclose(ends, np.where(starts < 0.25415, -2.1149, 1.8608), atol=1e-3)
    top = -level(lambda w: -slope(w), -1, 1)
    assert abs(top) == pytest.approx([0.254], abs=1e-3)
    assert end(slope, 3.5, 0.25) == pytest.approx(-2.1149, abs=1e-3)


def test_beat_adam_who_is_ahead_depends_on_what_counts():
    def distances(rule, eta):
        w, v, m, s, found = np.array([-7.0, 2.0]), 0, 0, 0, []
        for t in range(1, 3200):
            found.append(np.linalg.norm(w))
            g = w * [0.1, 2]
            v = 0.9 * v + g
            m, s = 0.9 * m + 0.1 * g, 0.999 * s + 0.001 * g * g
            adam = m / (1 - 0.9**t) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8)
            w = w - eta * (v if rule == "momentum" else adam)
        return np.array(found)

    def since(found, within):
        return np.flatnonzero(found > within)[-1] + 1

    momentum, adam = distances("momentum", 0.15), distances("adam", 0.3)
    assert since(momentum, 0.1) < since(adam, 0.1)
    assert since(momentum, 0.01) > since(adam, 0.01)


def test_xor_the_seed_decides():
    right = {}
    for seed in ("1", "2"):
        query = {"data": "xor", "layers": "3", "act": "tanh", "opt": "gd", "eta": "0.5", "epochs": "1000"}
        training = train(Settings.from_query(query | {"seed": seed})[0].job)
        network = training.job.network
        answers = network.predict(training.weights[-1], network.inputs)
        right[seed] = ((answers > 0.5) == (network.targets > 0.5)).mean()
    assert right["1"] >= 0.97 > right["2"]


# --- The presets: each is what its name says ------------------------------------------------------


def preset(name, **changes):
    return Settings.from_query({**PRESETS[name], **changes})[0]


def run(name):
    [path] = runs(preset(name))
    return path.weights


def trained(name, **changes):
    return train(preset(name, **changes).job)


def is_straight_down():
    w = run("chapter4")
    return np.allclose(w[:, 0] * 4, w[:, 1] * -3) and (np.diff(np.linalg.norm(w, axis=1)) < 0).all()


def passes_a_saddle():
    distances = np.linalg.norm(run("pass"), axis=1)
    return distances.min() < 0.1 and distances[-1] > 1


def fits_a_line():
    x, y = np.array(LOSSES["line-fit"].data).T
    return np.allclose(run("fit")[-1], np.polyfit(x, y, 1), atol=0.05)


def no_line_parts_xor():
    """As no line parts the four corners: not even by brute force over angles and distances."""
    network = preset("xor-one").job.network
    angles = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    along = network.inputs @ np.stack([np.cos(angles), np.sin(angles)])
    best = max(
        ((along > d) == (network.targets > 0.5)).mean(axis=0).max() for d in np.linspace(-1.5, 1.5, 121)
    )
    return preset("xor-one").job.sizes == (2, 1) and best < 0.8


def learns(name):
    training = trained(name)
    network = training.job.network
    return ((network.predict(training.weights[-1], network.inputs) > 0.5) == network.targets).mean() >= 0.97


def the_rate_is_too_large():
    calm = [trained("too-large", eta=eta) for eta in ("0.05", "0.15", "0.5")]
    wild = trained("too-large")
    return (
        wild.diverged and not any(t.diverged for t in calm) and all(t.losses[-1] < t.losses[0] for t in calm)
    )


def the_gradient_vanishes():
    """By central differences: the mean |∂E/∂W| is larger in each layer than in the one before."""
    job = preset("vanishing").job
    slopes = job.network.numerical_gradient(job.start)
    at, means = 0, []
    for rows, columns in pairwise(job.sizes):
        means.append(abs(slopes[at : at + rows * columns]).mean())
        at += (rows + 1) * columns
    return all(b > 1.5 * a for a, b in pairwise(means)) and means[-1] > 100 * means[0]


NAMED = {
    "article": lambda: run("article")[0] - run("article")[1] == pytest.approx(0.01),
    "glide": lambda: (np.diff(run("glide")[:, 0]) < 0).all() and (run("glide") > 0).all(),
    "jump": lambda: run("jump")[0] != 0 and (run("jump")[1:] == 0).all(),
    "zigzag": lambda: (run("zigzag")[1:] * run("zigzag")[:-1] < 0).all() and abs(run("zigzag")[-1]) < 0.01,
    "bounce": lambda: abs(end(of_curve("bowl"), 5, 1.0, 3001)) == 5 and set(run("bounce")[:, 0]) == {5, -5},
    "explode": lambda: (np.diff(abs(run("explode")[:, 0])) > 0).all() and abs(run("explode")[-1]) > 6,
    "valley": lambda: (
        end(of_curve("double-well"), run("valley")[-1], 0.05) == pytest.approx(1.8608, abs=1e-3)
    ),
    "plateau": lambda: preset("plateau").loss == "plateau",
    "cliff": lambda: preset("cliff").loss == "cliff",
    "rates": lambda: len({rule.learning_rate for rule in preset("rates").race}) == 4,
    "chapter4": is_straight_down,
    "canyon": lambda: (run("canyon")[1:, 1] * run("canyon")[:-1, 1] < 0).all(),
    "pass": passes_a_saddle,
    "curved": lambda: preset("curved").loss == "rosenbrock",
    "four": lambda: preset("four").loss == "himmelblau",
    "fit": fits_a_line,
    "chapter6": lambda: len({rule.id for rule in preset("chapter6").race}) == 4,
    "off-the-saddle": lambda: all(abs(p.weights[-1, 1]) > 1.5 for p in runs(preset("off-the-saddle"))),
    "along-the-valley": lambda: preset("along-the-valley").loss == "rosenbrock",
    "neuron": lambda: preset("neuron").job.start.size == 2,
    "xor-one": no_line_parts_xor,
    "xor-four": lambda: preset("xor-four").job.hidden == (4,) and learns("xor-four"),
    "circles": lambda: learns("circles"),
    "spiral": lambda: preset("spiral").data == "spiral",
    "too-large": the_rate_is_too_large,
    "vanishing": the_gradient_vanishes,
}


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_what_its_name_says(name):
    assert NAMED[name]()


# --- Charts, keys and what is told of a training --------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("act", ["sigmoid", "relu"])
@pytest.mark.parametrize("layers", ["8,8,8", "2", "1,1,1"])
def test_the_depth_chart_tells_of_this_network_s_own_bars(lang, act, layers):
    job = Settings.from_query({"data": "circles", "layers": layers, "act": act, "seed": "4"})[0].job
    texts, bars = (
        depth.key(job, load_texts(lang)),
        depth.base_figure(job, load_texts(lang), THEMES["light"]).data,
    )
    assert str(len(layers.split(",")) + 1) in texts
    for bar in bars:
        low, high = re.search(rf"{bar.name} (\S+(?: × \S+)?) → (\S+(?: × \S+)?)(?: ·|[.。])", texts).groups()
        assert (_read(low), _read(high)) == pytest.approx((bar.y[0], bar.y[-1]), rel=0.051)


def _read(texts):
    raised = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
    mantissa, _, power = texts.partition(" × 10")
    return float(mantissa.rstrip("。.")) * 10 ** int(power.translate(raised) or 0)


def test_a_negative_weight_is_drawn_as_one_however_small():
    weights = np.array([[100.0, -1e-9, 1e-9, 0.0, -100.0, 40.0]])
    [drawn] = graph.drawing((1, 3), weights)["weights"]
    assert np.sign(drawn).tolist() == [1, -1, 1, 0, -1, 1]
    assert (np.diff(np.abs(drawn)[np.argsort(np.abs(weights[0]), kind="stable")]) >= 0).all()


def test_the_chain_s_key_names_the_layers_that_have_room():
    for lang in LANGUAGES:
        assert str(LABELLED) in load_texts(lang)("chain.key")


def test_the_arrow_of_the_landscape_is_always_as_long():
    loss = LOSSES["valley"]
    path = descend(loss, OPTIMIZERS["gd"](0.95), loss.start, 10)
    animation = landscape.animation(loss, path, list(range(11)), load_texts("en"))
    [arrow] = [keyframes for keyframes in animation.all_keyframes if keyframes.trace == landscape.ARROW_LINE]
    ends = np.array(arrow.points)[:, :2]
    lengths = np.linalg.norm(ends[:, 1] - ends[:, 0], axis=1)
    assert lengths == pytest.approx(lengths[0])
    ways = (ends[:, 1] - ends[:, 0]) / lengths[:, None]
    down = -path.gradients / np.linalg.norm(path.gradients, axis=1)[:, None]
    assert ways == pytest.approx(down, abs=1e-6)


def test_the_surface_s_highest_ground_may_be_cut_off():
    losses = [loss for loss in LOSSES.values() if len(loss.domain) == 2]
    assert any(surface.heights(loss)[1] < landscape.samples(loss).values.max() for loss in losses)


def training_of(losses, diverged=False):
    """A training of a line that had these losses."""
    job = Settings.from_query({"data": "line"})[0].job
    start = np.tile(job.start, (2, 1))
    epochs = np.array([0, len(losses) - 1])
    arrays = np.array(losses, dtype=float)
    return Training(job, epochs, start, start, start, arrays, arrays, diverged)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("losses", "key"),
    [
        ([1.0, 0.5], "fitted"),
        ([1.0, 0.94], "fitted"),
        ([1.0, 0.96], "still"),
        ([1.0, 0.1, 1.0], "still"),
        ([1.0, 1.04], "still"),
        ([1.0, 1.06], "rose"),
        ([1.0, 0.5, 2.0], "rose"),
    ],
)
def test_what_is_told_of_a_training_is_what_its_losses_did(lang, losses, key):
    first, last = losses[0], losses[-1]
    within = abs(last - first) < 0.05 * first
    assert key == ("still" if within else "rose" if last > first else "fitted")
    numbers = {"n": len(losses) - 1, "first": f"{first:.3g}", "last": f"{last:.3g}", "held": f"{last:.3g}"}
    assert sentences.training(training_of(losses), load_texts(lang)) == load_texts(lang)(
        f"network.{key}", **numbers
    )
    exploded = load_texts(lang)("network.exploded", n=len(losses) - 1)
    assert sentences.training(training_of(losses, diverged=True), load_texts(lang)) == exploded


def test_a_smaller_rate_keeps_an_exploding_training_finite():
    """The page says: try a smaller η."""
    for data, rule in (("sine", "gd"), ("line", "momentum")):
        query = {"data": data, "layers": "4", "opt": rule, "eta": "10", "epochs": "300", "act": "relu"}
        wild = train(Settings.from_query(query)[0].job)
        assert wild.diverged
        assert not train(Settings.from_query(query | {"eta": "0.01"})[0].job).diverged


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sentence_of_the_cost_is_arithmetic_of_what_was_measured(lang):
    found = (Cost((784, 50, 10), 39_760, 0.002, 40.0, False),)
    texts = cost.sentence(found, load_texts(lang))
    wanted = ["39,760", "79,520", "20000"]
    wanted += [cost.duration(seconds, load_texts(lang)) for seconds in (0.002, 40.0, 2.0, 40_000.0)]
    assert all(number in texts.replace("20,000", "20000") for number in wanted), texts
    assert (
        Network((784, 50, 10), "sigmoid", np.zeros((1, 784)), np.zeros((1, 10)), "classification").size
        == 39_760
    )


# --- Both languages say the same ------------------------------------------------------------------


def numbers_in(text):
    """The numbers of more than one digit that a text names."""
    plain = re.sub(r"\{.*?\}", "", text)
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", plain)
    return {number for number in re.findall(r"\d+(?:\.\d+)?", plain) if len(number) > 1}


def flat(table):
    for key, value in table.items():
        yield from (
            ((f"{key}.{k}", v) for k, v in flat(value)) if isinstance(value, dict) else [(key, value)]
        )


@pytest.mark.parametrize(
    "section", ["losses", "optimizers", "missions", "presets", "predict", "network", "cost"]
)
def test_both_languages_name_the_same_numbers(section):
    english, japanese = (dict(flat(load_texts(lang).section(section))) for lang in ("en", "ja"))
    for key, text in english.items():
        if not key.endswith("name"):
            assert numbers_in(japanese[key]) == numbers_in(text), key


# What the tests above have taken from the texts, so that neither changes without the other.
QUOTED = {
    "losses.double-well.watch": {"0.05", "0.3"},
    "losses.ripples.watch": {"0.2"},
    "losses.plateau.watch": {"1.4", "89"},
    "losses.cliff.watch": {"12.4"},
    "losses.one-neuron.watch": {"20"},
    "losses.valley.watch": {"20", "10"},
    "losses.saddle.watch": {"0.001"},
    "losses.rosenbrock.watch": {"2500"},
    "losses.himmelblau.watch": {"0.01", "0.02"},
    "optimizers.adam.effect": {"1000"},
    "missions.quick.task": {"0.01", "10"},
    "missions.quick.shows": {"0.24", "0.76", "0.5"},
    "missions.edge.task": {"0.12"},
    "missions.edge.shows": {"0.434", "0.43", "0.44"},
    "missions.other-valley.shows": {"0.05", "0.254", "3.5", "0.25"},
    "missions.slow.task": {"0.01", "90", "100"},
    "missions.slow.shows": {"0.0302", "0.0337", "0.9663", "0.9698"},
    "missions.beat-adam.task": {"0.1", "100", "0.3"},
    "missions.beat-adam.shows": {"0.1", "3000", "0.15", "0.3", "0.01"},
    "missions.xor.task": {"97"},
    "missions.xor.shows": {"0.5", "1000"},
}


@pytest.mark.parametrize("section", ["losses", "optimizers", "missions"])
def test_the_texts_quote_the_numbers_that_were_checked(section):
    for key, text in flat(load_texts("en").section(section)):
        if key.endswith(("watch", "effect", "remembers", "task", "shows")):
            assert numbers_in(text) == QUOTED.get(f"{section}.{key}", set()), key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("loss", LOSSES)
def test_what_is_said_of_steps_is_said_of_gd(lang, loss):
    """What to watch for stands beside every rule, and its steps are gd's."""
    for part in re.split(r"\. |。", load_texts(lang)(f"losses.{loss}.watch")):
        if re.search("step|更新|η", part):
            assert "gd" in part, part

"""What the page says of missions and presets is so: what they show, and what their names say."""

from itertools import pairwise

import numpy as np
import pytest

from gdviz.core.losses import LOSSES
from gdviz.lessons.runs import runs
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from gdviz.network.training import train
from tests.by_hand import end, level, of_curve


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

"""The ranking against the runs' closed forms and against what a plain loop finds."""

import random

import numpy as np
import pytest

from gdviz.core.descent import descend
from gdviz.core.diagnosis import REACHED
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS, Rule
from gdviz.core.ranking import ranking
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings
from tests.cases import in_turn
from tests.judge import go_on


def ran(loss, rules, start, steps):
    return ranking([descend(loss, rule.optimizer, start, steps) for rule in rules])


def test_four_rates_on_the_bowl():
    """After k steps W = 5 (1 − 2η)ᵏ."""
    rules = tuple(Rule("gd", eta) for eta in (0.01, 0.1, 0.9, 1.05))
    results = {r.index: r for r in ran(LOSSES["bowl"], rules, (5,), 30)}
    for index in (1, 2):
        first = next(k for k in range(31) if 5 * 0.8**k <= REACHED)
        assert results[index].since == first == 28
    assert results[0].since is None
    assert results[0].distance == pytest.approx(5 * 0.98**30)
    assert results[3].left == next(k for k in range(31) if 5 * 1.1**k > 6) == 2
    order = [r.index for r in ran(LOSSES["bowl"], rules, (5,), 30)]
    assert order == [1, 2, 0, 3]


@pytest.mark.parametrize("name", [name for name, preset in PRESETS.items() if "race" in preset])
def test_what_is_said_of_each_runner_is_true(name):
    settings, _ = Settings.from_query(PRESETS[name])
    loss, rules = settings.loss_function, settings.race
    results = ran(loss, rules, settings.w, settings.steps)
    assert sorted(r.index for r in results) == list(range(len(rules)))
    for result in results:
        path = descend(loss, rules[result.index].optimizer, settings.w, settings.steps)
        assert result.loss == path.losses[-1]
        if result.left is not None:
            low, high = np.array(loss.domain).T
            beyond = path.weights[result.left :]
            assert ((beyond < low) | (beyond > high)).any(axis=1).all()
            continue
        away = np.linalg.norm(path.weights - result.goal.weights, axis=1)
        assert result.distance == pytest.approx(away[-1])
        assert loss.gradient(np.array(result.goal.weights)) == pytest.approx(0, abs=1e-6)
        if result.since is None:
            later = go_on(loss, result.rule, path, 3000)[path.steps :]
            assert np.linalg.norm(later - result.goal.weights, axis=1).max() > REACHED
        else:
            assert (away[result.since :] <= REACHED).all()
            assert result.since == 0 or away[result.since - 1] > REACHED


def test_who_only_passes_by_has_not_arrived():
    """Of many random runners each that is said to be there stays for 3,000 further steps, by a plain loop."""
    rng = random.Random(3)
    for _ in range(25):
        loss = rng.choice(list(LOSSES.values()))
        rules = tuple(Rule(rng.choice(list(OPTIMIZERS)), 10 ** rng.uniform(-3, 1)) for _ in range(3))
        start, steps = [rng.uniform(*bounds) for bounds in loss.domain], rng.choice([5, 30, 100])
        for result in ran(loss, rules, start, steps):
            path = descend(loss, result.rule.optimizer, start, steps)
            points = go_on(loss, result.rule, path, 3000)
            low, high = np.array(loss.domain).T
            outside = ((points < low) | (points > high)).any(axis=1)
            if result.since is not None:
                away = np.linalg.norm(points - result.goal.weights, axis=1)
                assert (away[result.since :] <= REACHED).all()
                assert result.since == 0 or away[result.since - 1] > REACHED
            elif result.left is not None:
                assert outside[result.left : path.steps + 1].all()
                assert result.returns == (not outside[path.steps :].all()) or result.exploded
                assert result.exploded == (len(points) < path.steps + 3001)
            else:
                assert not outside[path.steps]


@pytest.mark.parametrize(("name", "rule"), in_turn(LOSSES, OPTIMIZERS, times=2))
def test_every_rule_can_race(name, rule):
    loss = LOSSES[name]
    rules = tuple(Rule(rule, loss.learning_rate * factor) for factor in (0.01, 1, 10))
    results = ran(loss, rules, loss.start, 40)
    ranks = [0 if r.since is not None else 2 if r.left is not None else 1 for r in results]
    assert ranks == sorted(ranks)

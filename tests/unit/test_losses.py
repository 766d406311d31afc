"""The catalogue: every record against a statement of it that owes nothing to the formula reader."""

import math

import numpy as np
import pytest

from gdviz.core.critical_points import critical_points, minima
from gdviz.core.losses import LOSSES, losses_of
from tests.judge import downhill

BY_HAND = {
    "bowl": lambda w: w**2 + 4,
    "quartic": lambda w: w**4 / 50,
    "double-well": lambda w: (w**2 - 4) ** 2 / 8 + w / 2,
    "ripples": lambda w: w**2 / 20 + math.sin(2 * w),
    "plateau": lambda w: 4 * (1 - math.exp(-(w**2) / 4)),
    "cliff": lambda w: w**2 / 10 + 6 / (1 + math.exp(-8 * (w - 2))),
    "rest-stop": lambda w: w**4 / 4 - w**3 + 7,
    "absolute": abs,
    "one-neuron": lambda w: math.log(1 + math.exp(-w)) + w**2 / 20,
    "round": lambda w1, w2: w1**2 + w2**2,
    "valley": lambda w1, w2: w1**2 / 20 + w2**2,
    "saddle": lambda w1, w2: w1**2 - w2**2 + w2**4 / 8,
    "rosenbrock": lambda w1, w2: (1 - w1) ** 2 + 100 * (w2 - w1**2) ** 2,
    "himmelblau": lambda w1, w2: (w1**2 + w2 - 11) ** 2 + (w1 + w2**2 - 7) ** 2,
    "line-fit": lambda w, b: sum((w * x + b - y) ** 2 for x, y in LOSSES["line-fit"].data) / 8,
}
every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
every_curve = pytest.mark.parametrize("loss", losses_of(1).values(), ids=losses_of(1))


def points(loss, count=41):
    """Points all over the domain, none of them on a round number, where corners are."""
    shares = [
        ((i * (1 + 7 * k) + 0.37) % count) / count for k in range(len(loss.domain)) for i in range(count)
    ]
    low, high = np.array(loss.domain).T
    return list(low + np.reshape(shares, (-1, count)).T * (high - low))


def test_the_table_by_hand_is_complete():
    assert set(BY_HAND) == set(LOSSES)


@every_loss
def test_value(loss):
    for at in points(loss):
        assert loss.value(at) == pytest.approx(BY_HAND[loss.id](*at.tolist()), rel=1e-12, abs=1e-12)
    assert loss.values(np.array(points(loss))) == pytest.approx([loss.value(at) for at in points(loss)])


@every_loss
def test_gradient_and_hessian(loss):
    h = 1e-5
    for at in points(loss):
        for i in range(len(at)):
            step = h * np.eye(len(at))[i]
            slope = (loss.value(at + step) - loss.value(at - step)) / (2 * h)
            assert loss.gradient(at)[i] == pytest.approx(slope, rel=1e-5, abs=1e-6)
            bend = (loss.gradient(at + step) - loss.gradient(at - step)) / (2 * h)
            assert loss.hessian(at)[i] == pytest.approx(bend, rel=1e-4, abs=1e-4)
    assert loss.gradient(at).shape == at.shape
    assert loss.hessian(at).shape == (len(at), len(at))


@every_loss
def test_start_and_rate_are_usable(loss):
    assert all(low <= w <= high for w, (low, high) in zip(loss.start, loss.domain, strict=True))
    assert 1e-6 <= loss.learning_rate <= 10
    assert loss.id in LOSSES


@every_curve
def test_minima_are_minima(loss):
    low, high = loss.domain[0]
    grid = np.linspace(low, high, 20_001)
    values = loss.values(grid[:, None])
    valleys = grid[1:-1][(values[1:-1] < values[:-2]) & (values[1:-1] <= values[2:])]
    found = [p.weight for p in minima(loss)]
    assert found == pytest.approx(valleys.tolist(), abs=2 * (grid[1] - grid[0]))
    for point in minima(loss):
        around = point.weight + np.array([-1e-3, 1e-3])
        assert (loss.values(around[:, None]) > point.loss).all()


@every_curve
def test_critical_points_are_critical(loss):
    for point in critical_points(loss).points:
        if point.kinked:
            left, right = (loss.gradient(np.array([point.weight + d]))[0] for d in (-1e-9, 1e-9))
            assert left < -0.1
            assert right > 0.1
        else:
            assert loss.gradient(np.array([point.weight]))[0] == pytest.approx(0, abs=1e-9)
    kinds = {p.kind for p in critical_points(loss).points}
    assert kinds == ({"inflection", "minimum"} if loss.id == "rest-stop" else kinds & {"minimum", "maximum"})
    assert any(p.flat and p.is_minimum for p in critical_points(loss).points) == (loss.id == "quartic")
    assert any(p.kinked for p in critical_points(loss).points) == (loss.id == "absolute")


every_landscape = pytest.mark.parametrize("loss", losses_of(2).values(), ids=losses_of(2))


@every_landscape
def test_level_points_of_two_weights_are_what_they_are_called(loss):
    """Around a minimum E rises all the way round, around a maximum it falls, around a saddle both."""
    angles = np.linspace(0, 2 * np.pi, 720, endpoint=False)
    circle = 1e-3 * np.column_stack([np.cos(angles), np.sin(angles)])
    for point in critical_points(loss).points:
        assert loss.gradient(np.array(point.weights)) == pytest.approx([0, 0], abs=1e-9)
        rises = loss.values(point.weights + circle) > point.loss
        kind = "minimum" if rises.all() else "saddle" if rises.any() else "maximum"
        assert point.kind == kind
        assert point.loss == pytest.approx(loss.value(np.array(point.weights)), abs=1e-12)
        # The eigenvalues' sum and product are the Hessian's trace and determinant.
        hessian = loss.hessian(np.array(point.weights))
        assert sum(point.curvatures) == pytest.approx(hessian[0, 0] + hessian[1, 1])
        assert np.prod(point.curvatures) == pytest.approx(
            hessian[0, 0] * hessian[1, 1] - hessian[0, 1] * hessian[1, 0]
        )


@every_landscape
def test_the_minima_of_two_weights_are_all_found(loss):
    """Every valley of a fine grid has its minimum."""
    axes = [np.linspace(low, high, 401) for low, high in loss.domain]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
    values = loss.values(grid.reshape(-1, 2)).reshape(401, 401)
    inner = values[1:-1, 1:-1]
    neighbours = [
        values[1 + i : 400 + i, 1 + j : 400 + j] for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0)
    ]
    lows = grid[1:-1, 1:-1][np.all([inner <= other for other in neighbours], axis=0)]
    far = np.array([high - low for low, high in loss.domain]) / 20
    found = np.array([p.weights for p in minima(loss)])
    assert 1 <= len(found) <= len(lows)
    for valley in lows:
        assert (np.abs(found - downhill(loss, valley)) < far).all(axis=1).any()


def test_level_points_as_printed():
    """Himmelblau 1972, and the sums by hand."""
    bottoms = {tuple(round(w, 4) for w in p.weights) for p in minima(LOSSES["himmelblau"])}
    assert bottoms == {(3, 2), (-2.8051, 3.1313), (-3.7793, -3.2832), (3.5844, -1.8481)}
    kinds = [p.kind for p in critical_points(LOSSES["himmelblau"]).points]
    assert (kinds.count("saddle"), kinds.count("maximum"), len(kinds)) == (4, 1, 9)
    assert [p.weights for p in minima(LOSSES["rosenbrock"])] == [(1, 1)]
    saddle = {p.weights: p.kind for p in critical_points(LOSSES["saddle"]).points}
    assert saddle == {(0, -2): "minimum", (0, 0): "saddle", (0, 2): "minimum"}


def test_the_line_is_numpy_s_least_squares():
    x, y = np.array(LOSSES["line-fit"].data).T
    [best] = minima(LOSSES["line-fit"])
    assert best.weights == pytest.approx(np.polyfit(x, y, 1))


def test_every_loss_is_in_one_lesson():
    assert [*losses_of(1), *losses_of(2)] == list(LOSSES)


@every_loss
def test_the_names_of_the_weights(loss):
    known = {"line-fit": ("w", "b")}
    usual = ("W",) if loss.id in losses_of(1) else ("W₁", "W₂")
    assert loss.names == known.get(loss.id, usual)

"""Critical points: a judge that only compares values, other units for W and E, and bounds of all values."""

import math
import re

import numpy as np
import pytest

from gdviz.core.critical_points import critical_points
from gdviz.core.critical_points.intervals import gradient_bounds, hessian_bounds, value_bounds
from gdviz.core.custom_losses import custom_loss
from gdviz.core.losses import losses_of
from tests.cases import in_turn
from tests.critical import CURVES, ONE, TWO, inside, marks
from tests.judge import downhill

# --- A judge that knows no derivative -----------------------------------------------------

MORE_CURVES = [
    "W^2 + sin(3*W)", "cos(W)*exp(-W/5)", "W^4 - 3*W^2 + W", "abs(sin(W))", "abs(W^3 - W)", "sqrt(W^2 + 1)",
    "log(1 + W^2)", "W/(1 + W^2)", "1/W^2 + W^2/10", "sqrt(W - 1) + 4/W", "W - log(W)", "tanh(W)*W",
    "exp(-W^2)*W^3", "sin(W)^3", "abs(W - 2)*abs(W + 1)", "W^2*abs(W - 1)", "abs(abs(W) - 2)",
    "exp(W/2) + exp(-W)", "sin(W^2)", "cos(5*W) + W^2/20", "(W^2 - 4)^4/1000", "W^3*(W - 3)^3/100",
    "sqrt(abs(W^2 - 4))", "abs(W) + abs(W - 1) + abs(W - 4)", "abs(W)^0.5 + W^2", "10^6 + W^2/10^3",
]  # fmt: skip
MORE_LANDSCAPES = [
    "sin(W1)*cos(W2)", "W1^2 + W2^2 + 5*sin(W1)*sin(W2)", "(W1^2-1)^2 + W2^2", "(W1^2-1)^2 + (W2^2-4)^2",
    "W1^3 - 3*W1 + W2^2", "abs(W1-1) + abs(W2+2)", "abs(W1) + abs(W1-W2) + W2^2/3",
    "exp(-W1^2-W2^2) + W1^2/9",
    "W1^2*W2^2 + W1^2 + W2^2", "sqrt(1 + W1^2) + W2^4", "log(1+W1^2) + log(1+W2^2)", "W1^2 + W1*W2 + W2^2",
    "W1^4 + W2^4 - 4*W1*W2", "tanh(W1)^2 + W2^2", "cos(W1) + cos(W2) + W1*W2/20",
]  # fmt: skip
JUDGED = [
    *losses_of(1).values(),
    *(custom_loss(text, ONE) for text in [*MORE_CURVES, "log(W) + 1/W", "sin(12*W)"]),
]
JUDGED_LANDSCAPES = [*losses_of(2).values(), *(custom_loss(text, TWO) for text in MORE_LANDSCAPES)]


def name(loss):
    return loss.text


@pytest.mark.parametrize("loss", JUDGED, ids=name)
def test_a_curve_is_judged_by_its_values(loss):
    low, high = loss.domain[0]
    points = inside(loss)
    others = np.array([p.weight for p in critical_points(loss).points])
    for point in points:
        apart = np.abs(others - point.weight)
        reach = min(0.01 * (high - low), 0.3 * min(apart[apart > 0], default=math.inf))
        while not np.isfinite(loss.values(point.weight + reach * np.array([[-1], [1]]))).all():
            reach /= 2  # beside a gap
        sides = point.weight + reach * np.array([[-1], [-0.3], [0.3], [1]])
        rises = loss.values(sides) - point.loss
        if point.kind == "inflection":
            assert rises[0] * rises[3] < 0
            assert rises[1] * rises[2] < 0
            assert abs(rises[2] - rises[1]) < 0.25 * abs(rises[3] - rises[0])  # a slope would give 0.3
        else:
            assert (rises * (1 if point.is_minimum else -1) > 0).all(), point
    grid = np.linspace(low, high, 40_001)
    values = loss.values(grid[:, None])
    with np.errstate(invalid="ignore"):
        for side, kind in ((1, "minimum"), (-1, "maximum")):
            turns = (side * values[1:-1] < side * values[:-2]) & (side * values[1:-1] < side * values[2:])
            found = np.array([p.weight for p in points if p.kind == kind])
            for turn in grid[1:-1][turns]:
                finer = np.linspace(turn - 4e-4 * (high - low), turn + 4e-4 * (high - low), 2001)
                heights = side * loss.values(finer[:, None])
                pole = np.nanmax(np.abs(heights)) > 1000 * abs(heights[0])
                if pole or np.nanargmin(heights) in (0, 2000) or not np.isfinite(heights).all():
                    continue
                assert np.abs(found - turn).min(initial=math.inf) <= 2 * (grid[1] - grid[0]), (kind, turn)
    assert critical_points(loss).exhaustive


@pytest.mark.parametrize("loss", JUDGED_LANDSCAPES, ids=name)
def test_a_landscape_is_judged_by_its_values(loss):
    low, high = np.array(loss.domain).T
    points = inside(loss)
    angles = np.linspace(0, 2 * np.pi, 720, endpoint=False)
    circle = np.column_stack([np.cos(angles), np.sin(angles)])
    for point in points:
        rises = np.stack([loss.values(point.weights + r * circle) - point.loss for r in (1e-2, 3e-3)])
        least = -1e-9 * np.abs(rises).max()
        kind = "minimum" if (rises >= least).all() else "maximum" if (rises <= -least).all() else "saddle"
        assert point.kind == kind
        if (
            point.kind == "saddle"
        ):  # it is level: no direction is that of a slope, as up as its opposite is down
            odd = np.abs(rises[:, :360] - rises[:, 360:]).max(axis=1)
            assert odd[1] < 0.25 * odd[0] + 1e-9 * np.abs(rises).max()
    axes = [np.linspace(*bounds, 161) for bounds in loss.domain]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
    values = loss.values(grid.reshape(-1, 2)).reshape(161, 161)
    inner = values[1:-1, 1:-1]
    around = [
        values[1 + i : 160 + i, 1 + j : 160 + j] for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0)
    ]
    bottoms = np.array([p.weights for p in points if p.is_minimum]).reshape(-1, 2)
    for valley in grid[1:-1, 1:-1][np.all([inner <= other for other in around], axis=0)]:
        end = downhill(loss, valley)
        if ((end > low) & (end < high)).all():
            assert (
                np.abs(bottoms - end).max(axis=1, initial=0).min(initial=math.inf) < 0.02 * (high - low).max()
            )


# --- Other units --------------------------------------------------------------------------

UNITS = [(1000, 0, 1, 0), (0.001, 0.3, 250, 0), (37.5, -410, 0.002, 3), (2, 1, 10**6, -40)]
UNITS_TRIED = [loss.text for loss in losses_of(1).values() if len(loss.text) < 24] + [
    "W^3", "W^4*(W-2)^2", "abs(W^2-1)", "sqrt(abs(W))", "tanh(W)^2", "W*abs(W)", "sin(W) + W", "abs(W)^3",
]  # fmt: skip
UNITS_TRIED_2 = [
    "W1^2 + W2^2", "W1^2 - W2^2 + W2^4/8", "(1 - W1)^2 + 100*(W2 - W1^2)^2", "W1^4 + W2^4",
    "abs(W1) + abs(W2)", "sin(W1)*cos(W2)", "W1^3 - 3*W1*W2^2", "W1^3 - 3*W1 + W2^2",
]  # fmt: skip


@pytest.mark.parametrize(("text", "units"), in_turn(UNITS_TRIED, UNITS, times=2))
def test_units_change_nothing_on_a_curve(text, units):
    a, b, c, d = units
    loss = custom_loss(text, ONE)
    other = custom_loss(f"({c})*({re.sub('W', f'((W-({b}))/{a})', text)})+({d})", ((a * -6 + b, a * 6 + b),))
    assert [(p.kind, marks(p)) for p in inside(other)] == [(p.kind, marks(p)) for p in inside(loss)]
    places = [p.weight for p in inside(loss)]
    assert [(p.weight - b) / a for p in inside(other)] == pytest.approx(places, abs=1e-4)
    assert critical_points(other).exhaustive == critical_points(loss).exhaustive


@pytest.mark.parametrize(("text", "units"), in_turn(UNITS_TRIED_2, UNITS))
def test_units_change_nothing_on_a_landscape(text, units):
    """Of the two weights, the second keeps its own."""
    a, b, c, d = units
    loss = custom_loss(text, TWO)
    other = f"({c})*({re.sub('W1', f'((W1-({b}))/{a})', text)})+({d})"
    other = custom_loss(other, ((a * -5 + b, a * 5 + b), TWO[1]))
    assert [(p.kind, marks(p)) for p in inside(other)] == [(p.kind, marks(p)) for p in inside(loss)]
    for one, same in zip(inside(loss), inside(other), strict=True):
        assert ((same.weights[0] - b) / a, same.weights[1]) == pytest.approx(one.weights, abs=1e-4)


# --- Bounds -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        *MORE_CURVES, *(text for text, _ in CURVES), "sin(40*W)", "W^(1/3)", "1/(1+exp(-8*(W-2)))", "W^(-3)",
        "log(1+exp(500*W))-100*W", "cos(W)/sin(W)", "exp(-1/W^2)", "W^2.5/(W-1)", "0.1*abs(W-1)-0.3*abs(W-5)",
        "tanh(2)*W^2+exp(1/3)*W",
    ],
)  # fmt: skip
def test_bounds_hold_every_value(text):
    formula = custom_loss(text, ONE).formula
    random = np.random.default_rng(7)
    low = random.uniform(-6, 6, 2000)
    high = low + 10.0 ** random.uniform(-9, 1, 2000)
    places = [low, high, *(low + share * (high - low) for share in (0.1, 0.5, 0.77))]
    for bounds, function in (
        (value_bounds, formula.values),
        (gradient_bounds, lambda x: formula.gradients(x)[:, 0]),
        (hessian_bounds, lambda x: formula.hessians(x)[:, 0, 0]),
    ):
        least, most = (end.reshape(2000) for end in bounds(formula, low[:, None], high[:, None]))
        for place in places:
            values = function(place[:, None])
            known = np.isfinite(values)
            assert (least[known] <= values[known]).all()
            assert (values[known] <= most[known]).all()
    # And they are no wider than they must be: of the narrowest boxes they are narrow, too.
    narrow = high - low < 1e-8
    values = formula.values(low[narrow, None])
    with np.errstate(invalid="ignore"):
        width = ((most - least) / (1 + np.abs(most)))[narrow][np.isfinite(values)]
    assert np.nanmedian(width) < 1e-3

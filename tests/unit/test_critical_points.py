"""Critical points: a table by hand, a judge that only compares values, and other units for W and E."""

import math
import re

import numpy as np
import pytest

from gdviz.core.critical_points import (
    CriticalPoint,
    critical_points,
    is_local_minimum,
    minima,
    minimum_near,
    nearest_minimum,
    sampled,
    stretches,
)
from gdviz.core.critical_points.intervals import gradient_bounds, hessian_bounds, value_bounds
from gdviz.core.custom_losses import custom_loss
from gdviz.core.loss import FunctionLoss
from gdviz.core.losses import LOSSES, losses_of
from tests.cases import in_turn
from tests.judge import downhill

ONE, TWO = ((-6.0, 6.0),), ((-5.0, 5.0), (-5.0, 5.0))
RASTRIGIN = "20+W1^2-10*cos(6.283185307*W1)+W2^2-10*cos(6.283185307*W2)"
# What is critical inside the domain, by hand: place, kind, and f for flat, k for kinked.
CURVES = {
    ("W^2", ((-300.0, 300.0),)): [(0, "minimum", "")],
    ("W^2", ((-0.001, 0.001),)): [(0, "minimum", "")],
    ("W^2/10^7", ONE): [(0, "minimum", "")],
    ("10^9*W^2", ONE): [(0, "minimum", "")],
    ("tanh(W)^2", ((-20.0, 20.0),)): [(0, "minimum", "")],
    ("exp(W^2)", ((-20.0, 20.0),)): [(0, "minimum", "")],
    ("W^3", ONE): [(0, "inflection", "f")],
    ("W^5", ONE): [(0, "inflection", "f")],
    ("W^4", ONE): [(0, "minimum", "f")],
    ("W^6/100", ONE): [(0, "minimum", "f")],
    ("W^20 + 5", ONE): [(0, "minimum", "f")],
    ("W^4 - 4*W^3 + 6*W^2 - 4*W + 1", ONE): [(1, "minimum", "f")],
    ("W^4*(W-2)^2", ONE): [(0, "minimum", "f"), (4 / 3, "maximum", ""), (2, "minimum", "")],
    ("abs(W)^3", ONE): [(0, "minimum", "f")],
    ("abs(W)^1.5", ONE): [(0, "minimum", "")],  # smooth enough for a slope, but E″ is infinite
    ("sqrt(abs(W))", ONE): [(0, "minimum", "k")],
    ("abs(W^2-1)", ONE): [(-1, "minimum", "k"), (0, "maximum", ""), (1, "minimum", "k")],
    ("W*abs(W)", ONE): [(0, "inflection", "f")],
    ("abs(tanh(W))", ONE): [(0, "minimum", "k")],
    ("sin(W) + W", ONE): [(-math.pi, "inflection", "f"), (math.pi, "inflection", "f")],
    ("abs(W - 0.3) + W/2", ONE): [(0.3, "minimum", "k")],
    ("abs(W) + 2*W", ONE): [],
    ("1/W", ONE): [],
    ("abs(W)/W + W", ONE): [],
    ("1/(W-1/3)^2", ONE): [],
    ("abs(W-1/3)/(W-1/3) + abs(W-1/3)", ONE): [],
    ("log(abs(W))", ONE): [],
    ("tan(W/2)", ONE): [],
    ("exp(-W)", ONE): [],
    ("exp(-W)", ((0.0, 600.0),)): [],
    ("tanh(W)", ((-50.0, 50.0),)): [],
}
# Stretches of equally low points in the domain.
FLOORS = {
    "abs(W-1) + abs(W+1)": (-1, 1),
    "abs(W-1) + abs(W+1) - 2": (-1, 1),
    "(abs(1-W) + (1-W))/2": (1, 6),
    "(abs(W) + W)^2": (-6, 0),
    "5": (-6, 6),
}
LANDSCAPES = {
    "W1^4 + W2^4": [((0, 0), "minimum", "f")],
    "W1^4 + W2^4 + 5": [((0, 0), "minimum", "f")],
    "abs(W1) + abs(W2)": [((0, 0), "minimum", "k")],
    "abs(W1) + W2^2": [((0, 0), "minimum", "k")],
    "abs(W1)^1.5 + W2^2": [((0, 0), "minimum", "")],  # as on a curve
    "abs(W1) + abs(W2-1) + W1*W2/10": [((0, 1), "minimum", "k")],
    "abs(W1) - abs(W2)": [((0, 0), "saddle", "k")],
    "-abs(W1) - abs(W2)": [((0, 0), "maximum", "k")],
    "abs(W1-W2) + W1^2": [((0, 0), "minimum", "k")],
    "sqrt(W1^2 + W2^2)": [((0, 0), "minimum", "k")],
    "W1^3 - 3*W1*W2^2": [((0, 0), "saddle", "f")],
    "W1^2 - W2^4": [((0, 0), "saddle", "f")],
    "W1^2 + W2^3": [((0, 0), "saddle", "f")],
    "(W2-W1^2)*(W2-3*W1^2)": [((0, 0), "saddle", "f")],
    "W1^4/10^7 + W2^2": [((0, 0), "minimum", "f")],
    "W1^4/10^9 + W2^2": [((0, 0), "minimum", "f")],
    "W1^2/10^7 + W2^2": [((0, 0), "minimum", "")],
    "W1*W2": [((0, 0), "saddle", "")],
    "exp(-W1^2-W2^2)": [((0, 0), "maximum", "")],
    "log(W1) + 1/W1 + W2^2": [((1, 0), "minimum", "")],
    "W1": [],
    "exp(-W1-W2)": [],
}
# Lines of minima: the distance of a place from the nearest, and what is critical besides.
LINES = {
    "(W1+W2-1)^2": (lambda x, y: abs(x + y - 1) / math.sqrt(2), []),
    "(W1*W2-1)^2": (lambda x, y: abs(x * y - 1) / max(math.hypot(x, y), 0.1), [((0, 0), "saddle")]),
    "(W1^2+W2^2-4)^2": (lambda x, y: abs(math.hypot(x, y) - 2), [((0, 0), "maximum")]),
    "W1^2": (lambda x, y: abs(x), []),
    "abs(W1-W2)": (lambda x, y: abs(x - y), []),
    "abs(W1*W2-1)": (lambda x, y: abs(x * y - 1) / max(math.hypot(x, y), 0.1), [((0, 0), "saddle")]),
    "(abs(1-W1)+(1-W1))/2": (lambda x, y: max(0, 1 - x), []),
    "abs(W1+1)+abs(W1-1)": (lambda x, y: max(0, abs(x) - 1), []),
}


def inside(loss):
    low, high = np.array(loss.domain).T
    return [p for p in critical_points(loss).points if ((low <= p.weights) & (p.weights <= high)).all()]


def marks(point):
    return "f" * point.flat + "k" * point.kinked


@pytest.mark.parametrize(("text", "domain"), CURVES)
def test_a_curve_s_points_by_hand(text, domain):
    loss, expected = custom_loss(text, domain), CURVES[text, domain]
    span = domain[0][1] - domain[0][0]
    found = [(p.weight, p.kind, marks(p)) for p in inside(loss)]
    assert [one[1:] for one in found] == [one[1:] for one in expected]
    assert [one[0] for one in found] == pytest.approx([one[0] for one in expected], abs=1e-5 * span)
    for point in inside(loss):
        assert point.isolated
        assert point.kinked <= math.isinf(point.curvature)
        assert (point.curvature == 0) == point.flat


@pytest.mark.parametrize("text", FLOORS)
def test_a_flat_floor(text):
    loss = custom_loss(text, ONE)
    [(left, right)] = stretches(loss)
    assert (left.weight, right.weight) == pytest.approx(FLOORS[text], abs=1e-9)
    assert minima(loss) == [left, right]
    middle = (left.weight + right.weight) / 2 + 0.1
    point = minimum_near(loss, np.array([middle]), 0.01)
    assert (point.weight, point.loss, point.isolated, point.flat) == (middle, left.loss, False, True)
    assert point.curvatures == (0,)
    assert is_local_minimum(loss, np.array([middle]), 0.01)


def test_a_flat_top_is_a_maximum():
    loss = custom_loss("min(1, 3 - abs(W))", ONE)
    assert [(p.kind, p.weight) for p in inside(loss)] == [("maximum", -2), ("maximum", 2)]


def test_a_terrace_is_no_minimum():
    """From the left it falls to 1, is level from −1 to 1, and falls on: E = max(1, −W) + min(0, 1 − W)."""
    loss = custom_loss("(abs(1+W)+1-W)/2 + (1-W-abs(1-W))/2", ONE)
    assert not minima(loss)
    assert {p.kind for p in inside(loss)} == {"inflection"}
    rising = custom_loss("-((abs(1+W)+1-W)/2 + (1-W-abs(1-W))/2)", ONE)
    assert {p.kind for p in inside(rising)} == {"inflection"}
    assert minimum_near(loss, np.array([0.2]), 0.01) is None


@pytest.mark.parametrize("text", LANDSCAPES)
def test_a_landscape_s_points_by_hand(text):
    loss, expected = custom_loss(text, TWO), LANDSCAPES[text]
    assert [(p.kind, marks(p), p.isolated) for p in inside(loss)] == [(k, m, True) for _, k, m in expected]
    for point, (place, _, kinked) in zip(inside(loss), expected, strict=True):
        assert point.weights == pytest.approx(place, abs=1e-4 if kinked else 1e-9)


@pytest.mark.parametrize(
    ("text", "domain", "expected"),
    [
        # E″ = 12 W² − 0.0004, where all three points lie within a six-hundredth of the chart.
        ("(W^2 - 0.0001)^2", ONE, [(8e-4,), (-4e-4,), (8e-4,)]),
        # Nearly W₁² close to 0, where the formula of its slope is 0/0.
        ("sqrt(W1^4 + W1^6) + W2^2", TWO, [(2, 2)]),
        # ∂²E/∂W₂² = 0.75/√W₂ has no value at 0, and below there is no E.
        ("W1^2 + W2^1.5", TWO, [(math.inf, math.inf)]),
    ],
)
def test_curvatures_by_hand(text, domain, expected):
    found = inside(custom_loss(text, domain))
    assert [p.curvatures for p in found] == [pytest.approx(one, rel=1e-6) for one in expected]


@pytest.mark.parametrize("text", LINES)
def test_lines_and_areas_of_minima(text):
    (distance, others), loss = LINES[text], custom_loss(text, TWO)
    points = inside(loss)
    assert [(p.weights, p.kind) for p in points if p.isolated] == others
    line = np.array([p.weights for p in points if not p.isolated])
    assert {p.kind for p in points if not p.isolated} == {"minimum"}
    assert max(distance(*place) for place in line) < 1e-6
    # It is shown all along: near every place of it, found by hand, there is one.
    axis = np.linspace(-4.9, 4.9, 197)
    known = [(x, y) for x in axis for y in axis if distance(x, y) < 0.03]
    gaps = [np.linalg.norm(line - place, axis=1).min() for place in known]
    assert max(gaps) < 0.9
    place = np.array([1.3, 1.7])
    assert np.linalg.norm(place - nearest_minimum(loss, place).weights) == pytest.approx(
        min((np.linalg.norm(place - other) for other in known), default=0), abs=0.1
    )


def test_a_line_that_changes_its_kind():
    """E = W1² W2 is 0 along W1 = 0: a valley's floor for W2 > 0, a ridge for W2 < 0."""
    points = inside(custom_loss("W1^2*W2", TWO))
    assert [p.weights for p in points if p.isolated] == [(0, 0)]
    for point in points:
        kind = np.sign(round(point.weights[1], 6))
        assert point.kind == {1: "minimum", 0: "saddle", -1: "maximum"}[kind]
    heights = [p.weights[1] for p in points]
    assert max(np.diff(heights)) < 0.5
    assert heights[-1] - heights[0] > 9


def test_very_many_are_counted():
    """Each W is (k + ½) π/12 or k π/12, one of each: of the former 38 lie on the axis, of the latter 39."""
    found = critical_points(custom_loss("sin(12*W1)*cos(12*W2)", TWO))
    assert (len(found.points), found.exhaustive) == (2 * 38 * 39, True)


def test_the_lowest_place_of_a_bent_kink():
    """On the circle of radius 2, along which E is W1."""
    [bottom] = minima(custom_loss("abs(W1^2 + W2^2 - 4) + W1", TWO))
    assert bottom.weights == pytest.approx((-2, 0), abs=1e-4)
    assert bottom.kinked


def test_all_of_rastrigin():
    """Near each of the 11 × 11 pairs of whole numbers is one minimum."""
    loss = custom_loss(RASTRIGIN, ((-5.12, 5.12), (-5.12, 5.12)))
    bottoms = minima(loss)
    assert {tuple(round(w) for w in p.weights) for p in bottoms} == {
        (i, j) for i in range(-5, 6) for j in range(-5, 6)
    }
    assert len(bottoms) == 121
    assert critical_points(loss).exhaustive
    # Between them 2 × 110 saddles and 100 maxima; near the edges of the domain lies no more.
    kinds = [p.kind for p in critical_points(loss).points]
    assert (kinds.count("saddle"), kinds.count("maximum")) == (220, 100)


def test_too_fine_to_be_all_found():
    for text, domain in (
        ("sin(10^6*W)", ONE),
        ("sin(10000*W1)*cos(10000*W2)", TWO),
        ("tanh(W)^2", ((-40, 40),)),
    ):
        assert not critical_points(custom_loss(text, domain)).exhaustive
    for loss in [*LOSSES.values(), custom_loss("abs(W1) + abs(W2-1) + W1*W2/10", TWO)]:
        assert critical_points(loss).exhaustive, loss.text


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("(W-30)^2", (30.001,), (30,)),
        ("abs(W-30)", (30.001,), (30,)),
        ("W^3", (0.0,), None),
        ("exp(-W)", (50.0,), None),
        ("exp(-W)", (5000.0,), None),
        ("tanh(W)", (-30.0,), None),
        ("(W1-20)^2 + (W2-3)^2", (20.001, 3.0), (20, 3)),
        ("abs(W1-20) + abs(W2-3)", (20.001, 3.0), (20, 3)),
        ("(W1^2+W2^2-4)^2", (1.2, 1.6001), (1.2, 1.6)),
        ("(W1^2+W2^2-4)^2", (0.0, 0.0), None),
        ("(W1^2+W2^2-4)^2", (2.1, 0.0), None),
        ("abs(W1-W2)", (1.234, 1.235), (1.2345, 1.2345)),
        ("W1^4 + W2^4", (0.005, 0.002), (0, 0)),
        ("W1^2 - W2^2", (0.0, 0.0), None),
        ("W1^2*W2", (0.0, 1.0), (0, 1)),
        ("W1^2*W2", (0.0, -1.0), None),
        ("exp(-W1-W2)", (500.0, 500.0), None),
        ("(abs(1-W1)+(1-W1))/2", (2.0, 0.0), (2, 0)),
    ],
)
def test_the_minimum_near_a_place(text, place, expected):
    loss = custom_loss(text, ONE if len(place) == 1 else TWO)
    found = minimum_near(loss, np.array(place), 0.01)
    if expected is None:
        assert found is None
    else:
        assert np.linalg.norm(np.subtract(found.weights, expected)) < 0.002
        assert loss.value(np.array(found.weights)) <= loss.value(np.array(place))
        assert is_local_minimum(loss, np.array(found.weights), 0.001)


# --- Losses that are no formula -----------------------------------------------------------


def test_all_minima_of_a_function_are_found():
    """Himmelblau 1972, as printed."""
    himmelblau = FunctionLoss(
        lambda w: (w[0] ** 2 + w[1] - 11) ** 2 + (w[0] + w[1] ** 2 - 7) ** 2, domain=TWO
    )
    expected = [(-3.77931, -3.283186), (-2.805118, 3.131312), (3, 2), (3.584428, -1.848127)]
    assert [p.weights for p in minima(himmelblau)] == [pytest.approx(one, abs=1e-5) for one in expected]


def test_the_way_down_ends_in_a_corner_of_the_cube():
    """Σ (Wᵢ² − 1)² has its minima there: each Wᵢ is 1 or −1."""
    corners = FunctionLoss(lambda w: float(((w**2 - 1) ** 2).sum()), lambda w: 4 * w * (w**2 - 1))
    for start in np.random.default_rng(0).uniform(-2, 2, (10, 3)):
        end = sampled._descended(corners, start, 4.0)
        assert np.abs(end) == pytest.approx(np.ones(3), abs=1e-6)


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


def test_on_a_line_of_minima_the_nearest_place_of_it_is_found():
    """Of W₁² each point (0, W₂) is a minimum: beside (0.01, 1.2345) it is (0, 1.2345)."""
    loss = custom_loss("W1^2", ((-5.0, 5.0), (-5.0, 5.0)))
    found = minimum_near(loss, np.array([0.01, 1.2345]), 1.0)
    assert found.weights == pytest.approx((0, 1.2345), abs=1e-6)
    assert not found.isolated
    plain = CriticalPoint((1.0,), 0.0, (2.0,), "minimum")
    assert (plain.flat, plain.kinked, plain.isolated) == (False, False, True)


def test_a_minimum_of_as_many_weights_as_are_looked_at():
    """Σ (wᵢ − 0.5)² of 500 weights, from 0.49; of one more nothing is looked for."""

    def beside(n):
        loss = FunctionLoss(lambda w: float(((w - 0.5) ** 2).sum()), lambda w: 2 * (w - 0.5))
        return sampled.beside(loss, np.full(n, 0.49), 1.0)

    assert np.array(beside(500).weights) == pytest.approx(np.full(500, 0.5), abs=1e-6)
    assert beside(501) is None

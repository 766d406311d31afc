"""Critical points, by hand."""

import math

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
from gdviz.core.custom_losses import custom_loss
from gdviz.core.loss import FunctionLoss
from gdviz.core.losses import LOSSES
from tests.critical import CURVES, FLOORS, LANDSCAPES, LINES, ONE, RASTRIGIN, TWO, inside, marks


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

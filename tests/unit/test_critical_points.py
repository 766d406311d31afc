"""Critical points: by hand, by a search that knows no slope, and whatever the units are."""

import numpy as np
import pytest

from gdviz.critical_points import critical_points, is_local_minimum, minima, minimum_near
from gdviz.losses import LOSSES, own_loss

SIX, FIVE = ((-6.0, 6.0),), ((-5.0, 5.0), (-5.0, 5.0))
RASTRIGIN = "20 + W1^2 - 10*cos(6.283185307179586*W1) + W2^2 - 10*cos(6.283185307179586*W2)"


def kinds(loss):
    """The critical points inside, as kind, flat, kinked and place, the isolated ones only."""
    low, high = np.array(loss.domain).T
    return [
        (p.kind, p.flat, p.kinked, tuple(round(w, 6) + 0.0 for w in p.weights))
        for p in critical_points(loss).points
        if p.isolated and ((low <= p.weights) & (p.weights <= high)).all()
    ]


@pytest.mark.parametrize(
    ("formula", "domain", "expected"),
    [
        ("W^2", ((-300.0, 300.0),), [("minimum", False, False, (0,))]),
        ("W^2", ((-0.001, 0.001),), [("minimum", False, False, (0,))]),
        ("W^2/10^7", SIX, [("minimum", False, False, (0,))]),
        ("10^9*W^2", SIX, [("minimum", False, False, (0,))]),
        ("tanh(W)^2", ((-20.0, 20.0),), [("minimum", False, False, (0,))]),
        ("W^4", SIX, [("minimum", True, False, (0,))]),
        ("W^6/100", SIX, [("minimum", True, False, (0,))]),
        ("W^3", SIX, [("inflection", True, False, (0,))]),
        ("W^5", SIX, [("inflection", True, False, (0,))]),
        ("abs(W)^3", SIX, [("minimum", True, False, (0,))]),
        ("sqrt(abs(W))", SIX, [("minimum", False, True, (0,))]),
        ("abs(W^2-1)", SIX,
         [("minimum", False, True, (-1,)), ("maximum", False, False, (0,)), ("minimum", False, True, (1,))]),
        ("W^4*(W-2)^2", SIX,
         [("minimum", True, False, (0,)), ("maximum", False, False, (4 / 3,)),
          ("minimum", False, False, (2,))]),
        ("1/W", SIX, []),
        ("W/2", SIX, []),
        ("W1^4+W2^4", FIVE, [("minimum", True, False, (0, 0))]),
        ("abs(W1)+abs(W2)", FIVE, [("minimum", False, True, (0, 0))]),
        ("abs(W1)+W2^2", FIVE, [("minimum", False, True, (0, 0))]),
        ("abs(W1)+abs(W2-1)+W1*W2/10", FIVE, [("minimum", False, True, (0, 1))]),
        ("W1^3-3*W1*W2^2", FIVE, [("saddle", True, False, (0, 0))]),
        ("(W1*W2-1)^2", FIVE, [("saddle", False, False, (0, 0))]),
        ("(W1^2+W2^2-4)^2", FIVE, [("maximum", False, False, (0, 0))]),
        ("W1^2-W2^2", FIVE, [("saddle", False, False, (0, 0))]),
        ("W1^2+10^6*W2^2", FIVE, [("minimum", False, False, (0, 0))]),
    ],
)  # fmt: skip
def test_by_hand(formula, domain, expected):
    found = kinds(own_loss(formula, domain))
    rounded = [(*kind, tuple(round(w, 6) for w in place)) for *kind, place in expected]
    assert found == rounded


@pytest.mark.parametrize(
    ("formula", "on_it"),
    [
        ("(W1+W2-1)^2", lambda x, y: x + y - 1),
        ("(W1*W2-1)^2", lambda x, y: x * y - 1),
        ("(W1^2+W2^2-4)^2", lambda x, y: x * x + y * y - 4),
        ("W1^2", lambda x, y: x),
        ("abs(W1-W2)", lambda x, y: x - y),
    ],
)
def test_lines_of_minima(formula, on_it):
    loss = own_loss(formula, FIVE)
    lines = [p for p in minima(loss) if not p.isolated]
    assert len(lines) > 20
    assert all(abs(on_it(*p.weights)) < 1e-6 for p in lines)
    here = minimum_near(loss, np.array(lines[3].weights) + 0.004, 0.01)
    assert not here.isolated
    assert abs(on_it(*here.weights)) < 1e-6
    assert minimum_near(loss, np.array([0.3, 0.0]) + 2 * (formula == "W1^2"), 0.01) is None


@pytest.mark.parametrize(
    ("formula", "ends"),
    [
        ("abs(W-1)+abs(W+1)", [-1, 1]),
        ("abs(W-1)+abs(W+1)-2", [-1, 1]),
        ("(abs(1-W)+1-W)/2", [1]),
        ("(abs(W)+W)^2", [0]),
    ],
)
def test_level_stretches(formula, ends):
    loss = own_loss(formula, SIX)
    assert [p.weight for p in minima(loss)] == pytest.approx(ends, abs=1e-9)
    assert not any(p.isolated for p in minima(loss))
    inside = {1: 0.5, -1: 0.5, 0: -2.0}[ends[0]] + (1.0 if len(ends) == 1 and ends[0] else 0.0)
    assert minimum_near(loss, np.array([inside]), 0.01).weights == pytest.approx((inside,), abs=0.01)


def test_all_of_rastrigins_minima():
    domain = ((-5.12, 5.12), (-5.12, 5.12))
    found = sorted((round(p.weights[0]), round(p.weights[1])) for p in minima(own_loss(RASTRIGIN, domain)))
    assert found == [(i, j) for i in range(-5, 6) for j in range(-5, 6)]


def test_what_rounding_hides_is_no_minimum():
    plateau = own_loss("tanh(W)^2", ((-30.0, 30.0),))
    assert minimum_near(plateau, np.array([25.0]), 0.01) is None
    assert minimum_near(own_loss("exp(-W^2)", SIX), np.array([6.0]), 0.01) is None


def test_where_the_search_was_exhaustive():
    exhaustive = {name for name, loss in LOSSES.items() if critical_points(loss).exhaustive}
    # Polynomials whose derivatives cannot have more zeros: by Sturm, and by Bézout (9 of Himmelblau's).
    expected = {"bowl", "quartic", "double-well", "rest-stop", "round", "valley", "saddle", "himmelblau"}
    assert exhaustive == expected | {"line-fit"}
    assert not critical_points(own_loss(RASTRIGIN, FIVE)).exhaustive


@pytest.mark.parametrize("scale", [(1e-6, 3.0), (1e5, -20.0)])
@pytest.mark.parametrize("width", [0.01, 50.0])
@pytest.mark.parametrize(
    "formula", ["(W^2 - 4)^2/8 + W/2", "W^4", "abs(W)", "W^3", "sin(W)", "log(1+exp(-W))+W^2/20"]
)
def test_units_change_nothing(formula, width, scale):
    plain = own_loss(formula, SIX)
    a, b = scale
    other = own_loss(f"{a:f}*({formula.replace('W', f'(W/{width})')}) + {b}", ((-6 * width, 6 * width),))
    assert [(p.kind, p.flat, p.kinked) for p in critical_points(other).points] == [
        (p.kind, p.flat, p.kinked) for p in critical_points(plain).points
    ]
    places = [p.weight / width for p in critical_points(other).points]
    assert places == pytest.approx([p.weight for p in critical_points(plain).points], abs=1e-4)


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_a_search_without_slopes_finds_the_same_minima(loss):
    n = len(loss.domain)
    axes = [np.linspace(a, b, 4001 if n == 1 else 401) for a, b in loss.domain]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
    heights = loss.values(grid.reshape(-1, n)).reshape(grid.shape[:-1])
    lowest = np.ones(tuple(k - 2 for k in heights.shape), dtype=bool)
    inner = tuple(slice(1, -1) for _ in axes)
    for shift in np.ndindex(*(3,) * n):
        moved = tuple(slice(s, heights.shape[i] - 2 + s) for i, s in enumerate(shift))
        lowest &= heights[inner] <= heights[moved]
    places = grid[inner][lowest]
    # A curved valley has many lowest places of a grid; those that are none by closer look are passed over.
    cell = max(axis[1] - axis[0] for axis in axes)
    places = [p for p in places if is_local_minimum_by_eye(loss, p, cell)]
    found = np.array([p.weights for p in minima(loss)])
    assert len(found)
    for place in places:
        assert np.abs(found - place).max(axis=1).min() <= 1.5 * cell
    for place in found:
        assert is_local_minimum(loss, place, cell)
        assert is_local_minimum_by_eye(loss, place, cell)


def is_local_minimum_by_eye(loss, place, cell):
    """Whether the lowest of many random places around is no lower than a downhill walk's end right here."""
    best, height = np.array(place), loss.value(np.array(place))
    rng = np.random.default_rng(1)
    size = cell
    for _ in range(60):
        tried = best + size * rng.normal(size=(60, len(best)))
        heights = loss.values(tried)
        if heights.min() < height:
            best, height = tried[heights.argmin()], heights.min()
        else:
            size /= 2
    return np.abs(best - place).max() <= 1.5 * cell

"""Where a loss is level, or as low as anywhere around: minima, maxima, saddles and inflections.

Nothing here depends on the units of the weights or of the loss: lengths are shares of the domain,
and slopes and heights are compared with those nearby. On a curve critical points are changes of
the slope's sign, closed in on, and places where it touches 0; on a landscape Newton's method
from all over the domain finds the regular ones, and a search by values alone, from what is lowest
and highest on a grid, those without a slope or a curvature.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from gdviz.losses import FormulaLoss

Kind = Literal["minimum", "maximum", "saddle", "inflection"]

# All lengths are shares of the domain's span.
BESIDE = 1e-2  # how far aside one looks for how steep or high a loss is around a point
SAME = 1e-4  # points that are nearer to each other are one
LEVEL = 1e-8  # a slope that is this small beside those around counts as 0
BENT = 1e-3  # a curvature that explains less than this share of the slope beside counts as 0
FLAT_CELLS = 3  # so many places of the grid in a row without a slope are a level stretch


@dataclass(frozen=True)
class CriticalPoint:
    """A point of n ``weights`` at which the gradient is 0 or, at a kink, no way leads down.

    ``curvatures`` are the eigenvalues of the Hessian, ascending, infinite at a kink. A ``flat`` one
    has a curvature of 0, a ``kinked`` one no gradient, and one that is not ``isolated`` is one of
    a whole stretch, line or area of equally low points.
    """

    weights: tuple[float, ...]
    loss: float
    curvatures: tuple[float, ...]
    kind: Kind
    flat: bool = False
    kinked: bool = False
    isolated: bool = True

    @property
    def weight(self) -> float:
        """The first weight, the only one of a curve."""
        return self.weights[0]

    @property
    def curvature(self) -> float:
        """The largest curvature: E″ of a curve."""
        return self.curvatures[-1]

    @property
    def is_minimum(self) -> bool:
        return self.kind == "minimum"


@dataclass(frozen=True)
class CriticalPoints:
    """The critical points that were found; ``exhaustive`` where a count proves that these are all inside."""

    points: tuple[CriticalPoint, ...]
    exhaustive: bool


@lru_cache(maxsize=64)
def critical_points(loss: FormulaLoss) -> CriticalPoints:
    """The critical points of a loss of one weight, also one domain's span outside of it, or of two, inside.

    The search is exhaustive for a polynomial whose derivative has as many zeros as were found.
    """
    found = _of_a_curve(loss) if len(loss.domain) == 1 else _of_a_landscape(loss)
    points = tuple(sorted(found, key=lambda point: point.weights))
    return CriticalPoints(points, _is_exhaustive(loss, points))


def minima(loss: FormulaLoss) -> list[CriticalPoint]:
    """The minima inside the domain, from left to right."""
    return [p for p in critical_points(loss).points if p.is_minimum and _is_inside(loss, np.array(p.weights))]


def minimum_near(loss: FormulaLoss, weights: np.ndarray, radius: float) -> CriticalPoint | None:
    """The minimum within ``radius`` of a place, (n,), inside the domain or not; None if none is found.

    Of a stretch of minima it is the one that a search by values finds from that place.
    """
    known = [p for p in critical_points(loss).points if p.is_minimum and p.isolated]
    near = [p for p in known if float(np.linalg.norm(weights - p.weights)) <= radius]
    if near:
        return min(near, key=lambda p: float(np.linalg.norm(weights - p.weights)))
    [place] = _polished(loss, weights[None])
    if not _is_minimum_within(loss, place, weights, radius):
        around = _lowest_around(loss, weights[None], np.array([radius / 2]), reach=2 * radius, rounds=30)
        if np.linalg.norm(around - weights) > radius:  # on its way to somewhere else
            return None
        [place] = _polished(loss, _lowest_around(loss, around, np.array([radius / 100])))
        if not _is_minimum_within(loss, place, weights, radius):
            return None
    point = _described(loss, place, "minimum")
    return point if point.isolated or _is_on_a_known_floor(loss, place) else None


def _is_minimum_within(loss: FormulaLoss, place: np.ndarray, weights: np.ndarray, radius: float) -> bool:
    near = bool(np.linalg.norm(place - weights) <= radius)
    return near and is_local_minimum(loss, place, radius / 10)


def minimum_at(loss: FormulaLoss, weights: np.ndarray) -> CriticalPoint | None:
    """The minimum at a place, (n,), itself, if there is one."""
    found = minimum_near(loss, weights, 1e-3 * _span(loss))
    there = found is not None and np.linalg.norm(weights - found.weights) <= 1e-6 * _span(loss)
    return found if there else None


def is_local_minimum(loss: FormulaLoss, weights: np.ndarray, radius: float) -> bool:
    """Whether nothing is lower within ``radius`` of a place, (n,), as far as rounding lets one see."""
    here = loss.value(weights)
    with np.errstate(all="ignore"):
        for distance in radius * np.array([1, 0.3, 0.1]):
            around = loss.values(weights + distance * _directions(len(weights)))
            rise = np.abs(around - here).max()
            if not (around >= here - 1e-9 * rise - 4e-16 * abs(here)).all():
                return False
    return True


def _is_inside(loss: FormulaLoss, place: np.ndarray) -> bool:
    low, high = np.array(loss.domain).T
    return bool(((low <= place) & (place <= high)).all())


def _span(loss: FormulaLoss) -> float:
    return max(high - low for low, high in loss.domain)


def _directions(n: int, count: int = 64) -> np.ndarray:
    """Unit vectors all around, (m, n)."""
    if n == 1:
        return np.array([[-1.0], [1.0]])
    if n == 2:
        angles = 2 * np.pi * (np.arange(count) + 0.5) / count
        return np.stack([np.cos(angles), np.sin(angles)], axis=1)
    vectors = np.random.default_rng(0).normal(size=(count, n))
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _is_exhaustive(loss: FormulaLoss, points: tuple[CriticalPoint, ...]) -> bool:
    """Whether a polynomial's derivative can have no more zeros: by Sturm's theorem, or by Bézout's."""
    degrees = loss.formula.gradient_degrees
    if degrees is None or not all(point.isolated for point in points):
        return False
    if len(degrees) == 1:
        return loss.formula.count_level(*loss.domain[0]) == sum(
            _is_inside(loss, np.array(p.weights)) for p in points
        )
    return not any(point.flat for point in points) and len(points) == int(np.prod(degrees))


def _described(loss: FormulaLoss, place: np.ndarray, kind: Kind) -> CriticalPoint:
    """A critical point with its curvatures, and whether there are others like it right beside."""
    span = _span(loss)
    around = loss.values(place + BESIDE * span * _directions(len(place))) - loss.value(place)
    height = float(np.nanmax(np.abs(around), initial=0.0))
    value = loss.value(place)
    value = 0.0 if abs(value) < 1e-12 * height else value
    kinked = _is_kinked(loss, place)
    with np.errstate(all="ignore"):
        hessian = loss.hessian(place)
    regular = bool(np.isfinite(hessian).all()) and not kinked
    curvatures = np.linalg.eigvalsh(hessian) if regular else np.full(len(place), np.inf)
    flat = regular and _is_flat(loss, place, hessian, height)
    place = np.where(np.abs(place) < 1e-11 * span, 0.0, place)
    isolated = kind != "minimum" or not (flat or kinked) or _is_isolated(loss, place, height)
    return CriticalPoint(
        tuple(place.tolist()), value, tuple(curvatures.tolist()), kind, flat, kinked, isolated
    )


def _is_flat(loss: FormulaLoss, place: np.ndarray, hessian: np.ndarray, height: float) -> bool:
    """Whether the curvature along some way is 0, beside how the loss rises along it or anywhere."""
    reach = BESIDE * _span(loss)
    curvatures, ways = np.linalg.eigh(hessian)
    bends = np.abs(curvatures) * reach**2 / 2
    rises = [loss.values(place + sign * reach * ways.T) - loss.value(place) for sign in (1, -1)]
    return bool((bends <= np.maximum(BENT * np.nanmax(np.abs(rises), axis=0), 1e-9 * height)).any())


def _is_kinked(loss: FormulaLoss, place: np.ndarray) -> bool:
    """Whether the slope jumps at a place: beside it, it does not shrink with the distance."""
    far, near = (_jump(loss, place, distance * _span(loss)) for distance in (1e-6, 1e-8))
    return bool((near > far / 3).any())


def _jump(loss: FormulaLoss, place: np.ndarray, distance: float) -> np.ndarray:
    """How much the slope along each axis differs on its two sides, (n,)."""
    aside = distance * np.eye(len(place))
    with np.errstate(all="ignore"):
        slopes = [np.diag(loss.formula.gradients(place + sign * aside)) for sign in (1, -1)]
    return np.nan_to_num(np.abs(slopes[0] - slopes[1]), posinf=0)


def _is_isolated(loss: FormulaLoss, place: np.ndarray, height: float) -> bool:
    """Whether all that is near a minimum is higher; ``height`` is how much, a little aside."""
    reach = BESIDE * _span(loss)
    aside = place + reach * _directions(len(place))
    values = loss.values(aside)
    start = aside[[np.nanargmin(values)]]
    lowest = _lowest_around(loss, start, np.array([reach / 8]), reach / 2)
    return bool(loss.values(lowest)[0] - loss.value(place) > 1e-7 * height)


def _lowest_around(
    loss: FormulaLoss, places: np.ndarray, steps: np.ndarray, reach: float | None = None, rounds: int = 300
) -> np.ndarray:
    """From m places, (m, n), downhill by values alone, with steps (m,) that shrink where none leads down.

    A compass search (Kolda, Lewis and Torczon 2003) with directions that turn from round to round;
    with a ``reach`` it goes no further from where it begins.
    """
    best, starts, steps = places.copy(), places, steps.copy()
    n = places.shape[1]
    smallest = 1e-13 * np.maximum(_span(loss), np.abs(places).max(axis=1))
    directions = _directions(n, 16)
    values = loss.values(best)
    for i in range(rounds):
        active = np.flatnonzero(steps > smallest)
        if not active.size:
            break
        turned = directions if n != 2 else directions @ _rotation(i * 0.7)
        tried = best[active, None] + steps[active, None, None] * turned
        heights = loss.values(tried.reshape(-1, n)).reshape(tried.shape[:2])
        heights[~np.isfinite(heights)] = np.inf
        if reach is not None:
            heights[np.linalg.norm(tried - starts[active, None], axis=2) > reach] = np.inf
        choice = heights.argmin(axis=1)
        lower = heights[np.arange(len(active)), choice] < values[active]
        moved = active[lower]
        best[moved] = tried[lower, choice[lower]]
        values[moved] = heights[lower, choice[lower]]
        steps[active] *= np.where(lower, 1.3, 0.5)
    return best


def _rotation(angle: float) -> np.ndarray:
    return np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


def _polished(loss: FormulaLoss, places: np.ndarray) -> np.ndarray:
    """Places moved by Newton's method to where the slope is 0, where that is right beside them."""
    points = places.copy()
    with np.errstate(all="ignore"):
        for _ in range(6):
            step = _newton_steps(loss, points)
            small = np.linalg.norm(step, axis=1) < 1e-3 * _span(loss)
            points[small] -= step[small]
        better = np.linalg.norm(loss.formula.gradients(points), axis=1) <= np.linalg.norm(
            loss.formula.gradients(places), axis=1
        )
        higher = loss.values(points) > loss.values(places) + 4e-16 * np.abs(loss.values(places))
    points[~better | higher] = places[~better | higher]
    return points


# --- One weight: changes of the slope's sign, and where it touches 0 -----------------------


def _of_a_curve(loss: FormulaLoss) -> list[CriticalPoint]:
    (low, high), span = loss.domain[0], _span(loss)
    grid = np.linspace(low - span, high + span, 3001)
    slopes = _slopes(loss, grid)
    floors = _floors(loss, grid, slopes)
    known = np.isfinite(slopes) & (slopes != 0)
    grid, slopes = grid[known], slopes[known]
    turns = np.flatnonzero(np.sign(slopes[1:]) != np.sign(slopes[:-1]))
    roots = _roots(lambda w: _slopes(loss, w), grid[turns], grid[turns + 1])
    found = [
        _described(loss, np.array([weight]), "minimum" if slopes[i + 1] > 0 else "maximum")
        for i, weight in zip(turns, roots.tolist(), strict=True)
        if _is_continuous(loss, weight, grid[i : i + 2], slopes[i : i + 2])
        and not any(a - span / 1000 <= weight <= b + span / 1000 for a, b in floors)
    ]
    ends = [end for floor in floors for end in floor if low - span < end < high + span]
    flat = [CriticalPoint((w,), _value(loss, w), (0.0,), "minimum", True, False, False) for w in ends]
    return found + flat + _inflections(loss, grid, slopes)


def _inflections(loss: FormulaLoss, grid: np.ndarray, slopes: np.ndarray) -> list[CriticalPoint]:
    """Where the slope touches 0 and keeps its sign, so that it is level there and steep beside."""
    sizes, signs = np.abs(slopes), np.sign(slopes)
    touches = (sizes[1:-1] < sizes[:-2]) & (sizes[1:-1] <= sizes[2:])
    touches = 1 + np.flatnonzero(touches & (signs[:-2] == signs[1:-1]) & (signs[2:] == signs[1:-1]))
    roots = _roots(lambda w: _curvatures(loss, w), grid[touches - 1], grid[touches + 1])
    aside = BESIDE * _span(loss)
    beside = np.minimum(np.abs(_slopes(loss, roots - aside)), np.abs(_slopes(loss, roots + aside)))
    level = np.abs(_slopes(loss, roots)) < LEVEL * beside
    inside = (grid >= loss.domain[0][0]) & (grid <= loss.domain[0][1])
    steep = beside > 1e-9 * sizes[inside].max(initial=0)  # less is what rounding leaves
    return [
        CriticalPoint((w,), _value(loss, w), (0.0,), "inflection", True)
        for w in roots[level & steep].tolist()
    ]


def _floors(loss: FormulaLoss, grid: np.ndarray, slopes: np.ndarray) -> list[tuple[float, float]]:
    """The level stretches that are as low as anything beside them, from where to where.

    Where they end the slope begins at once: a slope that fades out is lost in rounding, not 0.
    """
    steep = LEVEL * np.nanmax(np.abs(np.where(np.isfinite(slopes), slopes, 0)), initial=0)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], slopes == 0, [0]])))
    floors = []
    for first, after in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if after - first < FLAT_CELLS:
            continue
        left = slopes[first - 1] if first else 0.0
        right = slopes[after] if after < len(grid) else 0.0
        if not (
            left <= 0 <= right
            and max(-left, right) > steep
            and all(abs(s) > steep for s in (left, right) if s)
        ):
            continue
        a = _edge(loss, grid[first], grid[first - 1]) if first else grid[0]
        b = _edge(loss, grid[after - 1], grid[after]) if after < len(grid) else grid[-1]
        floors.append((float(a), float(b)))
    return floors


def _edge(loss: FormulaLoss, level: float, steep: float) -> float:
    """Where a level stretch ends, between a place on it and one beside it, by bisection."""
    for _ in range(60):
        middle = (level + steep) / 2
        level, steep = (middle, steep) if loss.formula.slope(middle) == 0 else (level, middle)
    return level if abs(level) > 1e-12 * _span(loss) else 0.0


def _is_on_a_known_floor(loss: FormulaLoss, place: np.ndarray) -> bool:
    """Whether a level place is on a stretch of minima with an end; of two weights, beside higher ground."""
    if len(place) > 1:
        around = loss.values(place + BESIDE * _span(loss) * _directions(len(place)))
        return bool((around > loss.value(place)).any())
    ends = [p.weight for p in critical_points(loss).points if not p.isolated]
    floor = loss.value(place)
    same = [w for w in ends if abs(_value(loss, w) - floor) <= 1e-9 * max(1.0, abs(floor))]
    return bool(same) and loss.formula.slope(float(place[0])) == 0


def _is_continuous(loss: FormulaLoss, weight: float, ends: np.ndarray, slopes: np.ndarray) -> bool:
    """Whether the loss is as high at a turn of its slope as beside it: a pole or a gap is no level place."""
    rises = np.abs(loss.values(np.append(ends, weight)[:, None])[:2] - _value(loss, weight))
    return bool(
        (rises <= 2 * np.abs(slopes) * np.abs(ends - weight) + 1e-12 * np.abs(_value(loss, weight))).all()
    )


def _roots(function: Callable[[np.ndarray], np.ndarray], low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Where a function changes its sign between each of m pairs of places, (m,) and (m,), by bisection."""
    rising = function(high) > function(low)
    for _ in range(80):
        middle = (low + high) / 2
        beyond = (function(middle) > 0) == rising
        low, high = np.where(beyond, low, middle), np.where(beyond, middle, high)
    return high


def _value(loss: FormulaLoss, weight: float) -> float:
    return loss.value(np.array([weight]))


def _slopes(loss: FormulaLoss, weights: np.ndarray) -> np.ndarray:
    return loss.formula.gradients(weights[:, None])[:, 0]


def _curvatures(loss: FormulaLoss, weights: np.ndarray) -> np.ndarray:
    return loss.formula.hessians(weights[:, None])[:, 0, 0]


# --- Two weights: Newton's method from all over the domain, and a search by values ----------

STARTS = 24  # of Newton's method, along each axis
ROUNDS = 60
CELLS = 121  # of the grid on which minima and maxima are looked for, along each axis
APART = 0.02  # of a line of minima so near points are one
MOST = 300  # candidates that are followed


def _of_a_landscape(loss: FormulaLoss) -> list[CriticalPoint]:
    low, high = np.array(loss.domain, dtype=float).T
    span = _span(loss)
    candidates = np.concatenate([_by_values(loss), _by_newton(loss)])
    inside = (candidates >= low - 1e-9 * span) & (candidates <= high + 1e-9 * span)
    found: list[CriticalPoint] = []
    for place in candidates[inside.all(axis=1)]:
        distances = [(float(np.abs(place - p.weights).max()), p) for p in found]
        if any(d < (SAME if p.isolated else APART) * span for d, p in distances):
            continue
        kind = _kind(loss, place)
        if kind is None:
            continue
        point = _described(loss, place, kind)
        # Level lines that are no minima are of no interest, and have no end.
        if kind == "minimum" or not point.flat or _is_alone(loss, place):
            found.append(point)
    return found


def _by_values(loss: FormulaLoss) -> np.ndarray:
    """The places that are lower than all around, and by Newton's method alone the higher ones: (m, n)."""
    axes = [np.linspace(*bounds, CELLS) for bounds in loss.domain]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
    heights = loss.values(grid.reshape(-1, 2)).reshape(CELLS, CELLS)
    padded = np.pad(np.where(np.isfinite(heights), heights, np.inf), 1, constant_values=np.inf)
    views = [
        padded[1 + i : 1 + i + CELLS, 1 + j : 1 + j + CELLS] for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j
    ]
    lowest = np.isfinite(heights) & (heights <= np.min(views, axis=0))
    places = grid[lowest]
    places = (
        places[np.linspace(0, len(places) - 1, min(MOST, len(places))).astype(int)] if len(places) else places
    )
    steps = np.full(len(places), float(np.max([axis[1] - axis[0] for axis in axes])))
    return _polished(loss, _lowest_around(loss, places, steps)) if len(places) else places


def _by_newton(loss: FormulaLoss) -> np.ndarray:
    """Where Newton's method comes to rest, from all over the domain: (m, n), each place once."""
    low, high = np.array(loss.domain, dtype=float).T
    axes = [np.linspace(*bounds, STARTS) for bounds in loss.domain]
    points = np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, len(axes))
    with np.errstate(all="ignore"):
        for _ in range(ROUNDS):
            points = points - _newton_steps(loss, points)
            # What leaves by far would come back nowhere near.
            points = points[(np.abs(points - (low + high) / 2) <= 2 * (high - low)).all(axis=1)]
    _, first = np.unique(np.rint(points / (SAME * _span(loss))), axis=0, return_index=True)
    return points[first]


def _newton_steps(loss: FormulaLoss, points: np.ndarray) -> np.ndarray:
    """H⁻¹ ∇E at m points, shape (m, n): the smallest such step, where H has no inverse."""
    gradients, hessians = loss.formula.gradients(points), loss.formula.hessians(points)
    steps = np.full_like(points, np.inf)
    regular = np.isfinite(hessians).all(axis=(1, 2)) & np.isfinite(gradients).all(axis=1)
    inverses = np.linalg.pinv(hessians[regular], rcond=1e-10, hermitian=True)
    steps[regular] = (inverses @ gradients[regular][..., None])[..., 0]
    return steps


def _kind(loss: FormulaLoss, place: np.ndarray) -> Kind | None:
    """What a place on a landscape is, by the heights around; None if not level, or if rounding hides it."""
    span = _span(loss)
    with np.errstate(all="ignore"):
        here = loss.value(place)
        beside = np.linalg.norm(loss.formula.gradients(place + BESIDE * span * _directions(2)), axis=1)
        slope = np.linalg.norm(loss.gradient(place))
        rises = [loss.values(place + r * span * _directions(2)) - here for r in (3e-4, 1e-3)]
    if not np.isfinite(np.concatenate(rises)).all():
        return None
    sizes = [max(float(np.abs(rise).max()), 1e-300) for rise in rises]
    seen = [1e-6 * size + 1e-15 * abs(here) for size in sizes]
    if any(size <= 10 * threshold for size, threshold in zip(sizes, seen, strict=True)):
        return None
    level = slope <= LEVEL * float(np.nanmax(beside))
    if all((rise >= -threshold).all() for rise, threshold in zip(rises, seen, strict=True)):
        return "minimum" if level or _is_kinked(loss, place) else None
    if not level:
        return None
    if all((rise <= threshold).all() for rise, threshold in zip(rises, seen, strict=True)):
        return "maximum"
    return "saddle"


def _is_alone(loss: FormulaLoss, place: np.ndarray) -> bool:
    """Whether a level place that is no minimum has no level place right beside it."""
    with np.errstate(all="ignore"):
        gradients = loss.formula.gradients(place + BESIDE * _span(loss) * _directions(2))
    sizes = np.linalg.norm(gradients, axis=1)
    return bool(sizes.min() > 1e-3 * sizes.max())

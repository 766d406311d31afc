"""Where a loss is level: its minima, maxima, saddles and inflections, flat and kinked ones too.

Lengths are shares of the domain here, and what counts as 0 is measured by the loss itself, near the
place: neither c E + d nor a W + b changes what a point is.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import mpmath
import numpy as np
import sympy

from gdviz.box_search import cannot_tell, search
from gdviz.formula import BOUNDED
from gdviz.intervals import value_bounds
from gdviz.losses import FormulaLoss

Kind = Literal["minimum", "maximum", "saddle", "inflection"]
BEYOND = 1.00137  # so far beyond its domain a curve is searched; no round number, as kinks stand at those
DIGITS = 60  # to tell a slope of 0 from one that is too small for a double
ZERO = 1e-40  # with these
PROBES = 9  # places at which it is asked for so, of each stretch; and of so many stretches
STRETCHES = 20
NEAR = 1e-2  # how far around a place the loss is looked at
DEGENERATE = 1e-6  # a curvature so much smaller than the mean one up to NEAR is 0
SAME = 1e-6  # what is closer together is one point
WAY = 2e-3  # so far Newton's method may lead
CRAWLERS = 60  # so many places are polished by a compass search
MOST = 300  # of the places that the search leaves, so many are polished
SAMPLED = 48  # cells along each axis, of which each gives one point of a line of minima


@dataclass(frozen=True)
class CriticalPoint:
    """A place where the gradient is 0 or, at a kink, where the slopes around it leave no way up, or down.

    ``curvatures``, (n,), are the eigenvalues of the Hessian, ascending; infinite where there is no second
    derivative. ``kind`` is inflection only on a curve. A ``flat`` point has a curvature of 0, a ``kinked``
    one no gradient, and one that is not ``isolated`` is one of a stretch, line or area of equally low points.
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
    """What was found, ordered by the weights; a stretch by its ends, a line or area by points on it.

    ``exhaustive`` says that there is no other in the domain: bounds of the gradient leave none out, but
    for what is closer than SAME of the domain to one of these or, on a curve, to a pole or a near miss.
    """

    points: tuple[CriticalPoint, ...]
    exhaustive: bool


@lru_cache(maxsize=64)
def critical_points(loss: FormulaLoss) -> CriticalPoints:
    """The critical points of a loss of two weights in its domain; of one, also as far again on each side."""
    points, exhaustive = _of_a_curve(loss) if len(loss.domain) == 1 else _of_a_landscape(loss)
    return CriticalPoints(tuple(sorted(points, key=lambda point: point.weights)), exhaustive)


def minima(loss: FormulaLoss) -> list[CriticalPoint]:
    """The minima inside the domain, from left to right; of a stretch of them, its two ends there."""
    return [p for p in critical_points(loss).points if p.is_minimum and _is_inside(loss, p.weights)]


def stretches(loss: FormulaLoss) -> list[tuple[CriticalPoint, CriticalPoint]]:
    """The stretches of equally low points of a curve, in its domain, each by its ends."""
    ends = [p for p in minima(loss) if not p.isolated] if len(loss.domain) == 1 else []
    return list(zip(ends[::2], ends[1::2], strict=True))


def minimum_near(loss: FormulaLoss, weights: np.ndarray, radius: float) -> CriticalPoint | None:
    """The minimum within ``radius`` of a place, (n,), also outside the domain; None if there is none.

    It is the nearest of those known or, where they are one of many or none is near, the one to which
    Newton's method, or else a search by values alone, leads from the place.
    """
    place = np.asarray(weights, dtype=float)
    known = [p for p in critical_points(loss).points if p.is_minimum]
    if len(place) == 1:
        ends = [p for p in known if not p.isolated]
        for left, right in zip(ends[::2], ends[1::2], strict=True):
            if left.weight < place[0] < right.weight:
                return CriticalPoint((float(place[0]),), left.loss, (0.0,), "minimum", True, False, False)
    near = [p for p in known if np.linalg.norm(place - p.weights) <= radius]
    nearest = min(near, key=lambda p: float(np.linalg.norm(place - p.weights)), default=None)
    if nearest and (nearest.isolated or len(place) == 1):
        return nearest
    found = _classified(loss, *_polished(loss, place[None], np.array([radius / _spans(loss).min()])))
    found = [p for p in found if p.is_minimum and np.linalg.norm(place - p.weights) <= radius * (1 + 1e-9)]
    return found[0] if found else nearest


def is_local_minimum(loss: FormulaLoss, weights: np.ndarray, radius: float) -> bool:
    """Whether E(W + d) ≥ E(W), up to rounding, for all d smaller than ``radius``, and ever smaller ones."""
    place = np.asarray(weights, dtype=float)[None]
    around = _around(loss, place, np.array([radius / _spans(loss).max()]))
    return bool(np.isfinite(loss.values(place))[0] and (around.lowest >= -around.blur).all())


def _spans(loss: FormulaLoss) -> np.ndarray:
    low, high = np.array(loss.domain, dtype=float).T
    return np.asarray(high - low)


def _is_inside(loss: FormulaLoss, weights: tuple[float, ...] | np.ndarray) -> bool:
    return all(low <= w <= high for w, (low, high) in zip(weights, loss.domain, strict=True))


def _snapped(points: np.ndarray, spans: np.ndarray, digits: int = 12) -> np.ndarray:
    """Points, (m, n), without the digits that are below so many of the domain's: 0.3, and 0, not 1e-17."""
    decimals = digits - np.ceil(np.log10(spans)).astype(int)
    columns = [
        np.round(column, d) if d < 300 else column for column, d in zip(points.T, decimals, strict=True)
    ]
    return np.stack(columns, axis=1) + 0.0


def _rounded(loss: FormulaLoss, points: np.ndarray) -> np.ndarray:
    """Points, (m, n), or in place of each one nearby with few digits, where the gradient is no larger.

    At a flat point rounding leaves many digits open, and these are the likelier ones. At a kink it does not.
    """
    spans, formula = _spans(loss), loss.formula

    def sizes(places: np.ndarray) -> np.ndarray:
        gradients = formula.gradients(places.reshape(-1, len(spans))) * spans
        return np.linalg.norm(gradients, axis=1).reshape(places.shape[:-1])

    points = _snapped(points, spans)
    ring = points[:, None] + NEAR * _directions(len(spans), 8) * spans
    with np.errstate(all="ignore"):
        here, steep = sizes(points), np.nan_to_num(sizes(ring)).max(axis=1, initial=0)
        smooth = here <= 1e-6 * steep
        for digits in (4, 9):
            fewer = _snapped(points, spans, digits)
            there = sizes(fewer)
            better = smooth & ((there < here) | (there == 0))
            points, here = np.where(better[:, None], fewer, points), np.where(better, there, here)
    return points


def _heights(loss: FormulaLoss, points: np.ndarray) -> np.ndarray:
    """E at m points; 0 where it cannot be told from 0."""
    values = np.array([loss.value(point) for point in points])
    reach = 1e-12 * _spans(loss)
    low, high = value_bounds(loss.formula, points - reach, points + reach)
    return np.where((low <= 0) & (high >= 0) & np.isfinite(high - low), 0.0, values)


# --- What the loss does next to a place ---------------------------------------------------


class _Bends(NamedTuple):
    """Of m places: curvatures (m, n), which are infinite at a kink, and 0 if they are next to nothing."""

    curvatures: np.ndarray
    flat: np.ndarray
    kinked: np.ndarray


def _directions(n: int, count: int = 48) -> np.ndarray:
    """Directions all the way round, (d, n): two of one weight."""
    if n == 1:
        return np.array([[1.0], [-1.0]])
    angles = 0.01 + 2 * np.pi * np.arange(count) / count
    return np.column_stack([np.cos(angles), np.sin(angles)])


def _bends(loss: FormulaLoss, points: np.ndarray, reach: np.ndarray) -> _Bends:
    """How the loss bends at m points, (m, n), with nothing else within ``reach``, (m,), of the domain."""
    spans, n = _spans(loss), points.shape[1]
    ways = _directions(n, 16)

    def turn(delta: np.ndarray | float, along: np.ndarray) -> np.ndarray:
        """Half of how much the slopes turn over a place, from one side to the other, (m, d, n)."""
        step = np.broadcast_to(delta, len(points))[:, None, None] * along * spans
        ends = [loss.formula.gradients((points[:, None] + s * step).reshape(-1, n)) for s in (1, -1)]
        return (ends[0] - ends[1]).reshape(len(points), -1, n) * spans / 2

    def size(delta: np.ndarray | float) -> np.ndarray:
        return np.asarray(np.abs(turn(delta, ways)).max(axis=(1, 2), initial=0))

    def steepness(along: np.ndarray) -> np.ndarray:
        """The mean size of the slopes along a direction each, (m, n), at ``reach`` on both sides, (m,)."""
        step = reach[:, None] * along * spans
        slopes = [(loss.formula.gradients(points + s * step) * spans * along).sum(axis=1) for s in (1, -1)]
        return np.nan_to_num(np.abs(slopes)).mean(axis=0)

    with np.errstate(all="ignore"):
        near, nearer, far = size(1e-8), size(1e-10), size(reach)
        # The slopes grow with the distance from a smooth place; at a kink they do not begin at 0.
        power = np.log(near / nearer) / np.log(100)
        sharp = (nearer > 1e-7 * far) & (power < 0.95)
        hessians = loss.formula.hessians(points) * spans[:, None] * spans
        axes = turn(1e-5, np.eye(n)) / 1e-5
        hessians = np.where(np.isfinite(hessians), hessians, (axes + axes.transpose(0, 2, 1)) / 2)
        lost = ~np.isfinite(hessians).all(axis=(1, 2))
        hessians[lost] = 0
        values, vectors = np.linalg.eigh(hessians)
        means = np.stack([steepness(v) for v in vectors.transpose(2, 0, 1)], axis=1) / reach[:, None]
        least = np.maximum(DEGENERATE * means, 1e-10 * np.maximum(means, np.abs(values)).max(axis=1)[:, None])
    none = np.abs(values) <= least
    curvatures = np.linalg.eigvalsh(hessians / spans[:, None] / spans)
    # As many eigenvalues are 0 whatever the units of the weights are, and of the same signs.
    rank = np.abs(curvatures).argsort(axis=1).argsort(axis=1)
    curvatures = np.where(rank < none.sum(axis=1)[:, None], 0.0, curvatures)
    curvatures[sharp | lost] = math.inf
    return _Bends(curvatures, none.any(axis=1) & ~sharp & ~lost, sharp & (power < 0.05))


class _Around(NamedTuple):
    """The lowest and highest E, less that in the middle, on r circles around m places, (m, r).

    ``blur``, (m, 1), is what rounding and a place that is not quite exact make of 0.
    """

    lowest: np.ndarray
    highest: np.ndarray
    blur: np.ndarray


def _around(loss: FormulaLoss, points: np.ndarray, reach: np.ndarray, circles: int = 8) -> _Around:
    """Circles around m points, (m, n), from ``reach``, (m,), of the domain down, each a quarter of the last."""
    spans, n = _spans(loss), points.shape[1]
    here = loss.values(points)
    radii = reach[:, None] / 4.0 ** np.arange(circles)

    def rises(ways: np.ndarray) -> np.ndarray:
        """E less that in the middle, (m, r, d), in directions (…, d, n); nowhere lower where it has no value."""
        places = points[:, None, None] + radii[..., None, None] * ways * spans
        values = loss.values(places.reshape(-1, n)).reshape(places.shape[:3])
        return np.asarray(values - here[:, None, None])

    with np.errstate(all="ignore"):
        ways = _directions(n)
        on_circles = rises(ways)
        extremes = []
        for side in (1, -1):
            best = np.nan_to_num(side * on_circles, nan=np.inf)
            value, chosen = best.min(axis=2), best.argmin(axis=2)
            if n == 2:
                angle, wide = 0.01 + 2 * np.pi * chosen / len(ways), 2 * np.pi / len(ways)
                for _ in range(12):  # ever closer to the lowest direction
                    angles = angle[..., None] + wide * np.linspace(-1, 1, 9)
                    finer = side * rises(np.stack([np.cos(angles), np.sin(angles)], axis=-1))
                    finer = np.nan_to_num(finer, nan=np.inf)
                    angle = np.take_along_axis(angles, finer.argmin(axis=2)[..., None], 2)[..., 0]
                    value, wide = np.minimum(value, finer.min(axis=2)), wide / 4
            extremes.append(side * np.where(np.isinf(value), 0, value))
        low, high = value_bounds(loss.formula, points, points)
        tiny = loss.values((points[:, None] + 1e-10 * reach[:, None, None] * ways * spans).reshape(-1, n))
        tiny = np.abs(tiny.reshape(len(points), -1) - here[:, None])
        # What is not quite exact about a place is a small share of what the loss does around it.
        tiny = np.minimum(np.nan_to_num(tiny).max(axis=1), 1e-8 * np.abs(extremes).max(axis=(0, 2)))
        blur = 4 * np.nan_to_num(high - low, posinf=0) + 1e-15 * np.abs(here) + tiny
    return _Around(extremes[0], extremes[1], blur[:, None])


def _goes_on(amounts: np.ndarray, blur: np.ndarray) -> np.ndarray:
    """Whether what is seen on circles, (m, r), is there however small they are.

    It may sink below the blur on the way, as a sixth power of the radius would; but what is clearly
    seen on a circle, and not at all on the next, belongs to something else.
    """
    seen = amounts > blur
    last = seen.shape[1] - 1 - seen[:, ::-1].argmax(axis=1)
    smallest = np.take_along_axis(amounts, last[:, None], 1)[:, 0]
    ends = (last == seen.shape[1] - 1) | (smallest <= 4.0**6 * blur[:, 0])
    return np.asarray(seen.any(axis=1) & ends)


# --- One weight: changes of sign between the ends of what the search leaves ---------------


class _Places(NamedTuple):
    """Places along a curve, ascending, the sign of the slope at each, and in which zone it is, each (k,).

    What lies between two zones is not level.
    """

    weights: np.ndarray
    signs: np.ndarray
    zones: np.ndarray


def _of_a_curve(loss: FormulaLoss) -> tuple[list[CriticalPoint], bool]:
    low, high = loss.domain[0]
    reach = BEYOND * (high - low)
    left = search(loss.formula, np.array([low - reach]), np.array([high + reach]))
    order = left.low[:, 0].argsort()
    lows, highs = left.low[order, 0], left.high[order, 0]
    apart = lows[1:] > highs[:-1] + 1e-12 * reach
    zones, last = np.cumsum(np.append(0, apart))[: len(lows)], np.append(apart, True)[: len(lows)]
    weights, zones = np.append(lows, highs[last]), np.append(zones, zones[last])
    order = np.lexsort((weights, zones))
    weights, zones = weights[order], zones[order]
    signs = np.sign(_slopes(loss, weights))
    signs[cannot_tell(loss.formula, weights[:, None]) & ~np.isnan(signs)] = 0
    places = _Places(weights, signs, zones)
    flats, clear = _resolve(loss, places)
    # A flat stretch parts what lies on both sides of it.
    parts = (len(flats) + 1) * zones + np.searchsorted([j for _, j in flats], np.arange(len(zones)))
    told = np.isin(signs, (-1, 1))
    places_told = _Places(weights[told], signs[told], parts[told])
    points = [*_turns(loss, places_told), *_touches(loss, places_told)]
    points += [point for flat in flats for point in _stretch(loss, places, *flat)]
    return points, left.complete and clear


def _resolve(loss: FormulaLoss, places: _Places) -> tuple[list[tuple[int, int]], bool]:
    """Put the signs that doubles cannot tell; the stretches, by index, without a slope; whether that is all."""
    weights, signs, zones = places
    zero = np.concatenate([[False], signs == 0, [False]])
    joined = np.concatenate([[False], zones[1:] == zones[:-1], [False]])
    starts = np.flatnonzero(zero[1:-1] & ~(zero[:-2] & joined[:-1]))
    stops = np.flatnonzero(zero[1:-1] & ~(zero[2:] & joined[1:]))
    (low, high), flats, clear = loss.domain[0], [], len(starts) <= STRETCHES
    steepest = np.nanmax(np.abs(_slopes(loss, np.linspace(low, high, 65))), initial=0)
    for i, j in list(zip(starts.tolist(), stops.tolist(), strict=True))[:STRETCHES]:
        probes = np.unique(np.linspace(i, j, PROBES).round().astype(int))
        slopes = np.array([_exact_gradient(loss, weights[k : k + 1])[0] for k in probes])
        if j > i and (np.abs(slopes) <= ZERO * steepest).all():
            flats.append((i, j))
            continue
        signs[probes] = np.sign(slopes)
        clear &= bool(weights[j] - weights[i] <= SAME * (high - low) or weights[j] < low or weights[i] > high)
    return flats, clear


def _exact_gradient(loss: FormulaLoss, weights: np.ndarray) -> list[float]:
    """The gradient at a place, (n,), worked out to so many digits that 1 − tanh(50)² is not 0."""
    with mpmath.workdps(DIGITS):
        try:
            return [float(value) for value in _in_mpmath(loss)(*map(mpmath.mpf, weights.tolist()))]
        except (ArithmeticError, ValueError, TypeError):
            return [math.nan] * len(weights)


@lru_cache(maxsize=16)
def _in_mpmath(loss: FormulaLoss) -> Callable:
    symbols = [sympy.Symbol(letter, real=True) for letter in loss.letters]
    return sympy.lambdify(symbols, list(loss.formula.derivatives), [BOUNDED, "mpmath"], cse=True)


def _turns(loss: FormulaLoss, places: _Places) -> list[CriticalPoint]:
    """The minima and maxima: where the slope changes its sign, and the loss is continuous."""
    weights, signs, zones = places
    turns = np.flatnonzero((signs[1:] != signs[:-1]) & (zones[1:] == zones[:-1]))
    rising = signs[turns + 1] > 0
    side = np.where(rising, 1.0, -1.0)
    low, high = weights[turns], weights[turns + 1]
    # Where there is a slope of 0 all the way, in the middle of it.
    ends = [_border(lambda w, s=s: side * _slopes(loss, w) > s, high, low) for s in (0.0, -5e-324)]  # type: ignore[misc]
    roots = _rounded(loss, (ends[0] + ends[1])[:, None] / 2)[:, 0]
    sound = _is_continuous(loss, roots)
    kinds: list[Kind] = ["minimum" if rises else "maximum" for rises in rising[sound]]
    return _on_a_curve(loss, roots[sound], kinds)


def _touches(loss: FormulaLoss, places: _Places) -> list[CriticalPoint]:
    """The inflections: where the slope is 0 and has the same sign on both sides."""
    weights, signs, zones = places
    sizes = np.abs(_slopes(loss, weights))
    before = np.append(False, zones[1:] == zones[:-1])[: len(zones)]
    after = np.append(zones[1:] == zones[:-1], False)[: len(zones)]
    around = np.concatenate([[np.inf], sizes, [np.inf]])
    least = (~before | (sizes < around[:-2])) & (~after | (sizes <= around[2:]))
    same = (~before | (signs == np.roll(signs, 1))) & (~after | (signs == np.roll(signs, -1)))
    index = np.flatnonzero(least & same & (before | after))
    side = signs[index]
    gaps = np.where(after[index], np.roll(weights, -1)[index] - weights[index], 0)
    gaps = np.maximum(gaps, np.where(before[index], weights[index] - np.roll(weights, 1)[index], 0))
    low, high = weights[index] - 2 * gaps, weights[index] + 2 * gaps
    roots = _border(lambda w: side * _curvatures(loss, w) > 0, high, low)
    roots = _rounded(loss, roots[:, None])[:, 0]
    reach = NEAR * _spans(loss)[0]
    steep = np.fmax(*(np.abs(_slopes(loss, roots + s * reach)) for s in (1, -1)))
    there = np.abs(_slopes(loss, roots))
    there = np.fmin(there, np.where(np.isnan(there), sizes[index], there))
    signs_beside = [np.sign(_slopes(loss, roots + s * 4 * gaps)) for s in (1, -1)]
    found = (there <= 1e-9 * steep) & (signs_beside[0] == side) & (signs_beside[1] == side)
    roots = np.unique(roots[found & np.isfinite(loss.values(roots[:, None]))])
    return _on_a_curve(loss, roots, ["inflection"] * len(roots))


def _on_a_curve(loss: FormulaLoss, weights: np.ndarray, kinds: list[Kind]) -> list[CriticalPoint]:
    if not len(weights):
        return []
    order = np.argsort(weights)
    gaps = np.diff(weights[order], prepend=-np.inf, append=np.inf)
    clear = np.empty(len(weights))
    clear[order] = np.minimum(gaps[1:], gaps[:-1]) / _spans(loss)[0]
    points = weights[:, None]
    return _records(loss, points, kinds, _bends(loss, points, np.minimum(NEAR, 0.3 * clear)))


def _records(
    loss: FormulaLoss, points: np.ndarray, kinds: list[Kind], bends: _Bends, isolated: np.ndarray | None = None
) -> list[CriticalPoint]:
    alone = np.full(len(points), True) if isolated is None else isolated
    rows = zip(points.tolist(), _heights(loss, points).tolist(), bends.curvatures.tolist(), kinds, strict=True)
    marks = zip(bends.flat.tolist(), bends.kinked.tolist(), alone.tolist(), strict=True)
    return [
        CriticalPoint(tuple(weights), height, tuple(curvatures), kind, *of_one)
        for (weights, height, curvatures, kind), of_one in zip(rows, marks, strict=True)
    ]


def _stretch(loss: FormulaLoss, places: _Places, i: int, j: int) -> list[CriticalPoint]:
    """The ends of a stretch without a slope, also those that the domain gives it."""
    weights, signs, zones = places
    sides, ends = [0.0, 0.0], [weights[i], weights[j]]
    for k, (inner, outer) in enumerate(((i, i - 1), (j, j + 1))):
        if 0 <= outer < len(weights) and zones[outer] == zones[inner]:
            sides[k] = signs[outer]
            ends[k] = _border(
                lambda w: cannot_tell(loss.formula, w[:, None]), weights[[inner]], weights[[outer]]
            )[0]
    # Nothing is known of what lies beyond the search: there it neither rises nor falls.
    falls, rises = sides[0] > 0 or sides[1] < 0, sides[0] < 0 or sides[1] > 0
    kind: Kind = "inflection" if falls and rises else "maximum" if falls else "minimum"
    level = loss.value(weights[(i + j) // 2, None])
    known = np.stack([weights[[i, j]], ends, _snapped(np.array(ends)[:, None], _spans(loss))[:, 0]])
    # Beside a pole or a jump the stretch ends where it was last seen.
    there = np.abs(loss.values(known.reshape(-1, 1)).reshape(3, 2) - level) <= 1e-9 * abs(level)
    ends = np.where(there[2], known[2], np.where(there[1], known[1], known[0])).tolist()
    inner_ends = [bound for bound in loss.domain[0] if ends[0] < bound < ends[1]]
    points = np.array([*ends, *inner_ends])[:, None]
    bends = _bends(loss, points, np.full(len(points), NEAR))
    curvatures = np.where(bends.kinked[:, None], math.inf, 0.0)
    bends = _Bends(curvatures, ~bends.kinked, bends.kinked)
    return _records(loss, points, [kind] * len(points), bends, np.full(len(points), False))


def _is_continuous(loss: FormulaLoss, weights: np.ndarray) -> np.ndarray:
    """Whether the loss comes as close as one likes to its value at each place: it is no pole and no jump."""
    span, here = _spans(loss)[0], loss.values(weights[:, None])

    def rise(delta: float) -> np.ndarray:
        sides = [np.abs(loss.values((weights + s * delta * span)[:, None]) - here) for s in (1, -1)]
        return np.asarray(np.maximum(*sides))

    with np.errstate(invalid="ignore"):
        far, near = rise(1e-6), rise(1e-9)
        low, high = value_bounds(loss.formula, weights[:, None], weights[:, None])
        blur = 4 * (high - low) + 1e-12 * np.abs(here)
        return np.asarray(np.isfinite(here) & ((near <= 0.9 * far) | (near <= blur)))


def _border(holds: Callable[[np.ndarray], np.ndarray], inside: np.ndarray, outside: np.ndarray) -> np.ndarray:
    """Between each of m places at which something holds, and one at which not, where it begins to."""
    for _ in range(70):
        middle = (inside + outside) / 2
        within = holds(middle)
        inside, outside = np.where(within, middle, inside), np.where(within, outside, middle)
    return inside


def _slopes(loss: FormulaLoss, weights: np.ndarray) -> np.ndarray:
    return loss.formula.gradients(weights[:, None])[:, 0]


def _curvatures(loss: FormulaLoss, weights: np.ndarray) -> np.ndarray:
    return loss.formula.hessians(weights[:, None])[:, 0, 0]


# --- Two weights: what is alone in its box, and what a polished sample of the rest is -----


def _of_a_landscape(loss: FormulaLoss) -> tuple[list[CriticalPoint], bool]:
    (low, high), spans = np.array(loss.domain, dtype=float).T, _spans(loss)
    margin = np.array([0.00137, 0.00173])[: len(spans)] * spans
    left = search(loss.formula, low - margin, high + margin)
    centres, sizes = (left.low + left.high) / 2, (left.high - left.low).max(axis=1) / spans.max()
    sample = _sample((centres - low) / spans)
    places, level = _polished(loss, centres[sample], 3 * sizes[sample] + 1e-9)
    places = np.concatenate([_snapped(left.points, spans), places])
    places = _rounded(loss, places)
    smooth = np.concatenate([np.full(len(left.points), True), level])
    keep = _distinct(places / spans)
    points = _classified(loss, places[keep], smooth[keep])
    found = np.array([p.weights for p in points]).reshape(-1, len(spans))
    points = [p for p in points if _is_inside(loss, p.weights)]
    if not left.complete or len(sample) > 200:
        return points, False
    gaps = np.abs(centres[:, None] - found).max(axis=2, initial=0) if len(found) else np.full((len(centres), 1), np.inf)
    return points, bool((gaps / spans.max()).min(axis=1, initial=np.inf).max(initial=0) <= SAME)


def _sample(shares: np.ndarray) -> np.ndarray:
    """Of m places, as shares of the domain, (m, n), the index of one in each cell of a grid."""
    cells = np.floor(shares * SAMPLED).astype(int)
    index = np.sort(np.unique(cells, axis=0, return_index=True)[1]) if len(cells) else np.empty(0, dtype=int)
    return index[:: 1 + len(index) // MOST]


def _distinct(shares: np.ndarray) -> np.ndarray:
    """The index of the first of each group of m places, (m, n), that are the same."""
    if not len(shares):
        return np.empty(0, dtype=int)
    same = np.abs(shares[:, None] - shares).max(axis=2) <= SAME
    return np.flatnonzero(same.argmax(axis=1) == np.arange(len(shares)))


def _polished(loss: FormulaLoss, places: np.ndarray, reach: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """From each of m places, (m, n), the critical point within ``reach``, (m,), of the domain, if there is one.

    Newton's method leads to it where the loss is smooth, but not along a line of minima; elsewhere a compass search (Kolda, Lewis and Torczon 2003). Also
    whether it is the former.
    """
    spans, formula = _spans(loss), loss.formula
    points = places.copy()
    if not len(points):
        return points, np.empty(0, dtype=bool)
    far = np.maximum(reach, WAY)[:, None]
    with np.errstate(all="ignore"):
        for _ in range(60):
            gradients, hessians = formula.gradients(points) * spans, formula.hessians(points) * spans[:, None] * spans
            hessians[~np.isfinite(hessians).all(axis=(1, 2))] = 0
            values, vectors = np.linalg.eigh(hessians)
            parts = np.einsum("mij,mi->mj", vectors, gradients) / values
            # Along a line of minima 0 is divided by 0: what would lead far away is left out.
            parts = np.where(np.abs(parts) <= far, parts, 0)
            steps = np.einsum("mij,mj->mi", vectors, parts)
            points = points - steps * spans
            if np.abs(steps).max() <= 1e-14:
                break
        ring = _directions(len(spans), 8)
        beside = formula.gradients((points[:, None] + NEAR * ring * spans).reshape(-1, len(spans))) * spans
        steep = np.nanmax(np.abs(beside.reshape(len(points), -1)), axis=1, initial=0)
        still = np.abs(formula.gradients(points) * spans).max(axis=1) <= 1e-9 * steep
        still |= cannot_tell(formula, points)
        still &= (np.abs(points - places) / spans).max(axis=1) <= 2 * far[:, 0]
    rest = np.flatnonzero(~still)
    if len(rest):
        points[rest] = places[rest]
        rest = rest[:: 1 + len(rest) // CRAWLERS]
        points[rest] = _by_compass(loss, places[rest], reach[rest])
    fewer = _snapped(points, spans, 9)
    near = ~still & (np.abs(fewer - points).max(axis=1) <= 1e-10 * spans.max())
    return np.where(near[:, None], fewer, points), still


def _by_compass(loss: FormulaLoss, places: np.ndarray, reach: np.ndarray) -> np.ndarray:
    """The lowest place that steps in many directions, ever smaller ones, lead to; the place itself if that is far.

    One direction is that of the shortest vector between the slopes around, as it leads along a valley with
    a kink for its floor (gradient sampling: Burke, Lewis and Overton 2005).
    """
    spans, n = _spans(loss), places.shape[1]
    points, lengths = places.copy(), reach.copy()
    ways = np.concatenate([_directions(n, 16), np.eye(n), -np.eye(n)])
    values, row = loss.values(points), np.arange(len(points))
    for _ in range(120):
        steps = lengths[:, None, None] * ways * spans
        slopes = loss.formula.gradients((points[:, None] + steps[:, :16:2]).reshape(-1, n))
        along = _shortest_between(np.nan_to_num((slopes * spans).reshape(len(points), -1, n)))
        steps = np.concatenate([steps, -(lengths[:, None] * along * spans)[:, None]], axis=1)
        around = points[:, None] + steps
        heights = np.nan_to_num(loss.values(around.reshape(-1, n)).reshape(len(points), -1), nan=np.inf)
        best = heights.argmin(axis=1)
        lower = heights[row, best] < values
        points[lower], values[lower] = around[row, best][lower], heights[row, best][lower]
        lengths = np.where(lower, lengths, lengths / 2)
    stayed = (np.abs(points - places) / spans).max(axis=1) <= 2 * reach
    fewer = _snapped(points, spans, 4)
    points = np.where((loss.values(fewer) <= values)[:, None], fewer, points)
    return np.where(stayed[:, None], points, places)


def _shortest_between(vectors: np.ndarray) -> np.ndarray:
    """The direction of the shortest vector that ends between two of d vectors, (m, d, n) → (m, n)."""
    first, way = vectors[:, :, None], vectors[:, None] - vectors[:, :, None]
    with np.errstate(all="ignore"):
        shares = np.clip(np.nan_to_num(-(first * way).sum(axis=-1) / (way * way).sum(axis=-1)), 0, 1)
        ends = (first + shares[..., None] * way).reshape(len(vectors), -1, vectors.shape[2])
        sizes = np.linalg.norm(ends, axis=2)
        chosen = sizes.argmin(axis=1)[:, None]
        shortest = np.take_along_axis(ends, chosen[..., None], 1)[:, 0]
        return np.asarray(np.nan_to_num(shortest / np.take_along_axis(sizes, chosen, 1)))


def _classified(loss: FormulaLoss, places: np.ndarray, smooth: np.ndarray) -> list[CriticalPoint]:
    """What m places, (m, n), are of which some are ``smooth`` critical points: those that are critical."""
    spans, n = _spans(loss), places.shape[1]
    usable = np.isfinite(loss.values(places)) if len(places) else np.empty(0, dtype=bool)
    places, smooth = places[usable], smooth[usable]
    if not len(places):
        return []
    bends = _bends(loss, places, np.full(len(places), NEAR))
    signs = np.sign(bends.curvatures)
    kinds: list[Kind] = [
        "minimum" if low > 0 else "maximum" if high < 0 else "saddle" for low, high in signs[:, [0, -1]]
    ]
    isolated, critical = np.full(len(places), True), smooth.copy()
    doubtful = np.flatnonzero(~smooth | (signs == 0).any(axis=1) | np.isinf(bends.curvatures).any(axis=1))
    if len(doubtful):
        apart = np.abs(places[doubtful, None] - places) / spans
        apart = np.where((bends.flat | bends.kinked)[None], np.inf, np.linalg.norm(apart, axis=2))
        reach = np.minimum(5 * NEAR, 0.3 * np.where(apart > 0, apart, np.inf).min(axis=1))
        around = _around(loss, places[doubtful], reach)
        falls, rises = _goes_on(-around.lowest, around.blur), _goes_on(around.highest, around.blur)
        # On a line of minima, the lowest direction is known that closely; a kink tells the distance from it.
        share = np.where(bends.kinked[doubtful], 1e-7, 1e-12)[:, None]
        lines = ~(around.lowest > np.maximum(around.blur, share * around.highest)).any(axis=1)
        for k, i in enumerate(doubtful.tolist()):
            if falls[k]:
                kinds[i] = ("saddle" if n > 1 else "inflection") if rises[k] else "maximum"
            else:
                kinds[i], isolated[i] = "minimum", not lines[k]
            if not falls[k] and not rises[k]:  # what is level as far as can be seen may be too gentle for doubles
                critical[i] = not any(_exact_gradient(loss, places[i]))
            elif not smooth[i]:
                critical[i] = kinds[i] == "minimum" or _is_surrounded(loss, places[i])
    keep = np.flatnonzero(critical)
    bends = _Bends(*(part[keep] for part in bends))
    return _records(loss, places[keep], [kinds[i] for i in keep], bends, isolated[keep])


def _is_surrounded(loss: FormulaLoss, place: np.ndarray) -> bool:
    """Whether the slopes right around a kink leave no direction in which all of them fall, or all rise."""
    ring = place + 1e-8 * _directions(len(place), 64) * _spans(loss)
    gradients = loss.formula.gradients(ring) * _spans(loss)
    gradients = gradients[np.isfinite(gradients).all(axis=1)]
    sizes = np.linalg.norm(gradients, axis=1)
    if len(place) == 1:
        return bool(gradients.min() < 0 < gradients.max())
    steep = gradients[sizes > 1e-6 * sizes.max(initial=0)]
    angles = np.sort(np.arctan2(steep[:, 1], steep[:, 0]))
    gaps = np.diff(np.append(angles, angles[:1] + 2 * np.pi))
    return bool(gaps.max(initial=0) <= np.pi + 1e-5)

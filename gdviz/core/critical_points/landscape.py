"""The critical points of a loss of two weights: those alone in a box, and a polished sample of the rest."""

import numpy as np

from gdviz.core.critical_points.boxes import cannot_tell, search
from gdviz.core.critical_points.point import SAME, CriticalPoint, Kind
from gdviz.core.critical_points.shape import (
    NEAR,
    Bends,
    bends_at,
    circles_around,
    described,
    directions,
    exact_gradient,
    goes_on,
    is_inside,
    rounded,
    snapped,
    spans_of,
)  # fmt: skip
from gdviz.core.loss import FormulaLoss

WAY = 2e-3  # so far Newton's method may lead, as a share of the domain
CRAWLERS = 40  # so many places are polished by a compass search
EXACT = 1e-9  # a box of this share of the domain is a place
MOST = 300  # of the places that the search leaves, so many are polished
SAMPLED = 48  # cells along each axis, of which each gives one point of a line of minima


def of_a_landscape(loss: FormulaLoss) -> tuple[list[CriticalPoint], bool]:
    (low, high), spans = np.array(loss.domain, dtype=float).T, spans_of(loss)
    margin = np.array([0.00137, 0.00173])[: len(spans)] * spans
    left = search(loss.formula, low - margin, high + margin)
    centres, sizes = (left.low + left.high) / 2, (left.high - left.low).max(axis=1) / spans.max()
    sample = _sample((centres - low) / spans)
    places, level = polished(loss, centres[sample], 3 * sizes[sample] + 1e-9)
    places = np.concatenate([left.points, places])
    places = rounded(loss, places)
    smooth = np.concatenate([np.full(len(left.points), True), level])
    keep = _distinct(places / spans)
    exact = np.concatenate([np.full(len(left.points), True), sizes[sample] <= EXACT])
    points = classified(loss, places[keep], smooth[keep], exact[keep])
    found = np.array([p.weights for p in points]).reshape(-1, len(spans))
    points = [p for p in points if is_inside(loss.domain, p.weights)]
    if not left.complete or len(sample) > 200:
        return points, False
    gaps = (
        np.abs(centres[:, None] - found).max(axis=2, initial=0)
        if len(found)
        else np.full((len(centres), 1), np.inf)
    )
    return points, bool((gaps / spans.max()).min(axis=1, initial=np.inf).max(initial=0) <= SAME)


def _sample(shares: np.ndarray) -> np.ndarray:
    """Of m places, as shares of the domain, (m, n), the index of one in each cell of a grid."""
    cells = np.floor(shares * SAMPLED).astype(int)
    index = np.sort(np.unique(cells, axis=0, return_index=True)[1]) if len(cells) else np.empty(0, dtype=int)
    return index[:: 1 + len(index) // MOST]


def _distinct(shares: np.ndarray) -> np.ndarray:
    """The index of the first of each group of m places, (m, n), that are the same."""
    order = np.lexsort(shares.T[::-1])
    places, first = shares[order], np.full(len(shares), True)
    for k in range(1, len(shares)):
        gaps = places[k:] - places[:-k]
        if (gaps[:, 0] > SAME).all():
            break
        same = (np.abs(gaps) <= SAME).all(axis=1)
        earlier = order[:-k][same] < order[k:][same]
        first[np.where(earlier, np.flatnonzero(same) + k, np.flatnonzero(same))] = False
    return np.sort(order[first])


def polished(loss: FormulaLoss, places: np.ndarray, reach: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """From each of m places, (m, n), the critical point nearby, ``reach``, (m,), being a share of the domain.

    Newton's method leads to it where the loss is smooth, but not along a line of minima; elsewhere
    a compass search (Kolda, Lewis and Torczon 2003). Also whether
    it is the former.
    """
    spans, formula = spans_of(loss), loss.formula
    points = places.copy()
    if not len(points):
        return points, np.empty(0, dtype=bool)
    far = np.maximum(reach, WAY)[:, None]
    for _ in range(60):
        gradients, hessians = (
            formula.gradients(points) * spans,
            formula.hessians(points) * spans[:, None] * spans,
        )
        hessians[~np.isfinite(hessians).all(axis=(1, 2))] = 0
        values, vectors = np.linalg.eigh(hessians)
        parts = np.einsum("mij,mi->mj", vectors, gradients) / values
        # Along a line of minima 0 is divided by 0: what would lead far away is left out.
        parts = np.where(np.abs(parts) <= far, parts, 0)
        steps = np.einsum("mij,mj->mi", vectors, parts)
        points = points - steps * spans
        if np.abs(steps).max() <= 1e-14:
            break
    ring = directions(len(spans), 8)
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
    fewer = snapped(points, spans, 9)
    near = ~still & (np.abs(fewer - points).max(axis=1) <= 1e-10 * spans.max())
    return np.where(near[:, None], fewer, points), still


def _by_compass(loss: FormulaLoss, places: np.ndarray, reach: np.ndarray) -> np.ndarray:
    """The lowest place that ever smaller steps in many directions lead to; the place itself if that is far.

    First only steps count that lead down much, as they lead to the floor of a valley, then all of them, as
    they lead along it.
    """
    points = places
    for much, rounds in ((0.02, 50), (1e-7, 70)):
        lower = _downhill(loss, points, reach, much, rounds)
        stayed = (np.abs(lower - places) / spans_of(loss)).max(axis=1) <= 10 * reach
        points = np.where(stayed[:, None], lower, points)
    fewer = snapped(points, spans_of(loss), 4)
    better = loss.values(fewer) <= loss.values(points)
    return np.where((better & (points != places).any(axis=1))[:, None], fewer, points)


def _downhill(
    loss: FormulaLoss, places: np.ndarray, reach: np.ndarray, much: float, rounds: int
) -> np.ndarray:
    """A compass search from m places, (m, n): it steps down by a share ``much`` of what E changes there.

    One direction is that of the shortest vector between the slopes around, as it leads along a valley with
    a kink for its floor (gradient sampling: Burke, Lewis and Overton 2005).
    """
    spans, n = spans_of(loss), places.shape[1]
    points, lengths = places.copy(), reach.copy()
    ways = np.concatenate([directions(n, 16), np.eye(n), -np.eye(n)])
    values, row = loss.values(points), np.arange(len(points))
    for _ in range(rounds):
        steps = lengths[:, None, None] * ways * spans
        slopes = loss.formula.gradients((points[:, None] + steps[:, :16:2]).reshape(-1, n))
        along = _shortest_between(np.nan_to_num((slopes * spans).reshape(len(points), -1, n)))
        steps = np.concatenate([steps, -(lengths[:, None] * along * spans)[:, None]], axis=1)
        steps = np.concatenate([steps, 0.35 * steps, 0.1 * steps], axis=1)
        around = points[:, None] + steps
        heights = loss.values(around.reshape(-1, n)).reshape(len(points), -1)
        changes = np.nan_to_num(np.abs(heights - values[:, None]), posinf=0).max(axis=1, initial=0)
        heights = np.nan_to_num(heights, nan=np.inf)
        best = heights.argmin(axis=1)
        lower = heights[row, best] < values - much * changes
        points[lower], values[lower] = around[row, best][lower], heights[row, best][lower]
        lengths = np.where(lower, lengths, lengths / 2)
    return points


def _shortest_between(vectors: np.ndarray) -> np.ndarray:
    """The direction of the shortest vector that ends between two of d vectors, (m, d, n) → (m, n)."""
    first, way = vectors[:, :, None], vectors[:, None] - vectors[:, :, None]
    shares = np.clip(np.nan_to_num(-(first * way).sum(axis=-1) / (way * way).sum(axis=-1)), 0, 1)
    ends = (first + shares[..., None] * way).reshape(len(vectors), -1, vectors.shape[2])
    sizes = np.linalg.norm(ends, axis=2)
    chosen = sizes.argmin(axis=1)[:, None]
    shortest = np.take_along_axis(ends, chosen[..., None], 1)[:, 0]
    return np.asarray(np.nan_to_num(shortest / np.take_along_axis(sizes, chosen, 1)))


def classified(
    loss: FormulaLoss, places: np.ndarray, smooth: np.ndarray, exact: np.ndarray | None = None
) -> list[CriticalPoint]:
    """What m places, (m, n), are of which some are ``smooth`` critical points: those that are critical.

    Of the others a minimum shows itself; a kinked saddle or maximum only at a place that is ``exact``.
    """
    spans, n = spans_of(loss), places.shape[1]
    usable = np.isfinite(loss.values(places)) if len(places) else np.empty(0, dtype=bool)
    exact = np.full(len(places), False) if exact is None else exact
    places, smooth, exact = places[usable], smooth[usable], exact[usable]
    if not len(places):
        return []
    bends = bends_at(loss, places, np.full(len(places), NEAR))
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
        around = circles_around(loss, places[doubtful], reach)
        falls, rises = goes_on(-around.lowest, around.blur), goes_on(around.highest, around.blur)
        # On a line of minima, the lowest direction is known that closely; a kink tells the distance from it.
        share = np.where(bends.kinked[doubtful], 1e-7, 1e-12)[:, None]
        lines = ~(around.lowest > np.maximum(around.blur, share * around.highest)).any(axis=1)
        ridges = ~(-around.highest > np.maximum(around.blur, -share * around.lowest)).any(axis=1)
        for k, i in enumerate(doubtful.tolist()):
            if falls[k]:
                kinds[i] = ("saddle" if n > 1 else "inflection") if rises[k] else "maximum"
                isolated[i] = kinds[i] != "maximum" or not ridges[k]
            else:
                kinds[i], isolated[i] = "minimum", not lines[k]
            if (
                not falls[k] and not rises[k]
            ):  # what is level as far as can be seen may be too gentle for doubles
                critical[i] = not any(exact_gradient(loss, places[i]))
            elif not smooth[i]:
                critical[i] = kinds[i] == "minimum" or (exact[i] and _is_surrounded(loss, places[i]))
    keep = np.flatnonzero(critical)
    bends = Bends(*(part[keep] for part in bends))
    return described(loss, places[keep], [kinds[i] for i in keep], bends, isolated[keep])


def _is_surrounded(loss: FormulaLoss, place: np.ndarray) -> bool:
    """Whether the slopes right around a kink leave no direction in which all of them fall, or all rise."""
    ring = place + 1e-8 * directions(len(place), 64) * spans_of(loss)
    gradients = loss.formula.gradients(ring) * spans_of(loss)
    gradients = gradients[np.isfinite(gradients).all(axis=1)]
    sizes = np.linalg.norm(gradients, axis=1)
    if len(place) == 1:
        return bool(gradients.min() < 0 < gradients.max())
    steep = gradients[sizes > 1e-6 * sizes.max(initial=0)]
    angles = np.sort(np.arctan2(steep[:, 1], steep[:, 0]))
    gaps = np.diff(np.append(angles, angles[:1] + 2 * np.pi))
    return bool(gaps.max(initial=0) <= np.pi + 1e-5)

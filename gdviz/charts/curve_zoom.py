"""Wider views of a curve E(W), for the steps that are off its chart."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from gdviz.charts import zoom as views_of
from gdviz.charts.curve_frame import View, view
from gdviz.charts.curve_steps import Moves
from gdviz.charts.zoom import EDGE, ZOOMS, needed, short
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss

SAMPLES = 8  # of the curve for each doubling, on both sides


@dataclass(frozen=True)
class Zooms(views_of.Zooms[Moves]):
    """The view at each frame; ``outer`` (m, 2) is the curve outside the chart, as far as the widest view,
    nan between its sides.
    """

    outer: np.ndarray


@lru_cache(maxsize=16)  # the chart and its words ask of the same run
def zooms(
    loss: FormulaLoss, path: Path, steps: tuple[int, ...], whole_tangent: bool, widest: int = ZOOMS
) -> Zooms:
    """The views in which each of the shown steps is seen, and where it leads unless the tangent is whole."""
    frame, outer = view(loss), np.empty((0, 2))
    shown = np.array(steps)
    ends = shown if whole_tangent else np.minimum(shown + 1, path.steps)
    times, seen = needed(frame, path, shown, ends, widest)
    views = {0: frame}
    if times.any():
        outer, heights = outer_curve(loss, int(times.max())), path.losses[np.stack([shown, ends])]
        for zoom in sorted({*times.tolist()} - {0}):
            points = heights[(times == zoom) & seen]
            wide = _wider(frame, zoom, np.concatenate([_within(outer, frame, zoom), points]))
            times[times == zoom] = zoom if wide else 0
            views[zoom] = wide or frame
    used = sorted({*times.tolist()})
    moves = {zoom: Moves.of(loss, views[zoom], path, list(steps), whole_tangent) for zoom in used}
    return Zooms(times, moves, outer)


def outer_curve(loss: FormulaLoss, doublings: int) -> np.ndarray:
    """The curve from the edges of the chart outwards, each doubling with as many points, (m, 2)."""
    low, high = loss.domain[0]
    distances = (high - low) / 2 * 2.0 ** (np.arange(doublings * SAMPLES + 1) / SAMPLES)
    middle = (low + high) / 2
    weights = np.concatenate([middle - distances[::-1], [np.nan], middle + distances])
    with np.errstate(all="ignore"):
        values = loss.values(weights[:, None])
    points = np.column_stack([weights, np.where(np.isfinite(values), values, np.nan)])
    return np.array([[short(x), short(y)] for x, y in points])


def _within(outer: np.ndarray, frame: View, zoom: int) -> np.ndarray:
    """The heights of the outer curve within a view."""
    reach = frame.width / 2 * 2**zoom
    return outer[np.abs(outer[:, 0] - (frame.low + frame.high) / 2) <= reach * (1 + 1e-4), 1]


def _wider(frame: View, zoom: int, heights: np.ndarray) -> View | None:
    """The chart doubled about its middle so often, as high as these; None if they are too high to draw."""
    finite = heights[np.isfinite(heights)]
    bottom, top = float(finite.min(initial=frame.bottom)), float(finite.max(initial=frame.top))
    margin = (EDGE - 1) * (top - bottom)
    if not math.isfinite(top - bottom + 2 * margin):
        return None
    middle, reach = (frame.low + frame.high) / 2, frame.width / 2 * 2**zoom
    low, high, bottom, top = map(short, (middle - reach, middle + reach, bottom - margin, top + margin))
    # Heights that differ in no digit that can be drawn make no axis.
    if not bottom < top:
        return None
    return replace(frame, low=low, high=high, bottom=bottom, top=top)

"""Wider views of a curve E(W), each twice as wide as the last, for the steps that are off its chart."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from gdviz.charts.curve_frame import View, view
from gdviz.charts.curve_steps import Moves
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss

ZOOMS = 20  # so often at most
SAMPLES = 8  # of the curve for each doubling, on both sides
EDGE = 1.04  # what is shown is this far inside the view


@dataclass(frozen=True)
class Zooms:
    """The view at each of f frames: ``zooms`` (f,) is how often it is doubled, ``moves`` has the steps in it.

    ``outer`` (m, 2) is the curve outside the chart, as far as the widest view, nan between its sides.
    """

    zooms: np.ndarray
    moves: dict[int, Moves]
    outer: np.ndarray

    def points(self, make: Callable[[Moves], np.ndarray]) -> np.ndarray:
        """What ``make`` has at each frame, in the view of that frame."""
        first, *others = self.moves.items()
        points = make(first[1])
        for zoom, moves in others:
            points = np.where((self.zooms == zoom)[:, None, None], make(moves), points)
        return points

    @property
    def views(self) -> list[View]:
        """The view of each frame."""
        return [self.moves[zoom].frame for zoom in self.zooms.tolist()]


@lru_cache(maxsize=16)  # the chart and its words ask of the same run
def zooms(
    loss: FormulaLoss, path: Path, steps: tuple[int, ...], whole_tangent: bool, widest: int = ZOOMS
) -> Zooms:
    """The views in which each of the shown steps is seen, and where it leads unless the tangent is whole.

    What is further than the widest view stays off the chart, in the view of the step before.
    """
    frame, outer = view(loss), np.empty((0, 2))
    shown = np.array(steps)
    ends = shown if whole_tangent else np.minimum(shown + 1, path.steps)
    far = np.stack([_doublings(frame, path.weights[at, 0]) for at in (shown, ends)])
    seen = far <= widest
    needed = np.where(seen, far, 0).max(axis=0)
    for i in np.flatnonzero(~seen[0]):
        needed[i] = needed[i - 1] if i else 0
    views = {0: frame}
    if needed.any():
        outer, heights = outer_curve(loss, int(needed.max())), path.losses[np.stack([shown, ends])]
        for zoom in sorted({*needed.tolist()} - {0}):
            points = heights[(needed == zoom) & seen]
            wide = _wider(frame, zoom, np.concatenate([_within(outer, frame, zoom), points]))
            needed[needed == zoom] = zoom if wide else 0
            views[zoom] = wide or frame
    used = sorted({*needed.tolist()})
    moves = {zoom: Moves.of(loss, views[zoom], path, list(steps), whole_tangent) for zoom in used}
    return Zooms(needed, moves, outer)


def outer_curve(loss: FormulaLoss, doublings: int) -> np.ndarray:
    """The curve from the edges of the chart outwards, each doubling with as many points, (m, 2)."""
    low, high = loss.domain[0]
    distances = (high - low) / 2 * 2.0 ** (np.arange(doublings * SAMPLES + 1) / SAMPLES)
    middle = (low + high) / 2
    weights = np.concatenate([middle - distances[::-1], [np.nan], middle + distances])
    with np.errstate(all="ignore"):
        values = loss.values(weights[:, None])
    points = np.column_stack([weights, np.where(np.isfinite(values), values, np.nan)])
    return np.array([[_short(x), _short(y)] for x, y in points])


def _short(value: float) -> float:
    """As many digits as can be drawn."""
    return float(f"{value:.5g}")


def _doublings(frame: View, weights: np.ndarray) -> np.ndarray:
    """How often the chart must be doubled until it shows each weight, (f,); 0 where it does."""
    middle, half = (frame.low + frame.high) / 2, frame.width / 2
    share = EDGE * np.abs(weights - middle) / half
    return np.where(frame.shows(weights), 0, np.ceil(np.log2(np.maximum(share, 1.0 + 1e-9)))).astype(int)


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
    low, high, bottom, top = map(_short, (middle - reach, middle + reach, bottom - margin, top + margin))
    # Heights that differ in no digit that can be drawn make no axis.
    if not bottom < top:
        return None
    return replace(frame, low=low, high=high, bottom=bottom, top=top)

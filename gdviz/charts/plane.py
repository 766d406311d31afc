"""The part of the plane that a chart shows, and how points and lines fit into it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from gdviz.charts.animation import rounded

OUTSIDE = 0.2  # what leaves the chart is drawn to this share of it beyond the edge


@dataclass(frozen=True)
class Plane:
    """What a chart shows: from ``low`` to ``high`` across and from ``bottom`` to ``top``."""

    low: float
    high: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        return self.high - self.low

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def shows(self, weight: np.ndarray) -> np.ndarray:
        """Whether each weight is on the chart."""
        return (self.low <= weight) & (weight <= self.high)

    def holds(self, points: np.ndarray) -> np.ndarray:
        """Whether each point, (m, 2), is on the chart."""
        low, high = self.box()
        return np.asarray(((low <= points) & (points <= high)).all(axis=1))

    def box(self, beyond: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
        """The chart's lower left and upper right corner, moved out by a share of its size."""
        low, high = np.array([self.low, self.bottom]), np.array([self.high, self.top])
        return low - beyond * (high - low), high + beyond * (high - low)

    def held(self, points: np.ndarray) -> np.ndarray:
        """The points, or ones just out of sight in their place: drawn, but never read."""
        low, high = self.box(OUTSIDE)
        return np.clip(points, low, high)

    def clipped(
        self, start: np.ndarray, end: np.ndarray, beyond: float = 0.0
    ) -> tuple[np.ndarray, np.ndarray]:
        """The parts of straight lines, (f, 2) to (f, 2), on the chart (Liang and Barsky 1984)."""
        low, high = self.box(beyond)
        way = end - start
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            bounds = np.stack([(low - start) / way, (high - start) / way])
        # A line along an axis never crosses the bounds across that axis.
        still, inside = way == 0, (start >= low) & (start <= high)
        first = np.where(still, np.where(inside, -np.inf, np.inf), bounds.min(axis=0))
        second = np.where(still, np.where(inside, np.inf, -np.inf), bounds.max(axis=0))
        enter = np.maximum(first.max(axis=-1, keepdims=True), 0)
        leave = np.minimum(second.min(axis=-1, keepdims=True), 1)
        seen = enter <= leave
        with np.errstate(invalid="ignore"):
            ends = [np.where(seen, start + t * way, np.nan) for t in (enter, leave)]
        return ends[0], ends[1]

    def rounded(self, points: np.ndarray) -> np.ndarray:
        return rounded(points, (self.width, self.height))


def points_of(x: ArrayLike, y: ArrayLike) -> np.ndarray:
    """x and y, each (…) or one number, as points (…, 2)."""
    points = np.empty((*np.broadcast_shapes(np.shape(x), np.shape(y)), 2))
    points[..., 0], points[..., 1] = x, y
    return points


def room_around(height: float) -> float:
    """How far a chart reaches from a height that all of it has: as far as doubles tell from it."""
    return max(1.0, 1e-9 * abs(height))

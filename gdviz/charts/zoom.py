"""Wider views of a chart, each twice as wide as the last, for the steps that are off it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import numpy as np

from gdviz.charts import theme as themes
from gdviz.charts.plane import Plane
from gdviz.core.descent import Path
from gdviz.core.numbers import number

ZOOMS = 20  # so often at most
EDGE = 1.04  # what is shown is this far inside the view


class Framed(Protocol):
    """What is worked out for one view."""

    @property
    def frame(self) -> Plane: ...


Moves = TypeVar("Moves", bound=Framed)


@dataclass(frozen=True)
class Zooms(Generic[Moves]):
    """The view at each of f frames: ``zooms`` (f,) is how often it is doubled, ``moves`` the steps in it."""

    zooms: np.ndarray
    moves: dict[int, Moves]

    def points(self, make: Callable[[Moves], np.ndarray]) -> np.ndarray:
        """What ``make`` has at each frame, in the view of that frame."""
        first, *others = self.moves.items()
        points = make(first[1])
        for zoom, moves in others:
            points = np.where((self.zooms == zoom)[:, None, None], make(moves), points)
        return points

    @property
    def axes(self) -> list[list[float]]:
        """What the chart shows at each frame, as an Animation says it."""
        views = [self.moves[zoom].frame for zoom in self.zooms.tolist()]
        return [
            [one.low, one.high, one.bottom, one.top, themes.label_length(one.bottom, one.top)]
            for one in views
        ]

    def wider(self, steps: Sequence[int]) -> dict[int, str]:
        """How many times as wide as the chart the view of each shown step is that has a wider one."""
        return {step: number(2**zoom) for step, zoom in zip(steps, self.zooms.tolist(), strict=True) if zoom}


def doublings(frame: Plane, weights: np.ndarray) -> np.ndarray:
    """How often a chart must be doubled about its middle until it shows each of (f, n); 0 where it does.

    With one weight the chart's height does not count, as it grows with what is shown.
    """
    low, high = (corner[: weights.shape[1]] for corner in frame.box())
    share = EDGE * (np.abs(weights - (low + high) / 2) / ((high - low) / 2)).max(axis=1)
    inside = ((low <= weights) & (weights <= high)).all(axis=1)
    return np.where(inside, 0, np.ceil(np.log2(np.maximum(share, 1.0 + 1e-9)))).astype(int)


def needed(
    frame: Plane, path: Path, steps: np.ndarray, ends: np.ndarray, widest: int
) -> tuple[np.ndarray, np.ndarray]:
    """How often the chart is doubled at each step to show it and its end, (f,); which are seen, (2, f).

    What is further than the widest view stays off the chart, in the view of the step before.
    """
    far = np.stack([doublings(frame, path.weights[at]) for at in (steps, ends)])
    seen = far <= widest
    times = np.where(seen, far, 0).max(axis=0)
    for i in np.flatnonzero(~seen[0]):
        times[i] = times[i - 1] if i else 0
    return times, seen


def short(value: float) -> float:
    """As many digits as can be drawn."""
    return float(f"{value:.5g}")

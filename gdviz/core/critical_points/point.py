"""A critical point, and those of a loss."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

Kind = Literal["minimum", "maximum", "saddle", "inflection"]
SAME = 1e-6  # what is closer together than this share of the domain is one point


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


def nearest(points: Iterable[CriticalPoint], place: np.ndarray) -> CriticalPoint | None:
    """The nearest of some points to a place, (n,), if there are any."""
    return min(points, key=lambda p: float(np.linalg.norm(place - p.weights)), default=None)


@dataclass(frozen=True)
class CriticalPoints:
    """What was found, ordered by the weights; a stretch by its ends, a line or area by points on it.

    ``exhaustive`` says that there is no other in the domain: bounds of the gradient leave none out, but
    for what is closer than SAME of the domain to one of these or, on a curve, to a pole or a near miss.
    """

    points: tuple[CriticalPoint, ...]
    exhaustive: bool

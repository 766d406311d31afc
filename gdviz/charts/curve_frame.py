"""What the chart of a curve E(W) shows of the plane: as high as the curve, with room for a magnified view."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from gdviz.charts.plane import Plane, room_around
from gdviz.core.loss import FormulaLoss

SAMPLES = 481
POLE = 4  # a curve is drawn this many times as high as its middle four fifths, no higher
LENS = (0.46, 0.5)  # width and height of the magnified view, as shares of the chart


@dataclass(frozen=True)
class View(Plane):
    """What the chart shows of the plane, and where there is room for the magnified view."""

    inset: tuple[float, float, float, float]  # left, right, bottom, top, as shares of the chart
    side: Literal["left", "center", "right"]  # where the lens, and what is told of a step, stands


@lru_cache(maxsize=64)
def view(loss: FormulaLoss) -> View:
    """The loss's domain, as high as its curve, with the lens in the emptiest place at the top."""
    (low, high) = loss.domain[0]
    weights, values = samples(loss)
    bottom, top = heights(values[np.isfinite(values)])
    bottom, top = bottom - 0.16 * (top - bottom), top + 0.06 * (top - bottom)
    values = np.nan_to_num(values, nan=bottom).clip(bottom, top)
    width, height = LENS
    shares = (weights - low) / (high - low)
    lefts = (0.02, 0.5 - width / 2, 0.98 - width)
    highest = [values[(shares >= left) & (shares <= left + width)].max() for left in lefts]
    place = int(np.argmin(highest))
    left = lefts[place]
    # The curve stays below the lens: where it would not, the axis gets more room above.
    top = max(top, bottom + (min(highest) - bottom) / (0.94 - height))
    inset = (left, left + width, 0.97 - height, 0.97)
    return View(low, high, float(bottom), float(top), inset, ("left", "center", "right")[place])


def heights(values: np.ndarray) -> tuple[float, float]:
    """From the lowest to the highest of losses, (m,); but a pole, however high, leaves room for the rest."""
    low, high = np.quantile(values, (0.1, 0.9))
    reach = POLE * (high - low)
    bottom, top = float(max(values.min(), low - reach)), float(min(values.max(), high + reach))
    room = room_around(bottom)
    return (bottom, top) if bottom < top else (bottom - room, top + room)


def samples(loss: FormulaLoss) -> tuple[np.ndarray, np.ndarray]:
    """The curve's points: W at round numbers, as a click on it chooses one; nan where E is not defined."""
    weights = np.round(np.linspace(*loss.domain[0], SAMPLES), 6)
    values = loss.values(weights[:, None])
    return weights, np.where(np.isfinite(values), values, np.nan)

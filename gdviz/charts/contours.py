"""Contour lines and shades of a function of two numbers, over a grid of places."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple, cast

import contourpy
import numpy as np

from gdviz.charts.plane import Plane
from gdviz.charts.theme import Theme
from gdviz.core.numbers import number
from gdviz.texts import Texts

MOST_LEVELS = 18
STEPS = (1, 2, 2.5, 5, 10)  # times a power of ten: what evenly spaced levels are apart
MARKS = (5, 2, 1)  # the same of logarithmic ones
GRIDS = (101, 201, 301)  # places along each axis, finer until the next one has no other lines


class Ground(NamedTuple):
    """Heights (m, m) over a grid of places, (m,) along each axis: a row for each of the second axis."""

    x: np.ndarray
    y: np.ndarray
    values: np.ndarray


class Contours(NamedTuple):
    """A ground, and the levels at which it has lines, lowest first."""

    ground: Ground
    levels: tuple[float, ...]

    def lines(self, level: float) -> list[np.ndarray]:
        """The lines at a level, each (m, 2)."""
        return _lines(self.ground, level)


def ground_of(
    values: Callable[[np.ndarray], np.ndarray], domain: Sequence[tuple[float, float]], count: int
) -> Ground:
    """A function's values, (m, 2) → (m,), over a grid of so many places along each axis; nan for none."""
    x, y = (np.linspace(*bounds, count) for bounds in domain)
    points = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    heights = values(points).reshape(count, count)
    return Ground(x, y, np.where(np.isfinite(heights), heights, np.nan))


def contours_of(
    values: Callable[[np.ndarray], np.ndarray], domain: Sequence[tuple[float, float]], spacing: str = "auto"
) -> Contours:
    """A function's contour lines, on a grid so fine that those of another have as many parts.

    On too coarse a grid a narrow valley falls apart into islands; levels at which it does so on the
    finest one, too, or that it has none of, are left out.
    """
    ground = ground_of(values, domain, GRIDS[0])
    levels = levels_of(ground, spacing)
    for count in GRIDS[1:]:
        finer = ground_of(values, domain, count)
        agreed = tuple(v for v in levels if 0 < len(_lines(ground, v)) == len(_lines(finer, v)))
        if agreed == levels or count == GRIDS[-1]:
            break
        ground = finer
    return Contours(ground, agreed)


def _lines(ground: Ground, level: float) -> list[np.ndarray]:
    generator = contourpy.contour_generator(*ground, line_type=contourpy.LineType.Separate)
    return cast(list[np.ndarray], generator.lines(level))


def levels_of(ground: Ground, spacing: str = "auto") -> tuple[float, ...]:
    """Levels for contour lines, lowest first: round numbers; their ``spacing`` is one of LEVELS.

    Evenly spaced, lines are close together where it is steep. Where most of the ground would lie below
    the first one, logarithmic ones suit it.
    """
    values = ground.values[np.isfinite(ground.values)]
    low, high = float(values.min()), float(values.max())
    if not 0 < high - low < np.inf:
        return ()
    step = _step(high - low)
    found = step * np.arange(np.floor(low / step) + 1, np.ceil(high / step))
    if spacing == "log" or (spacing == "auto" and np.median(values) < found[0]):
        found = found[0] - step + _logarithmic(high - low)
    found = np.unique(np.round(found, 12))
    return tuple(found[(low < found) & (found < high)].tolist())


def in_words(levels: Sequence[float], texts: Texts) -> str:
    """How far apart neighbouring levels are; of those that are not evenly spaced, which they are."""
    gaps = np.diff(levels)
    if not len(gaps):
        return ""
    if np.allclose(gaps, gaps[0], atol=0):
        return texts("chart.even_levels", step=number(float(gaps[0])))
    first = texts("chart.list").join(map(number, levels[:-1][:4]))
    return texts("chart.log_levels", first=first, last=number(levels[-1]))


def _step(span: float) -> float:
    """The least step by which no more than so many levels are in a span."""
    unit = 10 ** np.floor(np.log10(span / MOST_LEVELS))
    return next(step * unit for step in STEPS if step * unit >= span / MOST_LEVELS)


def _logarithmic(span: float) -> np.ndarray:
    """1, 2, 5 times powers of ten, up to a span."""
    top = int(np.floor(np.log10(span)))
    levels = [mark * 10.0**power for power in range(top, top - MOST_LEVELS, -1) for mark in MARKS]
    return np.array([level for level in levels if level < span][:MOST_LEVELS])


def bands(contours: Contours) -> list[list[np.ndarray]]:
    """The regions between neighbouring levels, lowest first: each the rings of its borders, (m, 2)."""
    generator = contourpy.contour_generator(*contours.ground, fill_type=contourpy.FillType.OuterOffset)
    edges = [-np.inf, *contours.levels, np.inf]
    found: list[list[np.ndarray]] = []
    for lower, upper in pairwise(edges):
        rings, offsets, *_ = cast(tuple[list[np.ndarray], list[np.ndarray]], generator.filled(lower, upper))
        found.append(
            [ring[i:j] for ring, offset in zip(rings, offsets, strict=True) for i, j in pairwise(offset)]
        )
    return found


def _path(rings: list[np.ndarray], frame: Plane) -> str:
    """Rings as an SVG path in the chart's own coordinates."""
    parts = [" L".join(f"{x:g},{y:g}" for x, y in frame.rounded(ring).tolist()) for ring in rings]
    return " ".join(f"M{part} Z" for part in parts)


def shading(contours: Contours, theme: Theme) -> list[dict]:
    """The bands as shapes, each in its shade, with a line around it."""
    regions, ground = bands(contours), contours.ground
    frame = Plane(ground.x[0], ground.x[-1], ground.y[0], ground.y[-1])
    return [
        {
            "type": "path",
            "layer": "below",
            "path": _path(rings, frame),
            "fillcolor": theme.shade(i / max(len(regions) - 1, 1)),
            "line": {"color": theme.contour, "width": 1},
        }
        for i, rings in enumerate(regions)
        if rings
    ]

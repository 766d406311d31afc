"""The chart of a worksheet: the curve, the map, or the cut along one weight, to draw on and as drawn."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from markupsafe import Markup

from gdviz.charts import landscape
from gdviz.charts.curve_frame import heights, samples
from gdviz.charts.plane import Plane, points_of
from gdviz.charts.weight import along
from gdviz.core.critical_points import minima
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import number
from gdviz.export.sheet.paper import Paper, Word, texts
from gdviz.export.sheet.sheet import ACROSS, BESIDE, Row, Sheet
from gdviz.network.training import Training

CUT_SAMPLES = 161
FLATTEST = 1e-4  # a chart of a network's E is at least this share of E high
TANGENT = 0.09  # a tangent reaches at least this share of the chart's width to both sides
LONG = 0.3  # and where there is one only, this


def table_points(sheet: Sheet, path: Path) -> np.ndarray:
    """The points of the steps in the table, and the last one's end, on the chart, (m, 2)."""
    count = len(sheet.rows) + (path.steps > 0)
    return path.weights[:count] if sheet.many else points_of(path.weights[:count, 0], path.losses[:count])


def curve_frame(loss: FormulaLoss, path: Path) -> Plane:
    """The domain, as high as the curve and the start need."""
    _, values = samples(loss)
    bottom, top = heights(values[np.isfinite(values)])
    top = max(top, float(path.losses[0]))
    return Plane(*loss.domain[0], bottom - 0.12 * (top - bottom), top + 0.06 * (top - bottom))


def curve_chart(sheet: Sheet, loss: FormulaLoss, path: Path, key: bool) -> Markup:
    """The curve with the start marked; in the key, the tangents and the way from each point to the next."""
    points = table_points(sheet, path)
    paper = Paper(curve_frame(loss, path), ACROSS, sheet.height(key))
    line = points_of(*samples(loss))
    low, high = (number(bound) for bound in loss.domain[0])
    alt = sheet.texts("chart.curve_alt", low=low, high=high)
    drawn = [*paper.graph(loss.names[0], f"E({loss.names[0]})"), paper.line(line, "curve")]
    if not key:
        start = sheet.texts("worksheet.start")
        words = texts(paper.labels(points[:1], [start], line))
        return paper.svg([*drawn, *paper.dots(points[:1]), *words], alt)
    # The last point's tangent belongs to a step that is not in the table.
    for row, place, end in zip(sheet.rows, points, points[1:], strict=False):
        if paper.frame.holds(place[None]).all():
            drawn += [_tangent(paper, row, place, TANGENT), _drop(paper, row, place, end)]
    numbers = [str(i) for i in range(len(points))]
    words = texts(paper.labels(points, numbers, line))
    return paper.svg([*drawn, *paper.dots(points), *words], alt)


def _tangent(paper: Paper, row: Row, place: np.ndarray, least: float) -> Markup:
    """The tangent at a place, to both sides, at least as far as the step goes."""
    update = 0.0 if row.update is None else float(row.update[0])
    reach = least * paper.frame.width
    ahead = np.array([1.0, float(row.slopes[0])])
    low, high = min(-reach, -update), max(reach, -update)
    with np.errstate(over="ignore"):
        return paper.segment(place + low * ahead, place + high * ahead, "tangent")


def _drop(paper: Paper, row: Row, place: np.ndarray, end: np.ndarray) -> Markup:
    """From where a step lands on the tangent to the curve."""
    update = 0.0 if row.update is None else float(row.update[0])
    with np.errstate(over="ignore"):
        return paper.segment(place - update * np.array([1.0, float(row.slopes[0])]), end, "dashed")


class Cut(NamedTuple):
    """E along one weight of a network at its start, (m, 2), where it went, (k, 2), and what is shown."""

    curve: np.ndarray
    points: np.ndarray
    frame: Plane


def cut_of(rows: list[Row], training: Training, index: int) -> Cut:
    last = rows[-1].after
    ends = [float(row.weights[0]) for row in rows] + ([] if last is None else [float(last[0])])
    # After the last step of a training that ends there, no loss is known.
    weights = np.array(ends[: len(training.losses)])
    reach = max(1.5 * float(np.ptp(weights)), 1.0)
    x = np.linspace(weights.min() - reach, weights.max() + reach, CUT_SAMPLES)
    values = along(training, 0, index, x)
    values = np.where(np.isfinite(values), values, np.nan)
    points = points_of(weights, training.losses[: len(weights)])
    lowest, here = float(np.nanmin(values)), float(points[0, 1])
    highest = max(float(np.nanquantile(values, 0.9)), here)
    # Points far below the curve would press it flat; and the numbers at the axis are not all alike.
    height = max(highest - lowest, FLATTEST * abs(here))
    bottom = min(lowest, *(e for e in points[:, 1].tolist() if e >= lowest - height))
    margin = 0.12 * max(highest - bottom, height)
    frame = Plane(float(x[0]), float(x[-1]), bottom - margin, highest + margin)
    return Cut(points_of(x, values), points, frame)


def cut_chart(sheet: Sheet, cut: Cut, key: bool) -> Markup:
    """The curve with the start marked; in the key, the tangent there and where the weight went."""
    paper, start = Paper(cut.frame, ACROSS, sheet.height(key)), cut.points[:1]
    alt = sheet.texts("network.cut_alt")
    drawn = [*paper.graph(sheet.names[0], "E"), paper.line(cut.curve, "curve")]
    if not key:
        words = paper.labels(start, [sheet.texts("worksheet.start")], cut.curve)
        return paper.svg([*drawn, *paper.dots(start), *texts(words)], alt)
    drawn.append(_tangent(paper, sheet.rows[0], cut.points[0], LONG))
    words = paper.labels(cut.points, [str(i) for i in range(len(cut.points))], cut.curve)
    dots = [*paper.dots(cut.points[1:], "open"), *paper.dots(start)]
    return paper.svg([*drawn, *dots, *texts(words)], alt)


def map_chart(sheet: Sheet, loss: FormulaLoss, path: Path, key: bool) -> Markup:
    """The contour lines with the start and the minima marked; in the key, the path and −∇E at the start."""
    points = table_points(sheet, path)
    frame, bottoms = landscape.view(loss), minima(loss)
    paper = Paper.to_scale(frame, ACROSS if sheet.wide else BESIDE)
    lowest = np.array([p.weights for p in bottoms]).reshape(-1, 2)
    contours = landscape.contours(loss)
    lines = [(level, contours.lines(level)) for level in contours.levels]
    shown = points if key else points[:1]
    names = [str(i) for i in range(len(points))] if key else [sheet.texts("worksheet.start")]
    words = paper.labels(shown, names, np.concatenate([shown, lowest]))
    arrow = Markup()
    if key and path.gradients[0].any():
        arrow, tip = paper.arrow(points, -path.gradients[0])
        words.append(Word("−∇E", tip))
    known = [*paper.place(np.concatenate([shown, lowest])), *(place for _, place in words)]
    ends = (frame.low, frame.high, frame.bottom, frame.top)
    bounds = dict(zip(("left", "right", "low", "high"), map(number, ends), strict=True))
    return paper.svg(
        [
            *paper.graph(loss.names[0], loss.names[1], "dotted"),
            *(paper.line(line, "contour") for _, level_lines in lines for line in level_lines),
            *texts(paper.levels(lines, np.array(known)), "halo level"),
            *paper.diamonds(bottoms),
            *(paper.segment(start, end, "path") for start, end in pairwise(shown)),
            arrow,
            *paper.dots(shown),
            *texts(words),
        ],
        sheet.texts("chart.landscape_alt", x=loss.names[0], y=loss.names[1], **bounds),
    )

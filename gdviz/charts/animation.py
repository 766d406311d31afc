"""What moves on a stage, as plain data for the browser's player."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

# One leg of a slide: in this share of the slide's time, its last number, each mover goes
# straight to its place; the numbers before are the movers' coordinates, one after another.
Leg = tuple[float, ...]
ALONG = 0.6  # the share of a step's time for the way along the tangent; the rest leads to the curve
WAYPOINTS = 30  # a frame that stands for many steps goes by so many of its points at most


@dataclass(frozen=True)
class Keyframes:
    """Where one trace of a stage is at each of f frames: points (f, m, d), nan for a gap.

    ``spans`` is how long the d axes are: coordinates are sent to a ten-thousandth of that.

    ``text`` holds the m labels as templates over the player's columns. A growing trace has
    one point a frame, and each frame shows those of the frames before it.
    """

    trace: int
    points: np.ndarray
    spans: tuple[float, ...]
    text: list[str] = field(default_factory=list)
    grows: bool = False


@dataclass(frozen=True)
class Curves:
    """A trace that is a curve at each of f frames: heights (f, m) over places x (m,), on an axis.

    A function of two weights is, or nearly is, a sum of a few products of a function of each.
    So the curves go as a few basis curves, and how much of each a frame has: a tenth of the
    numbers. What is higher than the axis is long is of no interest, and ends at ``most``. A height
    that is not finite is a gap in the curve.
    """

    trace: int
    x: np.ndarray
    heights: np.ndarray
    bottom: float
    top: float

    def to_json(self) -> dict[str, Any]:
        span = self.top - self.bottom
        most = self.top + span
        gaps = ~np.isfinite(self.heights)
        heights = np.where(gaps, most, self.heights)
        frames, sizes, basis = np.linalg.svd(heights, full_matrices=False)
        # Leaving out a singular value moves no height by more than that.
        count = max(1, int((sizes > 1e-4 * span).sum()))
        shares = frames[:, :count] * sizes[:count]
        # Basis curves are 1 high at most, so an error of theirs weighs as much as their share.
        digits = int(np.clip(np.ceil(np.log10(np.abs(shares).max() / span)) + 4, 4, 15))
        return {
            "trace": self.trace,
            "x": self.x.round(6),
            "basis": list(basis[:count].round(digits)),
            "shares": list(rounded(shares, span / 10)),
            "most": most,
            **({"gaps": [np.flatnonzero(row) for row in gaps]} if gaps.any() else {}),
        }


@dataclass(frozen=True)
class Animation:
    """The moving part of one chart.

    ``fixed`` is set once a run: ``lines``, each the trace, x and y of one and at which of its
    places the frames rest, if not at each; and the ``layout``. ``pictures`` has for each frame
    the address of the picture behind the traces.
    ``legs`` has, for each frame but the last, the legs on which the ``movers`` go to the next;
    without legs each mover goes from point to point of its fixed line. ``glides`` has, for each
    frame but the last, the share of the time, after the legs, in which all tracks go straight
    to where the next frame has them. Of several scenes of one chart, ``variant`` tells which
    one the reader sees. Traces to ``keep`` are one of each pair of axes that might have nothing
    else to show: Plotly empties axes of which a motion names no trace with points. A click on
    a ``clickable`` chart's first trace chooses a start, and so does one anywhere on a chart
    with a ``grid``: the nearest place at multiples of its steps. One on a chart that takes
    ``taps`` adds a pair there. A scene in ``space`` has places of three coordinates. The ``answers``
    are the traces that give the next step away. The words of those in ``asides`` step aside where they
    would stand on others, or on the point, and those in ``yields`` are not seen there; of several the first
    has its place. ``axes`` are what the chart shows at each frame: from where to where across and up, and
    how many characters the longest label of the upright axis has.
    """

    chart: str
    movers: list[int]
    all_keyframes: list[Keyframes] = field(default_factory=list)
    curves: list[Curves] = field(default_factory=list)
    legs: list[list[Leg]] | None = None
    glides: list[float] | None = None
    variant: str | None = None
    fixed: dict[str, Any] | None = None
    keep: list[int] = field(default_factory=list)
    clickable: bool = False
    grid: list[float] | None = None
    taps: list[float] | None = None
    pictures: list[str] | None = None
    space: bool = False
    answers: list[int] = field(default_factory=list)
    asides: list[int] = field(default_factory=list)
    yields: list[int] = field(default_factory=list)
    axes: list[list[float]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        record = {name: value for name, value in vars(self).items() if value and name != "all_keyframes"}
        record["curves"] = [curve.to_json() for curve in self.curves]
        if self.axes and all(row == self.axes[0] for row in self.axes):
            record["axes"] = self.axes[:1]
        return record | {
            "tracks": _tracks_to_json(self.all_keyframes),
            "keep": self.keep,
            "movers": self.movers,
        }


def rounded(values: np.ndarray, span: ArrayLike) -> np.ndarray:
    """Coordinates for drawing only: to a ten-thousandth of an axis that is ``span`` long."""
    scale = 10.0 ** (4 - np.floor(np.log10(span)))
    return np.rint(values * scale) / scale


def _tracks_to_json(all_keyframes: list[Keyframes]) -> list[dict[str, Any]]:
    """The tracks with each distinct row of coordinates, x, y, x, y …, once, and who shows it when.

    A single row is shown by all frames, and without ``frame`` each frame shows its own row. A
    row that is all gaps is empty, as Plotly lets a marker without a place flash up. The rows of
    all tracks are made together, as most of the time goes by calls, not numbers.
    """
    if not all_keyframes:
        return []
    flat = [keyframes.points.reshape(len(keyframes.points), -1) for keyframes in all_keyframes]
    spans = np.concatenate(
        [np.tile(keyframes.spans, keyframes.points.shape[1]) for keyframes in all_keyframes]
    )
    # A zero has no sign here: rows are told apart by their bytes.
    places = rounded(np.concatenate(flat, axis=1), spans) + 0.0
    gaps = np.isnan(places)
    still = ((places == places[0]) | (gaps & gaps[0])).all(axis=0)
    written, end = [], 0
    for keyframes, part in zip(all_keyframes, flat, strict=True):
        start, end = end, end + part.shape[1]
        # Most traces stay where they are, or away, for a whole run: one look is enough.
        rows = places[:1, start:end] if still[start:end].all() else places[:, start:end]
        keys = [row.tobytes() for row in rows]
        distinct = dict(zip(keys, rows, strict=True))
        record: dict[str, Any] = {
            "trace": keyframes.trace,
            "rows": [[] if np.isnan(row).all() else row for row in distinct.values()],
        }
        if 1 < len(distinct) < len(keys):
            number = {key: i for i, key in enumerate(distinct)}
            record["frame"] = [number[key] for key in keys]
        if keyframes.text:
            record["text"] = keyframes.text
        if keyframes.grows:
            record["grows"] = True
        written.append(record)
    return written

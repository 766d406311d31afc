"""What moves on a stage, as plain data for the browser's player."""

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

# One leg of a slide: the point goes straight to (x, y) in this share of the slide's time.
Leg = tuple[float, float, float]


@dataclass(frozen=True)
class Track:
    """Where one trace of a stage is at each of f frames: points (f, m, 2), nan for a gap.

    ``spans`` is how long the axes are: coordinates are sent to a ten-thousandth of that.

    ``text`` holds the m labels as templates over the player's columns. A growing trace has
    one point a frame, and each frame shows those of the frames before it.
    """

    trace: int
    points: np.ndarray
    spans: tuple[float, float]
    text: list[str] = field(default_factory=list)
    grows: bool = False


@dataclass(frozen=True)
class Scene:
    """The moving part of one chart.

    ``fixed`` is set once a run: a trace's x and y, and the layout. ``legs`` has, for each
    frame but the last, the legs on which the trace ``mover`` goes to the next; without legs
    the mover goes from point to point of the fixed trace. Of several scenes of one chart,
    ``variant`` tells which one the reader sees. Of each further pair of axes one trace is to
    ``keep``: Plotly empties axes of which a motion names no trace. A click on
    a ``clickable`` chart's first trace chooses a start, and so does one anywhere on a chart
    with a ``grid``: the nearest place at multiples of its steps.
    """

    chart: str
    mover: int
    tracks: list[Track] = field(default_factory=list)
    legs: list[list[Leg]] | None = None
    variant: str | None = None
    fixed: dict[str, Any] | None = None
    keep: list[int] = field(default_factory=list)
    clickable: bool = False
    grid: list[float] | None = None

    def to_json(self) -> dict[str, Any]:
        said = {name: value for name, value in vars(self).items() if value is not None}
        return said | {"tracks": _tracks_to_json(self.tracks)}


def rounded(values: np.ndarray, span: ArrayLike) -> np.ndarray:
    """Coordinates for drawing only: to a ten-thousandth of an axis that is ``span`` long."""
    scale = 10.0 ** (4 - np.floor(np.log10(span)))
    return np.rint(values * scale) / scale


def _tracks_to_json(tracks: list[Track]) -> list[dict[str, Any]]:
    """The tracks with each distinct row of coordinates, x, y, x, y …, once, and who shows it when.

    A single row is shown by all frames, and without ``frame`` each frame shows its own row.
    The rows of all tracks are made together, as most of the time goes by calls, not numbers.
    """
    if not tracks:
        return []
    flat = [track.points.reshape(len(track.points), -1) for track in tracks]
    spans = np.concatenate([np.tile(track.spans, track.points.shape[1]) for track in tracks])
    places = rounded(np.concatenate(flat, axis=1), spans)
    # A gap is infinite here: unlike nan it is equal to itself.
    places = np.where(np.isnan(places), np.inf, places)
    still, frames = (places == places[0]).all(axis=0), places.tolist()
    written, end = [], 0
    for track, part in zip(tracks, flat, strict=True):
        start, end = end, end + part.shape[1]
        index: dict[tuple[float, ...], int] = {}
        # Most traces stay where they are, or away, for a whole run: one look is enough.
        seen = frames[:1] if still[start:end].all() else frames
        shown = [index.setdefault(tuple(frame[start:end]), len(index)) for frame in seen]
        said: dict[str, Any] = {"trace": track.trace, "rows": [_without_gaps(row) for row in index]}
        if 1 < len(index) < len(shown):
            said["frame"] = shown
        if track.text:
            said["text"] = track.text
        if track.grows:
            said["grows"] = True
        written.append(said)
    return written


def _without_gaps(row: tuple[float, ...]) -> list[float | None]:
    """A row for JSON; empty if it is all gaps, as Plotly lets a marker without a place flash up."""
    if math.inf not in row:
        return list(row)
    values = [None if value == math.inf else value for value in row]
    return values if any(value is not None for value in values) else []

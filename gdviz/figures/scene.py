"""What moves on a stage, as plain data for the browser's player."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

# One leg of a slide: the point goes straight to (x, y) in this share of the slide's time.
Leg = tuple[float, float, float]


@dataclass(frozen=True)
class Track:
    """Where one trace of a stage is at each frame: (f, m) arrays of x and y, nan for a gap.

    ``text`` holds the m labels as templates over the player's columns. A growing trace has
    (f,) arrays instead, and each frame shows the points of the frames before it.
    """

    trace: int
    x: np.ndarray
    y: np.ndarray
    text: list[str] | None = None

    def to_json(self) -> dict[str, Any]:
        track = {"trace": self.trace, "x": _distinct(self.x), "y": _distinct(self.y)}
        return track | ({"text": self.text} if self.text else {})


@dataclass(frozen=True)
class Scene:
    """The moving part of one chart.

    ``fixed`` is set once a run: a trace's x and y, and the layout. ``legs`` has, for each
    frame but the last, the legs on which the trace ``mover`` goes to the next; without legs
    the mover goes from point to point of the fixed trace. Of several scenes of one chart,
    ``variant`` tells which one the reader sees. A click on a ``clickable`` chart's first
    trace chooses a start.
    """

    chart: str
    mover: int
    tracks: list[Track] = field(default_factory=list)
    legs: list[list[Leg]] | None = None
    variant: str | None = None
    fixed: dict[str, Any] | None = None
    clickable: bool = False

    def to_json(self) -> dict[str, Any]:
        said = {name: value for name, value in vars(self).items() if value is not None}
        return said | {"tracks": [track.to_json() for track in self.tracks]}


def rounded(values: np.ndarray, span: float) -> np.ndarray:
    """Numbers for drawing only: to a ten-thousandth of an axis that is ``span`` long."""
    return np.round(values, 3 - int(np.floor(np.log10(span))))


def _distinct(frames: np.ndarray) -> dict[str, list]:
    """The rows of an array; where they repeat, each once, and which of them each frame shows."""
    if frames.ndim == 1:
        return {"grows": _without_nan(frames)}
    # nan is not equal to itself, and so would make every row another.
    _, first, frame = np.unique(
        np.where(np.isnan(frames), np.inf, frames), axis=0, return_index=True, return_inverse=True
    )
    if 2 * len(first) > len(frames):
        return {"rows": _without_nan(frames)}
    return {"rows": _without_nan(frames[first]), "frame": frame.ravel().tolist()}


def _without_nan(values: np.ndarray) -> list:
    """The values for JSON: None for a gap, and nothing at all for a row of gaps.

    Plotly lets a marker without a place flash up in a corner, so one is better left out.
    """
    lists = np.where(np.isnan(values), np.array(None), values).tolist()
    return [[] if isinstance(row, list) and not any(v is not None for v in row) else row for row in lists]

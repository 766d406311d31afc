"""The data behind a loss of a line, and the line of the present weights: descending is fitting."""

from functools import lru_cache
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go

from gdviz.descent import Path
from gdviz.figures import ink as inks
from gdviz.figures import landscape
from gdviz.figures.ink import line, mark
from gdviz.figures.plane import points_of
from gdviz.figures.scene import ALONG, Scene, Track
from gdviz.losses import FormulaLoss
from gdviz.texts import Texts

CHART = "fit"
HEIGHT = 250
MARGIN = 0.3  # how far the chart reaches beyond the data, as a share of its extent
GAPS, LINE, DATA = range(3)


@lru_cache(maxsize=64)
def stage(loss: FormulaLoss, texts: Texts, ink: inks.Ink) -> go.Figure:
    """The points of the data; the line and its distances from them wait, empty, for a scene."""
    x, y = np.array(loss.data).T
    told = {
        GAPS: line(ink.step, 2, dash="dot"),
        LINE: line(ink.point, 4),
        DATA: mark("circle", ink.text, 9, ink.paper) | {"x": x, "y": y, "hoverinfo": "x+y"},
    }
    layout = inks.layout(ink, HEIGHT)
    for axis, values in (("x", x), ("y", y)):
        margin = MARGIN * np.ptp(values)
        layout[f"{axis}axis"] |= {"range": [values.min() - margin, values.max() + margin], "title.text": axis}
    return go.Figure(inks.traces(told), layout)


def scene(loss: FormulaLoss, path: Path, steps: list[int]) -> Scene:
    """The line y = w x + b of each shown step, and the way from each point of the data to it."""
    x, y = np.array(loss.data).T
    w, b = (path.weights[steps, i, None] for i in range(2))
    seen = landscape.view(loss).holds(path.weights[steps])[:, None, None]
    ends = np.array([x.min() - np.ptp(x), x.max() + np.ptp(x)])
    line = points_of(ends, w * ends + b)
    data = np.broadcast_to(np.stack([x, y], axis=1), (len(steps), len(x), 2))
    gaps = np.stack([data, points_of(x, w * x + b), np.full_like(data, np.nan)], axis=2)
    spans = (float(np.ptp(x)), float(np.ptp(y)))
    tracks = [
        Track(LINE, np.where(seen, line, np.nan), spans),
        Track(GAPS, np.where(seen, gaps.reshape(len(steps), -1, 2), np.nan), spans),
    ]
    glides = [ALONG if after == before + 1 else 1.0 for before, after in pairwise(steps)]
    return Scene(CHART, [], tracks, legs=[[] for _ in glides], glides=glides)

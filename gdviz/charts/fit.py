"""The data behind a loss of a line, and the line of the present weights: descending is fitting."""

from functools import lru_cache
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go

from gdviz.charts import landscape
from gdviz.charts import theme as themes
from gdviz.charts.animation import ALONG, Animation, Keyframes
from gdviz.charts.chart import Chart
from gdviz.charts.plane import points_of
from gdviz.charts.theme import line, mark
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss
from gdviz.texts import Texts

ID = "fit"
HEIGHT = 250
MARGIN = 0.3  # how far the chart reaches beyond the data, as a share of its extent
GAPS, LINE, DATA = range(3)


@lru_cache(maxsize=64)
def base_figure(loss: FormulaLoss, texts: Texts, theme: themes.Theme) -> go.Figure:
    """The points of the data; the line and its distances from them wait, empty, for a scene."""
    x, y = np.array(loss.data).T
    traces = {
        GAPS: line(theme.step, 2, dash="dot"),
        LINE: line(theme.point, 4),
        DATA: mark("circle", theme.text, 9, theme.paper) | {"x": x, "y": y, "hoverinfo": "x+y"},
    }
    ranges = {name: _range(values) for name, values in (("x", x), ("y", y))}
    layout = themes.layout(theme, HEIGHT, themes.label_length(*ranges["y"]))
    for name, bounds in ranges.items():
        layout[f"{name}axis"] |= {"range": bounds, "title.text": name}
    return themes.figure(traces, layout)


def _range(values: np.ndarray) -> list[float]:
    margin = MARGIN * _extent(values)
    return [float(values.min()) - margin, float(values.max()) + margin]


def _extent(values: np.ndarray) -> float:
    """From the least to the largest; something where they are all the same."""
    return float(np.ptp(values)) or 1.0


def animation(loss: FormulaLoss, path: Path, steps: list[int], taps: bool = False) -> Animation:
    """The line y = w x + b of each shown step, and the way from each point of the data to it.

    Where it takes ``taps`` a press adds a point, at a hundredth of the chart.
    """
    x, y = np.array(loss.data).T
    w, b = (path.weights[steps, i, None] for i in range(2))
    seen = landscape.view(loss).holds(path.weights[steps])[:, None, None]
    ends = np.array([x.min() - _extent(x), x.max() + _extent(x)])
    line = points_of(ends, w * ends + b)
    data = np.broadcast_to(np.stack([x, y], axis=1), (len(steps), len(x), 2))
    gaps = np.stack([data, points_of(x, w * x + b), np.full_like(data, np.nan)], axis=2)
    spans = (_extent(x), _extent(y))
    all_keyframes = [
        Keyframes(LINE, np.where(seen, line, np.nan), spans),
        Keyframes(GAPS, np.where(seen, gaps.reshape(len(steps), -1, 2), np.nan), spans),
    ]
    glides = [ALONG if after == before + 1 else 1.0 for before, after in pairwise(steps)]
    units = [float(f"{span / 100:.1g}") for span in spans] if taps else None
    return Animation(ID, [], all_keyframes, legs=[[] for _ in glides], glides=glides, taps=units)


CHART = Chart(
    ID,
    lambda settings, texts, theme: base_figure(settings.loss_function, texts, theme),
    lambda settings, texts: texts("chart.fit_alt", n=len(settings.loss_function.data)),
    lambda run: [animation(run.settings.loss_function, run.result[0], run.steps, run.settings.takes_taps)],
    part="cuts",
    needs_data=True,
)

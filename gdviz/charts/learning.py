"""The loss of the examples learned from, and of those held out, by epoch."""

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go

from gdviz.charts import loss_by_step
from gdviz.charts import theme as themes
from gdviz.charts.animation import Animation
from gdviz.charts.chart import Chart
from gdviz.network.training import Training
from gdviz.texts import Texts

ID = "learning"
HEIGHT = 250
SAMPLES = 200  # at most so many points a line


@lru_cache(maxsize=64)
def base_figure(texts: Texts, theme: themes.Theme) -> go.Figure:
    """Empty axes with two lines and their points."""
    lines = [themes.line(theme.curve, 2), themes.line(theme.tangent, 2, dash="dash")]
    points = [
        themes.mark("circle", theme.point, 13, theme.text, 2),
        themes.mark("square", theme.tangent, 10, theme.text, 1),
    ]
    traces = {i: trace | {"hoverinfo": "x+y"} for i, trace in enumerate(lines)}
    traces |= {2 + i: trace for i, trace in enumerate(points)}
    layout = themes.layout(theme, HEIGHT)
    layout["xaxis"] |= {"title.text": texts("network.epoch"), "showgrid": False}
    layout["yaxis"] |= {"hoverformat": ".4~g", "nticks": 4}
    return themes.figure(traces, layout)


def animations(training: Training, texts: Texts) -> list[Animation]:
    """The same losses twice, on a linear and on a logarithmic scale."""
    last = int(training.epochs[-1])
    # The points go from snapshot to snapshot, so each of those is on the line, too.
    drawn = np.union1d(np.linspace(0, last, min(SAMPLES, last + 1)).astype(int), training.epochs)
    losses = [training.losses[drawn], training.held_out[drawn]]
    rests = np.searchsorted(drawn, training.epochs).tolist()
    title = texts("chart.linear_loss")
    return [
        loss_by_step.walks(ID, 2, variant, drawn.tolist(), losses, title, rests=rests)
        for variant in ("linear", "log")
    ]


CHART = Chart(
    ID,
    lambda settings, texts, theme: base_figure(texts, theme),
    lambda settings, texts: texts("network.learning_alt"),
    lambda run: animations(run.result, run.texts),
    caption=lambda settings, texts, figure: texts("network.learning_key"),
    part="curve-by-step",
    beside=True,
    switch=True,
)

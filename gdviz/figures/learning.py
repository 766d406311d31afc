"""The loss of the examples learned from, and of those held out, by epoch."""

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go

from gdviz.figures import ink as inks
from gdviz.figures import loss_by_step
from gdviz.figures.scene import Scene
from gdviz.texts import Texts
from gdviz.training import Training

CHART = "learning"
HEIGHT = 250
SAMPLES = 200  # at most so many points a line


@lru_cache(maxsize=64)
def stage(texts: Texts, ink: inks.Ink) -> go.Figure:
    """Empty axes with two lines and their points."""
    lines = [inks.line(ink.curve, 2), inks.line(ink.tangent, 2, dash="dash")]
    points = [
        inks.mark("circle", ink.point, 13, ink.text, 2),
        inks.mark("square", ink.tangent, 10, ink.text, 1),
    ]
    told = {i: trace | {"hoverinfo": "x+y"} for i, trace in enumerate(lines)}
    told |= {2 + i: trace for i, trace in enumerate(points)}
    layout = inks.layout(ink, HEIGHT)
    layout["xaxis"] |= {"title.text": texts("network.epoch"), "showgrid": False}
    layout["yaxis"] |= {"exponentformat": "power", "hoverformat": ".4~g"}
    return go.Figure(inks.traces(told), layout)


def scenes(training: Training, texts: Texts) -> list[Scene]:
    """The same losses twice, on a linear and on a logarithmic scale."""
    last = int(training.epochs[-1])
    # The points go from snapshot to snapshot, so each of those is on the line, too.
    drawn = np.union1d(np.linspace(0, last, min(SAMPLES, last + 1)).astype(int), training.epochs)
    losses = [training.losses[drawn], training.held_out[drawn]]
    rests = np.searchsorted(drawn, training.epochs).tolist()
    title = texts("chart.linear_loss")
    return [
        loss_by_step.walks(CHART, 2, variant, drawn.tolist(), losses, title, rests=rests)
        for variant in ("linear", "log")
    ]

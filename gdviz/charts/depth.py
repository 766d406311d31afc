"""How large the gradient is in each layer before learning, with each activation."""

from dataclasses import replace
from functools import lru_cache
from itertools import cycle

import numpy as np
import plotly.graph_objects as go

from gdviz.charts import theme as themes
from gdviz.charts.chart import Chart
from gdviz.core.numbers import number
from gdviz.network.network import ACTIVATIONS
from gdviz.network.training import Job
from gdviz.texts import Texts

ID = "depth"
HEIGHT = 250


def sizes(job: Job) -> dict[str, list[float]]:
    """The mean |∂E/∂W| of each layer's weights, at the starting weights of each activation."""
    found = {}
    for activation in ACTIVATIONS:
        other = replace(job, activation=activation)
        layers = other.network.layers(other.network.gradient(other.start))
        found[activation] = [float(np.abs(W).mean()) for W, _ in layers]
    return found


@lru_cache(maxsize=64)
def key(job: Job, texts: Texts) -> str:
    """What the bars are, and how high those of the first and of the last layer are."""
    layers = [f"{name} {number(bars[0], 2)} → {number(bars[-1], 2)}" for name, bars in sizes(job).items()]
    return texts("network.depth_key", n=len(job.sizes) - 1, sizes=" · ".join(layers))


@lru_cache(maxsize=64)
def base_figure(job: Job, texts: Texts, theme: themes.Theme) -> go.Figure:
    """Bars by layer, the first layer first, a group for each activation."""
    bars = [
        go.Bar(
            x=[texts("network.layer", n=i + 1) for i in range(len(values))],
            y=values,
            name=activation,
            marker={"color": marker_style.color, "pattern": {"shape": pattern}},
            hovertemplate="%{y:.3~g}<extra>%{fullData.name}</extra>",
        )
        for (activation, values), marker_style, pattern in zip(
            sizes(job).items(), cycle(themes.MARKER_STYLES), cycle(("", "/", ".")), strict=False
        )
    ]
    layout = themes.layout(theme, HEIGHT, labels=5) | {"showlegend": True, "barmode": "group"}
    layout["legend"] = {
        "orientation": "h",
        "y": 1.02,
        "yanchor": "bottom",
        "x": 0,
        "font": {"color": theme.text},
    }
    layout["margin"] |= {"t": theme.large * 40}
    layout["yaxis"] |= {"type": "log", "dtick": 1, "title.text": "|∂E/∂W|"}
    return themes.BaseFigure(bars, layout)


CHART = Chart(
    ID,
    lambda settings, texts, theme: base_figure(settings.job, texts, theme),
    lambda settings, texts: texts("network.depth_alt"),
    caption=lambda settings, texts, figure: key(settings.job, texts),
    part="curve-by-step",
    below=True,
)

"""How large the gradient is in each layer before learning, with each activation."""

from dataclasses import replace
from functools import lru_cache

import numpy as np
import plotly.graph_objects as go

from gdviz.figures import ink as inks
from gdviz.network import ACTIVATIONS
from gdviz.numbers import number
from gdviz.texts import Texts
from gdviz.training import Job

CHART = "depth"
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
    told = [f"{name} {number(bars[0], 2)} → {number(bars[-1], 2)}" for name, bars in sizes(job).items()]
    return texts("network.depth_key", n=len(job.sizes) - 1, sizes=" · ".join(told))


@lru_cache(maxsize=64)
def stage(job: Job, texts: Texts, ink: inks.Ink) -> go.Figure:
    """Bars by layer, the first layer first, a group for each activation."""
    bars = [
        go.Bar(
            x=[texts("network.layer", n=i + 1) for i in range(len(values))],
            y=values,
            name=activation,
            marker={"color": pen.color, "pattern": {"shape": pattern}},
            hovertemplate="%{y:.3~g}<extra>%{fullData.name}</extra>",
        )
        for (activation, values), pen, pattern in zip(
            sizes(job).items(), inks.PENS, ("", "/", "."), strict=False
        )
    ]
    layout = inks.layout(ink, HEIGHT) | {"showlegend": True, "barmode": "group"}
    layout["legend"] = {"orientation": "h", "y": 1.2, "font": {"color": ink.text}}
    layout["yaxis"] |= {"type": "log", "exponentformat": "power", "dtick": 1, "title.text": "|∂E/∂W|"}
    return go.Figure(bars, layout)

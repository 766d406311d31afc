"""What one gradient costs against the number of weights, logarithmic both ways."""

import math

import plotly.graph_objects as go

from gdviz.charts import theme as themes
from gdviz.charts.chart import Chart
from gdviz.charts.theme import line, mark, words
from gdviz.core.numbers import about
from gdviz.network.gradient_cost import EXAMPLES, LOSSES_A_GRADIENT, TEXTBOOK, Cost, costs
from gdviz.texts import Texts

ID = "cost"
HEIGHT = 430
# The longest unit of time, in seconds, in which a duration is at least 1.
UNITS = ((86400, "days"), (3600, "hours"), (60, "minutes"), (1, "second"), (1e-3, "milliseconds"))


def figure(costs: tuple[Cost, ...], texts: Texts, theme: themes.Theme) -> go.Figure:
    """Both ways, what was not measured dashed, and the textbook's network marked on each."""
    weights = [cost.weights for cost in costs]
    measured = [cost for cost in costs if cost.measured]
    # The dashed line begins where the measured one ends.
    beyond = costs[len(measured) - 1 :]
    marked = next(cost for cost in costs if cost.sizes == TEXTBOOK)
    names = [texts("cost.numerical"), texts("cost.backpropagation")]
    traces = {
        0: line(theme.tangent, 3)
        | {"mode": "lines+markers", "x": weights, "y": [cost.backpropagation for cost in costs]},
        1: line(theme.rose, 3)
        | {"mode": "lines+markers"}
        | {"x": [cost.weights for cost in measured], "y": [cost.numerical for cost in measured]},
        2: line(theme.rose, 3, dash="dash")
        | {"x": [cost.weights for cost in beyond], "y": [cost.numerical for cost in beyond]},
        3: mark("circle", theme.point, 14, theme.text, 2)
        | {"x": [marked.weights] * 2, "y": [marked.numerical, marked.backpropagation]},
        4: words(theme.text, "top left")
        | {"x": [0.85 * marked.weights] * 2, "y": [1.3 * marked.numerical, 1.3 * marked.backpropagation]}
        | {"text": [duration(marked.numerical, texts), duration(marked.backpropagation, texts)]},
        5: words(theme.text, "bottom right")
        | {"x": weights[:1], "y": [costs[0].backpropagation / 2], "text": names[1:]},
        6: words(theme.text, "bottom right")  # under a line that rises
        | {"x": [1.3 * costs[1].weights], "y": [costs[1].numerical], "text": names[:1]},
    }
    layout = themes.layout(theme, HEIGHT, labels=5)
    for axis, title in (("xaxis", texts("cost.weights")), ("yaxis", texts("cost.seconds"))):
        layout[axis] |= {"type": "log", "title.text": title, "exponentformat": "power", "dtick": 1}
    lowest, highest = math.log10(costs[0].backpropagation), math.log10(costs[-1].numerical)
    layout["yaxis"] |= {"range": [lowest - 0.8, highest + 0.5]}
    return themes.figure(traces, layout)


def sentence(costs: tuple[Cost, ...], texts: Texts) -> str:
    """What the chart says of the textbook's network."""
    marked = next(cost for cost in costs if cost.sizes == TEXTBOOK)
    # All else follows from the two times as they are told.
    quick, slow = rounded(marked.backpropagation), rounded(marked.numerical)
    return texts(
        "cost.sentence",
        weights=f"{marked.weights:,}",
        losses=f"{LOSSES_A_GRADIENT * marked.weights:,}",
        examples=EXAMPLES,
        quick=duration(quick, texts),
        slow=duration(slow, texts),
        times=about(slow / quick),
        quick_thousand=duration(1000 * quick, texts),
        slow_thousand=duration(1000 * slow, texts),
    )


def rounded(seconds: float) -> float:
    """A time as it is told, to two digits in its unit."""
    size, _ = _unit(seconds)
    return float(f"{seconds / size:.2g}") * size


def duration(seconds: float, texts: Texts) -> str:
    """A time to two digits in the unit that one would use: 3.1 ms, 2 min."""
    size, unit = _unit(seconds)
    return texts(f"cost.{unit}", n=about(seconds / size))


def _unit(seconds: float) -> tuple[float, str]:
    return next((unit for unit in UNITS if seconds >= unit[0]), UNITS[-1])


CHART = Chart(
    ID,
    lambda settings, texts, theme: figure(costs(), texts, theme),
    lambda settings, texts: texts("cost.alt"),
    caption=lambda settings, texts, figure: texts("cost.key", examples=EXAMPLES),
)

"""The colours of light and dark, safe for the colour-blind (Okabe and Ito 2008), and common layout."""

import math
from dataclasses import dataclass, replace
from typing import Any

import plotly.graph_objects as go

FONT_SIZE = 15
PROJECTED = 1.15  # times as large a chart's words and marks are for the projector
# The room at the left of an axis, in sizes of its labels' font: for each character of the longest label,
# and for the title. It is not measured, as fonts arrive when they will. The player has it from here.
CHARACTER, TITLE = 0.58, 2.8


@dataclass(frozen=True)
class Theme:
    """One theme's colours by what they mark."""

    text: str
    paper: str
    grid: str
    curve: str
    point: str
    trail: str
    tangent: str
    step: str
    fell: str
    rose: str
    minimum: str
    contour: str
    shades: tuple[tuple[int, int, int], tuple[int, int, int]]  # low ground and high, as RGB
    large: float = 1.0  # how many times as large as usual the charts are

    def shade(self, height: float) -> str:
        """The ground's colour at a height from 0 to 1."""
        return f"rgb{blend(*self.shades, height)}"


THEMES = {
    "light": Theme(
        text="#31333f",
        paper="#ffffff",
        grid="#e6e8ee",
        curve="#5f6675",
        point="#e69f00",
        trail="rgba(230, 159, 0, 0.55)",
        tangent="#0072b2",
        step="#a2467c",
        fell="#00785a",
        rose="#c24e00",
        minimum="#31333f",
        contour="#8b95a8",
        shades=((255, 255, 255), (186, 201, 224)),
    ),
    "dark": Theme(
        text="#fafafa",
        paper="#0e1117",
        grid="#2b303b",
        curve="#aeb6c4",
        point="#f0b429",
        trail="rgba(240, 180, 41, 0.5)",
        tangent="#56b4e9",
        step="#e08bbf",
        fell="#3ccf9f",
        rose="#ff8c4a",
        minimum="#fafafa",
        contour="#566178",
        shades=((14, 17, 23), (52, 66, 92)),
    ),
}


@dataclass(frozen=True)
class MarkerStyle:
    """How one of several runs is drawn: its mark on a chart, the same as a character, its colour."""

    symbol: str
    sign: str
    color: str


# The colours of Okabe and Ito that are seen on white and on black, each with a shape of its own.
MARKER_STYLES = (
    MarkerStyle("circle", "●", "#0072b2"),
    MarkerStyle("square", "■", "#d55e00"),
    MarkerStyle("diamond", "◆", "#009e73"),
    MarkerStyle("triangle-up", "▲", "#cc79a7"),
    MarkerStyle("cross", "✚", "#e69f00"),
    MarkerStyle("star", "★", "#56b4e9"),
)


# The two classes of a classification, and of a regression all examples: the first.
CLASSES = (MarkerStyle("circle", "●", "#d55e00"), MarkerStyle("square", "■", "#0072b2"))

RGB = tuple[int, int, int]


def rgb(color: str) -> RGB:
    """#rrggbb as three numbers from 0 to 255."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def blend(one: RGB, other: RGB, share: float) -> RGB:
    """The colour at a share, 0 to 1, of the way from one to the other."""
    red, green, blue = (round(a + share * (b - a)) for a, b in zip(one, other, strict=True))
    return red, green, blue


POWERS = 3  # beyond so many powers of ten Plotly writes them


def label_length(low: float, high: float) -> int:
    """How many characters the longest label of an axis from ``low`` to ``high`` has, at most.

    Plotly labels about ten places, each with the digits that tell it from the next one, and with a
    power of ten where it is large.
    """
    first, last = (math.floor(math.log10(x)) for x in (max(abs(low), abs(high)), (high - low) / 10))
    if abs(first) > POWERS:
        mantissa = 1 + (first > last) * (1 + first - last)
        return (low < 0) + mantissa + len(f"×10{first}")
    return (low < 0) + max(first, 0) + 1 + max(1 - last, 0) * (last < 0)


def layout(theme: Theme, height: int, labels: int = 4) -> dict[str, Any]:
    """The layout that all stages share: calm, fixed axes, and a finger on it scrolls the page.

    ``labels`` is how many characters the longest label of the upright axis has.
    """
    axis = {
        "fixedrange": True,
        "gridcolor": theme.grid,
        "zeroline": False,
        "exponentformat": "power",
        "tickfont": {"color": theme.text, "size": theme.large * FONT_SIZE},
        # Plotly turns labels that had no room once, and later ones as well.
        "tickangle": 0,
        "title": {"font": {"color": theme.text, "size": theme.large * (FONT_SIZE + 1)}, "standoff": 10},
    }
    margins = {"l": FONT_SIZE * (TITLE + CHARACTER * labels), "r": 16, "t": 12, "b": 54}
    return {
        "height": theme.large * height,
        # Margins that Plotly finds by itself depend on all that was drawn before.
        "margin": {side: theme.large * size for side, size in margins.items()} | {"autoexpand": False},
        "paper_bgcolor": theme.paper,
        # The magnified view has its own plot area, which must not hide the one below.
        "plot_bgcolor": "rgba(0, 0, 0, 0)",
        "font": {"color": theme.text, "size": FONT_SIZE},
        "showlegend": False,
        "dragmode": False,
        "xaxis": axis | {"showgrid": True},
        "yaxis": axis,
    }


def line(color: str, width: float, **more: Any) -> dict[str, Any]:
    """A trace of lines that keeps each of its points, as the player moves them one by one."""
    return {"mode": "lines", "line": {"color": color, "width": width, "simplify": False, **more}}


def words(color: str, position: str, size: int = FONT_SIZE) -> dict[str, Any]:
    """A trace of texts, which may reach over the edge of the chart."""
    font = {"color": color, "size": size}
    return {"mode": "text", "textposition": position, "textfont": font, "cliponaxis": False}


def mark(symbol: str, color: str, size: int, edge: str, width: float = 1) -> dict[str, Any]:
    """A trace of marks with an edge of a colour and width."""
    marker = {"symbol": symbol, "color": color, "size": size, "line": {"color": edge, "width": width}}
    return {"mode": "markers", "marker": marker, "cliponaxis": False}


def sized(theme: Theme, is_projected: bool) -> Theme:
    """A theme as large as the page needs it."""
    return replace(theme, large=PROJECTED) if is_projected else theme


class BaseFigure(go.Figure):
    """A figure that many are sent: what it is made of is copied once."""

    def to_dict(self) -> dict[str, Any]:
        if "_copied" not in self.__dict__:
            self._copied: dict[str, Any] = super().to_dict()
        return self._copied


def figure(drawn: dict[int, dict[str, Any]], layout: dict[str, Any]) -> BaseFigure:
    """A base figure of traces by their numbers."""
    return BaseFigure(traces(drawn), layout)


def traces(drawn: dict[int, dict[str, Any]]) -> list[go.Scatter]:
    """The traces in their order, empty and silent but for what is drawn of them, and one that shows nothing.

    Plotly lets marks reach over the edge of a chart only if a trace that may do so had any when its axes
    were drawn: without the last one that would depend on which of the others were empty then.
    """
    quiet = {"x": [], "y": [], "hoverinfo": "skip"}
    nothing = {"x": [None], "y": [None], "mode": "markers", "marker": {"opacity": 0}, "cliponaxis": False}
    return [go.Scatter(**(quiet | trace)) for trace in (*(drawn[i] for i in range(len(drawn))), nothing)]


CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}

"""The colours of light and dark, safe for the colour-blind (Okabe and Ito 2008), and common layout."""

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

FONT_SIZE = 15


@dataclass(frozen=True)
class Ink:
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


INKS = {
    "light": Ink(
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
    "dark": Ink(
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
class Pen:
    """How one of several runs is drawn: its mark on a chart, the same as a character, its colour."""

    symbol: str
    sign: str
    color: str


# The colours of Okabe and Ito that are seen on white and on black, each with a shape of its own.
PENS = (
    Pen("circle", "●", "#0072b2"),
    Pen("square", "■", "#d55e00"),
    Pen("diamond", "◆", "#009e73"),
    Pen("triangle-up", "▲", "#cc79a7"),
    Pen("cross", "✚", "#e69f00"),
    Pen("star", "★", "#56b4e9"),
)


# The two classes of a classification, and of a regression all examples: the first.
CLASSES = (Pen("circle", "●", "#d55e00"), Pen("square", "■", "#0072b2"))

RGB = tuple[int, int, int]


def rgb(color: str) -> RGB:
    """#rrggbb as three numbers from 0 to 255."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def blend(one: RGB, other: RGB, share: float) -> RGB:
    """The colour at a share, 0 to 1, of the way from one to the other."""
    red, green, blue = (round(a + share * (b - a)) for a, b in zip(one, other, strict=True))
    return red, green, blue


def layout(ink: Ink, height: int) -> dict[str, Any]:
    """The layout that all stages share: calm, fixed axes, and a finger on it scrolls the page."""
    axis = {
        "fixedrange": True,
        "gridcolor": ink.grid,
        "zeroline": False,
        "tickfont": {"color": ink.text, "size": ink.large * FONT_SIZE},
        "automargin": True,
        "title": {"font": {"color": ink.text, "size": ink.large * (FONT_SIZE + 1)}, "standoff": 6},
    }
    return {
        "height": ink.large * height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 12},
        "paper_bgcolor": ink.paper,
        # The magnified view has its own plot area, which must not hide the one below.
        "plot_bgcolor": "rgba(0, 0, 0, 0)",
        "font": {"color": ink.text, "size": FONT_SIZE},
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


def traces(told: dict[int, dict[str, Any]]) -> list[go.Scatter]:
    """The traces in their order: empty and silent, but for what is told of them."""
    quiet = {"x": [], "y": [], "hoverinfo": "skip"}
    return [go.Scatter(**(quiet | told[i])) for i in range(len(told))]


CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}

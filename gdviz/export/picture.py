"""A chart as a picture for the preview of a link: its curve or landscape, and where the point begins."""

import io
import re
from collections.abc import Iterable
from typing import Any

import numpy as np
import plotly.graph_objects as go
from PIL import Image, ImageDraw

SIZE = (1200, 630)  # pixels, as messengers show it
FINER = 2  # drawn so many times as large, for smooth edges
MARGIN = 40
PLACE = re.compile(r"(-?[\d.e-]+),(-?[\d.e-]+)")


def picture(figure: go.Figure, scene: dict[str, Any], is_asked: bool = False) -> bytes:
    """The first pair of axes as a PNG, with what ``scene``, of a run's message, has on it at its beginning.

    What gives the next step away, where it is asked for, is not on it.
    """
    layout = figure.layout
    canvas = Image.new("RGB", (FINER * SIZE[0], FINER * SIZE[1]), layout.paper_bgcolor)
    draw = ImageDraw.Draw(canvas)
    to_pixels = _scale(layout)
    for shape in layout.shapes:
        for ring in shape.path.split("M")[1:]:
            ways = to_pixels([(float(x), float(y)) for x, y in PLACE.findall(ring)])
            if len(ways) > 2:
                draw.polygon(ways, fill=shape.fillcolor, outline=shape.line.color)
    hidden = scene.get("answers", []) if is_asked else []
    for i, (trace, places) in enumerate(zip(figure.data, at_the_beginning(figure, scene), strict=True)):
        if trace.xaxis in (None, "x") and trace.opacity != 0 and i not in hidden:
            _draw(draw, trace, places, to_pixels)
    file = io.BytesIO()
    canvas.resize(SIZE, Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()


def _scale(layout: go.Layout) -> Any:
    """From places on the axes to pixels; both on one scale where the figure has it so."""
    (left, right), (bottom, top) = layout.xaxis.range, layout.yaxis.range
    width, height = (FINER * (length - 2 * MARGIN) for length in SIZE)
    across, up = width / (right - left), height / (top - bottom)
    if layout.yaxis.scaleanchor:
        across = up = min(across, up)
    middle = FINER * SIZE[0] / 2, FINER * SIZE[1] / 2

    def to_pixels(places: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        return [
            (middle[0] + across * (x - (left + right) / 2), middle[1] - up * (y - (bottom + top) / 2))
            for x, y in places
        ]

    return to_pixels


def at_the_beginning(figure: go.Figure, scene: dict[str, Any]) -> list[np.ndarray]:
    """Where each trace is at the scene's beginning, (m, 2), with nan for a gap."""
    moving = {track["trace"]: track["rows"][0] for track in scene["tracks"] if not track.get("grows")}
    return [
        np.array(flat, dtype=float).reshape(-1, 2) if (flat := moving.get(i)) else _places(trace)
        for i, trace in enumerate(figure.data)
    ]


def _places(trace: Any) -> np.ndarray:
    return np.array([trace.x, trace.y], dtype=float).T if trace.x is not None else np.empty((0, 2))


def _draw(draw: ImageDraw.ImageDraw, trace: Any, places: np.ndarray, to_pixels: Any) -> None:
    """A trace at its places, (m, 2), with nan for a gap."""
    there = np.isfinite(places).all(axis=1)
    if "lines" in (trace.mode or "") and trace.line.color and not trace.line.dash:
        for part in np.split(places, np.flatnonzero(~there)):
            ways = to_pixels(part[np.isfinite(part).all(axis=1)].tolist())
            if len(ways) > 1:
                draw.line(
                    ways, fill=trace.line.color, width=round(2 * FINER * trace.line.width), joint="curve"
                )
    if "markers" in (trace.mode or "") and isinstance(trace.marker.size, int | float):
        radius = FINER * trace.marker.size
        for x, y in to_pixels(places[there].tolist()):
            box = (x - radius, y - radius, x + radius, y + radius)
            draw.ellipse(box, fill=trace.marker.color, outline=trace.marker.line.color, width=3 * FINER)

"""The page's first chart in the HTML that a browser gets first: it is seen while the rest is on its way."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import orjson
from markupsafe import Markup

from gdviz.charts.html import templates
from gdviz.charts.theme import THEMES, sized
from gdviz.export.picture import at_the_beginning
from gdviz.lessons import view_of
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from gdviz.web import tasks


class Trace(NamedTuple):
    """A trace as it is drawn: its line on 1000 × 1000, its marks in hundredths, its colours in each theme, of
    itself and of its marks' edges.
    """

    colours: list[tuple[str, str]]
    way: str
    width: float
    marks: list[tuple[float, float]]
    size: float
    edge: float


@lru_cache(256)
def first_picture(settings: Settings) -> str:
    """The lines and marks of the first chart where the run begins, in HTML; nothing of a chart that takes
    long, is not of lines alone, or is opened at a later step, which may be seen from further off.
    """
    chart = next((chart for chart in view_of(settings).charts(settings) if chart.is_on(settings)), None)
    takes_long = tasks.draws_in_worker(settings) or tasks.is_in_worker(settings)
    if takes_long or not chart or chart.has_levels or chart.in_space:
        return ""
    play = orjson.loads(tasks.shown(settings).play)
    scene = next((scene for scene in play["scenes"] if scene["chart"] == chart.id), None)
    if scene is None or play["start"]:
        return ""
    texts = load_texts(settings.lang)
    drawn = [chart.figure(settings, texts, sized(theme, settings.presents)) for theme in THEMES.values()]
    margin = drawn[0].layout.margin
    return str(
        _template().render(
            chart=chart.id,
            look=settings.look,
            inset=" ".join(f"{side}px" for side in (margin.t, margin.r, margin.b, margin.l)),
            papers=[figure.layout.paper_bgcolor for figure in drawn],
            traces=_traces(drawn, scene, scene.get("answers", []) if settings.predicts else []),
            script=_script(),
        )
    )


def _traces(drawn: list[Any], scene: dict[str, Any], hidden: list[int]) -> list[Trace]:
    """What is seen of a chart at the scene's beginning; it was drawn in each theme."""
    [figure, *_] = drawn
    (left, right), (bottom, top) = figure.layout.xaxis.range, figure.layout.yaxis.range
    found = []
    for i, (trace, places) in enumerate(zip(figure.data, at_the_beginning(figure, scene), strict=True)):
        if i in hidden or trace.xaxis not in (None, "x") or trace.opacity == 0 or trace.line.dash:
            continue
        shares = (places - (left, top)) / (right - left, bottom - top)
        way = _way(1000 * shares) if "lines" in (trace.mode or "") else ""
        # Marks of other shapes come with the chart.
        is_round = trace.marker.symbol in (None, "circle") and isinstance(trace.marker.size, int | float)
        has_marks = "markers" in (trace.mode or "") and is_round
        marks = [(x, y) for x, y in 100 * shares if has_marks and np.isfinite([x, y]).all()]
        if way or marks:
            same = [one.data[i] for one in drawn]
            colours = [(one.line.color or one.marker.color, one.marker.line.color) for one in same]
            edge = trace.marker.line.width or 0
            found.append(Trace(colours, way, trace.line.width, marks, trace.marker.size, edge))
    return found


def _way(places: np.ndarray) -> str:
    """A line through places, (m, 2), with nan for a gap, as SVG has it."""
    found, is_on = [], False
    for x, y in places:
        if is_there := bool(np.isfinite([x, y]).all()):
            found.append(f"{'L' if is_on else 'M'}{x:.1f} {y:.1f}")
        is_on = is_there
    return "".join(found)


@cache
def _template() -> Any:
    return templates("gdviz.web").get_template("first_picture.html.j2")


@cache
def _script() -> Markup:
    return Markup((Path(__file__).parent / "first_picture.js").read_text("utf-8"))

"""What a page shows, worked out in the server or, where it may take long, in the worker."""

from collections.abc import Generator
from threading import Lock
from typing import Any, NamedTuple

import orjson
import plotly.io
from cachetools import LRUCache, cached
from plotly.graph_objects import Figure

from gdviz.charts.theme import THEMES, Theme
from gdviz.export.animation import offline_file
from gdviz.lessons import view_of
from gdviz.lessons.lesson import figures
from gdviz.link.settings import Settings
from gdviz.network.trainings import at_once
from gdviz.player.messages import encoded
from gdviz.texts import load_texts
from gdviz.web.slices import Result
from gdviz.web.worker import Line

CACHE = 32e6  # bytes of shown runs that are kept; beside the server as many of paths, and of trainings

# The lines in which tasks wait, see gdviz/web/worker.py: what takes one slice, and what takes many.
LINES = {"short": Line(4, 4), "runs": Line(1, 4), "trainings": Line(1, 4)}


class Shown(NamedTuple):
    """What a page shows of a run: its summary, in HTML, and the player's message as JSON."""

    summary: str
    play: bytes


class Drawing(NamedTuple):
    """What a page shows whatever runs on it: its figures by their charts' ids, and its formulas in LaTeX."""

    figures: dict[str, Figure]
    formulas: str


def _size_of(shown: Shown) -> int:
    return len(shown.summary) + len(shown.play)


def _shown(settings: Settings, result: Any) -> Shown:
    message = view_of(settings).message(settings, result, load_texts(settings.lang))
    return Shown(message.summary, encoded(message.play))


# By size, as a run of 10,000 steps takes 0.7 MB here, and one of 30 steps 0.02. A slider has 141
# rates, and a class may be on several pages.
@cached(LRUCache(CACHE, getsizeof=_size_of), lock=Lock())
def shown(settings: Settings) -> Shown:
    """Work out what a page shows; what many ask for, as a class does, is worked out once."""
    return _shown(settings, at_once(view_of(settings).result(settings)))


def drawing(settings: Settings, theme: Theme) -> Drawing:
    """The figures and the formulas of a page."""
    found = figures(settings, load_texts(settings.lang), theme)
    return Drawing(found, view_of(settings).formulas(settings))


def is_in_worker(settings: Settings) -> bool:
    """Whether a page's run is worked out in the worker."""
    return view_of(settings).line(settings) is not None


def draws_in_worker(settings: Settings) -> bool:
    """The same of its figures and formulas."""
    return view_of(settings).draws_in_worker(settings)


def line_of(settings: Settings) -> str:
    """In which of LINES a page's run, and what is made of it, waits."""
    return view_of(settings).line(settings) or "short"


def download(settings: Settings, kind: str, theme: Theme) -> bytes:
    """The file of one of a view's downloads. KeyError for one that it has not."""
    view, texts = view_of(settings), load_texts(settings.lang)
    made = {file.kind: file for file in view.downloads}[kind]
    result = at_once(view.result(settings))
    if made.make:
        return made.make(settings, result, texts)
    run, beside = _shown(settings, result), [chart.id for chart in view.charts(settings) if chart.beside]
    drawn = figures(settings, texts, theme)
    asked = settings.q, bool(settings.mission)
    file = offline_file(view.loss(settings), drawn, run.play, run.summary, *asked, texts, theme, beside)
    return file.encode()


# --- In the worker: in slices, and as plain data -------------------------------------------


def prepare() -> None:
    """Load what is loaded only when it is needed first, so that no student waits for it."""
    settings, _ = Settings.from_query({"formula": "W^2 + 4"})
    shown(settings)
    at_once(drawing_task(settings, THEMES["light"]))


def shown_task(settings: Settings) -> Generator[float, None, Result]:
    """What a page shows of a run."""
    result = yield from view_of(settings).result(settings)
    run = _shown(settings, result)
    return run.summary.encode(), run.play


def drawing_task(settings: Settings, theme: Theme) -> Generator[float, None, Result]:
    """A Drawing: the formulas, then each figure's name and its JSON."""
    if view_of(settings).draws_result(settings):
        yield from view_of(settings).result(settings)
    made = drawing(settings, theme)
    parts = [(name.encode(), plotly.io.to_json(figure).encode()) for name, figure in made.figures.items()]
    return made.formulas.encode(), *(part for pair in parts for part in pair)


def drawn(result: Result) -> Drawing:
    """The Drawing that was made plain data."""
    formulas, *parts = result
    # Each figure was found valid where it was made, which takes longer than all the rest.
    made = {
        name.decode(): Figure(orjson.loads(figure), _validate=False)
        for name, figure in zip(parts[::2], parts[1::2], strict=True)
    }
    return Drawing(made, formulas.decode())


def download_task(settings: Settings, kind: str, theme: Theme) -> Generator[float, None, Result]:
    """The file of one of a view's downloads."""
    yield from view_of(settings).result(settings)
    return (download(settings, kind, theme),)


def size_task(settings: Settings, kind: str, theme: Theme) -> Generator[float, None, Result]:
    """How many bytes that file has."""
    yield from view_of(settings).result(settings)
    return (str(len(download(settings, kind, theme))).encode(),)

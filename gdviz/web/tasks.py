"""What a page shows, worked out in the server or, where it may take long, in the worker."""

import os
import zlib
from collections.abc import Generator
from threading import Lock
from typing import Any, NamedTuple
from urllib.parse import urlencode

import brotli
import orjson
import plotly.io
from cachetools import LRUCache, cached
from plotly.graph_objects import Figure

from gdviz.charts.sentences import preview
from gdviz.charts.theme import THEMES, Theme
from gdviz.export import light_page
from gdviz.export.picture import picture
from gdviz.lessons import view_of
from gdviz.lessons.lesson import figures
from gdviz.link.bounds import LANGUAGES
from gdviz.link.settings import Settings
from gdviz.link.short import short_query
from gdviz.network.trainings import at_once
from gdviz.player.messages import encoded
from gdviz.texts import load_texts
from gdviz.web.html import parts
from gdviz.web.slices import Result
from gdviz.web.worker import Line

CACHE = 16e6  # bytes of shown runs that are kept beside those of paths and of trainings

PACKED = 7  # of 11: how hard brotli tries, where somebody waits for it
QUICK = 1  # of 9: the same of zlib; a third of the bytes in a quarter of a millisecond

# The lines in which tasks wait, see gdviz/web/worker.py: what takes one slice, and what takes many.
LINES = {"short": Line(4, 4), "runs": Line(1, 4), "trainings": Line(1, 4)}


class Shown(NamedTuple):
    """What a page shows of a run: its summary, in HTML, and the player's message, compressed JSON."""

    summary: str
    packed: bytes

    @property
    def play(self) -> bytes:
        """The player's message as JSON."""
        return zlib.decompress(self.packed)


class Drawing(NamedTuple):
    """What a page shows whatever runs on it: its figures by their charts' ids, and its formulas in LaTeX."""

    figures: dict[str, Figure]
    formulas: str


def _size_of(shown: Shown) -> int:
    return len(shown.summary) + len(shown.packed)


def _shown(settings: Settings, result: Any) -> Shown:
    message = view_of(settings).message(settings, result, load_texts(settings.lang))
    return Shown(message.summary, zlib.compress(encoded(message.play), QUICK))


def worked_out(settings: Settings) -> Shown:
    """What a page shows, worked out anew."""
    return _shown(settings, at_once(view_of(settings).result(settings)))


@cached(LRUCache(CACHE, getsizeof=_size_of), lock=Lock())
def shown(settings: Settings) -> Shown:
    """Work out what a page shows; what many ask for, as a class does, is worked out once."""
    return worked_out(settings)


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


def download(settings: Settings, kind: str) -> bytes:
    """The file of one of a view's downloads. KeyError for one that it has not."""
    view, texts = view_of(settings), load_texts(settings.lang)
    made = {file.kind: file for file in view.downloads}[kind]
    result = at_once(view.result(settings))
    if made.make:
        return made.make(settings, result, texts)
    return _light_page(flat(settings), result).encode()


def flat(settings: Settings) -> Settings:
    """The settings as a light page shows them: what is seen in space is seen there from above."""
    in_space = any(chart.in_space for chart in view_of(settings).charts(settings))
    return settings.changed("view", settings.views[0])[0] if in_space else settings


def head(settings: Settings) -> str:
    """What a messenger shows of a link, in HTML for a page's head: its title, its sentence, and its picture
    where GDVIZ_ADDRESS says by which address the server is known.
    """
    texts, known = load_texts(settings.lang), os.environ.get("GDVIZ_ADDRESS", "").rstrip("/")
    picture = f"{known}/lesson/picture.png?{urlencode(short_query(settings))}" if known else ""
    return str(parts().preview(texts("page.tab"), preview(settings, texts), picture))


def _light_page(settings: Settings, result: Any, served: bool = False) -> str:
    """The light page of a result of such settings."""
    view, texts = view_of(settings), load_texts(settings.lang)
    charts = view.charts(settings)
    is_made_there = not served and view.explores(settings)
    exploring = view.exploring(settings, texts) if is_made_there else {}
    lesson = light_page.Lesson(
        view.loss(settings),
        {name: figures(settings, texts, theme) for name, theme in THEMES.items()},
        beside=[chart.id for chart in charts if chart.beside],
        below=[chart.id for chart in charts if chart.below],
        question=settings.q,
        hidden=settings.hide,
        served=served,
        languages=[(lang, load_texts(lang)("page.name")) for lang in LANGUAGES],
        choices=[
            choice for choice in view.choices(settings, texts) if served or (exploring and not choice.anew)
        ],
        head=head(settings) if served else "",
    )
    run = _shown(settings, result)
    return light_page.light_page(
        lesson, light_page.light_run(run.play, run.summary, served, exploring), texts
    )


# --- In the worker: in slices, and as plain data -------------------------------------------


def prepare() -> Result:
    """Load what is loaded only when it is needed first, so that no student waits for it."""
    settings, _ = Settings.from_query({"formula": "W^2 + 4"})
    shown(settings)
    at_once(drawing_task(settings, THEMES["light"]))
    return ()


def shown_task(settings: Settings) -> Generator[float, None, Result]:
    """What a page shows of a run."""
    result = yield from view_of(settings).result(settings)
    run = _shown(settings, result)
    return run.summary.encode(), run.packed


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


def download_task(settings: Settings, kind: str) -> Generator[float, None, Result]:
    """The file of one of a view's downloads."""
    yield from view_of(settings).result(settings)
    return (download(settings, kind),)


def size_task(settings: Settings, kind: str) -> Generator[float, None, Result]:
    """How many bytes that file has."""
    yield from view_of(settings).result(settings)
    return (str(len(download(settings, kind))).encode(),)


def light_page_task(settings: Settings) -> Generator[float, None, Result]:
    """The light page that a class's server sends, compressed."""
    result = yield from view_of(settings).result(settings)
    yield 1.0
    return _packed(_light_page(settings, result, served=True))


def picture_task(settings: Settings) -> Generator[float, None, Result]:
    """The picture of a link's preview, of the first chart that has something on it that moves."""
    result = yield from view_of(settings).result(settings)
    drawn = figures(settings, load_texts(settings.lang), THEMES["light"])
    scenes = {scene["chart"]: scene for scene in orjson.loads(_shown(settings, result).play)["scenes"]}
    name = next((name for name in drawn if name in scenes), None)
    made = picture(drawn[name], scenes[name], settings.predicts) if name else b""
    return (made,)


def light_run_task(settings: Settings) -> Generator[float, None, Result]:
    """The run alone, for a light page that is there; compressed."""
    result = yield from view_of(settings).result(settings)
    run = _shown(settings, result)
    return _packed(light_page.light_run(run.play, run.summary, served=True))


def _packed(text: str) -> Result:
    return (brotli.compress(text.encode(), quality=PACKED),)


def health_task(when: int) -> Result:
    """Nothing, to see whether the worker is there."""
    return (str(when).encode(),)

"""What a lesson is: it declares what it has, and the page, the worker and the exports ask it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from markupsafe import Markup

from gdviz.charts.chart import Chart
from gdviz.charts.html import rendered
from gdviz.charts.theme import Theme
from gdviz.core.loss import FormulaLoss
from gdviz.export.light_page import Choice
from gdviz.link.schema import SCHEMAS, Schema
from gdviz.link.settings import Settings
from gdviz.texts import Texts


class Message(NamedTuple):
    """What a page shows of a run: its summary, in HTML, and what the player is sent."""

    summary: str
    play: dict[str, Any]


@dataclass(frozen=True)
class Download:
    """A file that can be taken home: its kind, how its name ends, and what it holds.

    ``make`` gets the settings, the result and the reader's texts. The file that plays offline is
    made of the page's charts and message, so it has no ``make`` of its own.
    """

    kind: str
    ending: str
    make: Callable[[Settings, Any, Texts], bytes] | None = None


def verdict(sentence: str, scale: Markup | str = "", of_end: bool = False) -> str:
    """A summary: what was found, and the scale of thresholds, if there is one.

    What is said ``of_end`` of a run is there when that was seen.
    """
    return str(rendered("verdict.html.j2", sentence=sentence, scale=scale, of_end=of_end))


OFFLINE = Download("html", ".html")
# The encoding of a table: a spreadsheet takes a file for UTF-8 by the mark at its beginning.
SPREADSHEET = "utf-8-sig"


class View(ABC):
    """One way in which a lesson is seen, with all that there is on the page then."""

    downloads: tuple[Download, ...] = (OFFLINE,)
    # Whether the result is something learned, so that it takes a while and tells how far it is.
    learns: bool = False
    # Whether all that a class changes can be changed on its light page.
    is_light: bool = False

    @abstractmethod
    def charts(self, settings: Settings) -> Sequence[Chart]:
        """The charts, in the order of the page."""

    @abstractmethod
    def result(self, settings: Settings) -> Generator[float, None, Any]:
        """What the settings lead to, worked out in slices; yields the share that is done."""

    @abstractmethod
    def message(self, settings: Settings, result: Any, texts: Texts) -> Message:
        """What the page shows of a result."""

    def line(self, settings: Settings) -> str | None:
        """The line of the worker in which the result waits; None if it is worked out where it is shown."""
        return None

    def draws_in_worker(self, settings: Settings) -> bool:
        """Whether figures and formulas are made in the worker, too, as making them may take long."""
        return False

    def draws_result(self, settings: Settings) -> bool:
        """Whether a figure is made of the result."""
        return False

    def formulas(self, settings: Settings) -> str:
        """The formulas of the page, in LaTeX, if there are any."""
        return ""

    def choices(self, settings: Settings, texts: Texts) -> Sequence[Choice]:
        """What a reader may choose on its light page, beside the rate and the start."""
        return ()

    def explores(self, settings: Settings) -> bool:
        """Whether a light page makes other runs where no server is."""
        return False

    def exploring(self, settings: Settings, texts: Texts) -> dict[str, Any]:
        """What it needs for that."""
        return {}

    def loss(self, settings: Settings) -> FormulaLoss | None:
        """What is descended, if that has a formula."""
        return None

    def as_drawn(self, settings: Settings) -> Settings:
        """The same settings without what changes nothing of the figures, to make them once for all."""
        return settings


class Lesson(Schema, ABC):
    """A lesson: the fields of its links, and its views."""

    # The keys of the texts that name what the lesson is about, and of those that name its subjects.
    subject_label: ClassVar[str] = "page.loss"
    subject_names: ClassVar[str] = "losses.{}.name"
    # The parts of the page that stand on the right, along with charts.
    beside: ClassVar[tuple[str, ...]] = ("formulas", "worked", "table")

    @abstractmethod
    def view(self, settings: Settings) -> View:
        """The view that the settings ask for."""

    @property
    def choices(self) -> Sequence[str]:
        """The ids that a reader may choose what the lesson is about from."""
        return tuple(self.subjects)


LESSONS: dict[str, Lesson] = {}


def register(lesson: Lesson) -> Lesson:
    """Add a lesson to those that a link, the page and the exports know."""
    LESSONS[lesson.id] = lesson
    SCHEMAS.add(lesson)
    return lesson


def forget(lesson: str) -> None:
    """Take a lesson away again."""
    del LESSONS[lesson]
    SCHEMAS.remove(lesson)


def view_of(settings: Settings) -> View:
    """What the page of these settings shows."""
    return LESSONS[settings.lesson].view(settings)


def figures(settings: Settings, texts: Texts, theme: Theme) -> dict[str, Any]:
    """The figures of the charts that are on a page, by the charts' ids."""
    charts = view_of(settings).charts(settings)
    return {chart.id: chart.figure(settings, texts, theme) for chart in charts if chart.is_on(settings)}

"""A chart as one record: what is drawn once, what moves on it, what it is called and what is said of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plotly.graph_objects import Figure

from gdviz.charts.animation import Animation
from gdviz.charts.theme import CONFIG, Theme
from gdviz.link.bounds import HIDEABLE
from gdviz.link.settings import Settings
from gdviz.texts import Texts


class Run(NamedTuple):
    """What is drawn: the settings, what they led to, the steps shown, and the reader's texts.

    The ``result`` is a list of paths, several of a race, or the training of a network.
    """

    settings: Settings
    result: Any
    steps: list[int]
    texts: Texts


def _nothing_moves(run: Run) -> list[Animation]:
    return []


def _no_columns(run: Run) -> dict[str, dict[int, str]]:
    return {}


@dataclass(frozen=True)
class Chart:
    """One chart of a page.

    ``figure`` is what stays while runs play, and ``animations`` what moves on it: of several, the
    reader sees one at a time, chosen by a switch; their words take numbers from the ``columns``, each the
    texts by step, besides those of the run. ``alt`` says in words what is drawn, and
    ``caption`` what the marks on the figure mean, if that needs words. ``part``, one of
    HIDEABLE, is the part of the page that hides it, if one does, and ``beside`` whether it stands
    on the right, ``below`` whether under all else; one that ``needs_data`` is drawn of losses that have
    some. One that ``has_levels`` has contour lines, whose spacing the reader chooses where there are
    two weights. One ``in_space`` has three axes.
    """

    id: str
    figure: Callable[[Settings, Texts, Theme], Figure]
    alt: Callable[[Settings, Texts], str]
    animations: Callable[[Run], list[Animation]] = _nothing_moves
    columns: Callable[[Run], dict[str, dict[int, str]]] = _no_columns
    caption: Callable[[Settings, Texts, Figure], str] | None = None
    part: str = ""
    beside: bool = False
    below: bool = False
    switch: bool = False
    needs_data: bool = False
    has_levels: bool = False
    in_space: bool = False
    config: dict[str, Any] = field(default_factory=lambda: CONFIG)

    def __post_init__(self) -> None:
        if self.part and self.part not in HIDEABLE:
            raise ValueError(
                f"the part {self.part} of the chart {self.id} is not in HIDEABLE, link/bounds.py"
            )

    def is_on(self, settings: Settings) -> bool:
        """Whether a page shows it."""
        return not self.part or settings.shows(self.part)

"""What the link of a lesson holds: each lesson declares it, and Settings reads and writes by it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from gdviz.link.settings import Settings

# What makes a state a lesson for a class; every lesson has these fields.
CLASSROOM = ("predict", "regime", "mission", "hide", "q", "look")

# What a mission leaves free in any case: it changes nothing of a run, or leads out of the mission.
SEEN = ("step", "every", "view", "levels", "weight", "example", "lang", "stop", *CLASSROOM)
LEAVES = ("lesson", "mission")


class Schema:
    """The fields of a lesson's links.

    ``fields`` are read and written in this order. ``subject`` is the field that says what the lesson
    is about, and ``subjects`` its ids: a link that names one of them need not name the lesson.
    ``views`` are the ways in which the lesson may be seen, the first one if the link does not say.
    ``defaults`` and ``resets`` differ from those of the fields for some lessons.
    """

    id: str
    fields: tuple[str, ...]
    subject: str = "loss"
    views: tuple[str, ...] = ("",)
    # What a reader may type instead of a loss, and where it is drawn, if anything may be typed.
    typed: tuple[str, tuple[tuple[float, float], ...]] | None = None
    defaults: ClassVar[Mapping[str, Callable[[Settings], object]]] = {}
    resets: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    # The view that shows what a field chooses, so that choosing it leads there.
    view_of_field: ClassVar[Mapping[str, str]] = {}

    @property
    def subjects(self) -> Collection[str]:
        raise NotImplementedError

    def shown(self, settings: Settings) -> list[int]:
        """The steps that the page shows, rising; what a step is, the lesson says."""
        raise NotImplementedError


class Schemas(Mapping[str, Schema]):
    """The schemas of all lessons by their ids.

    A link knows no lesson by name: whoever first asks for one has the lessons add themselves. Numbers
    that nobody makes a link of need none of them.
    """

    def __init__(self) -> None:
        self._added: dict[str, Schema] = {}

    def add(self, schema: Schema) -> None:
        self._added[schema.id] = schema

    def remove(self, lesson: str) -> None:
        del self._added[lesson]

    def __getitem__(self, lesson: str) -> Schema:
        return self._all[lesson]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @property
    def _all(self) -> dict[str, Schema]:
        importlib.import_module("gdviz.lessons")
        return self._added


SCHEMAS = Schemas()


def lesson_of(query: Mapping[str, str]) -> str:
    """The lesson that a link is about: by its loss or its data, if it does not say; else the first one."""
    named = (s.id for s in SCHEMAS.values() if query.get(s.subject) in s.subjects)
    return query.get("lesson", next(named, next(iter(SCHEMAS))))

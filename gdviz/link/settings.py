"""The state of the page, as a link writes it.

A field that a link leaves out, or writes wrongly, gets its default; what was wrong comes back as
notices, and the rest of the link counts. It is one class of short properties, and as long as others ask
it for what follows from its fields.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from gdviz.classroom.missions import MISSIONS
from gdviz.classroom.prediction import asks
from gdviz.core.custom_losses import custom_loss
from gdviz.core.descent import MAX_STEPS
from gdviz.core.fit import Pairs, fit_loss, standardized
from gdviz.core.loss import FormulaLoss
from gdviz.core.losses import CUSTOM, LOSSES, is_custom
from gdviz.core.optimizers import Rule
from gdviz.link.bounds import EVERY, MAX_CUSTOM_STEPS, MAX_FRAMES, PRESENTED, PRESENTED_OF_A_RACE, STANDARD
from gdviz.link.fields import FIELDS
from gdviz.link.pairs import FEWEST, MOST
from gdviz.link.readers import fitting_every
from gdviz.link.reading import Notice, RefusedError
from gdviz.link.schema import CLASSROOM, LEAVES, SCHEMAS, SEEN, Schema, lesson_of
from gdviz.link.story import STOPS
from gdviz.link.versions import VERSIONS
from gdviz.network.training import Job


@dataclass(frozen=True)
class Settings:
    """Everything that a link says. Raises ValueError for what no link can say.

    ``opt`` is the update rule's id, ``const`` its further constants, ``eta`` the learning rate and
    ``schedule`` those before it, each with the step up to which it holds; ``race`` has the runners
    of a race, if there is one, which then take the place of the one rule; ``view`` is how the loss
    is seen, where there is a choice, and ``levels`` how far apart its contour lines are; ``w`` is the
    start, ``steps`` how many steps are computed, ``every`` how many of them one frame stands for,
    ``step`` the step shown. A typed loss has the id CUSTOM, its ``formula`` and the ``domain`` it
    is drawn on. ``pairs`` are a reader's own data, for the loss of a line and for a network that learns
    a curve; their ``scaling`` says whether they are standardised.

    The lesson about a network has no loss and start, but the ``data`` it learns, how many
    ``points`` and with how much ``noise``; its hidden ``layers`` and their activation ``act``;
    the ``seed`` of all that is random; how many ``epochs`` it learns and in batches of how many
    examples, 0 for all at once; the ``weight`` or two that are looked at, by their places in the
    flat vector, and the ``example`` that is followed through it.

    A lesson for a class may have students ``predict`` each step, and the ``regime`` of the rate first, set a
    ``mission``, ``hide`` controls, ask the teacher's question ``q``, and have a ``look`` for the projector.
    """

    lesson: str = "one"
    loss: str = "bowl"
    domain: tuple[tuple[float, float], ...] = ()
    formula: str = ""
    pairs: tuple[tuple[float, float], ...] = ()
    scaling: str = "raw"
    opt: str = "gd"
    const: tuple[float, ...] = ()
    # The newcomer's first sight is a rate of 0.1, not the article's 0.001: the first step
    # is then 1 wide, can be checked in the head (0.1 × 10 = 1, 5 − 1 = 4) and seen from
    # the back row, and thirty of them arrive. The article's own step is the first preset.
    eta: float = 0.1
    race: tuple[Rule, ...] = ()
    view: str = ""
    levels: str = "auto"
    w: tuple[float, ...] = (5.0,)
    steps: int = 30
    every: int = 1
    step: int = 0
    schedule: tuple[tuple[int, float], ...] = ()
    data: str = "line"
    points: int = 200
    noise: float = 0.1
    layers: tuple[int, ...] = ()
    act: str = "tanh"
    seed: int = 1
    epochs: int = 100
    batch: int = 0
    weight: tuple[int, ...] = (0,)
    example: int = 0
    predict: str = "off"
    regime: str = "ask"
    mission: str = ""
    stop: str = ""
    hide: tuple[str, ...] = ()
    q: str = ""
    look: str = "page"
    lang: str = "en"

    def __post_init__(self) -> None:
        query = self.to_query()
        read, notices = _read(query, self._of_this)
        if notices or any(getattr(read, name) != getattr(self, name) for name in self.schema.fields):
            raise ValueError(f"settings that contradict themselves: {query}")

    @property
    def schema(self) -> Schema:
        """What the links of this lesson hold."""
        return SCHEMAS[self.lesson]

    @property
    def loss_function(self) -> FormulaLoss:
        """The loss that ``loss`` names, or that was typed."""
        if self.pairs:
            return fit_loss(self.fitted)
        return custom_loss(self.formula, self.domain) if is_custom(self.loss) else LOSSES[self.loss]

    @property
    def takes_taps(self) -> bool:
        """Whether a press on the chart of own data adds a pair."""
        is_free = self.shows("loss") and self.may_change("pairs")
        return is_free and FEWEST <= len(self.pairs) < MOST and self.scaling != STANDARD

    @property
    def fitted(self) -> Pairs:
        """The reader's own pairs, standardised if that was chosen."""
        return standardized(self.pairs) if self.scaling == STANDARD else self.pairs

    @property
    def predicts(self) -> bool:
        """Whether a student has to say first where a step will lead."""
        return asks(self.predict)

    @property
    def is_told(self) -> bool:
        """Whether the stop of the story says its sentence: it holds of that stop's run, a teacher's question
        takes its place, and it would answer what a student has to predict.
        """
        return bool(self.stop) and not self.q and not self.predicts and self._is_at_its_stop

    @property
    def _is_at_its_stop(self) -> bool:
        """Whether nothing is otherwise that leads out of the story where it is changed."""
        of_stop, now = _state_of(self.stop), self.to_query()
        return of_stop["lesson"] == self.lesson and all(
            now.get(name) == of_stop.get(name)
            for name in self.schema.fields
            if "stop" in self.schema.resets.get(name, FIELDS[name].resets)
        )

    @property
    def presents(self) -> bool:
        """Whether the page is one for the projector."""
        return self.look != Settings.look

    @property
    def views(self) -> tuple[str, ...]:
        """How this lesson may be seen. A step in space cannot be pointed at, so it is not predicted there."""
        return self.schema.views[:1] if self.predicts else self.schema.views

    @property
    def fitting_every(self) -> tuple[int, ...]:
        """The steps a frame may stand for, so that there are at most MAX_FRAMES; a predicted step is one."""
        return EVERY[:1] if self.predicts else fitting_every(self.steps)

    @property
    def most_steps(self) -> int:
        if self.predicts:
            return MAX_FRAMES
        return MAX_CUSTOM_STEPS if is_custom(self.loss) else MAX_STEPS

    def has(self, field: str) -> bool:
        """Whether this lesson has a field."""
        return field in self.schema.fields

    def shows(self, part: str) -> bool:
        """Whether a part of the page, one of HIDEABLE, is shown."""
        if part in self.hide or not self.presents:
            return part not in self.hide
        presented = PRESENTED_OF_A_RACE if self.race else PRESENTED
        told = ("presets", *STOPS[self.stop].names) if self.is_told else ()
        return part in (*presented, *told)

    def may_change(self, field: str) -> bool:
        """Whether a reader may change a field: in a mission only what it is about."""
        return not self.mission or field in (*MISSIONS[self.mission].free, *SEEN, *LEAVES)

    @property
    def is_lesson(self) -> bool:
        """Whether a teacher has made this for a class."""
        return any(getattr(self, field) != getattr(Settings, field) for field in CLASSROOM)

    @property
    def free(self) -> "Settings":
        """The same state without what a teacher has made of it."""
        query = {name: raw for name, raw in self.to_query().items() if name not in CLASSROOM}
        return Settings.from_query(query)[0]

    @property
    def shown(self) -> list[int]:
        """The steps that the page shows; of a network, epochs, or the steps of a calculation."""
        return self.schema.shown(self)

    @property
    def last(self) -> int:
        """The last step; of a network, the last epoch."""
        return self.shown[-1]

    @property
    def rule(self) -> Rule:
        """The update rule with its numbers."""
        return Rule(self.opt, self.eta, self.const)

    @property
    def job(self) -> Job:
        """What the network of these settings has to learn, and how."""
        return Job(
            self.data,
            self.points,
            self.noise,
            self.layers,
            self.act,
            self.seed,
            self.rule,
            self.epochs,
            self.batch,
            self.fitted if self.pairs else (),
        )

    @classmethod
    def from_query(cls, query: Mapping[str, str], lang: str = "en") -> tuple["Settings", list[Notice]]:
        """Read a link's fields; ``lang`` is the language where the link names none."""
        query = {**VERSIONS.get(query.get("v", ""), {}), **query}
        query = {**({"loss": CUSTOM} if "formula" in query else {}), **query}
        mission = MISSIONS.get(query.get("mission", ""))
        subjects = {schema.subject for schema in SCHEMAS.values()}
        stop = STOPS.get(query.get("stop", ""))
        named = mission.start if mission else stop.query if stop else {}
        # A link that names a mission, or a stop, and no loss of its own begins where that does.
        start = {} if subjects & query.keys() else named
        if query.get("lesson", lesson_of(start)) == lesson_of(start):
            query = {**start, **query}
        query = {"lesson": lesson_of(query), **query}
        return _read(query, lambda field, known: _default(field, known) if field != "lang" else lang)

    @classmethod
    def of_address(cls, query: Mapping[str, str], lang: str = "en") -> tuple["Settings", list[Notice]]:
        """What the page's address asks for: one that says nothing of a run, the first stop of the story."""
        is_bare = query.keys() <= {"lang", "look"}
        return cls.from_query({"stop": next(iter(STOPS)), **query} if is_bare else query, lang)

    def to_query(self) -> dict[str, str]:
        """All fields as a link writes them; one that has nothing to say is left out."""
        if self.lesson not in SCHEMAS:
            raise ValueError(f"no lesson {self.lesson!r}")
        written = {name: FIELDS[name].write(getattr(self, name)) for name in self.schema.fields}
        return {name: text for name, text in written.items() if text}

    def changed(self, field: str, text: str) -> tuple["Settings", list[Notice]]:
        """These settings with one field set anew; if it cannot be, they stay as they were.

        What depends on the field starts afresh: another loss brings its own start and rate.
        """
        resets = self.schema.resets.get(field, FIELDS[field].resets)
        query = {name: raw for name, raw in self.to_query().items() if name not in resets}
        settings, notices = _read(
            {**query, field: text},
            lambda name, known: getattr(self, name) if name == field else _default(name, known),
        )
        wrong = {notice.field for notice in notices}
        refused = field in wrong and getattr(settings, field) == getattr(self, field)
        # What a reader has typed is not lost to a domain on which it has no value.
        lost = "formula" in wrong
        return (self if refused or lost else settings), notices

    def _of_this(self, name: str, known: "Settings") -> object:
        return getattr(self, name)


@cache
def _state_of(stop: str) -> dict[str, str]:
    """All fields of a stop of the story, as a link writes them."""
    return Settings.from_query({"stop": stop})[0].to_query()


def _default(name: str, known: Settings) -> object:
    return known.schema.defaults.get(name, FIELDS[name].default)(known)


class _Reading(Settings):
    """Settings while they are read, field by field: each reader sees what came before."""

    def __post_init__(self) -> None:
        pass


def _read(
    query: Mapping[str, str], fallback: Callable[[str, Settings], object]
) -> tuple[Settings, list[Notice]]:
    known, notices = _Reading(), []

    def take(name: str, value: object) -> None:
        known.__dict__[name] = value

    def read(name: str) -> None:
        if name not in query:
            take(name, fallback(name, known))
            return
        try:
            take(name, FIELDS[name].read(query[name].strip(), known))
        except RefusedError as refused:
            take(name, fallback(name, known) if refused.used is None else refused.used)
            used = FIELDS[name].write(getattr(known, name)) or "–"
            notices.append(Notice(name, query[name], used, refused.low, refused.high, refused.error))

    read("lesson")  # it comes first in each, and says which the others are
    for name in known.schema.fields[1:]:
        read(name)
    # What was read field by field holds together; it need not be read again.
    settings = object.__new__(Settings)
    settings.__dict__.update(known.__dict__)
    return settings, notices

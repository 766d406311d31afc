"""The state of the page, as a link writes it, and the presets.

One table of fields drives both directions. A field that a link leaves out, or says wrongly,
gets its default; what was wrong comes back as notices, and the rest of the link counts.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

from gdviz.chain import stages
from gdviz.datasets import DATASETS
from gdviz.descent import MAX_STEPS
from gdviz.formula import FormulaError
from gdviz.losses import LESSONS, LOSSES, OWN, TYPED, FormulaLoss, own_loss
from gdviz.missions import MISSIONS
from gdviz.network import ACTIVATIONS, size_of
from gdviz.numbers import plain
from gdviz.optimizers import OPTIMIZERS, Rule, constants
from gdviz.training import Job, snapshots

MIN_ETA, MAX_ETA = 1e-6, 10.0
EVERY = (1, 10, 100)
MAX_FRAMES = 100
MAX_OWN_STEPS = 1000  # of a typed loss, whose steps may be slow
MAX_QUESTION = 200
MAX_PLACE = 1000  # how far out a typed loss may be drawn
MIN_WIDTH = 0.01  # how narrow
MAX_RUNNERS = 6
MAX_LAYERS, MAX_NEURONS = 3, 16  # hidden ones
MAX_POINTS = 500
MIN_BATCH = 10
MAX_EPOCHS = 5000
MAX_SEED = 9999
# How a lesson may be seen, where there is more than one way.
VIEWS = {"one": ("",), "two": ("above", "surface"), "network": ("learn", "weight", "chain", "cost")}
LANGUAGES = ("en", "ja")
# Whether a student has to say first where a step will lead, and whether that may be skipped.
PREDICT = ("off", "on", "skip")
LOOKS = ("page", "present")
# What a teacher may hide from a class; the player is always there.
HIDEABLE = (
    "lesson", "loss", "race", "lang", "presets", "predict", "eta", "verdict", "w", "steps", "opt", "view",
    "network", "cuts", "formulas", "worked", "curve-by-step", "table", "downloads", "link",
)  # fmt: skip
# Which of them a chart is, if any.
CHARTS = {
    **dict.fromkeys(("cuts", "fit"), "cuts"),
    **dict.fromkeys(("loss_by_step", "learning", "depth", "pair"), "curve-by-step"),
}
# What makes a state a lesson for a class.
CLASSROOM = ("predict", "mission", "hide", "q", "look")


@dataclass(frozen=True)
class Notice:
    """A value that was not accepted: its field, what it said, what is used instead.

    ``low`` and ``high`` are the bounds the value broke, where it has bounds; ``error`` is what
    is wrong with a formula.
    """

    field: str
    said: str
    used: str
    low: float | None = None
    high: float | None = None
    error: FormulaError | None = None


@dataclass(frozen=True)
class Settings:
    """Everything that a link says.

    ``opt`` is the update rule's id, ``const`` its further constants, ``eta`` the learning
    rate; ``race`` has the runners of a race, if there is one, which then take the place of the
    one rule; ``view`` is how the loss is seen, where there is a choice; ``w`` is the start,
    ``steps`` how many steps are computed, ``every`` how many of them one frame stands for,
    ``step`` the step shown. A typed loss has the id OWN, its ``formula`` and the ``domain`` it is
    drawn on.

    The lesson about a network has no loss and start, but the ``data`` it learns, how many
    ``points`` and with how much ``noise``; its hidden ``layers`` and their activation ``act``;
    the ``seed`` of all that is random; how many ``epochs`` it learns and in batches of how many
    examples, 0 for all at once; the ``weight`` or two that are looked at, by their places in the
    flat vector, and the ``example`` that is followed through it.

    A lesson for a class may have students ``predict`` each step, set a ``mission``, ``hide``
    controls, ask the teacher's question ``q``, and have a ``look`` for the projector.
    """

    lesson: str = "one"
    loss: str = "bowl"
    domain: tuple[tuple[float, float], ...] = ()
    formula: str = ""
    opt: str = "gd"
    const: tuple[float, ...] = ()
    # The newcomer's first sight is a rate of 0.1, not the article's 0.001: the first step
    # is then 1 wide, can be checked in the head (0.1 × 10 = 1, 5 − 1 = 4) and seen from
    # the back row, and thirty of them arrive. The article's own step is the first preset.
    eta: float = 0.1
    race: tuple[Rule, ...] = ()
    view: str = ""
    w: tuple[float, ...] = (5.0,)
    steps: int = 30
    every: int = 1
    step: int = 0
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
    predict: str = PREDICT[0]
    mission: str = ""
    hide: tuple[str, ...] = ()
    q: str = ""
    look: str = LOOKS[0]
    lang: str = "en"

    @property
    def record(self) -> FormulaLoss:
        """The loss that ``loss`` names, or that was typed."""
        return own_loss(self.formula, self.domain) if self.loss == OWN else LOSSES[self.loss]

    @property
    def views(self) -> tuple[str, ...]:
        """How this lesson may be seen. A step in space cannot be pointed at, so it is not predicted there."""
        return VIEWS[self.lesson][:1] if self.predict != "off" else VIEWS[self.lesson]

    @property
    def fitting_every(self) -> tuple[int, ...]:
        """The steps a frame may stand for, so that there are at most MAX_FRAMES; a predicted step is one."""
        return fitting_every(self.steps) if self.predict == "off" else EVERY[:1]

    @property
    def most_steps(self) -> int:
        if self.predict != "off":
            return MAX_FRAMES
        return MAX_OWN_STEPS if self.loss == OWN else MAX_STEPS

    def shows(self, part: str) -> bool:
        """Whether a part of the page, one of HIDEABLE, is shown."""
        return self.look == "page" and part not in self.hide

    def draws(self, chart: str) -> bool:
        """Whether a chart is on the page."""
        return chart not in CHARTS or self.shows(CHARTS[chart])

    @property
    def is_lesson(self) -> bool:
        """Whether a teacher has made this for a class."""
        return any(getattr(self, field) != getattr(Settings, field) for field in CLASSROOM)

    @property
    def free(self) -> "Settings":
        """The same state without what a teacher has made of it."""
        query = {name: said for name, said in self.to_query().items() if name not in CLASSROOM}
        return Settings.from_query(query)[0]

    @property
    def shown(self) -> list[int]:
        """The steps that the page shows; of a network, epochs, or the steps of a calculation."""
        if self.lesson != "network":
            return shown_steps(self.steps, self.every)
        return list(range(len(stages(self.job.sizes)))) if self.view == "chain" else snapshots(self.epochs)

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
        )

    @classmethod
    def from_query(cls, query: Mapping[str, str], lang: str = "en") -> tuple["Settings", list[Notice]]:
        """Read a link's fields; ``lang`` is the language where the link names none."""
        query = {**({"loss": OWN} if "formula" in query else {}), **query}
        mission = MISSIONS.get(query.get("mission", ""))
        # A link that names a mission and no loss of its own begins where the mission does.
        start = mission.start if mission and not {"loss", "data"} & query.keys() else {}
        if query.get("lesson", lesson_of(start)) == lesson_of(start):
            query = {**start, **query}
        query = {"lesson": lesson_of(query), **query}
        return _read(query, lambda field, known: _DEFAULTS[field](replace(known, lang=lang)))

    def to_query(self) -> dict[str, str]:
        """All fields as a link writes them; one that has nothing to say is left out."""
        said = {name: _WRITERS.get(name, str)(getattr(self, name)) for name in _FIELDS[self.lesson]}
        return {name: text for name, text in said.items() if text}

    def changed(self, field: str, text: str) -> tuple["Settings", list[Notice]]:
        """These settings with one field said anew; if it cannot be, they stay as they were.

        What depends on the field starts afresh: another loss brings its own start and rate.
        """
        resets = _RESETS.get(f"{self.lesson}.{field}", _RESETS.get(field, ()))
        query = {name: said for name, said in self.to_query().items() if name not in resets}
        settings, notices = _read(
            {**query, field: text},
            lambda name, known: getattr(self, name) if name == field else _DEFAULTS[name](known),
        )
        wrong = {notice.field for notice in notices}
        refused = field in wrong and getattr(settings, field) == getattr(self, field)
        # What a reader has typed is not lost to a domain on which it has no value.
        lost = "formula" in wrong
        return (self if refused or lost else settings), notices


class _RefusedError(ValueError):
    """A value that cannot be: the bounds it broke, and what to use instead if not the default."""

    def __init__(
        self,
        low: float | None = None,
        high: float | None = None,
        used: Any = None,
        error: FormulaError | None = None,
    ):
        super().__init__()
        self.low, self.high, self.used, self.error = low, high, used, error


def race_text(rules: Iterable[Rule]) -> str:
    """Runners as a link writes them: gd:0.95,momentum:0.1."""
    return ",".join(f"{rule.id}:{plain(rule.learning_rate)}" for rule in rules)


def shown_steps(steps: int, every: int) -> list[int]:
    """The steps that the page shows: every so many, and the last."""
    return [*range(0, steps, every), steps]


def fitting_every(steps: int) -> tuple[int, ...]:
    """The steps a frame may stand for, so that there are at most MAX_FRAMES of them."""
    return tuple(every for every in EVERY if math.ceil(steps / every) <= MAX_FRAMES)


def _number(text: str, low: float, high: float) -> float:
    try:
        value = float(text)
    except ValueError:
        raise _RefusedError(low, high) from None
    if not low <= value <= high:
        raise _RefusedError(low, high)
    return value


def _whole(text: str, low: int, high: int) -> int:
    value = _number(text, low, high)
    if value != int(value):
        raise _RefusedError(low, high)
    return int(value)


def _bounded(text: str, low: int, high: int) -> int:
    """A whole number; one that is too large is brought down to the bound."""
    if _number(text, -math.inf, math.inf) > high:
        raise _RefusedError(low, high, used=high)
    return _whole(text, low, high)


def _one_of(text: str, choices: Mapping | tuple) -> str:
    if text not in choices:
        raise _RefusedError()
    return text


def _read_start(text: str, known: Settings) -> tuple[float, ...]:
    domain, parts = known.record.domain, text.split(",")
    if len(parts) != len(domain):
        raise _RefusedError(*domain[0])
    start = tuple(_number(part, *bounds) for part, bounds in zip(parts, domain, strict=True))
    loss, point = known.record, np.array(start)
    if not (math.isfinite(loss.value(point)) and np.isfinite(loss.gradient(point)).all()):
        raise _RefusedError()
    return start


def _read_domain(text: str, known: Settings) -> tuple[tuple[float, float], ...]:
    numbers = [_number(part, -MAX_PLACE, MAX_PLACE) for part in text.split(",")]
    domain = tuple(pairwise(numbers))[::2]
    wanted = len(TYPED[known.lesson][1]) if known.loss == OWN else 0
    if len(numbers) != 2 * wanted or any(high - low < MIN_WIDTH for low, high in domain):
        raise _RefusedError()
    return domain


def _read_formula(text: str, known: Settings) -> str:
    if known.loss != OWN:
        raise _RefusedError()
    try:
        own_loss(text, known.domain)
    except FormulaError as error:
        raise _RefusedError(error=error) from None
    return text


def _read_steps(text: str, known: Settings) -> int:
    steps = _whole(text, 1, MAX_STEPS)
    if steps > known.most_steps:
        raise _RefusedError(1, known.most_steps, used=known.most_steps)
    return steps


def _read_predict(text: str, known: Settings) -> str:
    if known.race and text != "off":
        raise _RefusedError()
    return _one_of(text, PREDICT)


def _read_mission(text: str, known: Settings) -> str:
    fitting = [name for name, mission in MISSIONS.items() if lesson_of(mission.start) == known.lesson]
    return _one_of(text, ("", *fitting))


def _read_hide(text: str, known: Settings) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in text.split(","))) if text else ()
    hidden = tuple(name for name in names if name in HIDEABLE)
    if hidden != names:
        raise _RefusedError(used=hidden)
    return hidden


def _read_question(text: str, known: Settings) -> str:
    line = re.sub(r"\s+", " ", "".join(c if c.isprintable() else " " for c in text)).strip()
    if len(line) > MAX_QUESTION:
        raise _RefusedError(used=line[:MAX_QUESTION].rstrip())
    return line


def _read_constants(text: str, known: Settings) -> tuple[float, ...]:
    wanted, parts = constants(known.opt), text.split(",") if text else []
    if len(parts) != len(wanted):
        raise _RefusedError()
    return tuple(_number(part, c.low, c.high) for part, c in zip(parts, wanted, strict=True))


def _read_layers(text: str, known: Settings) -> tuple[int, ...]:
    if text == "0":  # none
        return ()
    sizes = tuple(_whole(size, 1, 10**6) for size in text.split(","))
    bounded = tuple(min(size, MAX_NEURONS) for size in sizes[:MAX_LAYERS])
    if bounded != sizes:
        raise _RefusedError(used=bounded)
    return sizes


def _read_batch(text: str, known: Settings) -> int:
    batch = _bounded(text, 0, known.points)
    # A batch of very few would make a long training of many thousand updates an epoch.
    if 0 < batch < MIN_BATCH:
        raise _RefusedError(MIN_BATCH, known.points, used=MIN_BATCH)
    return batch


def _read_weight(text: str, known: Settings) -> tuple[int, ...]:
    chosen = tuple(_whole(index, 0, size_of(known.job.sizes) - 1) for index in text.split(","))
    if len(chosen) > 2 or len(set(chosen)) < len(chosen):
        raise _RefusedError()
    return chosen


def _read_race(text: str, known: Settings) -> tuple[Rule, ...]:
    runners = [runner.strip().split(":") for runner in text.split(",")] if text else []
    if len(runners) > MAX_RUNNERS or any(len(runner) != 2 for runner in runners):
        raise _RefusedError()
    return tuple(Rule(_one_of(rule, OPTIMIZERS), _number(eta, MIN_ETA, MAX_ETA)) for rule, eta in runners)


def _read_every(text: str, known: Settings) -> int:
    every = _whole(text, EVERY[0], EVERY[-1])
    if every not in known.fitting_every:
        raise _RefusedError()
    return every


def _read_step(text: str, known: Settings) -> int:
    step = _whole(text, 0, known.last)
    if step not in known.shown:
        raise _RefusedError(0, known.last)
    return step


# One entry a field, in the order in which they are read: each reader sees what came before.
_READERS: dict[str, Callable[[str, Settings], Any]] = {
    "lesson": lambda text, known: _one_of(text, _FIELDS),
    "loss": lambda text, known: _one_of(text, (*LESSONS[known.lesson], OWN)),
    "domain": _read_domain,
    "formula": _read_formula,
    "opt": lambda text, known: _one_of(text, OPTIMIZERS),
    "const": _read_constants,
    "eta": lambda text, known: _number(text, MIN_ETA, MAX_ETA),
    "race": _read_race,
    "predict": _read_predict,
    "view": lambda text, known: _one_of(text, known.views),
    "w": _read_start,
    "steps": _read_steps,
    "every": _read_every,
    "data": lambda text, known: _one_of(text, DATASETS),
    "points": lambda text, known: _bounded(text, 10, MAX_POINTS),
    "noise": lambda text, known: _number(text, 0, 1),
    "layers": _read_layers,
    "act": lambda text, known: _one_of(text, ACTIVATIONS),
    "seed": lambda text, known: _whole(text, 0, MAX_SEED),
    "epochs": lambda text, known: _bounded(text, 1, MAX_EPOCHS),
    "batch": _read_batch,
    "weight": _read_weight,
    "example": lambda text, known: _bounded(text, 0, known.points - 1),
    "step": _read_step,
    "mission": _read_mission,
    "hide": _read_hide,
    "q": _read_question,
    "look": lambda text, known: _one_of(text, LOOKS),
    "lang": lambda text, known: _one_of(text, LANGUAGES),
}
_RULE = ("opt", "const", "eta")
_CLASS = ("mission", "hide", "q", "look", "lang")
_LOSS = ("loss", "domain", "formula")
_WEIGHTS = ("lesson", *_LOSS, *_RULE, "race", "predict", "view", "w", "steps", "every", "step", *_CLASS)
_NETWORK = ("data", "points", "noise", "layers", "act", "seed", *_RULE, "epochs", "batch")
# The fields of each lesson, in the order in which they are read and written.
_FIELDS: dict[str, tuple[str, ...]] = {
    "one": _WEIGHTS,
    "two": _WEIGHTS,
    "network": ("lesson", "view", *_NETWORK, "weight", "example", "step", *_CLASS),
}
_DEFAULTS: dict[str, Callable[[Settings], Any]] = {
    "lesson": lambda known: Settings.lesson,
    "loss": lambda known: next(iter(LESSONS[known.lesson])),
    "domain": lambda known: TYPED[known.lesson][1] if known.loss == OWN else (),
    "formula": lambda known: TYPED[known.lesson][0] if known.loss == OWN else "",
    "opt": lambda known: Settings.opt,
    "const": lambda known: tuple(constant.default for constant in constants(known.opt)),
    "eta": lambda known: 0.5 if known.lesson == "network" else known.record.learning_rate,
    "race": lambda known: (),
    "predict": lambda known: Settings.predict,
    "view": lambda known: VIEWS[known.lesson][0],
    "w": lambda known: tuple(map(float, known.record.start)),
    "steps": lambda known: Settings.steps,
    "every": lambda known: known.fitting_every[0],
    "data": lambda known: Settings.data,
    "points": lambda known: Settings.points,
    "noise": lambda known: 0.1 if DATASETS[known.data].task == "regression" else 0.05,
    "layers": lambda known: () if known.data == "line" else (4,),
    "act": lambda known: Settings.act,
    "seed": lambda known: Settings.seed,
    "epochs": lambda known: 100 if known.data == "line" else 500,
    "batch": lambda known: Settings.batch,
    "weight": lambda known: Settings.weight,
    "example": lambda known: Settings.example,
    "step": lambda known: Settings.step,
    "mission": lambda known: Settings.mission,
    "hide": lambda known: Settings.hide,
    "q": lambda known: Settings.q,
    "look": lambda known: Settings.look,
    "lang": lambda known: known.lang,
}
_WRITERS: dict[str, Callable[[Any], str]] = {
    "domain": lambda domain: ",".join(plain(bound) for bounds in domain for bound in bounds),
    "hide": ",".join,
    "const": lambda numbers: ",".join(map(plain, numbers)),
    "eta": plain,
    "race": race_text,
    "w": lambda start: ",".join(map(plain, start)),
    "noise": plain,
    "layers": lambda sizes: ",".join(map(str, sizes)) or "0",
    "weight": lambda chosen: ",".join(map(str, chosen)),
}
# A change of the run starts it from its first step.
_RESETS = {
    "lesson": (*_LOSS, "eta", "race", "view", "w", "steps", "every", "step", "mission"),
    "loss": ("domain", "formula", "eta", "w", "steps", "every", "step"),
    "domain": ("step",),
    "formula": ("step",),
    "predict": ("view", "every", "step"),
    "opt": ("const", "step"),
    "const": ("step",),
    "eta": ("step",),
    "race": ("predict", "step"),
    "w": ("step",),
    "data": ("noise", "layers", "epochs", "weight", "example", "step"),
    "points": ("batch", "example", "step"),
    "layers": ("weight", "step"),
    **dict.fromkeys(("noise", "act", "seed", "epochs", "batch"), ("step",)),
    # Another view has other steps: those of a calculation, not of a training.
    "network.view": ("step",),
    "example": ("step",),
    "steps": ("every", "step"),
    "every": ("step",),
}


def _read(
    query: Mapping[str, str], fallback: Callable[[str, Settings], Any]
) -> tuple[Settings, list[Notice]]:
    known, notices = Settings(), []

    def read(name: str) -> None:
        nonlocal known
        if name not in query:
            known = replace(known, **{name: fallback(name, known)})
            return
        try:
            known = replace(known, **{name: _READERS[name](query[name].strip(), known)})
        except _RefusedError as refused:
            value = fallback(name, known) if refused.used is None else refused.used
            known = replace(known, **{name: value})
            used = known.to_query().get(name, "–")
            notices.append(Notice(name, query[name], used, refused.low, refused.high, refused.error))

    read("lesson")  # it comes first in each, and says which the others are
    for name in _FIELDS[known.lesson][1:]:
        read(name)
    return known, notices


def lesson_of(query: Mapping[str, str]) -> str:
    """The lesson that a link is about, by its loss or data if it does not say."""
    named = [lesson for lesson, losses in LESSONS.items() if query.get("loss") in losses]
    named += ["network"] if query.get("data") in DATASETS else []
    return query.get("lesson", next(iter(named), Settings.lesson))


def presets_of(lesson: str) -> list[str]:
    """The presets that belong to a lesson."""
    return [name for name, preset in PRESETS.items() if lesson_of(preset) == lesson]


LESSON_IDS = tuple(_FIELDS)

PRESETS: dict[str, dict[str, str]] = {
    "article": {"loss": "bowl", "eta": "0.001", "w": "5", "steps": "1"},
    "glide": {"loss": "bowl", "eta": "0.1", "w": "5", "steps": "30"},
    "jump": {"loss": "bowl", "eta": "0.5", "w": "5", "steps": "3"},
    "zigzag": {"loss": "bowl", "eta": "0.9", "w": "5", "steps": "30"},
    "bounce": {"loss": "bowl", "eta": "1", "w": "5", "steps": "10"},
    "explode": {"loss": "bowl", "eta": "1.1", "w": "5", "steps": "12"},
    "valley": {"loss": "double-well", "eta": "0.05", "w": "3.5", "steps": "30"},
    "plateau": {"loss": "plateau", "eta": "0.1", "w": "5", "steps": "30"},
    "cliff": {"loss": "cliff", "eta": "0.5", "w": "5", "steps": "30"},
    "rates": {"loss": "bowl", "race": "gd:0.01,gd:0.1,gd:0.9,gd:1.05", "w": "5", "steps": "30"},
    "chapter4": {"loss": "round", "eta": "0.1", "w": "-3,4", "steps": "20"},
    "canyon": {"loss": "valley", "eta": "0.95", "w": "-7,2", "steps": "30"},
    "pass": {"loss": "saddle", "eta": "0.1", "w": "2,0.001", "steps": "60"},
    "curved": {"loss": "rosenbrock", "eta": "0.001", "w": "-1.5,2", "steps": "1000", "every": "10"},
    "four": {"loss": "himmelblau", "eta": "0.01", "w": "-0.5,0.25", "steps": "30"},
    "fit": {"loss": "line-fit", "eta": "0.1", "w": "-0.5,3", "steps": "40"},
    "chapter6": {
        "loss": "valley",
        "race": "gd:0.95,momentum:0.1,adagrad:1.5,adam:0.3",
        "w": "-7,2",
        "steps": "30",
    },
    "off-the-saddle": {
        "loss": "saddle",
        "race": "gd:0.1,momentum:0.1,nesterov:0.1,adagrad:0.1,rmsprop:0.1,adam:0.1",
        "w": "2,0.001",
        "steps": "100",
    },
    "along-the-valley": {
        "loss": "rosenbrock",
        "race": "gd:0.001,momentum:0.0005,nesterov:0.0005,adagrad:0.5,rmsprop:0.01,adam:0.2",
        "w": "-1.5,2",
        "steps": "1000",
        "every": "10",
    },
    "neuron": {"lesson": "network", "data": "line", "layers": "0", "eta": "0.1", "epochs": "60"},
    "xor-one": {"lesson": "network", "data": "xor", "layers": "0", "eta": "0.5", "epochs": "300"},
    "xor-four": {"lesson": "network", "data": "xor", "layers": "4", "eta": "0.5", "epochs": "1000"},
    "circles": {"lesson": "network", "data": "circles", "layers": "6", "eta": "0.5", "epochs": "1000"},
    "spiral": {
        "lesson": "network",
        "data": "spiral",
        "layers": "12,12",
        "opt": "adam",
        "eta": "0.02",
        "epochs": "1000",
    },
    "too-large": {"lesson": "network", "data": "sine", "layers": "8", "eta": "1.5", "epochs": "200"},
    "vanishing": {
        "lesson": "network",
        "data": "circles",
        "layers": "8,8,8",
        "act": "sigmoid",
        "eta": "0.5",
        "epochs": "1000",
    },
}

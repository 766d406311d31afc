"""How each field of a link is read: its text, and the settings read so far, to its value.

Readers raise RefusedError for what cannot be. The bounds that they hold a link to stand here, too.
"""

import math
import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from gdviz.classroom.missions import MISSIONS
from gdviz.classroom.prediction import MODES, asks
from gdviz.core.custom_losses import custom_loss
from gdviz.core.descent import MAX_STEPS
from gdviz.core.fit import FIT, Pairs
from gdviz.core.formula import FormulaError
from gdviz.core.losses import CUSTOM, is_custom
from gdviz.core.numbers import plain
from gdviz.core.optimizers import OPTIMIZERS, Rule, constants
from gdviz.link.bounds import (
    EVERY,
    HIDEABLE,
    MAX_ETA,
    MAX_FRAMES,
    MAX_LAYERS,
    MAX_NEURONS,
    MAX_PLACE,
    MAX_POINTS,
    MAX_QUESTION,
    MAX_RATES,
    MAX_RUNNERS,
    MIN_BATCH,
    MIN_ETA,
    MIN_POINTS,
    MIN_WIDTH,
    SCALINGS,
)
from gdviz.link.packing import unpacked
from gdviz.link.pairs import PairsError, from_link
from gdviz.link.reading import RefusedError, at_most, number, one_of, whole
from gdviz.link.schema import lesson_of
from gdviz.link.story import STOPS
from gdviz.network.datasets import CURVES
from gdviz.network.network import size_of
from gdviz.network.training import learned

if TYPE_CHECKING:
    from gdviz.link.settings import Settings


def race_text(rules: Iterable[Rule]) -> str:
    """Runners as a link writes them: gd:0.95,momentum:0.1."""
    return ",".join(f"{rule.id}:{plain(rule.learning_rate)}" for rule in rules)


def shown_steps(steps: int, every: int) -> list[int]:
    """The steps that the page shows: every so many, and the last."""
    return [*range(0, steps, every), steps]


def fitting_every(steps: int) -> tuple[int, ...]:
    """The steps a frame may stand for, so that there are at most MAX_FRAMES of them."""
    return tuple(every for every in EVERY if math.ceil(steps / every) <= MAX_FRAMES)


# --- What a run is made of ---------------------------------------------------------------


def read_loss(text: str, known: "Settings") -> str:
    return one_of(text, (*known.schema.subjects, CUSTOM))


def default_loss(known: "Settings") -> str:
    return next(iter(known.schema.subjects))


def typed(known: "Settings") -> tuple[str, tuple[tuple[float, float], ...]]:
    """What stands for a typed loss before anything is typed, and where it is drawn; nothing for another."""
    return known.schema.typed if is_custom(known.loss) and known.schema.typed else ("", ())


def read_domain(text: str, known: "Settings") -> tuple[tuple[float, float], ...]:
    numbers = [number(part, -MAX_PLACE, MAX_PLACE) for part in text.split(",")]
    domain = tuple(pairwise(numbers))[::2]
    if len(numbers) != 2 * len(typed(known)[1]) or any(high - low < MIN_WIDTH for low, high in domain):
        raise RefusedError()
    return domain


def read_formula(text: str, known: "Settings") -> str:
    if not is_custom(known.loss):
        raise RefusedError()
    try:
        custom_loss(text, known.domain)
    except FormulaError as error:
        raise RefusedError(error=error) from None
    return text


def read_constants(text: str, known: "Settings") -> tuple[float, ...]:
    wanted, parts = constants(known.opt), text.split(",") if text else []
    if len(parts) != len(wanted):
        raise RefusedError()
    return tuple(number(part, c.low, c.high) for part, c in zip(parts, wanted, strict=True))


def read_race(text: str, known: "Settings") -> tuple[Rule, ...]:
    runners = [runner.strip().split(":") for runner in text.split(",")] if text else []
    if len(runners) > MAX_RUNNERS or any(len(runner) != 2 for runner in runners):
        raise RefusedError()
    return tuple(Rule(one_of(rule, OPTIMIZERS), number(eta, MIN_ETA, MAX_ETA)) for rule, eta in runners)


def read_schedule(text: str, known: "Settings") -> tuple[tuple[int, float], ...]:
    """The rates before the last one, each with the step up to which it holds."""
    parts = [part.strip().split("@") for part in text.split(",")] if text else []
    if len(parts) >= MAX_RATES or any(len(part) != 2 for part in parts):
        raise RefusedError()
    if parts and (known.race or known.predicts or known.mission):
        raise RefusedError()
    last = known.steps - 1
    schedule = tuple((whole(until, 1, last), number(eta, MIN_ETA, MAX_ETA)) for eta, until in parts)
    if any(later <= earlier for (earlier, _), (later, _) in pairwise(schedule)):
        raise RefusedError()
    return schedule


def schedule_text(schedule: Iterable[tuple[int, float]]) -> str:
    """Earlier rates as a link writes them: 0.1@12,0.05@20."""
    return ",".join(f"{plain(eta)}@{until}" for until, eta in schedule)


def read_start(text: str, known: "Settings") -> tuple[float, ...]:
    domain, parts = known.loss_function.domain, text.split(",")
    if len(parts) != len(domain):
        raise RefusedError(*domain[0])
    start = tuple(number(part, *bounds) for part, bounds in zip(parts, domain, strict=True))
    loss, point = known.loss_function, np.array(start)
    if not (math.isfinite(loss.value(point)) and np.isfinite(loss.gradient(point)).all()):
        raise RefusedError()
    return start


def read_steps(text: str, known: "Settings") -> int:
    steps = whole(text, 1, MAX_STEPS)
    if steps > known.most_steps:
        raise RefusedError(1, known.most_steps, used=known.most_steps)
    return steps


def read_every(text: str, known: "Settings") -> int:
    every = whole(text, EVERY[0], EVERY[-1])
    if every not in known.fitting_every:
        raise RefusedError()
    return every


def read_step(text: str, known: "Settings") -> int:
    step = whole(text, 0, known.last)
    if step not in known.shown:
        raise RefusedError(0, known.last)
    return step


# --- A network ---------------------------------------------------------------------------


def read_layers(text: str, known: "Settings") -> tuple[int, ...]:
    if text == "0":  # none
        return ()
    sizes = tuple(whole(size, 1, 10**6) for size in text.split(","))
    bounded = tuple(min(size, MAX_NEURONS) for size in sizes[:MAX_LAYERS])
    if bounded != sizes:
        raise RefusedError(used=bounded)
    return sizes


def read_batch(text: str, known: "Settings") -> int:
    batch = at_most(text, 0, known.points)
    # A batch of very few would make a long training of many thousand updates an epoch.
    if 0 < batch < MIN_BATCH:
        raise RefusedError(MIN_BATCH, known.points, used=MIN_BATCH)
    return batch


def read_weight(text: str, known: "Settings") -> tuple[int, ...]:
    chosen = tuple(whole(index, 0, size_of(known.job.sizes) - 1) for index in text.split(","))
    if len(chosen) > 2 or len(set(chosen)) < len(chosen):
        raise RefusedError()
    return chosen


# --- A class -----------------------------------------------------------------------------


def read_predict(text: str, known: "Settings") -> str:
    if known.race and asks(text):
        raise RefusedError()
    return one_of(text, MODES)


def read_mission(text: str, known: "Settings") -> str:
    fitting = [name for name, mission in MISSIONS.items() if lesson_of(mission.start) == known.lesson]
    return one_of(text, ("", *fitting))


def read_stop(text: str, known: "Settings") -> str:
    fitting = [name for name, stop in STOPS.items() if lesson_of(stop.query) == known.lesson]
    return one_of(text, ("", *fitting))


def read_hide(text: str, known: "Settings") -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in text.split(","))) if text else ()
    hidden = tuple(name for name in names if name in HIDEABLE)
    if hidden != names:
        raise RefusedError(used=hidden)
    return hidden


def read_pairs(text: str, known: "Settings") -> Pairs:
    """Own data, for what can learn them: a line, and a network that learns a curve."""
    if not takes_pairs(known):
        raise RefusedError()
    try:
        return from_link(text)
    except PairsError:
        raise RefusedError() from None


def takes_pairs(known: "Settings") -> bool:
    """Whether the reader's own pairs can be learned."""
    return known.data in CURVES if known.has("data") else known.loss == FIT


def read_scaling(text: str, known: "Settings") -> str:
    """How own data are scaled: as they are where there are none."""
    return one_of(text, SCALINGS) if known.pairs else SCALINGS[0]


def read_points(text: str, known: "Settings") -> int:
    """How many examples; of own data as many as there are."""
    return learned(len(known.pairs)) if known.pairs else at_most(text, MIN_POINTS, MAX_POINTS)


def read_question(text: str, known: "Settings") -> str:
    text = unpacked(text)
    line = re.sub(r"\s+", " ", "".join(c if c.isprintable() else " " for c in text)).strip()
    if len(line) > MAX_QUESTION:
        raise RefusedError(used=line[:MAX_QUESTION].rstrip())
    return line

"""The story that the page tells: its stops in order, through all lessons."""

from collections.abc import Callable
from typing import NamedTuple

from gdviz.link.presets import PRESETS
from gdviz.link.schema import lesson_of


class Stop(NamedTuple):
    """A state of the page with its sentence, which stands in the texts under the stop's name.

    ``query`` has the fields of a link that it begins with. ``varies`` is the field, eta or w, whose
    present value stands in the sentence, and can be changed there; ``follows`` gives the number that
    the sentence says of it. ``has_ends``: A, the start, and B, the minimum, are marked on the curve.
    ``names`` are parts of the page that the sentence speaks of, so that a projector has them, too, and
    ``chart`` is the chart that it says to watch, if not the first: a phone shows one at a time.
    """

    query: dict[str, str]
    varies: str = ""
    follows: Callable[[float], float] | None = None
    has_ends: bool = False
    names: tuple[str, ...] = ()
    chart: str = ""


def _slope(w: float) -> float:
    """dE/dW of W² + 4."""
    return 2 * w


def _factor(eta: float) -> float:
    """What a step on W² + 4 multiplies W by: W − η · 2W = (1 − 2η) W."""
    return 1 - 2 * eta


NINE = {"lesson": "network", "data": "xor", "layers": "2", "eta": "0.5", "epochs": "300"}

STOPS: dict[str, Stop] = {
    "a-to-b": Stop(PRESETS["glide"], "w", _slope, has_ends=True),
    "slope": Stop({"loss": "bowl", "eta": "0.1", "w": "5", "steps": "10"}, "w", _slope),
    "step": Stop(PRESETS["article"]),
    "again": Stop({"loss": "bowl", "eta": "0.15", "w": "5", "steps": "30"}, "eta", _factor, has_ends=True),
    "rate": Stop({"loss": "bowl", "eta": "0.3", "w": "5", "steps": "30"}, "eta", has_ends=True),
    "wrong-valley": Stop(PRESETS["valley"]),
    "flat": Stop(PRESETS["plateau"]),
    "steep": Stop(PRESETS["cliff"]),
    "two-weights": Stop(PRESETS["chapter4"], names=("worked",)),
    "line": Stop(PRESETS["fit"], names=("cuts",), chart="fit"),
    "rules": Stop(PRESETS["chapter6"]),
    "neuron": Stop(PRESETS["neuron"], chart="answer"),
    "nine": Stop(NINE | {"view": "weight"}),
    "differences": Stop(NINE | {"view": "nudge"}, names=("worked",)),
    "backpropagation": Stop(NINE | {"view": "chain"}, names=("worked",)),
    "cost": Stop(NINE | {"view": "cost"}),
    "learned": Stop(PRESETS["xor-four"], chart="answer"),
}


def examples_of(lesson: str) -> list[str]:
    """The presets that belong to a lesson, apart from those that the story comes to."""
    told = [stop.query for stop in STOPS.values()]
    return [name for name, preset in PRESETS.items() if lesson_of(preset) == lesson and preset not in told]

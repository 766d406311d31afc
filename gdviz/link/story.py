"""The story that the page tells: its stops in order, through all lessons."""

from collections.abc import Callable
from typing import NamedTuple


class Stop(NamedTuple):
    """A state of the page with its sentence, which stands in the texts under the stop's name.

    ``query`` has the fields of a link that it begins with. ``varies`` is the field, eta or w, whose
    present value stands in the sentence, and can be changed there; ``follows`` gives the number that
    the sentence says of it. ``has_ends``: A, the start, and B, the minimum, are marked on the curve.
    """

    query: dict[str, str]
    varies: str = ""
    follows: Callable[[float], float] | None = None
    has_ends: bool = False


def _slope(w: float) -> float:
    """dE/dW of W² + 4."""
    return 2 * w


def _factor(eta: float) -> float:
    """What a step on W² + 4 multiplies W by: W − η · 2W = (1 − 2η) W."""
    return 1 - 2 * eta


NINE = {"lesson": "network", "data": "xor", "layers": "2", "eta": "0.5", "epochs": "300"}

STOPS: dict[str, Stop] = {
    "a-to-b": Stop({"loss": "bowl", "eta": "0.1", "w": "5", "steps": "30"}, "w", _slope, has_ends=True),
    "slope": Stop({"loss": "bowl", "eta": "0.001", "w": "5", "steps": "10"}, "w", _slope),
    "step": Stop({"loss": "bowl", "eta": "0.001", "w": "5", "steps": "1"}),
    "again": Stop({"loss": "bowl", "eta": "0.1", "w": "5", "steps": "40"}, "eta", _factor, has_ends=True),
    "rate": Stop({"loss": "bowl", "eta": "0.3", "w": "5", "steps": "30"}, "eta", has_ends=True),
    "wrong-valley": Stop({"loss": "double-well", "eta": "0.05", "w": "3.5", "steps": "30"}),
    "flat": Stop({"loss": "plateau", "eta": "0.1", "w": "5", "steps": "30"}),
    "steep": Stop({"loss": "cliff", "eta": "0.5", "w": "5", "steps": "30"}),
    "two-weights": Stop({"loss": "round", "eta": "0.1", "w": "-3,4", "steps": "20"}),
    "line": Stop({"loss": "line-fit", "eta": "0.1", "w": "-0.5,3", "steps": "40"}),
    "rules": Stop(
        {"loss": "valley", "race": "gd:0.95,momentum:0.1,adagrad:1.5,adam:0.3", "w": "-7,2", "steps": "30"}
    ),
    "neuron": Stop({"lesson": "network", "data": "line", "layers": "0", "eta": "0.1", "epochs": "60"}),
    "nine": Stop(NINE | {"view": "weight"}),
    "differences": Stop(NINE | {"view": "weight", "weight": "6"}),
    "backpropagation": Stop(NINE | {"view": "chain"}),
    "cost": Stop(NINE | {"view": "cost"}),
    "learned": Stop(NINE | {"layers": "4", "epochs": "1000"}),
}

"""Missions: a state to start from, what may be changed of it, and when it is solved."""

from collections.abc import Callable
from typing import Any, NamedTuple

from gdviz.critical_points import CriticalPoint, minima
from gdviz.descent import Path
from gdviz.losses import FormulaLoss
from gdviz.optimizers import Rule
from gdviz.ranking import ranking
from gdviz.regimes import arrival
from gdviz.training import Training

QUICK, SLOW = 10, 90  # steps
SOLVED, FEWEST = 0.97, 3  # the share of right answers that counts as solved, and with how many neurons


class Run(NamedTuple):
    """What one or two weights did: one run, or those of a race."""

    loss: FormulaLoss
    rules: tuple[Rule, ...]
    paths: list[Path]


class Mission(NamedTuple):
    """``start`` are the fields of a link; of these only the ``free`` ones may be changed.

    ``solved`` decides on a Run, or on the Training of a network.
    """

    start: dict[str, str]
    free: tuple[str, ...]
    solved: Callable[[Any], bool]


def _lowest(loss: FormulaLoss) -> CriticalPoint:
    return min(minima(loss), key=lambda point: point.loss)


def _arrival(run: Run) -> int | None:
    """From which step on the run lies within REACHED of the lowest minimum, if it ends there."""
    return arrival(run.paths[0].weights, _lowest(run.loss))


def _is_quick(run: Run) -> bool:
    step = _arrival(run)
    return step is not None and step <= QUICK


def _is_slow(run: Run) -> bool:
    step = _arrival(run)
    return step is not None and step >= SLOW


def _is_at_the_edge(run: Run) -> bool:
    """Whether the rate has two digits, settles, and would not with one more in the second digit."""
    rate, most = run.rules[0].learning_rate, 2 / _lowest(run.loss).curvature
    first, exponent = f"{rate:.1e}".split("e")
    next_rate = (float(first) + 0.1) * 10 ** int(exponent)
    return rate == float(f"{rate:.1e}") and rate <= most < next_rate


def _has_momentum_ahead(run: Run) -> bool:
    """Whether a runner with momentum comes before Adam with its own rate."""
    order = [result.rule for result in ranking(run.loss, run.rules, run.paths)]
    ids = [rule.id for rule in order]
    return Rule("adam", 0.3) in order and "momentum" in ids[: ids.index("adam")]


def _is_small_and_right(training: Training) -> bool:
    right = training.job.network.accuracy(training.weights[-1])
    return right >= SOLVED and sum(training.job.hidden) <= FEWEST


MISSIONS: dict[str, Mission] = {
    "quick": Mission({"loss": "bowl", "eta": "0.01", "steps": str(QUICK)}, ("eta",), _is_quick),
    "edge": Mission(
        {"loss": "line-fit", "eta": "0.1", "steps": "100", "hide": "verdict"}, ("eta",), _is_at_the_edge
    ),
    "other-valley": Mission(
        {"loss": "double-well", "eta": "0.05", "w": "3.5"}, ("w",), lambda run: _arrival(run) is not None
    ),
    "slow": Mission({"loss": "bowl", "eta": "0.1", "steps": "100"}, ("eta",), _is_slow),
    "beat-adam": Mission(
        {"loss": "valley", "race": "adam:0.3,momentum:0.02", "w": "-7,2", "steps": "30"},
        ("race",),
        _has_momentum_ahead,
    ),
    "xor": Mission(
        {"lesson": "network", "data": "xor", "layers": "8", "eta": "0.5", "epochs": "1000"},
        ("layers", "act", "eta", "opt", "const", "epochs", "seed"),
        _is_small_and_right,
    ),
}

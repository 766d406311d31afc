"""Missions: a state to start from, what may be changed of it, and when it is solved.

A run is judged by where it stays, not by where it is after the last step: it is continued for
LOOK_AHEAD steps with the same rule and memory, so that one that merely passes by has not arrived.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from gdviz.core.critical_points import CriticalPoint, minima
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss
from gdviz.core.optimizers import Rule
from gdviz.core.outlook import LOOK_AHEAD, REACHED, outlook
from gdviz.network.training import Training

QUICK, SLOW = 10, 90  # steps
NEAR_ENOUGH = 0.1  # the distance from the minimum that counts as there in the race
SOLVED, FEWEST = 0.97, 3  # the share of right answers that counts as solved, and with how many neurons
OPPONENT, CHALLENGER = Rule("adam", 0.3), Rule("momentum", 0.02)
RUNNERS = ",".join(f"{rule.id}:{rule.learning_rate:g}" for rule in (OPPONENT, CHALLENGER))


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


def _stays(run: Run, runner: int, within: float) -> int | None:
    """From which step on a run stays within a distance of the lowest minimum; None if it does not.

    The step may be one of those for which the run is continued.
    """
    return outlook(run.paths[runner]).stays_within(within, _lowest(run.loss))


def _is_quick(run: Run) -> bool:
    step = _stays(run, 0, REACHED)
    return step is not None and step <= QUICK


def _is_slow(run: Run) -> bool:
    step = _stays(run, 0, REACHED)
    return step is not None and SLOW <= step <= run.paths[0].steps


def _is_at_the_edge(run: Run) -> bool:
    """Whether the rate has two digits, settles, and would not with one more in the second digit."""
    rate, most = run.rules[0].learning_rate, 2 / _lowest(run.loss).curvature
    first, exponent = f"{rate:.1e}".split("e")
    next_rate = (float(first) + 0.1) * 10 ** int(exponent)
    return rate == float(f"{rate:.1e}") and rate <= most < next_rate


def _has_momentum_ahead(run: Run) -> bool:
    """Whether momentum stays near the minimum from an earlier step on than its opponent, within the race."""
    found = (_stays(run, i, NEAR_ENOUGH) for i, rule in enumerate(run.rules) if rule.id == CHALLENGER.id)
    first = min((step for step in found if step is not None), default=LOOK_AHEAD)
    if OPPONENT not in run.rules or first > run.paths[0].steps:
        return False
    opponent = _stays(run, run.rules.index(OPPONENT), NEAR_ENOUGH)
    return opponent is None or first < opponent


def _is_small_and_right(training: Training) -> bool:
    right = training.job.network.accuracy(training.weights[-1])
    return not training.diverged and right >= SOLVED and sum(training.job.hidden) <= FEWEST


MISSIONS: dict[str, Mission] = {
    "quick": Mission({"loss": "bowl", "eta": "0.01", "steps": str(QUICK)}, ("eta",), _is_quick),
    "edge": Mission(
        {"loss": "line-fit", "eta": "0.1", "steps": "100", "hide": "verdict"}, ("eta",), _is_at_the_edge
    ),
    "other-valley": Mission(
        {"loss": "double-well", "eta": "0.05", "w": "3.5"},
        ("w",),
        lambda run: _stays(run, 0, REACHED) is not None,
    ),
    "slow": Mission({"loss": "bowl", "eta": "0.1", "steps": "100"}, ("eta",), _is_slow),
    "beat-adam": Mission(
        {"loss": "valley", "race": RUNNERS, "w": "-7,2", "steps": "100"},
        ("race",),
        _has_momentum_ahead,
    ),
    "xor": Mission(
        {"lesson": "network", "data": "xor", "layers": "8", "eta": "0.5", "epochs": "1000"},
        ("layers", "act", "eta", "opt", "const", "epochs", "seed"),
        _is_small_and_right,
    ),
}

"""Runs that a page shows: few steps are taken where they are shown, many in the worker, and kept there."""

from collections.abc import Generator
from dataclasses import replace
from threading import Lock
from typing import Any

from cachetools import LRUCache, cached

from gdviz.core.descent import Packed, Path, descend, resumed
from gdviz.core.loss import FormulaLoss
from gdviz.core.losses import is_custom
from gdviz.core.optimizers import Rule
from gdviz.link.settings import Settings

CACHE = 8e6  # bytes of paths that are kept
# What takes more steps than this, of all runners together, is worked out beside the server: about 25 ms.
# The catalogue's losses cost the same within a fifth; a typed one is never worked out in the server.
HEAVY = 2000


Schedule = tuple[tuple[int, float], ...]


def rules_of(settings: Settings) -> tuple[Rule, ...]:
    """The rule of a run, or those of a race's runners."""
    return settings.race or (settings.rule,)


def is_heavy(settings: Settings) -> bool:
    """Whether a run, or a race, takes so many steps that others would wait for it."""
    return settings.steps * len(rules_of(settings)) > HEAVY


def runs(settings: Settings) -> list[Path]:
    """The run of the settings, or all those of a race."""
    kept = is_heavy(settings) or is_custom(settings.loss)
    run = _kept_run if kept else _run
    return [
        run(settings.loss_function, rule, settings.w, settings.steps, settings.schedule)
        for rule in rules_of(settings)
    ]


def runs_in_slices(settings: Settings) -> Generator[float, None, list[Path]]:
    """The same, runner after runner; yields the share that is done."""
    if is_heavy(settings):
        rules = rules_of(settings)
        for i, rule in enumerate(rules, 1):
            _kept_run(settings.loss_function, rule, settings.w, settings.steps, settings.schedule)
            yield i / (len(rules) + 1)
    return runs(settings)


def _run(
    loss: FormulaLoss, rule: Rule, start: tuple[float, ...], steps: int, schedule: Schedule = ()
) -> Path:
    """The run of a rule, at first with the earlier rates of its schedule."""
    legs = [*schedule, (steps, rule.learning_rate)]
    rules = [rule._replace(learning_rate=rate) for _, rate in legs]
    path = descend(loss, rules[0].optimizer, start, legs[0][0])
    for (before, _), (until, _), later in zip(legs, legs[1:], rules[1:], strict=False):
        path = resumed(path, later.optimizer, until - before)
    return path


def _packed_run(
    loss: FormulaLoss, rule: Rule, start: tuple[float, ...], steps: int, schedule: Schedule = ()
) -> Path:
    path = _run(loss, rule, start, steps, schedule)
    return replace(path, memories=Packed(path.memories))


def _bytes_of(path: Path) -> int:
    parts: tuple[Any, ...] = (path.weights, path.losses, path.gradients, path.updates, path.memories)
    return sum(part.nbytes for part in parts)


# Who changes one runner of six, or the language, does not wait for all of them again.
_kept_run = cached(LRUCache(CACHE, getsizeof=_bytes_of), lock=Lock())(_packed_run)

"""Which cases a test tries, where all combinations would be too many."""

from collections.abc import Iterable
from itertools import cycle, product
from typing import Any


def in_turn(cases: Iterable[Any], *others: Iterable[Any], times: int = 1) -> list[tuple[Any, ...]]:
    """Each case ``times`` times, with the combinations of all others in turn.

    Every value of every parameter occurs where there are as many rows as combinations of the others.
    """
    cases, combinations = list(cases), cycle(product(*others))
    return [(case, *next(combinations)) for _ in range(times) for case in cases]

"""How the text of a field is read, and what is said of one that cannot be."""

import math
from collections.abc import Collection
from dataclasses import dataclass

from gdviz.core.formula import FormulaError


@dataclass(frozen=True)
class Notice:
    """A value that was not accepted: its field, what it said, what is used instead.

    ``low`` and ``high`` are the bounds the value broke, where it has bounds; ``error`` is what
    is wrong with a formula.
    """

    field: str
    raw: str
    used: str
    low: float | None = None
    high: float | None = None
    error: FormulaError | None = None


class RefusedError(ValueError):
    """A value that cannot be: the bounds it broke, and what to use instead if not the default."""

    def __init__(
        self,
        low: float | None = None,
        high: float | None = None,
        used: object = None,
        error: FormulaError | None = None,
    ):
        super().__init__()
        self.low, self.high, self.used, self.error = low, high, used, error


def number(text: str, low: float, high: float) -> float:
    """A number within bounds. Raises RefusedError for anything else, as all of these do."""
    try:
        value = float(text)
    except ValueError:
        raise RefusedError(low, high) from None
    if not low <= value <= high:
        raise RefusedError(low, high)
    return value


def whole(text: str, low: int, high: int) -> int:
    """A whole number within bounds."""
    value = number(text, low, high)
    if value != int(value):
        raise RefusedError(low, high)
    return int(value)


def at_most(text: str, low: int, high: int) -> int:
    """A whole number; one that is too large is brought down to the bound."""
    if number(text, -math.inf, math.inf) > high:
        raise RefusedError(low, high, used=high)
    return whole(text, low, high)


def one_of(text: str, choices: Collection[str]) -> str:
    """One of some ids."""
    if text not in choices:
        raise RefusedError()
    return text

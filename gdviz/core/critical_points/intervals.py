"""Bounds of a formula over many boxes at once: interval arithmetic on arrays.

Each operation widens its result by what rounding may have taken from it, so that the value at every
point of a box lies within the bounds of the box (Moore 1966, "Interval Analysis"). Outside the domain
of a function there is no value: bounds of a box that lies wholly there are nan.
"""

from collections.abc import Callable
from functools import reduce
from types import FunctionType
from typing import Any, Union

import numpy as np

from gdviz.core.formula import Formula

Bounds = tuple[np.ndarray, np.ndarray]
Operand = Union["Interval", float, int]
FAR = 1e8  # of what is larger, rounding does not leave where in its period a sine is


class Interval:
    """m intervals, from ``low`` (m,) to ``high`` (m,), as a number that formulas can be worked out with."""

    __slots__ = ("high", "low")

    def __init__(self, low: np.ndarray, high: np.ndarray):
        self.low, self.high = low, high

    def __neg__(self) -> "Interval":
        return Interval(-self.high, -self.low)

    def __pos__(self) -> "Interval":
        return self

    def __add__(self, other: Operand) -> "Interval":
        if not isinstance(other, Interval):
            return _outward(self.low + float(other), self.high + float(other))
        low, high = self.low + other.low, self.high + other.high
        # inf − inf can be anything.
        if (lost := np.isnan(low) | np.isnan(high)).any():
            lost &= ~(_is_empty(self) | _is_empty(other))
            low, high = np.where(lost, -np.inf, low), np.where(lost, np.inf, high)
        return _outward(low, high)

    __radd__ = __add__

    def __sub__(self, other: Operand) -> "Interval":
        return self + (-other)

    def __rsub__(self, other: Operand) -> "Interval":
        return -self + other

    def __mul__(self, other: Operand) -> "Interval":
        if not isinstance(other, Interval):
            factor = float(other)
            ends = (self.low * factor, self.high * factor)
            return _outward(*(ends if factor >= 0 else ends[::-1]))
        products = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        # fmin and fmax pass over 0 · inf, which is 0 as a product of bounds.
        low = np.fmin(np.fmin(products[0], products[1]), np.fmin(products[2], products[3]))
        high = np.fmax(np.fmax(products[0], products[1]), np.fmax(products[2], products[3]))
        if (lost := np.isnan(low)).any():
            lost &= ~(_is_empty(self) | _is_empty(other))
            low, high = np.where(lost, 0.0, low), np.where(lost, 0.0, high)
        return _outward(low, high)

    __rmul__ = __mul__

    def __truediv__(self, other: Operand) -> "Interval":
        return self * (_reciprocal(other) if isinstance(other, Interval) else 1 / float(other))

    def __rtruediv__(self, other: Operand) -> "Interval":
        return _reciprocal(self) * other

    def __pow__(self, exponent: Operand) -> "Interval":
        if isinstance(exponent, Interval):
            return _power_of_e(_log(self) * exponent)
        if exponent < 0:
            return _reciprocal(self ** (-exponent))
        if exponent != int(exponent):  # a root, and only of what is not negative
            low, high = np.fmax(self.low, 0), np.where(self.high < 0, np.nan, self.high)
            return _positive(np.where(np.isnan(high), np.nan, low) ** exponent, high**exponent)
        if int(exponent) % 2:
            return _outward(self.low**exponent, self.high**exponent)
        size = _abs(self)
        return _positive(size.low**exponent, size.high**exponent)

    def __rpow__(self, base: float) -> "Interval":
        return _power_of_e(self * float(np.log(base)))


def _outward(low: np.ndarray, high: np.ndarray) -> Interval:
    return Interval(np.nextafter(low, -np.inf), np.nextafter(high, np.inf))


def _power_of_e(x: Interval) -> Interval:
    power: Interval = _exp(x)
    return power


def _positive(low: np.ndarray, high: np.ndarray) -> Interval:
    """What is not negative, each bound two roundings out: a library's functions are less exact than sums."""
    out = _outward(np.nextafter(low, -np.inf), np.nextafter(high, np.inf))
    return Interval(np.maximum(out.low, 0), out.high)


def _is_empty(x: Interval) -> np.ndarray:
    return np.asarray(np.isnan(x.low))


def _reciprocal(x: Interval) -> Interval:
    low, high = 1 / x.high, 1 / x.low
    # Next to 0 it is unbounded on the side of 0 that there is.
    low = np.where((x.low < 0) & (x.high >= 0), -np.inf, np.where(x.high == 0, -np.inf, low))
    high = np.where((x.low <= 0) & (x.high > 0), np.inf, np.where(x.low == 0, np.inf, high))
    return _outward(low, high)


def _rising(
    function: Callable[[Any], Any], least: float = -np.inf, most: float = np.inf
) -> Callable[..., Any]:
    """A function that rises everywhere, with values from ``least`` to ``most``."""

    def of(x: Operand) -> Any:
        if not isinstance(x, Interval):
            return float(function(float(x)))
        bounds = _outward(*(np.nextafter(function(x.low), -np.inf), np.nextafter(function(x.high), np.inf)))
        return Interval(np.maximum(bounds.low, least), np.minimum(bounds.high, most))

    return of


def _log(x: Interval) -> Interval:
    high = np.where(x.high < 0, np.nan, x.high)
    return _outward(np.where(np.isnan(high), np.nan, np.log(np.fmax(x.low, 0))), np.log(high))


def _abs(x: Interval) -> Interval:
    least = np.maximum(np.maximum(x.low, -x.high), 0)
    return Interval(least, np.maximum(-x.low, x.high))


def _sin(x: Interval) -> Interval:
    ends = np.sin(x.low), np.sin(x.high)

    def passes(place: float) -> np.ndarray:
        """Whether the place, or one some whole turns away, lies in the interval."""
        turns = [np.floor((end - place) / (2 * np.pi)) for end in (x.low - 1e-7, x.high + 1e-7)]
        return np.asarray(turns[0] != turns[1])

    far = (np.maximum(-x.low, x.high) > FAR) & ~np.isnan(x.low)
    low = np.where(far | passes(-np.pi / 2), -1.0, np.minimum(*ends))
    high = np.where(far | passes(np.pi / 2), 1.0, np.maximum(*ends))
    return Interval(np.maximum(low - 1e-15, -1), np.minimum(high + 1e-15, 1))


def _tan(x: Interval) -> Interval:
    turns = [np.floor(end / np.pi - 0.5) for end in (x.low - 1e-7, x.high + 1e-7)]
    broken = (turns[0] != turns[1]) | (np.maximum(-x.low, x.high) > FAR)
    low, high = np.tan(x.low), np.tan(x.high)
    low, high = (end + side * 1e-15 * (1 + end * end) for side, end in ((-1, low), (1, high)))
    return Interval(np.where(broken, -np.inf, low), np.where(broken, np.inf, high))


def _of(function: Callable[[Interval], Interval], plain: Callable[[float], Any]) -> Callable[..., Any]:
    """The function of an interval, which may as well be asked for a plain number."""
    return lambda x: function(x) if isinstance(x, Interval) else float(plain(float(x)))


def _of_two(choose: Callable[..., Any]) -> Callable[..., Any]:
    """The larger, or the smaller, of some operands."""

    def of(*operands: Operand) -> Any:
        pairs = [(x.low, x.high) if isinstance(x, Interval) else (x, x) for x in operands]
        low, high = (reduce(choose, ends) for ends in zip(*pairs, strict=True))
        return Interval(low, high) if any(isinstance(x, Interval) for x in operands) else float(low)

    return of


def _jump(x: Interval) -> Interval:
    """1, but unbounded where the sign changes."""
    changes = (x.low <= 0) & (x.high >= 0)
    return Interval(np.where(changes, -np.inf, 1.0), np.where(changes, np.inf, 1.0))


_JUMP = _of(_jump, lambda x: 1)
_exp = _rising(np.exp, least=0.0)
# The names that a formula's own code has for its functions.
IN_INTERVALS: dict[str, Any] = {
    "exp": _exp,
    "log": _of(_log, np.log),
    "sqrt": _of(lambda x: x**0.5, np.sqrt),
    "sin": _of(_sin, np.sin),
    "cos": _of(lambda x: _sin(x + np.pi / 2), np.cos),
    "tan": _of(_tan, np.tan),
    "tanh": _rising(np.tanh, -1.0, 1.0),
    "sign": _of(lambda x: Interval(np.sign(x.low), np.sign(x.high)), np.sign),
    "step": _of(lambda x: Interval(np.heaviside(x.low, 0), np.heaviside(x.high, 1)), lambda x: x > 0),
    "abs": _of(_abs, abs),
    "max": _of_two(np.maximum),
    "min": _of_two(np.minimum),
    "e": np.e,
    "pi": np.pi,
}


def value_bounds(formula: Formula, low: np.ndarray, high: np.ndarray) -> Bounds:
    """Bounds of a formula of n letters over m boxes from ``low`` to ``high``, each (m, n), as two of (m,)."""
    lowest, highest = _bounds(formula._double, low, high)
    return lowest[:, 0], highest[:, 0]


def gradient_bounds(formula: Formula, low: np.ndarray, high: np.ndarray) -> Bounds:
    """Bounds of its partial derivatives over m boxes, as two of (m, n)."""
    return _bounds(formula._partials, low, high)


def hessian_bounds(formula: Formula, low: np.ndarray, high: np.ndarray) -> Bounds:
    """Bounds of its second derivatives over m boxes, as two of (m, n, n)."""
    lowest, highest = _bounds(formula._seconds, low, high)
    n = low.shape[1]
    return lowest.reshape(-1, n, n), highest.reshape(-1, n, n)


def may_have_kink(formula: Formula, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """In which of m boxes a partial derivative may jump, which its own derivatives do not tell, (m,)."""
    if not {"sign", "step"} & set(formula._partials.numbers.__code__.co_names):
        return np.full(len(low), False)
    lowest, highest = _bounds(formula._partials, low, high, IN_INTERVALS | {"sign": _JUMP, "step": _JUMP})
    return np.asarray(~np.isfinite(highest - lowest).all(axis=1))


def _bounds(function: Any, low: np.ndarray, high: np.ndarray, names: dict[str, Any] = IN_INTERVALS) -> Bounds:
    """Bounds of k expressions over m boxes, as two of (m, k); infinite where they cannot be worked out."""
    lowest, highest = np.full((function.k, len(low)), -np.inf), np.full((function.k, len(low)), np.inf)
    code = FunctionType(function.numbers.__code__, names)  # the same code with other sines
    try:
        with np.errstate(all="ignore"):
            found = code(*map(Interval, low.T.copy(), high.T.copy()))
    except (ArithmeticError, TypeError, ValueError, NameError):  # such as a number beyond any double
        return lowest.T, highest.T
    for i, value in enumerate(found):
        ends = (value.low, value.high) if isinstance(value, Interval) else (value, value)
        lowest[i], highest[i] = ends
    return lowest.T, highest.T

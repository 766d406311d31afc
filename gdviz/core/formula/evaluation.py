"""A formula's expression as functions of plain floats, of arrays, and of mpmath's numbers."""

import math
from collections.abc import Callable, Sequence
from functools import cache
from types import FunctionType
from typing import Any, NamedTuple

import mpmath
import numpy as np
import sympy
from sympy.printing.pycode import MpmathPrinter, PythonCodePrinter

MAX_MAGNITUDE = 2000  # log₂ of the largest argument, beyond any double, of which mpmath takes exp or sin


def _function(
    symbols: Sequence[sympy.Symbol], expression: Any, *modules: Any, printer: Any = None
) -> Callable[..., Any]:
    """An expression, or a list of them, as a function of its symbols."""
    function: Callable[..., Any] = sympy.lambdify(
        symbols, expression, list(modules), printer, cse=True, docstring_limit=0
    )
    return function


def _sign(x: float) -> int:
    return (x > 0) - (x < 0)


def _step(x: float) -> int:
    return int(x > 0)


def _max(a: Any, b: Any) -> Any:
    """The larger of two numbers, also of mpmath's; none of what is none."""
    return a if a >= b else b if b > a else a + b


def _min(a: Any, b: Any) -> Any:
    return a if a <= b else b if b < a else a + b


class _DoublesPrinter(PythonCodePrinter):
    """Python's code with names that both math and numpy have; sympy's asks for a sign with an if."""

    def _print_sign(self, expression: sympy.Expr) -> str:
        return f"sign({self._print(expression.args[0])})"


class _BoundedPrinter(MpmathPrinter):
    """mpmath's code with every power whose exponent is no constant as an exponential, which is bounded."""

    def _print_Pow(self, expression: sympy.Pow, rational: bool = False) -> str:  # noqa: N802
        base, exponent = expression.args
        if exponent.is_number:
            return str(super()._print_Pow(expression, rational))
        return f"exp(({self._print(exponent)})*{self._print(sympy.log(base))})"


class InDoubles(NamedTuple):
    """k expressions as one function of plain floats, and as one of arrays: the same code with other sines."""

    k: int
    numbers: Callable[..., list[float]]
    arrays: Callable[..., list[np.ndarray | float]]


def in_doubles(expressions: Sequence[sympy.Expr], symbols: Sequence[sympy.Symbol]) -> InDoubles:
    printer = _DoublesPrinter({"fully_qualified_modules": False, "inline": True})
    numbers = _function(symbols, list(expressions), SIGNS, "math", printer=printer)
    return InDoubles(len(expressions), numbers, FunctionType(numbers.__code__, IN_ARRAYS))


def in_mpmath(expression: Any, symbols: Sequence[sympy.Symbol]) -> Callable[..., Any]:
    """An expression as a function of mpmath's numbers, whose work is bounded."""
    printer = _BoundedPrinter({"fully_qualified_modules": False, "inline": True})
    return _function(symbols, expression, BOUNDED, "mpmath", printer=printer)


def in_arrays(function: InDoubles, weights: np.ndarray) -> np.ndarray:
    """k expressions at m points, shape (m, n) → (k, m); nan if there is a number beyond any double."""
    try:
        with np.errstate(all="ignore"):
            found = function.arrays(*weights.T)
            values = np.array([np.broadcast_to(value, len(weights)) for value in found])
            return np.where(values.imag == 0, values.real, np.nan).astype(float)
    except OverflowError:
        return np.full((function.k, len(weights)), np.nan)


def scalar(
    expression: sympy.Expr, symbols: Sequence[sympy.Symbol], doubles: InDoubles | None = None
) -> Callable[..., float]:
    """The expression as a function of plain floats: fast, and right where doubles overflow."""
    fast = (doubles or in_doubles([expression], symbols)).numbers

    @cache
    def exact() -> Callable[..., Any]:  # most formulas never need it
        return in_mpmath(expression, symbols)

    def value_at(*point: float) -> float:
        try:
            value = float(fast(*point)[0])
        except (ArithmeticError, ValueError, TypeError):
            value = math.nan
        return value if math.isfinite(value) else _with_mpmath(exact(), point)

    return value_at


def _within_bounds(function: Callable[..., Any], beyond: Callable[..., Any]) -> Callable[..., Any]:
    """The function where its work is bounded: the digits that mpmath needs grow with the exponent."""

    def bounded(x: mpmath.mpf) -> mpmath.mpf:
        return function(x) if mpmath.mag(x) < MAX_MAGNITUDE else beyond(x)

    return bounded


def _of_arrays(function: Callable[..., Any]) -> Callable[..., Any]:
    """numpy's function, which takes no whole number that is too long for an array."""

    def of_arrays(x: np.ndarray | float) -> np.ndarray:
        return np.asarray(function(float(x) if isinstance(x, int) else x))

    return of_arrays


IN_ARRAYS: dict[str, Any] = {
    name: _of_arrays(getattr(np, name))
    for name in ("exp", "log", "sqrt", "sin", "cos", "tan", "tanh", "sign", "abs")
}
IN_ARRAYS |= {"e": math.e, "pi": math.pi, "max": np.maximum, "min": np.minimum}
IN_ARRAYS["step"] = lambda x: np.heaviside(x, 0)
SIGNS = {"sign": _sign, "step": _step, "max": _max, "min": _min}
BOUNDED: dict[str, Any] = {
    "step": _step,
    "max": _max,
    "min": _min,
    "exp": _within_bounds(mpmath.exp, lambda x: mpmath.inf if x > 0 else mpmath.mpf(0)),
    "tanh": _within_bounds(mpmath.tanh, mpmath.sign),
    **{name: _within_bounds(getattr(mpmath, name), lambda x: mpmath.inf) for name in ("sin", "cos", "tan")},
}
# The absolute value of no real number is none, either.
BOUNDED["abs"] = lambda x: mpmath.nan if isinstance(x, mpmath.mpc) else abs(x)
# A logarithm of 0 has no value; what is infinite here is too large.
BOUNDED["log"] = lambda x: mpmath.log(x) if x else mpmath.nan


def _with_mpmath(exact: Callable[..., Any], point: Sequence[float]) -> float:
    """The value by mpmath, whose exponents have no bound.

    It is nan where there is no real one, and infinite where that is too large for a double.
    """
    if not all(map(math.isfinite, point)):
        return math.nan
    try:
        value = exact(*map(mpmath.mpf, point))
    except (ArithmeticError, ValueError, TypeError):
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf
    except TypeError:  # it is complex
        return math.nan

"""A formula's text → value, gradient, Hessian, LaTeX and a pencil's line of arithmetic.

The way is lexer (tokens) → parser (a tree) → reader (an expression) → derivatives, evaluation,
typesetting. Nothing of a text is ever run: what sympy gets is rebuilt from a tree of allowed parts.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import sympy

from gdviz.core.formula.derivatives import derivative
from gdviz.core.formula.evaluation import InDoubles, in_arrays, in_doubles, scalar
from gdviz.core.formula.functions import FUNCTIONS, KNOWN, step
from gdviz.core.formula.grammar import KINDS, MAX_EXPONENT, FormulaError
from gdviz.core.formula.parser import tree
from gdviz.core.formula.reader import STRANGE, Reader, symbol
from gdviz.core.formula.typesetting import arithmetic, letter_latex, mathml, plain, reading

__all__ = ["FUNCTIONS", "KINDS", "Formula", "FormulaError", "letter_latex", "mathml", "parse", "plain"]


@dataclass(frozen=True)
class Formula:
    """A parsed formula of n letters, such as W² + 4 of W.

    Values are float64. Where double range overflows on the way to a value that a double
    can hold (exp(936)/(1 + exp(936))), that value is computed with mpmath instead, or for
    many points at once in extended doubles, so a number is missing (inf or nan) only where the
    formula has none. That is so where the text has none: the x of x/x is not 0, and ``guards`` are the parts
    of the text that say so and that the expression has lost. Neither has the gradient a value there.

    ``reading`` is the text as it was understood, in LaTeX; ``doubtful`` says that another reading
    might have been meant.
    """

    expression: sympy.Expr
    letters: tuple[str, ...]
    guards: tuple[sympy.Expr, ...] = ()
    reading: str = ""
    doubtful: bool = False

    def value(self, weights: np.ndarray) -> float:
        """The formula at ``weights``, shape (n,)."""
        return self._value(*weights.tolist())

    def values(self, weights: np.ndarray) -> np.ndarray:
        """The formula at m points, shape (m, n) → (m,)."""
        values = _at_points(self._double, weights)[0]
        values[self._lost(weights)] = np.nan
        return np.asarray(values)

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        """The n partial derivatives at ``weights``, shape (n,)."""
        return np.array(self.partials(*weights.tolist()), dtype=float)

    def partials(self, *weights: float) -> list[float]:
        """The n partial derivatives at n plain numbers, without the arrays."""
        if self.guards and not self._has_value(weights):
            return [math.nan] * len(weights)
        try:
            partials = self._partials.numbers(*weights)
            if math.isfinite(sum(partials)):
                return partials
        except (ArithmeticError, ValueError, TypeError):
            pass
        return [partial(*weights) for partial in self._gradient]

    @property
    def partials_in_doubles(self) -> Callable[..., list[float]] | None:
        """``partials`` as they are where doubles suffice, else not finite or an error; None where the
        text may have no value though the expression has one.
        """
        return None if self.guards else self._partials.numbers

    def gradients(self, weights: np.ndarray) -> np.ndarray:
        """The partial derivatives at m points, shape (m, n) → (m, n), in doubles alone."""
        gradients = in_arrays(self._partials, weights).T
        gradients[self._lost(weights)] = np.nan
        return gradients

    def hessians(self, weights: np.ndarray) -> np.ndarray:
        """The second derivatives at m points, shape (m, n) → (m, n, n), in doubles alone."""
        n = len(self.letters)
        return in_arrays(self._seconds, weights).T.reshape(-1, n, n)

    def slope(self, weight: float) -> float:
        """The derivative of a formula of one letter, without the arrays."""
        return self._gradient[0](weight)

    def hessian(self, weights: np.ndarray) -> np.ndarray:
        """The second derivatives at ``weights``, shape (n, n)."""
        point = weights.tolist()
        try:
            seconds = self._seconds.numbers(*point)
            if math.isfinite(sum(seconds)):
                return np.array(seconds, dtype=float).reshape(len(point), -1)
        except (ArithmeticError, ValueError, TypeError):
            pass
        return np.array([[second(*point) for second in row] for row in self._hessian])

    @property
    def latex(self) -> str:
        return _typeset(self.expression)

    @cached_property
    def derivatives(self) -> tuple[sympy.Expr, ...]:
        """The partial derivatives, one a letter, as expressions."""
        return tuple(derivative(self.expression, symbol) for symbol in self._symbols)

    @cached_property
    def gradient_latex(self) -> tuple[str, ...]:
        """The partial derivatives in LaTeX, one a letter."""
        return tuple(map(_typeset, self.derivatives))

    @cached_property
    def gradient_arithmetic(self) -> tuple[str, ...]:
        """The partial derivatives as templates of a line of arithmetic, one a letter.

        ``2W`` gives ``2 × {(W)}``: a name in braces stands for the number of that letter,
        with parentheses inside the braces where a negative number needs them.
        """
        return tuple(arithmetic(partial, self.letters) for partial in self.derivatives)

    @cached_property
    def is_quadratic(self) -> bool:
        """Whether the formula is a polynomial of degree two: its Hessian is constant."""
        return bool(
            self.expression.is_polynomial(*self._symbols)
            and _degree(self.expression) <= MAX_EXPONENT  # what is more may take long to multiply out
            and sympy.Poly(self.expression, *self._symbols).total_degree() == 2
        )

    @cached_property
    def has_step(self) -> bool:
        """Whether the derivatives have the step function in them, as that of max(0, W) has."""
        return any(partial.has(step) for partial in self.derivatives)

    @cached_property
    def has_derivatives(self) -> bool:
        """Whether the derivatives are formulas of the known functions, too, and so all further ones."""
        return not any(
            partial.has(sympy.Derivative, sympy.Subs, *STRANGE)
            or not all(isinstance(part, KNOWN) for part in partial.atoms(sympy.Function))
            for partial in self.derivatives
        )

    @property
    def functions(self) -> tuple[Callable[..., list[float]], Callable[..., list[float]]]:
        """E, and its partial derivatives, as functions of plain floats."""
        return self._double.numbers, self._partials.numbers

    @cached_property
    def _symbols(self) -> tuple[sympy.Symbol, ...]:
        return tuple(symbol(letter) for letter in self.letters)

    @cached_property
    def _double(self) -> InDoubles:
        return in_doubles([self.expression], self._symbols)

    @cached_property
    def _value(self) -> Callable[..., float]:
        value = scalar(self.expression, self._symbols, self._double)
        if not self.guards:
            return value
        return lambda *point: value(*point) if self._has_value(point) else math.nan

    @cached_property
    def _guarding(self) -> InDoubles:
        return in_doubles(self.guards, self._symbols)

    @cached_property
    def _guards(self) -> list[Callable[..., float]]:
        return [scalar(guard, self._symbols) for guard in self.guards]

    def _has_value(self, point: Sequence[float]) -> bool:
        """Whether all that has been cancelled away has a value at a point."""
        return not any(math.isnan(guard(*point)) for guard in self._guards)

    def _lost(self, weights: np.ndarray) -> np.ndarray | slice:
        """Which of m points, shape (m, n), are without a value for what has been cancelled away."""
        if not self.guards:
            return slice(0)
        return np.asarray(~np.isfinite(_at_points(self._guarding, weights)).all(axis=0))

    @cached_property
    def _partials(self) -> InDoubles:
        """All partial derivatives at once, in doubles alone; it may raise what doubles raise."""
        return in_doubles(self.derivatives, self._symbols)

    @cached_property
    def _gradient(self) -> list[Callable[..., float]]:
        alone = self._partials if len(self.letters) == 1 else None
        return [scalar(partial, self._symbols, alone) for partial in self.derivatives]

    @cached_property
    def _hessian(self) -> list[list[Callable[..., float]]]:
        return [[scalar(second, self._symbols) for second in row] for row in self._second_derivatives]

    @cached_property
    def _seconds(self) -> InDoubles:
        """All second derivatives at once, row by row, in doubles alone."""
        return in_doubles([second for row in self._second_derivatives for second in row], self._symbols)

    @cached_property
    def _second_derivatives(self) -> list[list[sympy.Expr]]:
        return [[derivative(partial, symbol) for symbol in self._symbols] for partial in self.derivatives]


@lru_cache(maxsize=256)
def parse(text: str, letters: tuple[str, ...] = ("W",)) -> Formula:
    """Read a formula of the given letters, as it is written by hand, typed, or in LaTeX.

    Raises FormulaError for what is none, and for what would be too large to work with.
    """
    try:
        root, doubtful = tree(text, letters)
        expression, guards = Reader(text).read(root)
    except FormulaError as error:
        error.letters, error.remedy = letters, error.remedy.replace("W", letters[0])
        raise
    return Formula(expression, letters, guards, reading(root), doubtful)


def _at_points(function: InDoubles, weights: np.ndarray) -> np.ndarray:
    """Expressions at m points, shape (m, n) → (k, m), again in extended doubles where a number is missing."""
    values = in_arrays(function, weights)
    missing = ~np.isfinite(values).all(axis=0)
    if missing.any():
        values[:, missing] = in_arrays(function, weights[missing].astype(np.longdouble))
    return values


def _typeset(expression: sympy.Expr) -> str:
    """An expression in LaTeX."""
    try:
        return str(sympy.latex(expression))
    except KeyError:
        # To see what is below a line sympy simplifies each exponent that is negative, and may fail: here they
        # are words to it.
        powers = [power for power in expression.atoms(sympy.Pow, sympy.exp) if power.exp.free_symbols]
        words = {
            power: power.func(*power.args[:-1], sympy.Symbol(f"{{{_typeset(power.exp)}}}"))
            for power in powers
        }
        return str(sympy.latex(expression.xreplace(words)))


def _degree(expression: sympy.Expr) -> int:
    """At most the degree of a polynomial, as it stands there."""
    if not expression.args or expression.is_number:
        return int(expression.is_Symbol)
    if isinstance(expression, sympy.Pow):
        return _degree(expression.base) * int(expression.exp)
    degrees = [_degree(argument) for argument in expression.args]
    return sum(degrees) if isinstance(expression, sympy.Mul) else max(degrees)

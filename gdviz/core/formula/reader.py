"""A formula's tree → an expression, rebuilt from what is allowed and within bounds before sympy sees it."""

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import sympy

from gdviz.core.formula.functions import FUNCTIONS
from gdviz.core.formula.grammar import MAX_BITS, MAX_CONSTANT, MAX_EXPONENT, MAX_POWER, FormulaError, error
from gdviz.core.formula.parser import Node

OPERATORS: dict[str, Callable[..., Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": lambda a, b: a**b,
}
CONSTANTS: dict[str, tuple[sympy.Expr, float]] = {"e": (sympy.E, math.e), "pi": (sympy.pi, math.pi)}
# What no number is made of.
STRANGE = (sympy.zoo, sympy.nan, sympy.oo, -sympy.oo, sympy.I)


class Part(NamedTuple):
    """A part of a formula as an expression and, where it is a constant, its size in a double."""

    expression: sympy.Expr
    constant: float | None


class Reader:
    """Rebuilds one formula in sympy, node by node.

    ``guards`` are the parts that have no value somewhere, and which sympy may cancel away.
    """

    def __init__(self, text: str):
        self.text = text
        self.guards: list[sympy.Expr] = []

    def read(self, root: Node) -> tuple[sympy.Expr, tuple[sympy.Expr, ...]]:
        """The formula's expression, and those of its parts that it has lost."""
        expression = self._build(root).expression
        if expression.has(*STRANGE) or any(map(_is_imaginary, expression.atoms(sympy.Pow))):
            raise FormulaError("undefined", self.text, 0)
        if _bits(expression) > MAX_BITS:
            raise FormulaError("constant", self.text, 0)
        kept = _gaps(expression)
        lost = dict.fromkeys(guard for guard in self.guards if not _gaps(guard) <= kept)
        if any(guard.has(*STRANGE) for guard in lost):
            raise FormulaError("undefined", self.text, 0)
        return expression, tuple(lost)

    def _error(self, kind: str, node: Node) -> FormulaError:
        return error(kind, self.text, node.start, node.end)

    def _build(self, node: Node) -> Part:
        """A node as an expression and, where it is a constant, its size in a double.

        Constants are worked out in doubles first: sympy is never given one so large, or so
        fine, that its exact arithmetic would take long.
        """
        match node.kind:
            case "number":
                top, _, bottom = node.name.partition("/")
                size = self._constant(lambda: float(top) / float(bottom or 1), node, "other")
                return Part(sympy.Rational(top) / sympy.Rational(bottom or 1), size)
            case "constant":
                return Part(*CONSTANTS[node.name])
            case "letter":
                return Part(symbol(node.name), None)
            case "negative":
                expression, constant = self._build(node.parts[0])
                return Part(-expression, None if constant is None else -constant)
            case "^":
                return self._power(node, *map(self._build, node.parts))
            case kind if kind in OPERATORS:
                return self._operation(node, *map(self._build, node.parts))
        return self._call(node)

    def _call(self, node: Node) -> Part:
        exact, double = FUNCTIONS[node.kind]
        first, *others = [self._build(part) for part in node.parts]
        if not others:
            return self._called(node, exact, double, [first])
        for other in others:
            first = self._called(node, exact, double, [first, other])
        return first

    def _called(
        self, node: Node, exact: Callable[..., Any], double: Callable[..., Any], given: list[Part]
    ) -> Part:
        expression = exact(*(part.expression for part in given))
        if any(part.constant is None for part in given):
            if node.kind in ("log", "sqrt"):
                self.guards.append(expression)
            return Part(expression, None)
        kind = {"log": "logarithm", "sqrt": "root"}.get(node.kind, "undefined")
        return Part(
            expression, self._constant(lambda: double(*(part.constant for part in given)), node, kind)
        )

    def _operation(self, node: Node, left: Part, right: Part) -> Part:
        operator = OPERATORS[node.kind]
        if node.kind == "/" and right.expression == 0:
            raise self._error("zero", node)
        if node.kind == "/" and right.constant is None:
            self.guards.append(1 / right.expression)
        constant = None
        if left.constant is not None and right.constant is not None:
            sizes = left.constant, right.constant
            constant = self._constant(lambda: operator(*sizes), node, "undefined")
        return Part(operator(left.expression, right.expression), constant)

    def _power(self, node: Node, base: Part, exponent: Part) -> Part:
        if base.expression == sympy.E:
            return self._called(node, *FUNCTIONS["exp"], [exponent])
        if exponent.constant is None:
            if base.constant is None or base.constant <= 0:
                raise self._error("power", node)
            return Part(base.expression**exponent.expression, None)
        if abs(exponent.constant) > MAX_EXPONENT:
            raise self._error("exponent", node.parts[1])
        constant = None
        if base.constant is not None:
            sizes = base.constant, exponent.constant
            constant = self._constant(lambda: sizes[0] ** sizes[1], node, "root")
        elif base.expression == 0 and exponent.constant < 0:
            raise self._error("zero", node)
        self._check_power(node, base.expression, abs(exponent.constant))
        power = base.expression**exponent.expression
        if constant is None and (exponent.constant < 0 or not exponent.constant.is_integer()):
            self.guards.append(power)
        return Part(power, constant)

    def _check_power(self, node: Node, base: sympy.Expr, exponent: float) -> None:
        """A power of a power, and a number in it, grow with each: sympy is not given what has grown large.

        The size in a double does not tell, as 1.000001^20^20 has thousands of digits.
        """
        # As doubles: sympy cannot tell tanh(1000) from 1.
        powers = [abs(float(power.exp)) for power in base.atoms(sympy.Pow) if power.exp.is_comparable]
        if max(powers, default=1) * exponent > MAX_POWER:
            raise self._error("exponent", node.parts[1])
        if _bits(base) * exponent > MAX_BITS:
            raise self._error("constant", node)

    def _constant(self, compute: Callable[[], float], node: Node, otherwise: str) -> float:
        """A constant's size; where it has none the error is ``otherwise``, or that of a division by 0."""
        try:
            constant = compute()
        except OverflowError:
            constant = math.inf
        except ZeroDivisionError:
            raise self._error("zero", node) from None
        except ValueError:
            raise self._error(otherwise, node) from None
        if isinstance(constant, complex):
            raise self._error(otherwise, node)
        if constant and not 1 / MAX_CONSTANT <= abs(constant) <= MAX_CONSTANT:
            raise self._error("constant", node)
        return constant


def symbol(letter: str) -> sympy.Symbol:
    return sympy.Symbol(letter, real=True)


def _gaps(expression: sympy.Expr) -> set[tuple[str, sympy.Expr]]:
    """Where an expression has no value: at what is 0 in it, and at what is negative."""
    found = set()
    for power in expression.atoms(sympy.Pow):
        if power.base.free_symbols and power.exp.is_number:
            found |= {("zero", power.base)} if power.exp.is_negative else set()
            found |= set() if power.exp.is_Integer else {("negative", power.base)}
    for logarithm in expression.atoms(sympy.log):
        if logarithm.free_symbols:
            found |= {("zero", logarithm.args[0]), ("negative", logarithm.args[0])}
    return found


def _is_imaginary(power: sympy.Pow) -> bool:
    """Whether it is a root of a negative number, which sympy takes out of a root such as that of −W²."""
    return bool(power.base.is_Number and power.base < 0 and not power.exp.is_Integer)


def _bits(expression: sympy.Expr) -> int:
    """The length of the largest whole number in an expression."""
    numbers = expression.atoms(sympy.Rational)
    return max((max(abs(number.p), number.q).bit_length() for number in numbers), default=0)

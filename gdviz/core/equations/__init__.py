"""Lines of arithmetic that hold as they are written: the digits each number of them needs, and = or ≈.

A line holds if its right-hand side, carried out from the digits shown, agrees in the last digit
of the result. That is tested in doubles, with a running error analysis (Wilkinson 1963; Higham,
Accuracy and Stability of Numerical Algorithms, 3.3) that says how far they can be trusted.
Whether it holds exactly is decided in fractions.
"""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np

from gdviz.core.equations.expressions import PLACE, Expression, expression
from gdviz.core.equations.numbers import Exact, Measured
from gdviz.core.equations.writer import Equation, Writer, Written
from gdviz.core.numbers import number

__all__ = [
    "PLACE",
    "Equation",
    "Exact",
    "Expression",
    "Measured",
    "Written",
    "alone",
    "evaluated",
    "expression",
    "put",
    "sign",
    "written",
]


def put(text: str, texts: Mapping[str, str]) -> str:
    """A template with its numbers put in, {(W)} in parentheses where they are needed, as the player does."""

    def place(found: re.Match[str]) -> str:
        written_number = texts[found[2] + found[3]]
        return f"({written_number})" if found[1] and re.match("−|.*×", written_number) else written_number

    return PLACE.sub(place, text)


def evaluated(text: str, given: Mapping[str, str]) -> Fraction:
    """What an expression of fractions comes to, from the digits of its numbers."""
    line = expression(text)
    value: Fraction = line.at(
        Exact, {name: expression(given[name]).at(Exact, {}) for name in line.operands}
    ).value
    return value


def alone(values: Mapping[str, float]) -> dict[str, np.ndarray]:
    """The numbers of lines that are written once."""
    return {name: np.array([float(value)]) for name, value in values.items()}


def sign(exact: bool) -> str:
    return "=" if exact else "≈"


def written(
    equations: Sequence[Equation],
    values: Mapping[str, np.ndarray],
    given: Mapping[str, str] | None = None,
    least: Mapping[str, np.ndarray] | None = None,
) -> Written:
    """Choose the digits with which lines of arithmetic hold as they are written.

    ``values`` has (k,) numbers a name, whole ones for an exponent; ``given`` the texts of those that
    are the same in all lines and written in full. A number is written the same way in all lines: to six
    digits, or ``least`` (k,), and to more where a line asks for them. A result has fewer where the
    doubles themselves are not sure of more. Lines come in the order in which they are worked out.
    A number beyond the range of doubles, such as a sum of huge squares, is written as ∞.
    """
    beyond = {name: ~np.isfinite(array) for name, array in values.items()}
    finite = {
        name: np.where(beyond[name], 1.0, array) if beyond[name].any() else array
        for name, array in values.items()
    }
    with np.errstate(all="ignore"):
        found = Writer(equations, finite, given or {}, least or {}).written()
    for name, places in beyond.items():
        for k in np.flatnonzero(places).tolist():
            found.texts[name][k], found.known[name][k] = number(float(values[name][k])), False
            for i, (line, result) in enumerate(equations):
                if name == result or name in expression(line).operands:
                    found.substituted[i][k] = found.gives[i][k] = False
    return found

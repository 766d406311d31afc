"""The functions of a formula, as sympy takes them, and their derivatives.

At a kink a slope is stated, not left out: that of |W| is 0 at 0, and where the two arguments of max or
min are equal the slope is the first one's, a number before all else; so that of max(0, W) is 0 at 0, as
with the step function of the textbook, which is 1 only above 0.
"""

import math
from collections.abc import Callable
from typing import Any

import sympy
from sympy.printing.latex import LatexPrinter
from sympy.printing.mathml import MathMLPresentationPrinter
from sympy.printing.printer import Printer


class Abs(sympy.Function):
    """The absolute value of a real number, where it is one.

    sympy's own is a complex number's, and looks into every argument, at length, for whether it is real.
    """

    is_extended_nonnegative = True

    @classmethod
    def eval(cls, argument: sympy.Expr) -> sympy.Expr | None:
        factor, rest = argument.as_coeff_Mul()
        if rest is sympy.S.One or isinstance(rest, cls):
            return abs(factor) * rest
        return abs(factor) * cls(rest) if factor is not sympy.S.One else None

    def _eval_power(self, exponent: sympy.Expr) -> sympy.Expr | None:
        return self.args[0] ** exponent if exponent.is_even else None

    def _latex(self, printer: LatexPrinter, exp: str | None = None) -> str:
        bars = rf"\left|{{{printer._print(self.args[0])}}}\right|"
        return bars if exp is None else rf"{bars}^{{{exp}}}"


class _Plain:
    """A function that stays what was typed: sympy would write sin(W + π/2) as another one."""

    @classmethod
    def eval(cls, argument: sympy.Expr) -> sympy.Expr | None:
        value = super().eval(argument)  # type: ignore[misc]
        others = value is not None and any(not isinstance(f, cls) for f in value.atoms(sympy.Function))
        return None if others else value


class sin(_Plain, sympy.sin):  # noqa: N801 - sympy prints a function by the name of its class
    """The sine of a real number; of what may be none sympy's is asked at length for whether it is one."""

    is_real = True


class cos(_Plain, sympy.cos):  # noqa: N801
    """The cosine of a real number."""

    is_real = True


class tan(_Plain, sympy.tan):  # noqa: N801
    """The tangent of a real number; whether sympy's has a pole is a long question."""

    is_extended_real = True


class tanh(_Plain, sympy.tanh):  # noqa: N801
    """The hyperbolic tangent of a real number; sympy's asks at length for imaginary ones."""

    is_real = True


def _latex(name: str) -> Callable[..., str]:
    """How LaTeX writes a function of this name, and a power of it."""

    def latex(self: sympy.Function, printer: LatexPrinter, exp: str | None = None) -> str:
        arguments = ", ".join(map(printer._print, self.args))
        power = "" if exp is None else f"^{{{exp}}}"
        return rf"{name}{{\left({arguments} \right)}}{power}"  # max² would bear its exponent like a limit

    return latex


def _mathml(name: str) -> Callable[..., Any]:
    def mathml(self: sympy.Function, printer: MathMLPresentationPrinter) -> Any:
        row, letter = printer.dom.createElement("mrow"), printer.dom.createElement("mi")
        letter.appendChild(printer.dom.createTextNode(name))
        row.appendChild(letter)
        row.appendChild(printer._paren_comma_separated(*self.args))
        return row

    return mathml


def _named(name: str) -> Callable[..., str]:
    """The function as Python, and sympy's plain text, call it."""

    def code(self: sympy.Function, printer: Printer) -> str:
        return f"{name}({', '.join(map(printer._print, self.args))})"

    return code


class Max(sympy.Function):
    """The larger of two real numbers, a constant first; sympy's own compares, at length."""

    is_real = True
    _latex, _mathml_presentation = _latex(r"\max"), _mathml("max")
    _sympystr = _pythoncode = _mpmathcode = _named("max")

    @classmethod
    def eval(cls, one: sympy.Expr, other: sympy.Expr) -> sympy.Expr | None:
        if other.is_number and not one.is_number:
            return cls(other, one)
        if one.is_Rational and other.is_Rational:
            return one if (one > other) == (cls is Max) else other
        return one if one == other else None


class Min(Max):
    """The smaller of two real numbers, a constant first."""

    _latex, _mathml_presentation = _latex(r"\min"), _mathml("min")
    _sympystr = _pythoncode = _mpmathcode = _named("min")


class step(sympy.Function):  # noqa: N801
    """1 for a number above 0, and 0 otherwise: the derivative of max(0, x)."""

    is_real = True
    _latex, _mathml_presentation = _latex(r"\operatorname{step}"), _mathml("step")
    _pythoncode = _mpmathcode = _named("step")


class sigmoid(sympy.Function):  # noqa: N801
    """1/(1 + exp(−x))."""

    is_real = True
    _latex, _mathml_presentation = _latex(r"\sigma"), _mathml("σ")

    def _pythoncode(self, printer: Printer) -> str:
        return f"(1/(1 + exp(-({printer._print(self.args[0])}))))"

    _mpmathcode = _pythoncode


# Each function as sympy takes it, and as one of doubles, which tells how large a constant is.
FUNCTIONS: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {
    "exp": (sympy.exp, math.exp),
    "log": (sympy.log, math.log),
    "sqrt": (sympy.sqrt, math.sqrt),
    "sin": (sin, math.sin),
    "cos": (cos, math.cos),
    "tan": (tan, math.tan),
    "tanh": (tanh, math.tanh),
    "abs": (Abs, abs),
    "sigmoid": (sigmoid, lambda x: 1 / (1 + math.exp(-x))),
    "relu": (lambda x: Max(0, x), lambda x: max(0.0, x)),
    "max": (Max, max),
    "min": (Min, min),
}
DERIVATIVES: dict[type, Callable[[sympy.Expr], sympy.Expr]] = {
    sympy.exp: sympy.exp,
    sympy.log: lambda u: 1 / u,
    sin: cos,
    cos: lambda u: -sin(u),
    tan: lambda u: 1 + tan(u) ** 2,
    tanh: lambda u: 1 - tanh(u) ** 2,
    sigmoid: lambda u: sigmoid(u) * (1 - sigmoid(u)),
    **dict.fromkeys((Abs, sympy.Abs), lambda u: sympy.sign(u, evaluate=False)),  # sympy's is a root's of W²
}
KNOWN = (*DERIVATIVES, sympy.sign, step, Max, Min)

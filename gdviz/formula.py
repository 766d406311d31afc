"""A formula's text → value, gradient, Hessian, LaTeX and a pencil's line of arithmetic.

The text is read by Python's own parser, but nothing of it is ever run: a tree of
allowed nodes is rebuilt in sympy, within bounds, before sympy sees anything.
"""

import ast
import math
import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from types import FunctionType
from typing import Any, NamedTuple

import mpmath
import numpy as np
import sympy
from sympy.printing.latex import LatexPrinter
from sympy.printing.pycode import PythonCodePrinter

from gdviz.numbers import superscript

MAX_CHARACTERS = 200
MAX_NODES = 60
MAX_EXPONENT = 20
MAX_CONSTANT = 1e12
MAX_BITS = 1000  # of a whole number in a formula: it is still within double range
MAX_POWER = 400  # of powers of powers, which sympy writes as one
MAX_MAGNITUDE = 2000  # log₂ of the largest argument, beyond any double, of which mpmath takes exp or sin


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


class sin(sympy.sin):  # noqa: N801 - sympy prints a function by the name of its class
    """The sine of a real number; of what may be none sympy's is asked at length for whether it is one."""

    is_real = True


class cos(sympy.cos):  # noqa: N801
    """The cosine of a real number."""

    is_real = True


class tan(sympy.tan):  # noqa: N801
    """The tangent of a real number; whether sympy's has a pole is a long question."""

    is_extended_real = True


class tanh(sympy.tanh):  # noqa: N801
    """The hyperbolic tangent of a real number; sympy's asks at length for imaginary ones."""

    is_real = True


FUNCTIONS: dict[str, tuple[Callable, Callable]] = {
    "exp": (sympy.exp, math.exp),
    "log": (sympy.log, math.log),
    "sqrt": (sympy.sqrt, math.sqrt),
    "sin": (sin, math.sin),
    "cos": (cos, math.cos),
    "tan": (tan, math.tan),
    "tanh": (tanh, math.tanh),
    "abs": (Abs, abs),
}
DERIVATIVES: dict[type, Callable[[sympy.Expr], sympy.Expr]] = {
    sympy.exp: sympy.exp,
    sympy.log: lambda u: 1 / u,
    sin: cos,
    cos: lambda u: -sin(u),
    tan: lambda u: 1 + tan(u) ** 2,
    tanh: lambda u: 1 - tanh(u) ** 2,
    **dict.fromkeys((Abs, sympy.Abs), lambda u: sympy.sign(u, evaluate=False)),  # sympy's is a root's of W²
}
KNOWN = (*DERIVATIVES, sympy.sign)
OPERATORS: dict[type[ast.operator], Callable] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
    ast.Pow: lambda a, b: a**b,
}


KINDS = (
    "empty", "long", "nodes", "syntax", "name", "call", "constant", "exponent", "undefined", "derivative",
    "nowhere", "other",
)  # fmt: skip
# What a keyboard or a copied line has in place of Python's own signs: full-width characters,
# typographic signs, indices and powers; and a formula is one line, however it was broken.
SPELLINGS = {
    **{ord(space): " " for space in "\n\r\t\v\f\ufeff"},
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **{ord(sign): plain for sign, plain in zip("−–×·÷　₀₁₂₃₄₅₆₇₈₉", "--**/ 0123456789", strict=True)},
    **{ord(sign): f"**{digit}" for digit, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
    ord("^"): "**",
    ord("＾"): "**",
}


# What no number is made of.
STRANGE = (sympy.zoo, sympy.nan, sympy.oo, -sympy.oo, sympy.I)


class FormulaError(ValueError):
    """A formula that is not accepted: what is wrong, with which piece, and where.

    ``kind`` names the reason, one of KINDS, ``piece`` is the offending text, ``at`` its first
    character, from 0.
    """

    def __init__(self, kind: str, piece: str, at: int):
        super().__init__(f"{kind}: {piece!r} at character {at + 1}")
        self.kind, self.piece, self.at = kind, piece, at


@dataclass(frozen=True)
class Formula:
    """A parsed formula of n letters, such as W² + 4 of W.

    Values are float64. Where double range overflows on the way to a value that a double
    can hold (exp(936)/(1 + exp(936))), that value is computed with mpmath instead, or for
    many points at once in extended doubles, so a number is missing (inf or nan) only where the
    formula has none.
    """

    expression: sympy.Expr
    letters: tuple[str, ...]

    def value(self, weights: np.ndarray) -> float:
        """The formula at ``weights``, shape (n,)."""
        return self._value(*weights.tolist())

    def values(self, weights: np.ndarray) -> np.ndarray:
        """The formula at m points, shape (m, n) → (m,)."""
        values = _in_arrays(self._double, weights)[0]
        missing = ~np.isfinite(values)
        if missing.any():
            values[missing] = _in_arrays(self._double, weights[missing].astype(np.longdouble))[0]
        return values

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        """The n partial derivatives at ``weights``, shape (n,)."""
        return np.array(self.partials(*weights.tolist()), dtype=float)

    def partials(self, *weights: float) -> list[float]:
        """The n partial derivatives at n plain numbers, without the arrays."""
        try:
            partials = self._partials.numbers(*weights)
            if math.isfinite(sum(partials)):
                return partials
        except (ArithmeticError, ValueError, TypeError):
            pass
        return [partial(*weights) for partial in self._gradient]

    def gradients(self, weights: np.ndarray) -> np.ndarray:
        """The partial derivatives at m points, shape (m, n) → (m, n), in doubles alone."""
        return _in_arrays(self._partials, weights).T

    def hessians(self, weights: np.ndarray) -> np.ndarray:
        """The second derivatives at m points, shape (m, n) → (m, n, n), in doubles alone."""
        n = len(self.letters)
        return _in_arrays(self._seconds, weights).T.reshape(-1, n, n)

    def slope(self, weight: float) -> float:
        """The derivative of a formula of one letter, without the arrays."""
        return self._gradient[0](weight)

    def hessian(self, weights: np.ndarray) -> np.ndarray:
        """The second derivatives at ``weights``, shape (n, n)."""
        point = weights.tolist()
        return np.array([[second(*point) for second in row] for row in self._hessian])

    @property
    def latex(self) -> str:
        return sympy.latex(self.expression)

    @cached_property
    def derivatives(self) -> tuple[sympy.Expr, ...]:
        """The partial derivatives, one a letter, as expressions."""
        return tuple(_derivative(self.expression, symbol) for symbol in self._symbols)

    @cached_property
    def gradient_latex(self) -> tuple[str, ...]:
        """The partial derivatives in LaTeX, one a letter."""
        return tuple(sympy.latex(partial) for partial in self.derivatives)

    @cached_property
    def gradient_arithmetic(self) -> tuple[str, ...]:
        """The partial derivatives as templates of a line of arithmetic, one a letter.

        ``2W`` gives ``2 × {(W)}``: a name in braces stands for the number of that letter,
        with parentheses inside the braces where a negative number needs them.
        """
        return tuple(_arithmetic(str(partial), self.letters) for partial in self.derivatives)

    @cached_property
    def is_quadratic(self) -> bool:
        """Whether the formula is a polynomial of degree two: its Hessian is constant."""
        return bool(
            self.expression.is_polynomial(*self._symbols)
            and _degree(self.expression) <= MAX_EXPONENT  # what is more may take long to multiply out
            and sympy.Poly(self.expression, *self._symbols).total_degree() == 2
        )

    @cached_property
    def gradient_degrees(self) -> tuple[int, ...] | None:
        """The total degrees of a polynomial's partial derivatives; None if it is none, or a large one."""
        if not self.expression.is_polynomial(*self._symbols) or _degree(self.expression) > MAX_EXPONENT:
            return None
        partials = [sympy.Poly(partial, *self._symbols) for partial in self.derivatives]
        return tuple(max(0, partial.total_degree()) for partial in partials)

    def count_level(self, low: float, high: float) -> int:
        """How many different zeros the derivative of a polynomial of one letter has from low to high."""
        derivative = sympy.Poly(self.derivatives[0], *self._symbols)
        return int(derivative.count_roots(sympy.Rational(str(low)), sympy.Rational(str(high))))

    @cached_property
    def has_derivatives(self) -> bool:
        """Whether the derivatives are formulas of the known functions, too, and so all further ones."""
        return not any(
            partial.has(sympy.Derivative, sympy.Subs, *STRANGE)
            or not all(isinstance(part, KNOWN) for part in partial.atoms(sympy.Function))
            for partial in self.derivatives
        )

    @cached_property
    def _symbols(self) -> tuple[sympy.Symbol, ...]:
        return tuple(_symbol(letter) for letter in self.letters)

    @cached_property
    def _double(self) -> "_InDoubles":
        return _in_doubles([self.expression], self._symbols)

    @cached_property
    def _value(self) -> Callable[..., float]:
        return _scalar(self.expression, self._symbols, self._double)

    @cached_property
    def _partials(self) -> "_InDoubles":
        """All partial derivatives at once, in doubles alone; it may raise what doubles raise."""
        return _in_doubles(self.derivatives, self._symbols)

    @cached_property
    def _gradient(self) -> list[Callable[..., float]]:
        return [_scalar(partial, self._symbols) for partial in self.derivatives]

    @cached_property
    def _hessian(self) -> list[list[Callable[..., float]]]:
        return [[_scalar(second, self._symbols) for second in row] for row in self._second_derivatives]

    @cached_property
    def _seconds(self) -> "_InDoubles":
        """All second derivatives at once, row by row, in doubles alone."""
        return _in_doubles([second for row in self._second_derivatives for second in row], self._symbols)

    @cached_property
    def _second_derivatives(self) -> list[list[sympy.Expr]]:
        return [[_derivative(partial, symbol) for symbol in self._symbols] for partial in self.derivatives]


@lru_cache(maxsize=256)
def parse(text: str, letters: tuple[str, ...] = ("W",)) -> Formula:
    """Read a formula of the given letters.

    Allowed are the letters, numbers, ``+ - * / ** ^``, parentheses and the functions
    exp log sqrt sin cos tan tanh abs. Raises FormulaError for anything else, and for what
    would be too large to work with.
    """
    return Formula(_Reader(text, letters).read(), letters)


def mathml(expression: sympy.Expr) -> str:
    """An expression in MathML, with characters in place of names that only some parsers know."""
    text = sympy.mathml(expression, printer="presentation")
    return text.replace("&ExponentialE;", "e").replace("&InvisibleTimes;", "\u2062").replace(">-<", ">−<")


@dataclass(frozen=True)
class _Reader:
    """Rebuilds one formula's text in sympy, node by node."""

    text: str
    letters: tuple[str, ...]

    def read(self) -> sympy.Expr:
        if not self.text.strip():
            raise FormulaError("empty", self.text, 0)
        if len(self.text) > MAX_CHARACTERS:
            raise FormulaError("long", self.text[MAX_CHARACTERS:], MAX_CHARACTERS)
        if "#" in self._source:  # to Python what follows is a remark
            at = self._position(self._source.index("#") - len(self._source) + len(self._source.lstrip()))
            raise FormulaError("other", self.text[at:], at)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(self._source.lstrip(), mode="eval").body
        except SyntaxError as error:
            at = self._position((error.offset or 1) - 1)
            raise FormulaError("syntax", self.text[at:], at) from None
        except (ValueError, MemoryError, RecursionError):
            raise FormulaError("syntax", self.text, 0) from None
        if sum(isinstance(node, ast.expr) for node in ast.walk(tree)) > MAX_NODES:
            raise FormulaError("nodes", self.text, 0)
        expression, _ = self._build(tree)
        if expression.has(*STRANGE) or any(map(_is_imaginary, expression.atoms(sympy.Pow))):
            raise FormulaError("undefined", self.text, 0)
        if _bits(expression) > MAX_BITS:
            raise FormulaError("constant", self.text, 0)
        return expression

    @property
    def _source(self) -> str:
        """The text in Python's spelling: a caret is a power, and a line that goes on below is one line."""
        return self.text.replace("\\\n", "  ").translate(SPELLINGS)

    def _position(self, column: int) -> int:
        """The character of the text that stands at a column of the stripped source."""
        column += len(self._source) - len(self._source.lstrip())
        widths = [len(SPELLINGS.get(ord(character), " ")) for character in self.text]
        return next((i for i in range(len(widths)) if sum(widths[: i + 1]) > column), 0)

    def _error(self, kind: str, node: ast.expr) -> FormulaError:
        line = self._source.lstrip().encode()
        start, end = (len(line[:c].decode()) for c in (node.col_offset, node.end_col_offset or 0))
        at = self._position(start)
        return FormulaError(kind, self.text[at : self._position(end - 1) + 1], at)

    def _build(self, node: ast.expr) -> tuple[sympy.Expr, float | None]:
        """A node as an expression and, where it is a constant, its size in a double.

        Constants are worked out in doubles first: sympy is never given one so large, or so
        fine, that its exact arithmetic would take long.
        """
        match node:
            case ast.Constant(value=bool()):
                raise self._error("other", node)
            case ast.Constant(value=int() | float() as number):
                size = self._constant(lambda: float(number), node)
                return sympy.Rational(str(number)), size
            case ast.Name(id=name) if name in self.letters:
                return _symbol(name), None
            case ast.Name():
                raise self._error("name", node)
            case ast.UnaryOp(op=ast.USub() | ast.UAdd() as op, operand=operand):
                expression, constant = self._build(operand)
                sign = -1 if isinstance(op, ast.USub) else 1
                return sign * expression, None if constant is None else sign * constant
            case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
                return self._operation(node, OPERATORS[type(op)], self._build(left), self._build(right))
            case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]) if name in FUNCTIONS:
                return self._call(node, name, self._build(argument))
            case ast.Call():
                raise self._error("call", node)
            case _:
                raise self._error("other", node)

    def _call(
        self, node: ast.Call, name: str, argument: tuple[sympy.Expr, float | None]
    ) -> tuple[sympy.Expr, float | None]:
        (exact, double), (expression, constant) = FUNCTIONS[name], argument
        if constant is None:
            return exact(expression), None
        return exact(expression), self._constant(lambda: double(constant), node)

    def _operation(
        self,
        node: ast.BinOp,
        operator: Callable,
        left: tuple[sympy.Expr, float | None],
        right: tuple[sympy.Expr, float | None],
    ) -> tuple[sympy.Expr, float | None]:
        (a, a_constant), (b, b_constant) = left, right
        if isinstance(node.op, ast.Pow) and (b_constant is None or abs(b_constant) > MAX_EXPONENT):
            raise self._error("exponent", node.right)
        constant = None
        if a_constant is not None and b_constant is not None:
            constant = self._constant(lambda: operator(a_constant, b_constant), node)
        elif isinstance(node.op, ast.Div) and b == 0:
            raise self._error("undefined", node)
        if isinstance(node.op, ast.Pow):
            self._check_power(node, a, abs(b_constant or 0))
        return operator(a, b), constant

    def _check_power(self, node: ast.BinOp, base: sympy.Expr, exponent: float) -> None:
        """A power of a power, and a number in it, grow with each: sympy is not given what has grown large.

        The size in a double does not tell, as 1.000001^20^20 has thousands of digits.
        """
        powers = [abs(power.exp) for power in base.atoms(sympy.Pow) if power.exp.is_number]
        if max(powers, default=1) * exponent > MAX_POWER:
            raise self._error("exponent", node.right)
        if _bits(base) * exponent > MAX_BITS:
            raise self._error("constant", node)

    def _constant(self, compute: Callable[[], float], node: ast.expr) -> float:
        try:
            constant = compute()
        except OverflowError:
            constant = math.inf
        except (ZeroDivisionError, ValueError):
            raise self._error("undefined", node) from None
        if isinstance(constant, complex):
            raise self._error("undefined", node)
        if constant and not 1 / MAX_CONSTANT <= abs(constant) <= MAX_CONSTANT:
            raise self._error("constant", node)
        return constant


def _is_imaginary(power: sympy.Pow) -> bool:
    """Whether it is a root of a negative number, which sympy takes out of a root such as that of −W²."""
    return bool(power.base.is_Number and power.base < 0 and not power.exp.is_Integer)


def _degree(expression: sympy.Expr) -> int:
    """At most the degree of a polynomial, as it stands there."""
    if not expression.args or expression.is_number:
        return int(expression.is_Symbol)
    if isinstance(expression, sympy.Pow):
        return _degree(expression.base) * int(expression.exp)
    degrees = [_degree(argument) for argument in expression.args]
    return sum(degrees) if isinstance(expression, sympy.Mul) else max(degrees)


def _bits(expression: sympy.Expr) -> int:
    """The length of the largest whole number in an expression."""
    numbers = expression.atoms(sympy.Rational)
    return max((max(abs(number.p), number.q).bit_length() for number in numbers), default=0)


def _symbol(letter: str) -> sympy.Symbol:
    return sympy.Symbol(letter, real=True)


def _function(
    symbols: Sequence[sympy.Symbol], expression: Any, *modules: Any, printer: Any = None
) -> Callable:
    """An expression, or a list of them, as a function of its symbols."""
    return sympy.lambdify(symbols, expression, list(modules), printer, cse=True, docstring_limit=0)


def _sign(x: float) -> int:
    return (x > 0) - (x < 0)


class _DoublesPrinter(PythonCodePrinter):
    """Python's code with names that both math and numpy have; sympy's asks for a sign with an if."""

    def _print_sign(self, expression: sympy.Expr) -> str:
        return f"sign({self._print(expression.args[0])})"


class _InDoubles(NamedTuple):
    """k expressions as one function of plain floats, and as one of arrays: the same code with other sines."""

    k: int
    numbers: Callable[..., list[float]]
    arrays: Callable[..., list[np.ndarray | float]]


def _in_doubles(expressions: Sequence[sympy.Expr], symbols: Sequence[sympy.Symbol]) -> _InDoubles:
    printer = _DoublesPrinter({"fully_qualified_modules": False, "inline": True})
    numbers = _function(symbols, list(expressions), {"sign": _sign}, "math", printer=printer)
    return _InDoubles(len(expressions), numbers, FunctionType(numbers.__code__, IN_ARRAYS))


def _in_arrays(function: _InDoubles, weights: np.ndarray) -> np.ndarray:
    """k expressions at m points, shape (m, n) → (k, m); nan if there is a number beyond any double."""
    try:
        with np.errstate(all="ignore"):
            found = function.arrays(*weights.T)
            values = np.array([np.broadcast_to(value, len(weights)) for value in found])
            return np.where(values.imag == 0, values.real, np.nan).astype(float)
    except OverflowError:
        return np.full((function.k, len(weights)), np.nan)


def _scalar(
    expression: sympy.Expr, symbols: Sequence[sympy.Symbol], doubles: _InDoubles | None = None
) -> Callable[..., float]:
    """The expression as a function of plain floats: fast, and right where doubles overflow."""
    fast = (doubles or _in_doubles([expression], symbols)).numbers

    @cache
    def exact() -> Callable:  # most formulas never need it
        return _function(symbols, expression, BOUNDED, "mpmath")

    def scalar(*point: float) -> float:
        try:
            value = float(fast(*point)[0])
        except (ArithmeticError, ValueError, TypeError):
            value = math.nan
        return value if math.isfinite(value) else _with_mpmath(exact(), point)

    return scalar


def _within_bounds(function: Callable, beyond: Callable) -> Callable:
    """The function where its work is bounded: the digits that mpmath needs grow with the exponent."""

    def bounded(x: mpmath.mpf) -> mpmath.mpf:
        return function(x) if mpmath.mag(x) < MAX_MAGNITUDE else beyond(x)

    return bounded


def _of_arrays(function: Callable) -> Callable:
    """numpy's function, which takes no whole number that is too long for an array."""

    def of_arrays(x: np.ndarray | float) -> np.ndarray:
        return function(float(x) if isinstance(x, int) else x)

    return of_arrays


IN_ARRAYS: dict[str, Any] = {
    name: _of_arrays(getattr(np, name))
    for name in ("exp", "log", "sqrt", "sin", "cos", "tan", "tanh", "sign", "abs")
}
IN_ARRAYS |= {"e": math.e, "pi": math.pi}
BOUNDED = {
    "exp": _within_bounds(mpmath.exp, lambda x: mpmath.inf if x > 0 else mpmath.mpf(0)),
    "tanh": _within_bounds(mpmath.tanh, mpmath.sign),
    **{name: _within_bounds(getattr(mpmath, name), lambda x: mpmath.inf) for name in ("sin", "cos", "tan")},
}
# The absolute value of no real number is none, either.
BOUNDED["abs"] = lambda x: mpmath.nan if isinstance(x, mpmath.mpc) else abs(x)
# A logarithm of 0 has no value; what is infinite here is too large.
BOUNDED["log"] = lambda x: mpmath.log(x) if x else mpmath.nan


def _with_mpmath(exact: Callable, point: Sequence[float]) -> float:
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


def _derivative(expression: sympy.Expr, symbol: sympy.Symbol) -> sympy.Expr:
    """The derivative, without the impulses that a corner leaves in a second one.

    It is what sympy.diff gives, in a tenth of the time where functions are nested: that multiplies
    out at each link of the chain, and asks of every argument whether it is real.
    """
    return sympy.Mul(*_factors(expression, symbol))


def _factors(expression: sympy.Expr, symbol: sympy.Symbol) -> list[sympy.Expr]:
    """What the derivative is the product of."""
    arguments = expression.args
    depending = [i for i, argument in enumerate(arguments) if symbol in argument.free_symbols]
    if expression == symbol:
        return [sympy.Integer(1)]
    if not depending or isinstance(expression, sympy.sign):
        return [sympy.Integer(0)]
    if isinstance(expression, sympy.Mul):
        products = [[*arguments[:i], *arguments[i + 1 :], *_factors(arguments[i], symbol)] for i in depending]
        return products[0] if len(products) == 1 else [sympy.Add(*(sympy.Mul(*p) for p in products))]
    if isinstance(expression, sympy.Add):
        return [sympy.Add(*(_derivative(arguments[i], symbol) for i in depending))]
    if isinstance(expression, sympy.Pow) and depending == [0]:
        base, exponent = arguments
        return [exponent, base ** (exponent - 1), *_factors(base, symbol)]
    if outer := DERIVATIVES.get(expression.func):
        return [outer(arguments[0]), *_factors(arguments[0], symbol)]
    return [sympy.diff(expression, symbol)]


def _arithmetic(text: str, letters: Sequence[str]) -> str:
    """sympy's plain text of an expression as a line that a pencil would write."""
    for letter in letters:
        text = re.sub(rf"\({letter}\)", f"({{{letter}}})", text)
        text = re.sub(rf"(?<![\w{{]){letter}(?!\w|}})", f"{{({letter})}}", text)
    text = re.sub(r"\*\*(\d+)", lambda power: superscript(int(power[1])), text)
    return text.replace("**", "^").replace("*", " × ").replace("-", "−").replace("Abs", "abs")

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
from functools import cached_property, lru_cache

import mpmath
import numpy as np
import sympy

from gdviz.numbers import superscript

MAX_CHARACTERS = 200
MAX_NODES = 60
MAX_EXPONENT = 20
MAX_CONSTANT = 1e12
MAX_MAGNITUDE = 2000  # log₂ of the largest argument, beyond any double, of which mpmath takes exp or sin

FUNCTIONS: dict[str, tuple[Callable, Callable]] = {
    "exp": (sympy.exp, math.exp),
    "log": (sympy.log, math.log),
    "sqrt": (sympy.sqrt, math.sqrt),
    "sin": (sympy.sin, math.sin),
    "cos": (sympy.cos, math.cos),
    "tan": (sympy.tan, math.tan),
    "tanh": (sympy.tanh, math.tanh),
    "abs": (sympy.Abs, abs),
}
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
# typographic signs, indices and powers.
SPELLINGS = {
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
        values = self._values(weights)
        missing = ~np.isfinite(values)
        if missing.any():
            values[missing] = self._values(weights[missing].astype(np.longdouble))
        return values

    def _values(self, weights: np.ndarray) -> np.ndarray:
        with np.errstate(all="ignore"):
            return np.broadcast_to(self._vector(*weights.T), len(weights)).astype(float)

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        """The n partial derivatives at ``weights``, shape (n,)."""
        point = weights.tolist()
        try:
            partials = self._partials(*point)
            if math.isfinite(sum(partials)):
                return np.array(partials, dtype=float)
        except (ArithmeticError, ValueError, TypeError):
            pass
        return np.array([partial(*point) for partial in self._gradient])

    def gradients(self, weights: np.ndarray) -> np.ndarray:
        """The partial derivatives at m points, shape (m, n) → (m, n), in doubles alone."""
        with np.errstate(all="ignore"):
            columns = [np.broadcast_to(partial(*weights.T), len(weights)) for partial in self._gradients]
        return np.stack(columns, axis=-1).astype(float)

    def hessians(self, weights: np.ndarray) -> np.ndarray:
        """The second derivatives at m points, shape (m, n) → (m, n, n), in doubles alone."""
        with np.errstate(all="ignore"):
            rows = [
                np.stack([np.broadcast_to(second(*weights.T), len(weights)) for second in row], axis=-1)
                for row in self._hessians
            ]
        return np.stack(rows, axis=-2).astype(float)

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
        return tuple(sympy.diff(self.expression, symbol) for symbol in self._symbols)

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
            and sympy.Poly(self.expression, *self._symbols).total_degree() == 2
        )

    @cached_property
    def has_derivatives(self) -> bool:
        """Whether the first and second derivatives are formulas of the known functions, too."""
        known = (*(exact for exact, _ in FUNCTIONS.values() if isinstance(exact, type)), sympy.sign)
        seconds = [second for row in self._second_derivatives for second in row]
        return not any(
            expression.has(sympy.Derivative, sympy.Subs, *STRANGE)
            or not all(isinstance(part, known) for part in expression.atoms(sympy.Function))
            for expression in (*self.derivatives, *seconds)
        )

    @cached_property
    def _symbols(self) -> tuple[sympy.Symbol, ...]:
        return tuple(_symbol(letter) for letter in self.letters)

    @cached_property
    def _vector(self) -> Callable:
        return sympy.lambdify(self._symbols, self.expression, "numpy", cse=True)

    @cached_property
    def _value(self) -> Callable[..., float]:
        return _scalar(self.expression, self._symbols)

    @cached_property
    def _partials(self) -> Callable[..., list[float]]:
        """All partial derivatives at once, in doubles alone; it may raise what doubles raise."""
        return sympy.lambdify(self._symbols, list(self.derivatives), [{"sign": np.sign}, "math"], cse=True)

    @cached_property
    def _gradient(self) -> list[Callable[..., float]]:
        return [_scalar(partial, self._symbols) for partial in self.derivatives]

    @cached_property
    def _hessian(self) -> list[list[Callable[..., float]]]:
        return [[_scalar(second, self._symbols) for second in row] for row in self._second_derivatives]

    @cached_property
    def _gradients(self) -> list[Callable]:
        return [sympy.lambdify(self._symbols, partial, "numpy", cse=True) for partial in self.derivatives]

    @cached_property
    def _hessians(self) -> list[list[Callable]]:
        return [
            [sympy.lambdify(self._symbols, second, "numpy", cse=True) for second in row]
            for row in self._second_derivatives
        ]

    @cached_property
    def _second_derivatives(self) -> list[list[sympy.Expr]]:
        return [
            [_smooth(sympy.diff(partial, symbol)) for symbol in self._symbols] for partial in self.derivatives
        ]


@lru_cache(maxsize=256)
def parse(text: str, letters: tuple[str, ...] = ("W",)) -> Formula:
    """Read a formula of the given letters.

    Allowed are the letters, numbers, ``+ - * / ** ^``, parentheses and the functions
    exp log sqrt sin cos tan tanh abs. Raises FormulaError for anything else, and for what
    would be too large to work with.
    """
    return Formula(_Reader(text, letters).read(), letters)


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
        if expression.has(*STRANGE):
            raise FormulaError("undefined", self.text, 0)
        return expression

    @property
    def _source(self) -> str:
        """The text in Python's spelling: a caret is a power."""
        return self.text.translate(SPELLINGS)

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
        return operator(a, b), constant

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


def _symbol(letter: str) -> sympy.Symbol:
    return sympy.Symbol(letter, real=True)


def _scalar(expression: sympy.Expr, symbols: Sequence[sympy.Symbol]) -> Callable[..., float]:
    """The expression as a function of plain floats: fast, and right where doubles overflow."""
    fast = sympy.lambdify(symbols, expression, [{"sign": np.sign}, "math"], cse=True)
    exact = sympy.lambdify(symbols, expression, [BOUNDED, "mpmath"], cse=True)

    def scalar(*point: float) -> float:
        try:
            value = float(fast(*point))
        except (ArithmeticError, ValueError, TypeError):
            value = math.nan
        return value if math.isfinite(value) else _with_mpmath(exact, point)

    return scalar


def _within_bounds(function: Callable) -> Callable:
    """The function where its work is bounded: the digits that mpmath needs grow with the exponent."""

    def bounded(x: mpmath.mpf) -> mpmath.mpf:
        return function(x) if mpmath.mag(x) < MAX_MAGNITUDE else mpmath.inf

    return bounded


BOUNDED = {name: _within_bounds(getattr(mpmath, name)) for name in ("exp", "sin", "cos", "tan", "tanh")}
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


def _smooth(expression: sympy.Expr) -> sympy.Expr:
    """The expression without the impulses that a corner leaves in a second derivative."""
    return expression.replace(sympy.DiracDelta, lambda *_: sympy.Integer(0))


def _arithmetic(text: str, letters: Sequence[str]) -> str:
    """sympy's plain text of an expression as a line that a pencil would write."""
    for letter in letters:
        text = re.sub(rf"\({letter}\)", f"({{{letter}}})", text)
        text = re.sub(rf"(?<![\w{{]){letter}(?!\w|}})", f"{{({letter})}}", text)
    text = re.sub(r"\*\*(\d+)", lambda power: superscript(int(power[1])), text)
    return text.replace("**", "^").replace("*", " × ").replace("-", "−").replace("Abs", "abs")

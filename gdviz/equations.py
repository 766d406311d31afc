"""Lines of arithmetic that hold as they are written: the digits each number of them needs, and = or ≈.

A line holds if its right-hand side, carried out from the digits shown, agrees in the last digit
of the result. That is tested in doubles, with a running error analysis (Wilkinson 1963; Higham,
Accuracy and Stability of Numerical Algorithms, 3.3) that says how far they can be trusted.
Whether it holds exactly is decided in fractions.
"""

import ast
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import isqrt
from typing import Any, NamedTuple, Self

import mpmath
import numpy as np

from gdviz.numbers import DIGITS, MOST_DIGITS, SUPERSCRIPTS, number, superscript

SHORT = 1e-12  # what is nearer to a short number, relative to it, is taken for that number
UNIT = 2.0**-53  # how much a double may be rounded
TRUSTED = 4.0  # the last digit of a result is at least so many times what the doubles may be off
PASSES = 40  # over all lines; a few are enough
LONGEST = 20_000  # bits of a fraction; a longer one goes on as a rounded number
LARGEST = 2000  # log₂ of the largest argument, beyond any double, of which exp or sin is taken

PRECISE = mpmath.MPContext()  # of its own, as the precision of mpmath.mp is everybody's
PRECISE.dps = 60

# --- Reading an expression ----------------------------------------------------------------

PLACE = re.compile(r"\{(\(?)(\w+)\)?('?)\}")  # as the player reads it
POWER = re.compile(r"[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
LOWERED = {raised: plain for plain, raised in SUPERSCRIPTS.items()}
SPELLINGS = str.maketrans({"×": "*", "·": "*", "÷": "/", "^": "**", "−": "-", "√": "sqrt"})
CONSTANTS = {"e": "e", "E": "e", "π": "pi", "pi": "pi"}
OPERATORS: dict[type[ast.operator], Callable] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
OF_ONE = ("exp", "log", "sqrt", "sin", "cos", "tan", "tanh", "sign", "step", "sigmoid")
FUNCTIONS: dict[str, Callable] = {
    **{name: operator.methodcaller(name) for name in OF_ONE},
    "σ": operator.methodcaller("sigmoid"),
    "abs": abs,
    "max": lambda a, b: a.larger(b),
    "min": lambda a, b: -(-a).larger(-b),
}


# Of a class of numbers and operands of that class: what comes out.
Function = Callable[[Any, Mapping[str, Any]], Any]


class Expression(NamedTuple):
    """An expression as a function, of one of the classes of numbers below and operands of that class."""

    at: Function
    operands: tuple[str, ...]


@lru_cache(maxsize=1024)
def expression(text: str) -> Expression:
    """Read an expression as it is printed, with names in braces: 0.9 × {(v)} + {slope}².

    A brace right behind another, as in {beta}{t}, is its exponent. Raises ValueError for what is no
    such expression. Python's parser reads it; nothing of it is ever run.
    """
    names = list(dict.fromkeys(name + later for _, name, later in PLACE.findall(text)))

    def place(found: re.Match) -> str:
        return f"x{names.index(found[2] + found[3])}"

    source = re.sub(r"√(\{.*?\}|[\d.]+)", r"√(\1)", text).replace("}{", "}^{")
    source = POWER.sub(lambda power: f"^({power[0].translate(LOWERED)})", PLACE.sub(place, source))
    try:
        tree = ast.parse(source.translate(SPELLINGS).strip(), mode="eval").body
    except SyntaxError:
        raise ValueError(f"no arithmetic: {text!r}") from None
    return Expression(_built(tree, names), tuple(names))


def _built(node: ast.expr, names: Sequence[str]) -> Function:
    match node:
        case ast.Constant(value=int() | float() as value):
            return lambda kind, operands: _literal(kind, str(value))
        case ast.Name(id=name) if name in CONSTANTS:
            return lambda kind, operands: _literal(kind, CONSTANTS[name])
        case ast.Name(id=place) if re.fullmatch(r"x\d+", place):
            name = names[int(place[1:])]
            return lambda kind, operands: operands[name]
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            function = _built(inner, names)
            return lambda kind, operands: -function(kind, operands)
        case ast.BinOp(left=left, op=ast.Pow(), right=ast.Constant(value=int() as n)):
            function = _built(left, names)
            return lambda kind, operands: function(kind, operands) ** n
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            apply, a, b = OPERATORS[type(op)], _built(left, names), _built(right, names)
            return lambda kind, operands: apply(a(kind, operands), b(kind, operands))
        case ast.Call(func=ast.Name(id=name), args=arguments) if name in FUNCTIONS:
            call, parts = FUNCTIONS[name], [_built(argument, names) for argument in arguments]
            return lambda kind, operands: call(*(part(kind, operands) for part in parts))
    raise ValueError(f"no arithmetic: {ast.unparse(node)}")


@lru_cache(maxsize=1024)
def _literal(kind: Any, text: str) -> Any:
    return kind.constant(text) if text in CONSTANTS else kind.literal(text)


# --- Numbers that know how far off they are, and numbers that are exact -------------------


@dataclass(frozen=True)
class Measured:
    """Doubles, one or an array, and how far each may be from the number that it stands for."""

    value: Any
    error: Any = 0.0

    @classmethod
    def literal(cls, text: str) -> Self:
        value = np.float64(text)
        return cls(value, 0.0 if float(value) == Fraction(text) else UNIT * value)

    @classmethod
    def constant(cls, name: str) -> Self:
        value = np.float64(getattr(np, name))
        return cls(value, UNIT * value)

    @classmethod
    def _of(cls, value: Any, error: Any) -> Self:
        """A result that was rounded once more."""
        return cls(value, error + UNIT * abs(value))

    def __neg__(self) -> Self:
        return type(self)(-self.value, self.error)

    def __abs__(self) -> Self:
        return type(self)(abs(self.value), self.error)

    def __add__(self, other: Self) -> Self:
        return self._of(self.value + other.value, self.error + other.error)

    def __sub__(self, other: Self) -> Self:
        return self._of(self.value - other.value, self.error + other.error)

    def __mul__(self, other: Self) -> Self:
        error = abs(self.value) * other.error + abs(other.value) * self.error
        return self._of(self.value * other.value, error)

    def __truediv__(self, other: Self) -> Self:
        value = self.value / other.value
        return self._of(value, (self.error + abs(value) * other.error) / abs(other.value))

    def __pow__(self, other: Any) -> Self:
        n = other if isinstance(other, int) else other.value
        value = self.value**n
        error = abs(n * self.value ** (n - 1)) * self.error + UNIT * abs(value)
        if not isinstance(other, int) and np.any(other.error):
            error = error + abs(value * np.log(abs(self.value))) * other.error
        return self._of(value, error)

    def larger(self, other: Self) -> Self:
        return type(self)(np.maximum(self.value, other.value), np.maximum(self.error, other.error))

    def sign(self) -> Self:
        return type(self)(np.sign(self.value), np.where(abs(self.value) > self.error, 0.0, 2 * self.error))

    def step(self) -> Self:
        return type(self)(
            np.where(self.value > 0, 1.0, 0.0), np.where(abs(self.value) > self.error, 0.0, 1.0)
        )

    def sqrt(self) -> Self:
        value = np.sqrt(self.value)
        # The root of a number that may be 0 is off by the root of its error at most.
        steep = np.maximum(value, np.sqrt(self.error))
        return self._of(value, np.where(self.error == 0, 0.0, self.error / np.where(steep == 0, 1, steep)))

    def exp(self) -> Self:
        value = np.exp(self.value)
        return self._of(value, value * self.error + UNIT * value)

    def log(self) -> Self:
        value = np.log(self.value)
        return self._of(value, self.error / abs(self.value) + UNIT * abs(value))

    def sin(self) -> Self:
        return self._of(np.sin(self.value), self.error + UNIT)

    def cos(self) -> Self:
        return self._of(np.cos(self.value), self.error + UNIT)

    def tan(self) -> Self:
        value = np.tan(self.value)
        return self._of(value, (1 + value * value) * (self.error + UNIT))

    def tanh(self) -> Self:
        return self._of(np.tanh(self.value), self.error + UNIT * abs(self.value))

    def sigmoid(self) -> Self:
        value = 1 / (1 + np.exp(-self.value))
        return self._of(value, value * (1 - value) * self.error + 3 * UNIT * value)


@dataclass(frozen=True)
class Exact:
    """A fraction as long as all is one, else a number of PRECISE digits."""

    value: Any

    @classmethod
    def literal(cls, text: str) -> Self:
        return cls(Fraction(text))

    @classmethod
    def constant(cls, name: str) -> Self:
        return cls(+getattr(PRECISE, name))

    @property
    def is_fraction(self) -> bool:
        return isinstance(self.value, Fraction)

    @property
    def rounded(self) -> Any:
        return PRECISE.mpf(self.value.numerator) / self.value.denominator if self.is_fraction else self.value

    def _with(self, other: Self, operation: Callable[[Any, Any], Any]) -> Self:
        if self.is_fraction and other.is_fraction:
            value = operation(self.value, other.value)
            long = value.numerator.bit_length() + value.denominator.bit_length() > LONGEST
            return type(self)(type(self)(value).rounded if long else value)
        return type(self)(operation(self.rounded, other.rounded))

    def _by(self, function: Callable, *known: tuple[int, Any]) -> Self:
        """A function that is a fraction only at the places known."""
        for place, value in known:
            if self.value == place:
                return type(self)(Fraction(value))
        x = self.rounded
        if PRECISE.mag(x) > LARGEST:
            raise ArithmeticError("too large an argument")
        return type(self)(function(x))

    def __neg__(self) -> Self:
        return type(self)(-self.value)

    def __abs__(self) -> Self:
        return type(self)(abs(self.value))

    def __add__(self, other: Self) -> Self:
        return self._with(other, lambda a, b: a + b)

    def __sub__(self, other: Self) -> Self:
        return self._with(other, lambda a, b: a - b)

    def __mul__(self, other: Self) -> Self:
        return self._with(other, lambda a, b: a * b)

    def __truediv__(self, other: Self) -> Self:
        return self._with(other, lambda a, b: a / b)

    def __pow__(self, other: Any) -> Self:
        n = other if isinstance(other, int) else other.value
        if self.is_fraction and (isinstance(n, int) or (isinstance(n, Fraction) and n.denominator == 1)):
            bits = self.value.numerator.bit_length() + self.value.denominator.bit_length()
            if bits * abs(n) <= LONGEST:
                return type(self)(self.value ** int(n))
        return type(self)(self.rounded ** (n if isinstance(n, int) else type(self)(n).rounded))

    def larger(self, other: Self) -> Self:
        return self if self.rounded >= other.rounded else other

    def sign(self) -> Self:
        return type(self)(Fraction((self.value > 0) - (self.value < 0)))

    def step(self) -> Self:
        return type(self)(Fraction(int(self.value > 0)))

    def sqrt(self) -> Self:
        if self.is_fraction and self.value >= 0:
            p, q = isqrt(self.value.numerator), isqrt(self.value.denominator)
            if (p * p, q * q) == (self.value.numerator, self.value.denominator):
                return type(self)(Fraction(p, q))
        return self._by(PRECISE.sqrt)

    def exp(self) -> Self:
        return self._by(PRECISE.exp, (0, 1))

    def log(self) -> Self:
        return self._by(PRECISE.log, (1, 0))

    def sin(self) -> Self:
        return self._by(PRECISE.sin, (0, 0))

    def cos(self) -> Self:
        return self._by(PRECISE.cos, (0, 1))

    def tan(self) -> Self:
        return self._by(PRECISE.tan, (0, 0))

    def tanh(self) -> Self:
        return self._by(PRECISE.tanh, (0, 0))

    def sigmoid(self) -> Self:
        return self._by(lambda x: 1 / (1 + PRECISE.exp(-x)), (0, Fraction(1, 2)))


# --- Writing lines ------------------------------------------------------------------------


class Equation(NamedTuple):
    """A line of arithmetic: an expression as it is printed, and the name of what it gives."""

    expression: str
    result: str


class Written(NamedTuple):
    """k times the same lines with other numbers: each name's texts, and whether they are all there is.

    ``known`` says by name where nothing was rounded, ``substituted`` by line where no operand was,
    and ``gives`` by line where the result is exactly what the operands shown come to.
    """

    texts: dict[str, list[str]]
    known: dict[str, list[bool]]
    substituted: list[list[bool]]
    gives: list[list[bool]]


def put(text: str, texts: Mapping[str, str]) -> str:
    """A template with its numbers put in, {(W)} in parentheses where they are needed, as the player does."""

    def place(found: re.Match) -> str:
        said = texts[found[2] + found[3]]
        return f"({said})" if found[1] and re.match("−|.*×", said) else said

    return PLACE.sub(place, text)


def evaluated(text: str, given: Mapping[str, str]) -> Fraction:
    """What an expression of fractions comes to, from the digits of its numbers."""
    line = expression(text)
    return line.at(Exact, {name: expression(given[name]).at(Exact, {}) for name in line.operands}).value


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
        found = _Writer(equations, finite, given or {}, least or {}).written()
    for name, places in beyond.items():
        for k in np.flatnonzero(places).tolist():
            found.texts[name][k], found.known[name][k] = number(float(values[name][k])), False
            for i, (line, result) in enumerate(equations):
                if name == result or name in expression(line).operands:
                    found.substituted[i][k] = found.gives[i][k] = False
    return found


class _Writer:
    """The k lines of each equation while their digits are chosen."""

    def __init__(
        self,
        equations: Sequence[Equation],
        values: Mapping[str, np.ndarray],
        given: Mapping[str, str],
        least: Mapping[str, np.ndarray],
    ):
        self.equations = [(expression(line.expression), line.result) for line in equations]
        self.exponents = {name: array for name, array in values.items() if array.dtype.kind in "iu"}
        self.given = {name: expression(text).at(Exact, {}).value for name, text in given.items()}
        self.fixed = {
            **{
                name: Measured(np.float64(value), UNIT * abs(float(value)))
                for name, value in self.given.items()
            },
            **{name: Measured(array.astype(float)) for name, array in self.exponents.items()},
        }
        self.values = {name: array for name, array in values.items() if name not in self.exponents}
        self.count = len(next(iter(values.values())))
        whole = {name: np.zeros(self.count, int) for name in self.values}
        self.powers = {name: _power_of_ten(array) for name, array in self.values.items()}
        self.digits = {name: zero + least.get(name, DIGITS) for name, zero in whole.items()}
        self.most = {name: zero + MOST_DIGITS for name, zero in whole.items()}
        self.shown = {name: array.copy() for name, array in self.values.items()}
        self.exact = [np.zeros(self.count, bool) for _ in equations]
        self.unsure = [np.ones(self.count, bool) for _ in equations]  # numbers changed since they were tried
        self.uses = {
            name: [
                i
                for i, (line, result) in enumerate(self.equations)
                if name in line.operands or name == result
            ]
            for name in self.values
        }
        everywhere = np.arange(self.count)
        for name in self.values:
            self._show(name, everywhere)
        off = {name: abs(self.shown[name] - array) for name, array in self.values.items()}
        self.short = {
            name: off[name] <= SHORT * 10.0 ** (DIGITS - self.digits[name]) * abs(array)
            for name, array in self.values.items()
        }
        self.noise = {
            name: np.maximum(UNIT * abs(array), np.where(self.short[name], off[name], 0))
            for name, array in self.values.items()
        }

    def written(self) -> Written:
        for line, result in self.equations:
            self._trust(line, result)
        for _ in range(PASSES):
            settled = [self._settle(i) for i in reversed(range(len(self.equations)))]
            if all(settled):
                break
        texts = {
            name: [
                number(value, digits) if digits > 0 else "0"
                for value, digits in zip(array.tolist(), self.digits[name].tolist(), strict=True)
            ]
            for name, array in self.values.items()
        }
        texts |= {name: [superscript(n) for n in array.tolist()] for name, array in self.exponents.items()}
        known = {name: self._is_known(name).tolist() for name in self.values}
        substituted = [
            [all(known[name][k] for name in line.operands if name in known) for k in range(self.count)]
            for line, _ in self.equations
        ]
        gives = [
            [maybe and self._is_exact(i, k) for k, maybe in enumerate(exact.tolist())]
            for i, exact in enumerate(self.exact)
        ]
        return Written(texts, known, substituted, gives)

    def _is_known(self, name: str) -> np.ndarray:
        """Where nothing that is known of a value was left out."""
        off = abs(self.shown[name] - self.values[name])
        return self.short[name] | (off <= TRUSTED * self.noise[name])

    def _show(self, name: str, at: np.ndarray) -> None:
        """Round a name's values to its digits."""
        values, digits = self.values[name][at].tolist(), self.digits[name][at].tolist()
        self.shown[name][at] = [
            float(f"{value:.{d - 1}e}") if d > 0 else 0.0 for value, d in zip(values, digits, strict=True)
        ]
        for i in self.uses[name]:
            self.unsure[i][at] = True

    def _trust(self, line: Expression, result: str) -> None:
        """How far off a result may be, and so how many digits of it can be shown."""
        everywhere = np.arange(self.count)
        values = self.values[result]
        noise = {name: self.noise[name] for name in line.operands if name in self.values}
        found = self._evaluated(line, everywhere, self.values, noise)
        off = abs(found.value - values) + found.error
        noise = np.maximum(np.where(np.isfinite(off), off, 0.0), UNIT * abs(values))
        self.noise[result] = noise
        trusted = self.powers[result] + 1 - np.log10(np.where(noise == 0, 1, TRUSTED * noise))
        most = np.where((noise == 0) | (values == 0), MOST_DIGITS, np.floor(trusted)).astype(int)
        self.most[result] = np.minimum(MOST_DIGITS, most)
        fewer = np.flatnonzero(self.digits[result] > self.most[result])
        self.digits[result][fewer] = self.most[result][fewer]
        self._show(result, fewer)

    def _evaluated(
        self,
        line: Expression,
        at: np.ndarray,
        values: dict[str, np.ndarray],
        errors: dict[str, np.ndarray] | None,
    ) -> Measured:
        """A line at some of the k places; errors of None are those of doubles that were read."""
        operands = {}
        for name in line.operands:
            if name in self.values:
                value = values[name][at]
                operands[name] = Measured(value, UNIT * abs(value) if errors is None else errors[name])
            else:
                fixed = self.fixed[name]
                operands[name] = Measured(fixed.value[at]) if name in self.exponents else fixed
        found = line.at(Measured, operands)
        missing = ~np.isfinite(found.value + found.error)
        if not missing.any():
            return found
        value, error = (np.array(np.broadcast_to(part, missing.shape)) for part in (found.value, found.error))
        for i in np.flatnonzero(missing.reshape(-1, len(at)).any(axis=0)).tolist():
            # Beyond the range of doubles on the way.
            exact = self._exactly(line, int(at[i]), lambda name, k: Fraction(float(values[name][k])))
            value[..., i] = np.nan if exact is None else float(exact.rounded)
            error[..., i] = SHORT * abs(value[..., i])
        return Measured(value, error)

    def _exactly(self, line: Expression, k: int, read: Callable[[str, int], Fraction]) -> Exact | None:
        """A line at the k-th place, in fractions where that is possible; None where it has no value."""
        operands = {}
        try:
            for name in line.operands:
                if name in self.exponents:
                    operands[name] = Exact(Fraction(int(self.exponents[name][k])))
                else:
                    operands[name] = Exact(self.given[name] if name in self.given else read(name, k))
            return line.at(Exact, operands)
        except (ArithmeticError, ValueError, TypeError):
            return None

    def _printed(self, name: str, k: int) -> Fraction:
        digits = int(self.digits[name][k])
        return Fraction(f"{self.values[name][k]:.{digits - 1}e}") if digits > 0 else Fraction(0)

    def _is_exact(self, i: int, k: int) -> bool:
        line, result = self.equations[i]
        exact = self._exactly(line, k, self._printed)
        return exact is not None and exact.is_fraction and exact.value == self._printed(result, k)

    def _half(self, name: str, at: np.ndarray) -> np.ndarray:
        """Half a unit of the last digit shown; of 0, half of what can be told from it."""
        unit = 10.0 ** (self.powers[name][at] - self.digits[name][at] + 1.0)
        return np.where(self.values[name][at] == 0, TRUSTED * self.noise[name][at], unit) / 2

    def _holds(self, i: int, at: np.ndarray) -> np.ndarray:
        line, result = self.equations[i]
        found = self._evaluated(line, at, self.shown, None)
        gap = abs(found.value - self.shown[result][at])
        self.exact[i][at] = gap <= found.error
        self.unsure[i][at] = False
        return gap + found.error <= self._half(result, at)

    def _settle(self, i: int) -> bool:
        """Give a line the digits that it needs; whether it had them."""
        result = self.equations[i][1]
        at = np.flatnonzero(self.unsure[i])
        missing = at[~self._holds(i, at)] if at.size else at
        if not missing.size:
            return True
        missing = self._grow(i, missing)
        while missing.size:  # more than the doubles are sure of
            self.digits[result][missing] -= 1
            self.most[result][missing] = self.digits[result][missing]
            self._show(result, missing)
            missing = missing[~self._holds(i, missing) & (self.digits[result][missing] > -MOST_DIGITS)]
        return False

    def _grow(self, i: int, at: np.ndarray) -> np.ndarray:
        """More digits for the operands, as far as each matters; where that is not enough."""
        line, result = self.equations[i]
        names = [name for name in line.operands if name in self.values]
        if not names:  # all operands are given as they stand
            return at
        # By how much the result is off, to first order, if one of them is off by its own size.
        sizes = {name: abs(self.values[name][at]) for name in names}
        each = np.eye(len(names))[:, :, None]
        weights = self._evaluated(
            line, at, self.shown, {name: one * sizes[name] for name, one in zip(names, each, strict=True)}
        ).error
        half = self._half(result, at)
        rest = np.arange(len(at))
        for decades in range(MOST_DIGITS + 1):
            grown = np.zeros(len(rest), bool)
            here = at[rest]
            for name, weight in zip(names, weights, strict=True):
                digits = self.digits[name][here]
                share = 2 * half[rest] * sizes[name][rest] / weight[rest]
                needed = np.ceil(self.powers[name][here] + 1 + decades - np.log10(share))
                needed = np.where(np.isfinite(needed), needed, digits).astype(int)
                more = np.maximum(digits, np.minimum(needed, self.most[name][here]))
                changed = more > digits
                if changed.any():
                    self.digits[name][here] = more
                    self._show(name, here[changed])
                    grown |= changed
            if grown.any():
                still = ~grown
                still[grown] = ~self._holds(i, here[grown])
                rest = rest[still]
                if not rest.size:
                    break
        return at[rest]


def _power_of_ten(values: np.ndarray) -> np.ndarray:
    """The exponent of each number's first digit."""
    size = np.where(values == 0, 1.0, abs(values))
    powers = np.floor(np.log10(size)).astype(int)
    return powers - (10.0**powers > size)

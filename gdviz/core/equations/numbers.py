"""Numbers that know how far off they are, and numbers that are exact."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt
from typing import Any, Self

import mpmath
import numpy as np

UNIT = 2.0**-53  # how much a double may be rounded
LONGEST = 20_000  # bits of a fraction; a longer one goes on as a rounded number
LARGEST = 2000  # log₂ of the largest argument, beyond any double, of which exp or sin is taken

PRECISE = mpmath.MPContext()  # of its own, as the precision of mpmath.mp is everybody's
PRECISE.dps = 60


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
    """A fraction as long as all is one, else a real number of PRECISE digits; ArithmeticError without one."""

    value: Any

    def __post_init__(self) -> None:
        if isinstance(self.value, PRECISE.mpc):
            raise ArithmeticError("no real number")

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

    def _by(self, function: Callable[..., Any], *known: tuple[int, Any]) -> Self:
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

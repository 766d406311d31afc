"""Equations as a reader with a pencil checks them: from the printed text alone, in exact arithmetic."""

import re
from fractions import Fraction

import mpmath

DIGITS = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
PLAIN = str.maketrans(DIGITS, "-0123456789")
TOKEN = re.compile(rf"\s*(\d+(?:\.\d+)?|[{DIGITS}]+|[A-Za-zσπ]+|[-−+×÷/^√(),])")
NUMBER = re.compile(rf"(−?)(\d+)(?:\.(\d+))?(?: × 10([{DIGITS}]+))?")
RELATION = re.compile(r" ([=≈]) ")
PLACES = 120  # decimal places of what is no fraction
NEARLY = Fraction(1, 2) + Fraction(1, 10**9)


class NoArithmeticError(ValueError):
    """A text that is no arithmetic of numbers, such as one of letters."""


def evaluated(text):
    """What an expression of numbers comes to: a Fraction, or an mpf where it is none."""
    tokens, at = [], 0
    while at < len(text.rstrip()):
        found = TOKEN.match(text, at)
        if not found:
            raise NoArithmeticError(text)
        tokens.append(found[1])
        at = found.end()
    with mpmath.workdps(PLACES):
        reader = _Reader(tokens)
        value = reader.sum()
        if reader.next is not None:
            raise NoArithmeticError(text)
        return value


def _mpf(x):
    return mpmath.mpf(x.numerator) / x.denominator if isinstance(x, Fraction) else x


def _both(a, b):
    return (a, b) if isinstance(a, Fraction) and isinstance(b, Fraction) else (_mpf(a), _mpf(b))


def _power(a, b):
    if isinstance(a, Fraction) and isinstance(b, Fraction) and b.denominator == 1:
        return a**b.numerator
    return _mpf(a) ** _mpf(b)


def _root(x):
    if isinstance(x, Fraction):
        p, q = (mpmath.libmp.isqrt(part) for part in (x.numerator, x.denominator))
        if (p * p, q * q) == (x.numerator, x.denominator):
            return Fraction(int(p), int(q))
    return mpmath.sqrt(_mpf(x))


def _at(place, value, function):
    """A function that is a fraction at one place only."""
    return lambda x: Fraction(value) if x == place else function(_mpf(x))


FUNCTIONS = {
    "exp": _at(0, 1, mpmath.exp),
    "log": _at(1, 0, mpmath.log),
    "sqrt": _root,
    "sin": _at(0, 0, mpmath.sin),
    "cos": _at(0, 1, mpmath.cos),
    "tan": _at(0, 0, mpmath.tan),
    "tanh": _at(0, 0, mpmath.tanh),
    "abs": abs,
    "sign": lambda x: Fraction((x > 0) - (x < 0)),
    "step": lambda x: Fraction(int(x > 0)),
    "sigmoid": _at(0, Fraction(1, 2), lambda x: 1 / (1 + mpmath.exp(-x))),
    "max": max,
    "min": min,
}
FUNCTIONS["σ"] = FUNCTIONS["sigmoid"]
CONSTANTS = {"e": mpmath.e, "E": mpmath.e, "π": mpmath.pi, "pi": mpmath.pi}


class _Reader:
    def __init__(self, tokens):
        self.tokens = tokens

    @property
    def next(self):
        return self.tokens[0] if self.tokens else None

    def take(self, *allowed):
        if self.next is None or (allowed and self.next not in allowed):
            raise NoArithmeticError(self.next)
        return self.tokens.pop(0)

    def sum(self):
        value = self.product()
        while self.next in ("+", "−", "-"):
            sign = self.take()
            a, b = _both(value, self.product())
            value = a + b if sign == "+" else a - b
        return value

    def product(self):
        value = self.signed()
        while self.next in ("×", "÷", "/"):
            sign = self.take()
            a, b = _both(value, self.signed())
            value = a * b if sign == "×" else a / b
        return value

    def signed(self):
        if self.next in ("−", "-"):
            self.take()
            return -self.signed()
        return self.power()

    def power(self):
        value = self.atom()
        if self.next and self.next[0] in DIGITS:
            value = _power(value, Fraction(int(self.take().translate(PLAIN))))
        if self.next == "^":
            self.take()
            value = _power(value, self.signed())
        return value

    def atom(self):
        token = self.take()
        if token == "√":
            return _root(self.atom())
        if token == "(":
            value = self.sum()
            self.take(")")
            return value
        if token in FUNCTIONS:
            self.take("(")
            arguments = [self.sum()]
            while self.next == ",":
                self.take()
                arguments.append(self.sum())
            self.take(")")
            return FUNCTIONS[token](*arguments)
        if token in CONSTANTS:
            return +CONSTANTS[token]
        if token[0].isdigit():
            return Fraction(token)
        raise NoArithmeticError(token)


def faults(line):
    """What is false in a line of equations, as it is written: of each pair of numbers with = or ≈ between."""
    parts = RELATION.split(line)
    found = []
    for left, sign, right in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
        fault = _fault(left.split(" ← ")[-1], sign, right)
        if fault:
            found.append(f"{left} {sign} {right}: {fault}")
    return found


def pairs(line):
    """How many such pairs there are."""
    parts = RELATION.split(line)
    left = [part.split(" ← ")[-1] for part in parts[::2]]
    return sum(_fault(a, "=", b) is not None for a, b in zip(left, parts[2::2], strict=False))


def _fault(left, sign, right):
    """None for what is no pair of numbers, "" for a true one."""
    if left in CONSTANTS:  # a letter alone, such as the loss E
        return None
    try:
        value, given = evaluated(left), evaluated(right)
    except NoArithmeticError:
        return None
    exact = isinstance(value, Fraction) and value == given
    if sign == "=":
        return "" if exact else f"it is {mpmath.nstr(_mpf(value), 20)}"
    if exact:
        return "it is exact"
    number = NUMBER.fullmatch(right)
    if not number:
        return f"{right} is no number"
    _, _, decimals, power = number.groups()
    last = Fraction(10) ** (int((power or "⁰").translate(PLAIN)) - len(decimals or ""))
    if given == 0:
        # As a last digit, a lone 0 would allow half a unit: it is held to the size of what is added up.
        sizes = [abs(evaluated(n[0])) for n in NUMBER.finditer(left)]
        last = Fraction(max(sizes, default=1)) / 10**9
    with mpmath.workdps(PLACES):
        a, b = _both(value, given)
        off = _mpf(abs(a - b)) / _mpf(last)
    return (
        "" if off <= _mpf(NEARLY) else f"it is {mpmath.nstr(_mpf(value), 20)}, off by {mpmath.nstr(off, 3)}"
    )

"""Numbers as a reader sees them: six significant digits, no idle zeros, a × 10ⁿ."""

import math
from collections.abc import Sequence

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
DIGITS = 6
MOST_DIGITS = 15  # a double keeps every number of so many digits, and shows no noise of its own


def number(value: float, digits: int = DIGITS) -> str:
    """``value`` to ``digits`` significant digits: 4.99, −0.8, 1.2 × 10⁻⁷."""
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    mantissa, _, exponent = f"{value or 0.0:.{digits}g}".partition("e")
    mantissa = mantissa.replace("-", "−")
    if not exponent:
        return mantissa
    return f"{mantissa} × 10{superscript(int(exponent))}"


def exactly(value: float) -> str:
    """``value`` to as many digits as every double keeps: 0.123456789, 1 × 10⁻⁸, and 0.3 of 0.1 + 0.2."""
    return number(value, MOST_DIGITS)


def digits_apart(one: float, other: float, most: int) -> int:
    """The fewest digits, six at least, in which two numbers read differently; 0 if ``most`` are too few."""
    return next((d for d in range(DIGITS, most + 1) if number(one, d) != number(other, d)), 0)


def difference(one: float, other: float) -> str:
    """The size of the difference of two doubles, to as many of six digits as it has."""
    size, rounding = abs(one - other), 2.0**-51 * max(abs(one), abs(other), 1e-290)
    if size <= rounding:
        return number(size) if size == 0 else f"< {number(rounding, 1)}"
    return number(size, max(1, min(DIGITS, int(math.log10(size / rounding)))))


def percent(share: float) -> str:
    """A share of 0 to 1 as 97.5 %."""
    return f"{100 * share:.3g} %"


def agreeing_digits(one: float, other: float) -> int:
    """To how many significant digits two numbers read the same, 15 at most."""
    return next((d for d in range(15, 0, -1) if number(one, d) == number(other, d)), 0)


def superscript(exponent: int) -> str:
    return str(exponent).translate(SUPERSCRIPTS)


def relation(*values: float, digits: int = DIGITS) -> str:
    """``=`` where ``number`` shows the values themselves, ``≈`` where digits of one were left out."""
    exact = all(abs(float(f"{value:.{digits}g}") - value) <= 1e-12 * abs(value) for value in values)
    return "=" if exact else "≈"


def plain(value: float) -> str:
    """The shortest text that reads back as the same float: 5, 0.001, 1e-06. For links and files."""
    text = repr(float(value))
    return text.removesuffix(".0")


def point(names: Sequence[str], values: Sequence[float]) -> str:
    """A place by the names of its weights: W = 5, (W₁, W₂) ≈ (−0.333333, 4)."""
    return place(names, relation(*values), [number(value) for value in values])


def place(names: Sequence[str], sign: str, written: Sequence[str]) -> str:
    """The same of numbers, or of templates for them, as texts."""
    if len(written) == 1:
        return f"{names[0]} {sign} {written[0]}"
    return f"({', '.join(names)}) {sign} ({', '.join(written)})"


def about(value: float) -> str:
    """``value`` to two significant digits, for estimates: 3100, 6.2 × 10⁵."""
    return number(float(f"{value:.2g}"))

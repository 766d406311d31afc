"""Numbers as a reader sees them."""

import json
import random
from decimal import ROUND_HALF_EVEN, Context, Decimal
from pathlib import Path

import pytest

from gdviz.core.numbers import about, number, plain, relation

# Of both sides, this and the browser's: numbers as repr, and how the page writes them; and what may
# be typed, and the number that it is.
TABLE = json.loads((Path(__file__).parents[1] / "numbers.json").read_text("utf-8"))


def by_decimals(value: float) -> str:
    """The rule, in exact decimals: six significant digits, a half to the even one, no idle zeros; a
    power of ten for what, so rounded, is below 1e-4 or not below 1e6."""
    exact = Decimal(value)
    if not exact:
        return "0"
    rounded = Context(prec=6, rounding=ROUND_HALF_EVEN).plus(exact)
    power = rounded.adjusted()
    scaled = rounded if -4 <= power < 6 else rounded.scaleb(-power)
    text = format(scaled, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    if scaled is not rounded:
        text += " × 10" + str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return text.replace("-", "−")


def test_the_table_of_numbers():
    assert len(TABLE["number"]) > 300
    for value, shown in TABLE["number"]:
        assert by_decimals(float(value)) == shown, value
        assert number(float(value)) == shown, value
    for value, shown in TABLE["about"]:
        assert about(float(value)) == shown, value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (4.99, "4.99"),
        (5 - 0.01, "4.99"),
        (4.989999999999999, "4.99"),
        (0.1 + 0.2, "0.3"),
        (10.0, "10"),
        (0.0, "0"),
        (-0.0, "0"),
        (-0.8, "−0.8"),
        (28.9001, "28.9001"),
        (1 / 3, "0.333333"),
        (123456.0, "123456"),
        (1234567.0, "1.23457 × 10⁶"),
        (1e6, "1 × 10⁶"),
        (0.0001, "0.0001"),
        (0.00001, "1 × 10⁻⁵"),
        (-2.5e-17, "−2.5 × 10⁻¹⁷"),
        (1.39987e308, "1.39987 × 10³⁰⁸"),
    ],
)
def test_number(value, shown):
    assert number(value) == shown


def test_what_is_shown_is_the_value_to_six_digits():
    chance = random.Random(1)
    for _ in range(2000):
        value = chance.choice([-1, 1]) * 10 ** chance.uniform(-12, 12)
        mantissa, _, power = number(value).replace("−", "-").partition(" × 10")
        power = int(power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")) or 0)
        assert float(mantissa) * 10**power == pytest.approx(value, rel=5.1e-6)
        assert len(mantissa.lstrip("-0.").replace(".", "")) <= 6
        assert "." not in mantissa or mantissa[-1] != "0"


@pytest.mark.parametrize(
    ("value", "sign"), [(4.99, "="), (0.1 + 0.2, "="), (1 / 3, "≈"), (0.0, "="), (28.90010001, "≈")]
)
def test_relation(value, sign):
    assert relation(value) == sign


@pytest.mark.parametrize(("value", "shown"), [(3103.2, "3100"), (62.5, "62"), (7.0, "7"), (624994, "620000")])
def test_about(value, shown):
    assert about(value) == shown


@pytest.mark.parametrize("value", [5.0, 0.001, 1e-6, -7.25, 1 / 3, 0.1 + 0.2])
def test_plain_reads_back(value):
    assert float(plain(value)) == value
    assert not plain(value).endswith(".0")

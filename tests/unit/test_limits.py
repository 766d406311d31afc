"""What is just within a limit, and what just beyond it; and what a number is known to."""

import json
import math
from fractions import Fraction

import numpy as np
import pytest

from gdviz.core.critical_points import critical_points, minimum_at, minimum_near, stretches
from gdviz.core.custom_losses import custom_loss
from gdviz.core.equations import Equation, Exact, Measured, put, written
from gdviz.core.formula import FormulaError, parse
from gdviz.core.losses import LOSSES
from gdviz.core.thresholds import downhill
from gdviz.link.settings import Settings
from gdviz.web import tasks

ONE, TWO = ((-6.0, 6.0),), ((-5.0, 5.0), (-5.0, 5.0))

# --- The catalogue, as links and lessons rely on it: domain, start and rate ---------------

CATALOGUE = {
    "bowl": (((-6, 6),), (5,), 0.1),
    "quartic": (((-6, 6),), (5,), 0.1),
    "double-well": (((-4, 4),), (3.5,), 0.05),
    "ripples": (((-8, 8),), (7,), 0.1),
    "plateau": (((-7, 7),), (5,), 0.5),
    "cliff": (((-5, 6),), (5,), 0.5),
    "rest-stop": (((-2, 4.5),), (-1.5,), 0.05),
    "absolute": (((-6, 6),), (5,), 0.4),
    "one-neuron": (((-6, 10),), (-5,), 0.5),
    "round": (((-5, 5), (-5, 5)), (-3, 4), 0.1),
    "valley": (((-10, 10), (-5, 5)), (-7, 2), 0.95),
    "saddle": (((-3, 3), (-3, 3)), (2, 0.001), 0.1),
    "rosenbrock": (((-2, 2), (-1, 3)), (-1.5, 2), 0.001),
    "himmelblau": (((-5, 5), (-5, 5)), (-0.5, 0.25), 0.01),
    "line-fit": (((-1, 3), (-2, 4)), (-0.5, 3), 0.1),
}


def test_the_catalogue_is_what_links_rely_on():
    found = {name: (loss.domain, loss.start, loss.learning_rate) for name, loss in LOSSES.items()}
    assert {name: found[name] for name in CATALOGUE} == CATALOGUE


# --- Formulas -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        # The largest power of all, times the outer one: 100 × 4 = 400 is allowed, 400 × 2 is not.
        ("((W^10)^10 + W^2)^4", None),
        ("((W^20)^20 + W^2)^2", ("exponent", "2")),
        # 10²⁴ has 80 bits: times 12 that is 960, times 20 it is 1600, even if it is divided away again.
        ("(W*10^12*10^12)^12", None),
        ("(W*10^12*10^12)^20/(10^12*W)^20", ("constant", "(W*10^12*10^12)^20")),
        # What was opened last and not closed is named: a parenthesis or a bar.
        ("3*(", ("unclosed", "(")),
        ("3*|", ("bar", "|")),
        ("3*()", ("hollow", "()")),
    ],
)
def test_powers_numbers_and_parentheses(text, refused):
    if refused is None:
        assert parse(text)
        return
    with pytest.raises(FormulaError) as error:
        parse(text)
    assert (error.value.kind, error.value.piece) == refused


def test_each_function_of_a_constant_has_its_size():
    """Each of these is 1, and an exponent may be 20."""
    ones = (
        "exp(0)", "exp(1)/e", "log(e)", "log(e^2)/2", "sqrt(1)", "sqrt(4)/2", "sin(pi/2)", "cos(0)",
        "tan(pi/4)", "tanh(100)", "|-1|", "2*σ(0)", "σ(1)*(1 + exp(-1))", "relu(1)", "max(1, 0)", "min(1, 2)",
    )  # fmt: skip
    for one in ones:
        assert parse(f"W^(20*{one})").value(np.array([1.1])) == pytest.approx(1.1**20, rel=1e-12), one
        with pytest.raises(FormulaError) as error:
            parse(f"W^(20.5*{one})")
        assert error.value.kind == "exponent", one


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("W*(2*W)", r"W \cdot \left(2 \cdot W\right)"),
        ("W*W*2", r"W \cdot W \cdot 2"),
        ("(-W)*3", r"-W \cdot 3"),
        ("2*(-W)*3", r"2 \cdot \left(-W\right) \cdot 3"),
        ("-W*2*3", r"-W \cdot 2 \cdot 3"),
        ("W - (-W)", r"W - \left(-W\right)"),
        # Beside a number stands a dot, as W 2² would be read as one.
        ("W(2^2)", r"W \cdot 2^{2}"),
        ("(W+1)(2)", r"\left(W + 1\right) \cdot 2"),
        ("(W)(W)", "W W"),
    ],
)
def test_only_what_needs_them_is_typeset_in_parentheses(text, reading):
    assert parse(text).reading == reading


def test_what_one_of_two_weights_has_the_formula_has():
    """A kink in one, and a gap that one has lost, as √W₁⁴ is W₁² where there is a root."""
    assert parse("max(0, W1)^2 + W2^2", ("W1", "W2")).has_step
    assert not parse("W1^2 + W2^2", ("W1", "W2")).has_step
    roots = parse("sqrt(W1)^4 + sqrt(W2)^4", ("W1", "W2"))
    assert roots.value(np.array([1.0, 2.0])) == 5
    for place in ([-1.0, 2.0], [1.0, -2.0], [-1.0, -2.0]):
        assert math.isnan(roots.value(np.array(place)))


# --- Where minima are looked for ----------------------------------------------------------


@pytest.mark.parametrize(("place", "found"), [(17.9, True), (-17.9, True), (18.1, False), (-18.1, False)])
def test_a_curve_is_searched_as_far_again_on_each_side(place, found):
    """From −6 to 6 it is 12: from −18 to 18."""
    points = critical_points(custom_loss(f"(W - ({place}))^2", ONE)).points
    assert [point.weight for point in points] == pytest.approx([place] if found else [])


@pytest.mark.parametrize(
    ("text", "at"), [("W1^2 + 4*W2^2 + W1*W2", (3, -2)), ("(W1^2+W2-11)^2 + W2^2", (2, 1))]
)
def test_a_domain_need_not_be_square(text, at):
    """The minima of a landscape are where they are, also on a chart a thousand times as wide as high."""
    wide = critical_points(custom_loss(text, ((-500.0, 500.0), (-0.5, 0.5)))).points
    square = critical_points(custom_loss(text, TWO)).points
    near = [p for p in square if abs(p.weights[1]) < 0.5]
    assert near
    assert [(p.kind, *p.weights) for p in wide] == [
        (p.kind, *(pytest.approx(w, abs=1e-6) for w in p.weights)) for p in near
    ]


def test_only_a_curve_has_stretches():
    assert stretches(custom_loss("W1^2", TWO)) == []
    [(left, right)] = stretches(custom_loss("max(0, W - 1, -W - 1)", ONE))
    assert (left.weight, right.weight) == (-1, 1)


def test_a_place_is_at_a_minimum_only_within_a_millionth_of_the_chart():
    """The chart of W² is 12 wide: 1.2 × 10⁻⁵ is the limit."""
    loss = custom_loss("W^2", ONE)
    assert minimum_at(loss, np.array([1.1e-5])).weight == 0
    assert minimum_at(loss, np.array([1.3e-5])) is None
    # Up to 18 all are known; one that is further away is there nevertheless.
    assert minimum_at(custom_loss("(W - 11)^2*(W - 22)^2", ONE), np.array([22.0])).weight == 22


def test_within_a_radius_is_within_it():
    loss = custom_loss("W^2", ONE)
    assert minimum_near(loss, np.array([0.0999]), 0.1).weight == 0
    assert minimum_near(loss, np.array([0.1001]), 0.1) is None


def test_a_start_on_a_level_place_stays_there_and_one_beside_it_does_not():
    """E = W⁴/4 − W³ + 7 is level at 0 and lowest at 3."""
    loss = LOSSES["rest-stop"]
    assert (downhill(loss, (0.0,)).kind, downhill(loss, (3.0,)).weight) == ("inflection", 3)
    assert downhill(loss, (0.5,)).weight == pytest.approx(3)
    assert downhill(loss, (-0.5,)).weight == pytest.approx(0, abs=1e-9)
    assert downhill(loss, (4.0,)).weight == pytest.approx(3)
    # So near to a level place, 3 W² is 0 in doubles.
    assert downhill(custom_loss("W^3", ONE), (1e-170,)).kind == "inflection"


# --- What is sent of a long run -----------------------------------------------------------


@pytest.mark.parametrize(("steps", "listed"), [(999, True), (1000, True), (1001, False)])
def test_a_table_lists_up_to_a_thousand_steps(steps, listed):
    """Of 1,001 the twelve shown, 0, 100 … 1,000 and 1,001, and the ten more that follow one of them."""
    settings, _ = Settings.from_query({"eta": "0.01", "steps": str(steps), "every": "100"})
    play = json.loads(tasks.shown(settings).play)
    assert len(play["columns"]["W"]) == (steps + 1 if listed else 22)
    assert bool(play["table"].get("shown")) is not listed


# --- Numbers in lines of arithmetic -------------------------------------------------------

# Of each function a place, its value there and its slope, by hand.
SLOPES = {
    "exp": (1.5, math.exp(1.5), math.exp(1.5)),
    "log": (4.0, math.log(4), 0.25),
    "tan": (0.5, math.tan(0.5), 1 / math.cos(0.5) ** 2),
    "sigmoid": (0.5, 1 / (1 + math.exp(-0.5)), math.exp(-0.5) / (1 + math.exp(-0.5)) ** 2),
    "sin": (0.0, 0.0, 1.0),
    "cos": (math.pi / 2, 0.0, 1.0),
    "tanh": (0.0, 0.0, 1.0),
    "__neg__": (2.0, -2.0, 1.0),
    "__abs__": (-2.0, 2.0, 1.0),
}


@pytest.mark.parametrize("name", SLOPES)
def test_a_function_is_as_far_off_as_its_slope_makes_it(name):
    at, value, slope = SLOPES[name]
    found = getattr(Measured(at, 1e-6), name)()
    assert found.value == pytest.approx(value, rel=1e-15, abs=1e-15)
    assert found.error == pytest.approx(abs(slope) * 1e-6, rel=1e-6)


def test_a_root_is_off_by_twice_its_slope_at_most_also_at_0():
    found = Measured(np.array([4.0, 0.0]), np.array([1e-6, 1e-6])).sqrt()
    assert found.value.tolist() == [2, 0]
    assert 0.25e-6 <= found.error[0] <= 0.51e-6
    assert found.error[1] == pytest.approx(1e-3)


def test_what_an_operation_makes_of_errors():
    a, b = Measured(3.0, 1e-6), Measured(-4.0, 1e-5)
    for found, value, error in (
        (a + b, -1, 1.1e-5),
        (a - b, 7, 1.1e-5),
        (a * b, -12, 3 * 1e-5 + 4 * 1e-6),
        (a / b, -0.75, 1e-6 / 4 + 3 * 1e-5 / 16),
        (b**3, -64, 3 * 16 * 1e-5),
        (a**b, 3.0**-4, 4 * 3.0**-5 * 1e-6 + 3.0**-4 * math.log(3) * 1e-5),
        (a.larger(b), 3, 1e-5),
        (Measured(1e-7, 1e-6).sign(), 1, 2e-6),
        (a.sign(), 1, 0),
        (a.step(), 1, 0),
        (b.step(), 0, 0),
        (Measured(-1e-7, 1e-6).step(), 0, 1),
    ):
        assert found.value == pytest.approx(value, rel=1e-15)
        assert found.error == pytest.approx(error, rel=1e-6, abs=1e-15)


@pytest.mark.parametrize("n", [2, 3, -1])
def test_a_power_is_as_far_off_as_it_may_be_said_to_be(n):
    """A double's power, rounded to another, against the power of the fraction that it is."""
    for x in np.random.default_rng(0).uniform(0.1, 10, 20).tolist():
        found = Measured(x) ** n
        off = abs(Fraction(found.value) - Fraction(x) ** n)
        assert off <= found.error <= 4 * 2.0**-53 * found.value


def test_what_is_a_fraction_stays_one():
    known = {
        "exp": (0, 1), "log": (1, 0), "sin": (0, 0), "cos": (0, 1), "tan": (0, 0), "tanh": (0, 0),
        "sigmoid": (0, Fraction(1, 2)), "sqrt": (Fraction(9, 4), Fraction(3, 2)), "sign": (-7, -1),
        "step": (Fraction(1, 3), 1),
    }  # fmt: skip
    for name, (place, value) in known.items():
        found = getattr(Exact(Fraction(place)), name)()
        assert found.is_fraction, name
        assert found.value == value, name
    for name, place in (
        ("exp", 1),
        ("log", 2),
        ("sin", 1),
        ("cos", 1),
        ("tan", 1),
        ("tanh", 1),
        ("sigmoid", 1),
    ):
        assert not getattr(Exact(Fraction(place)), name)().is_fraction, name
    assert not Exact(Fraction(2)).sqrt().is_fraction
    assert Exact(Fraction(0)).step().value == Exact(Fraction(0)).sign().value == 0
    with pytest.raises(ArithmeticError):
        Exact(Fraction(10**700)).exp()


def test_a_template_s_numbers_are_put_in_parentheses_where_they_need_them():
    texts = {"a": "−2", "b": "3", "c": "2 × 10⁵"}
    assert put("{a} + {(a)} + {(b)} + {(c)} + {c}", texts) == "−2 + (−2) + 3 + (2 × 10⁵) + 2 × 10⁵"


def test_a_result_is_held_to_half_a_unit_of_its_sixth_digit():
    """333.333 × 3 is off 1000.00 by 0.001, less than 0.005; 66.6667 × 1.5 is off 100.000 by 0.00005."""
    for a, b, result, shown in ((1000 / 3, 3.0, 1000.0, "333.333"), (200 / 3, 1.5, 100.0, "66.6667")):
        values = {name: np.array([value]) for name, value in zip("abr", (a, b, result), strict=True)}
        found = written([Equation("{a} × {b}", "r")], values)
        assert (found.texts["a"], found.texts["r"]) == ([shown], [f"{result:g}"])
        assert found.gives == [[False]]


def test_lines_that_are_written_together_are_written_as_alone():
    """The first needs eleven digits, the second one; the third is 0, and the fourth beyond all doubles."""
    a, b = [3.1415926535, 2.0, 5.0, 1e200], [3.14159265, 1.0, 5.0, -1e200]
    values = {"a": np.array(a), "b": np.array(b), "r": np.array(a) - np.array(b)}
    found = written([Equation("{a} − {b}", "r")], values)
    assert found.texts["a"] == ["3.1415926535", "2", "5", "1 × 10²⁰⁰"]
    assert found.texts["b"] == ["3.14159265", "1", "5", "−1 × 10²⁰⁰"]
    assert found.texts["r"] == ["3.5 × 10⁻⁹", "1", "0", "2 × 10²⁰⁰"]
    assert found.gives == [[True] * 4]

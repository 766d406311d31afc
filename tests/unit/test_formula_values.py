"""What a formula is worth: its values, slopes and gaps, far out too, its arithmetic and how it is typeset."""

import math
import re
from xml.etree import ElementTree

import numpy as np
import pytest

from gdviz.core.formula import FormulaError, mathml, parse, plain
from gdviz.core.losses import LOSSES
from tests.by_hand import sigma


def test_at_a_kink_the_slope_is_the_stated_one():
    at = np.array([0.0])
    for text, slope in (("max(0, W)", 0), ("max(W, 0)", 0), ("min(W, 0)", 0), ("max(W, 2W)", 1), ("|W|", 0)):
        assert parse(text).gradient(at) == slope
        assert parse(text).gradients(at[None]) == slope
    assert parse("max(0, W)").gradient_arithmetic == ("step({W})",)


# What sympy writes shorter has no value where the text has none.
LOST = {
    "sqrt(W)^4": (lambda w: w * w, lambda w: w >= 0),
    "√W √W": (lambda w: w, lambda w: w >= 0),
    "W/W": (lambda w: 1, lambda w: w != 0),
    "W^2/W": (lambda w: w, lambda w: w != 0),
    "1/(1/W)": (lambda w: w, lambda w: w != 0),
    "(W^2-1)/(W-1)": (lambda w: w + 1, lambda w: w != 1),
    "(W-1)^2/(W-1)": (lambda w: w - 1, lambda w: w != 1),
    "exp(log(W))": (lambda w: w, lambda w: w > 0),
    "0*log(W) + W": (lambda w: w, lambda w: w > 0),
    "log(W) - log(W) + W^2": (lambda w: w * w, lambda w: w > 0),
    "W^-1 * W^2": (lambda w: w, lambda w: w != 0),
    "W^0.5*W^0.5": (lambda w: w, lambda w: w >= 0),
}


@pytest.mark.parametrize("text", LOST)
def test_what_is_cancelled_leaves_its_gaps(text):
    formula, (meant, defined) = parse(text), LOST[text]
    places = np.array([-2.0, -1.0, 0.0, 0.5, 1.0, 3.0])
    values, gradients = formula.values(places[:, None]), formula.gradients(places[:, None])[:, 0]
    for i, w in enumerate(places.tolist()):
        value, slope = formula.value(places[i : i + 1]), formula.gradient(places[i : i + 1])[0]
        if defined(w):
            assert value == values[i] == pytest.approx(meant(w))
            assert slope == pytest.approx((meant(w + 1e-6) - meant(w - 1e-6)) / 2e-6, abs=1e-6)
            assert slope == pytest.approx(gradients[i])
        else:
            assert math.isnan(value), w
            assert not np.isfinite([values[i], slope, gradients[i]]).any(), w


@pytest.mark.parametrize("text", ["W^2 + 4", "log(W) + 1/W", "log(exp(W))", "sqrt(W - 1)/(2*W)", "sqrt(W^2)"])
def test_a_formula_that_loses_nothing_pays_nothing(text):
    assert parse(text).guards == ()


@pytest.mark.parametrize(
    "text",
    ["exp(1)*W^2", "e*W^2 + π W", "max(0, W - 1)^2", "min(W^2, 2W)", "σ(3W)^2", "2^(W/3) + 0.5^W", "|W|^3"],
)
def test_new_functions_are_worked_out_by_a_pencil_and_typeset(text):
    formula = parse(text)
    [template], [slope_latex] = formula.gradient_arithmetic, formula.gradient_latex
    for w in (-1.7, 0.3, 2.6):
        slope = formula.gradient(np.array([w]))[0]
        line = template.replace("{(W)}", f"({w!r})").replace("{W}", repr(w))
        assert eval_arithmetic(line) == pytest.approx(slope, rel=1e-9, abs=1e-12)
        assert eval_latex(formula.latex, ("W",), np.array([w])) == pytest.approx(formula.value(np.array([w])))
        assert eval_latex(slope_latex, ("W",), np.array([w])) == pytest.approx(slope, abs=1e-12)


def test_e_is_e_and_never_the_loss():
    formula = parse("exp(1)*W^2 + π")
    assert formula.gradient_arithmetic == ("2 × e × {(W)}",)
    assert plain(formula.expression) == "e*W^2 + pi"
    assert mathml(formula.expression).count("<mi>e</mi>") == 1
    for texts in (*formula.gradient_arithmetic, formula.latex, mathml(formula.expression), formula.reading):
        assert "E" not in texts
        assert "&" not in texts


@pytest.mark.parametrize("text", ["max(0, W)", "min(1, W)", "σ(W)", "2^W", "max(0, W)^2"])
def test_they_have_a_mathml(text):
    formula = parse(text)
    for expression in (formula.expression, *formula.derivatives):
        root = ElementTree.fromstring(f"<math>{mathml(expression)}</math>")
        assert {element.tag for element in root.iter()} <= {
            "math",
            "mrow",
            "mi",
            "mo",
            "mn",
            "msup",
            "mfenced",
        }


def test_what_a_function_is_of_stands_in_its_mathml():
    root = ElementTree.fromstring(f"<math>{mathml(parse('max(0, W)').expression)}</math>")
    assert "".join(root.itertext()) == "max(0,W)"


def test_far_out_they_are_right():
    assert parse("2^W").value(np.array([-5000.0])) == 0
    assert parse("σ(W)").value(np.array([-5000.0])) == 0
    assert parse("σ(W)").value(np.array([5000.0])) == 1
    assert parse("2^(W^3)").value(np.array([-1e100])) == 0
    assert parse("exp(-exp(exp(exp(W))))").value(np.array([3.0])) == 0
    assert parse("max(0, exp(W) - exp(W))").value(np.array([800.0])) == 0


def test_of_two_letters():
    rosenbrock = parse("(1 - W1)^2 + 100*(W2 - W1^2)^2", ("W1", "W2"))
    at = np.array([-1.5, 2.0])
    assert rosenbrock.value(at) == pytest.approx(2.5**2 + 100 * 0.25**2)
    assert rosenbrock.gradient(at) == pytest.approx([-2 * 2.5 - 400 * -1.5 * -0.25, 200 * -0.25])
    assert rosenbrock.hessian(at) == pytest.approx(np.array([[2 - 400 * (2 - 3 * 2.25), 600], [600, 200]]))
    assert not rosenbrock.is_quadratic
    assert rosenbrock.gradient_arithmetic[1] == "−200 × {(W1)}² + 200 × {(W2)}"


def test_a_double_that_overflows_on_the_way_is_still_right():
    # exp(936)/(1 + exp(936))² is 0 to any double, but its parts are infinite.
    cliff = LOSSES["cliff"].formula
    assert cliff.gradient(np.array([-115.0]))[0] == -23.0
    assert cliff.value(np.array([-115.0])) == 1322.5
    assert cliff.values(np.array([[-115.0], [2.0]])) == pytest.approx([1322.5, 3.4])
    # Four times 1.69e308 is infinite, an eighth of it is not; and exp(800) is an error.
    saddle = parse("W1^2*((W2+1)*(W2+2) - (4*W2+3)*(W2+4)/8)", ("W1", "W2"))
    assert saddle.hessian(np.array([1.0, 1.3e154]))[0, 0] == pytest.approx(1.69e308)
    assert parse("W^2*exp(W)*exp(-W-1)").hessian(np.array([800.0]))[0, 0] == pytest.approx(2 / math.e)


def test_far_out_an_exponential_of_a_negative_number_is_nothing():
    far = np.array([1e308])
    assert LOSSES["plateau"].formula.value(far) == 4.0
    assert LOSSES["plateau"].formula.gradient(far)[0] == 0.0
    assert parse("tanh(W^3)").value(-far) == -1.0


@pytest.mark.parametrize("sign", [1, -1])
def test_a_curvature_beyond_all_doubles_is_infinite(sign):
    """Where E is 10¹⁵⁶ W times itself, E″ = 2 × 10³¹²; where it is 0 times itself, 0."""
    ramp = "relu(W" + "*1e12" * 13 + ")"
    formula = parse(f"{'-' * (sign < 0)}{ramp}*{ramp}")
    assert formula.hessian(np.array([1.0])).tolist() == [[sign * math.inf]]
    assert formula.hessian(np.array([-1.0])).tolist() == [[0.0]]


def test_where_there_is_no_value_there_is_nan():
    assert math.isnan(parse("log(W)").value(np.array([-1.0])))
    assert math.isnan(parse("sqrt(W)").gradient(np.array([-1.0]))[0])
    assert parse("1/W").values(np.array([[0.0], [2.0]]))[1] == 0.5


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_arithmetic_is_the_gradient(loss):
    """The line that a pencil would write, its number filled in, is worth the derivative."""
    for share in np.linspace(0.03, 0.97, 13):
        weights = np.array([low + share * (high - low) for low, high in loss.domain])
        for template, slope in zip(loss.formula.gradient_arithmetic, loss.gradient(weights), strict=True):
            line = template
            for letter, weight in zip(loss.letters, weights.tolist(), strict=True):
                line = line.replace(f"{{({letter})}}", f"({weight!r})").replace(f"{{{letter}}}", repr(weight))
            assert eval_arithmetic(line) == pytest.approx(slope, rel=1e-9, abs=1e-12), line


KNOWN = {
    "abs": abs, "max": max, "min": min, "e": math.e, "pi": math.pi, "sigma": sigma,
    "sign": lambda x: (x > 0) - (x < 0), "step": lambda x: int(x > 0),
}  # fmt: skip


def eval_arithmetic(line):
    power = re.sub(
        "[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda m: "**" + m[0].translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")), line
    )
    source = power.replace("×", "*").replace("−", "-").replace("^", "**")
    names = {name: getattr(math, name) for name in ("exp", "log", "sqrt", "sin", "cos", "tan", "tanh")}
    source = source.replace("σ", "sigma").replace("π", "pi")
    return eval(source, {"__builtins__": {}}, names | KNOWN)


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_latex_says_the_same(loss):
    """What is typeset, read back by a small reader of its own, has the value and the slope."""
    for share in np.linspace(0.04, 0.96, 9):
        weights = np.array([low + share * (high - low) for low, high in loss.domain])
        assert eval_latex(loss.formula.latex, loss.letters, weights) == pytest.approx(loss.value(weights))
        for latex, slope in zip(loss.formula.gradient_latex, loss.gradient(weights), strict=True):
            assert eval_latex(latex, loss.letters, weights) == pytest.approx(slope, rel=1e-9, abs=1e-12)


def end_of_braces(source, start):
    """Where the braces end that open at ``start``."""
    depth = 0
    for at in range(start, len(source)):
        depth += {"{": 1, "}": -1}.get(source[at], 0)
        if not depth:
            return at + 1
    raise ValueError(source)


def eval_latex(latex, letters, weights):
    source = latex.replace(r"\left|{", "abs(").replace(r"}\right|", ")")
    source = source.replace(r"\left(", "(").replace(r"\right)", ")").replace(r"\operatorname{sign}", "sign")
    while r"\frac" in source:
        start = source.index(r"\frac")
        middle = end_of_braces(source, start + 5)
        end = end_of_braces(source, middle)
        source = f"{source[:start]}({source[start + 5 : middle]}/{source[middle:end]}){source[end:]}"
    source = re.sub(r"\\operatorname\{step\}|\\(max|min|sigma|pi)", lambda m: m[1] or "step", source)
    source = re.sub(r"\b(e|pi) (?=W)", r"\1*", source)
    source = source.replace("e^", "exp").replace("{", "(").replace("}", ")").replace("^", "**")
    source = re.sub(r"\\(log|sin|cos|tan|tanh|sqrt)", r"\1", source)
    source = source.replace("_(1)", "1").replace("_(2)", "2")
    for letter in letters:
        source = re.sub(rf"(?<=[\d)]) +(?={letter})|(?<={letter}) +(?=[(a-zW\d])", "*", source)
    source = re.sub(r"(?<=\d) +(?=[(a-z])|(?<=\)) +(?=[(a-zW\d])", "*", source)
    names = {name: getattr(math, name) for name in ("exp", "log", "sqrt", "sin", "cos", "tan", "tanh")}
    values = dict(zip(letters, weights.tolist(), strict=True))
    return eval(source, {"__builtins__": {}}, {**names, **values, **KNOWN})


@pytest.mark.parametrize(
    ("largest", "more"),
    [
        # A sign and thirty letters with twenty-nine sums between them are sixty parts.
        ("-" + "+".join(["W"] * 30), "-" + "+".join(["W"] * 31)),
        # Ninety-six parentheses and four roots are a hundred levels.
        ("(" * 96 + "√√√√W" + ")" * 96, "(" * 97 + "√√√√W" + ")" * 97),
        ("(" * 92 + "√" * 8 + "W" + ")" * 92, "(" * 93 + "√" * 8 + "W" + ")" * 93),
    ],
)
def test_bounds_are_where_they_are_said_to_be(largest, more):
    assert parse(largest).letters == ("W",)
    with pytest.raises(FormulaError) as refused:
        parse(more)
    assert refused.value.kind == "nodes"


def test_a_power_of_what_is_0_everywhere():
    """0² is 0; 1/0 is not a number."""
    assert parse("(W - W)^2 + W").value(np.array([3.0])) == 3
    with pytest.raises(FormulaError) as refused:
        parse("(W - W)^(-1)")
    assert refused.value.kind == "zero"


def test_known_values_of_functions_are_worked_out():
    assert parse("sin(0) + W^2").latex == "W^{2}"
    assert parse("cos(0) W").latex == "W"


def test_names_side_by_side():
    assert parse("Wln(W)").value(np.array([math.e])) == pytest.approx(math.e)
    for text in ("Wpi", "piW", "W pi", "piWpi/pi"):
        assert parse(text).value(np.array([2.0])) == pytest.approx(2 * math.pi), text


@pytest.mark.parametrize("name", ["min", "max"])
def test_of_two_equal_numbers_either_is_the_smaller_one(name):
    """Also where doubles do not reach: exp(900) / (1 + exp(900)) is 1."""
    formula = parse(f"{name}(W, 2 - W) + exp(900*W)/(1 + exp(900*W))")
    assert formula.value(np.array([1.0])) == 2

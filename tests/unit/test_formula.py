"""The formula reader: what it accepts means what it says, and what it refuses it names."""

import math
import re

import numpy as np
import pytest

from gdviz.formula import FormulaError, parse
from gdviz.losses import LOSSES

REFUSED = {
    "": ("empty", ""),
    "   ": ("empty", "   "),
    "W" * 201: ("long", "W"),
    "+".join(["W"] * 61): ("nodes", None),
    "-" * 60 + "W": ("nodes", None),
    "(W": ("syntax", None),
    "2W": ("syntax", None),
    "W +": ("syntax", None),
    "W\x00": ("syntax", None),
    "W; W": ("syntax", None),
    "x := W": ("syntax", None),
    "V": ("name", "V"),
    "W + foo": ("name", "foo"),
    "W^2 ^ 2 + foo": ("name", "foo"),
    "pi": ("name", "pi"),
    "W1": ("name", "W1"),
    "exp": ("name", "exp"),
    "W.real": ("other", "W.real"),
    "W.__class__.__mro__": ("other", "W.__class__.__mro__"),
    "W[0]": ("other", "W[0]"),
    "[W for W in (1,)]": ("other", "[W for W in (1,)]"),
    "lambda: W": ("other", "lambda: W"),
    "W if W else 1": ("other", "W if W else 1"),
    "W and 1": ("other", "W and 1"),
    "W < 1": ("other", "W < 1"),
    "W // 2": ("other", "W // 2"),
    "W % 2": ("other", "W % 2"),
    "~W": ("other", "~W"),
    "'W'": ("other", "'W'"),
    "f'{W}'": ("other", "f'{W}'"),
    "1j * W": ("other", "1j"),
    "True": ("other", "True"),
    "None": ("other", "None"),
    "...": ("other", "..."),
    "__import__('os').system('true')": ("call", "__import__('os').system('true')"),
    "eval('W')": ("call", "eval('W')"),
    "sin(W, W)": ("call", "sin(W, W)"),
    "sin()": ("call", "sin()"),
    "sin(x=W)": ("call", "sin(x=W)"),
    "sin(*W)": ("other", None),
    "gamma(W)": ("call", "gamma(W)"),
    "9**9**9": ("exponent", "9**9"),
    "W**W": ("exponent", "W"),
    "2^W": ("exponent", "W"),
    "W^21": ("exponent", "21"),
    "W^-21": ("exponent", "-21"),
    "1e13": ("constant", "1e13"),
    "1e999": ("constant", "1e999"),
    "1e-13*W": ("constant", "1e-13"),
    "9^9^3": ("exponent", "9^3"),
    "((9^9)^9)^9": ("constant", "(9^9)^9"),
    "exp(exp(exp(9)))": ("constant", "exp(exp(9))"),
    "(1/3)^20^1*(1/9)^20": ("constant", None),
    "1/0": ("undefined", "1/0"),
    "W/(W - W)": ("undefined", "W/(W - W)"),
    "log(0)": ("undefined", "log(0)"),
    "sqrt(-1)": ("undefined", "sqrt(-1)"),
    "(-8)^(1/3)": ("undefined", "(-8)^(1/3)"),
    "sqrt(-W^2)": ("undefined", "sqrt(-W^2)"),
}


@pytest.mark.parametrize("text", REFUSED)
def test_refused_with_what_and_where(text):
    kind, piece = REFUSED[text]
    with pytest.raises(FormulaError) as refused:
        parse(text)
    error = refused.value
    assert kind in (None, error.kind)
    assert text[error.at : error.at + len(error.piece)] == error.piece
    if piece is not None:
        assert error.piece == piece
    assert isinstance(error, ValueError)
    assert repr(error.piece) in str(error)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("W^2", lambda w: w**2),
        ("-W^2", lambda w: -(w**2)),
        ("2^3^2/512 * W", lambda w: w),
        ("W**-2", lambda w: w**-2),
        ("3 − 2×W·W", lambda w: 3 - 2 * w * w),
        (" (W) ", lambda w: w),
        ("(" * 99 + "W" + ")" * 99, lambda w: w),
        ("tanh(W) + tan(W/9) + sqrt(W^2 + 1)", lambda w: math.tanh(w) + math.tan(w / 9) + math.hypot(w, 1)),
        ("abs(cos(W)) + 0.1", lambda w: abs(math.cos(w)) + 0.1),
        ("exp(log(W^2 + 1))", lambda w: w * w + 1),
    ],
)
def test_means_what_it_says(text, meant):
    formula = parse(text)
    for w in (-2.3, -0.4, 0.7, 3.1):
        assert formula.value(np.array([w])) == pytest.approx(meant(w), rel=1e-12)
        slope = (meant(w + 1e-6) - meant(w - 1e-6)) / 2e-6
        assert formula.gradient(np.array([w]))[0] == pytest.approx(slope, rel=1e-5, abs=1e-6)


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


def test_far_out_an_exponential_of_a_negative_number_is_nothing():
    far = np.array([1e308])
    assert LOSSES["plateau"].formula.value(far) == 4.0
    assert LOSSES["plateau"].formula.gradient(far)[0] == 0.0
    assert parse("tanh(W^3)").value(-far) == -1.0


def test_where_there_is_no_value_there_is_nan():
    assert math.isnan(parse("log(W)").value(np.array([-1.0])))
    assert math.isnan(parse("sqrt(W)").gradient(np.array([-1.0]))[0])
    assert parse("1/W").values(np.array([[0.0], [2.0]]))[1] == 0.5


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
@pytest.mark.parametrize("share", np.linspace(0.03, 0.97, 13))
def test_arithmetic_is_the_gradient(loss, share):
    """The line that a pencil would write, its number filled in, is worth the derivative."""
    weights = np.array([low + share * (high - low) for low, high in loss.domain])
    for template, slope in zip(loss.formula.gradient_arithmetic, loss.gradient(weights), strict=True):
        line = template
        for letter, weight in zip(loss.letters, weights.tolist(), strict=True):
            line = line.replace(f"{{({letter})}}", f"({weight!r})").replace(f"{{{letter}}}", repr(weight))
        assert eval_arithmetic(line) == pytest.approx(slope, rel=1e-9, abs=1e-12)


def eval_arithmetic(line):
    power = re.sub(
        "[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda m: "**" + m[0].translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")), line
    )
    source = power.replace("×", "*").replace("−", "-").replace("^", "**")
    names = {name: getattr(math, name) for name in ("exp", "log", "sqrt", "sin", "cos", "tan", "tanh")}
    return eval(source, {"__builtins__": {}}, {**names, "abs": abs, "sign": lambda x: (x > 0) - (x < 0)})


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_latex_says_the_same(loss):
    """What is typeset, read back by a small reader of its own, has the value and the slope."""
    for share in np.linspace(0.04, 0.96, 9):
        weights = np.array([low + share * (high - low) for low, high in loss.domain])
        assert eval_latex(loss.formula.latex, loss.letters, weights) == pytest.approx(loss.value(weights))
        for latex, slope in zip(loss.formula.gradient_latex, loss.gradient(weights), strict=True):
            assert eval_latex(latex, loss.letters, weights) == pytest.approx(slope, rel=1e-9, abs=1e-12)


def eval_latex(latex, letters, weights):
    source = latex.replace(r"\left|{", "abs(").replace(r"}\right|", ")")
    source = source.replace(r"\left(", "(").replace(r"\right)", ")").replace(r"\operatorname{sign}", "sign")
    while r"\frac" in source:
        source = re.sub(r"\\frac\{((?:[^{}]|\{[^{}]*\})*)\}", r"(\1)/", source, count=1)
    source = source.replace("e^", "exp").replace("{", "(").replace("}", ")").replace("^", "**")
    source = re.sub(r"\\(log|sin|cos|tan|tanh|sqrt)", r"\1", source)
    source = source.replace("_(1)", "1").replace("_(2)", "2")
    for letter in letters:
        source = re.sub(rf"(?<=[\d)]) +(?={letter})|(?<={letter}) +(?=[(a-zW\d])", "*", source)
    source = re.sub(r"(?<=\d) +(?=[(a-z])|(?<=\)) +(?=[(a-zW\d])", "*", source)
    names = {name: getattr(math, name) for name in ("exp", "log", "sqrt", "sin", "cos", "tan", "tanh")}
    values = dict(zip(letters, weights.tolist(), strict=True))
    scope = {**names, **values, "abs": abs, "sign": lambda x: (x > 0) - (x < 0)}
    return eval(source, {"__builtins__": {}}, scope)

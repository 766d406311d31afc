"""The formula reader: what it accepts means what it says, and what it refuses it names."""

import math
import re
from itertools import product
from xml.etree import ElementTree

import numpy as np
import pytest

from gdviz.charts.sentences import formula_error
from gdviz.core.formula import FormulaError, mathml, parse, plain
from gdviz.core.losses import LOSSES
from gdviz.link.bounds import LANGUAGES
from gdviz.texts import load_texts

# What is refused: the kind, the piece, and what each language's sentence says would help.
REFUSED = {
    "": ("empty", "", "W^2 + 4", "W^2 + 4"),
    "   ": ("empty", "   ", "W^2 + 4", "W^2 + 4"),
    "W" * 201: ("long", "W", "200", "200"),
    "+".join(["W"] * 61): ("nodes", None, "60", "60"),
    "-" * 60 + "W": ("nodes", None, "60", "60"),
    "(" * 101 + "W": ("nodes", None, "60", "60"),
    "√" * 150 + "W": ("nodes", None, "60", "60"),
    "|" * 150 + "W": ("nodes", None, "60", "60"),
    "W +": ("end", "+", "a number, a letter", "数か文字"),
    "W^": ("end", "^", "a number, a letter", "数か文字"),
    "(W - )^2": ("end", "-", "a number, a letter", "数か文字"),
    "E(W) =": ("end", "E(W) =", "a number, a letter", "数か文字"),
    "(W": ("unclosed", "(", "2*(W + 1)", "2*(W + 1)"),
    "2*((W + 1)^2": ("unclosed", "(", "2*(W + 1)", "2*(W + 1)"),
    "(W + 1]": ("unclosed", "(", "2*(W + 1)", "2*(W + 1)"),
    "e^{-W": ("unclosed", "{", "2*(W + 1)", "2*(W + 1)"),
    "W + 1)": ("unopened", ")", "write “(” before it", "前に「(」"),
    "()": ("hollow", "()", "between the parentheses", "かっこの中に"),
    "|W + 1": ("bar", "|", "abs(W)", "abs(W)"),
    "W * / 2": ("operator", "/", "delete “/”", "「/」を消して"),
    "W // 2": ("operator", "/", "delete “/”", "「/」を消して"),
    "²W": ("operator", "²", "delete “²”", "「²」を消して"),
    "sin(*W)": ("operator", "*", "delete", "消して"),
    "2 3": ("numbers", "3", "2*3", "2*3"),
    "1.2.3*W": ("numbers", ".3", "2*3", "2*3"),
    "W²3": ("numbers", "3", "2*3", "2*3"),
    "W; W": ("comma", ";", "0.5", "0.5"),
    "(W, 1)": ("comma", ",", "0.5", "0.5"),
    "1,000W^2": ("thousands", "1,000", "1000", "1000"),
    "W == 2": ("equals", "==", "E(W) =", "E(W) ="),
    "W^2 = 4": ("equals", "=", "E(W) =", "E(W) ="),
    "dE/dW = 2W": ("name", "dE", "sin(W)", "sin(W)"),
    "E(5) = W": ("equals", "=", "E(W) =", "E(W) ="),
    "sin(x=W)": ("equals", "=", "E(W) =", "E(W) ="),
    "W + foo": ("name", "foo", "words and units", "言葉や単位"),
    "W^2 ^ 2 + foo": ("name", "foo", "words and units", "言葉や単位"),
    "5 kg": ("name", "kg", "words and units", "言葉や単位"),
    "Wの2乗": ("name", "の", "words and units", "言葉や単位"),
    "Ԝ^2": ("name", "Ԝ", "words and units", "言葉や単位"),  # Cyrillic
    "x^2 + y^2": ("letters", "y", "Two weights", "「重み 2 つ」"),
    "W^2 + 4 m": ("letters", "m", "leave out units", "単位を省く"),
    "1j * W": ("letters", "j", "a number", "数に置き換える"),
    "W1": ("index", "W1", "W^2", "W^2"),
    "W₁² + 3": ("index", "W₁", "W^2", "W^2"),
    "W[0]": ("index", "W[0]", "W^2", "W^2"),
    "arcsin(W)": ("call", "arcsin", "exp log sqrt sin cos tan tanh abs max min sigmoid", "sigmoid を使って"),
    "gamma(W)": ("call", "gamma", "exp log sqrt", "exp log sqrt"),
    "eval('W')": ("call", "eval", "exp log sqrt", "exp log sqrt"),
    "cosh(W)": ("instead", "cosh", "(exp(W) + exp(-W))/2", "(exp(W) + exp(-W))/2"),
    "log10(W)": ("instead", "log10", "log(W)/log(10)", "log(W)/log(10)"),
    "log_2(W)": ("instead", "log_2", "log(W)/log(2)", "log(W)/log(2)"),
    "log₂ W": ("instead", "log₂", "log(W)/log(2)", "log(W)/log(2)"),
    "3 + sin": ("bare", "sin", "sin(W)", "sin(W)"),
    "exp": ("bare", "exp", "in parentheses", "かっこの中"),
    "sin()": ("bare", "sin()", "sin(W)", "sin(W)"),
    "sin + W": ("bare", "sin", "sin(W)", "sin(W)"),
    "sin(W, W)": ("one", "sin(W, W)", "one number", "1 つだけ"),
    "max(W)": ("several", "max(W)", "max(0, W)", "max(0, W)"),
    "max W": ("several", "max", "max(0, W)", "max(0, W)"),
    "sin^-1(W)": ("inverse", "sin^-1", "1/sin(W)", "1/sin(W)"),
    "tan⁻¹ W": ("inverse", "tan⁻¹", "1/tan(W)", "1/tan(W)"),
    r"\frac{1} + W": ("braces", r"\frac", "(W + 1)/2", "(W + 1)/2"),
    r"\sqrt[3]{W}": ("root_index", r"\sqrt", "W^(1/3)", "W^(1/3)"),
    r"\operatorname{sinus}(W)": ("command", r"\operatorname{sinus}", "+ - * / ^", "+ - * / ^"),
    r"\int W": ("command", r"\int", "+ - * / ^", "+ - * / ^"),
    "1e13": ("constant", "1e13", "10¹²", "10¹²"),
    "1e999": ("constant", "1e999", "10¹²", "10¹²"),
    "1e-13*W": ("constant", "1e-13", "10⁻¹²", "10⁻¹²"),
    "((9^9)^9)^9": ("constant", "((9^9)^9)", "10¹²", "10¹²"),
    "exp(exp(exp(9)))": ("constant", "exp(exp(9))", "10¹²", "10¹²"),
    "(1/3)^20^1*(1/9)^20": ("constant", None, "10⁻¹²", "10⁻¹²"),
    "9**9**9": ("exponent", "9**9", "from −20 to 20", "−20 から 20"),
    "W^21": ("exponent", "21", "from −20 to 20", "−20 から 20"),
    "W²³": ("exponent", None, "from −20 to 20", "−20 から 20"),
    "W^-21": ("exponent", "-21", "from −20 to 20", "−20 から 20"),
    "9^9^3": ("exponent", "9^3", "from −20 to 20", "−20 から 20"),
    "W**W": ("power", "W**W", "2^W", "2^W"),
    "(-2)^W": ("power", "(-2)^W", "above 0", "正の数"),
    "1/0": ("zero", "1/0", "not 0", "0 でない"),
    "W/(W - W)": ("zero", "W/(W - W)", "not 0", "0 でない"),
    "log(0)": ("logarithm", "log(0)", "above 0", "正の数"),
    "sqrt(-1)": ("root", "sqrt(-1)", "not below 0", "0 以上"),
    "(-8)^(1/3)": ("root", "(-8)^(1/3)", "not below 0", "0 以上"),
    "sqrt(-W^2)": ("undefined", "sqrt(-W^2)", "change its sign", "符号を直して"),
    "W < 1": ("other", "<", "W, numbers", "W、数"),
    "W % 2": ("other", "%", "W, numbers", "W、数"),
    "W!": ("other", "!", "W, numbers", "W、数"),
    "'W'": ("other", "'", "W, numbers", "W、数"),
    "W # a remark": ("other", "#", "W, numbers", "W、数"),
    "W.__class__.__mro__": ("other", ".", "W, numbers", "W、数"),
    "__import__('os').system('true')": ("other", "_", "W, numbers", "W、数"),
    "W\x00": ("other", "\x00", "W, numbers", "W、数"),
    "[W for W in (1,)]": ("name", "for", "sin(W)", "sin(W)"),
    "lambda: W": ("name", "lambda", "sin(W)", "sin(W)"),
    "W if W else 1": ("name", "if", "sin(W)", "sin(W)"),
    "True": ("name", "True", "sin(W)", "sin(W)"),
}  # fmt: skip
REFUSED_OF_TWO = {
    "W^2": ("which", "W", "W1, W2", "W1, W2"),
    "W1^2 + W": ("which", "W", "W1, W2", "W1, W2"),
    "a^2": ("which", "a", "W1, W2", "W1, W2"),
    "W1^2 + W3": ("pair", "W3", "x and y", "x と y"),
    "W1 + x2": ("pair", "x2", "x and y", "x と y"),
    "x^2 + y^2 + z^2": ("pair", "z", "x and y", "x と y"),
    "a^2 + r^2": ("pair", "r", "x and y", "x と y"),
    "cosh(x)": ("instead", "cosh", "(exp(W1) + exp(-W1))/2", "(exp(W1) + exp(-W1))/2"),
}
TWO = ("W1", "W2")


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [(text, ("W",), expected) for text, expected in REFUSED.items()]
    + [(text, TWO, expected) for text, expected in REFUSED_OF_TWO.items()],
)
def test_refused_with_what_and_where_and_what_helps(text, letters, expected):
    kind, piece, *remedies = expected
    with pytest.raises(FormulaError) as refused:
        parse(text, letters)
    error = refused.value
    assert error.kind == kind
    assert text[error.at : error.at + len(error.piece)] == error.piece
    if piece is not None:
        assert error.piece == piece
    assert isinstance(error, ValueError)
    assert repr(error.piece) in str(error)
    for lang, remedy in zip(("en", "ja"), remedies, strict=True):
        sentence = formula_error(error, load_texts(lang))
        assert remedy in sentence
        assert str(error.at + 1) in sentence or kind in ("empty", "long", "nodes")


def test_the_parenthesis_that_is_never_closed_is_the_one_named():
    for text, at in (("2*((W + 1)^2", 2), ("(W + (1 - W)", 0), ("sin(W) + max(0, (W)", 12)):
        with pytest.raises(FormulaError) as refused:
            parse(text)
        assert refused.value.at == at


def sigma(x):
    return 1 / (1 + math.exp(-x))


# What a teacher writes, and what is meant by it.
SPELLINGS = {
    "W^2": lambda w: w**2,
    "W**2": lambda w: w**2,
    "-W^2": lambda w: -(w**2),
    "−W²": lambda w: -(w**2),
    "2^(3^2)/512 * W": lambda w: w,
    "W**-2": lambda w: w**-2,
    "3 − 2×W·W": lambda w: 3 - 2 * w * w,
    " (W) ": lambda w: w,
    "(" * 99 + "W" + ")" * 99: lambda w: w,
    "W¹⁰": lambda w: w**10,
    "2¹⁰*W": lambda w: 1024 * w,
    "W⁻¹": lambda w: 1 / w,
    "W⁻² + W³": lambda w: w**-2 + w**3,
    "(W−1)²": lambda w: (w - 1) ** 2,
    "W²(W − 1)²": lambda w: w * w * (w - 1) ** 2,
    "e⁻ᵂ": lambda w: math.exp(-w),
    "2W": lambda w: 2 * w,
    "2W²+3W−1": lambda w: 2 * w * w + 3 * w - 1,
    "2(W−1)": lambda w: 2 * (w - 1),
    "W(W−1)": lambda w: w * (w - 1),
    "(W−1)(W+1)": lambda w: (w - 1) * (w + 1),
    "(W-1)(W+1)/2": lambda w: (w - 1) * (w + 1) / 2,
    "[(W−1)² + 1]/2": lambda w: ((w - 1) ** 2 + 1) / 2,
    "（Ｗ－１）＾２": lambda w: (w - 1) ** 2,
    "w^2+4": lambda w: w * w + 4,
    "x^2+4": lambda w: w * w + 4,
    "X² + 4x": lambda w: w * w + 4 * w,
    "θ²": lambda w: w * w,
    "3xx": lambda w: 3 * w * w,
    "|W|": abs,
    "|W−1|+|W+1|": lambda w: abs(w - 1) + abs(w + 1),
    "2|W||W−1|": lambda w: 2 * abs(w) * abs(w - 1),
    "||W|−1|": lambda w: abs(abs(w) - 1),
    "√(W²+1)": lambda w: math.hypot(w, 1),
    "√2": lambda w: math.sqrt(2) + 0 * w,
    "e^W": math.exp,
    "e^-W": lambda w: math.exp(-w),
    "exp(−W²/4)": lambda w: math.exp(-w * w / 4),
    "We^W": lambda w: w * math.exp(w),
    "2^W": lambda w: 2.0**w,
    "0.5^(2W)": lambda w: 0.5 ** (2 * w),
    "3*2^(-W^2)": lambda w: 3 * 2 ** (-w * w),
    "πW": lambda w: math.pi * w,
    "sin(2πW)": lambda w: math.sin(2 * math.pi * w),
    "2 pi W": lambda w: 2 * math.pi * w,
    "cos(W + π/2)": lambda w: -math.sin(w),
    "ln(W^2+1)": lambda w: math.log(w * w + 1),
    "sin W": math.sin,
    "sin|W|": lambda w: math.sin(abs(w)),
    "|sin W|": lambda w: abs(math.sin(w)),
    "tanhW": math.tanh,
    "Wtanh(W)": lambda w: w * math.tanh(w),
    "sin 2W": lambda w: math.sin(2 * w),
    "sin2W": lambda w: math.sin(2 * w),
    "sinW cosW": lambda w: math.sin(w) * math.cos(w),
    "3 sin W + cos 2W": lambda w: 3 * math.sin(w) + math.cos(2 * w),
    "sin²(W)": lambda w: math.sin(w) ** 2,
    "sin^2(W)": lambda w: math.sin(w) ** 2,
    "cos² W": lambda w: math.cos(w) ** 2,
    "Sin(W)": math.sin,
    "max(0, W)": lambda w: max(0, w),
    "max(W, 0)": lambda w: max(0, w),
    "max(0,5W)": lambda w: max(0, 5 * w),
    "max(0,5; W)": lambda w: max(0.5, w),
    "max(W, -W, 1)": lambda w: max(w, -w, 1),
    "min(1, W^2)": lambda w: min(1, w * w),
    "ReLU(W−1)": lambda w: max(0, w - 1),
    "sigmoid(W)": sigma,
    "σ(2W)": lambda w: sigma(2 * w),
    "1 − σ(W)": lambda w: 1 - sigma(w),
    "2⋅W": lambda w: 2 * w,
    "2・W": lambda w: 2 * w,
    "6÷2": lambda w: 3 + 0 * w,
    "0,5W^2": lambda w: 0.5 * w * w,
    "1,25(W − 0,5)²": lambda w: 1.25 * (w - 0.5) ** 2,
    "½W²": lambda w: w * w / 2,
    "2^max(0, W)": lambda w: 2 ** max(0, w),
    "1.5e-3W": lambda w: 0.0015 * w,
    "E(W) = W² + 4": lambda w: w * w + 4,
    "E=W²+4": lambda w: w * w + 4,
    "f(x) = x²": lambda w: w * w,
    "y = x^2 − 2x": lambda w: w * w - 2 * w,
    "loss = w^2": lambda w: w * w,
    r"\frac{1}{2}W^2": lambda w: w * w / 2,
    r"\frac12 W^{2}": lambda w: w * w / 2,
    r"\left(W - 1\right)^{2} \cdot 3": lambda w: 3 * (w - 1) ** 2,
    r"\sqrt{W^2 + 1}": lambda w: math.hypot(w, 1),
    r"\sin\left(2W\right)": lambda w: math.sin(2 * w),
    r"$E(W) = e^{-W} \times 2$": lambda w: 2 * math.exp(-w),
    r"\left|W\right| + \ln(W^2 + 1)": lambda w: abs(w) + math.log(w * w + 1),
    r"\max(0, W)^2": lambda w: max(0, w) ** 2,
    r"\operatorname{sigmoid}(W) + \pi": lambda w: sigma(w) + math.pi,
    "tanh(W) + tan(W/9) + sqrt(W^2 + 1)": lambda w: math.tanh(w) + math.tan(w / 9) + math.hypot(w, 1),
    "abs(cos(W)) + 0.1": lambda w: abs(math.cos(w)) + 0.1,
    "exp(log(W^2 + 1))": lambda w: w * w + 1,
}
SPELLINGS_OF_TWO = {
    "W1^2 + W2^2": lambda a, b: a * a + b * b,
    "W₁² + 2W₂²": lambda a, b: a * a + 2 * b * b,
    "w_1^2 + w_{2}^2": lambda a, b: a * a + b * b,
    "x^2 + 3xy − y": lambda a, b: a * a + 3 * a * b - b,
    "y^2": lambda a, b: b * b,
    "x0**2 + 2*x1**2": lambda a, b: a * a + 2 * b * b,
    "x[0]**2 + 2*x[1]**2": lambda a, b: a * a + 2 * b * b,
    "E(w, b) = (2w + b − 1)²": lambda a, b: (2 * a + b - 1) ** 2,
    "f(y, x) = y + 2x": lambda a, b: a + 2 * b,
    "E(W) = W1 + 2 W2": lambda a, b: a + 2 * b,
    "W1W2": lambda a, b: a * b,
    "max(W1, W2)": max,
    r"\frac{W_1^2}{20} + W_{2}^{2}": lambda a, b: a * a / 20 + b * b,
    "√(x² + y²) e^{-x}": lambda a, b: math.hypot(a, b) * math.exp(-a),
}
# What could be meant in several ways: its value, and how the reading shows it.
DOUBTFUL = {
    "1/2W": (lambda w: w / 2, r"\left(\frac{1}{2}\right) \cdot W"),
    "1/2(W−1)²": (lambda w: (w - 1) ** 2 / 2, r"\left(\frac{1}{2}\right) \cdot \left(W - 1\right)^{2}"),
    "2^-W*3": (lambda w: 3 * 2**-w, r"\left(2^{-W}\right) \cdot 3"),
    "e^2W": (lambda w: math.exp(2) * w, r"\left(e^{2}\right) \cdot W"),
    "e^-W/2": (lambda w: math.exp(-w) / 2, r"\frac{\left(e^{-W}\right)}{2}"),
    "W^1/2": (lambda w: w / 2, r"\frac{\left(W^{1}\right)}{2}"),
    "2^3^2": (lambda w: 512, r"2^{\left(3^{2}\right)}"),
    "e^-W^2": (lambda w: math.exp(-w * w), r"e^{-\left(W^{2}\right)}"),
    "sin 2W(W-1)": (lambda w: math.sin(2 * w) * (w - 1), r"\sin\left(2 W\right) \left(W - 1\right)"),
    "-sin 2W(W-1)": (
        lambda w: -math.sin(2 * w) * (w - 1),
        r"-\sin\left(2 W\right) \left(W - 1\right)",
    ),
    "sin W/2": (lambda w: math.sin(w) / 2, r"\frac{\sin\left(W\right)}{2}"),
    "√2W²": (lambda w: math.sqrt(2) * w * w, r"\sqrt{2} W^{2}"),
    "√W²": (abs, r"\sqrt{W^{2}}"),
    "W/2W": (lambda w: w * w / 2, r"\left(\frac{W}{2}\right) \cdot W"),
    "max(0,5W,1)": (lambda w: max(0, 5 * w, 1), r"\max\left(0,\, 5 W,\, 1\right)"),
}
CLEAR = {
    "−W²": "-W^{2}",
    "W^2/20 + sin 2W": r"\frac{W^{2}}{20} + \sin\left(2 W\right)",
    "4(1 − e^{-W})": r"4 \left(1 - e^{-W}\right)",
    "(1/2)W": r"\frac{1}{2} W",
    "1/(2W)": r"\frac{1}{2 W}",
    r"\frac{1}{2}W": r"\frac{1}{2} W",
    "e^(2W)": "e^{2 W}",
    "1 − (W − 2)": r"1 - \left(W - 2\right)",
    "2*(-W)": r"2 \cdot \left(-W\right)",
    "σ(W)": r"\sigma\left(W\right)",
}
PLACES = (-2.3, -0.4, 0.7, 3.1)


def check_meaning(text, meant):
    formula = parse(text)
    for w in PLACES:
        assert formula.value(np.array([w])) == pytest.approx(meant(w), rel=1e-12)
        slope = (meant(w + 1e-6) - meant(w - 1e-6)) / 2e-6
        assert formula.gradient(np.array([w]))[0] == pytest.approx(slope, rel=1e-5, abs=1e-6)
    columns = np.array(PLACES)[:, None]
    assert formula.values(columns) == pytest.approx([meant(w) for w in PLACES])
    return formula


@pytest.mark.parametrize("text", SPELLINGS)
def test_it_is_read_as_a_teacher_means_it(text):
    assert not check_meaning(text, SPELLINGS[text]).doubtful


@pytest.mark.parametrize("text", SPELLINGS_OF_TWO)
def test_so_are_two_weights(text):
    formula, meant = parse(text, TWO), SPELLINGS_OF_TWO[text]
    for a, b in ((-2.3, 0.7), (1.5, -0.4), (3.1, 2.2)):
        assert formula.value(np.array([a, b])) == pytest.approx(meant(a, b), rel=1e-12)
        slopes = [
            (meant(a + 1e-6, b) - meant(a - 1e-6, b)) / 2e-6,
            (meant(a, b + 1e-6) - meant(a, b - 1e-6)) / 2e-6,
        ]
        assert formula.gradient(np.array([a, b])) == pytest.approx(slopes, rel=1e-5, abs=1e-6)


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_is_ambiguous_is_shown_in_parentheses(text):
    meant, reading = DOUBTFUL[text]
    formula = check_meaning(text, meant)
    assert formula.doubtful
    assert formula.reading == reading


@pytest.mark.parametrize("text", CLEAR)
def test_what_is_clear_is_typeset_as_it_was_typed(text):
    formula = parse(text)
    assert not formula.doubtful
    assert formula.reading == CLEAR[text]


NAMED = [
    (loss, name)
    for lang in LANGUAGES
    for loss in LOSSES.values()
    if re.search("[²³⁴|]", name := re.split("[:：]", load_texts(lang)(f"losses.{loss.id}.name"))[-1].strip())
]


def test_the_page_s_own_names_of_its_losses_are_read():
    assert len(NAMED) == 22
    for (loss, name), share in product(NAMED, (0.1, 0.45, 0.8)):
        weights = np.array([low + share * (high - low) for low, high in loss.domain])
        assert parse(name, loss.letters).value(weights) == pytest.approx(loss.value(weights), rel=1e-12), name


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

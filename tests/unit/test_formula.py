"""The formula reader: what it accepts means what it says, and what it refuses it names."""

import math
import re
from itertools import product

import numpy as np
import pytest

from gdviz.charts.sentences import formula_error
from gdviz.core.formula import FormulaError, parse
from gdviz.core.losses import LOSSES
from gdviz.link.bounds import LANGUAGES
from gdviz.texts import load_texts
from tests.by_hand import sigma

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

"""What a page is sent by somebody who means it harm: formulas and links, for the tests and a benchmark."""

import os
from dataclasses import fields

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gdviz.classroom.missions import MISSIONS
from gdviz.core.formula import FUNCTIONS
from gdviz.core.losses import CUSTOM, LOSSES
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.lessons import LESSONS
from gdviz.link.bounds import HIDEABLE
from gdviz.link.presets import PRESETS
from gdviz.link.settings import Settings

COUNT = int(os.environ.get("GDVIZ_HOSTILE", "60"))  # of formulas and of links that the tests try
# No examples of an earlier run, so that a count means the same everywhere; and no clock.
CALM = settings(
    database=None,
    derandomize=True,
    deadline=None,
    max_examples=COUNT,
    suppress_health_check=list(HealthCheck),
)
NAMES = tuple(field.name for field in fields(Settings))
LETTERS = {"one": ("W",), "two": ("W1", "W2")}
CANARY = "gdviz-hostile-canary"  # the name of the file that each trick would make

# Tricks that run code where a text is evaluated, or where sympy's own parser reads it.
CODE = (
    f"__import__('os').system('touch {CANARY}')",
    f"__import__('pathlib').Path('{CANARY}').touch()",
    f"open('{CANARY}', 'w')",
    f"open('{CANARY}', 'w') and W",
    f"exec(\"open('{CANARY}', 'w')\")",
    f"eval(\"open('{CANARY}', 'w')\")",
    f"eval(compile(\"open('{CANARY}','w')\",'','eval'))",
    f"[open('{CANARY}', 'w') for W in (1,)]",
    f"(lambda: open('{CANARY}', 'w'))()",
    f"(W := open('{CANARY}', 'w'))",
    f"f\"{{open('{CANARY}', 'w')}}\"",
    f"W if open('{CANARY}', 'w') else 1",
    f"sin(open('{CANARY}', 'w'))",
    f"sin(W, evaluate=open('{CANARY}', 'w'))",
    f"W\nopen('{CANARY}', 'w')",
    f"W;open('{CANARY}', 'w')",
    f"W)+open('{CANARY}', 'w')+(W",
    f"W\x00open('{CANARY}', 'w')",
    f"# coding: utf-7\nopen('{CANARY}', 'w')",
    f"().__class__.__base__.__subclasses__()[104]().load_module('os').system('touch {CANARY}')",
    f"W.__class__.__init__.__globals__['__builtins__']['open']('{CANARY}','w')",
    f"sympify(\"open('{CANARY}','w')\")",
    f'S(\'open("{CANARY}","w")\')',
    f"lambdify(W, \"open('{CANARY}','w')\")",
    f"__builtins__.open('{CANARY}','w')",
    f"getattr(W, 'subs')(W, open('{CANARY}','w'))",
    f"globals()['W'] + open('{CANARY}','w')",
    f"print(W, file=open('{CANARY}','w'))",
    f"socket.create_connection(('127.0.0.1', 9)) + open('{CANARY}','w')",
    "__import__('socket').create_connection(('127.0.0.1', 9))",
    "__import__('subprocess').Popen('true')",
    "breakpoint()",
    "exit()",
    "help()",
    "setattr(sympy, 'diff', W)",
    "W.__class__.hostile",
    "(yield W)",
    "await W",
    "import os",
    "W.func",
    "'{0.__class__}'.format(W)",
    "'%s' % W",
    "W @ W",
    "*W",
    "**W",
    "W[...]",
    "{W: W}",
    "{W}",
    "W,",
    "(W,)",
    "print",
    "I*W",
    "E^W",
    "oo",
    "zoo*W",
    "nan",
    "Symbol('W')",
)

# Texts whose numbers, towers or nesting keep a computer busy.
LARGE = (
    "9**9**9**9",
    "9^9^9^9",
    "((((9^9)^9)^9)^9)^9",
    "((((3*W)^20)^20)^20)^20",
    "((((W^20)^20)^20)^20)^20",
    "((((1.000001^20)^20)^20)^20)^20*W",
    "((((((1+W/1e12)^20)^20)^20)^20)^20)^20",
    "((((W/3)^20)^20)^20)^-20",
    "((0.999999999^20)^20)^20*W",
    "((W^(1/3))^20)^(1/7)",
    "W^(1/999999999999)",
    "(W^(19/20))^(19/20)^(1/97)",
    # Exponents that are not told apart in a hundred digits.
    "(W^sigmoid(1e12)/(W+1))^2",
    "(W^tanh(999)+1/W)^3",
    "(W^tanh(999)+W^tanh(1000))^20",
    "1e999",
    "1e12*1e12*W",
    "1e12*W*1e12*W*1e12*W*1e12*W*1e12*W*1e12*W*1e12*W*1e12*W*1e12*W*1e12*W*1e12*W*1e12*W*1e12*W",
    "(1e12*W)^20*(1e12*W)^20*(1e12*W)^20",
    "W/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12/1e12",
    "10^(-300)*W",
    "0x" + "f" * 150,
    "9" * 199,
    "0." + "0" * 150 + "1*W",
    "1_0_0_0*W",
    "0b1111*W",
    "1." + "3" * 190,
    "W*" * 29 + "W",
    "1-1e-12*W^20",
    "(1/3)^20" + "*(1/3)^20" * 10,
    "exp(" * 30 + "W" + ")" * 30,
    "exp(" * 8 + "W" + ")" * 8,
    "log(" * 12 + "W" + ")" * 12,
    "exp(exp(exp(exp(W))))",
    "exp(-exp(exp(exp(W^2))))",
    "sin(cos(" * 13 + "W" + "))" * 13,
    "tan(tan(tan(tan(tan(tan(W))))))",
    "tanh(tan(" * 7 + "W" + "))" * 7,
    "sin(abs(sqrt(abs(tanh(log(abs(tan(W)+W)+W)))))^3)",
    "abs(" * 30 + "W" + ")" * 30,
    "abs(W-abs(W-abs(W-abs(W-abs(W-abs(W-abs(W-1)))))))",
    "sqrt(" * 20 + "W" + ")" * 20,
    "sqrt(W^2+" * 9 + "1" + ")" * 9,
    "sqrt(2)+sqrt(3)+sqrt(5)+sqrt(7)+sqrt(11)+sqrt(13)-W",
    "abs(sqrt(2)+sqrt(3)-sqrt(5+2*sqrt(6)))*W",
    "abs(sin(1e12)-sin(1e12+1e-9))*W",
    "1/(sqrt(2)+sqrt(3)-sqrt(5+2*sqrt(6)))*W",
    "(sqrt(2)+sqrt(3)+sqrt(5))^20*W",
    "(sqrt(2)*sqrt(3)*W)^(1/2)",
    "sqrt(999999999989*999999999961)*W",
    "(999999999989)^(1/7)*W",
    "sqrt(999999999989+1e-12)*W",
    "exp(W)+sin(999999999989*999999999989)+abs(W-1e12*1e12)",
    "sin(3.14159265358979)*W",
    "log(1e12)^20*W",
    "(W+1)^20*(W-1)^20*(W+2)^20*exp(W)",
    "tan(W)^20/tanh(W)^20*log(W)^20",
    "*".join(f"(W-{i})" for i in range(14)),
    "1/(1+1/(1+1/(1+1/(1+1/(1+1/(1+1/(1+1/(1+1/W))))))))",
    "(((((W^2-1)^2-1)^2-1)^2-1)^2-1)^2",
    "sin(1e12*W)",
    "exp(1e12*W)",
    "sin(exp(W))^20/exp(exp(W))",
    "W^20/1e-12",
    "1/W/W/W/W/W/W/W",
    "exp(1/W^20)",
    "tan(1e12*W)^20",
    "0*W",
    "0*log(W-W+0)",
    "(W-W)^0",
    "(W-W)^-1",
    "log(W-W)",
    "tan(W)*0",
    "0^W",
    "0^0",
    "1^1e12",
    "(-1)^0.5",
    "(-W^2)^0.5",
    "(-W^2)^(1/3)",
    "W+(-abs(W))^(1/7)",
    "(-8)^(1/3)*W",
    "log(-1-W^2)",
    "sqrt(-1-abs(W))",
    "abs(log(W))",
    "abs(sqrt(W))",
    "abs(W^0.5)^3",
    "exp(log(W))",
    "log(exp(W))",
    "sqrt(W^2)",
    "sqrt(W)^2",
    "W^0.3333333333333333",
    "abs(W)^0.1",
    "exp(abs(tan(W)))",
    "7",
    "1/3",
    "sqrt(2)",
    "--W",
    "-" * 58 + "W",
    "(" * 100 + "W" + ")" * 99,
    "(" * 99 + "W" + ")" * 99,
    "[" * 100 + "]" * 100,
    "(" * 200,
    "W" * 100_000,
    "+".join(["W"] * 30),
    "W-" * 29 + "W",
)

# What is written by hand, or in LaTeX, taken far.
WRITTEN = (
    "W" * 100,
    "2" + "W" * 30,
    "sin " * 40 + "W",
    "√" * 190 + "W",
    "√" * 25 + "W",
    "|" * 199,
    "|" * 90 + "W" + "|" * 90,
    "|W" * 20,
    "{[(" * 30 + "W" + ")]}" * 30,
    "W" + "²" * 150,
    "W²⁰^20^20",
    "((W²⁰)²⁰)²⁰",
    "W⁻⁻⁻¹",
    "W⁽²⁺¹⁾",
    "W⁽",
    "⁻¹",
    "e⁻ᵂ²",
    "2^2^2^2^2^W",
    "2^(1e12W)",
    "1e-12^(1e12W)",
    "999999999989^W*999999999961^W",
    "(7/97)^(W^20)",
    "2^(W+1e12)*2^(-W)",
    "2^(2^(2^W))",
    "((2^W)^20)^20",
    "2^(sin(2^(tan(2^W))))",
    "2^max(W, 2^min(W, 2^W))",
    "e^e^e^W",
    "e^e^e^e",
    "e^" * 20 + "W",
    "π^π^π*W",
    "π^W^π",
    "sin(π/17)*cos(π/257)*tan(3π/120 + W)",
    "tan(W + π/2)^2*cos(W - 3π/2)",
    "abs(π - 22/7)*W",
    "max(" * 14 + "W" + ", 1)" * 14,
    "max(" + ", ".join(["W"] * 25) + ")",
    "max(" + ", ".join(f"{i}W" for i in range(25)) + ")",
    "min(max(W, 1/W), log(W))",
    "max(0, W)^20*min(0, W)^20",
    "max(W, max(W, W))/max(W, W)",
    "max(sqrt(W), log(-W))",
    "max(0, sin(max(0, cos(max(0, tan(max(0, W)))))))",
    "σ(" * 14 + "W" + ")" * 14,
    "σ(1e12W)^20/σ(-1e12W)^20",
    "σ(-1e12)*W",
    "1 - σ(W)^20",
    "ReLU(ReLU(ReLU(W - 1) - 1) - 1)",
    "1/(1/(1/(1/(1/(1/W)))))",
    "W/W*(W-1)/(W-1)*(W-2)/(W-2)*(W-3)/(W-3)*(W-4)/(W-4)",
    "sqrt(W)^2 + log(W - 1) - log(W - 1) + 0/(W - 2)",
    "(sqrt(W - 9)*0)^2 + exp(log(-W))",
    "0*tan(1/W)*log(log(W))",
    "1,000,000W",
    "0,5,5",
    "1,1,1,1" * 20,
    "max(0,5;W,1)",
    "max(" * 40,
    "\\frac" * 30,
    "\\frac{" * 25 + "W",
    "\\frac12" * 20,
    "\\frac{1}{\\frac{1}{\\frac{1}{W}}}",
    "\\left(" * 20 + "W" + "\\right)" * 20,
    "\\sqrt[3]{W}",
    "\\sqrt" * 30,
    "\\operatorname{__import__}('os')",
    "\\operatorname{" * 10,
    "\\input{/etc/passwd}",
    "\\write18{touch x}",
    "\\def\\W{\\W}\\W",
    "\\",
    "\\ ",
    "$$W^2$$",
    "\\(W^2\\)",
    "E(W) = E(W) = W",
    "E(E(E(W))) = W",
    "E(" + "W," * 80 + ") = W",
    "E" * 150 + " = W",
    "f" + "(" * 150 + "= W",
    "x = y = z",
    "W=W",
    "=",
    "= W",
    "xyxyxyxyxyxy",
    "sinsinsinsinW",
    "maxminexplogsintanh",
    "piepiepie^2",
    "W_1_2",
    "W_{1}_{2}",
    "W_{99999999999999999999}",
    "W" + "1" * 150,
    "x[0]*x[1]*x[0]",
    "x[99999999]",
    "W₀₁₂₃₄₅₆₇₈₉",
    "½½½",
    "½^½*W",
    "1½W",
    "↉*W",
    "⅟3",
    "π" * 40,
    "e" * 40,
    "ππe^πe^W",
)

# Look-alikes, invisible characters, and what ends or hides a line.
STRANGE = (
    "Ｗ^２ ＋ ４",
    "𝐖^2",
    "𝕎 + 𝟙",
    "𝟐*W",
    "Ш*W",
    "w",
    "Ԝ^2",  # Cyrillic
    "Ｗ１＋Ｗ２",
    "W₁²+W₂²",
    "W²³",
    "²W",
    "W¹⁰",
    "½*W",
    "W⅓",
    "Ⅷ*W",
    "٣*W",
    "W\u0301",
    "W\u200b+1",
    "\u202eW+1",
    "W\u2066+1\u2069",
    "\ufeffW",
    "W\u00a0+\u30001",
    "W\u2028+1",
    "W\x0b+1",
    "W\x0c+1",
    "\x0cW",
    "W\x1c+1",
    "W\r+1",
    "W\n",
    "\nW",
    "(W\n+1)",
    "(W\n+ é*V)",
    "(é\n+\nWé\n+V)",
    "(\nW\n+\nfoo(W)\n)",
    "W\\\n+1",
    "W\\",
    "W + \\",
    "\tW\t",
    "W\x00",
    "\x00",
    "\ud800",
    "W + '\udfff'",
    "\U0010ffff",
    "W # + 1",
    "＃W",
    "W ＃ 1",
    "'",
    '"""',
    "'''W",
    "\\",
    "W÷２·３×４−５–６",
    "e\u0301xp(W)",
    "ｅｘｐ(W)",
    "exp（W）",
    "ſin(W)",
    "ﬁ(W)",
    "W\U000e0041",
    "W𐞥",
    "％s",
    "{W}",
    "{0.kind}",
    "{piece}{at}",
    "%(W)s",
)

# Texts that are not shown as text where they are shown as a page's source.
MARKUP = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "W<img src=x onerror=alert(1)>",
    "'\"><svg onload=alert(1)>",
    "<!--",
    "]]>",
    "W</p><b>",
    "&lt;b&gt;",
    "javascript:alert(1)",
    "[here](javascript:alert(1))",
    "![x](https://example.com/x.png)",
    "**W** `x` $x$ :red[x] :material/home:",
    "$\\href{javascript:alert(1)}{x}$",
    "\\href{javascript:alert(1)}{W}",
    "=1+cmd|' /C calc'!A0",
)
TRICKS = (*CODE, *LARGE, *WRITTEN, *STRANGE, *MARKUP)

# --- Formulas ----------------------------------------------------------------------------

NUMBERS = (
    "0", "1", "2", "3", "10", "20", "-20", "0.5", "1/3", "-1", "1e12", "1e-12", "999999999989", "1.000000001",
    "0.1", "1e13", "3.141592653589793", "1e308", "7/97", "π", "e", "0,5", "½",
)  # fmt: skip


WRAPPED = {
    "bars": "|{}|", "root": "√({})", "squared": "({})²", "inverse": "({})⁻¹", "to two": "2^({})",
    "to e": "e^(-{})", "half": r"\frac{{{}}}{{2}}", "twice": "2({})", "braces": "{{{}}}",
}  # fmt: skip


def built(first: str, tokens: list[str]) -> str:
    """A formula of the allowed signs, from tokens in the order of a pocket calculator's stack."""
    stack = [first]
    for token in tokens:
        if token in ("max", "min") and len(stack) > 1:
            right = stack.pop()
            stack.append(f"{token}({stack.pop()}, {right})")
        elif token in WRAPPED:
            stack.append(WRAPPED[token].format(stack.pop()))
        elif token in FUNCTIONS:
            stack.append(f"{token}({stack.pop()})")
        elif token.startswith("^"):
            stack.append(f"({stack.pop()}){token}")
        elif token == "side by side" and len(stack) > 1:
            right = stack.pop()
            stack.append(f"({stack.pop()})({right})")
        elif token in "+-*/" and len(stack) > 1:
            right, left = stack.pop(), stack.pop()
            stack.append(f"({left}){token}({right})" if token in "*/" else f"{left}{token}({right})")
        elif token not in ("+", "-", "*", "/", "side by side"):
            stack.append(token)
    return "+".join(stack[-3:])


def grammar(letters: tuple[str, ...]) -> st.SearchStrategy[str]:
    powers = ("^2", "^3", "^20", "^-1", "^-20", "^0.5", "^(1/3)", "^0", "^W".replace("W", letters[0]))
    written = (*WRAPPED, "max", "min", *["side by side"] * 4)
    called = (*FUNCTIONS, *FUNCTIONS, *written)
    token = st.sampled_from([*letters * 6, *NUMBERS, *called, *powers, *"++--**//" * 3])
    tokens = st.integers(1, 45).flatmap(lambda size: st.lists(token, min_size=size, max_size=size))
    return st.builds(built, st.sampled_from(letters), tokens)


def spliced(one: str, other: str, at: int, to: int) -> str:
    return one[: at % (len(one) + 1)] + other[to % (len(other) + 1) :]


def formulas(letters: tuple[str, ...] = ("W",)) -> st.SearchStrategy[str]:
    """Texts that may be sent as a formula: known tricks, what is allowed taken far, chance, and mixtures."""
    text, trick, formula = st.text(max_size=220), st.sampled_from(TRICKS), grammar(letters)
    in_letters = trick.map(lambda raw: raw.replace("W", letters[-1]))
    place = st.integers(0, 250)
    any_text = st.one_of(formula, formula, in_letters, text)
    mixed = st.builds(spliced, any_text, any_text, place, place)
    signs = "W12()+-*/^.,e \n#'\"²Ｗ₁\x00|√π⁻½{}[]\\=;_xyσ" + "".join(letters)
    return st.one_of(formula, formula, in_letters, text, mixed, st.text(signs, max_size=40))


# --- Links -------------------------------------------------------------------------------

# What may stand in a link's field; a hostile link has much of it in the wrong place.
LINKS = [*PRESETS.values(), *(mission.start for mission in MISSIONS.values())]
GOOD = {name: sorted({link[name] for link in LINKS if name in link}) for name in NAMES}
GOOD["lesson"] = ["one", "two", "network"]
GOOD["loss"] = [*LOSSES, CUSTOM]
GOOD["domain"] = ["-6,6", "-5,5,-5,5", "-1000,1000", "0,0.01", "999.99,1000", "0.1234567891,0.1434567891"]
GOOD["formula"] = [*(lesson.typed[0] for lesson in LESSONS.values() if lesson.typed), "log(W)", "sin(W1)*W2"]
GOOD["opt"] = list(OPTIMIZERS)
GOOD["const"] = ["0.9", "0.9,0.999", "1e-8", "0.9,0.999,1e-8", "0.9999"]
GOOD["view"] = ["above", "surface", "learn", "weight", "chain", "cost"]
GOOD["w"] += ["0", "-5,5", "6", "-1000,1000"]
GOOD["steps"] += ["100", "1000", "10000"]
GOOD["every"] = ["1", "10", "100"]
GOOD["step"] = ["0", "1", "7", "30", "500"]
GOOD["schedule"] = ["0.1@12", "0.1@0", "0.9@3,0.1@7", "0.1@500", "0.1@2@3"]
GOOD["predict"] = ["off", "on", "skip"]
GOOD["mission"] = list(MISSIONS)
GOOD["hide"] = [",".join(HIDEABLE), "eta", "eta,w", "eta,,w", "eta,<b>"]
GOOD["q"] = ["Where does it stop?", "x" * 250, "x" * 199 + " y" * 9, "a\tb\nc"]
GOOD["look"] = ["page", "present"]
GOOD["lang"] = ["en", "ja"]
GOOD["weight"] = ["0", "3,8", "0,0", "1,2,3"]
GOOD["points"], GOOD["batch"] = ["10", "500", "501"], ["0", "10", "9", "500"]
GOOD["noise"], GOOD["act"], GOOD["seed"] = ["0", "1", "0.05"], ["sigmoid", "tanh", "relu"], ["0", "9999"]
GOOD["example"] = ["0", "9", "499"]
ODD_NUMBERS = (
    "nan", "inf", "-inf", "1e999", "-1e999", "1e308", "-0", "0", "1", "-1", "1e-320", "0.1", "１２", "٣",
    "1_0", "0x10", "9" * 400, "9" * 5000, "1e", "1,", ",", ",,", "1,2", "nan,nan", "inf,inf", "1e400,1",
    "½", "²", "+5", " 5 ", "5\n", "5\x00", "--5", "1e1", "30.0", "True",
)  # fmt: skip
ODD = (
    "", " ", "\x00", "x" * 100_000, ":" * 50, "," * 5000, "gd:", ":0.1", "gd:nan", "gd:0.1:", "gd:0.1," * 7,
    "adam:0.1,gd:1e999", "eta," * 3000, "0," * 5000, "16,16,16,16", "4,nan", "4,", "own", "__class__",
    "../../etc/passwd", "%s%n", "{field}", "{0}", "\u202e", "\ud800", "a\u0301" * 300,
)  # fmt: skip


def links() -> st.SearchStrategy[dict[str, str]]:
    """A link's fields: right and wrong ones mixed, and values that were meant for other fields."""
    good = [(name, raw) for name, values in GOOD.items() for raw in values]
    anything = st.one_of(
        st.sampled_from([raw for _, raw in good]),
        st.sampled_from(ODD_NUMBERS),
        st.sampled_from(ODD),
        st.sampled_from(TRICKS),
        st.text(max_size=250),
        st.floats().map(repr),
        st.integers().map(str),
    )
    right = st.sampled_from(good)
    wrong = st.tuples(st.one_of(st.sampled_from(NAMES), st.text(max_size=20)), anything)
    typed = st.tuples(st.just("formula"), st.one_of(formulas(), formulas(LETTERS["two"])))
    pairs = st.lists(st.one_of(right, right, right, wrong, wrong, typed), max_size=16)
    start = st.sampled_from([{}, {}, *PRESETS.values(), {"loss": CUSTOM}, {"loss": CUSTOM, "lesson": "two"}])
    return st.builds(lambda start, pairs: {**start, **dict(pairs)}, start, pairs)


def examples(strategy: st.SearchStrategy, count: int) -> list:
    """The first so many of a strategy's examples, always the same ones."""
    found: list = []

    @settings(CALM, max_examples=count)
    @given(strategy)
    def collect(example: object) -> None:
        found.append(example)

    collect()
    return found[:count]

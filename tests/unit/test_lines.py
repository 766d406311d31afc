"""A rule's lines: what follows from them, and a rule, a loss, an activation and a data set from outside."""

import json
import math
from copy import deepcopy

import numpy as np
import pytest

from gdviz.charts import depth
from gdviz.charts.theme import THEMES
from gdviz.core.descent import continued, descend
from gdviz.core.lines.reader import plain, read
from gdviz.core.loss import FormulaLoss
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS, Constant, Rule, UpdateRule, decay, epsilon
from gdviz.export.training_script import training_script
from gdviz.link.bounds import LANGUAGES
from gdviz.link.settings import Settings
from gdviz.network.datasets import DATASETS
from gdviz.network.network import ACTIVATIONS, Activation
from gdviz.network.training import train
from gdviz.player import messages
from gdviz.texts import Texts, load_texts
from tests.arithmetic import faults
from tests.files import script, table, worksheet
from tests.plays import filled

# Without Adam's corrections, and with a sign, a root and a count in it.
OUTSIDE = UpdateRule(
    "from-outside",
    (
        "m ← β₁ · m + (1 − β₁) · g",
        "v ← β₂ · v + (1 − β₂) · g²",
        "s ← max(s, v)",
        "ΔW = η · m / (√t · (√s + ε)) + 0.001 · sign(g)",
    ),
    (decay("beta1", "β₁", 0.9), decay("beta2", "β₂", 0.99), epsilon(1e-8)),
    "Reddi, Kale and Kumar 2018",
)


def by_hand(slope, w, eta, steps):
    m = v = s = 0.0
    for t in range(1, steps + 1):
        g = slope(w)
        m = 0.9 * m + (1 - 0.9) * g
        v = 0.99 * v + (1 - 0.99) * g * g
        s = max(s, v)
        w = w - (eta * m / (math.sqrt(t) * (math.sqrt(s) + 1e-8)) + 0.001 * ((g > 0) - (g < 0)))
        yield w


@pytest.fixture
def outside(monkeypatch):
    monkeypatch.setitem(OPTIMIZERS, OUTSIDE.id, OUTSIDE)
    return Rule(OUTSIDE.id, 0.3)


# What the same lines look like, from the papers' and the textbook's own pages.
LETTERS = {
    "gd": ["ΔW = η · dE/dW"],
    "nesterov": ["v ← μ · v + dE/dW", "ΔW = η · (dE/dW + μ · v)"],
    "rmsprop": ["h ← α · h + (1 − α) · (dE/dW)²", "ΔW = η · dE/dW / (√h + ε)"],
}
LATEX = {
    "gd": r"\Delta W = \eta \, \frac{\partial E}{\partial W}",
    "momentum": r"v \leftarrow \mu \, v + \frac{\partial E}{\partial W} \qquad \Delta W = \eta \, v",
    "adagrad": r"h \leftarrow h + \left( \frac{\partial E}{\partial W} \right)^2 \qquad "
    r"\Delta W = \frac{\eta}{\sqrt{h} + \varepsilon} \, \frac{\partial E}{\partial W}",
    "adam": r"\begin{aligned} m &\leftarrow \beta_1 \, m + (1 - \beta_1) \, \tfrac{\partial E}{\partial W}"
    r" & \hat m &= \tfrac{m}{1 - \beta_1^t} \\ v &\leftarrow \beta_2 \, v + (1 - \beta_2) "
    r"\left( \tfrac{\partial E}{\partial W} \right)^2 & \hat v &= \tfrac{v}{1 - \beta_2^t} \end{aligned}"
    r" \qquad \Delta W = \frac{\eta \, \hat m}{\sqrt{\hat v} + \varepsilon}",
}


@pytest.mark.parametrize("rule", LETTERS)
def test_lines_are_read_as_they_are_written(rule):
    assert OPTIMIZERS[rule].letters() == LETTERS[rule]


@pytest.mark.parametrize("rule", LATEX)
def test_lines_in_latex(rule):
    assert OPTIMIZERS[rule].latex == LATEX[rule]


def test_a_record_is_a_factory():
    slope, memory = np.array([2.0]), OPTIMIZERS["adam"](learning_rate=0.3).init(np.zeros(1))
    by_name = OPTIMIZERS["adam"](learning_rate=0.3, beta2=0.9)
    assert by_name.update(slope, memory) == OPTIMIZERS["adam"](0.3, 0.9, 0.9, 1e-8).update(slope, memory)
    assert by_name.update(slope, memory)[0] == pytest.approx(0.3)
    for wrong in ({"beta3": 0.9}, {"momentum": 0.9}):
        with pytest.raises(TypeError):
            OPTIMIZERS["adam"](0.3, **wrong)
    with pytest.raises(TypeError):
        OPTIMIZERS["momentum"](0.3, 0.9, momentum=0.9)
    for rate in (0, -1, math.inf, math.nan):
        with pytest.raises(ValueError, match="positive"):
            OPTIMIZERS["adam"](learning_rate=rate)


@pytest.mark.parametrize(
    "lines",
    [
        ("v ← μ · v + g",),  # nothing is changed
        ("ΔW ← η · g",),
        ("ΔW = η · q",),
        ("m = x · g", "x ← m", "ΔW = η · x · y"),
        ("W ← g", "ΔW = η · W"),
        ("step ← g", "ΔW = η · step"),
        ("v ← g", "v ← v", "ΔW = v"),
        ("lambda ← g", "ΔW = g"),
    ],
    ids=str,
)
def test_lines_that_say_too_little_are_refused(lines):
    with pytest.raises(ValueError, match="the rule x"):
        UpdateRule("x", lines)


@pytest.mark.parametrize("name", ["x; y", "x y", "g", "sqrt", "v", "", "é", "3x"])
def test_a_constant_s_name_is_one_that_code_can_have(name):
    with pytest.raises(ValueError, match="the rule x"):
        UpdateRule("x", ("v ← κ · v + g", "ΔW = η · v"), (decay(name, "κ", 0.5),))
    with pytest.raises(ValueError, match="the rule x"):
        UpdateRule("x", ("κ ← κ · g", "ΔW = η · κ"), (decay("kappa", "κ", 0.5),))


def test_products_are_done_from_the_left():
    """As PyTorch does them: (1 − β₂) · g · g, whose last digit is often not that of (1 − β₂) · g²."""
    update, memory = OPTIMIZERS["adam"](0.1).update, OPTIMIZERS["adam"](0.1).init(np.zeros(1))
    m = v = 0.0
    for t, g in enumerate(np.random.default_rng(3).standard_normal(200).tolist(), 1):
        change, memory = update(np.array([g]), memory)
        m, v = 0.9 * m + (1 - 0.9) * g, 0.999 * v + (1 - 0.999) * g * g
        m_hat, v_hat = m / (1 - 0.9**t), v / (1 - 0.999**t)
        assert change.tolist() == [0.1 * m_hat / (math.sqrt(v_hat) + 1e-8)]
        assert [part if isinstance(part, int) else part[0] for part in memory] == [t, m, v, m_hat, v_hat]


@pytest.mark.parametrize(
    "text",
    [
        *[
            "",
            "v",
            "v ←",
            "v ← g +",
            "v ← (g",
            "v ← g)",
            "v ← g g",
            "v ← 2⁻¹",
            "v ← __import__('os')",
            "v ← g^2",
        ],
        *["v ← max(g)", "v ← sin(g)", "3 ← g", "v ← g⁰", "v ← g; v", "v ← 1e5", "v ← .5 · g", "v ← g[0]"],
    ],
)
def test_what_is_no_line(text):
    with pytest.raises(ValueError, match="no line"):
        read(text)


def test_the_first_power_of_a_letter_is_the_letter():
    rule = UpdateRule("first-power", ("ΔW = η · g¹",))(0.5)
    assert rule.update(np.array([3.0]), rule.init(np.zeros(1)))[0].tolist() == [1.5]


def test_letters_have_plain_names():
    names = {"m̂": "m_hat", "v̄": "v_bar", "β₁": "beta1", "ε": "epsilon", "ΔW": "dW", "δ": "delta"}
    assert {letter: plain(letter) for letter in names} == names
    with pytest.raises(ValueError, match="no letter"):
        plain("重")


def test_a_rule_from_outside_is_the_loop_by_hand(outside):
    path = descend(LOSSES["bowl"], outside.optimizer, [5], 200)
    assert path.weights[1:, 0] == pytest.approx(list(by_hand(lambda w: 2 * w, 5.0, 0.3, 200)), rel=1e-12)
    # Plain floats and arrays agree to the last digit.
    further = continued(path).points(100)
    assert further.tolist() == descend(LOSSES["bowl"], outside.optimizer, [5], 300).weights[200:].tolist()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("loss", ["ripples", "himmelblau"])
def test_a_rule_from_outside_is_shown_and_taken_home(outside, lang, loss):
    settings, notices = Settings.from_query(
        {"loss": loss, "opt": "from-outside", "eta": "0.123456789", "steps": "15", "lang": lang}
    )
    assert not notices
    texts = load_texts(lang)
    assert texts("optimizers.from-outside.name") == "from-outside"
    assert r"\max \left( s, v \right)" in texts("optimizers.from-outside.latex")
    path = descend(settings.loss_function, settings.rule.optimizer, settings.w, settings.steps)
    play = json.loads(messages.encoded(messages.play(settings, path, "", [], texts)))
    for step in play["steps"][:-1]:
        rows = [(filled(play, label, step), filled(play, row, step)) for label, row in play["worked"]["rows"]]
        assert [label for label, _ in rows[1:4]] == ["m", "v", "s"]
        assert not [fault for _, row in rows for fault in faults(row)]
        assert any(row.startswith("s ← max(s, v) ") for _, row in rows)
        assert len(rows) == 6 * len(settings.w) + 1
    sheet = worksheet(settings, path, texts)
    assert "s ← max(s, v)" in sheet
    assert "m = 0, v = 0, s = 0" in sheet
    assert "from-outside (beta1 = 0.9; beta2 = 0.99; eps = 1e-08)" in table(settings, [path], texts)
    text = script(settings)
    for line in ("t = 0", "t = t + 1", "s = np.maximum(s, v)", "s = np.zeros_like(W)", "eta = 0.123456789"):
        assert text.count(line) == 1


def test_a_letter_without_a_text_is_its_own_label(outside, monkeypatch):
    of_its_own = Constant("wobble", "ω", 0.5, 0, 1)
    monkeypatch.setitem(OPTIMIZERS, "heavy", UpdateRule("heavy", ("ΔW = η · ω · g",), (of_its_own,)))
    for lang in LANGUAGES:
        assert load_texts(lang)("constants.wobble") == "ω"
        assert load_texts(lang)("optimizers.heavy.name") == "heavy"
        with pytest.raises(KeyError):
            load_texts(lang)("optimizers.heavier.name")


def test_a_loss_and_a_data_set_without_texts_are_called_by_their_ids(monkeypatch):
    monkeypatch.setitem(LOSSES, "bumpy", FormulaLoss("bumpy", "W^2 + sin(9*W)", ((-3, 3),), (2,), 0.1))
    monkeypatch.setitem(DATASETS, "rings", DATASETS["circles"]._replace(id="rings"))
    for lang in LANGUAGES:
        texts = load_texts(lang)
        assert texts("losses.bumpy.name") == "bumpy"
        assert texts("losses.bumpy.watch") == "E = W^2 + sin(9*W)"
        assert texts("data.rings") == "rings"
        for missing in ("losses.none.name", "data.none"):
            with pytest.raises(KeyError):
                texts(missing)


def softplus_slope(a):
    return 1 - np.exp(-a)


def _softplus(z):
    return np.logaddexp(0, z)


def test_an_activation_from_outside_is_compared_and_taken_home(monkeypatch, capsys):
    monkeypatch.setitem(ACTIVATIONS, "softplus", Activation(_softplus, softplus_slope, 1.0))
    query = {"lesson": "network", "data": "moons", "layers": "4,3", "act": "softplus", "points": "40"}
    settings, notices = Settings.from_query({**query, "epochs": "5"})
    assert not notices
    figure = depth.base_figure(settings.job, load_texts("en"), THEMES["light"])
    assert [bar.name for bar in figure.data] == list(ACTIVATIONS)
    text = training_script(settings.job)
    exec(text, {"__name__": "script"})
    printed = [line.split() for line in capsys.readouterr().out.splitlines() if line[0] != "#"]
    training = train(settings.job)
    assert [[float(number) for number in row[1:]] for row in printed] == [
        list(pair) for pair in zip(training.losses, training.held_out, strict=True)
    ]


def test_an_activation_without_a_source_says_so(monkeypatch):
    monkeypatch.setitem(ACTIVATIONS, "cube", Activation(lambda z: z**3, lambda a: a, 1.0))
    settings, _ = Settings.from_query({"lesson": "network", "act": "cube", "layers": "2"})
    with pytest.raises(ValueError, match="a function with a name"):
        training_script(settings.job)


def test_a_capital_w_in_a_word_stays(monkeypatch):
    """In a translation only the weight itself is called W₁ and W₂."""
    german = Texts("en")
    table = deepcopy(german._table)
    table["worked"] |= {"slope": "Wie steil bei {weight} {at} {W}", "weight": "Weight now", "dW": "Wechsel"}
    table["table"] |= {"weight": "Wert von {weight}"}
    monkeypatch.setattr(german, "_table", table)
    settings, _ = Settings.from_query({"loss": "valley", "steps": "3"})
    path = descend(settings.loss_function, settings.rule.optimizer, settings.w, settings.steps)
    play = json.loads(messages.encoded(messages.play(settings, path, "", [], german)))
    labels = [filled(play, label, 0) for label, _ in play["worked"]["rows"]]
    assert labels[:6] == [
        "Wie steil bei W₁ = −7",
        "Wechsel",
        "Weight now",
        "Wie steil bei W₂ = 2",
        "Wechsel",
        "Weight now",
    ]
    heads = [head for head, _ in play["table"]["columns"]]
    assert heads[1:3] == ["Wert von W₁", "Wert von W₂"]
    assert heads[4:] == ["∂E/∂W₁", "∂E/∂W₂", "ΔW₁", "ΔW₂"]

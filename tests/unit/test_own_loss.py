"""Losses that a reader types: they are losses like any other, or it is said what is wrong with them."""

import math

import numpy as np
import pytest

from gdviz.charts import curve, landscape, sentences
from gdviz.charts.theme import THEMES
from gdviz.core.critical_points import critical_points, minima
from gdviz.core.custom_losses import custom_loss
from gdviz.core.descent import descend
from gdviz.core.diagnosis import diagnose
from gdviz.core.formula import KINDS, FormulaError
from gdviz.core.losses import CUSTOM
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.core.thresholds import thresholds
from gdviz.link.bounds import LANGUAGES, MAX_CUSTOM_STEPS
from gdviz.link.settings import Settings
from gdviz.texts import load_texts
from gdviz.web import tasks
from gdviz.web.tasks import drawing
from tests.cases import in_turn

ONE, TWO = ((-6.0, 6.0),), ((-5.0, 5.0), (-5.0, 5.0))
# Formulas that are not defined everywhere, each with what it means and where it has minima.
GAPS = {
    "log(W) + 1/W": (lambda w: math.log(w) + 1 / w if w > 0 else None, [1.0]),
    "1/W^2 + W^2/10": (lambda w: w**-2 + w * w / 10 if w else None, [-(10**0.25), 10**0.25]),
    "sqrt(W - 1) + 4/W": (lambda w: math.sqrt(w - 1) + 4 / w if w >= 1 else None, None),
    "W - log(W)": (lambda w: w - math.log(w) if w > 0 else None, [1.0]),
    "tan(W/2)": (lambda w: math.tan(w / 2), []),
    "log(1 + exp(500*W)) - 100*W": (
        lambda w: max(500 * w, 0) + math.log1p(math.exp(-abs(500 * w))) - 100 * w,
        [math.log(0.25) / 500],  # where 500 σ(500 W) = 100
    ),
}


def typed(formula, domain=ONE, lesson="one", **more):
    bounds = ",".join(str(bound) for pair in domain for bound in pair)
    return Settings.from_query({"lesson": lesson, "formula": formula, "domain": bounds, **more})


@pytest.mark.parametrize("text", GAPS)
def test_a_curve_is_drawn_where_it_is_defined(text):
    meant, bottoms = GAPS[text]
    loss = custom_loss(text, ONE)
    weights, values = curve.samples(loss)
    for weight, value in zip(weights.tolist(), values.tolist(), strict=True):
        expected = meant(weight)
        assert math.isnan(value) if expected is None else value == pytest.approx(expected, rel=1e-9), weight
    if bottoms is not None:
        assert [p.weight for p in minima(loss)] == pytest.approx(bottoms, abs=1e-6)


def test_a_pole_is_no_minimum_and_leaves_room_for_the_rest():
    loss = custom_loss("1/W^2 + W^2/10", ONE)
    assert all(abs(point.weight) > 1 for point in critical_points(loss).points)
    frame = curve.view(loss)
    assert frame.top < 40  # the highest of the samples is 1,600


def test_of_two_weights_where_it_is_defined():
    loss = custom_loss("log(W1) + 1/W1 + W2^2", TWO)
    [bottom] = minima(loss)
    assert bottom.weights == pytest.approx((1, 0), abs=1e-9)
    ground = landscape.samples(loss)
    assert np.isnan(ground.values[:, ground.x <= 0]).all()
    assert np.isfinite(ground.values[:, ground.x > 0]).all()


PLAYED = [
    *GAPS,
    "5",
    "sin(40*W)",
    "abs(W - 1) + abs(W + 1)",
    "W",
    "exp(W)",
    "tanh(W)",
    "max(0, W)",
    "σ(5W) + W²/50",
    "min(W^2, 4)",
    "2^W + 2^-W",
    "√W⁴ + e",
    "W/W + W^2",
]


@pytest.mark.parametrize(("text", "rule"), in_turn(PLAYED, ["gd", "adam"]))
def test_it_plays_like_any_other(text, rule):
    settings, notices = typed(text, opt=rule)
    assert not notices
    assert settings.loss == CUSTOM
    assert Settings.from_query(settings.to_query()) == (settings, [])
    shown = tasks.shown(settings)
    assert shown.summary
    assert set(drawing(settings, THEMES["light"]).figures) == {"curve", "loss_by_step"}


@pytest.mark.parametrize("view", ["above", "surface"])
def test_a_landscape_plays_like_any_other(view):
    for text in (
        "log(W1) + 1/W1 + W2^2", "W1*W2", "sin(W1)*cos(W2)", "7", "sqrt(W1 - 4)*W2^2",
        "max(0, x + y)^2 + x²/9", "max(W₁, −W₁, W₂², 1)", "e^(-x² - y²)", "x/x + y²",
    ):  # fmt: skip
        settings, notices = typed(text, TWO, "two", view=view)
        assert not notices, text
        assert tasks.shown(settings).play
        assert ("landscape" if view == "above" else view) in drawing(settings, THEMES["dark"]).figures


def test_a_race_on_it():
    settings, notices = typed("W^2 + sin(3*W)", race="gd:0.1,adam:0.3")
    assert not notices
    assert tasks.shown(settings).play


@pytest.mark.parametrize(("eta", "reason"), [(0.1, "nothing"), (3.0, "nothing")])
def test_the_ruler_says_what_there_is(eta, reason):
    assert thresholds(custom_loss("log(W)", ONE), (4.0,)).reason == reason
    limits = thresholds(custom_loss("3*W^2 - W", ONE), (4.0,))
    assert (limits.jump, limits.bounce, limits.exact) == (
        pytest.approx(1 / 6),
        pytest.approx(1 / 3),
        True,
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_run_that_leaves_stops_there_and_says_so(lang):
    loss = custom_loss("log(W)", ONE)
    path = descend(loss, OPTIMIZERS["gd"](3.0), [1.5], 10)
    # By hand: 1.5 − 3/1.5 = −0.5, where there is no logarithm.
    assert path.steps == 0
    assert path.diverged
    assert path.beyond == pytest.approx([-0.5])
    texts = sentences.diagnosis(diagnose(path), loss.names, load_texts(lang))
    assert "W = −0.5" in texts
    settings, _ = typed("log(W)", eta="3", w="1.5", lang=lang)
    assert "−0.5" in tasks.shown(settings).summary


def test_the_size_of_what_is_not_real_is_no_value():
    formula = custom_loss("abs(log(W)) + W", ONE).formula
    assert math.isnan(formula.value(np.array([-2.0])))
    assert math.isnan(formula.values(np.array([[-2.0]]))[0])


def test_a_number_that_is_too_large_is_no_gap():
    path = descend(custom_loss("exp(W^2)", ONE), OPTIMIZERS["gd"](1.0), [3.0], 10)
    assert path.diverged
    assert path.beyond is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("W +", "end"),
        ("", "empty"),
        ("foo", "name"),
        ("W^W", "power"),
        ("sqrt(-W^2)", "undefined"),
        ("sqrt(W - 50)", "nowhere"),
        ("abs(log(abs(W) - 20)) + abs(W - 3)^(1/3)", "nowhere"),
        ("W # a remark", "other"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_wrong_is_said(text, kind, lang):
    with pytest.raises(FormulaError) as refused:
        custom_loss(text, ONE)
    assert refused.value.kind == kind
    sentence = sentences.formula_error(refused.value, load_texts(lang))
    assert refused.value.piece[:40] in sentence or kind in ("empty", "nowhere", "derivative")
    settings, [notice] = typed(text, lang=lang)
    assert notice.field == "formula"
    assert settings.formula == "W^2 + 4"
    assert sentence in sentences.notice(notice, load_texts(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_error_has_its_sentence(lang):
    for kind in KINDS:
        sentence = sentences.formula_error(FormulaError(kind, "foo", 3), load_texts(lang))
        assert sentence
        assert "{" not in sentence


@pytest.mark.parametrize(
    ("text", "latex", "slope"),
    [
        ("log(W)", r"\log{\left(W \right)}", r"\frac{1}{W}"),
        ("1/W + W", r"W + \frac{1}{W}", r"1 - \frac{1}{W^{2}}"),
        ("2*exp(-W)", "2 e^{- W}", "- 2 e^{- W}"),
        ("sin(W)*cos(W)", r"\sin{\left(W \right)} \cos{\left(W \right)}", None),
    ],
)
def test_it_is_typeset_as_it_is_meant(text, latex, slope):
    formula = custom_loss(text, ONE).formula
    assert formula.latex == latex
    if slope:
        assert formula.gradient_latex == (slope,)


def test_typed_as_it_comes():
    """Full-width signs, indices and powers as they are printed mean what they look like."""
    for text in ("W²+4", "Ｗ＾２＋４", "W^2 ＋ ４", "W·W + 4", "W×W+4", "W**2+8÷2"):
        assert custom_loss(text, ONE).value(np.array([3.0])) == 13
    assert custom_loss("W₁² + 2·W₂", TWO).value(np.array([3.0, 1.0])) == 11


def test_a_start_is_high_up_at_one_of_41_places():
    """Nine tenths of the way from −6 to 6, in steps of 0.3; of two from −5 to 5, and 0.85 of the other."""
    assert custom_loss("W^2", ONE).start == (4.8,)
    assert custom_loss("W1^2 + W2^2", TWO).start == (4.0, 3.5)


def test_a_start_is_one_where_there_is_a_value():
    settings, [notice] = typed("log(W)", w="-2")
    assert notice.field == "w"
    assert settings.w[0] > 0
    for text in ("log(W)", "1/W", "sqrt(3 - W)", "sqrt(W + 5.9) * sqrt(-5.7 - W)"):
        loss = custom_loss(text, ONE)
        assert math.isfinite(loss.value(np.array(loss.start)))
        assert np.isfinite(loss.gradient(np.array(loss.start))).all()


@pytest.mark.parametrize("texts", ["6,-6", "1,1", "1", "a,b", "-2000,6", "1,2,3,4", "nan,1", "0,0.001"])
def test_a_domain_that_cannot_be(texts):
    settings, [notice] = Settings.from_query({"formula": "W^2", "domain": texts})
    assert notice.field == "domain"
    assert settings.domain == ONE


def test_what_was_typed_survives_a_domain_without_it():
    settings, _ = typed("log(W)", ((0.5, 6.0),))
    changed, notices = settings.changed("domain", "-6,-1")
    assert changed == settings
    assert notices[0].field == "formula"


def test_a_typed_loss_takes_fewer_steps():
    settings, [notice] = typed("W^2", steps="5000")
    assert settings.steps == MAX_CUSTOM_STEPS
    assert notice.field == "steps"


def test_a_formula_belongs_to_a_typed_loss():
    settings, notices = Settings.from_query({"loss": "bowl", "formula": "W^3"})
    assert settings == Settings()
    assert [notice.field for notice in notices] == ["formula"]
    assert "formula" not in settings.to_query()
    assert settings.changed("loss", CUSTOM)[0].loss_function.text == "W^2 + 4"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_how_it_was_understood_is_said(lang):
    loss = custom_loss("1/2W", ONE)
    for refused in (False, True):
        texts = sentences.formula_read(loss, load_texts(lang), refused)
        assert r"$E(W) = \left(\frac{1}{2}\right) \cdot W$" in texts
        assert (load_texts(lang)("formula.still").partition("{")[0] in texts) == refused
    clear = sentences.formula_read(custom_loss("W1^2 + max(0, W2)", TWO), load_texts(lang), False)
    assert r"$E(W_{1}, W_{2}) = W_{1}^{2} + \max\left(0,\, W_{2}\right)$" in clear
    assert load_texts(lang)("formula.step") in clear


def test_a_run_stops_where_what_was_cancelled_has_no_value():
    path = descend(custom_loss("sqrt(W)^4", ONE), OPTIMIZERS["gd"](1.5), [3.0], 10)
    # By hand: 3 − 1.5 · 6 = −6, where there is no root.
    assert path.steps == 0
    assert path.beyond == pytest.approx([-6.0])
    weights, values = curve.samples(custom_loss("sqrt(W)^4", ONE))
    assert np.isnan(values[weights < 0]).all()


@pytest.mark.parametrize("text", ["max(0, W - 1) + (W - 1)²/2", "|W - 1|", "max(W - 1, 1 - W)"])
def test_a_minimum_at_a_kink_is_found(text):
    assert [point.weight for point in minima(custom_loss(text, ONE))] == pytest.approx([1.0], abs=1e-6)

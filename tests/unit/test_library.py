"""What `import gdviz` gives to a notebook: its names, its examples, and losses of any kind."""

import doctest
import inspect
import math
import re
import subprocess
import sys

import numpy as np
import pytest

import gdviz as gd
from gdviz.core.critical_points import minimum_near
from gdviz.core.diagnosis import LOOK_AHEAD
from gdviz.core.formula import FormulaError
from gdviz.core.loss import names_of
from gdviz.core.optimizers import Optimizer
from gdviz.core.outlook import outlook
from gdviz.network.network import starting_weights
from tests import wheel
from tests.judge import go_on

FUNCTIONS = [name for name in gd.__all__ if inspect.isfunction(getattr(gd, name))]
GD = gd.OPTIMIZERS["gd"]
# A loss of three weights with its minimum, (1, −2, 0.5), where E is 3; curvatures 2, 4 and 10.
GOAL = np.array([1.0, -2.0, 0.5])


def quadratic(w):
    return (w - GOAL) ** 2 @ [1, 2, 5] + 3


def slopes(w):
    return 2 * (w - GOAL) * [1, 2, 5]


def test_all_names_are_there():
    names = "LOSSES OPTIMIZERS loss descend diagnose thresholds critical_points worked_step plot plot_losses "
    names += "plot_race Settings link Network"
    assert set(names.split()) <= set(gd.__all__)
    assert all(getattr(gd, name) is not None for name in gd.__all__)
    with pytest.raises(AttributeError):
        gd.nothing  # noqa: B018


@pytest.mark.parametrize("name", [*FUNCTIONS, "Network", ""])
def test_the_examples_of_a_docstring_hold(name):
    thing = getattr(gd, name) if name else gd
    home = inspect.getmodule(thing)
    found = doctest.DocTestFinder(recurse=False).find(thing, name or "gdviz", globs=dict(vars(home)))
    assert sum(len(test.examples) for test in found) > 1
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    assert sum(runner.run(test).failed for test in found) == 0


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_docstring_says_what_goes_in_and_what_comes_out(name):
    text, parameters = getattr(gd, name).__doc__, inspect.signature(getattr(gd, name)).parameters
    told = re.findall(r"^        \*?(\w+): ", text.split("Args:")[1].split("Returns:")[0], re.MULTILINE)
    assert told == [*parameters]
    assert "Example:" in text


def test_the_example_of_the_readme(tmp_path, monkeypatch, capsys):
    code = wheel.example()
    assert len(code.splitlines()) <= 12
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    said = [
        re.escape(text).replace("…", ".*") for text in re.findall(r"^print.*  # (.*)$", code, re.MULTILINE)
    ]
    assert re.fullmatch("\n".join(said), capsys.readouterr().out.strip())
    assert {path.name for path in tmp_path.iterdir()} == {"run.html", "race.html"}


def test_numbers_and_words_need_neither_plotly_nor_the_page():
    """Whatever is imported later, gd.link is the function and not the room of that name."""
    code = """
import sys
for name in ("plotly", "contourpy", "streamlit", "orjson", "PIL", "jinja2", "cachetools", "segno"):
    sys.modules[name] = None
import gdviz as gd
path = gd.descend(gd.LOSSES["bowl"], gd.OPTIMIZERS["adam"](0.1), 5, 5)
assert gd.diagnose(path).sentence("ja") and gd.worked_step(path, 0, "ja") and path._repr_html_() is None
import gdviz.link.settings
assert callable(gd.link)
try:
    gd.plot
except ImportError as error:
    assert "gdviz[plot]" in str(error)
else:
    raise AssertionError
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=wheel.ROOT)


# --- Losses ---------------------------------------------------------------------------------


def test_a_start_of_one_weight_is_a_plain_number():
    path = gd.descend(gd.loss("W^2 + 4"), GD(0.1), 5, 30)
    assert path.weights[:, 0] == pytest.approx(5 * 0.8 ** np.arange(31))
    assert path.loss.text == "W^2 + 4"
    assert path.optimizer.rule == ("gd", 0.1, ())


@pytest.mark.parametrize(
    ("source", "domain", "n"),
    [("W^2", None, 1), ("W1^2 + W2^2", None, 2), ("W1 + W2^2 + W3^2", ((-1, 1),) * 3, 3), ("W^2", (0, 1), 1)],
)
def test_a_formula_has_as_many_weights_as_it_names(source, domain, n):
    loss = gd.loss(source, domain=domain)
    assert len(loss.names) == len(loss.domain) == n


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("W^",), FormulaError),
        (("W1 + W2 + W3",), FormulaError),
        (("W^2", None, (1, 1)), ValueError),
        (("W^2", None, (0, math.inf)), ValueError),
        (("W^2", abs), ValueError),
    ],
)
def test_what_is_no_loss_is_refused(arguments, error):
    with pytest.raises(error):
        gd.loss(*arguments)


@pytest.mark.parametrize(
    ("function", "derivative", "at"),
    [
        (lambda w: math.sin(w) + w**2, lambda w: math.cos(w) + 2 * w, [1.3]),
        (quadratic, slopes, [3.0, -1.0, 0.2]),
        (lambda w: math.exp(w[0] * w[1]), lambda w: math.exp(w[0] * w[1]) * w[::-1], [0.4, -2.0]),
    ],
)
def test_a_function_without_a_gradient_gets_one(function, derivative, at):
    at = np.array(at)
    exact = np.reshape(derivative(at if len(at) > 1 else at[0]), -1)
    assert gd.loss(function).gradient(at) == pytest.approx(exact, rel=1e-8)
    assert gd.loss(function, derivative).gradient(at).tolist() == exact.tolist()


def test_a_function_that_has_no_number_somewhere():
    path = gd.descend(gd.loss(lambda w: 1 / w), GD(1), 1, 50)
    assert not path.diverged
    # Python's own floats raise an error.
    assert math.isnan(gd.loss(lambda w: 1 / float(w)).value(np.zeros(1)))
    path = gd.descend(gd.loss(lambda w: math.exp(w), lambda w: -math.exp(w)), GD(1), 1, 50)
    assert path.diverged
    assert [claim.key for claim in gd.diagnose(path).claims] == ["exploded"]


def test_a_gradient_that_has_no_number_somewhere():
    """Python's own floats raise an error, of two kinds."""
    pole = gd.loss(lambda w: math.log(w), lambda w: 1 / float(w))
    assert np.isnan(pole.gradient(np.zeros(1))).all()
    steep = gd.loss(lambda w: w[0] + w[1], lambda w: [math.exp(1000), 1])
    assert steep.gradient(np.zeros(2)).tolist() == [math.inf, math.inf]


def test_the_weights_of_a_function_are_named_as_those_of_a_formula():
    loss = gd.loss(np.sum)
    assert names_of(loss, 1) == names_of(gd.loss("W^2"), 1) == ("W",)
    assert names_of(loss, 2) == names_of(gd.loss("W1 + W2"), 2) == ("W₁", "W₂")


# --- Three and more weights -----------------------------------------------------------------


@pytest.mark.parametrize("rule", gd.OPTIMIZERS)
def test_three_weights_descend_and_are_diagnosed(rule):
    """Each weight of a quadratic goes its own way, by the rule as its paper prints it."""
    gradient = slopes if list(gd.OPTIMIZERS).index(rule) % 2 else None  # by differences where there is none
    loss = gd.loss(quadratic, gradient, domain=((-4, 4),) * 3)
    path = gd.descend(loss, gd.OPTIMIZERS[rule](0.05), (3, 2, -2), 400)
    exact = gd.loss(quadratic, slopes)
    points = go_on(exact, path.optimizer.rule, path, LOOK_AHEAD)
    # At the goal quotients of small numbers leave fewer digits.
    assert path.weights == pytest.approx(points[:401], abs=1e-4)
    [claim, *_] = gd.diagnose(path).claims
    distances = np.linalg.norm(points - GOAL, axis=1)
    if claim.key == "reached":
        step = claim.numbers["step"]
        assert claim.numbers["w"] == pytest.approx(GOAL, abs=1e-7)
        assert claim.numbers["loss"] == pytest.approx(3)
        assert (distances[step:] <= 0.01).all()
        assert distances[step - 1] > 0.01
    elif claim.key == "will-reach":
        assert (distances[400 + claim.numbers["n"] :] <= 0.01).all()
        assert distances[400 + claim.numbers["n"] - 1] > 0.01
    else:
        assert distances[-1] > 0.01
    assert gd.diagnose(path).sentence("en")


def test_the_factors_of_a_formula_of_three_weights():
    loss = gd.loss("(W1 - 1)^2 + 2(W2 + 2)^2 + 5(W3 - 0.5)^2 + 3", domain=((-4, 4),) * 3)
    path = gd.descend(loss, GD(0.15), (3, 2, -2), 60)
    claims = gd.diagnose(path).claims
    assert claims[0].key == "reached"
    factors = {claim.numbers["direction"]: claim.numbers["factor"] for claim in claims[1:]}
    wanted = {(1.0, 0.0, 0.0): 0.7, (0.0, 1.0, 0.0): 0.4, (0.0, 0.0, 1.0): -0.5}
    assert {key: pytest.approx(factor) for key, factor in wanted.items()} == factors
    limits = gd.thresholds(loss, (3, 2, -2))
    assert (limits.jump, limits.bounce) == (pytest.approx(0.1), pytest.approx(0.2))
    away = gd.diagnose(gd.descend(loss, GD(0.21), (3, 2, -2), 60)).claims[0]
    assert (away.key, away.numbers["factor"]) == ("moves-away-along", pytest.approx(-1.1))


def test_a_loss_without_a_domain_is_on_no_chart():
    loss = gd.loss(quadratic, slopes)
    for rate, wanted in ((0.1, ["reached"]), (0.19, ["reached"]), (0.5, ["explodes"])):
        path = gd.descend(loss, GD(rate), (3, 2, -2), 200)
        assert [claim.key for claim in gd.diagnose(path).claims] == wanted
    limits = gd.thresholds(loss, (3, 2, -2))
    assert (limits.reason, limits.jump, limits.bounce) == (None, pytest.approx(0.1), pytest.approx(0.2))
    assert gd.critical_points(loss) == gd.critical_points(gd.loss(quadratic))
    assert not gd.critical_points(loss).exhaustive


def test_a_flat_or_kinked_minimum_of_a_function_is_not_claimed():
    for function in (lambda w: w**4, abs, lambda w: max(w - 1, 0, -1 - w)):
        path = gd.descend(gd.loss(function, domain=(-4, 4)), GD(0.1), 1.5, 300)
        found = gd.diagnose(path)
        assert found.minimum is None
        assert not any("reach" in claim.key for claim in found.claims)


@pytest.mark.parametrize(
    "function", [lambda w: w**3, lambda w: w**4, lambda w: 1e-12 * w**2, lambda w: w**2 - 1e5 * abs(w) ** 3]
)
def test_a_place_whose_curvature_says_nothing_is_no_minimum(function):
    """Even where Newton's method has arrived: E falls there, or rises too little to be told from rounding."""
    for place in (0.0, 1e-10, -1e-10):
        assert minimum_near(gd.loss(function), np.array([place]), 0.01) is None


@pytest.mark.parametrize(
    ("function", "slopes", "key"),
    [
        (lambda w: w[0] ** 3 + w[1] ** 2 + w[2] ** 2, lambda w: [3 * w[0] ** 2, 2 * w[1], 2 * w[2]], "rests"),
        (lambda w: 0.0, np.zeros_like, "rests-level"),
    ],
)
def test_at_a_place_without_a_slope_it_is_said_whether_it_is_lower_beside(function, slopes, key):
    path = gd.descend(gd.loss(function, slopes), GD(0.1), (0, 0, 0), 5)
    assert [claim.key for claim in gd.diagnose(path).claims] == [key]


@pytest.mark.parametrize("rule", gd.OPTIMIZERS)
def test_a_run_on_a_function_goes_on_with_its_memory(rule):
    loss = gd.loss(quadratic, slopes)
    path, whole = (gd.descend(loss, gd.OPTIMIZERS[rule](0.05), (3, 2, -2), steps) for steps in (20, 60))
    assert outlook(path).ahead[:41].tolist() == whole.weights[20:].tolist()


@pytest.mark.parametrize("function", [lambda w: w[0] ** 2 - w[1] ** 2 + w[1] ** 4 / 8])
def test_the_points_that_are_found_of_a_function(function):
    """∇E = 0 at (0, 0) and, where −2 W₂ + W₂³/2 = 0, at (0, ±2)."""
    found = gd.critical_points(gd.loss(function, domain=((-3, 3), (-3, 3))))
    assert not found.exhaustive
    assert [(p.kind, pytest.approx(p.weights, abs=1e-6)) for p in found.points] == [
        ("minimum", (0, -2)), ("saddle", (0, 0)), ("minimum", (0, 2))
    ]  # fmt: skip


def test_the_top_of_a_hill_is_a_maximum():
    """Also where it is bent by little: E″ = −0.2."""
    found = gd.critical_points(gd.loss(lambda w: 1 - w * w / 10, domain=(-3, 3)))
    assert [(point.kind, point.weights) for point in found.points] == [("maximum", (0,))]


def test_a_network_is_a_loss():
    x, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
    network = gd.Network((2, 3, 1), "tanh", x, y, "classification")
    path = gd.descend(network, gd.OPTIMIZERS["adam"](0.1), starting_weights((2, 3, 1), "tanh", 1), 50)
    assert gd.diagnose(path).sentence("ja")
    assert gd.plot(path).layout.xaxis.title.text == "step"
    assert len(gd.worked_step(path, 0)) == 13 * 7 + 1


def test_a_rule_of_one_s_own():
    """Gradient descent with a fixed length of its steps."""
    rule = Optimizer(lambda weights: (), lambda g, memory: (0.5 * np.sign(g), memory))
    path = gd.descend(gd.LOSSES["bowl"], rule, 4.75, 20)
    assert [claim.key for claim in gd.diagnose(path).claims] == ["bounces"]
    for refused in (lambda: gd.worked_step(path, 0), lambda: gd.link(path)):
        with pytest.raises(ValueError, match="OPTIMIZERS"):
            refused()


def test_a_run_is_taken_further_once():
    path = gd.descend(gd.LOSSES["valley"], GD(0.9), (-7, 2), 30)
    assert outlook(path) is outlook(path)

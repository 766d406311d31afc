"""Ruler and verdict: what they claim is checked against the run itself, over every loss."""

import math

import numpy as np
import pytest

from gdviz.critical_points import minima
from gdviz.descent import descend
from gdviz.losses import LESSONS, LOSSES, FormulaLoss
from gdviz.optimizers import OPTIMIZERS, Rule
from gdviz.regimes import REACHED, ahead, ruler, verdict

BOWL = LOSSES["bowl"]
every_loss = pytest.mark.parametrize("loss", LESSONS["one"].values(), ids=LESSONS["one"])
RATES = [1e-6, 1e-4, 0.003, 0.02, 0.05, 0.1, 0.25, 0.4, 0.5, 0.7, 0.9, 1, 1.1, 2.3, 5, 8.5, 10]


def run(loss, eta, steps, start=None):
    return descend(loss, OPTIMIZERS["gd"](eta), loss.start if start is None else [start], steps)


def told(loss, eta, steps, start=None):
    return {c.key: flat(c.numbers) for c in verdict(loss, Rule("gd", eta), run(loss, eta, steps, start))}


def flat(numbers):
    """The places of a curve as the one weight that they are."""
    return {name: said[0] if isinstance(said, tuple) else said for name, said in numbers.items()}


@pytest.mark.parametrize(
    ("eta", "zone"),
    [(0.001, "glide"), (0.1, "glide"), (0.5, "jump"), (0.9, "zigzag"), (1, "bounce"), (1.1, "explode")],
)
def test_the_bowls_regimes(eta, zone):
    rule = ruler(BOWL, "gd", (5,))
    assert (rule.jump, rule.bounce, rule.exact) == (0.5, 1.0, True)
    assert rule.zone(eta) == zone


@pytest.mark.parametrize(
    ("eta", "steps", "expected"),
    [
        (0.001, 1, {"underway": {"w": 0, "distance": 4.99}, "more": {"n": 3104}, "glide": {"factor": 0.998}}),
        (0.1, 30, {"reached": {"w": 0, "loss": 4, "step": 28, "within": 0.01}, "glide": {"factor": 0.8}}),
        (0.5, 3, {"reached": {"w": 0, "loss": 4, "step": 1, "within": 0.01}, "jump": {}}),
        (0.9, 30, {"reached": {"w": 0, "loss": 4, "step": 28, "within": 0.01}, "zigzag": {"factor": -0.8}}),
        (1.0, 10, {"bounces": {"a": 5, "b": -5}}),
        (1.1, 12, {"moves-away": {"factor": -1.2}, "left": {"step": 2}, "try-below": {"bounce": 1}}),
        (1.1, 1, {"moves-away": {"factor": -1.2}, "try-below": {"bounce": 1}}),
        (1.1, 9999, {"moves-away": {"factor": -1.2}, "left": {"step": 2}, "try-below": {"bounce": 1}}),
    ],
)
def test_the_bowls_verdicts(eta, steps, expected):
    found = told(BOWL, eta, steps)
    assert list(found) == list(expected)
    for key, numbers in expected.items():
        for name, number in numbers.items():
            assert found[key][name] == pytest.approx(number, rel=1e-3)


@pytest.mark.parametrize(
    ("loss", "start", "reason"),
    [
        ("absolute", 5, "corner"),
        ("quartic", 5, "flat"),
        ("rest-stop", -1.5, "inflection"),
    ],
)
def test_no_threshold_and_why(loss, start, reason):
    rule = ruler(LOSSES[loss], "gd", (start,))
    assert rule.reason == reason
    assert rule.jump is rule.bounce is None
    assert rule.zone(0.1) is None


def test_no_minimum_and_why():
    slope_for_ever = FormulaLoss("line", "W/2", ((-3, 3),), (1,), 0.1)
    assert ruler(slope_for_ever, "gd", (1,)).reason == "nothing"
    assert list(told(slope_for_ever, 0.1, 5)) == ["descending"]


@every_loss
def test_thresholds_are_the_curvatures(loss):
    rule = ruler(loss, "gd", loss.start)
    if rule.jump is None:
        assert rule.reason in ("corner", "flat", "inflection")
        return
    w, h = rule.ahead.weight, 1e-4
    values = loss.values(np.array([[w - h], [w], [w + h]]))
    bend = (values[0] - 2 * values[1] + values[2]) / h**2
    assert rule.jump == pytest.approx(1 / bend, rel=1e-4)
    assert rule.bounce == pytest.approx(2 / bend, rel=1e-4)
    # Just inside the threshold a run that begins close by settles; just outside none does.
    near = w + 1e-3
    assert abs(run(loss, 0.97 * rule.bounce, 400, near).weights[-1, 0] - w) < 1e-4
    assert abs(run(loss, 1.03 * rule.bounce, 400, near).weights[-1, 0] - w) > 1e-3


@every_loss
def test_ahead_is_where_the_smallest_steps_lead(loss):
    path = run(loss, 1e-3, 10_000)
    there = ahead(loss, loss.start[0])
    gone, left = abs(path.weights[-1, 0] - loss.start[0]), abs(there.weight - path.weights[-1, 0])
    assert gone + left == pytest.approx(abs(there.weight - loss.start[0]), abs=1e-6)


@every_loss
@pytest.mark.parametrize("eta", RATES)
@pytest.mark.parametrize("steps", [1, 2, 3, 30, 400])
def test_a_verdict_claims_only_what_the_run_shows(loss, eta, steps):
    path = run(loss, eta, steps)
    w, (low, high) = path.weights[:, 0], loss.domain[0]
    clauses = verdict(loss, Rule("gd", eta), path)
    assert clauses
    for clause in clauses:
        said = flat(clause.numbers)
        assert all(math.isfinite(number) for number in said.values())
        match clause.key:
            case "reached" | "reached-local":
                inside = np.abs(w - said["w"]) <= REACHED
                step = said["step"]
                assert inside[step:].all()
                assert step == 0 or not inside[step - 1]
                lower = [p for p in minima(loss) if p.loss < said["loss"] - 1e-9]
                assert bool(lower) == (clause.key == "reached-local")
            case "lower":
                assert loss.value(np.array([said["w"]])) == pytest.approx(said["loss"])
                assert said["loss"] < path.losses[-1]
            case "left":
                step = said["step"]
                assert not low <= w[step] <= high
                assert ((low <= w[:step]) & (w[:step] <= high)).all()
                assert not low <= w[-1] <= high
            case "bounces":
                assert sorted({*np.round(w[-4:], 9)}) == pytest.approx([said["b"], said["a"]])
            case "cycles":
                assert np.abs(w[-said["n"] :] - w[-2 * said["n"] : -said["n"]]).max() < 1e-9
            case "stuck":
                assert loss.value(np.array([said["lower"]])) < path.losses[-1]
                assert abs(said["slope"]) < 0.1 * abs(path.losses[-1] - loss.value(np.array([said["lower"]])))
            case "underway":
                assert abs(w[-1] - said["w"]) == pytest.approx(said["distance"])
                assert abs(w[-1] - said["w"]) < abs(w[-2] - said["w"])
            case "glide" | "zigzag" | "moves-away":
                ratios = (w[1:] / w[:-1])[: max(1, steps // 20)]
                assert ratios == pytest.approx(np.full(len(ratios), said["factor"]), rel=1e-6)
            case "wanders":
                assert said["low"] == w[len(w) // 2 :].min()
                assert said["high"] == w[len(w) // 2 :].max()
            case "try-below":
                assert said["bounce"] < eta
            case "descending":
                assert said["slope"] == path.gradients[-1, 0] != 0
            case "jump":
                assert abs(w[1] - ahead(loss, w[-1]).weight) < 1e-8


@pytest.mark.parametrize(
    ("loss", "eta", "steps"),
    [("bowl", 0.001, 1), ("bowl", 0.99, 50), ("one-neuron", 0.05, 20), ("cliff", 0.02, 30),
     ("plateau", 0.5, 30), ("double-well", 0.004, 100), ("ripples", 0.003, 50)],
)  # fmt: skip
def test_about_so_many_more_steps(loss, eta, steps):
    loss = LOSSES[loss]
    found = told(loss, eta, steps)
    path = run(loss, eta, 10_000)
    goal = found["underway"]["w"]
    more = int(np.flatnonzero(np.abs(path.weights[:, 0] - goal) <= REACHED)[0]) - steps
    assert found["more"]["n"] == pytest.approx(more, rel=0.05, abs=1)


def test_no_step_leads_anywhere_where_the_slope_is_0():
    assert list(told(BOWL, 0.1, 5, 0)) == ["rests-minimum"]
    assert list(told(LOSSES["rest-stop"], 0.1, 5, 0)) == ["rests"]


def test_the_traps():
    assert list(told(LOSSES["double-well"], 0.05, 30)) == ["reached-local", "glide-about", "lower"]
    assert list(told(LOSSES["plateau"], 0.1, 30)) == ["stuck"]
    assert told(LOSSES["plateau"], 0.1, 30)["stuck"]["lower"] == 0
    assert list(told(LOSSES["absolute"], 0.4, 30)) == ["bounces", "corner"]
    assert list(told(LOSSES["rest-stop"], 0.05, 30)) == ["stuck"]


# --- Any rule, any number of weights ------------------------------------------------------


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
@pytest.mark.parametrize("rule", OPTIMIZERS)
@pytest.mark.parametrize("steps", [1, 30, 400])
def test_a_verdict_on_any_rule_claims_only_what_is_so(loss, rule, steps):
    for share in (0.001, 0.3, 1, 1.05, 2.5, 10):
        used = Rule(rule, min(10.0, share * loss.learning_rate))
        path = descend(loss, used.optimizer, loss.start, steps)
        longer = descend(loss, used.optimizer, loss.start, steps + 400).weights
        for clause in verdict(loss, used, path):
            said = clause.numbers
            far = None
            if "w" in said:
                far = np.linalg.norm(longer - said["w"], axis=1)
            match clause.key:
                case "reached" | "reached-local" | "reached-one":
                    assert (far[said["step"] : steps + 1] <= REACHED).all()
                    assert said["step"] == 0 or far[said["step"] - 1] > REACHED
                    assert loss.value(np.array(said["w"])) == pytest.approx(said["loss"])
                    if clause.key == "reached-one":
                        alike = [p for p in minima(loss) if abs(p.loss - said["loss"]) < 1e-9]
                        assert len(alike) == said["n"] > 1
                case "will-reach":
                    assert far[steps + said["n"]] <= REACHED < far[steps + said["n"] - 1]
                case "not-soon":
                    near = [
                        np.linalg.norm(longer[steps : steps + 201] - p.weights, axis=1) for p in minima(loss)
                    ]
                    assert all(distances[-1] > REACHED for distances in near)
                    assert said["loss"] == path.losses[-1]
                    assert said["slope"] == pytest.approx(np.linalg.norm(path.gradients[-1]))
                case "at-saddle":
                    assert far[steps] == pytest.approx(said["distance"])
                    assert loss.gradient(np.array(said["w"])) == pytest.approx([0, 0], abs=1e-9)
                case "past-saddle":
                    assert far[: steps + 1].argmin() == said["step"] < steps
                case "glide-along" | "zigzag-along" | "moves-away-along":
                    goal, direction = np.array(minima(loss)[0].weights), np.array(said["direction"])
                    along = (path.weights[:4] - goal) @ direction
                    assert along[1:] == pytest.approx(along[:-1] * said["factor"], rel=1e-6, abs=1e-9)
                case "left":
                    low, high = np.array(loss.domain).T
                    inside = ((low <= path.weights) & (path.weights <= high)).all(axis=1)
                    assert inside[: said["step"]].all()
                    assert not inside[-1]


def test_the_landscapes_verdicts():
    def keys(loss, eta, steps, start=None, rule="gd"):
        loss, used = LOSSES[loss], Rule(rule, eta)
        path = descend(loss, used.optimizer, start or loss.start, steps)
        return [(c.key, c.numbers) for c in verdict(loss, used, path)]

    [(reached, numbers), (glide, factor)] = keys("round", 0.1, 30)
    assert (reached, numbers["w"], glide) == ("reached", (0, 0), "glide")
    assert factor["factor"] == pytest.approx(0.8)
    found = dict(keys("valley", 0.95, 30))
    assert found["zigzag-along"] == {"direction": (0, 1), "factor": pytest.approx(-0.9)}
    assert found["glide-along"] == {"direction": (1, 0), "factor": pytest.approx(0.905)}
    assert dict(keys("valley", 1.05, 5))["moves-away-along"]["direction"] == (0, 1)
    assert dict(keys("round", 1, 10))["bounces"] == {"a": (3, -4), "b": (-3, 4)}
    assert [key for key, _ in keys("saddle", 0.1, 10, [2, 0])] == ["at-saddle", "not-soon"]
    assert keys("saddle", 0.1, 10, [0, 0]) == [("rests-saddle", {"w": (0, 0)})]
    assert [key for key, _ in keys("saddle", 0.1, 100)] == ["reached-one"]
    ends = {}
    for start in ([1, 1], [-1, 1], [-1, -1], [1, -1]):
        [(key, numbers)] = keys("himmelblau", 0.01, 100, start)
        assert key == "reached-one"
        assert numbers["n"] == 4
        ends[tuple(start)] = tuple(round(w, 2) for w in numbers["w"])
    assert ends == {(1, 1): (3, 2), (-1, 1): (-2.81, 3.13), (-1, -1): (-3.78, -3.28), (1, -1): (3.58, -1.85)}


def test_the_landscapes_rulers():
    valley = ruler(LOSSES["valley"], "gd", (-7, 2))
    assert (valley.jump, valley.bounce, valley.exact) == (0.5, 1, True)
    fit = ruler(LOSSES["line-fit"], "gd", (-0.5, 3))
    x = np.array(LOSSES["line-fit"].data)[:, 0]
    hessian = 2 * np.array([[np.mean(x * x), np.mean(x)], [np.mean(x), 1]])
    assert fit.bounce == pytest.approx(2 / np.linalg.eigvalsh(hessian)[-1])
    many = ruler(LOSSES["himmelblau"], "gd", (0, 0))
    assert (many.reason, many.zone(0.01)) == ("varies", None)
    assert many.settles == pytest.approx((2 / 133.7856, 2 / 80.5501), rel=1e-5)
    assert all(ruler(LOSSES["bowl"], rule, (5,)).reason == "rule" for rule in OPTIMIZERS if rule != "gd")

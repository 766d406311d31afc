"""Every mission can be solved, is recognised when solved, and not before."""

import json
import math
import random
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from gdviz.classroom.missions import MISSIONS, Run
from gdviz.core.losses import LOSSES
from gdviz.lessons.mission import mission_state
from gdviz.lessons.runs import runs
from gdviz.link.bounds import LANGUAGES
from gdviz.link.settings import Settings
from gdviz.network.training import train
from gdviz.texts import load_texts
from gdviz.web.tasks import shown

# For each mission, changes that solve it, and ones that do not, each for another reason.
SOLVED = {
    "quick": [{"eta": "0.5"}, {"eta": "0.3"}, {"eta": "0.7"}],
    "edge": [{"eta": "0.43"}],
    # From the last three the run is still on its way after the 30 steps that are shown.
    "other-valley": [{"w": "-3.5"}, {"w": "-0.5"}, {"w": "0.25"}, {"w": "0.1"}, {"w": "0.2541"}],
    "slow": [{"eta": "0.0315"}, {"eta": "0.9685"}],
    "beat-adam": [
        {"race": "adam:0.3,momentum:0.15"},
        {"race": "gd:0.1,momentum:0.02,momentum:0.5,adam:0.3"},
        {"race": "momentum:0.07,adam:0.3,adam:0.2"},
    ],
    "xor": [{"layers": "3"}, {"layers": "3", "seed": "3"}],
}
OPEN = {
    "quick": [{}, {"eta": "0.1"}, {"eta": "0.9"}, {"eta": "0.3", "w": "1"}, {"eta": "0.1", "steps": "100"}],
    "edge": [{}, {"eta": "0.42"}, {"eta": "0.44"}, {"eta": "0.431"}, {"eta": "0.5"}],
    "other-valley": [
        {},
        {"w": "0.5"},
        {"w": "0.2542"},
        {"w": "-3.5", "eta": "0.1"},
        {"w": "3.5", "eta": "0.3"},
        {"w": "-0.5", "steps": "100"},
    ],
    "slow": [{}, {"eta": "0.02"}, {"eta": "0.05"}, {"eta": "1"}, {"eta": "0.000001"}],
    "beat-adam": [
        {},
        {"race": "adam:0.3,momentum:0.05"},
        # At step 30 this one is lower than adam, but it stays within 0.1 from the same step on.
        {"race": "adam:0.3,momentum:0.1"},
        {"race": "adam:0.3,momentum:1.9"},
        {"race": "adam:0.001,momentum:0.15"},
        {"race": "adam:0.3,nesterov:0.15"},
        {"race": "momentum:0.15"},
        {"race": "adam:0.3,momentum:0.15", "steps": "60"},
    ],
    "xor": [
        {},
        {"layers": "4"},
        {"layers": "2"},
        {"layers": "3", "epochs": "5"},
        {"layers": "3", "noise": "0"},
        {"layers": "3", "seed": "2"},
    ],
}
CASES = [
    (name, change, solved)
    for solved, table in ((True, SOLVED), (False, OPEN))
    for name, changes in table.items()
    for change in changes
]


def state(name, change, **more):
    query = {**MISSIONS[name].start, **change, "mission": name, **more}
    settings, notices = Settings.from_query(query)
    assert not notices
    if settings.lesson == "network":
        return mission_state(settings, train(settings.job))["mission"]
    rules = settings.race or (settings.rule,)
    return mission_state(settings, Run(settings.loss_function, rules, runs(settings)))["mission"]


@pytest.mark.parametrize(("name", "change", "solved"), CASES)
def test_a_mission_is_solved_by_what_solves_it(name, change, solved):
    assert state(name, change)["solved"] is solved


def test_the_table_has_every_mission():
    assert list(SOLVED) == list(OPEN) == list(MISSIONS)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", MISSIONS)
def test_it_says_what_it_shows_only_when_solved(name, lang):
    texts = load_texts(lang).section(f"missions.{name}")
    before, after = state(name, {}, lang=lang), state(name, SOLVED[name][0], lang=lang)
    assert before["task"] == after["task"] == texts["task"]
    assert texts["shows"] in after["state"]
    assert texts["shows"] not in before["state"]
    assert "step=" not in before["state"]


def test_what_had_to_stay_is_named():
    told = state("quick", {"eta": "0.3", "w": "1"})["state"]
    assert load_texts("en")("parts.w") in told
    assert load_texts("en")("parts.eta") not in told
    assert told != load_texts("en")("missions.open")


@pytest.mark.parametrize(
    "change", [{"step": "3"}, {"hide": "eta"}, {"q": "?"}, {"lang": "ja"}, {"predict": "skip"}]
)
def test_how_a_run_is_seen_is_free(change):
    assert state("quick", {"eta": "0.5"} | change)["solved"]


def test_the_page_gets_it_with_the_run():
    query = {**MISSIONS["quick"].start, "mission": "quick", "eta": "0.5"}
    assert json.loads(shown(Settings.from_query(query)[0]).play)["mission"]["solved"]
    assert "mission" not in json.loads(shown(Settings()).play)


@pytest.mark.parametrize("name", MISSIONS)
def test_a_link_may_name_the_mission_alone(name):
    alone, notices = Settings.from_query({"mission": name})
    assert not notices
    assert alone == Settings.from_query({**MISSIONS[name].start, "mission": name})[0]


def test_a_teacher_may_show_what_a_mission_hides():
    shown, _ = Settings.from_query({**MISSIONS["edge"].start, "mission": "edge", "hide": ""})
    assert shown.hide == ()
    assert Settings.from_query(shown.to_query()) == (shown, [])


@pytest.mark.parametrize("name", MISSIONS)
def test_a_mission_belongs_to_its_lesson(name):
    start = Settings.from_query({**MISSIONS[name].start, "mission": name})[0]
    assert start.mission == name
    other = "two" if start.lesson == "one" else "one"
    settings, [notice] = Settings.from_query({"lesson": other, "mission": name})
    assert (settings.mission, notice.field) == ("", "mission")
    assert start.free.mission == ""


def all_of(**query):
    """All that a page gets of a run, as text."""
    found = shown(Settings.from_query(query)[0])
    return found.play.decode() + found.summary


# Two digits of the rates that divide the track: 1/λ and 2/λ of the loss's largest curvature.
EDGES = {"quick": ("0.5", "1"), "slow": ("0.5", "1"), "edge": ("0.217", "0.434")}
SOLUTIONS = {"quick": "0.3", "slow": "0.0323", "edge": "0.43"}


@pytest.mark.parametrize("name", EDGES)
def test_the_zones_that_a_mission_asks_for_are_told_when_it_is_solved(name):
    def ticks(eta):
        play = json.loads(shown(Settings.from_query({"mission": name, "eta": eta})[0]).play)
        return tuple(text for text, _ in play["rate"]["ticks"]), bool(play["rate"]["zones"])

    assert ticks(MISSIONS[name].start["eta"]) == ((), False)
    assert ticks(SOLUTIONS[name]) == (EDGES[name], True)
    said = all_of(mission=name)
    assert load_texts("en")("ruler.mission") in said
    assert "2/λ" not in said


@pytest.mark.parametrize(
    ("asked", "tells"), [({}, True), ({"predict": "on"}, False), ({"q": "Which of the four?"}, False)]
)
def test_a_student_who_is_asked_is_not_told_which_minimum_the_run_reaches(asked, tells):
    said = all_of(loss="himmelblau", eta="0.02", w="0,-4", **asked)
    assert ("which this run reaches" in said) is tells


def test_the_edge_is_the_landscape_s_own():
    """0.434 is 2/λ by the quadratic formula for the eigenvalues of (mean x², mean x; mean x, 1), doubled."""
    x = [x for x, _ in LOSSES["line-fit"].data]
    a, b, d = 2 * sum(v * v for v in x) / len(x), 2 * sum(x) / len(x), 2
    largest = (a + d) / 2 + (((a - d) / 2) ** 2 + b * b) ** 0.5
    assert round(2 / largest, 3) == 0.434


# --- A judge that knows the tasks as they are worded, and nothing of missions.py ------------------


def stays(distances, within):
    """From which of the distances on all are at most so large; None if the last is larger."""
    far = [k for k, distance in enumerate(distances) if not distance <= within]
    step = far[-1] + 1 if far else 0
    return step if step < len(distances) else None


def on_the_bowl(eta, steps=3100):
    """|W| of gd on W² + 4 from 5."""
    w, distances = 5.0, []
    for _ in range(steps + 1):
        distances.append(abs(w))
        w = max(-1e100, min(w - eta * 2 * w, 1e100))
    return distances


def judge_quick(change):
    step = stays(on_the_bowl(float(change["eta"])), 0.01)
    return step is not None and step <= 10


def judge_slow(change):
    step = stays(on_the_bowl(float(change["eta"])), 0.01)
    return step is not None and 90 <= step <= 100


@cache
def largest_of_two_digits():
    """By 20,000 steps of every two-digit rate up to 10, on the mean of (w x + b − y)² itself."""
    x, y = np.array(LOSSES["line-fit"].data).T
    rates = np.array([k * 10.0**p for p in (-3, -2, -1) for k in range(10, 100)])
    w, b = np.full_like(rates, -0.5), np.full_like(rates, 3.0)
    with np.errstate(all="ignore"):
        for _ in range(20_000):
            error = w[:, None] * x + b[:, None] - y
            w, b = w - rates * 2 * (error * x).mean(axis=1), b - rates * 2 * error.mean(axis=1)
    return max(rate for rate, a, c in zip(rates, w, b, strict=True) if abs(a) + abs(c) < 100)


def judge_edge(change):
    return math.isclose(float(change["eta"]), largest_of_two_digits(), rel_tol=1e-9)


def judge_other_valley(change):
    w = float(change["w"])
    for _ in range(6000):
        w -= 0.05 * (w * (w * w - 4) / 2 + 0.5)
    # The lower minimum, where W³ − 4W + 1 = 0.
    return abs(w + 2.1149075414767555) <= 0.01


@cache
def on_the_valley(rule, eta, steps=3100):
    """Distances from (0, 0) of a run on W₁²/20 + W₂² from (−7, 2)."""
    (x, y), distances = (-7.0, 2.0), []
    v, m, s = [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]
    for t in range(1, steps + 2):
        distances.append(math.hypot(x, y))
        g = (x / 10, 2 * y)
        if rule == "momentum":
            v = [0.9 * a + b for a, b in zip(v, g, strict=True)]
            x, y = x - eta * v[0], y - eta * v[1]
        else:
            m = [0.9 * a + 0.1 * b for a, b in zip(m, g, strict=True)]
            s = [0.999 * a + 0.001 * b * b for a, b in zip(s, g, strict=True)]
            change = [
                eta * (a / (1 - 0.9**t)) / (math.sqrt(b / (1 - 0.999**t)) + 1e-8)
                for a, b in zip(m, s, strict=True)
            ]
            x, y = x - change[0], y - change[1]
        if max(abs(x), abs(y)) > 1e100:
            return [*distances, math.inf]
    return distances


def judge_beat_adam(change):
    runners = [runner.split(":") for runner in change["race"].split(",")]
    if ["adam", "0.3"] not in runners:
        return False
    adam = stays(on_the_valley("adam", 0.3), 0.1)
    steps = [stays(on_the_valley(rule, float(eta)), 0.1) for rule, eta in runners if rule == "momentum"]
    return any(step is not None and step <= 100 and step < adam for step in steps)


def judge_xor(change):
    """Train by a loop of matrix products of its own, on the project's examples and starting weights."""
    settings = Settings.from_query({**MISSIONS["xor"].start, **change})[0]
    sizes = (2, *map(int, change["layers"].split(",")), 1)
    x, t, flat = settings.job.network.inputs, settings.job.network.targets, settings.job.start
    weights, at = [], 0
    for rows, columns in pairwise(sizes):
        weights.append(flat[at : at + rows * columns].reshape(rows, columns).copy())
        weights.append(flat[at + rows * columns : at + (rows + 1) * columns].copy())
        at += (rows + 1) * columns
    f, slope = {
        "tanh": (np.tanh, lambda a: 1 - a**2),
        "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda a: a * (1 - a)),
        "relu": (lambda z: z * (z > 0), lambda a: 1.0 * (a > 0)),
    }[change["act"]]
    eta, v = float(change["eta"]), [0 * w for w in weights]
    mu = float(change.get("const", "0.9")) if change["opt"] == "momentum" else 0
    for _ in range(int(change["epochs"])):
        outputs = [x]
        for W, b in zip(weights[:-2:2], weights[1:-2:2], strict=True):
            outputs.append(f(outputs[-1] @ W + b))
        delta = (1 / (1 + np.exp(-(outputs[-1] @ weights[-2] + weights[-1]))) - t) / len(t)
        slopes = []
        for layer in range(len(outputs) - 1, -1, -1):
            slopes = [outputs[layer].T @ delta, delta.sum(axis=0), *slopes]
            delta = (delta @ weights[2 * layer].T) * slope(outputs[layer])
        v = [mu * a + g for a, g in zip(v, slopes, strict=True)]
        weights = [w - eta * a for w, a in zip(weights, v, strict=True)]
    a = x
    for W, b in zip(weights[:-2:2], weights[1:-2:2], strict=True):
        a = f(a @ W + b)
    right = ((a @ weights[-2] + weights[-1] > 0) == (t > 0.5)).mean()
    return bool(right >= 0.97) and sum(sizes[1:-1]) <= 3


def any_rate(chance):
    """Rates of all sizes, half of them about those that matter."""
    if chance.random() < 0.5:
        return {"eta": f"{10 ** chance.uniform(-4, 1):.6g}"}
    edge = chance.choice([0.0301, 0.0338, 0.23, 0.5, 0.77, 0.966, 0.97])
    return {"eta": f"{edge + chance.uniform(-5e-3, 5e-3):.6g}"}


def any_two_digits(chance):
    if chance.random() < 0.5:
        return {"eta": f"{chance.randint(38, 48) / 100:.2f}"}
    return {"eta": f"{10 ** chance.uniform(-4, 1):.{chance.randint(2, 4)}g}"}


def any_start(chance):
    near = chance.random() < 0.3
    return {"w": f"{0.2541 + chance.uniform(-0.1, 0.1) if near else chance.uniform(-4, 4):.6g}"}


def any_race(chance):
    rates = [10 ** chance.uniform(-2.3, 0.5) for _ in range(chance.choice([1, 1, 1, 1, 2]))]
    runners = [f"momentum:{rate:.2g}" for rate in rates]
    runners += ["adam:0.3"] if chance.random() < 0.9 else ["adam:0.1"]
    runners += ["gd:0.5"] if chance.random() < 0.2 else []
    chance.shuffle(runners)
    return {"race": ",".join(runners)}


def any_training(chance):
    rule = chance.choice(["gd", "momentum"])
    constant = {"const": "0.5"} if rule == "momentum" and chance.random() < 0.5 else {}
    return constant | {
        "layers": chance.choice(["2", "3", "3", "3", "3", "2,1", "4"]),
        "act": chance.choice(["tanh", "tanh", "sigmoid", "relu"]),
        "opt": rule,
        "eta": f"{10 ** chance.uniform(-0.5, 0.3) * (0.5 if rule == 'momentum' else 1):.2g}",
        "seed": str(chance.randint(0, 50)),
        "epochs": str(int(10 ** chance.uniform(0.5, 2.3))),
    }


TRIED = 120  # random changes of each mission
JUDGES = {
    "quick": (judge_quick, any_rate),
    "edge": (judge_edge, any_two_digits),
    "other-valley": (judge_other_valley, any_start),
    "slow": (judge_slow, any_rate),
    "beat-adam": (judge_beat_adam, any_race),
    "xor": (judge_xor, any_training),
}


@pytest.mark.parametrize("name", MISSIONS)
def test_a_mission_is_solved_by_what_fulfils_its_task(name):
    judge, change = JUDGES[name]
    chance, verdicts = random.Random(name), []
    for _ in range(TRIED):
        changes = change(chance)
        verdicts.append(judge(changes))
        assert state(name, changes)["solved"] is verdicts[-1], changes
    assert 2 < sum(verdicts) < TRIED - 2  # a judge that always says the same has compared nothing


@pytest.mark.parametrize(("name", "changes"), [(name, c) for name in JUDGES for c in SOLVED[name]])
def test_the_judge_agrees_about_the_known_solutions(name, changes):
    plainly = {"layers": "8", "act": "tanh", "opt": "gd", "eta": "0.5", "seed": "1", "epochs": "1000"}
    assert JUDGES[name][0]((plainly if name == "xor" else {}) | changes)

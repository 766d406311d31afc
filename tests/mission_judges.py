"""A judge of missions that knows the tasks as they are worded, and nothing of how a mission is recognised."""

import math
from functools import cache
from itertools import pairwise

import numpy as np

from gdviz.classroom.missions import MISSIONS
from gdviz.core.losses import LOSSES
from gdviz.link.settings import Settings


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


JUDGES = {
    "quick": (judge_quick, any_rate),
    "edge": (judge_edge, any_two_digits),
    "other-valley": (judge_other_valley, any_start),
    "slow": (judge_slow, any_rate),
    "beat-adam": (judge_beat_adam, any_race),
    "xor": (judge_xor, any_training),
}

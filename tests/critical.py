"""Losses with what is critical of them, by hand."""

import math

import numpy as np

from gdviz.core.critical_points import critical_points

ONE, TWO = ((-6.0, 6.0),), ((-5.0, 5.0), (-5.0, 5.0))
RASTRIGIN = "20+W1^2-10*cos(6.283185307*W1)+W2^2-10*cos(6.283185307*W2)"

# What is critical inside the domain, by hand: place, kind, and f for flat, k for kinked.
CURVES = {
    ("W^2", ((-300.0, 300.0),)): [(0, "minimum", "")],
    ("W^2", ((-0.001, 0.001),)): [(0, "minimum", "")],
    ("W^2/10^7", ONE): [(0, "minimum", "")],
    ("10^9*W^2", ONE): [(0, "minimum", "")],
    ("tanh(W)^2", ((-20.0, 20.0),)): [(0, "minimum", "")],
    ("exp(W^2)", ((-20.0, 20.0),)): [(0, "minimum", "")],
    ("W^3", ONE): [(0, "inflection", "f")],
    ("W^5", ONE): [(0, "inflection", "f")],
    ("W^4", ONE): [(0, "minimum", "f")],
    ("W^6/100", ONE): [(0, "minimum", "f")],
    ("W^20 + 5", ONE): [(0, "minimum", "f")],
    ("W^4 - 4*W^3 + 6*W^2 - 4*W + 1", ONE): [(1, "minimum", "f")],
    ("W^4*(W-2)^2", ONE): [(0, "minimum", "f"), (4 / 3, "maximum", ""), (2, "minimum", "")],
    ("abs(W)^3", ONE): [(0, "minimum", "f")],
    ("abs(W)^1.5", ONE): [(0, "minimum", "")],  # smooth enough for a slope, but E″ is infinite
    ("sqrt(abs(W))", ONE): [(0, "minimum", "k")],
    ("abs(W^2-1)", ONE): [(-1, "minimum", "k"), (0, "maximum", ""), (1, "minimum", "k")],
    ("W*abs(W)", ONE): [(0, "inflection", "f")],
    ("abs(tanh(W))", ONE): [(0, "minimum", "k")],
    ("sin(W) + W", ONE): [(-math.pi, "inflection", "f"), (math.pi, "inflection", "f")],
    ("abs(W - 0.3) + W/2", ONE): [(0.3, "minimum", "k")],
    ("abs(W) + 2*W", ONE): [],
    ("1/W", ONE): [],
    ("abs(W)/W + W", ONE): [],
    ("1/(W-1/3)^2", ONE): [],
    ("abs(W-1/3)/(W-1/3) + abs(W-1/3)", ONE): [],
    ("log(abs(W))", ONE): [],
    ("tan(W/2)", ONE): [],
    ("exp(-W)", ONE): [],
    ("exp(-W)", ((0.0, 600.0),)): [],
    ("tanh(W)", ((-50.0, 50.0),)): [],
}
# Stretches of equally low points in the domain.
FLOORS = {
    "abs(W-1) + abs(W+1)": (-1, 1),
    "abs(W-1) + abs(W+1) - 2": (-1, 1),
    "(abs(1-W) + (1-W))/2": (1, 6),
    "(abs(W) + W)^2": (-6, 0),
    "5": (-6, 6),
}
LANDSCAPES = {
    "W1^4 + W2^4": [((0, 0), "minimum", "f")],
    "W1^4 + W2^4 + 5": [((0, 0), "minimum", "f")],
    "abs(W1) + abs(W2)": [((0, 0), "minimum", "k")],
    "abs(W1) + W2^2": [((0, 0), "minimum", "k")],
    "abs(W1)^1.5 + W2^2": [((0, 0), "minimum", "")],  # as on a curve
    "abs(W1) + abs(W2-1) + W1*W2/10": [((0, 1), "minimum", "k")],
    "abs(W1) - abs(W2)": [((0, 0), "saddle", "k")],
    "-abs(W1) - abs(W2)": [((0, 0), "maximum", "k")],
    "abs(W1-W2) + W1^2": [((0, 0), "minimum", "k")],
    "sqrt(W1^2 + W2^2)": [((0, 0), "minimum", "k")],
    "W1^3 - 3*W1*W2^2": [((0, 0), "saddle", "f")],
    "W1^2 - W2^4": [((0, 0), "saddle", "f")],
    "W1^2 + W2^3": [((0, 0), "saddle", "f")],
    "(W2-W1^2)*(W2-3*W1^2)": [((0, 0), "saddle", "f")],
    "W1^4/10^7 + W2^2": [((0, 0), "minimum", "f")],
    "W1^4/10^9 + W2^2": [((0, 0), "minimum", "f")],
    "W1^2/10^7 + W2^2": [((0, 0), "minimum", "")],
    "W1*W2": [((0, 0), "saddle", "")],
    "exp(-W1^2-W2^2)": [((0, 0), "maximum", "")],
    "log(W1) + 1/W1 + W2^2": [((1, 0), "minimum", "")],
    "W1": [],
    "exp(-W1-W2)": [],
}
# Lines of minima: the distance of a place from the nearest, and what is critical besides.
LINES = {
    "(W1+W2-1)^2": (lambda x, y: abs(x + y - 1) / math.sqrt(2), []),
    "(W1*W2-1)^2": (lambda x, y: abs(x * y - 1) / max(math.hypot(x, y), 0.1), [((0, 0), "saddle")]),
    "(W1^2+W2^2-4)^2": (lambda x, y: abs(math.hypot(x, y) - 2), [((0, 0), "maximum")]),
    "W1^2": (lambda x, y: abs(x), []),
    "abs(W1-W2)": (lambda x, y: abs(x - y), []),
    "abs(W1*W2-1)": (lambda x, y: abs(x * y - 1) / max(math.hypot(x, y), 0.1), [((0, 0), "saddle")]),
    "(abs(1-W1)+(1-W1))/2": (lambda x, y: max(0, 1 - x), []),
    "abs(W1+1)+abs(W1-1)": (lambda x, y: max(0, abs(x) - 1), []),
}


def inside(loss):
    low, high = np.array(loss.domain).T
    return [p for p in critical_points(loss).points if ((low <= p.weights) & (p.weights <= high)).all()]


def marks(point):
    return "f" * point.flat + "k" * point.kinked

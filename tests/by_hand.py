"""Losses written out by hand, and descent on them: nothing of the code that they judge."""

import math

import numpy as np


def sigma(x):
    return 1 / (1 + math.exp(-x))


def of_curve(name):
    """The slope of a loss of one weight, differentiated by hand."""

    def cliff(w):
        s = 1 / (1 + np.exp(-8 * (w - 2)))
        return w / 5 + 48 * s * (1 - s)

    return {
        "bowl": lambda w: 2 * w,
        "quartic": lambda w: 4 * w**3 / 50,
        "double-well": lambda w: w * (w * w - 4) / 2 + 0.5,
        "ripples": lambda w: w / 10 + 2 * np.cos(2 * w),
        "plateau": lambda w: 2 * w * np.exp(-w * w / 4),
        "cliff": cliff,
        "rest-stop": lambda w: w**3 - 3 * w**2,
        "absolute": np.sign,
        "one-neuron": lambda w: w / 10 - 1 / (1 + np.exp(w)),
    }[name]


HEIGHTS = {
    "round": lambda x, y: x * x + y * y,
    "valley": lambda x, y: x * x / 20 + y * y,
    "saddle": lambda x, y: x * x - y * y + y**4 / 8,
    "rosenbrock": lambda x, y: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    "himmelblau": lambda x, y: (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
}


def himmelblau(w):
    """Its gradient."""
    x, y = w
    return np.array(
        [4 * x * (x * x + y - 11) + 2 * (x + y * y - 7), 2 * (x * x + y - 11) + 4 * y * (x + y * y - 7)]
    )


def end(slope, start, eta, steps=3000):
    w = np.array(start, dtype=float)
    for _ in range(steps):
        w = w - eta * slope(w)
    return w


def level(slope, low, high):
    """Where a slope goes from − to +, to four digits: the minima."""
    w = np.linspace(low, high, 160_001)
    return w[1:][(slope(w[:-1]) < 0) & (slope(w[1:]) >= 0)]

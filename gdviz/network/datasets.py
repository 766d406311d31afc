"""What a network can learn: one record a data set, each made from a seed."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from gdviz.network.network import Task

Made = tuple[np.ndarray, np.ndarray]


class Dataset(NamedTuple):
    """A source of examples.

    ``make(random, count, noise)`` gives inputs (count, ``inputs``) and targets (count, 1);
    ``noise`` is the standard deviation of what is added to the targets of a regression and to
    the inputs of a classification, and how much there is of it unless a link says. ``hidden`` and
    ``epochs`` are the hidden layers and the epochs to begin with. All inputs lie about in the
    square from −1 to 1.
    """

    id: str
    task: Task
    inputs: int
    make: Callable[[np.random.Generator, int, float], Made]
    noise: float
    hidden: tuple[int, ...] = (4,)
    epochs: int = 500


def _line(random: np.random.Generator, count: int, noise: float) -> Made:
    x = random.uniform(-1, 1, (count, 1))
    return x, 1.5 * x - 0.5 + noise * random.standard_normal(x.shape)


def _sine(random: np.random.Generator, count: int, noise: float) -> Made:
    x = random.uniform(-1, 1, (count, 1))
    return x, np.sin(np.pi * x) + noise * random.standard_normal(x.shape)


def _circles(random: np.random.Generator, count: int, noise: float) -> Made:
    """A disc within a ring."""
    classes = np.arange(count) % 2
    radius = np.where(classes, random.uniform(0.7, 1, count), 0.45 * np.sqrt(random.uniform(0, 1, count)))
    angle = random.uniform(0, 2 * np.pi, count)
    return _points(random, radius * np.cos(angle), radius * np.sin(angle), classes, noise)


def _xor(random: np.random.Generator, count: int, noise: float) -> Made:
    """Four squares, each of the class of the one across; alike in number, and clear of the axes."""
    x, y = random.uniform(0.1, 1, (2, count))
    corner = np.arange(count) % 4
    x, y = np.where(corner % 2, x, -x), np.where(corner // 2, y, -y)
    return _points(random, x, y, (x > 0) != (y > 0), noise)


def _moons(random: np.random.Generator, count: int, noise: float) -> Made:
    """Two half circles, each reaching into the other."""
    classes = np.arange(count) % 2
    angle = random.uniform(0, np.pi, count)
    sign = np.where(classes, -1, 1)
    x, y = sign * (0.6 * np.cos(angle) - 0.3), sign * (0.8 * np.sin(angle) - 0.2)
    return _points(random, x, y, classes, noise)


def _spiral(random: np.random.Generator, count: int, noise: float) -> Made:
    """Two arms that wind about each other, once around."""
    classes = np.arange(count) % 2
    along = np.sqrt(random.uniform(0.02, 1, count))
    angle = 2 * np.pi * along + np.pi * classes
    return _points(random, along * np.cos(angle), along * np.sin(angle), classes, noise)


def _points(
    random: np.random.Generator, x: np.ndarray, y: np.ndarray, classes: np.ndarray, noise: float
) -> Made:
    inputs = np.stack([x, y], axis=1)
    return inputs + noise * random.standard_normal(inputs.shape), classes.astype(float)[:, None]


DATASETS: dict[str, Dataset] = {
    data.id: data
    for data in (
        Dataset("line", "regression", 1, _line, 0.1, hidden=(), epochs=100),
        Dataset("sine", "regression", 1, _sine, 0.1),
        Dataset("circles", "classification", 2, _circles, 0.05),
        Dataset("xor", "classification", 2, _xor, 0.05),
        Dataset("moons", "classification", 2, _moons, 0.05),
        Dataset("spiral", "classification", 2, _spiral, 0.05),
    )
}
# Those that learn y from x, and so a reader's own pairs, too.
CURVES = frozenset(data.id for data in DATASETS.values() if data.task == "regression")

"""The arithmetic of a network that the page shows, redone by hand."""

import math
import re

import pytest

from gdviz.link.settings import Settings
from tests.arithmetic import PLAIN, faults, pairs
from tests.plays import filled, play_of, settings_of

FUNCTIONS = {
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": math.tanh,
    "relu": lambda z: max(0.0, z),
}


def loss_by_hand(inputs, target, weights, act, is_class):
    """E of one example in a network with one hidden layer of two, by loops over the flat vector."""
    f, n = FUNCTIONS[act], len(inputs)
    hidden = [
        f(sum(x * weights[2 * i + j] for i, x in enumerate(inputs)) + weights[2 * n + j]) for j in (0, 1)
    ]
    z = hidden[0] * weights[2 * n + 2] + hidden[1] * weights[2 * n + 3] + weights[2 * n + 4]
    if not is_class:
        return (z - target) ** 2
    y = 1 / (1 + math.exp(-z))
    return -math.log(y if target else 1 - y)


def read(text):
    return float(text.replace("−", "-").replace(" × 10", "e").translate(PLAIN))


def lines_of(shown, step):
    rows = [[filled(shown, part, step) for part in row] for row in shown["worked"]["rows"]]
    return [row for row in rows if row[1]]


def given_of(shown):
    """The example's inputs, its target and the starting weights, as they are shown."""
    [inputs, target] = (text for _, text in lines_of(shown, 0)[:2])
    values = [read(text) for text in re.findall(r"= (\S+?)(?:,|$)", inputs)]
    return values, read(target.split(" = ")[1]), [read(text) for text in shown["graph"]["values"][0]]


by_hand = pytest.mark.parametrize(
    ("data", "act"),
    [("xor", "tanh"), ("xor", "sigmoid"), ("circles", "relu"), ("sine", "tanh"), ("sine", "sigmoid")],
)


@by_hand
def test_the_backward_pass_can_be_redone_by_hand(data, act):
    """Each line of arithmetic, worked out from the numbers that it shows, gives its result."""
    network = {"lesson": "network", "data": data, "layers": "2", "act": act, "eta": "0.4"}
    settings = settings_of({**network, "view": "chain", "example": "3"})
    shown = play_of(settings)
    inputs, target, weights = given_of(shown)
    assert inputs == pytest.approx(settings.job.network.inputs[3], abs=0.1)
    assert target == pytest.approx(settings.job.network.targets[3, 0], abs=0.05)
    assert weights == pytest.approx(settings.job.start, abs=0.1)
    assert all(len(f"{abs(x):g}") <= 3 for x in (*inputs, target, *weights))
    values, checked = {}, 0
    *way, update = range(1, len(shown["steps"]))
    for step in way:
        for _, line in lines_of(shown, step):
            assert not faults(line)
            checked += pairs(line)
            name, *_, result = re.split(" [=≈] ", line)
            values[name] = result
            last = values.get(re.sub(r".* = 1 · (\S+) [=≈].*", r"\1", line))
            assert last in (None, result)
    # Outputs and sums of each neuron, the loss, and a derivative for each weight, bias and neuron.
    assert checked >= 16
    is_class = data != "sine"
    assert read(values["E"]) == pytest.approx(loss_by_hand(inputs, target, weights, act, is_class), rel=1e-5)
    for index, name in enumerate(shown["graph"]["names"]):
        up, down = ([w + h * (i == index) for i, w in enumerate(weights)] for h in (1e-6, -1e-6))
        above, below = (loss_by_hand(inputs, target, moved, act, is_class) for moved in (up, down))
        slope = (above - below) / 2e-6
        assert read(values[f"∂E/∂{name}"]) == pytest.approx(slope, rel=1e-4, abs=1e-8)
        label, line = lines_of(shown, update)[index]
        change, new = line.split("; ")
        assert label == name
        assert not faults(change)
        assert not faults(new)
        assert read(re.split(" [=≈] ", change)[-1]) == pytest.approx(0.4 * slope, rel=2e-3, abs=1e-8)
        assert read(re.split(" [=≈] ", new)[-1]) == pytest.approx(weights[index] - 0.4 * slope, rel=2e-3)


@by_hand
def test_the_nudged_losses_can_be_redone_by_hand(data, act):
    settings = settings_of({"lesson": "network", "data": data, "layers": "2", "view": "nudge", "act": act})
    shown = play_of(settings)
    inputs, target, weights = given_of(shown)
    count, is_class = len(weights), data != "sine"
    assert shown["constants"]["steps"] == str(2 * count) == str(shown["steps"][-1])
    for index, name in enumerate(shown["graph"]["names"]):
        losses = []
        for side, step in ((0.01, 2 * index + 1), (-0.01, 2 * index + 2)):
            *_, (_, line) = rows = [row for row in lines_of(shown, step) if row[1].startswith("E")]
            assert len(rows) == 1
            moved = [w + side * (i == index) for i, w in enumerate(weights)]
            losses.append(loss_by_hand(inputs, target, moved, act, is_class))
            assert read(re.split(" [=≈] ", line)[-1]) == pytest.approx(losses[-1], rel=1e-5)
            for label, text in lines_of(shown, step):
                assert not faults(text), label
        quotient, exact = (text for _, text in lines_of(shown, 2 * index + 2)[-2:])
        assert quotient.startswith(f"∂E/∂{name} ≈ ")
        told = read(re.split(" [=≈] ", quotient)[-1])
        assert told == pytest.approx((losses[0] - losses[1]) / 0.02, rel=6e-3, abs=1e-9)
        assert read(exact) == pytest.approx(told, rel=0.02, abs=1e-4)


def test_one_pass_back_gives_the_slopes_that_were_found_one_by_one():
    """The same example, the same weights: the stops of the story show the same numbers."""
    nudged, passed = (
        play_of(Settings.from_query({"stop": stop})[0]) for stop in ("differences", "backpropagation")
    )
    assert given_of(nudged) == given_of(passed)
    one, other = (list(map(read, shown["graph"]["slopes"][-1])) for shown in (nudged, passed))
    assert len(one) == 9
    assert one == pytest.approx(other, rel=0.006)


def test_of_a_large_network_the_losses_are_counted_that_are_not_shown():
    shown = play_of(settings_of({"lesson": "network", "data": "circles", "layers": "8,8", "view": "nudge"}))
    assert len(shown["steps"]) == 61
    assert shown["constants"]["steps"] == str(2 * (2 * 8 + 8 + 8 * 8 + 8 + 8 + 1))
    # The loss alone, and the slope: not the lines of seventeen neurons.
    assert [len(lines_of(shown, step)) for step in (1, 2)] == [1, 3]

"""What is claimed of random runs is given to a judge that goes on with each run.

More of them with GDVIZ_JUDGED=2000.
"""

import os
import random

import pytest

from gdviz.core.custom_losses import custom_loss
from gdviz.core.descent import descend, resumed
from gdviz.core.diagnosis import diagnose
from gdviz.core.losses import LOSSES
from gdviz.core.optimizers import OPTIMIZERS, Rule
from tests.judge import Judge

RUNS = int(os.environ.get("GDVIZ_JUDGED", "120"))

TYPED = [
    ("(W-7)^2", (-6, 6)), ("exp(-W^2)", (-6, 6)), ("W^3", (-3, 3)), ("W^4", (-3, 3)), ("W^5 - W", (-2, 2)),
    ("abs(W-1)+abs(W+1)", (-6, 6)), ("abs(W)", (-6, 6)), ("sin(W)", (-9, 9)), ("cos(3*W)+W^2/10", (-6, 6)),
    ("log(1+W^2)", (-8, 8)), ("sqrt(1+W^2)", (-8, 8)), ("tanh(W)^2", (-20, 20)), ("W^2/10^7", (-6, 6)),
    ("W^2", (-300, 300)), ("1000*W^2", (-6, 6)), ("W^2*(W-2)^2", (-2, 4)), ("W^4-W^2", (-2, 2)),
    ("log(W)^2", (0.1, 9)), ("W-log(W)", (0.1, 9)), ("1/W+W", (0.1, 9)), ("W^6/100", (-4, 4)),
    ("W/2", (-6, 6)), ("abs(W^2-1)", (-3, 3)), ("exp(W)-2*W", (-4, 4)), ("W^2*exp(-W)", (-1, 9)),
    ("(abs(1-W)+1-W)/2", (-4, 6)), ("abs(W)^3", (-4, 4)), ("sqrt(abs(W))", (-4, 4)),
    ("W^2+sin(10*W)/10", (-4, 4)),
]  # fmt: skip
TYPED_2 = [
    "W1^2", "(W1+W2-1)^2", "(W1*W2-1)^2", "abs(W1)+abs(W2)", "W1^4+W2^4", "(W1^2+W2^2-4)^2", "W1^2-W2^2",
    "W1^2+10*W2^2", "sin(W1)+sin(W2)", "exp(-W1^2-W2^2)", "W1^3-3*W1*W2^2", "abs(W1)+W2^2", "W1*W2",
    "log(1+W1^2+W2^2)", "W1^2+W2^2+W1*W2", "tanh(W1)^2+tanh(W2)^2",
]  # fmt: skip


def losses():
    for text, domain in TYPED:
        yield custom_loss(text, (tuple(map(float, domain)),))
    for text in TYPED_2:
        yield custom_loss(text, ((-5.0, 5.0), (-5.0, 5.0)))
    yield from LOSSES.values()


def drawn(seed):
    """A run drawn at random: loss, rule, start and length."""
    rng = random.Random(seed)
    loss = rng.choice(ALL)
    rule = Rule(
        rng.choice(["gd", *OPTIMIZERS]), float(f"{10 ** rng.uniform(-6, 1):.{rng.choice([1, 2, 4])}g}")
    )
    if rng.random() < 0.5:  # near the rates that matter
        rule = rule._replace(
            learning_rate=min(10.0, loss.learning_rate * rng.choice([0.3, 1, 2, 3, 5, 10, 11]))
        )
    start = [rng.uniform(low, high) for low, high in loss.domain]
    if rng.random() < 0.3:
        start = [float(round(w)) for w in start]
    steps = rng.choice([1, 2, 3, 5, 10, 30, 100, 300])
    return loss, rule, start, steps


ALL = list(losses())
PARTS = 3


@pytest.mark.parametrize("part", range(PARTS))
def test_no_claim_on_any_run_is_false(part):
    wrong = []
    for seed in range(part, RUNS, PARTS):
        loss, rule, start, steps = drawn(seed)
        try:
            path = descend(loss, rule.optimizer, start, steps)
        except ValueError:  # no value at the start
            continue
        claims = diagnose(path).claims
        assert claims
        judge = Judge(loss, rule, path)
        for claim in claims:
            if why := judge.false(claim):
                wrong.append(f"{seed}: {loss.text} {rule} from {start}, {steps} steps: {claim}: {why}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("part", range(PARTS))
def test_nor_on_a_run_of_several_rates(part):
    wrong = []
    for seed in range(part, RUNS, PARTS):
        loss, rule, start, steps = drawn(seed)
        rng = random.Random(-seed - 1)
        changes = sorted(rng.sample(range(1, steps), min(rng.choice([1, 2]), steps - 1)))
        schedule = [
            (until, min(10.0, rule.learning_rate * rng.choice([0.1, 0.5, 2, 10]))) for until in changes
        ]
        try:
            path = with_schedule(loss, rule, start, steps, schedule)
        except ValueError:  # no value at the start
            continue
        claims = diagnose(path).claims
        assert claims
        judge = Judge(loss, path.optimizer.rule, path, schedule if not path.diverged else ended(path))
        for claim in claims:
            if why := judge.false(claim):
                wrong.append(f"{seed}: {loss.text} {rule} {schedule} from {start}, {steps}: {claim}: {why}")
    assert not wrong, "\n".join(wrong)


def with_schedule(loss, rule, start, steps, schedule):
    rates, ends = [*(rate for _, rate in schedule), rule.learning_rate], [*(u for u, _ in schedule), steps]
    rules = [rule._replace(learning_rate=rate) for rate in rates]
    path = descend(loss, rules[0].optimizer, start, ends[0])
    for one, before, until in zip(rules[1:], ends, ends[1:], strict=False):
        path = resumed(path, one.optimizer, until - before)
    return path


def ended(path):
    """The rates that a run had which ended before the others."""
    return [(until, optimizer.rule.learning_rate) for until, optimizer in path.earlier]

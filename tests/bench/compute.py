"""What the server computes: the core's steps, a changed learning rate, and hostile formulas.

python tests/bench/compute.py
"""

import asyncio
import contextlib
import random
import statistics
import sys
import time
import urllib.parse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sympy.core.cache import clear_cache

sys.path.insert(0, str(Path(__file__).parents[2]))
from gdviz.core.descent import descend
from gdviz.core.formula import FormulaError, parse
from gdviz.core.losses import losses_of
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.link.settings import Settings
from gdviz.web.tasks import worked_out
from tests.bench.classroom import Student, Tally
from tests.server import serve

HOSTILE = [
    "9**9**9**9",
    "((((9^9)^9)^9)^9)^9",
    "(1/3)^20" + "*(1/3)^20" * 20,
    "exp(" * 30 + "W" + ")" * 30,
    "sin(cos(" * 13 + "W" + "))" * 13,
    "abs(" * 30 + "W" + ")" * 30,
    "sqrt(W^2+" * 14 + "1" + ")" * 14,
    "*".join(f"(W-{i})" for i in range(14)),
    "(W+1)^20*(W-1)^20*(W+2)^20*exp(W)",
    "tan(W)^20/tanh(W)^20*log(W)^20",
    "__import__('os').system('true')",
    "(" * 100 + "W" + ")" * 99,
    "W" + "-W" * 30,
    "1e308*1e308",
]


def milliseconds(work: Callable[[], object], times: int) -> list[float]:
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(1000 * (time.perf_counter() - start))
    return spent


def show(what: str, figure: float, bar: float, unit: str) -> None:
    print(f"{what}: {figure:.1f} {unit} (bar {bar} {unit}): {'holds' if figure <= bar else 'does NOT hold'}")


def thousand_steps() -> float:
    """The slowest loss's 1,000 steps, each loss taken at its median."""
    gd = OPTIMIZERS["gd"]
    medians = []
    for loss in losses_of(1).values():
        medians.append(
            statistics.median(
                milliseconds(lambda: descend(loss, gd(loss.learning_rate), loss.start, 1000), 15)  # noqa: B023
            )
        )
    return max(medians)


def ten_thousand_steps() -> float:
    """10,000 steps of the slowest rule on the slowest landscape, each taken at its median."""
    medians = []
    for loss in losses_of(2).values():
        for rule in OPTIMIZERS.values():
            optimizer = rule(loss.learning_rate / 100)
            spent = milliseconds(lambda: descend(loss, optimizer, loss.start, 10_000), 3)  # noqa: B023
            medians.append(statistics.median(spent))
    return max(medians)


def changed_race() -> float:
    """A race of six on a landscape, 60 frames, one of its rates not asked for before, median."""
    six = ",".join(f"{rule}:0.01" for rule in list(OPTIMIZERS)[:6])
    query = {"loss": "himmelblau", "steps": "60", "race": six}
    settings, _ = Settings.from_query(query)
    last = settings.race[-1]

    def change() -> None:
        changed = last._replace(learning_rate=10 ** random.uniform(-3, -1))
        worked_out(replace(settings, race=(*settings.race[:-1], changed)))

    milliseconds(change, 5)
    return statistics.median(milliseconds(change, 100))


def changed_rate(query: dict[str, str]) -> float:
    """Core, pictures and serialising of 60 frames at a rate not asked for before, median."""
    settings, _ = Settings.from_query({**query, "steps": "60"})

    def change() -> None:
        worked_out(replace(settings, eta=settings.eta * 10 ** random.uniform(-2, 0)))

    milliseconds(change, 20)
    return statistics.median(milliseconds(change, 200))


async def sent(url: str, query: str) -> float:
    """The most that one change of the rate sends with 60 frames, in kB, of 30."""
    tally = Tally()
    student = Student(url, tally, query=query, pause=(0, 0))
    await student.attend(0, time.perf_counter() + 2)
    assert not tally.errors, tally.errors
    return max(tally.sizes) / 1000


def hostile_formula() -> float:
    """The longest that any of the hostile formulas takes to be read or refused, the first time."""

    def read(text: str) -> None:
        with contextlib.suppress(FormulaError):
            parse(text)

    def first_time(text: str) -> float:
        parse.cache_clear()
        clear_cache()
        return milliseconds(lambda: read(text), 1)[0]

    return max(map(first_time, HOSTILE))


if __name__ == "__main__":
    show("1,000 steps of the core, slowest loss", thousand_steps(), 5, "ms")
    show("10,000 steps, slowest rule and landscape", ten_thousand_steps(), 150, "ms")
    show("a changed rate, 60 frames: server time", changed_rate({}), 10, "ms")
    landscape = {"loss": "himmelblau", "opt": "adam"}
    show("the same on a landscape: server time", changed_rate(landscape), 15, "ms")
    show("a race of six: server time", changed_race(), 30, "ms")
    with serve() as server:
        show("a changed rate, 60 frames: sent", asyncio.run(sent(server.url, "steps=60")), 40, "kB")
        query = urllib.parse.urlencode({**landscape, "steps": "60"})
        show("the same on a landscape: sent", asyncio.run(sent(server.url, query)), 80, "kB")
    show("a hostile formula, read or refused", hostile_formula(), 50, "ms")

"""What learning costs: an epoch against bare matrix products, and a change on the network's page.

    python tests/bench/learning.py [PLAYGROUND]

With a checkout of TensorFlow Playground, see playground.py, batches of ten are timed beside its own.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.link.settings import Settings
from gdviz.network.training import train
from gdviz.web.tasks import shown
from tests.bench import playground
from tests.bench.compute import sent, show
from tests.server import serve

QUERY = {"lesson": "network", "data": "circles", "layers": "8,8", "epochs": "500"}


def seconds(work: Callable[[], object], times: int) -> float:
    """The median time of some work."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


def epoch_against_products() -> float:
    """An epoch of 2-8-8-1 on 200 examples, loss, gradient and update, against its matrix products."""
    job = Settings.from_query(QUERY)[0].job
    network, optimizer = job.network, OPTIMIZERS["gd"](0.1)
    random = np.random.default_rng(0)
    layers = [random.standard_normal((a, b)) for a, b in ((2, 8), (8, 8), (8, 1))]
    outputs = [random.standard_normal((200, n)) for n in (2, 8, 8)]
    deltas = [random.standard_normal((200, n)) for n in (8, 8, 1)]

    def products() -> None:
        for a, W in zip(outputs, layers, strict=True):
            a @ W
        for a, d in zip(outputs, deltas, strict=True):
            a.T @ d
        for W, d in zip(layers[1:], deltas[1:], strict=True):
            d @ W.T

    weights, memory = job.start, optimizer.init(job.start)

    def epoch() -> None:
        nonlocal weights, memory
        network.value(weights)
        change, memory = optimizer.update(network.gradient(weights), memory)
        weights = weights - change

    ratios = [seconds(epoch, 300) / seconds(products, 300) for _ in range(7)]
    return statistics.median(ratios)


def epoch(batch: int) -> float:
    """Milliseconds of an epoch of a training of 2-8-8-1 on 200 examples, all that is kept of it included."""
    settings, _ = Settings.from_query({**QUERY, "points": "200", "batch": str(batch)})
    spent = [seconds(lambda: train(settings.job), 1) / int(QUERY["epochs"]) for _ in range(7)]
    return 1000 * statistics.median(spent)


def first_time() -> float:
    """Training 500 epochs of 2-8-8-1 and all that the page shows of it, in ms, from a new seed each time."""
    spent = []
    for seed in range(20):
        settings, _ = Settings.from_query({**QUERY, "seed": str(seed)})
        spent.append(1000 * seconds(lambda: shown(settings), 1))  # noqa: B023
    return statistics.median(spent)


if __name__ == "__main__":
    show("an epoch of 2-8-8-1 on 200 examples", epoch_against_products(), 4, "times its matrix products")
    print(f"an epoch of a training, all examples at once: {epoch(0):.3f} ms")
    if len(sys.argv) > 1:
        with tempfile.TemporaryDirectory() as folder:
            theirs = playground.epoch(Path(sys.argv[1]), Path(folder))
        ours = epoch(10)
        print(f"an epoch in batches of ten: {ours:.3f} ms, that of nn.ts {theirs:.3f} ms")
        show("the one by the other", ours / theirs, 1, "")
    show("500 epochs of it and what the page shows, first time", first_time(), 250, "ms")
    with serve() as server:
        query = "&".join(f"{field}={said}" for field, said in QUERY.items())
        show("the same, sent", asyncio.run(sent(server.url, query)), 250, "kB")

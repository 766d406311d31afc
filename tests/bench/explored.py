"""Runs that the light page makes itself, beside those of Python: python -m tests.bench.explored"""

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.explored import Node, choice, random_settings, sent, wrong

COUNT, AT_ONCE = 10_000, 250


def main(count: int) -> None:
    rng, found, began = random.Random(0), Counter[str](), time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        node = Node(Path(folder))
        for _ in range(0, count, AT_ONCE):
            pairs = [random_settings(rng) for _ in range(AT_ONCE)]
            made = node.said([(sent(first), choice(settings)) for first, settings in pairs])
            known = node.said([(sent(settings), None) for _, settings in pairs])
            for (_, settings), mine, other in zip(pairs, made, known, strict=True):
                found["runs"] += 1
                found["all digits"] += mine["table"] == other["table"]
                found["end sooner"] += mine["last"] < other["last"]
                if faults := wrong(mine, other):
                    found["wrong"] += 1
                    print(settings.to_query(), faults[:3])
    print(f"{dict(found)}, {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)

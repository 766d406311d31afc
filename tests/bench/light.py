"""The class of 3,000 on the light page within a minute, each with one of thirty lessons and a change of it.

    python -m tests.bench.light [--students 3000] [--seconds 60]

Requests go to the class's server itself, without anything in front. The bars: every page within 1 s, and
10 s of the server's and its worker's time in all.
"""

import argparse
import asyncio
import os
import random
import statistics
import time
from pathlib import Path
from urllib.parse import urlsplit

from tests.server import CLASS_SERVER, serve, workers

LESSONS = [
    f"loss={loss}&eta={eta}&lang={lang}"
    for loss in ("bowl", "double-well", "ripples", "himmelblau", "valley")
    for eta in (0.05, 0.1, 0.3)
    for lang in ("en", "ja")
]
BARS = {"page": 1.0, "time": 10.0}


async def fetch(host: str, path: str) -> float:
    """Seconds until all of an answer is there."""
    start = time.perf_counter()
    reader, writer = await asyncio.open_connection(*host.split(":"))
    lines = (f"GET {path} HTTP/1.1", f"Host: {host}", "Accept-Encoding: br", "Connection: close", "", "")
    writer.write("\r\n".join(lines).encode())
    answer = await reader.read()
    writer.close()
    if not answer.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(f"not served: {answer[:60]!r}")
    return time.perf_counter() - start


async def student(host: str, at: float) -> tuple[float, float]:
    await asyncio.sleep(at)
    lesson = random.choice(LESSONS)
    page = await fetch(host, f"/lesson?{lesson}")
    await asyncio.sleep(random.uniform(1, 5))
    rate = random.choice((0.02, 0.2, 0.4, 0.7))
    return page, await fetch(host, f"/lesson/run?{lesson}&change=eta&to={rate}")


def used(pid: int) -> float:
    """Seconds of processor time of a process."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def lesson(host: str, students: int, seconds: float) -> list[tuple[float, float]]:
    return await asyncio.gather(*(student(host, random.uniform(0, seconds)) for _ in range(students)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--students", type=int, default=3000)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    with serve(script=CLASS_SERVER) as server:
        time.sleep(40)  # until its files are compressed, which is not the class's time
        processes = [server.pid, *workers(server.pid)]
        before = sum(map(used, processes))
        times = asyncio.run(lesson(urlsplit(server.url).netloc, given.students, given.seconds))
        took = sum(map(used, processes)) - before
    pages, runs = zip(*times, strict=True)
    for name, values in (("page", pages), ("changed run", runs)):
        ordered = statistics.quantiles(values, n=100)
        middle, late = 1000 * ordered[49], 1000 * ordered[98]
        print(f"{name}: p50 {middle:.0f} ms, p99 {late:.0f} ms, at most {max(values):.2f} s")
    print(f"server and worker: {took:.1f} s, {1000 * took / len(times):.1f} ms a student")
    held = max(pages) <= BARS["page"] and took <= BARS["time"]
    print("the bars hold" if held else f"the bars do NOT hold: {BARS}")


if __name__ == "__main__":
    main()

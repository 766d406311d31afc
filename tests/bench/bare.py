"""What a changed rate, a first page and a session cost the server, by what Streamlit itself costs.

    python -m tests.bench.bare [--changes 300] [--sessions 60]

The same client asks a page with the same two widgets that do nothing, and ours, one after the other;
processor time is the server's and its worker's. The bars: a change on one weight at most 1.5 times
Streamlit's own, on a landscape 1.7 times; a first page 2 times; a session at most 0.4 MB more.
"""

import argparse
import asyncio
import random
from collections.abc import Callable, Coroutine
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.bench.classroom import TRACK, Student, Tally
from tests.bench.light import used
from tests.bench.soak import resident
from tests.server import Server, serve, workers

PAGES = {
    "bare": ("tests/bench/bare_page.py", "lang=en"),
    "one weight": ("app.py", "loss=bowl&lang=en"),
    "landscape": ("app.py", "loss=himmelblau&lang=en"),
}
BARS = {"one weight": 1.5, "landscape": 1.7}
FIRST, MORE = 2.0, 0.4


def spent(server: Server) -> float:
    """Seconds of processor time so far."""
    return sum(map(used, [server.pid, *workers(server.pid)]))


async def open_page(url: str, query: str, then: Callable[[Student, Any], Coroutine]) -> None:
    student = Student(url, Tally(), query)
    address = f"ws://{student.host}/_stcore/stream"
    async with websockets.connect(address, subprotocols=["streamlit"], max_size=None) as socket:
        message = BackMsg()
        message.rerun_script.query_string = query
        await socket.send(message.SerializeToString())
        await student.until_finished(socket)
        await then(student, socket)


def costs(script: str, query: str, changes: int, sessions: int) -> tuple[float, float, float]:
    """Milliseconds of a change and of a first page, and MB of a session that is open."""

    async def change(student: Student, socket: Any) -> None:
        chance = random.Random(1)
        for _ in range(changes):
            await student.change(socket, "eta", chance.choice(TRACK))

    async def stay(student: Student, socket: Any) -> None:
        await asyncio.sleep(20)

    async def crowd(url: str) -> None:
        await asyncio.gather(*(open_page(url, query, stay) for _ in range(sessions)))

    with serve(script=script) as server:
        asyncio.run(open_page(server.url, query, change))  # what is made once is made
        before = spent(server)
        asyncio.run(open_page(server.url, query, change))
        took = spent(server) - before
        memory, before = resident(server.pid), spent(server)

        async def both() -> tuple[float, float]:
            task = asyncio.create_task(crowd(server.url))
            await asyncio.sleep(15)
            there = resident(server.pid), spent(server)
            await task
            return there

        later, end = asyncio.run(both())
        first = (end - before) / sessions
        return 1000 * (took - first) / changes, 1000 * first, (later - memory) / sessions


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--changes", type=int, default=300)
    parser.add_argument("--sessions", type=int, default=60)
    given = parser.parse_args()
    bare = None
    for name, (script, query) in PAGES.items():
        change, first, memory = costs(script, query, given.changes, given.sessions)
        print(
            f"{name}: a change {change:.1f} ms, a first page {first:.1f} ms, a session {memory:.2f} MB",
            end="",
        )
        if bare is None:
            bare = change, first, memory
            print()
            continue
        ratios = change / bare[0], first / bare[1], memory - bare[2]
        held = ratios[0] <= BARS[name] and ratios[1] <= FIRST and ratios[2] <= MORE
        verdict = "the bars hold" if held else "the bars do NOT hold"
        print(
            f": {ratios[0]:.2f} and {ratios[1]:.2f} times Streamlit's own, {ratios[2]:.2f} MB more: {verdict}"
        )


if __name__ == "__main__":
    main()

"""What some do to the page of the others: a worker that dies, cold starts, trainings, races, typing, lies.

    python tests/bench/neighbours.py [kill] [cold] [trainings] [races] [typists] [lies]

kill: the worker is killed five times while twenty students change the rate of a typed loss.
cold: twenty students open one typed formula's link at once, on a server that has just been started.
trainings: 25, 50 and 100 sessions open a network each that nobody else has.
races: twenty students, alone and beside five who change a race of six times 10,000 steps without pause.
typists: twenty students type a formula each, a new one every 1.5 s.
lies: a client reports clicks that no page can make, and 4 MB of numbers.
"""

import asyncio
import json
import os
import random
import signal
import statistics
import sys
import time
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.bench.classroom import FORMULA, PAUSE, RACE, Racer, Student, Tally, Typist, memory, p95
from tests.server import Server, serve, workers


def told(what: str, tally: Tally, more: str = "") -> None:
    changes = tally.changes or [float("nan")]
    print(
        f"{what}: {len(tally.pages)} pages, {len(tally.changes)} changes, errors {len(tally.errors)}, "
        f"sorry {tally.sorry}; first page p50 {statistics.median(tally.pages or [float('nan')]):.2f} s, "
        f"last {max(tally.pages, default=float('nan')):.2f} s; change p50 {statistics.median(changes):.3f}, "
        f"p95 {p95(changes):.3f}, max {max(changes):.2f} s{more}"
    )
    for error in sorted(set(tally.errors))[:3]:
        print("   ", error[:200])
    sys.stdout.flush()


async def together(students: list[Student], seconds: float, spread: float = 0.0) -> None:
    end = time.perf_counter() + spread + seconds
    await asyncio.gather(*(one.attend(spread * i / len(students), end) for i, one in enumerate(students)))


async def kill(server: Server) -> None:
    tally, plain = Tally(), Tally()
    class_ = [Student(server.url, tally, f"{FORMULA}&w={1 + i / 20}", (1, 2)) for i in range(20)]
    class_ += [Student(server.url, plain, "", (1, 2)) for _ in range(20)]

    async def killing() -> None:
        for _ in range(5):
            await asyncio.sleep(5)
            for pid in workers(server.pid):
                os.kill(pid, signal.SIGKILL)

    start = asyncio.create_task(killing())
    await together(class_, 35, 4)
    await start
    told("worker killed five times, typed losses", tally)
    told("  the same time, plain pages", plain)


async def cold(server: Server) -> None:
    tally = Tally()
    await together([Student(server.url, tally, FORMULA) for _ in range(20)], 0)
    told("twenty at once on a fresh server", tally)


async def trainings(server: Server, sessions: int) -> None:
    tally = Tally()
    link = "lesson=network&data=circles&layers=8,8&epochs=1000&opt=adam&eta=0.02&seed="
    seeds = random.sample(range(10_000), sessions)
    start = time.perf_counter()
    await together([Student(server.url, tally, f"{link}{seed}") for seed in seeds], 0)
    took = time.perf_counter() - start
    told(
        f"{sessions} trainings", tally, f"; {took / sessions:.3f} s each, server {memory(server.pid):.0f} MB"
    )
    for pid in workers(server.pid):
        print(f"    worker {memory(pid):.0f} MB")


async def races(server: Server) -> None:
    for racers in (0, 5, 0, 5):
        tally, heavy = Tally(), Tally()
        class_ = [Student(server.url, tally, ["", "loss=himmelblau"][i % 2], PAUSE) for i in range(20)]
        class_ += [Racer(server.url, heavy, RACE, (0, 0)) for _ in range(racers)]
        await together(class_, 22, 3)
        told(f"twenty beside {racers} heavy races", tally)
        if racers:
            sent = statistics.median(heavy.sizes) / 1000 if heavy.sizes else float("nan")
            told("  the races", heavy, f", sent {sent:.0f} kB")


async def typists(server: Server) -> None:
    tally = Tally()
    await together([Typist(server.url, tally, FORMULA, (1.3, 1.7)) for _ in range(20)], 25, 3)
    told("twenty typists", tally)


LIES: dict[str, object] = {
    "start": ["x", None, {}, [[1]], [float("nan")], [True], ["5"], [1, 2, 3], [0.5] * 800_000],
    "weight": ["x", [1], 1.5, True, None, -1, 10**400, list(range(500_000))],
    "shown": [[], {}, "x", True, 1e308, [0.5] * 800_000],
    "panel": ["x", None, [], {"tool": "home"}, {"tool": "x", "step": 1}, {"tool": [], "step": {}}],
}


class Liar(Student):
    """Reports what no page can report, and notes how long each takes."""

    async def attend(self, arrival: float, end: float) -> None:
        for name, values in LIES.items():
            for value in values:  # type: ignore[attr-defined]
                await self.lie(name, value)

    async def lie(self, name: str, value: object) -> None:
        stream = f"ws://{self.host}/_stcore/stream"
        async with websockets.connect(stream, subprotocols=["streamlit"], max_size=None) as socket:
            message = BackMsg()
            message.rerun_script.query_string = self.query
            await socket.send(message.SerializeToString())
            await self.until_finished(socket)
            sent = BackMsg()
            sent.rerun_script.page_script_hash = self.page
            sent.rerun_script.cached_message_hashes.extend(self.hashes)
            widgets = sent.rerun_script.widget_states.widgets
            text = json.dumps([{"event": name, "value": value}])
            widgets.add(id=f"$$STREAMLIT_INTERNAL_KEY_{self.trigger}__events").json_trigger_value = text
            start = time.perf_counter()
            try:
                await socket.send(sent.SerializeToString())
                await self.until_finished(socket)
                took = time.perf_counter() - start
                self.tally.changes.append(took)
                print(f"    {name} {text[:60]!r} ({len(text) / 1e6:.1f} MB): {1000 * took:.0f} ms")
            except websockets.ConnectionClosed as closed:
                print(
                    f"    {name} {text[:60]!r} ({len(text) / 1e6:.1f} MB): connection closed, {closed}, "
                    f"{1000 * (time.perf_counter() - start):.0f} ms"
                )
            except RuntimeError as error:
                self.tally.errors.append(f"{name} {text[:60]!r}: {error}")


async def lies(server: Server) -> None:
    tally = Tally()
    await Liar(server.url, tally).attend(0, 0)
    told("lies", tally)


def main() -> None:
    named = sys.argv[1:] or ["kill", "cold", "trainings", "races", "typists", "lies"]
    for name in named:
        if name == "cold":
            for _ in range(3):
                with serve() as server:
                    asyncio.run(cold(server))
        elif name == "trainings":
            for sessions in (25, 50, 100):
                with serve() as server:
                    asyncio.run(trainings(server, sessions))
        else:
            with serve() as server:
                asyncio.run({"kill": kill, "races": races, "typists": typists, "lies": lies}[name](server))


if __name__ == "__main__":
    main()

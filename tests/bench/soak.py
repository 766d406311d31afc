"""Eight hours of class in minutes: sessions that come, change everything, take the light page, and leave.

    python -m tests.bench.soak [--sessions 2000] [--at-once 20]

Prints what the server and its worker hold after each part, and after the time that Streamlit keeps who may
come back. The bars: memory, files and threads are at the end where they were after the first part, + a tenth;
server and worker together at most 450 MB; at most four files a session.
"""

import argparse
import asyncio
import os
import random
import time
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.bench.classroom import Student, Tally
from tests.bench.light import fetch
from tests.server import CLASS_SERVER, serve, workers

QUERIES = [
    "",
    "loss=himmelblau&opt=adam",
    "loss=valley&race=gd:0.95,momentum:0.1,adam:0.3",
    "lesson=network&data=moons&layers=4&epochs=50",
    "formula=W^4/4-W^2&w=1.3",
    "loss=bowl&eta=0.3&predict=on",
    "loss=ripples&steps=1000",
]
PARTS, KEPT = 4, 150  # seconds for which a session that has gone is kept, and some


class Visitor(Student):
    """Comes, changes what it finds, and leaves."""

    async def visit(self, number: int) -> None:
        query = random.choice(QUERIES) + f"&lang={random.choice(['en', 'ja'])}"
        address = f"ws://{self.host}/_stcore/stream"
        async with websockets.connect(address, subprotocols=["streamlit"], max_size=None) as socket:
            message = BackMsg()
            message.rerun_script.query_string = query
            await socket.send(message.SerializeToString())
            await self.until_finished(socket)
            for key in ("eta", "steps", "eta"):
                if key in self.widgets:
                    await self.change(
                        socket, key, 20 + number % 50 if key == "steps" else 10 ** random.uniform(-3, 0)
                    )
            await fetch(self.host, f"/lesson?{query.replace('^', '%5E')}")


def resident(pid: int) -> float:
    """MB that a process has in memory."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def held(server: int) -> tuple[float, float, int, int]:
    """MB of the server and of its worker, files and threads of the server."""
    files = len(os.listdir(f"/proc/{server}/fd"))
    return (
        resident(server),
        sum(map(resident, workers(server))),
        files,
        len(os.listdir(f"/proc/{server}/task")),
    )


async def visits(url: str, count: int, at_once: int, errors: list[str]) -> None:
    waiting = list(range(count))

    async def one() -> None:
        while waiting:
            try:
                await Visitor(url, Tally()).visit(waiting.pop())
            except Exception as error:
                errors.append(f"{type(error).__name__}: {error}")

    await asyncio.gather(*(one() for _ in range(at_once)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sessions", type=int, default=2000)
    parser.add_argument("--at-once", type=int, default=20)
    given = parser.parse_args()
    errors: list[str] = []
    with serve(script=CLASS_SERVER) as server:
        found = []

        def look(when: str) -> None:
            found.append(held(server.pid))
            own, worker, files, threads = found[-1]
            print(f"{when:28}{own:7.0f} + {worker:4.0f} MB{files:6d} files{threads:5d} threads", flush=True)

        look("at the beginning")
        start = time.perf_counter()
        for part in range(PARTS):
            asyncio.run(visits(server.url, given.sessions // PARTS, given.at_once, errors))
            look(f"after {(part + 1) * given.sessions // PARTS} sessions")
        print(f"in {time.perf_counter() - start:.0f} s, {len(errors)} errors", *errors[:3], sep="\n  ")
        time.sleep(KEPT)
        # Streamlit lets go of those who do not come back when the next one comes.
        asyncio.run(visits(server.url, 1, 1, errors))
        look(f"{KEPT} s later")
    first, last = found[1], found[-1]
    grown = [
        name
        for name, one, other in zip(("server", "worker", "files", "threads"), first, last, strict=True)
        if other > 1.1 * one
    ]
    most = max(own + worker for own, worker, *_ in found)
    print(f"at most {most:.0f} MB; grown: {', '.join(grown) or 'nothing'}")
    print("the bars hold" if not grown and most <= 450 and not errors else "the bars do NOT hold")


if __name__ == "__main__":
    main()

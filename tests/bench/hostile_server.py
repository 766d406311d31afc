"""Hostile visitors of a class's server, and what a class beside them notices.

    python -m tests.bench.hostile_server [--count 10000]

Links of the tests' hostile kinds go to the light page, by a few clients at a time; beside them stand sockets
that say nothing or one letter a second, sessions that are opened and never used, and messages of 4 MB. A
class of ten changes the rate all the while, and before without all that. The bars: its p95 at most doubled,
no traceback, no answer of another kind than it should be, and a server that is well afterwards.
"""

import argparse
import asyncio
import contextlib
import random
import statistics
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import websockets

from tests.bench.classroom import Student, Tally, p95
from tests.hostile import examples, links
from tests.server import CLASS_SERVER, serve

AT_ONCE = 8
STATUS = {200, 400, 414, 503}
BAR = 2.0


async def ask(host: str, path: str) -> tuple[int, bytes]:
    reader, writer = await asyncio.open_connection(*host.split(":"))
    lines = (f"GET {path} HTTP/1.1", f"Host: {host}", "Connection: close", "", "")
    writer.write("\r\n".join(lines).encode())
    answer = await asyncio.wait_for(reader.read(), 120)
    writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), body


async def liars(host: str, queries: list[dict[str, str]], wrong: list[str]) -> None:
    """Each link in its turn, as a page and as a run."""
    waiting = list(queries)

    async def one() -> None:
        while waiting:
            query = waiting.pop()
            text = urlencode(query, errors="surrogatepass")[:3900]
            path = random.choice(["/lesson?", "/lesson/run?change=eta&to=0.2&", "/lesson/run?change=w&to=x&"])
            status, body = await ask(host, path + text)
            if status not in STATUS or b"Traceback" in body:
                wrong.append(f"{status}: {path}{text[:200]}")

    await asyncio.gather(*(one() for _ in range(AT_ONCE)))


async def silent(host: str, end: asyncio.Event) -> None:
    """A socket that says nothing, or a request a letter at a time."""
    with contextlib.suppress(OSError):
        _, writer = await asyncio.open_connection(*host.split(":"))
        slow = random.random() < 0.5
        for letter in "GET /lesson HTTP/1.1\r\nHost: x\r\nX: " + "y" * 1000:
            if end.is_set():
                break
            if slow:
                writer.write(letter.encode())
                await writer.drain()
            await asyncio.sleep(1)
        writer.close()


async def session(host: str, end: asyncio.Event, loud: bool) -> None:
    """A WebSocket that is never used, or that sends what is too large, and what is no message."""
    while not end.is_set():
        try:
            address = f"ws://{host}/_stcore/stream"
            async with websockets.connect(address, subprotocols=["streamlit"], max_size=None) as socket:
                while not end.is_set():
                    await asyncio.sleep(2)
                    if loud:
                        await socket.send(random.randbytes(random.choice((10, 1000, 4_000_000))))
        except (OSError, websockets.WebSocketException):
            await asyncio.sleep(1)


async def class_of_ten(url: str, seconds: float) -> Tally:
    tally, end = Tally(), time.perf_counter() + seconds
    await asyncio.gather(*(Student(url, tally, pause=(0.5, 1.0)).attend(0, end) for _ in range(10)))
    return tally


async def ask_for_health(host: str, wrong: list[str]) -> None:
    status, body = await ask(host, "/health")
    if (status, body) != (200, b"ok"):
        wrong.append(f"afterwards: {status} {body[:80]!r}")


async def attack(url: str, count: int) -> tuple[Tally, Tally, list[str], float]:
    host, wrong = urlsplit(url).netloc, []
    before = await class_of_ten(url, 20)
    end = asyncio.Event()
    others = [asyncio.create_task(silent(host, end)) for _ in range(200)]
    others += [asyncio.create_task(session(host, end, loud=i < 20)) for i in range(500)]
    queries = examples(links(), count)
    start = time.perf_counter()
    lies = asyncio.create_task(liars(host, queries, wrong))
    beside = await class_of_ten(url, 40)
    await lies
    took = time.perf_counter() - start
    end.set()
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await ask_for_health(host, wrong)
    return before, beside, wrong, took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log"
        with path.open("wb") as log, serve(script=CLASS_SERVER, log=log) as server:
            before, beside, wrong, took = asyncio.run(attack(server.url, given.count))
        text = path.read_text(errors="replace")
    ratio = p95(beside.changes) / p95(before.changes)
    middle = statistics.median(beside.changes)
    print(
        f"{given.count} hostile links in {took:.0f} s; {len(beside.errors)} errors of the class",
        *beside.errors[:3],
    )
    print(f"a change of the class: p95 {1000 * p95(before.changes):.0f} ms alone, beside them")
    print(f"  p50 {1000 * middle:.0f} ms, p95 {1000 * p95(beside.changes):.0f} ms, {ratio:.1f} times")
    print(f"log: {len(text) / 1e3:.0f} kB, {text.count('Traceback')} tracebacks")
    print(f"{len(wrong)} wrong answers", *wrong[:5], sep="\n  ")
    held = ratio <= BAR and not wrong and not beside.errors and "Traceback" not in text
    print("the bars hold" if held else "the bars do NOT hold")


if __name__ == "__main__":
    main()

"""A class opens the page and everyone keeps changing the learning rate.

    python tests/bench/classroom.py [--students 300] [--arrive 60] [--seconds 60] [--training 0]
                                    [--typing 0] [--racing 0] [--defaults]

Each student loads the page, opens a session as a browser does, waits for the first page, and
then changes the learning rate about every three seconds, by turns of chance to one of the track or
to one of three digits, which hardly anybody else has. Loads and changes
are timed from the request until the script has finished and all of it has arrived.
Of ``--training`` further sessions each has a network learn something new as soon as the last
is done, of ``--typing`` each types formulas, and of ``--racing`` each changes a race of six × 10,000 steps,
while the class is on the pages of one and two weights.
``--defaults`` serves with Streamlit's own settings in place of .streamlit/config.toml.
"""

import argparse
import asyncio
import random
import statistics
import sys
import time
import urllib.parse
from dataclasses import dataclass, field
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

sys.path.insert(0, str(Path(__file__).parents[2]))
from gdviz.charts.thresholds_scale import MANTISSAS
from tests.server import serve

# Every other student looks at a landscape.
QUERIES = ["", "loss=himmelblau&opt=momentum", "", "loss=valley"]
LEARNING = "lesson=network&data=spiral&layers=12,12&opt=adam&epochs=1000&eta=0.02"
RULES = ("gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam")
RACE = f"loss=himmelblau&steps=10000&every=100&race={','.join(f'{rule}:0.001' for rule in RULES)}"
FORMULA = "formula=W^4/4-W^2%2Bsin(W)/3"
PAUSE = (2.0, 4.0)
TRACK = [rate for power in range(-4, 1) for m in MANTISSAS if (rate := float(f"{m}e{power}")) < 1.2]
DEFAULTS = ("--server.fileWatcherType", "auto", "--runner.postScriptGC", "true")
BARS = {"change p95": 0.3, "first page p95": 1.0, "memory": 300.0}


@dataclass
class Tally:
    pages: list[float] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    sorry: int = 0  # pages that say that something could not be worked out


class Student:
    """One browser: a session and the state of its widgets."""

    def __init__(self, url: str, tally: Tally, query: str = "", pause: tuple[float, float] = PAUSE):
        self.query, self.pause = query, pause
        self.host = urllib.parse.urlsplit(url).netloc
        self.tally = tally
        self.hashes: set[str] = set()
        self.page = self.trigger = ""
        self.widgets: dict[str, tuple[str, str]] = {}  # by their keys: their ids and their fragments

    async def attend(self, arrival: float, end: float) -> None:
        await asyncio.sleep(arrival)
        try:
            start = time.perf_counter()
            await self.load_page()
            async with websockets.connect(
                f"ws://{self.host}/_stcore/stream", subprotocols=["streamlit"], max_size=None
            ) as socket:
                message = BackMsg()
                message.rerun_script.query_string = self.query
                message.rerun_script.context_info.locale = random.choice(["ja-JP", "en-US"])
                await socket.send(message.SerializeToString())
                await self.until_finished(socket)
                self.tally.pages.append(time.perf_counter() - start)
                while time.perf_counter() < end:
                    await asyncio.sleep(random.uniform(*self.pause))
                    await self.change_rate(socket)
        except Exception as error:
            self.tally.errors.append(f"{type(error).__name__}: {error}")

    async def load_page(self) -> None:
        reader, writer = await asyncio.open_connection(*self.host.split(":"))
        writer.write(f"GET / HTTP/1.1\r\nHost: {self.host}\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
        if not answer.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"the page was not served: {answer[:40]!r}")

    async def change_rate(self, socket: websockets.ClientConnection) -> None:
        # From 0.0001 to 1.1, as the track has them, or any.
        on_track = random.random() < 0.5
        rate = random.choice(TRACK) if on_track else float(f"{10 ** random.uniform(-4, 0.1):.3g}")
        await self.change(socket, "eta", rate)

    async def change(self, socket: websockets.ClientConnection, key: str, value: float | str) -> None:
        """Set a widget, and wait for what the page shows then."""
        widget, fragment = self.widgets[key]
        message = BackMsg()
        message.rerun_script.page_script_hash = self.page
        message.rerun_script.fragment_id = fragment
        message.rerun_script.cached_message_hashes.extend(self.hashes)
        state = message.rerun_script.widget_states.widgets.add(id=widget)
        if isinstance(value, str):
            state.string_value = value
        else:
            state.double_value = value
        start = time.perf_counter()
        await socket.send(message.SerializeToString())
        self.tally.sizes.append(await self.until_finished(socket))
        self.tally.changes.append(time.perf_counter() - start)

    async def until_finished(self, socket: websockets.ClientConnection) -> int:
        """Take in messages until the script has finished; how many bytes they were."""
        size = 0
        while True:
            data = await asyncio.wait_for(socket.recv(), timeout=60)
            size += len(data)
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            if message.metadata.cacheable and message.hash:
                self.hashes.add(message.hash)
            if kind == "new_session":
                self.page = message.new_session.page_script_hash
            elif kind == "delta":
                self.notice(message.delta)
            elif kind == "script_finished":
                return size

    def notice(self, delta) -> None:
        element = delta.new_element
        if element.WhichOneof("type") == "exception":
            raise RuntimeError(f"the page shows an error: {element.exception.message}")
        if element.WhichOneof("type") == "button" and element.button.id.endswith("-try_again"):
            self.tally.sorry += 1
        for widget in (element.number_input, element.slider, element.text_input):
            if widget.id:
                key = widget.id.split("-", 2)[-1]
                self.widgets[key] = (widget.id, delta.fragment_id)
        if element.bidi_component.component_name == "gdviz_player":
            self.trigger = element.bidi_component.id


class Racer(Student):
    """Changes the rate of one of six runners."""

    async def change_rate(self, socket):
        await self.change(
            socket, f"eta_of_{random.randrange(6)}", float(f"{10 ** random.uniform(-4, -2):.3g}")
        )


class Typist(Student):
    """Types a formula that nobody else types."""

    async def change_rate(self, socket):
        a, b, c = (random.randint(1, 99) for _ in range(3))
        await self.change(socket, "formula", f"W^4/{a} - W^2/{b} + sin({c}*W/10)")


def memory(pid: int) -> float:
    """The most memory that the server has held, in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else float("nan")


async def lesson(url: str, given: argparse.Namespace) -> list[Tally]:
    """The class's tally, and that of those who do other things."""
    tally, other = Tally(), Tally()
    end = time.perf_counter() + given.arrive + given.seconds
    class_ = [Student(url, tally, query=QUERIES[i % len(QUERIES)]) for i in range(given.students)]
    others = [
        *(Student(url, other, query=LEARNING, pause=(0, 0)) for _ in range(given.training)),
        *(Typist(url, other, query=FORMULA) for _ in range(given.typing)),
        *(Racer(url, other, query=RACE) for _ in range(given.racing)),
    ]
    await asyncio.gather(
        *(one.attend(given.arrive * i / given.students, end) for i, one in enumerate(class_)),
        *(one.attend(given.arrive, end) for one in others),
    )
    return [tally, other]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--students", type=int, default=300)
    parser.add_argument("--arrive", type=float, default=60, help="seconds within which they come")
    parser.add_argument("--seconds", type=float, default=60, help="how long the lesson goes on then")
    parser.add_argument("--training", type=int, default=0, help="sessions that train networks")
    parser.add_argument("--typing", type=int, default=0, help="sessions that type formulas")
    parser.add_argument("--racing", type=int, default=0, help="sessions that change long races")
    parser.add_argument("--defaults", action="store_true", help="serve with Streamlit's own settings")
    given = parser.parse_args()
    with serve(*(DEFAULTS if given.defaults else ())) as server:
        tally, other = asyncio.run(lesson(server.url, given))
        held = memory(server.pid)
    print(f"{given.students} students, {len(tally.pages)} pages, {len(tally.changes)} changes")
    print(f"errors: {len(tally.errors)}", *tally.errors[:3], sep="\n  ")
    print(f"change: p50 {statistics.median(tally.changes):.3f} s, p95 {p95(tally.changes):.3f} s")
    print(f"first page: p50 {statistics.median(tally.pages):.3f} s, p95 {p95(tally.pages):.3f} s")
    print(f"sent a change: median {statistics.median(tally.sizes) / 1000:.1f} kB")
    if other.changes:
        middle = statistics.median(other.changes)
        print(f"{len(other.changes)} changes of others: p50 {middle:.3f} s, errors:")
        print(*other.errors[:3], sep="\n  ")
    print(f"server memory: {held:.0f} MB at most")
    figures = {"change p95": p95(tally.changes), "first page p95": p95(tally.pages), "memory": held}
    held_bars = all(figures[name] <= bar for name, bar in BARS.items())
    complete = not tally.errors + other.errors and len(tally.pages) == given.students
    print("bars hold" if held_bars and complete else f"bars do NOT hold: {figures}, {BARS}")


if __name__ == "__main__":
    main()

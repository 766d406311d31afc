"""Messages that no page sends, by Streamlit's protocol, and what a class beside them notices.

    python -m tests.bench.hostile_messages [--count 1500]

A few sessions send what a client may send that lies: states of the page's own widgets of another kind, or
with numbers and texts that they cannot have; states of widgets that there are not, by the hundred; parts
and pages that there are not; messages for developers; and all these with bytes changed, lost or doubled.
A class of ten changes the rate all the while, and before without all that. The bars: its p95 at most
doubled, none of its pages with an error, five tracebacks a minute at most, and a server that is well
afterwards. Who says of a number that it is a file sees an error on the own page, which is Streamlit's.
"""

import argparse
import asyncio
import math
import random
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.classroom import Student, Tally, p95
from tests.bench.hostile_server import ask_for_health, class_of_ten
from tests.server import CLASS_SERVER, serve

AT_ONCE = 6
IN_A_ROW = 20  # messages before the session has to answer
QUIET = 0.3  # seconds without a message
BAR = 2.0
PAGES = [
    "lang=en",
    "loss=himmelblau&predict=on",
    "lesson=network&epochs=20",
    "formula=W^2",
    "loss=line-fit&pairs=1,2_2,3_3,5",
]
QUERIES = ["", "eta=0.2", "&&&==", "loss=own&formula=" + "(" * 500, "w=" + "9" * 3000]
NUMBERS = [0.0, -1.0, 1e308, -1e308, math.nan, math.inf, -math.inf, 5e-324, 2.0**63, 0.1]
WHOLE = [0, -1, 2**31, 2**63 - 1, -(2**63)]
FALSE_CLICKS = ['[{"event": "eta", "value": {}}]', '[{"event": "w", "value": ["' + "9" * 400 + '"]}]', "[[["]
TEXTS = [
    "",
    "0",
    "1e999",
    "\0",
    "𝕎" * 2000,
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "{}",
    "null",
    "9" * 5000,
]
TEXTS += FALSE_CLICKS


class Visitor(Student):
    """Knows all widgets of its page."""

    def __init__(self, url: str, tally: Tally, query: str) -> None:
        super().__init__(url, tally, query=query)
        self.ids: set[str] = set()
        self.fragments: set[str] = set()

    def notice(self, delta) -> None:
        super().notice(delta)
        element = delta.new_element
        kind = element.WhichOneof("type")
        widget = getattr(element, kind, None) if kind else None
        if getattr(widget, "id", ""):
            self.ids.add(widget.id)
        if delta.fragment_id:
            self.fragments.add(delta.fragment_id)


def state(chance: random.Random, states, id_: str) -> None:
    """The state of a widget, of any kind, with anything in it."""
    one = states.widgets.add(id=id_)
    kind = chance.choice([field for field in one.DESCRIPTOR.fields if field.name != "id"])
    if kind.name in ("trigger_value", "bool_value"):
        setattr(one, kind.name, chance.random() < 0.5)
    elif kind.name == "double_value":
        one.double_value = chance.choice(NUMBERS)
    elif kind.name == "int_value":
        one.int_value = chance.choice(WHOLE)
    elif kind.name in ("string_value", "json_value", "json_trigger_value"):
        setattr(one, kind.name, chance.choice(TEXTS))
    elif kind.name == "bytes_value":
        one.bytes_value = chance.randbytes(50)
    elif kind.message_type:
        inner = getattr(one, kind.name)
        inner.SetInParent()
        data = getattr(inner, "data", None)
        if kind.name == "double_array_value":
            data.extend(chance.choices(NUMBERS, k=chance.choice((0, 1, 2, 3000))))
        elif kind.name == "int_array_value":
            data.extend(chance.choices(WHOLE, k=chance.choice((0, 1, 2, 3000))))
        elif kind.name == "string_array_value":
            data.extend(chance.choices(TEXTS, k=chance.choice((0, 1, 30))))


def message(chance: random.Random, one: Visitor) -> bytes:
    """A message that no page sends."""
    sent = BackMsg()
    kinds = list(sent.DESCRIPTOR.oneofs_by_name["type"].fields)
    kind = chance.choice([*kinds, *[sent.DESCRIPTOR.fields_by_name["rerun_script"]] * 3 * len(kinds)])
    if kind.name == "rerun_script":
        run = sent.rerun_script
        ids = [*one.ids, *(f"$$STREAMLIT_INTERNAL_KEY_{name}__events" for name in one.ids)]
        for _ in range(chance.choice((1, 1, 2, 2, 5, 5, 5, 300))):
            state(chance, run.widget_states, chance.choice([*ids, "", "$$ID-x-None", chance.choice(TEXTS)]))
        run.page_script_hash = chance.choice([one.page, one.page, "", "x" * 100])
        run.fragment_id = chance.choice([*one.fragments, "", "", "nowhere"])
        run.query_string = chance.choice(QUERIES)
        run.is_auto_rerun = chance.random() < 0.2
        run.cached_message_hashes.extend(chance.choices(TEXTS, k=3))
    elif kind.message_type:
        getattr(sent, kind.name).SetInParent()
    elif kind.type == kind.TYPE_BOOL:
        setattr(sent, kind.name, True)
    elif kind.type == kind.TYPE_STRING:
        setattr(sent, kind.name, chance.choice(TEXTS))
    data = bytearray(sent.SerializeToString())
    if data and chance.random() < 0.2:
        at = chance.randrange(len(data))
        change = chance.choice(("flip", "lose", "double"))
        if change == "flip":
            data[at] ^= 1 << chance.randrange(8)
        elif change == "lose":
            del data[at:]
        else:
            data[at:at] = data
    return bytes(data)


async def answers(one: Visitor, socket: websockets.ClientConnection) -> None:
    """Ask for the page anew, and wait until a page has come and nothing follows it."""
    sent = BackMsg()
    sent.rerun_script.query_string = one.query
    await socket.send(sent.SerializeToString())
    is_finished = False
    while True:
        try:
            data = await asyncio.wait_for(socket.recv(), QUIET if is_finished else 30)
        except TimeoutError:
            if is_finished:
                return
            raise
        seen = ForwardMsg.FromString(data)
        kind = seen.WhichOneof("type")
        if kind == "delta":
            one.notice(seen.delta)
        elif kind == "new_session":
            one.page = seen.new_session.page_script_hash
        is_finished = kind == "script_finished" or (is_finished and kind != "new_session")


async def liar(url: str, count: int, number: int, wrong: list[str], seen: list[int]) -> None:
    """Send so many messages; ``wrong`` has what must not be, and ``seen`` counts errors on the own page."""
    chance, sent = random.Random(number), 0
    while sent < count:
        one = Visitor(url, Tally(), PAGES[chance.randrange(len(PAGES))])
        address = f"ws://{one.host}/_stcore/stream"
        try:
            async with websockets.connect(address, subprotocols=["streamlit"], max_size=None) as socket:
                await answers(one, socket)
                while sent < count:
                    for _ in range(IN_A_ROW):
                        await socket.send(message(chance, one))
                        sent += 1
                    await answers(one, socket)
        except websockets.ConnectionClosed:
            sent += 1  # what is no message ends the connection
        except RuntimeError:
            seen[0] += 1
        except TimeoutError:
            wrong.append(f"{number}: no answer after {sent} messages")


async def attack(url: str, count: int) -> tuple[Tally, Tally, list[str], int, float]:
    wrong: list[str] = []
    seen = [0]
    before = await class_of_ten(url, 15)
    start = time.perf_counter()
    lies = asyncio.gather(*(liar(url, count // AT_ONCE, i, wrong, seen) for i in range(AT_ONCE)))
    beside = await class_of_ten(url, 60)
    await lies
    took = time.perf_counter() - start
    await ask_for_health(urlsplit(url).netloc, wrong)
    return before, beside, wrong, seen[0], took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--count", type=int, default=1500)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log"
        with path.open("wb") as log, serve(script=CLASS_SERVER, log=log) as server:
            before, beside, wrong, seen, took = asyncio.run(attack(server.url, given.count))
        text = path.read_text(errors="replace")
    ratio = p95(beside.changes) / p95(before.changes)
    print(
        f"{given.count} messages in {took:.0f} s; {len(beside.errors)} errors of the class",
        *beside.errors[:3],
    )
    print(
        f"a change of the class: p95 {1000 * p95(before.changes):.0f} ms alone, {ratio:.1f} times that beside"
    )
    told = text.count("Uncaught app execution")
    print(f"log: {len(text) / 1e3:.0f} kB, {told} tracebacks; {seen} errors on the liars' own pages")
    print(f"{len(wrong)} times no answer", *wrong[:5], sep="\n  ")
    held = ratio <= BAR and not wrong and not beside.errors and told <= 5 * (2 + took / 60)
    print("the bars hold" if held else "the bars do NOT hold")


if __name__ == "__main__":
    main()

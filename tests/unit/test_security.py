"""What a server says of visitors who mean it harm."""

import asyncio
import logging
import time

from gdviz.web.security import LONG, FewLines, FewMessages
from tests.server import run_apart


def test_nonsense_does_not_fill_the_log(caplog):
    logger = logging.getLogger("of-a-test")
    lines = FewLines(most=3)
    logger.addFilter(lines)
    try:
        for _ in range(50):
            try:
                raise ValueError("no message")
            except ValueError:
                logger.exception("cannot be read")
    finally:
        logger.removeFilter(lines)
    # Of one minute; the clock may have come to the next.
    assert 3 <= len(caplog.records) <= 6
    assert "Traceback" not in caplog.text
    # In another minute there are as many again.
    later = logging.LogRecord("of-a-test", logging.ERROR, "", 0, "again", (), None)
    later.created = caplog.records[0].created + 600
    assert lines.filter(later)


def test_who_sends_more_than_a_page_does_is_heard_more_slowly(monkeypatch):
    """By the clock of the test: 10 at once, and then each waits for the half second that is its own."""
    clock, waits = [0.0], []

    async def sleep(seconds):
        waits.append(seconds)
        clock[0] += seconds

    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(asyncio, "sleep", sleep)
    sent, heard = [b""] * 15 + [b"x" * (3 * LONG)], []

    async def receive():
        return {"type": "websocket.receive", "bytes": sent.pop(0)}

    async def app(scope, receive, send):
        for _ in range(16):
            heard.append((await receive())["bytes"])
            if len(heard) == 13:
                clock[0] += 1.5  # who has been silent may send as many more

    run_apart(FewMessages(app, a_second=2, at_once=10)({"type": "websocket"}, receive, None))
    assert len(heard) == 16
    assert not sent
    # The 11th to the 13th; two for which there was time; and one that is as long as four.
    assert waits == [0.5] * 3 + [1.5]

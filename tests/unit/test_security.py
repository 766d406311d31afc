"""What a server says of visitors who mean it harm."""

import logging

from gdviz.web.security import FewLines


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

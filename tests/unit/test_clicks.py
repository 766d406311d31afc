"""A table of lies: what is no click is ignored, with one line in the log."""

import logging

import pytest

from gdviz.web.clicks import click, tool

NUMBERS = ("x", "5", None, True, False, {}, {"a": 1}, (), b"1", float("nan"), float("inf"), -float("inf"))
LIES = [
    *(("start", value) for value in NUMBERS),
    *(("start", [value]) for value in NUMBERS),
    *(("start", value) for value in (5, 1.5, [], [1, 2, 3], [[1]], [1, [2]], [1, None], [10**400], [1e300])),
    ("start", [0.5] * 1_000_000),
    *(("weight", value) for value in NUMBERS),
    *(("weight", value) for value in (-1, 1.5, 1.0, [1], [[1]], 10**400, "1\nroot: all is well")),
    ("weight", list(range(1_000_000))),
    *(("shown", value) for value in NUMBERS if value != "5"),
    *(
        ("shown", value)
        for value in (5, "-1", "1.5", " 5", "٣", "²", "5\nroot: all is well", ["5"], "9" * 4_000_000)
    ),
    ("shown", ["1"] * 1_000_000),
]
TOOLS = ("share", "home")
WRONG = [
    *NUMBERS,
    "share",
    [],
    ["share", 1],
    {"tool": "share"},
    {"step": 1},
    {"tool": "share", "step": 1, "more": 1},
    {"tool": "other", "step": 1},
    {"tool": ["share"], "step": 1},
    {"tool": {}, "step": 1},
    {"tool": None, "step": 1},
    *({"tool": "share", "step": value} for value in NUMBERS),
    {"tool": "share", "step": [1]},
    {"tool": "share", "step": -1},
    {"tool": "x" * 4_000_000, "step": 1},
]


def one_line(caplog):
    [record] = caplog.records
    assert record.levelno == logging.WARNING
    assert record.exc_info is None
    text = record.getMessage()
    assert "\n" not in text
    assert len(text) < 500
    return text


def test_a_lie_is_no_click(caplog):
    for name, value in LIES:
        caplog.clear()
        assert click(name, value) is None, repr(value)[:100]
        assert name in one_line(caplog)


def test_a_lie_is_no_tool(caplog):
    for value in WRONG:
        caplog.clear()
        assert tool(value, TOOLS) is None, repr(value)[:100]
        assert "panel" in one_line(caplog)


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("start", [5], "5"),
        ("start", [-0.25, 1e-9], "-0.25,1e-09"),
        ("weight", 0, "0"),
        ("weight", 17, "17"),
        ("shown", "10000", "10000"),
    ],
)
def test_a_click_is_text(name, value, text, caplog):
    assert click(name, value) == text
    assert not caplog.records


def test_a_tool_comes_with_its_step(caplog):
    assert tool({"tool": "home", "step": 12}, TOOLS) == ("home", "12")
    assert not caplog.records

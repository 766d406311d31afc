"""What a browser reports of the player, as text that settings read like a link's.

Anybody can send a server anything in the place of a click, megabytes of it: a value is looked at no
further than what a click can be.
"""

import logging
import math
import re
import reprlib
from collections.abc import Callable, Collection
from typing import Any

from gdviz.core.numbers import plain

log = logging.getLogger("gdviz")

MOST_WEIGHTS = 2  # that a place on a chart has
MAX_INDEX = 10**6  # of steps, and of a network's weights


def click(name: str, value: Any) -> str | None:
    """The text of a ``start``, an ``eta``, a ``tap``, a ``weight``, a ``shown`` step; None if it is none."""
    return _checked(name, value, _READERS[name])


def tool(value: Any, tools: Collection[str]) -> tuple[str, str] | None:
    """Which of the ``tools`` was pressed, and the text of the step shown; None if it cannot be that."""
    return _checked("panel", value, lambda raw: _read_tool(raw, tools))


def _checked(name: str, value: Any, read: Callable[[Any], Any]) -> Any:
    try:
        return read(value)
    except ValueError:
        # Not all of it is written, nor anything that could be taken for a line of its own.
        log.warning("ignored as %s: %s", name, ascii(reprlib.repr(value)))
        return None


def _read_start(value: Any) -> str:
    if type(value) is not list or not 1 <= len(value) <= MOST_WEIGHTS:
        raise ValueError
    return ",".join(plain(_number(one)) for one in value)


def _number(value: Any) -> float:
    if type(value) not in (int, float) or not abs(value) <= 1e9 or not math.isfinite(value):
        raise ValueError
    return float(value)


def _read_schedule(value: Any) -> str:
    """Rates and steps, as a link has them; whether they can be is the field's matter."""
    if type(value) is not str or not re.fullmatch(r"[0-9.e@,+-]{1,200}", value):
        raise ValueError
    return value


def _read_pair(value: Any) -> str:
    if type(value) is not list or len(value) != 2:
        raise ValueError
    return ",".join(f"{_number(one):.6g}" for one in value)


def _read_index(value: Any) -> str:
    if type(value) is not int or not 0 <= value <= MAX_INDEX:
        raise ValueError
    return str(value)


def _read_shown(value: Any) -> str:
    """A step, which the player reports as text."""
    if (
        type(value) is not str
        or len(value) > len(str(MAX_INDEX))
        or not (value.isascii() and value.isdigit())
    ):
        raise ValueError
    return _read_index(int(value))


def _read_tool(value: Any, tools: Collection[str]) -> tuple[str, str]:
    if type(value) is not dict or value.keys() != {"tool", "step"}:
        raise ValueError
    pressed = value["tool"]
    if type(pressed) is not str or pressed not in tools:
        raise ValueError
    return pressed, _read_index(value["step"])


_READERS: dict[str, Callable[[Any], str]] = {
    "schedule": _read_schedule,
    "eta": lambda value: plain(_number(value)),
    "start": _read_start,
    "tap": _read_pair,
    "weight": _read_index,
    "shown": _read_shown,
}
